"""``ladder analyse``: the whole ladder measured, or what hangs on one class."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from ladder.analysis_tables import analysis_json, analysis_table
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import closing_words
from ladder.cli.numbered_sources import Citations
from ladder.cli.options import OUTPUT_FILE, answer_options, as_of_option, catalog_option, class_argument
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.page_text import print_list, print_section, wrap_text
from ladder.measures.analysis import Analysis, Measure, analyse_ladder
from ladder.paths.starts import on_day_one
from ladder.present import present_month
from ladder.service_time import Month
from ladder.telling.messages import say
from ladder.telling.told_findings import ToldFindings

_MOST_OF_EACH = 5
"""Findings of each measure that a page about all classes tells, unless all are asked for."""


@click.command()
@class_argument("class_text", metavar="[CLASS]", required=False)
@click.option(
    "--measure",
    "measures",
    type=click.Choice([one.value for one in Measure]),
    multiple=True,
    metavar="NAME",
    help=f"Only this measure; repeat it for more: {', '.join(one.value for one in Measure)}.",
)
@click.option("--xlsx", type=OUTPUT_FILE, metavar="FILE", help="Write the findings as a workbook.")
@as_of_option
@catalog_option
@answer_options(csv=True, listed=True)
def command(
    *,
    class_text: str | None,
    measures: tuple[str, ...],
    xlsx: Path | None,
    as_of: Month | None,
    catalog: Path | None,
    form: AnswerForm,
) -> int:
    """Measure the whole ladder; with CLASS, tell what hangs on it.

    Gatekeepers are classes that nobody enters others without, by any way that the rules
    leave open; reach, entry classes, dead ends, the slowest ladders, pay gained for each
    month waited and the rest follow, each in a sentence with its source.
    """
    classes = load_catalog(catalog, as_of=as_of)
    class_id = classes.find_class(class_text).class_id if class_text else None
    month = present_month() if as_of is None else as_of
    whole = analyse_ladder(on_day_one(classes, month))
    shown = whole.chosen(class_id, map(Measure, measures))
    if xlsx is not None:
        from ladder.cli.table_output import save_tables  # noqa: PLC0415 - only where it is asked for

        save_tables({"findings": analysis_table(ToldFindings(classes, shown))}, xlsx=xlsx, private=False)
        return 0
    deliver(
        form,
        text=lambda: _Page(classes, whole, shown, class_id).text(form),
        answer=lambda: analysis_json(ToldFindings(classes, whole), shown, as_of=month, class_id=class_id),
        table=lambda: analysis_table(ToldFindings(classes, shown)),
    )
    return 0


class _Page(NamedTuple):
    """The page of an analysis: what matters most, then the findings by measure."""

    catalog: Catalog
    whole: Analysis
    shown: Analysis
    class_id: str | None

    def text(self, form: AnswerForm) -> str:
        citations = Citations(told=form.with_sources)
        most = None if form.most_listed is None or self.class_id else _MOST_OF_EACH
        headline = wrap_text(ToldFindings(self.catalog, self.whole).headline(self.class_id)) + "\n"
        found = [self._of_measure(one, most, citations) for one in Measure]
        about = [self.class_id] if self.class_id else list(self.catalog.classes)
        notes = [wrap_text(one) + "\n" for one in self._notes()]
        closing = closing_words(self.catalog, about, citations)
        return "\n".join([headline, *filter(None, found), *notes, closing])

    def _of_measure(self, measure: Measure, most: int | None, citations: Citations) -> str:
        """Return the findings of one measure; nothing where there is none."""
        told, found = ToldFindings(self.catalog, self.shown), self.shown.of(measure)
        items = [citations.beside(told.sentence(one), one.source) for one in found[:most]]
        more = wrap_text(say("analysis.more", most=len(items), count=len(found)), first="  ", indent="  ")
        heading = say(f"analysis.heading.{measure.value}")
        return print_section(heading, print_list(items), more if len(items) < len(found) else "") if found else ""

    def _notes(self) -> Iterator[str]:
        if not self.shown.findings:
            title = self.catalog.classes[self.class_id].title if self.class_id else ""
            yield say("analysis.nothing", title=title) if title else say("analysis.nothing_at_all")
        yield say("analysis.measured")
        if self.whole.timed < self.whole.joined:
            yield say("analysis.times_some", timed=self.whole.timed, joined=self.whole.joined)
