"""The report about the ladders between two classes: the quickest, the next ones, and why."""

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.answers import PathAnswer, find_paths
from ladder.paths.ladders import classes_between, steps_used
from ladder.paths.starts import start_in
from ladder.rendering.drawings import MOST_NEIGHBOURS, Drawing, draw_classes
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.assessments import AssessmentView, assessment_view
from ladder.rendering.views.citations import SourceList
from ladder.rendering.views.declarations import declaration_view, plan_in_words
from ladder.rendering.views.report_tables import ReportTable, Row
from ladder.rendering.views.segments import cite_all, plain
from ladder.rendering.views.workings import Question
from ladder.telling.class_names import name_class
from ladder.telling.times import spell_month
from ladder.telling.verdicts import no_ladder_in_words, time_in_words


def find_ladders(
    catalog: Catalog, history: History, *, start: str, target: str, plan: Plan, alternatives: int = 3
) -> PathAnswer:
    """Return the answer that the page tells; ``best`` is null where no ladder joins the classes.

    Raises:
        BadCallError: start and target are one class.

    """
    return find_paths(catalog, history, start=start, target=target, plan=plan, alternatives=alternatives)


def render_path_report(
    catalog: Catalog,
    history: History,
    answer: PathAnswer,
    *,
    plan: Plan,
    has_profile: bool = False,
    with_map: bool = True,
) -> str:
    """Return the page about an answer between two classes, counted from this history under this plan.

    Without a profile the page says what was taken as given. Without the map it is plain
    HTML.
    """
    sources = SourceList()
    ends = (answer.start, answer.target)
    best = answer.best
    return fill_report(
        "report_path.html",
        title=f"From {name_class(catalog, answer.start)} to {name_class(catalog, answer.target)}",
        as_of=history.as_of,
        with_map=with_map,
        drawing=_drawing(catalog, answer, plan) if with_map and best else None,
        declared=declaration_view(catalog, history, plan, [answer.target]) if has_profile else None,
        plan=plan_in_words(catalog, plan),
        best=assessment_view(Question(catalog, history, plan), best, sources) if best else None,
        others=_others(catalog, answer, sources),
        truncated=answer.truncated,
        no_ladder=no_ladder_in_words(catalog, answer),
        open_route=_open_route(catalog, history, answer, plan, sources),
        start=name_class(catalog, answer.start),
        closing=closing_words(catalog, reversed(ends)),
        sources=sources.listed(),
    )


def _open_route(
    catalog: Catalog, history: History, answer: PathAnswer, plan: Plan, sources: SourceList
) -> AssessmentView | None:
    """Return what staying in the first class comes to, where no ladder joins the two."""
    if answer.open_route is None:
        return None
    start = start_in(catalog, history, answer.start, target=answer.target)
    staying = Question(catalog, history.holding(start.service), plan._replace(kind=PlanKind.STAY, via=()))
    return assessment_view(staying, answer.open_route, sources)


def _others(catalog: Catalog, answer: PathAnswer, sources: SourceList) -> ReportTable | None:
    rows = tuple(_other(catalog, one, sources) for one in answer.alternatives)
    return ReportTable("Other ladders, soonest first", ("By way of", "Met after", "In"), rows) if rows else None


def _other(catalog: Catalog, one: Assessment, sources: SourceList) -> Row:
    rungs = ", then ".join(name_class(catalog, move.target_class) for move in one.steps)
    month = "" if one.month is None else spell_month(one.month)
    passages = [move.source for move in one.steps]
    return cite_all(sources, passages, rungs), plain(time_in_words(one)), plain(month)


def _drawing(catalog: Catalog, answer: PathAnswer, plan: Plan) -> Drawing:
    """Return the drawing of all ladders between the two, or of the quickest alone where there are too many."""
    between = classes_between(catalog, answer.start, answer.target, plan.include) or set()
    moves = answer.best.steps if answer.best else ()
    taken = {move.target_class for move in moves}
    drawn = {answer.start, answer.target, *(between if len(between) < MOST_NEIGHBOURS else taken)}
    start, target = name_class(catalog, answer.start), name_class(catalog, answer.target)
    label = f"Drawing of the ladders from {start} to {target}, told in words below."
    return draw_classes(catalog, drawn, list(steps_used(catalog, plan.include)), label=label, chosen=answer.target)
