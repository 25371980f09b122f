"""``ladder diff``: what changed between two catalogs, or since a month."""

from pathlib import Path
from typing import NamedTuple

import click

from ladder.catalog.bundled_names import SEEDS
from ladder.cli.answer_page import closing_words
from ladder.cli.numbered_sources import Citations
from ladder.cli.options import CATALOG, OUTPUT_FILE, answer_options
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.page_text import print_list, print_section, wrap_text
from ladder.revision_tables import diff_json, diff_table
from ladder.revisions.pairs import read_pair, read_since
from ladder.service_time import Month
from ladder.telling.messages import say
from ladder.telling.told_revisions import ToldDifferences, classes_in

_MOST_LISTED = 20


def _read_option(ctx: click.Context, param: click.Parameter, value: str | None) -> Month | None:
    """Return the month typed; anything else is a bad call."""
    del ctx, param
    return None if value is None else read_since(value)


@click.command()
@click.argument("before", metavar="[A]", required=False, type=CATALOG)
@click.argument("after", metavar="[B]", required=False, type=CATALOG)
@click.option(
    "--since", callback=_read_option, metavar="MONTH", help="What changed in one catalog since then: 2015, or 2015-07."
)
@click.option(
    "--as-of",
    callback=_read_option,
    metavar="MONTH",
    help="Compare the specifications in force in this month. Default: every one there is; with --since today's.",
)
@click.option("--xlsx", type=OUTPUT_FILE, metavar="FILE", help="Write the changes as a workbook.")
@answer_options(csv=True, listed=True)
def command(
    *,
    before: Path | None,
    after: Path | None,
    since: Month | None,
    as_of: Month | None,
    xlsx: Path | None,
    form: AnswerForm,
) -> int:
    """Tell what changed from catalog A to catalog B; with --since, in one catalog.

    A and B are folders of specifications, compiled catalogs, or two of 'ladder
    catalogs'. A folder may hold several specifications of a class, by date: gaps and
    overlaps between them are faults, and what takes effect later than the month asked
    about is left out.
    """
    pair = read_pair(before, after, since=since, as_of=as_of)
    told = ToldDifferences(pair, pair.differences())
    names = str(before or SEEDS), str(after or "")
    headline = told.headline(names=names, since=since)
    if xlsx is not None:
        from ladder.cli.table_output import save_tables  # noqa: PLC0415 - only where it is asked for

        save_tables({"changes": diff_table(told)}, xlsx=xlsx, private=False)
        return 0
    deliver(
        form,
        text=lambda: _Page(told, headline).text(form),
        answer=lambda: diff_json(told, headline=headline),
        table=lambda: diff_table(told),
    )
    return 0


class _Page(NamedTuple):
    """The page of what changed: how much in one sentence, then class by class."""

    told: ToldDifferences
    headline: str

    def text(self, form: AnswerForm) -> str:
        citations = Citations(told=form.with_sources)
        classes = classes_in(self.told.found)
        shown = classes if form.most_listed is None else classes[:_MOST_LISTED]
        found = [self._of_class(one, citations) for one in shown]
        more = [say("diff.more", most=len(shown), count=len(classes))] if len(shown) < len(classes) else []
        more += [say("diff.touched_means")] if any(one.ladders for one in self.told.found) else []
        catalog = self.told.compared.after
        closing = closing_words(catalog, [one for one in classes if one in catalog.classes], citations)
        notes = [wrap_text(one) + "\n" for one in more]
        return "\n".join([wrap_text(self.headline) + "\n", *found, *notes, *([closing] if classes else [])])

    def _of_class(self, class_id: str, citations: Citations) -> str:
        found = [one for one in self.told.found if one.class_id == class_id]
        items = [citations.beside(self.told.sentence(one), one.source) for one in found]
        return print_section(f"{self.told.title(class_id)} ({class_id})", print_list(items))
