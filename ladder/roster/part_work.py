"""One part of a roster read, checked and evaluated, in whatever process: what comes of it is told in plain values."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.compiled import read_compiled
from ladder.errors import CannotWriteError, LadderError
from ladder.roster.cells import case_of
from ladder.roster.folder_parts import Part
from ladder.roster.kept_parts import KeptParts, digest_of_file, key_of, sealed
from ladder.roster.part_notes import is_sound, notes_of, notes_of_faults
from ladder.roster.planner_tables import count_roster
from ladder.roster.reading_roster import OfAll, RosterRead, read_roster
from ladder.roster.row_faults import RosterRefusedError
from ladder.roster.totals import totals_json
from ladder.roster.two_files import RowsElsewhere
from ladder.roster_layouts import Layout
from ladder.service_time import Month


class PartRules(NamedTuple):
    """What all parts of a roster are read and evaluated by.

    ``catalog`` is compiled. ``looks`` asks for the snapshots alone, ``describes`` for what
    was read alone. ``has_people`` says that there is a table of people.
    """

    catalog: bytes
    layout: Layout
    as_of: Month | None
    today: Month
    has_people: bool
    looks: bool = False
    describes: bool = False
    skip_bad: bool = False
    persons: bool = False
    of_all: OfAll | None = None


class PartTask(NamedTuple):
    """A part that is to be evaluated; what comes of it is kept in the folder under ``key``, where there is one."""

    part: Part
    rules: PartRules
    elsewhere: RowsElsewhere
    digests: tuple[str, ...]
    key: str
    folder: Path | None

    @classmethod
    def of(
        cls, part: Part, rules: PartRules, catalog: str, elsewhere: RowsElsewhere, folder: Path | None
    ) -> "PartTask":
        """Return the task of a part; ``catalog`` is the digest of the catalog."""
        digests = tuple(map(digest_of_file, _files_of(part)))
        hangs_on = [
            *(catalog, repr(rules.layout), rules.as_of if rules.as_of is not None else rules.today, rules.of_all),
            *(rules.has_people, rules.looks, rules.persons, list(map(str, _files_of(part))), digests),
            {file: sorted(rows) for file, rows in elsewhere.items()},
        ]
        return cls(part, rules, elsewhere, digests, key_of(hangs_on), folder)


def _files_of(part: Part) -> Iterator[Path]:
    yield part.files.jobs
    if part.files.people is not None:
        yield part.files.people


class PartAnswer(NamedTuple):
    """What came of a part, sealed; or what is wrong, in words; or the file that cannot be written, and why."""

    packed: bytes
    fault: str = ""
    unwritten: tuple[str, str] | None = None


def answer_part(task: PartTask) -> PartAnswer:
    """Return what comes of a part, which is kept before where it is to be; of one with faults, the faults."""
    try:
        told = _told_of(task)
        if task.digests != tuple(map(digest_of_file, _files_of(task.part))):
            return PartAnswer(b"", f"{task.part.files.jobs} changed while it was read; run it again")
        packed = sealed(told)
        if task.folder is not None and "fails" not in told:
            KeptParts(task.folder).keep(task.key, packed)
        return PartAnswer(packed)
    except CannotWriteError as error:
        return PartAnswer(b"", unwritten=(error.file, error.reason))
    except LadderError as error:
        return PartAnswer(b"", str(error))


def ended(task: PartTask) -> PartAnswer:
    """Return what is said of a part whose process was ended."""
    what = f"the process that evaluated {task.part.files.jobs} was ended, perhaps for want of memory"
    return PartAnswer(b"", f"{what}; give fewer --workers or smaller parts: with --keep, finished parts are kept")


def _told_of(task: PartTask) -> dict[str, Any]:
    """Return what comes of a part; of one that ``fails`` the faults alone, as it may not be evaluated."""
    rules = task.rules
    catalog = _catalog_of(rules.catalog)
    try:
        read = read_roster(
            task.part.files,
            catalog,
            rules.layout,
            as_of=rules.as_of,
            today=rules.today,
            describes=rules.describes,
            skip_bad=True,
            of_all=rules.of_all,
            elsewhere=task.elsewhere,
        )
    except RosterRefusedError as error:
        return {"notes": notes_of_faults(error.log), "fails": True}
    if rules.looks:
        return {"newest": read.newest, "snapshots": list(read.snapshots)}
    notes = notes_of(read, has_people=rules.has_people)
    if rules.describes or not (rules.skip_bad or is_sound(notes)):
        return {"notes": notes, "fails": True}
    return {"notes": notes, **_counted(read, catalog, persons=rules.persons)}


def _counted(read: RosterRead, catalog: Catalog, *, persons: bool) -> dict[str, Any]:
    found = count_roster(read.roster, case_of(read.roster, catalog), persons=persons, in_part=True)
    return {"totals": totals_json(found.totals), "persons": None if found.persons is None else list(found.persons)}


@lru_cache(maxsize=1)
def _catalog_of(compiled: bytes) -> Catalog:
    return Catalog(read_compiled(compiled, file="the catalog", found_sound=True))
