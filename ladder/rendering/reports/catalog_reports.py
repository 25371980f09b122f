"""The report about a whole catalog: five findings with their lists, further lists, and how times are worked out."""

from collections.abc import Iterable, Mapping

from ladder.catalog.catalog import Catalog
from ladder.measures.whole_ladder import LadderMeasures, measure_ladder
from ladder.paths.starts import on_day_one
from ladder.rendering.ladder_panels import panels_of
from ladder.rendering.pictures import Picture, named
from ladder.rendering.reports.catalog_findings import Finding, Findings
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.citations import Page, begin_page
from ladder.rendering.views.groups import group_classes, headings_of
from ladder.service_time import Month
from ladder.specification import Completeness
from ladder.telling.messages import say, sentences
from ladder.telling.parts import plain_text
from ladder.telling.times import spell_date, spell_month

_DRAWN = 32
_YEAR_AND_MONTH = len("2026-11")


def render_catalog_report(catalog: Catalog, *, as_of: Month, with_map: bool = True) -> str:
    """Return the overview page of a catalog: what was found first, each finding with the list that it counts.

    Months are those of someone on day one in the lower class, at full time, with
    standing and target class taken as given. Without the map it is plain HTML.
    """
    page = begin_page(on_day_one(catalog, as_of))
    found = measure_ladder(page.case)
    findings = Findings(page, found)
    leading, besides = findings.leading(), findings.besides()
    return fill_report(
        "report_catalog.html",
        title=_title(len(catalog.classes)),
        as_of=as_of,
        with_map=with_map,
        drawing=_drawing(page) if with_map else None,
        styles=("report_catalog.css",),
        about=_about(page, found, as_of),
        findings=leading,
        lists=besides,
        closing=closing_words(catalog, catalog.classes),
        sources=page.sources.listed(),
        cited_in=_cited_in((*leading, *besides)),
    )


def _cited_in(findings: Iterable[Finding]) -> Mapping[int, str]:
    """Return which lists cite each source, by its number, as the style sheet names them: paper holds one of them."""
    found: dict[int, dict[str, None]] = {}
    tables = [(one.name, one.table) for one in findings if one.table]
    for place, (name, table) in enumerate(tables):
        cells = (cell for row in table.rows for cell in row)
        for number in (number for cell in cells for number in (cell.source, *cell.more)):
            found.setdefault(number, {}).update(dict.fromkeys([f"in-{name}", *(() if place else ("in-first",))]))
    return {number: " ".join(names) for number, names in found.items()}


def _title(count: int) -> str:
    return say("found.title_one") if count == 1 else say("found.title", count=count)


def _about(page: Page, found: LadderMeasures, as_of: Month) -> str:
    """Return how much is in the data, how old its rules are, and from when times count."""
    parts = {one: sum(count.by_completeness[one] for count in found.counts) for one in Completeness}
    scope = say(
        "found.scope",
        whole=parts[Completeness.WHOLE],
        partial=parts[Completeness.PARTIAL],
        named=parts[Completeness.NAMED_ONLY],
        steps=sum(one.steps for one in found.counts),
    )
    return plain_text(sentences(scope, _age(page), say("report.as_of", month=spell_month(as_of))))


def _age(page: Page) -> str:
    """Return from when to when the rules are dated; nothing where none bears a date."""
    dates = sorted(spec.revision[:_YEAR_AND_MONTH] for spec in page.catalog.classes.values() if spec.revision)
    if not dates:
        return ""
    first, last = spell_date(dates[0]), spell_date(dates[-1])
    return say("found.dated_one", first=first) if first == last else say("found.dated", first=first, last=last)


def _drawing(page: Page) -> Picture | None:
    """Return the drawing of all classes on steps; None where there are none, or more than a page can show."""
    steps = named(page.catalog.steps)
    drawn = {end for step in steps for end in step[:2]}
    if not 1 < len(drawn) <= _DRAWN:
        return None
    headings = headings_of(group_classes(page.catalog, steps))
    return panels_of(page.catalog, drawn, steps, headings=headings).picture(say("found.drawing_is")).with_legend()
