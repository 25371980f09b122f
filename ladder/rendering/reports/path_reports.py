"""The report about the ladders between two classes: the answer, its stairs to scale, the next ones, and why."""

from functools import reduce
from typing import NamedTuple

from ladder.catalog.steps import Classes
from ladder.condition_codes import ConditionCode
from ladder.eligibility.answer_conditions import Effect
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.paths.asking import PathBetween, Question
from ladder.paths.asking import answer as ask
from ladder.paths.path_answers import PathAnswer
from ladder.paths.starts import start_in
from ladder.rendering.layout.flights import flights_of
from ladder.rendering.layout.stairs import FOOT, Stairs, lay_stairs
from ladder.rendering.layout.upright import Upright, lay_upright
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.assessments import AssessmentView, assessment_view, steps_table
from ladder.rendering.views.citations import Page, begin_page
from ladder.rendering.views.declarations import declaration_view, plan_in_words
from ladder.rendering.views.headlines import headline
from ladder.rendering.views.report_tables import ReportTable, Row
from ladder.rendering.views.segments import cite_all, plain
from ladder.telling.class_names import name_class
from ladder.telling.messages import say
from ladder.telling.parts import plain_text
from ladder.telling.times import spell_month, spell_months
from ladder.telling.verdicts import MustHold, month_in_words, no_ladder_in_words, time_in_words


def render_path_report(case: Case, answer: PathAnswer, *, has_profile: bool = False, with_map: bool = True) -> str:
    """Return the page about an answer between two classes, with the case that it was worked out for.

    Without a profile the page says what was taken as given. Without the map it is plain
    HTML.
    """
    page = begin_page(case)
    ends = (answer.start, answer.target)
    best, catalog = answer.best, case.catalog
    start, target = (catalog.classes[one].title for one in ends)
    way = _way(case, answer)
    return fill_report(
        "report_path.html",
        title=say("paths.title", start=start, target=target),
        as_of=case.history.as_of,
        with_map=with_map,
        styles=("stairs.css", "report_path.css"),
        kicker=say("paths.kicker", start=start, target=target, month=spell_month(case.history.as_of)),
        heading=plain_text(headline(page, best)) if best else no_ladder_in_words(catalog, answer),
        drawn=_draw(way.path, catalog.classes) if way and with_map else None,
        if_so=way.if_so if way else "",
        on_the_way=steps_table(page, way.path) if way and way.if_so else None,
        declared=declaration_view(case, [answer.target]) if has_profile else None,
        assumed=_assumed(answer),
        plan=plan_in_words(case),
        best=assessment_view(page, best) if best else None,
        others=_others(page, answer),
        truncated=answer.truncated,
        open_route=_open_route(page, answer),
        start=start,
        closing=closing_words(catalog, reversed(ends)),
        sources=page.sources.listed(),
    )


def _assumed(answer: PathAnswer) -> str:
    """Return what the paths take as given without a profile; a trainee goal only where one of them hangs on it."""
    paths = [one for one in (answer.best, *answer.alternatives) if one is not None]
    taken = {one.code for path in paths for one in path.conditions if one.effect is Effect.ASSUMED}
    return say("paths.assumed_goal" if ConditionCode.TARGET_CLASS in taken else "paths.assumed")


class _Drawn(NamedTuple):
    """The stairs of a path, and the same upright for a narrow page."""

    stairs: Stairs
    upright: Upright
    foot: int = FOOT


def _draw(path: Assessment, classes: Classes) -> _Drawn:
    flights = flights_of(path, classes)
    return _Drawn(lay_stairs(flights), lay_upright(flights))


class _Way(NamedTuple):
    """The path that a page draws; ``if_so`` tells on what it hangs, '' of the quickest as it stands."""

    path: Assessment
    if_so: str


def _way(case: Case, answer: PathAnswer) -> _Way | None:
    """Return the quickest path if it takes time, else the one that asked conditions would open; None without one."""
    best = answer.best
    if best is None or best.months is not None:
        return _Way(best, "") if best and best.months else None
    met = best.if_conditions_met
    if met is None or not met.months:
        return None
    between = PathBetween(answer.start, answer.target, alternatives=0)
    path = ask(Question(case.assuming(frozenset(met.conditions)), between)).best
    conditions = MustHold(case.catalog, answer.target).in_words(met.conditions)
    return _Way(path, say("paths.if_so", conditions=conditions)) if path and path.months == met.months else None


def _open_route(page: Page, answer: PathAnswer) -> AssessmentView | None:
    """Return what staying in the first class comes to, where no ladder joins the two."""
    if answer.open_route is None:
        return None
    start = start_in(page.case, answer.start, target=answer.target)
    staying = page._replace(case=page.case.holding(start.service))
    return assessment_view(staying, answer.open_route)


def _others(page: Page, answer: PathAnswer) -> ReportTable | None:
    quickest = answer.best.months if answer.best else None
    rows = tuple(_other(page, one, quickest) for one in answer.alternatives)
    headings = say("progress.time"), say("paths.beside"), say("paths.by_way"), say("progress.month")
    return ReportTable(say("paths.others_list"), headings, rows) if rows else None


def _other(page: Page, one: Assessment, quickest: int | None) -> Row:
    names = [name_class(page.catalog, move.target_class) for move in one.steps]
    rungs = reduce(lambda first, last: say("found.then", first=first, last=last), names)
    passages = [move.source for move in one.steps]
    return (
        plain(time_in_words(one)),
        plain(_beside(one.months, quickest)),
        cite_all(page.sources, passages, rungs),
        plain(month_in_words(one)),
    )


def _beside(months: int | None, quickest: int | None) -> str:
    """Return how long another path takes beside the quickest; '' where one of the two has no time."""
    if months is None or quickest is None:
        return ""
    if months == quickest:
        return say("route.page.same_time")
    return say(
        "route.page.longer" if months > quickest else "route.page.sooner", time=spell_months(abs(months - quickest))
    )
