"""A person of a roster is the person of a profile with the same facts, whatever the order of rows and their splits."""

import json
import random
from pathlib import Path

import pytest

from ladder.profiles import read_profile
from ladder.roster import reading_rules
from ladder.roster.column_lists import ListWork
from ladder.roster_layouts import Ends, Layout
from tests.roster.random_people import AS_OF, Person, make_people
from tests.roster.rosters import AS_OF as MONTH
from tests.roster.rosters import read_rows, seeds

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
