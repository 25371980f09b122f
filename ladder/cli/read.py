"""``ladder read``: documents to class records, with a source for every fact and what stayed unread."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

from ladder.cli.options import INPUT, OUTPUT_FILE, OUTPUT_FOLDER
from ladder.cli.output import lay_out, print_fault, save_or_print
from ladder.cli.progress import show_progress
from ladder.cli.terminal import STANDARD_OUTPUT
from ladder.errors import BadCallError, LadderError
from ladder.writing import make_folder, own_files, write_file

if TYPE_CHECKING:
    from ladder.catalog.jurisdictions import JurisdictionNote
    from ladder.cli.read_pages import FolderTold
    from ladder.reading.collation import Collation
    from ladder.reading.kept_files import KeptFolder
    from ladder.reading.many_documents import DocumentRead, HowRead
    from ladder.reading.readings import Reading
    from ladder.record_files.written_files import WrittenFile
    from ladder.rendering.reading_sheet.sheet import FindFile

_HIDDEN = (".", "~$")
_FAULT_OF_LADDER = 70


@click.command(no_args_is_help=True)
@click.argument("paths", metavar="DOCUMENT...|FOLDER...", nargs=-1, required=True, type=INPUT)
@click.option(
    "--jurisdiction",
    metavar="ID",
    help="Whose documents they are, such as us-ct. Default: as their own words tell. One that ladder has no reader "
    "for is read as an outline.",
)
@click.option(
    "--headings",
    type=INPUT,
    metavar="FILE",
    help="Headings and labels of your own, for documents read as outlines. Default: a headings.yaml beside a document.",
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON Lines, one object a class of a document.")
@click.option(
    "-o", "--output", type=OUTPUT_FOLDER, metavar="FOLDER", help="Write a catalog folder, or bring one up to date."
)
@click.option(
    "--facts",
    is_flag=True,
    help="Keep no words of the documents but titles and names, so that the catalog can be published: what is asked "
    "is told by the line that says it.",
)
@click.option(
    "--sheet", type=OUTPUT_FILE, metavar="FILE", help="Write a review page: each document beside its reading."
)
def command(
    *,
    paths: tuple[Path, ...],
    jurisdiction: str | None,
    headings: Path | None,
    as_json: bool,
    output: Path | None,
    facts: bool,
    sheet: Path | None,
) -> int:
    """Read class specifications from files of every common kind.

    These are text, Markdown, HTML, Word, OpenDocument, RTF and PDF; and tables of
    classes, one a row: Excel, CSV, JSON (also JobPosting of schema.org).

    Each fact gets its source; what was not read is listed, and nothing is guessed. Of a
    FOLDER every document in it is read, in order of name.

    With -o the records become a catalog folder for --catalog. Correct its files by
    hand, then read again: corrections stay, all else follows the documents, and where
    both changed you are told. A second document of a class goes to quarantine.

    Exit status: 0 read, whatever the notes say; 1 no class was found; 2 bad call, or a
    document could not be opened, the others being read; 3 could not write.
    """
    from ladder.catalog.compiled import collector_at_rest  # noqa: PLC0415 - help must not pay
    from ladder.reading.kept_files import KeptFolder, read_kept_folder  # noqa: PLC0415
    from ladder.reading.many_documents import HowRead  # noqa: PLC0415

    _refuse_streams(output, sheet, as_json=as_json)
    kept = KeptFolder() if output is None else read_kept_folder(output)
    _refuse_other_words(output, kept, facts=facts)
    with collector_at_rest():
        found = _read_all(paths, HowRead(jurisdiction, headings, whole=sheet is not None))
        for fault in found.faults:
            print_fault(fault)
        if not found.readings and not found.faults:
            print_fault("there is no document to read; name documents, or folders that hold some")
        if found.readings:
            _refuse_a_part(output, kept, found.readings, facts=facts)
            _deliver(found, kept, _Wanted(output, sheet, as_json=as_json, facts=facts))
    return found.status


def _refuse_streams(output: Path | None, sheet: Path | None, *, as_json: bool) -> None:
    if str(output) == STANDARD_OUTPUT:
        raise BadCallError(what="a catalog folder cannot be standard output", try_this="name a folder")
    if as_json and str(sheet) == STANDARD_OUTPUT:
        what = "--json and --sheet - both ask for standard output"
        raise BadCallError(what=what, try_this="name a file for the sheet")


def _refuse_other_words(output: Path | None, kept: "KeptFolder", *, facts: bool) -> None:
    """Refuse to add to a folder that was read with the words of documents one that carries none, or the other way."""
    listed = kept.reading_list
    if listed.documents and listed.facts_only != facts:
        how = "without" if facts else "with"
        what = f"the documents in {output} were read {how} --facts"
        raise BadCallError(what=what, try_this=f"read {how} it again, or name another folder")


def _refuse_a_part(output: Path | None, kept: "KeptFolder", readings: Sequence["Reading"], *, facts: bool) -> None:
    """Refuse to read some documents of a catalog of facts alone: names are cut with an eye to all others of it."""
    read = {one.document.name for one in readings}
    missing = sum(one.file not in read for one in kept.reading_list.documents)
    if facts and missing:
        what = f"with --facts all documents of a folder are read together, and {missing:,} of {output} are not named"
        raise BadCallError(what=what, try_this="name them too, or another folder")


# ------------------------------------------------------------------ reading


@dataclass
class _Found:
    """What was read: readings in the order of the documents, faults of the others, files of other kinds."""

    readings: list["Reading"] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    left_out: int = 0
    has_crashed: bool = False

    def take(self, one: "DocumentRead") -> None:
        """Take what became of a document."""
        self.readings += one.readings
        self.faults += [one.fault] if one.fault else []
        self.has_crashed = self.has_crashed or one.is_crash

    @property
    def status(self) -> int:
        """The exit status."""
        if self.has_crashed:
            return _FAULT_OF_LADDER
        if self.faults:
            return 2
        return 0 if any(one.record for one in self.readings) else 1


def _read_all(paths: Sequence[Path], how: "HowRead") -> _Found:
    """Read the documents, in order; what is wrong with one keeps no other from being read."""
    from ladder.reading.many_documents import read_each  # noqa: PLC0415 - the page for help must not pay for it

    found = _Found()
    documents = list(_find_documents(paths, found))
    with show_progress(len(documents), label="Documents") as tell:
        for one in read_each(documents, how):
            found.take(one)
            tell()
    return found


def _find_documents(paths: Iterable[Path], found: _Found) -> Iterator[Path]:
    """Yield the documents named, and those in the folders named, in order of name; hidden ones are not looked at.

    Nor are what ladder itself wrote beside records, in a folder that documents were read into.
    """
    from ladder.reading.folder_writing import SCHEMAS  # noqa: PLC0415 - the page for help must not pay for it
    from ladder.reading.kept_files import LIST_FILE  # noqa: PLC0415
    from ladder.reading.text.kinds import may_be_document  # noqa: PLC0415
    from ladder.record_files import is_folder  # noqa: PLC0415

    for path in paths:
        if not is_folder(path):
            yield path
            continue
        for folder, folders, names in os.walk(path, onerror=lambda error: found.faults.append(_cannot_look(error))):
            ours = {SCHEMAS, LIST_FILE} if LIST_FILE in names else set()
            folders[:] = _in_sight(folders, ours)
            seen = _in_sight(names, set())
            documents = [name for name in seen if may_be_document(name) and name not in ours]
            found.left_out += len(seen) - len(documents)
            yield from (Path(folder, name) for name in documents)


def _in_sight(names: Iterable[str], ours: Collection[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith(_HIDDEN) and name not in ours)


def _cannot_look(error: OSError) -> str:
    return f"{error.filename}: the folder cannot be read: {error.strerror}; look at its permissions"


# ------------------------------------------------------------------ answering


class _Wanted(NamedTuple):
    """Where the readings go, in which form, and whether without the words of the documents."""

    output: Path | None
    sheet: Path | None
    as_json: bool
    facts: bool


def _deliver(found: _Found, kept: "KeptFolder", wanted: _Wanted) -> None:
    from ladder.cli.read_pages import reading_lines, summary_page, tell_of_folder  # noqa: PLC0415 - as above

    collation, told = _put_together(found, kept, wanted)
    readings = _in_order(found.readings, (*collation.readings, *collation.set_aside))
    if wanted.sheet is not None:
        find_file = _find_written(collation.readings, kept, told.folder) if told else _no_file
        _save_sheet(readings, find_file, wanted.sheet)
    if wanted.as_json:
        known = {spec.class_id for spec in kept.known().classes.values()}
        for line in reading_lines(readings, known):
            save_or_print(line, None)
        for words in tell_of_folder(told) if told else ():
            print_fault(words.rstrip("\n"))
    elif str(wanted.sheet) != STANDARD_OUTPUT:
        lay_out(lambda: summary_page(readings, collation.named_only, told, left_out=found.left_out), None)


def _put_together(found: _Found, kept: "KeptFolder", wanted: _Wanted) -> tuple["Collation", "FolderTold | None"]:
    """Return the readings with their titles resolved, those set aside among them, and what was done to the folder."""
    from ladder.cli.read_pages import FolderTold  # noqa: PLC0415 - as above
    from ladder.reading.collation import collate  # noqa: PLC0415
    from ladder.reading.documents import names_of  # noqa: PLC0415
    from ladder.reading.folder_readings import set_apart  # noqa: PLC0415
    from ladder.reading.folders import plan_folder, write_folder  # noqa: PLC0415

    going_on, apart = set_apart(found.readings, kept)
    collation = collate(going_on, kept.known())
    kept_of = _facts_of(collation, apart) if wanted.facts else _Kept(collation, apart)
    told = None
    if wanted.output is not None and collation.classes:
        names = names_of(spec.jurisdiction for spec in collation.classes)
        plan = plan_folder(
            kept_of.collation, kept, set_aside=kept_of.apart, names=names, notes=kept_of.notes, facts_only=wanted.facts
        )
        make_folder(wanted.output)
        with show_progress(len(plan.files), label="Files") as tell:
            told = FolderTold(wanted.output, plan, write_folder(wanted.output, plan, tell=tell))
    shown = kept_of.collation if wanted.as_json else collation
    return replace(shown, set_aside=(*shown.set_aside, *apart)), told


class _Kept(NamedTuple):
    """What is kept of readings: those put together, those set apart before, and what is noted of each jurisdiction."""

    collation: "Collation"
    apart: Sequence["Reading"]
    notes: Mapping[str, "JurisdictionNote"] = MappingProxyType({})


def _facts_of(collation: "Collation", apart: Sequence["Reading"]) -> _Kept:
    """Return the same without the words of the documents; only this pays for the package that knows how."""
    from ladder.facts_only.collations import facts_of_collation, facts_of_readings, notes_on_age  # noqa: PLC0415

    return _Kept(facts_of_collation(collation), facts_of_readings(apart), notes_on_age(collation))


def _in_order(read: Sequence["Reading"], readings: Iterable["Reading"]) -> tuple["Reading", ...]:
    """Return the readings in the order of their documents."""
    places: dict[int, int] = {}
    for place, one in enumerate(read):
        places.setdefault(id(one.document), place)
    return tuple(sorted(readings, key=lambda one: places[id(one.document)]))


def _find_written(stays: Iterable["Reading"], kept: "KeptFolder", folder: Path) -> "FindFile":
    """Return what gives the file of a reading's record after the run: none for one set aside, or out of the folder."""
    from ladder.reading.kept_files import path_of_class  # noqa: PLC0415 - as above
    from ladder.record_files import read_text_file  # noqa: PLC0415 - as above
    from ladder.record_files.written_files import read_written  # noqa: PLC0415 - as above

    going_on, paths = {id(one) for one in stays}, kept.paths()

    def find(reading: "Reading") -> "WrittenFile | None":
        if reading.record is None or id(reading) not in going_on:
            return None
        path = paths.get(reading.record.class_id.casefold()) or path_of_class(reading.record)
        try:
            with own_files():
                return read_written(read_text_file(folder / path), path)
        except LadderError:
            return None

    return find


def _no_file(_: "Reading") -> None:
    """Return no file, as a run without a folder writes none."""


def _save_sheet(readings: Sequence["Reading"], find_file: "FindFile", sheet: Path) -> None:
    from ladder.rendering.reading_sheet import render_sheet  # noqa: PLC0415 - as above

    page = render_sheet(readings, find_file)
    if str(sheet) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(page.encode("utf-8"))
    else:
        write_file(sheet, page.encode("utf-8"))
