"""Records: frozen, equal by value, made without a look at their values, and validated at the door."""

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from decimal import Decimal
from fractions import Fraction

import pytest

from ladder.candidates import Job, Profile, StudyDone
from ladder.qualifications import Experience, NamedClass, Qualifications, Route, Standing
from ladder.records import (
    CoherentRecord,
    MadeForEach,
    MadeOnce,
    Record,
    RecordRefusedError,
    checked,
    json_schema_of,
    json_tree_of,
    keys_of,
    kinds_in,
    make_unchecked,
    print_json,
    record,
    tree_of,
    validate_json,
)
from ladder.sources import Source
from ladder.specification import ClassSpecification, Pay, PayRange, PayUnit

SOURCE = Source(document="d", section="s")
RULE = Experience(id="general", months=12, what="work", classes=(NamedClass(class_id="us-xx/1"),), source=SOURCE)


@record
class Sum(CoherentRecord):
    """Two parts that come to less than ten, and to an even number."""

    left: int
    right: int = 0

    def _fault(self) -> str:
        return "ten or more" if self.left + self.right >= 10 else ""

    def _deep_fault(self) -> str:
        return "odd" if (self.left + self.right) % 2 else ""


def test_a_record_is_a_standard_dataclass_with_slots() -> None:
    assert is_dataclass(RULE)
    assert [one.name for one in fields(Source)] == ["document", "section", "lines", "revision", "page", "quote"]
    assert not hasattr(RULE, "__dict__")


def test_a_record_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        RULE.months = 13  # type: ignore[misc]  # what the test is about
    with pytest.raises(FrozenInstanceError):
        del RULE.months
    assert (replace(RULE, months=13).months, RULE.months) == (13, 12)


def test_records_are_equal_by_kind_and_values() -> None:
    again = replace(RULE)
    assert (again == RULE, again is RULE, hash(again) == hash(RULE)) == (True, False, True)
    assert replace(RULE, months=13) != RULE
    assert Route(id="a", requires=("b",)) != ("a", ("b",))
    assert Sum(left=1, right=2) != Sum(left=1, right=3)


def test_a_record_shows_the_call_that_would_make_it() -> None:
    assert repr(Sum(left=1)) == "Sum(left=1, right=0)"
    assert eval(repr(Sum(left=1))) == Sum(left=1)  # noqa: S307 - our own text


def _pickled(one: Record) -> Record:
    again: Record = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    return again


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, _pickled])
def test_a_copy_is_equal(again: Callable[[Record], Record]) -> None:
    assert again(RULE) == RULE


@pytest.mark.parametrize(
    ("values", "words"), [({}, "Sum needs left"), ({"left": 1, "rite": 2}, "Sum has no field rite")]
)
def test_a_call_that_does_not_fit_is_an_error_of_the_program(values: dict[str, int], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        Sum(**values)


def test_making_a_record_looks_at_nothing_and_checking_it_at_all() -> None:
    loose = Sum(left=20)
    assert loose.left == 20
    with pytest.raises(RecordRefusedError, match="no Sum: : Value error, ten or more"):
        checked(loose)
    assert checked(Sum(left=4)) == Sum(left=4)


def test_what_was_found_sound_is_not_looked_over_as_a_whole_but_its_fields_are() -> None:
    assert validate_json(Sum, '{"left": 1}', found_sound=True) == Sum(left=1)
    for text, found_sound, words in [('{"left": 1}', False, "odd"), ('{"left": 11}', True, "ten or more")]:
        with pytest.raises(RecordRefusedError, match=words):
            validate_json(Sum, text, found_sound=found_sound)
    with pytest.raises(RecordRefusedError, match="left: Input should be a valid integer"):
        validate_json(Sum, '{"left": "1"}', found_sound=True)


@record
class Sums(Record):
    """Sums in two places."""

    one: Sum
    more: tuple[Sum, ...] = ()


@pytest.mark.parametrize("place", ["one", "more"])
def test_a_record_is_looked_over_as_a_whole_in_every_place_that_holds_its_kind(place: str) -> None:
    right, wrong = {"left": 2}, {"left": 12}
    written = {"one": right, "more": [right, right]} | {place: wrong if place == "one" else [right, wrong]}
    with pytest.raises(RecordRefusedError, match=f"{place}.*ten or more"):
        validate_json(Sums, json.dumps(written))


def test_a_refusal_tells_its_first_faults_and_holds_all() -> None:
    with pytest.raises(RecordRefusedError) as caught:
        validate_json(Sum, json.dumps({f"f{number}": 1 for number in range(30)}))
    assert len(caught.value.details) == 31
    assert str(caught.value).count(": Unexpected keyword argument") == 19


def test_what_a_base_finds_wrong_its_kinds_find_wrong() -> None:
    with pytest.raises(RecordRefusedError, match="a job needs a class"):
        checked(Job(months=Fraction(1)))
    with pytest.raises(RecordRefusedError, match="either months or a start"):
        checked(Job(class_text="x"))


def test_records_are_written_by_the_names_of_files() -> None:
    assert keys_of(NamedClass) == ("class", "certainty", "target_class_required", "only_for")
    assert tree_of(RULE) == {
        "kind": "experience",
        "id": "general",
        "months": 12,
        "what": "work",
        "classes": [{"class": "us-xx/1"}],
        "source": {"document": "d", "section": "s"},
    }
    named = NamedClass(class_id="us-xx/1", only_for=Standing.INTERNAL)
    assert tree_of(named, with_defaults=True) == {
        "class": "us-xx/1",
        "certainty": "named",
        "target_class_required": False,
        "only_for": "internal",
    }
    assert print_json(Sum(left=1)) == '{"left":1,"right":0}'


def test_numbers_stay_numbers_in_a_tree_and_are_text_in_json() -> None:
    pay = PayRange(unit=PayUnit.HOURLY, low=Decimal("12.50"), high=Decimal(20))
    study = StudyDone(semester_hours=Fraction(63, 2))
    assert tree_of(pay) == {"unit": "hourly", "low": Decimal("12.50"), "high": Decimal(20)}
    assert json_tree_of(pay) == {"unit": "hourly", "low": "12.50", "high": "20"}
    assert json_tree_of(study, with_defaults=False) == {"semester_hours": "63/2"}
    assert validate_json(PayRange, print_json(pay)) == pay


def test_the_kinds_that_a_record_holds_are_found_at_any_depth() -> None:
    assert {Pay, PayRange, Source, Qualifications, Experience, NamedClass} <= kinds_in(ClassSpecification)
    assert Profile not in kinds_in(ClassSpecification)
    assert kinds_in(Sum) == {Sum}


def test_a_schema_has_the_words_of_its_record() -> None:
    schema = json_schema_of(Sum)
    assert schema["description"] == "Two parts that come to less than ten, and to an even number."
    assert list(schema) == sorted(schema)
    assert "$defs" not in schema


def test_an_unchecked_record_holds_exactly_what_it_is_given() -> None:
    assert make_unchecked(Sum, {"left": 99, "right": 1}) == Sum(left=99, right=1)


def test_a_value_for_a_kind_is_made_once() -> None:
    made: list[type] = []

    def make(kind: type) -> int:
        made.append(kind)
        return len(made)

    once = MadeOnce(make)
    assert [once[int], once[str], once[int]] == [1, 2, 1]
    assert made == [int, str]


def test_declaring_records_imports_no_pydantic_and_validating_does() -> None:
    code = (
        "import sys; from ladder.candidates import Profile; from ladder.catalog.catalog import CatalogRecord;"
        "from ladder.records import validate_json; Profile(); assert 'pydantic' not in sys.modules;"
        "validate_json(Profile, '{}'); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 1


def test_a_value_is_made_once_for_each_record() -> None:
    made = list[Record]()

    def make(one: Record) -> int:
        made.append(one)
        return len(made)

    each = MadeForEach(make)
    first, equal = Sum(left=1), Sum(left=1)
    assert [each(first), each(equal), each(first)] == [1, 2, 1]


def test_text_of_a_kind_of_its_own_stays_as_it_is() -> None:
    class Shouted(str):
        __slots__ = ()

    assert tree_of(Source(document=Shouted("A.TXT"), section="s"))["document"] == "A.TXT"
