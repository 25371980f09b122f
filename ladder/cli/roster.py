"""``ladder roster``: many employees at once, from the planner's own tables."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ladder.cli.options import (
    INPUT,
    OUTPUT_FILE,
    OUTPUT_FOLDER,
    WholeNumber,
    answer_options,
    as_of_option,
    catalog_option,
)
from ladder.cli.output import AnswerForm, lay_out, print_fault, print_line, save_or_print_json
from ladder.cli.terminal import goes_to_standard_output
from ladder.cli.untold_rows import untold
from ladder.errors import BadCallError
from ladder.present import present_month
from ladder.service_time import Month

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder.answer_tables import Table
    from ladder.catalog.catalog import Catalog
    from ladder.catalog.jurisdictions import Ruling
    from ladder.roster.table_files import RosterFiles
    from ladder.roster_layouts import Layout
    from ladder.roster_tables import AnyRead


class _Asked(NamedTuple):
    """What is asked of a roster, and by what it is read."""

    layout: str | None
    rulings: Path | None
    describe: bool
    persons: bool
    publish: bool
    skip_bad: bool
    as_of: Month | None
    catalog: Path | None
    keep: Path | None
    workers: int


class _Places(NamedTuple):
    """Where the tables go, each None where it is not asked for."""

    csv: Path | None
    xlsx: Path | None
    parquet: Path | None
    docx: Path | None
    html: Path | None


@click.command()
@click.argument("file", required=False, type=INPUT)
@click.option("--jobs", type=INPUT, metavar="FILE|FOLDER", help="Jobs: CSV, XLSX, Parquet, or a folder of parts.")
@click.option("--people", type=INPUT, metavar="FILE|FOLDER", help="People: study, degrees, standing, licenses.")
@click.option("--layout", metavar="NAME|FILE", help="How your own tables are read: a shipped layout or a YAML file.")
@click.option("--rulings", type=INPUT, metavar="FILE", help="Rulings on what service counts toward, for this run.")
@click.option("--describe", is_flag=True, help="Say what is in the tables and how it is read; evaluate nobody.")
@click.option("--persons", is_flag=True, help="Tell of each person as well: class by class, months, what is left.")
@click.option("--publish", is_flag=True, help="Make tables for others: small counts print <5, nobody is told of.")
@click.option("--skip-bad", is_flag=True, help="Leave out the rows that have faults, and say how many there are.")
@click.option("--keep", type=OUTPUT_FOLDER, metavar="FOLDER", help="Keep finished parts, to go on from them.")
@click.option("--workers", type=WholeNumber(1, 8), metavar="N", help="Processes that evaluate parts; 1 unless told.")
@click.option("--template", type=OUTPUT_FOLDER, metavar="FOLDER|XLSX", help="Write both tables to fill in.")
@click.option("--csv", "csv_folder", type=OUTPUT_FOLDER, metavar="FOLDER", help="Write each table as CSV.")
@click.option("--xlsx", type=OUTPUT_FILE, metavar="FILE", help="Write the tables as one workbook.")
@click.option("--parquet", type=OUTPUT_FOLDER, metavar="FOLDER", help="Write each table as Parquet.")
@click.option("--docx", type=OUTPUT_FILE, metavar="FILE", help="Write the tables as a Word document.")
@click.option("--html", type=OUTPUT_FILE, metavar="FILE", help="Write the bench as a page for a browser.")
@click.option("--all", "whole", is_flag=True, help="Show each table whole, not only the rows to look at first.")
@as_of_option
@catalog_option
@answer_options()
def command(  # noqa: PLR0913 - a roster has many words, all of them options
    *,
    file: Path | None,
    jobs: Path | None,
    people: Path | None,
    layout: str | None,
    rulings: Path | None,
    describe: bool,
    persons: bool,
    publish: bool,
    skip_bad: bool,
    keep: Path | None,
    workers: int | None,
    template: Path | None,
    csv_folder: Path | None,
    xlsx: Path | None,
    parquet: Path | None,
    docx: Path | None,
    html: Path | None,
    as_of: Month | None,
    catalog: Path | None,
    form: AnswerForm,
) -> int:
    """Read many employees from tables of jobs and of people.

    FILE is one workbook with the sheets jobs and people; --jobs and --people name two
    tables, or two folders of Parquet files that each hold whole employees. --template
    writes both tables, with a line of help for each column; --layout reads tables of your
    own, and --describe says how, before anybody is evaluated. No cell of a table is in
    what is said about its faults: rows are named by their numbers. What is written is for
    its owner alone to read.
    """
    if template is not None:
        return _write_template(template)
    files = _files(file, jobs, people)
    if publish and (persons or describe):
        raise BadCallError(what="what tells of persons and rows is not published", try_this="give --publish alone")
    _check_parts(files, keep, workers)
    asked = _Asked(layout, rulings, describe, persons, publish, skip_bad, as_of, catalog, keep, workers or 1)
    places = _Places(csv_folder, xlsx, parquet, docx, html)
    _check_places(places, asked)
    with untold():
        return _answer(files, asked, form, places)


def _check_parts(files: "RosterFiles", keep: Path | None, workers: int | None) -> None:
    """Refuse what only a roster in parts can be asked, of one that is not."""
    from ladder.roster.table_files import is_parted  # noqa: PLC0415 - as below

    option = "--keep" if keep is not None else "--workers" if workers is not None else ""
    if option and not is_parted(files):
        raise BadCallError(
            what=f"{option} is for a roster in parts, a folder of Parquet files",
            try_this=f"name folders as --jobs and --people, or leave out {option}",
        )


def _check_places(places: _Places, asked: _Asked) -> None:
    """Refuse what cannot be written before anything is read, worked out or written."""
    if asked.describe and places.html is not None:
        raise BadCallError(what="--html is the bench, and --describe evaluates nobody", try_this="give one of them")
    for option, file in (("--xlsx", places.xlsx), ("--docx", places.docx), ("--html", places.html)):
        if file is not None and goes_to_standard_output(file):
            raise BadCallError(what=f"{option} writes a file, not standard output", try_this="name a file")
    if places.parquet is not None:
        from ladder.parquet_bytes import pyarrow_modules  # noqa: PLC0415 - as below

        pyarrow_modules()


def _answer(files: "RosterFiles", asked: "_Asked", form: AnswerForm, places: "_Places") -> int:
    from ladder.catalog.loading import load_catalog  # noqa: PLC0415 - --template needs no catalog
    from ladder.roster.layout_files import load_layout  # noqa: PLC0415 - --help does not pay
    from ladder.roster.rulings import read_rulings, with_rulings  # noqa: PLC0415
    from ladder.roster_tables import rulings_table  # noqa: PLC0415

    classes = load_catalog(asked.catalog, as_of=asked.as_of)
    ruled = read_rulings(asked.rulings, classes) if asked.rulings is not None else ()
    classes = with_rulings(ruled, classes)
    from ladder.roster.table_files import is_parted  # noqa: PLC0415

    tell = _tell_parts if is_parted(files) else _tell_whole
    read, tables = tell(files, classes, load_layout(asked.layout), asked)
    return _deliver(read, {**tables, **rulings_table(ruled)}, classes, ruled, asked, form, places)


def _tell_whole(
    files: "RosterFiles", classes: "Catalog", layout: "Layout", asked: _Asked
) -> "tuple[AnyRead, Mapping[str, Table]]":
    """Return what was read of a roster, and its tables; none of them where it holds nobody."""
    from ladder.roster.reading_roster import read_roster  # noqa: PLC0415 - as above
    from ladder.roster_tables import described_tables, evaluated_tables  # noqa: PLC0415

    read = read_roster(
        files,
        classes,
        layout,
        as_of=asked.as_of,
        today=present_month(),
        describes=asked.describe,
        skip_bad=asked.skip_bad,
    )
    if asked.describe:
        return read, described_tables(read)
    return read, evaluated_tables(read, classes, persons=asked.persons, publishes=asked.publish)


def _tell_parts(
    files: "RosterFiles", classes: "Catalog", layout: "Layout", asked: _Asked
) -> "tuple[AnyRead, Mapping[str, Table]]":
    """Return the same of a roster in parts, and say how many of them were finished before."""
    from ladder.roster.parted import PartsAsked, read_parts  # noqa: PLC0415 - as above
    from ladder.roster_tables import parted_tables  # noqa: PLC0415
    from ladder.telling.messages import say  # noqa: PLC0415

    options = PartsAsked(
        layout, asked.as_of, present_month(), asked.describe, asked.skip_bad, asked.persons, asked.keep, asked.workers
    )
    found = read_parts(files, classes, options)
    parts, kept, damaged = found.done
    if not asked.describe:
        print_line(say("roster.parts", parts=str(parts), kept=str(kept), evaluated=str(parts - kept)), err=True)
    if damaged:
        print_line(say("roster.parts_damaged", number=str(damaged)), err=True)
    return found.read, parted_tables(found, classes, publishes=asked.publish)


def _files(file: Path | None, jobs: Path | None, people: Path | None) -> "RosterFiles":
    from ladder.roster.table_files import files_of  # noqa: PLC0415 - as above

    if (file is None) == (jobs is None):
        raise BadCallError(
            what="a roster is one workbook, or --jobs and --people", try_this="name FILE, or --jobs FILE --people FILE"
        )
    return files_of(file or jobs or Path(), people)


def _write_template(place: Path) -> int:
    from ladder.cli.table_output import write_template  # noqa: PLC0415 - as above
    from ladder.telling.messages import say  # noqa: PLC0415

    write_template(place)
    print_line(say("roster.template_written", place=str(place)))
    return 0


def _deliver(
    read: "AnyRead",
    tables: "Mapping[str, Table]",
    classes: "Catalog",
    rulings: "tuple[Ruling, ...]",
    asked: _Asked,
    form: AnswerForm,
    places: _Places,
) -> int:
    """Print or write the tables; the exit status says whether there are people, and on --describe whether faults."""
    from ladder.cli.roster_pages import print_read  # noqa: PLC0415 - as above
    from ladder.cli.table_output import save_tables  # noqa: PLC0415
    from ladder.roster_tables import tables_json  # noqa: PLC0415
    from ladder.telling.messages import say  # noqa: PLC0415

    if not read.counts.employees and not read.log.total:
        print_fault(say("roster.nobody"))
        return 1
    is_written = save_tables(tables, csv=places.csv, xlsx=places.xlsx, parquet=places.parquet, docx=places.docx)
    if places.html is not None:
        _write_page(places.html, tables, classes, read, is_published=asked.publish)
        is_written = True
    if form.as_json:
        save_or_print_json(tables_json(tables, rulings), form.file)
    elif is_written and not asked.publish:
        lay_out(lambda: print_read(read, rulings), form.file)
    elif not is_written:
        lay_out(lambda: _text(read, tables, classes, rulings, asked, whole=form.whole), form.file)
    return 2 if asked.describe and read.log.total else 0


def _text(
    read: "AnyRead",
    tables: "Mapping[str, Table]",
    classes: "Catalog",
    rulings: "tuple[Ruling, ...]",
    asked: _Asked,
    *,
    whole: bool,
) -> str:
    from ladder.cli.roster_pages import print_described, print_page, print_published  # noqa: PLC0415 - as above

    if asked.describe:
        return print_described(read, tables, rulings)
    titles = {class_id: spec.title for class_id, spec in classes.classes.items()}
    if asked.publish:
        return print_published(tables, rulings, titles, whole=whole)
    return print_page(read, tables, rulings, titles, whole=whole)


def _write_page(
    file: Path, tables: "Mapping[str, Table]", classes: "Catalog", read: "AnyRead", *, is_published: bool
) -> None:
    from ladder.cli.table_output import write_html  # noqa: PLC0415 - as above
    from ladder.rendering.reports.bench_report import render_bench_report  # noqa: PLC0415
    from ladder.roster_tables import first_snapshot  # noqa: PLC0415
    from ladder.telling.messages import say  # noqa: PLC0415

    since = first_snapshot(read)
    page = render_bench_report(tables, as_of=read.as_of, catalog=classes, is_published=is_published, known_from=since)
    write_html(file, page)
    print_line(say("roster.page_written", place=str(file)), err=True)
