"""A roster in parts: each read and evaluated by itself, in worker processes, and all added up to the same tables.

Memory is bounded by the largest part and the workers. Parts that were finished are taken from the
folder that they are kept in.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.compiled import compile_catalog
from ladder.digests import digest_of
from ladder.errors import CannotWriteError, LadderError
from ladder.reading.worker_processes import SharedWork
from ladder.roster.folder_parts import Part, find_parts
from ladder.roster.kept_parts import KeptParts, unsealed
from ladder.roster.part_notes import PartsRead, together
from ladder.roster.part_work import PartAnswer, PartRules, PartTask, answer_part, ended
from ladder.roster.planner_tables import Counted
from ladder.roster.reading_roster import OfAll, month_without_snapshots
from ladder.roster.row_faults import RosterRefusedError
from ladder.roster.table_files import JOBS, PEOPLE, RosterFiles
from ladder.roster.totals import added, totals_of
from ladder.roster.two_files import RowsElsewhere, rows_elsewhere
from ladder.roster_layouts import Layout, Mode
from ladder.service_time import Month
from ladder.writing import note_input, note_person


class PartsAsked(NamedTuple):
    """What is asked of a roster in parts, and how: the folder that finished parts are kept in, and processes."""

    layout: Layout
    as_of: Month | None
    today: Month
    describes: bool = False
    skip_bad: bool = False
    persons: bool = False
    keep: Path | None = None
    workers: int = 1


class PartsDone(NamedTuple):
    """How many parts there are; how many were finished before, and how many of those kept were damaged."""

    parts: int
    kept: int
    damaged: int


class PartedRoster(NamedTuple):
    """A roster in parts as it was read; what its people come to, unless it is only described; what was kept."""

    read: PartsRead
    counted: Counted | None
    done: PartsDone


def read_parts(files: RosterFiles, catalog: Catalog, asked: PartsAsked) -> PartedRoster:
    """Return the roster of the parts in the folders of its files, evaluated unless it is only described.

    Raises:
        RosterRefusedError: a table cannot be used; or a row, unless such rows are skipped.
        BadCallError: the folders do not hold parts that belong together.
        CannotWriteError: a finished part cannot be kept.
        LadderError: a process was ended, or a file changed while it was read.

    """
    note_person()
    parts = find_parts(files.jobs, files.people)
    for path in (one for part in parts for one in (part.files.jobs, part.files.people) if one is not None):
        note_input(path)
    made = compile_catalog(catalog.record, found_sound=True)
    rules = PartRules(
        made,
        asked.layout,
        asked.as_of,
        asked.today,
        files.people is not None,
        describes=asked.describes,
        skip_bad=asked.skip_bad,
        persons=asked.persons,
    )
    work = _Work(parts, rows_elsewhere([one.files for one in parts], asked.layout), digest_of(made), asked)
    if asked.layout.mode is Mode.SNAPSHOTS:
        rules = rules._replace(of_all=work.looked(rules))
    return _put_together(work, rules, files, catalog)


def _put_together(work: "_Work", rules: PartRules, files: RosterFiles, catalog: Catalog) -> PartedRoster:
    asked = work.asked
    told, done = work.told(rules)
    month = asked.today if rules.of_all is None else rules.of_all.as_of
    folders = {JOBS: str(files.jobs), PEOPLE: str(files.people)}
    notes = [one["notes"] for one in told]
    read = together(notes, month if asked.as_of is None else asked.as_of, asked.layout, catalog, folders)
    if read.refuses_tables:
        raise RosterRefusedError(read.log)
    if read.log.total and not (asked.describes or asked.skip_bad):
        raise RosterRefusedError(read.log, skippable=True)
    return PartedRoster(read, None if asked.describes else _counted(told, catalog, persons=asked.persons), done)


def _counted(told: Iterable[Mapping[str, Any]], catalog: Catalog, *, persons: bool) -> Counted:
    """Return what all people come to; the rows about each by class, in the order of the catalog, then by employee."""
    found = list(told)
    totals = added(totals_of(one["totals"]) for one in found)
    if not persons:
        return Counted(totals, None)
    places = {class_id: place for place, class_id in enumerate(catalog.classes)}
    rows = [tuple(row) for one in found for row in one["persons"]]
    return Counted(totals, tuple(sorted(rows, key=lambda row: (places[str(row[1])], str(row[0])))))


class _Work(NamedTuple):
    """The parts of a roster on their way to answers."""

    parts: tuple[Part, ...]
    elsewhere: list[RowsElsewhere]
    catalog: str
    asked: PartsAsked

    def looked(self, rules: PartRules) -> OfAll:
        """Return what all parts have in common: the snapshots, and the newest of them."""
        told, _ = self.told(rules._replace(looks=True, describes=False, persons=False))
        seen = [one for one in told if "snapshots" in one]
        newest = [one["newest"] for one in seen if one["newest"] is not None]
        month = Month(max(newest)) if newest else month_without_snapshots(rules.layout, rules.today)
        return OfAll(month, tuple(sorted({Month(month) for one in seen for month in one["snapshots"]})))

    def told(self, rules: PartRules) -> tuple[list[Any], PartsDone]:
        """Return what comes of each part: kept before, or worked out now."""
        folder = None if self.asked.describes else self.asked.keep
        tasks = [
            PartTask.of(part, rules, self.catalog, rows, folder)
            for part, rows in zip(self.parts, self.elsewhere, strict=True)
        ]
        packed = _found(tasks, folder)
        kept = {place: told for place, one in packed.items() if (told := unsealed(one)) is not None}
        left = [one for place, one in enumerate(tasks) if place not in kept]
        answers = iter(list(_answers(left, self.asked.workers)))
        told = [kept[place] if place in kept else next(answers) for place in range(len(tasks))]
        if folder is not None:
            KeptParts(folder).prepare([one.key for one in tasks])
        return told, PartsDone(len(tasks), len(kept), len(packed) - len(kept))


def _found(tasks: list[PartTask], folder: Path | None) -> dict[int, bytes]:
    """Return what is kept of each task, by its place."""
    if folder is None:
        return {}
    kept = KeptParts(folder)
    kept.prepare([one.key for one in tasks])
    found = ((place, kept.find(one.key)) for place, one in enumerate(tasks))
    return {place: packed for place, packed in found if packed is not None}


def _answers(tasks: list[PartTask], workers: int) -> Iterator[Any]:
    work = SharedWork(answer_part, ended, processes=min(workers, len(tasks)))
    for one in work.results(tasks):
        yield unsealed(_sound(one).packed)


def _sound(answer: PartAnswer) -> PartAnswer:
    """Return an answer that is one.

    Raises:
        LadderError: it is a fault.

    """
    if answer.unwritten is not None:
        raise CannotWriteError(file=answer.unwritten[0], reason=answer.unwritten[1])
    if answer.fault:
        raise LadderError(answer.fault)
    return answer
