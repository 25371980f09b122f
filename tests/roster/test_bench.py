"""The bench, worked on paper: 12 people of North Dakota's customer service series, in November 2026.

The rules (docs/semantics.md, section 5). 0442: 72 months of general experience, 48 of them by
study, or 24 months as 0441 for internal candidates. 0443: 84, or 12 as 0442. 0444: 84, of which
12 lead work, or 12 as 0443 and 12 lead work. Service in any class of the series is general
experience of all. 0441: 48, all of it by study if need be.

| who | holds now | since, and before | besides | before 0442 | before 0443 | before 0444 |
|---|---|---|---|---|---|---|
| a | 0441 | 24 months | internal | 24 as 0441: now | 84 - 24: 60 | lead asked; if lead 60 |
| b | 0441 | 6 | internal | 24 - 6: 18 | 78 | if lead 78 |
| c | 0441 | 36 | not internal | 72 - 36: 36 | 48 | if lead 48 |
| d | 0441 | 0 | internal, bachelor's: 48 | 24 as 0441: 24 | 84 - 48: 36 | if lead 36 |
| e | 0442; 0441 at a quarter | 12; 6 | internal | holds it | 12 as 0442: now | if lead 72 |
| f | 0442 | 3; 0441 for 48 | internal | holds it | 12 - 3: 9 | if lead 84 - 51: 33 |
| g | 0443 | 18 | internal | holds more | holds it | if lead, 12 as 0443: now |
| h | 0443, as lead | 12 | internal | holds more | holds it | 12 as 0443, 12 lead: now |
| i | 0443 at a half | 6; 0442 for 24 | internal, bachelor's | holds more | holds it | if lead, 9 left at a half: 18 |
| j | 0444 | 72 | leaves in 6 months | holds more | holds more | holds it |
| k | 0444 | 72 | leaves in 19 months | holds more | holds more | holds it |
| l | 0442 | 2 | internal, leaves in 6 months | holds it | 12 - 2: 10, gone by then | if lead 82 |

So 0442: a now, b and d within 24, all of them 0441; l leaves: 1 - 1 within 12, 1 - 3 within 24.
0443: e now, f within 12, both 0442. 0444: h now, from 0443; g now and i within 24 if lead; j and k
leave: 2 - 1 within 24. 0441: all others hold more; no step leads in, and study suffices.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ladder.candidates import Profile
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.histories import History
from ladder.profiles import resolve_profile
from ladder.records import validate_json
from ladder.roster import evaluation, planner_tables
from ladder.roster.cells import case_of
from ladder.roster.people import Roster
from ladder.roster.planner_tables import PlainTable, evaluate_roster
from tests.roster.made_people import AS_OF, roster_of

BACHELOR = {"degrees": [{"level": "bachelor"}]}
LEAD = ["us-nd/0444#special"]


def job(class_id: str, start: str, end: str | None = None, **more: object) -> dict[str, object]:
    return {"class": class_id, "start": start, **({"end": end} if end else {}), **more}


def person(
    *jobs: Mapping[str, object], internal: bool = True, education: Mapping[str, object] | None = None
) -> History:
    """Return a person whose jobs without an end go on."""
    present = [{name: one[name] for name in one if name not in {"start", "end"}} for one in jobs if "end" not in one]
    profile = {
        "as_of": "2026-11",
        "standing": {"internal": internal},
        "jobs": [one for one in jobs if one["start"] != "2026-11"],
        "present": present,
        "education": education or {},
    }
    history, faults = resolve_profile(validate_json(Profile, json.dumps(profile)), load_catalog(), as_of=AS_OF)
    assert not faults, faults
    return history


TWELVE = {
    "a": person(job("us-nd/0441", "2024-11")),
    "b": person(job("us-nd/0441", "2026-05")),
    "c": person(job("us-nd/0441", "2023-11"), internal=False),
    "d": person(job("us-nd/0441", "2026-11"), education=BACHELOR),
    "e": person(job("us-nd/0442", "2025-11"), job("us-nd/0441", "2026-05", fte="0.25")),
    "f": person(job("us-nd/0442", "2026-08"), job("us-nd/0441", "2022-08", "2026-08")),
    "g": person(job("us-nd/0443", "2025-05")),
    "h": person(job("us-nd/0443", "2025-11", counts_toward=LEAD)),
    "i": person(job("us-nd/0443", "2026-05", fte="0.5"), job("us-nd/0442", "2024-05", "2026-05"), education=BACHELOR),
    "j": person(job("us-nd/0444", "2020-11")),
    "k": person(job("us-nd/0444", "2020-11")),
    "l": person(job("us-nd/0442", "2026-09")),
}
LEAVING = {"j": 6, "k": 19, "l": 6}
BENCH = [
    # class, incumbents, ready now, 6, 12, 24, if now, 6, 12, 24, feeders, top, share, exits, gaps, warnings, answerable
    ("us-nd/0441", 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, None, None, 0, 0, 0, 0, "entry_class", "service"),
    ("us-nd/0442", 3, 1, 1, 1, 3, 1, 1, 1, 3, 1, "us-nd/0441", 1, 1, 1, 0, -2, "single_feeder", "service"),
    ("us-nd/0443", 3, 1, 1, 2, 2, 1, 1, 2, 2, 1, "us-nd/0442", 1, 0, 0, -2, -2, "single_feeder", "service"),
    (
        *("us-nd/0444", 2, 1, 1, 1, 1, 2, 2, 2, 3, 1, "us-nd/0443", 1, 1, 2, 0, 1),
        *("single_feeder | exits_exceed_bench | not_answerable", "judgment"),
    ),
]
FEEDERS = [
    # class, feeder, incumbents, ready now, 6, 12, 24, if 24, step
    ("us-nd/0442", "us-nd/0441", 5, 1, 1, 1, 3, 3, "internal_qualification"),
    ("us-nd/0443", "us-nd/0442", 3, 1, 1, 2, 2, 2, "internal_qualification"),
    ("us-nd/0444", "us-nd/0443", 3, 1, 1, 1, 1, 3, "internal_qualification"),
]


def twelve() -> Roster:
    exits = [AS_OF + LEAVING[name] if name in LEAVING else -1 for name in TWELVE]
    return roster_of([(one, Fraction(0)) for one in TWELVE.values()], exits=exits)


def tables_of(roster: Roster, catalog: Catalog | None = None, *, persons: bool = False) -> Mapping[str, PlainTable]:
    return evaluate_roster(roster, case_of(roster, catalog or load_catalog()), persons=persons)


def records(table: PlainTable) -> list[dict[str, Any]]:
    return [dict(zip(table[0], row, strict=True)) for row in table[1]]


@pytest.fixture(params=["with numpy", "without numpy"])
def numpy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "with numpy":
        pytest.importorskip("numpy", reason="numpy is not installed")
    else:
        monkeypatch.setattr(evaluation, "find_spec", lambda _: None)
        monkeypatch.setattr(planner_tables, "find_spec", lambda _: None)


@pytest.mark.usefixtures("numpy")
def test_twelve_people_worked_on_paper_give_the_bench_exactly() -> None:
    tables = tables_of(twelve())
    columns, rows = tables["bench"]
    assert " ".join(columns) == (
        "class title grade incumbents ready_now within_6 within_12 within_24 if_now if_6 if_12 if_24 feeders "
        "top_feeder top_feeder_share exits_12 exits_24 gap_12 gap_24 warnings answerable"
    )
    assert [(row[0], *row[3:]) for row in rows] == BENCH
    assert [row[1:3] for row in rows][1] == ("Customer Service Specialist", "I")
    assert [row[:-1] for row in tables["feeders"][1]] == FEEDERS
    assert all("line" in str(row[-1]) for row in tables["feeders"][1])


def test_who_left_or_works_elsewhere_does_not_count() -> None:
    away = [
        person(job("us-nd/0441", "2022-08", "2026-08")),
        person(job("us-ct/0029MP", "2022-08"), job("us-nd/0441", "2018-08", "2022-08")),
    ]
    people = [*TWELVE.values(), *away]
    roster = roster_of([(one, Fraction(0)) for one in people], exits=[*twelve().exits, -1, -1])
    found = records(tables_of(roster)["bench"])
    here = [one for one in found if one["class"].startswith("us-nd/")]
    assert [tuple(one.values())[0:1] + tuple(one.values())[3:] for one in here] == BENCH
    assert any(one["class"].startswith("us-ct/") for one in found)


def test_the_top_feeder_of_two_alike_is_the_first_by_code() -> None:
    several = [TWELVE["a"], person(job("us-ct/0029MP", "2026-11"), job("us-nd/0444", "2026-11")), TWELVE["a"]]
    both = person(job("us-ct/0029MP", "2026-11"), job("us-nd/0441", "2024-11"))
    roster = roster_of([(one, Fraction(0)) for one in (TWELVE["a"], both, *several[1:2])])
    row = next(one for one in records(tables_of(roster)["bench"]) if one["class"] == "us-nd/0442")
    assert (row["within_24"], row["feeders"], row["top_feeder"]) == (2, 2, "us-ct/0029MP")
    assert row["top_feeder_share"] == Decimal("0.5")
    assert "single_feeder" not in row["warnings"]


def test_each_step_says_whom_it_readies_and_what_it_saves() -> None:
    # c, with a bachelor's, meets 0442 now: 36 months saved. Of 0443, a saves 48, b 48, c 48, f 9; a and c come within
    # 24. Studying 12 hours a year, c has a year of study after 30 months, not 36. Were lead work declared: g and i.
    rows = records(tables_of(twelve())["next_step"])
    told = {(one["class"], one["step"]): (one["people readied"], one["months saved"]) for one in rows}
    assert told["us-nd/0442", "degree bachelor"] == (1, 36)
    assert told["us-nd/0443", "degree bachelor"] == (2, 153)
    assert told["us-nd/0442", "study hours 12"] == (0, 6)
    assert told["us-nd/0444", "condition LEAD"] == (2, 0)
    assert not any(step.startswith("ruling") for _, step in told)


def test_persons_are_told_of_only_where_they_are_asked_for() -> None:
    tables = tables_of(twelve(), persons=True)
    assert "persons" not in tables_of(twelve())
    rows = records(tables["persons"])
    assert [(one["employee"], one["class"], one["months"], one["if_months"], one["if_conditions"]) for one in rows] == [
        ("e0", "us-nd/0442", 0, None, ""),
        ("e1", "us-nd/0442", 18, None, ""),
        ("e3", "us-nd/0442", 24, None, ""),
        ("e4", "us-nd/0443", 0, None, ""),
        ("e5", "us-nd/0443", 9, None, ""),
        ("e6", "us-nd/0444", None, 0, "LEAD"),
        ("e7", "us-nd/0444", 0, None, ""),
        ("e8", "us-nd/0444", None, 18, "LEAD"),
    ]
    assert rows[2]["routes"] == "internal | general"
    assert rows[2]["credited"] == "us-nd/0442#general 48 by study"
    assert rows[1]["left"] == "us-nd/0442#general 66 | us-nd/0442#internal 18"
    names = set(twelve().employees)
    others = [cell for name, table in tables.items() if name != "persons" for row in table[1] for cell in row]
    assert names.isdisjoint(map(str, others))
