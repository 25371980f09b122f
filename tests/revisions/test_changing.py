"""A change is what an edit of the files would be; no change changes nothing; a change and back is no change."""

import json
import random
from typing import Any

import pytest

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.errors import BadCallError, LadderError
from ladder.paths.asking import PathBetween, Question, answer
from ladder.paths.ladders import classes_above
from ladder.paths.starts import on_day_one
from ladder.records import RecordRefusedError, tree_of, validate_json
from ladder.revisions.changing import changed
from ladder.revisions.proposals import ChangesFile, Names, SetMonths, TakeOut, read_setting, read_taking_out
from ladder.revisions.what_if import what_if
from tests.eligibility.small_catalogs import PLACE, SOURCE, catalog_of, grade, other, service, stands_for
from tests.measure import SLOW, measure
from tests.measures.and_or import random_classes
from tests.measures.made_ladders import AS_OF
from tests.revisions.edited_files import edited, random_change

Json = dict[str, Any]
ONE = f"{PLACE}/1"


def catalog_from(classes: list[Json], **place: Any) -> Catalog:  # noqa: ANN401 - fields of a record
    record = {"jurisdictions": [{"id": PLACE, "name": "Place", **place}], "classes": classes}
    return Catalog(validate_json(CatalogRecord, json.dumps(record)))


def after(catalog: Catalog, *changes: Json) -> Catalog:
    listed = validate_json(ChangesFile, json.dumps({"changes": changes})).changes
    return changed(Names(catalog).found(listed), catalog)


def rules_after(catalog: Catalog, *changes: Json, code: str = "1") -> Json:
    rules = after(catalog, *changes).classes[f"{PLACE}/{code}"].qualifications
    assert rules is not None
    return tree_of(rules)


@pytest.mark.untraced
@pytest.mark.parametrize("seed", range(measure(1_000, share=SLOW)))
def test_a_change_is_what_an_edit_of_the_files_would_be(seed: int) -> None:
    chance = random.Random(seed)
    classes = random_classes(seed % 200)
    change = random_change(classes, chance)
    if change is None:
        return
    catalog = catalog_from(classes)
    try:
        by_hand = catalog_from(edited(classes, change))
    except RecordRefusedError:
        with pytest.raises(BadCallError):
            after(catalog, change)
        return
    found = after(catalog, change)
    assert tree_of(found.record) == tree_of(by_hand.record)
    if seed % 50 == 3:
        assert _ladders_after(catalog, change) <= _ladders_of(by_hand)
        assert what_if((), catalog, AS_OF).ladders == ()
    assert after(catalog).record is catalog.record


def _ladders_after(catalog: Catalog, change: Json) -> set[tuple[str, str, int | None]]:
    """Return the ladders that a change touches, with the months that they take by it."""
    listed = validate_json(ChangesFile, json.dumps({"changes": [change]})).changes
    told = what_if(Names(catalog).found(listed), catalog, AS_OF).ladders
    return {(one.start, one.target, one.after.months) for one in told if one.after and not one.with_degree}


def _ladders_of(catalog: Catalog) -> set[tuple[str, str, int | None]]:
    """Return every ladder of a catalog that was edited, as a path query answers of it."""
    case = on_day_one(catalog, AS_OF)
    found = set()
    for start in catalog.classes:
        for target in classes_above(catalog, start, frozenset()):
            best = answer(Question(case, PathBetween(start, target, 0))).best
            found.add((start, target, best.months if best else None))
    return found


def test_nothing_changed_is_the_same_catalog_and_back_is_the_same_record() -> None:
    catalog = load_catalog()
    assert changed((), catalog) is catalog
    there = Names(catalog).found([read_setting("Customer Service Senior Consultant # special=6")])
    back = Names(catalog).found([SetMonths(requirement="0444#special", months=12)])
    assert there[0] == SetMonths(requirement="us-nd/0444#special", months=6)
    assert changed(there, catalog).record != catalog.record
    assert changed((*there, *back), catalog).record == catalog.record
    found = what_if((*there, *back), catalog, AS_OF)
    assert (found.ladders, found.touched) == ((), 0)


def test_months_of_what_stands_for_a_requirement() -> None:
    whole = stands_for("service", "a", feeder="0", months=12)
    capped = stands_for("service", "a", feeder="2", months=1, at_most_months=12)
    study = stands_for("study", "a", semester_hours=30, months=12, at_most_months=12)
    degree = stands_for("degree", "a", degree="law", months=12)
    program = stands_for("programme", "a", programme=f"{PLACE}/0")
    every = [whole, capped, study, degree, program]
    catalog = catalog_from([grade("0"), grade("1", service("a", 24), substitutions=every), grade("2")])
    for name, place, field in ((f"sub:{PLACE}/0", 0, "months"), (f"sub:{PLACE}/2", 1, "at_most_months")):
        change = {"kind": "set", "requirement": f"1#{name}", "months": 6}
        assert rules_after(catalog, change)["substitutions"][place][field] == 6
    for name, place, field in (("study", 2, "at_most_months"), ("degree:law", 3, "months")):
        change = {"kind": "set", "requirement": f"1#{name}", "months": 6}
        assert rules_after(catalog, change)["substitutions"][place][field] == 6
    with pytest.raises(BadCallError, match="has no months"):
        after(catalog, {"kind": "set", "requirement": "1#program", "months": 6})
    left = rules_after(catalog, {"kind": "drop", "requirement": "1#program"})
    assert len(left["substitutions"]) == 4


def test_what_is_taken_out_leaves_no_trace_of_it() -> None:
    license_ = other("credential", "license", name="a license")
    parts = [service("b", 12, within="a"), service("c", 12, additional_to="a"), service("d", 12, after="license")]
    ruling = {"class": ONE, "counts_toward": [f"{ONE}#a", f"{ONE}#b"], "by": "HR", "reason": "same"}
    alone = {"class": ONE, "counts_toward": [f"{ONE}#a"], "by": "HR", "reason": "same"}
    asked = grade("1", service("a", 24), *parts, license_, routes=[["a", "b"], ["c", "d", "license"]])
    catalog = catalog_from([asked], rulings=[ruling, alone])
    found = after(catalog, {"kind": "drop", "requirement": "1#a"}, {"kind": "drop", "requirement": "1#license"})
    rules = found.classes[ONE].qualifications
    assert rules is not None
    assert [(rule.id, getattr(rule, "within", None), getattr(rule, "after", None)) for rule in rules.requirements] == [
        ("b", None, None),
        ("c", None, None),
        ("d", None, None),
    ]
    assert [route.requires for route in rules.routes] == [("b",), ("c", "d")]
    assert [one.counts_toward for one in found.jurisdictions[PLACE].rulings] == [(f"{ONE}#b",)]


def test_all_that_a_way_asks_stays_as_nothing_asked() -> None:
    catalog = catalog_from([grade("0"), grade("1", service("a", 24, "0"))])
    (rule,) = rules_after(catalog, {"kind": "drop", "requirement": "1#a"})["requirements"]
    assert (rule["id"], rule["months"], rule.get("classes")) == ("a", 0, None)


def test_a_class_merged_is_named_by_the_other_and_found_by_its_title() -> None:
    trainee = {"class": ONE, "source": SOURCE}
    both = grade("3", service("a", 12, "1", "2"), other("programme", "p", programme=ONE))
    both |= {"superiors": [{"class": ONE, "source": SOURCE}, {"class": f"{PLACE}/2", "source": SOURCE}]}
    judged = other("condition", "j", code="X", classes=[{"class": ONE}])
    subs = [stands_for("service", "a", feeder=one, months=12) for one in ("1", "2")]
    subs.append(stands_for("programme", "a", programme=ONE))
    third = grade("4", service("a", 12), judged, substitutions=subs, trainee_targets=[trainee])
    place = {
        "rulings": [
            {"class": ONE, "counts_toward": [f"{PLACE}/3#a"], "by": "HR", "reason": "same"},
            {"class": f"{PLACE}/2", "counts_toward": [f"{ONE}#x"], "by": "HR", "reason": "same"},
        ],
        "title_aliases": [{"title": "Clerk", "class": ONE, "source": SOURCE}],
    }
    catalog = catalog_from([grade("1", service("x", 3)), grade("2"), both, third], **place)
    found = after(catalog, {"kind": "merge", "class": "Class 1", "into": "2"})
    assert found.find_class("Class 1").class_id == found.find_class("Clerk").class_id == f"{PLACE}/2"
    assert {(step.feeder_class, step.target_class) for step in found.steps} == {
        (f"{PLACE}/2", f"{PLACE}/3"),
        (f"{PLACE}/2", f"{PLACE}/4"),
        (f"{PLACE}/4", f"{PLACE}/2"),
    }
    assert [one.counts_toward for one in found.jurisdictions[PLACE].rulings] == [(f"{PLACE}/3#a",)]


def test_nobody_enters_an_abolished_class() -> None:
    trainee = {"class": ONE, "source": SOURCE}
    ruling = {"class": f"{PLACE}/2", "counts_toward": [f"{ONE}#a"], "by": "HR", "reason": "same"}
    classes = [grade("0", trainee_targets=[trainee]), grade("1", service("a", 3)), grade("2", service("b", 12, "1"))]
    found = after(catalog_from(classes, rulings=[ruling]), {"kind": "abolish", "class": "1"})
    (rule,) = found.classes[ONE].experience()
    assert (rule.id, [one.class_id for one in rule.classes]) == ("abolished", [ONE])
    assert [(step.feeder_class, step.target_class) for step in found.steps] == [(ONE, f"{PLACE}/2")]
    assert found.jurisdictions[PLACE].rulings == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"kind": "set", "requirement": "1#c", "months": 6}, "asks no months; take it out instead: --drop us-xx/1#c"),
        ({"kind": "set", "requirement": "1#nothing", "months": 6}, "has no requirement 'nothing'; it has a, c"),
        ({"kind": "drop", "requirement": "0#a"}, "its rules are not in the data"),
        ({"kind": "drop", "requirement": "nobody#a"}, "no class is called 'nobody'"),
        ({"kind": "merge", "class": "1", "into": "Class 1"}, "merged into itself"),
        ({"kind": "new_class", "record": grade("1", service("a", 1))}, "there already"),
        ({"kind": "new_class", "record": grade("5", service("a", 1, "9"))}, "nowhere: us-xx/9"),
        (
            {"kind": "substitution", "class": "0", "substitution": stands_for("degree", "a", degree="law", months=1)},
            "the rules of Class 0",
        ),
        (
            {"kind": "substitution", "class": "1", "substitution": stands_for("degree", "z", degree="law", months=1)},
            "would not hold together",
        ),
    ],
)
def test_what_cannot_be_changed_says_why(change: Json, told: str) -> None:
    catalog = catalog_of(grade("0"), grade("1", service("a", 12), other("credential", "c", name="x")))
    with pytest.raises(LadderError) as error:
        after(catalog, change)
    assert told in str(error.value)


def test_a_new_class_is_known_to_the_changes_after_it() -> None:
    catalog = catalog_of(grade("1", service("a", 12)))
    new = {"kind": "new_class", "record": grade("2", service("a", 12, "1"))}
    found = after(catalog, new, {"kind": "set", "requirement": "Class 2#a", "months": 3})
    assert found.classes[f"{PLACE}/2"].experience()[0].months == 3


@pytest.mark.parametrize("text", ["0444#special", "0444=6", "0444#special=-1", "0444#special=1201", "0444#special=x"])
def test_words_that_set_nothing_are_refused(text: str) -> None:
    with pytest.raises(BadCallError, match="write CLASS#REQUIREMENT=MONTHS"):
        read_setting(text)


def test_words_that_name_no_requirement_are_refused() -> None:
    assert read_taking_out(" 0444#special") == TakeOut(requirement="0444#special")
    with pytest.raises(BadCallError, match="write CLASS#REQUIREMENT"):
        read_taking_out("0444")
