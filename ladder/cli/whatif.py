"""``ladder whatif``: what a changed requirement would do to every ladder, and to the people of a roster."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import closing_words
from ladder.cli.numbered_sources import Citations
from ladder.cli.options import INPUT, OUTPUT_FILE, OUTPUT_FOLDER, answer_options, as_of_option, catalog_option
from ladder.cli.output import AnswerForm, lay_out, print_line, save_or_print_json
from ladder.cli.page_text import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.untold_rows import untold
from ladder.errors import BadCallError
from ladder.present import present_month
from ladder.service_time import Month
from ladder.telling.messages import say

if TYPE_CHECKING:
    from ladder.revision_tables import Scenario
    from ladder.revisions.pools import PoolChange
    from ladder.roster.people import Roster
    from ladder.sources import Source
    from ladder.telling.told_what_if import ToldWhatIf

_MOST_LISTED = 12
_NUMERIC = frozenset({3, 4, 5})


class _People(NamedTuple):
    """The tables that a roster is read from."""

    jobs: Path | None
    people: Path | None
    layout: str | None
    skip_bad: bool


@click.command()
@click.argument("file", metavar="[FILE]", required=False, type=INPUT)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="CLASS#REQ=MONTHS",
    help="The requirement asks so many months; repeat it.",
)
@click.option(
    "--drop",
    "dropped",
    multiple=True,
    metavar="CLASS#REQ",
    help="The requirement is asked no more; repeat it for more.",
)
@click.option("--jobs", type=INPUT, metavar="FILE", help="With a roster: its table of jobs, or one workbook of both.")
@click.option("--people", type=INPUT, metavar="FILE", help="With a roster: its table of people.")
@click.option("--layout", metavar="NAME|FILE", help="How the tables of the roster are read.")
@click.option("--publish", is_flag=True, help="For others to read: 1 to 4 people print <5, and nothing tells of them.")
@click.option("--skip-bad", is_flag=True, help="Leave out the rows of the roster that have faults.")
@click.option("--csv", "csv_folder", type=OUTPUT_FOLDER, metavar="FOLDER", help="Write each table as CSV.")
@click.option("--xlsx", type=OUTPUT_FILE, metavar="FILE", help="Write the tables as one workbook.")
@click.option("--page", type=OUTPUT_FILE, metavar="FILE", help="Write a page of it, with two bars for each ladder.")
@as_of_option
@catalog_option
@answer_options(listed=True)
def command(  # noqa: PLR0913 - a change and a roster have many words, all of them options
    *,
    file: Path | None,
    settings: tuple[str, ...],
    dropped: tuple[str, ...],
    jobs: Path | None,
    people: Path | None,
    layout: str | None,
    publish: bool,
    skip_bad: bool,
    csv_folder: Path | None,
    xlsx: Path | None,
    page: Path | None,
    as_of: Month | None,
    catalog: Path | None,
    form: AnswerForm,
) -> int:
    """Tell what a changed requirement would do, before anybody changes a file.

    FILE lists changes of any kind: set, drop, substitution, merge, abolish, new_class
    (docs/whole-ladder.md). Several changes are looked at each alone, then together. With
    a roster it tells how many people are ready before and after, and who gains.
    """
    from ladder.revision_tables import tell_scenarios  # noqa: PLC0415 - help does not pay
    from ladder.revisions.proposals import read_all  # noqa: PLC0415

    classes = load_catalog(catalog, as_of=as_of)
    changes = read_all(file, settings, dropped, classes)
    with untold() if jobs or people else nullcontext():
        roster = _roster(_People(jobs, people, layout, skip_bad), classes, as_of) if jobs or people else None
        month = roster.as_of if roster else present_month() if as_of is None else as_of
        found = tell_scenarios(changes, classes, month, roster, publishes=publish)
        places = {"csv": csv_folder, "xlsx": xlsx, "page": page}
        _deliver(found, form, places, is_private=roster is not None, is_published=publish)
    return 0


def _roster(asked: _People, classes: Catalog, as_of: Month | None) -> "Roster":
    from ladder.roster.layout_files import load_layout  # noqa: PLC0415 - most questions have no roster
    from ladder.roster.reading_roster import read_roster  # noqa: PLC0415
    from ladder.roster.table_files import files_of  # noqa: PLC0415

    if asked.jobs is None:
        raise BadCallError(what="a roster needs its jobs", try_this="name them with --jobs FILE")
    files = files_of(asked.jobs, asked.people)
    layout = load_layout(asked.layout)
    return read_roster(files, classes, layout, as_of=as_of, today=present_month(), skip_bad=asked.skip_bad).roster


def _deliver(
    found: "tuple[Scenario, ...]",
    form: AnswerForm,
    places: Mapping[str, Path | None],
    *,
    is_private: bool,
    is_published: bool,
) -> None:
    """Print or write the answer; what tells of people is for its owner alone."""
    from ladder.cli.table_output import save_tables  # noqa: PLC0415 - as above
    from ladder.revision_tables import what_if_json, what_if_tables  # noqa: PLC0415

    is_written = save_tables(what_if_tables(found), csv=places["csv"], xlsx=places["xlsx"], private=is_private)
    if places["page"] is not None:
        _write_page(found, places["page"], is_private=is_private, is_published=is_published)
        is_written = True
    if form.as_json:
        save_or_print_json(what_if_json(found), form.file)
    elif not is_written:
        lay_out(lambda: _Page(found).text(form), form.file)


def _write_page(found: "tuple[Scenario, ...]", file: Path, *, is_private: bool, is_published: bool) -> None:
    from ladder.cli.table_output import write_html  # noqa: PLC0415 - as above
    from ladder.rendering.reports.what_if_report import render_what_if_report  # noqa: PLC0415

    write_html(file, render_what_if_report(found, is_published=is_published), private=is_private)
    print_line(say("whatif.page_written", place=str(file)), err=True)


class _Page(NamedTuple):
    """The page of what changes would do: all together first, then each alone."""

    found: "tuple[Scenario, ...]"

    def text(self, form: AnswerForm) -> str:
        if not self.found:
            return wrap_text(say("whatif.nothing")) + "\n"
        citations = Citations(told=form.with_sources)
        last, alone = self.found[-1], self.found[:-1]
        parts = [wrap_text(citations.beside(f"{last.told.question} {last.told.headline()}", _source(last.told))) + "\n"]
        parts += [self._alone(one, citations) for one in alone]
        parts += _of_scenario(last.told, None if form.most_listed is None else _MOST_LISTED, citations)
        parts += [wrap_text(one) + "\n" for one in _notes(last.told)]
        touched = [one.class_id for one in last.told.routes if one.class_id in last.told.found.pair.after.classes]
        return "\n".join([*filter(None, parts), closing_words(last.told.found.pair.after, touched, citations)])

    def _alone(self, one: "Scenario", citations: Citations) -> str:
        question = citations.beside(one.told.question, _source(one.told))
        heading = say("whatif.heading.alone", number=one.name, change=question)
        return print_section(wrap_text(heading), wrap_text(one.told.headline(), first=INDENT, indent=INDENT))


def _source(told: "ToldWhatIf") -> "Source | None":
    """Return where the first of what is changed is printed."""
    return next((one.source for one in told.routes), None)


def _of_scenario(told: "ToldWhatIf", most: int | None, citations: Citations) -> Iterator[str]:
    ways = [citations.beside(told.way(one), one.source) for one in told.routes]
    ladders = [citations.beside(told.ladder(one), told.source(one)) for one in told.found.ladders]
    yield _section("whatif.heading.classes", ways, most)
    yield _section("whatif.heading.ladders", ladders, most)
    if told.pool and told.pool.classes:
        yield print_section(say("whatif.heading.pool"), _pool(told, told.pool.classes[:most]))


def _section(heading: str, items: list[str], most: int | None) -> str:
    if not items:
        return ""
    shown = items[:most]
    more = say("whatif.more", most=len(shown), count=len(items)) if len(shown) < len(items) else ""
    return print_section(say(heading), print_list(shown), wrap_text(more, first=INDENT, indent=INDENT) if more else "")


def _pool(told: "ToldWhatIf", classes: "tuple[PoolChange, ...]") -> str:
    headings = [say(f"whatif.column.{one}") for one in ("class", "before", "after", "gained", "lost", "degree")]
    rows = [
        (
            told.title(one.class_id),
            " / ".join(map(str, one.before.within)),
            " / ".join(map(str, one.after.within)),
            str(one.gained),
            str(one.lost),
            str(one.gained_with_degree),
        )
        for one in classes
    ]
    return print_table(headings, rows, numeric=_NUMERIC, indent=INDENT)


def _notes(told: "ToldWhatIf") -> Iterator[str]:
    yield from told.dropped()
    if told.found.ladders:
        yield say("whatif.assumed")
    if told.pool:
        yield say("whatif.ready_means")
    if told.found.tried < told.found.touched:
        yield say("whatif.tried", tried=told.found.tried, touched=told.found.touched)
