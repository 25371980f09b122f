"""What a change would do is told in a sentence, with its condition in the same breath; each way and ladder in one."""

import json
from typing import Any

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.records import validate_json
from ladder.revision_tables import (
    CLASS_CHANGE_COLUMNS,
    LADDER_CHANGE_COLUMNS,
    POOL_COLUMNS,
    Scenario,
    tell_scenarios,
    what_if_json,
    what_if_tables,
)
from ladder.revisions import what_if as comparing
from ladder.revisions.proposals import ChangesFile, Names
from ladder.revisions.what_if import LadderChange, Plan
from ladder.telling.told_what_if import kind_of
from tests.eligibility.small_catalogs import PLACE, SOURCE, catalog_of, grade, other, service, stands_for
from tests.measures.made_ladders import AS_OF
from tests.roster.test_bench import twelve

Json = dict[str, Any]
LEAD = {"kind": "drop", "requirement": "0444#special"}


def scenarios_of(catalog: Catalog, *changes: Json, with_people: bool = False) -> tuple[Scenario, ...]:
    listed = validate_json(ChangesFile, json.dumps({"changes": changes})).changes
    return tell_scenarios(Names(catalog).found(listed), catalog, AS_OF, twelve() if with_people else None)


def small() -> Catalog:
    asked = grade("2", service("general", 24, "1"))
    top = grade("3", service("general", 12, "2"), service("open", 60), routes=[["general"], ["open"]])
    return catalog_of(grade("0"), grade("1"), asked, top)


def test_no_lead_year_for_senior_consultant() -> None:
    (one,) = scenarios_of(load_catalog(), LEAD)
    assert one.told.question == (
        "What if Customer Service Senior Consultant asked no special experience (1 year of the general experience as "
        "lead worker)?"
    )
    assert one.told.headline() == (
        "1 class asks something else: Customer Service Senior Consultant. 4 ladders change: 4 get a date that nobody "
        "has to confirm."
    )
    assert one.told.ladder(one.told.found.ladders[0]) == (
        "Customer Service Representative to Customer Service Senior Consultant: 4 years; before: 4 years, if 12 of "
        "those months are lead work (your supervisor must confirm it)."
    )
    assert one.told.ladder(one.told.found.ladders[1]).startswith(
        "Customer Service Representative to Customer Service Senior Consultant with a bachelor's degree: 3 years;"
    )
    tables = what_if_tables((one,))
    assert tables["classes"].columns == CLASS_CHANGE_COLUMNS
    assert tables["classes"].rows[1][:5] == (
        "us-nd/0444",
        "internal",
        "service here (1 year) and special experience (1 year of the general experience as lead worker)",
        "service here (1 year)",
        "Special experience taken out",
    )
    assert tables["ladders"].columns == LADDER_CHANGE_COLUMNS
    assert tables["ladders"].rows[0][:7] == ("us-nd/0441", "us-nd/0444", None, 48, None, 48, None)
    assert tables["ladders"].rows[1][4] == "bachelor"


def test_with_a_roster_people_are_told_first() -> None:
    (one,) = scenarios_of(load_catalog(), LEAD, with_people=True)
    assert one.told.headline().startswith(
        "2 people are ready now for Customer Service Senior Consultant, 1 without the change. 1 class asks"
    )
    (dropped,) = one.told.dropped()
    assert dropped == (
        "1 person has service toward the special experience of Customer Service Senior Consultant, which is asked no "
        "more: dropped."
    )
    tables = what_if_tables((one,))
    assert tables["pool"].columns == POOL_COLUMNS
    assert tables["pool"].rows == (("us-nd/0444", 1, 1, 1, 1, 2, 2, 2, 3, 0, 36, 2, 0, 1, 1, 0, 0, "1"),)
    assert tables["dropped"].rows == (("us-nd/0444#special", 1, "1"),)
    told = what_if_json((one,))
    assert told["told"] == one.told.headline()
    assert set(told) == {"question", "told", "alone", "classes", "ladders", "pool", "dropped"}
    (nobody,) = scenarios_of(
        load_catalog(), {"kind": "set", "requirement": "0441#general", "months": 49}, with_people=True
    )
    assert nobody.told.headline().startswith("Nobody of the roster is ready sooner or later. 1 class asks")
    (few,) = scenarios_of(load_catalog(), {"kind": "abolish", "class": "0444"}, with_people=True)
    assert few.told.headline().startswith("0 people are ready now for Customer Service Senior Consultant, 1 without")


@pytest.mark.parametrize(
    ("change", "question", "headline"),
    [
        (
            {"kind": "set", "requirement": "2#general", "months": 12},
            "What if Class 2 asked 1 year of general experience?",
            "1 class asks something else: Class 2. 2 ladders change: 2 get shorter.",
        ),
        (
            {"kind": "set", "requirement": "2#general", "months": 36},
            "What if Class 2 asked 3 years of general experience?",
            "1 class asks something else: Class 2. 2 ladders change: 2 get longer.",
        ),
        (
            {"kind": "merge", "class": "0", "into": "1"},
            "What if Class 0 were merged into Class 1?",
            "Nothing changes.",
        ),
        (
            {"kind": "abolish", "class": "2"},
            "What if Class 2 were abolished?",
            "1 class asks something else: Class 2. 2 ladders change: 2 are gone.",
        ),
        (
            {"kind": "new_class", "record": grade("4", service("general", 6, "3"))},
            "What if there were a class Class 4?",
            "1 class asks something else: Class 4. 3 ladders change: 3 are new.",
        ),
        (
            {"kind": "drop", "requirement": "2#general"},
            "What if Class 2 asked no general experience (2 years)?",
            "1 class asks something else: Class 2. 2 ladders change: 2 are gone.",
        ),
        (
            {
                "kind": "substitution",
                "class": "2",
                "substitution": stands_for("study", "general", semester_hours=30, months=12, at_most_months=12),
            },
            "What if in Class 2: 30 college credits count as 1 year of the general experience, up to 1 year?",
            "1 class asks something else: Class 2. 2 ladders change: 2 get shorter.",
        ),
    ],
)
def test_each_kind_of_change_is_told(change: Json, question: str, headline: str) -> None:
    (one,) = scenarios_of(small(), change)
    assert one.told.question == question
    if change["kind"] == "merge":
        assert one.told.headline()
    else:
        assert one.told.headline() == headline
    for way in one.told.routes:
        assert one.told.way(way)
    for ladder in one.told.found.ladders:
        assert one.told.ladder(ladder)


def test_an_abolished_class_is_entered_by_nobody() -> None:
    (one,) = scenarios_of(small(), {"kind": "abolish", "class": "2"})
    assert one.told.way(one.told.routes[-1]) == ("Class 2, by any way: nobody enters it any more; before: not there.")


def test_several_changes_are_told_alone_and_together() -> None:
    shorter = {"kind": "set", "requirement": "2#general", "months": 12}
    catalog = small()
    found = scenarios_of(catalog, shorter, {"kind": "drop", "requirement": "3#open"})
    assert [one.name for one in found] == ["1", "2", "together"]
    assert found[-1].told.question == (
        "What if Class 2 asked 1 year of general experience, and Class 3 asked no open (5 years)?"
    )
    told = what_if_json(found)
    alone = told["alone"]
    assert isinstance(alone, list)
    assert [one["change"] for one in alone] == ["1", "2"]
    tables = what_if_tables(found)
    assert {row[-1] for row in tables["ladders"].rows} >= {"1", "together"}
    (way,) = found[1].told.routes
    assert found[1].told.way(way) == "Class 3, way open: nothing; before: open (5 years)."


def test_no_change_at_all_changes_nothing() -> None:
    found = scenarios_of(small())
    assert [one.told.headline() for one in found] == ["Nothing changes."]
    assert what_if_json(()) == {"question": "", "told": "", "alone": [], "classes": [], "ladders": []}


def test_what_counts_instead_is_told_by_its_kind() -> None:
    program = stands_for("programme", "general", programme=f"{PLACE}/0")
    degree = stands_for("degree", "general", degree="law", months=6)
    catalog = catalog_of(grade("0"), grade("1", service("general", 24), substitutions=[program, degree]))
    dropped = [{"kind": "drop", "requirement": f"1#{one}"} for one in ("program", "degree:law")]
    *_, both = scenarios_of(catalog, *dropped)
    assert [both.told.route_name(one) for one in both.told.routes] == ["by completing the training program", "a degree"]
    assert both.told.way(both.told.routes[1]).endswith(
        "not there; before: A law degree counts as 6 months of the general experience."
    )


def test_many_classes_are_named_in_part() -> None:
    many = [grade(str(one), service("general", 24, "0")) for one in range(1, 7)]
    changes = [{"kind": "set", "requirement": f"{one}#general", "months": 12} for one in range(1, 7)]
    *_, every = scenarios_of(catalog_of(grade("0"), *many), *changes)
    assert every.told.headline() == (
        "6 classes ask something else: Class 1, Class 2, Class 3, Class 4 and 2 more. 6 ladders change: 6 get shorter."
    )


def test_a_class_with_other_requirements_is_told_by_what_it_lacks() -> None:
    license_ = other("credential", "license", name="a license")
    catalog = catalog_of(grade("1"), grade("2", service("general", 12, "1"), license_))
    (one,) = scenarios_of(catalog, {"kind": "drop", "requirement": "2#license"})
    assert one.told.question == "What if Class 2 asked no license?"
    assert "gets a date that nobody has to confirm" in one.told.headline()
    (ladder,) = one.told.found.ladders
    assert one.told.ladder(ladder).startswith("Class 1 to Class 2: 1 year; before: 1 year, if ")


def test_how_a_ladder_changes() -> None:
    def plan(months: int | None, if_months: int | None = None, *codes: str) -> Plan:
        return Plan(months, if_months, codes, "after" if months else "unreachable", None)

    cases = {
        "dates": (plan(None, 12, "LEAD"), plan(12)),
        "lost": (plan(12), plan(None, 12, "LEAD")),
        "shorter": (plan(None, 24, "LEAD"), plan(None, 12, "LEAD")),
        "longer": (plan(12), plan(24)),
        "new": (None, plan(12)),
        "gone": (plan(12), None),
        "otherwise": (plan(None, 12, "LEAD"), plan(None, 12, "EXAM")),
    }
    for kind, (before, after) in cases.items():
        assert kind_of(LadderChange("a", "b", with_degree=False, before=before, after=after)) == kind
    assert LadderChange("a", "b", with_degree=False, before=plan(None), after=plan(3)).months_saved == 0


def test_more_pairs_than_are_compared_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MOST_PAIRS", 1)
    (one,) = scenarios_of(small(), {"kind": "set", "requirement": "2#general", "months": 12})
    assert (one.told.found.tried, one.told.found.touched) == (1, 3)


def test_a_ladder_may_go_where_no_way_changes() -> None:
    trainee = grade("0", trainee_targets=[{"class": f"{PLACE}/1", "months": 12, "source": SOURCE}])
    catalog = catalog_of(trainee, grade("1", service("general", 24)), grade("2"))
    (one,) = scenarios_of(catalog, {"kind": "merge", "class": "0", "into": "2"})
    assert one.told.headline() == "1 ladder changes: 1 is gone."
