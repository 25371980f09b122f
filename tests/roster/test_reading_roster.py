"""A person of a roster is the person of a profile with the same facts, whatever the order of rows and their splits."""

import json
import random
import tracemalloc
from pathlib import Path

import pytest

from ladder.profiles import read_profile
from ladder.roster import batches, jobs_table, reading_rules, row_faults, table_columns
from ladder.roster.column_lists import ListWork
from ladder.roster.reading_roster import read_roster
from ladder.roster.table_files import RosterFiles
from ladder.roster_layouts import Ends, Layout
from tests.roster.random_people import AS_OF, Person, make_people
from tests.roster.rosters import AS_OF as MONTH
from tests.roster.rosters import read_rows, seeds

MOST_A_ROW = 700
"""Bytes that a row may take that is refused, as Python counts them: a process of a million is under 512 MB then."""
EXCLUSIVE = Layout(ends=Ends.EXCLUSIVE)


def history_by_profile(person: Person) -> object:
    return read_profile(json.dumps(person.profile), file="p.json", catalog=seeds(), as_of=None, today=MONTH)


@pytest.mark.untraced
@pytest.mark.parametrize("with_numpy", [True, False])
def test_two_thousand_people_have_the_history_of_their_profiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, with_numpy: bool
) -> None:
    if not with_numpy:
        monkeypatch.setattr(reading_rules, "find_column_work", ListWork)
    people = dict(make_people(2000, seed=15))
    rows = [row for one in people.values() for row in one.jobs]
    declared = [one.people for one in people.values()]
    for table in (rows, declared):
        random.Random(7).shuffle(table)
    read = read_rows(tmp_path, rows, declared, layout=EXCLUSIVE)
    assert list(read.roster.employees) == list(people)
    for place, person in enumerate(people.values()):
        assert read.roster.history(place) == history_by_profile(person), person


def test_rows_in_are_people_spans_joined_set_aside_and_rejected(tmp_path: Path) -> None:
    people = dict(make_people(300, seed=3))
    rows = [row for one in people.values() for row in one.jobs]
    counts = read_rows(tmp_path, rows, [one.people for one in people.values()], layout=EXCLUSIVE).counts
    assert counts.joined > 0
    assert counts.rows_in == len(rows) + 300
    assert counts.rows_in == counts.people + counts.spans + counts.joined + counts.set_aside + counts.rejected
    assert AS_OF == "2026-11"


@pytest.mark.untraced
def test_rows_that_are_all_refused_take_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A million such rows are to be refused within 512 MB: of a row its employee is kept, and a number for each column.
    monkeypatch.setattr(batches, "ROWS_A_BATCH", 200)
    monkeypatch.setattr(table_columns, "MOST_REMEMBERED", 200)
    monkeypatch.setattr(jobs_table, "MOST_TEXTS", 1_000)
    monkeypatch.setattr(row_faults, "MOST_KEPT", 100)
    peak_of_reading(garbage(tmp_path / "first.csv", 2_000, seed=1))  # what is made once is made here
    few, many = (peak_of_reading(garbage(tmp_path / f"{rows}.csv", rows, seed=rows)) for rows in (2_000, 8_000))
    assert (many - few) / 6_000 < MOST_A_ROW  # tables of names double now and then: a few thousand rows even that out


def garbage(file: Path, rows: int, *, seed: int) -> Path:
    chance = random.Random(seed)
    names = ("employee", "record", "class", "title", "start", "end", "fte", "target_class", "counts_toward", "action")
    lines = [",".join(f"{chance.getrandbits(48):x}" for _ in names) for _ in range(rows)]
    file.write_text("\n".join([",".join(names), *lines]), encoding="utf-8")
    return file


def peak_of_reading(file: Path) -> int:
    """Return the most bytes held while a table of jobs is read whose bad rows are left out."""
    tracemalloc.start()
    read_roster(RosterFiles(file, None), seeds(), Layout(), as_of=MONTH, today=MONTH, skip_bad=True)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
