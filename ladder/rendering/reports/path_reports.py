"""The report about the ladders between two classes: the quickest, the next ones, and why."""

from functools import reduce

from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.paths.ladders import classes_between, steps_used
from ladder.paths.path_answers import PathAnswer
from ladder.paths.starts import start_in
from ladder.rendering.drawings import MOST_NEIGHBOURS, Drawing, draw_classes
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.assessments import AssessmentView, assessment_view
from ladder.rendering.views.citations import Page, begin_page
from ladder.rendering.views.declarations import declaration_view, plan_in_words
from ladder.rendering.views.report_tables import ReportTable, Row
from ladder.rendering.views.segments import cite_all, plain
from ladder.telling.class_names import name_class
from ladder.telling.messages import say
from ladder.telling.verdicts import month_in_words, no_ladder_in_words, time_in_words


def render_path_report(case: Case, answer: PathAnswer, *, has_profile: bool = False, with_map: bool = True) -> str:
    """Return the page about an answer between two classes, with the case that it was worked out for.

    Without a profile the page says what was taken as given. Without the map it is plain
    HTML.
    """
    page = begin_page(case)
    ends = (answer.start, answer.target)
    best, catalog = answer.best, case.catalog
    titles = [catalog.classes[one].title for one in ends]
    return fill_report(
        "report_path.html",
        title=say("paths.title", start=titles[0], target=titles[1]),
        as_of=case.history.as_of,
        with_map=with_map,
        drawing=_drawing(page, answer) if with_map and best else None,
        declared=declaration_view(case, [answer.target]) if has_profile else None,
        plan=plan_in_words(case),
        best=assessment_view(page, best) if best else None,
        others=_others(page, answer),
        truncated=answer.truncated,
        no_ladder=no_ladder_in_words(catalog, answer),
        open_route=_open_route(page, answer),
        start=titles[0],
        closing=closing_words(catalog, reversed(ends)),
        sources=page.sources.listed(),
    )


def _open_route(page: Page, answer: PathAnswer) -> AssessmentView | None:
    """Return what staying in the first class comes to, where no ladder joins the two."""
    if answer.open_route is None:
        return None
    start = start_in(page.case, answer.start, target=answer.target)
    staying = page._replace(case=page.case.holding(start.service))
    return assessment_view(staying, answer.open_route)


def _others(page: Page, answer: PathAnswer) -> ReportTable | None:
    rows = tuple(_other(page, one) for one in answer.alternatives)
    headings = say("paths.by_way"), say("progress.time"), say("progress.month")
    return ReportTable(say("paths.others_list"), headings, rows) if rows else None


def _other(page: Page, one: Assessment) -> Row:
    names = [name_class(page.catalog, move.target_class) for move in one.steps]
    rungs = reduce(lambda first, last: say("found.then", first=first, last=last), names)
    month = month_in_words(one)
    passages = [move.source for move in one.steps]
    return cite_all(page.sources, passages, rungs), plain(time_in_words(one)), plain(month)


def _drawing(page: Page, answer: PathAnswer) -> Drawing:
    """Return the drawing of all ladders between the two, or of the quickest alone where there are too many."""
    include = page.case.plan.include
    between = classes_between(page.catalog, answer.start, answer.target, include) or set()
    moves = answer.best.steps if answer.best else ()
    taken = {move.target_class for move in moves}
    drawn = {answer.start, answer.target, *(between if len(between) < MOST_NEIGHBOURS else taken)}
    start, target = name_class(page.catalog, answer.start), name_class(page.catalog, answer.target)
    label = say("paths.drawing", start=start, target=target)
    return draw_classes(page.catalog, drawn, list(steps_used(page.catalog, include)), label=label, chosen=answer.target)
