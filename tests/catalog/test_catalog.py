"""How a class is found in a catalog, and what goes with it."""

import pytest

from ladder.errors import UnknownClassError
from ladder.records import RecordRefusedError
from tests.eligibility.small_catalogs import SOURCE, catalog_of, grade, service, stands_for

CATALOG = catalog_of(
    grade("0441", service("general", 12), title="Customer Service Representative", series={"name": "S", "rank": 1}),
    grade("0442", service("general", 24, "0441"), title="Customer Service Specialist", series={"name": "S", "rank": 2}),
    grade(
        "5246SH",
        service("general", 60),
        title="Field Representative",
        substitutions=[stands_for("service", "general", feeder="0441", months=24)],
        aliases=[
            {"code": "4952", "note": "pay", "source": SOURCE},
            {"title": "Field Agent", "note": "old", "source": SOURCE},
        ],
    ),
    grade("7A", title="Clerk"),
    grade("7B", title="Clerk"),
    grade("0441X", title="Inspector"),
    title_aliases=[{"title": "Helper of Customers", "class": "us-xx/0441", "source": SOURCE}],
)


@pytest.mark.parametrize(
    ("text", "class_id"),
    [
        ("us-xx/0441", "us-xx/0441"),
        (" us-xx/0441 ", "us-xx/0441"),
        ("US-XX/5246sh", "us-xx/5246SH"),
        ("0441", "us-xx/0441"),
        ("5246SH", "us-xx/5246SH"),
        ("5246sh", "us-xx/5246SH"),
        ("5246", "us-xx/5246SH"),
        ("4952", "us-xx/5246SH"),
        ("customer services representatives", "us-xx/0441"),
        ("Field agents", "us-xx/5246SH"),
        ("helpers of customer", "us-xx/0441"),
        ("0441x", "us-xx/0441X"),
    ],
)
def test_a_class_is_found_by_id_code_and_title(text: str, class_id: str) -> None:
    assert CATALOG.find_class(text).class_id == class_id


@pytest.mark.parametrize(
    ("text", "candidates", "ambiguous"),
    [
        ("clerk", ("us-xx/7A", "us-xx/7B"), True),
        ("7", ("us-xx/7A", "us-xx/7B"), True),
        ("441", ("us-xx/0441 (Customer Service Representative)",), False),
        ("us-xx/441", ("us-xx/0441 (Customer Service Representative)",), False),
        ("us-xx/zzz", (), False),
        ("Custmer Service Specialst", ("us-xx/0442 (Customer Service Specialist)",), False),
        ("", (), False),
    ],
)
def test_what_names_no_class_or_several_is_told(text: str, candidates: tuple[str, ...], *, ambiguous: bool) -> None:
    with pytest.raises(UnknownClassError) as caught:
        CATALOG.find_class(text)
    assert caught.value.ambiguous is ambiguous
    assert caught.value.candidates[: len(candidates)] == candidates
    assert bool(caught.value.candidates) == bool(candidates)


def test_what_service_can_count_toward() -> None:
    assert list(CATALOG.experience_references) == [
        "us-xx/0441#general",
        "us-xx/0442#general",
        "us-xx/5246SH#general",
        "us-xx/5246SH#sub:us-xx/0441",
    ]


def test_classes_of_a_series() -> None:
    assert CATALOG.series_of(CATALOG.classes["us-xx/0442"]) == {"us-xx/0441", "us-xx/0442"}
    assert CATALOG.series_of(CATALOG.classes["us-xx/7A"]) == frozenset()


def test_steps_by_their_ends() -> None:
    assert [step.target_class for step in CATALOG.steps_from("us-xx/0441")] == ["us-xx/0442", "us-xx/5246SH"]
    assert [step.feeder_class for step in CATALOG.steps_into("us-xx/0442")] == ["us-xx/0441"]
    assert CATALOG.steps_from("us-xx/7A") == CATALOG.steps_into("us-xx/7A") == ()


def test_a_jurisdiction_without_a_record_has_the_defaults() -> None:
    assert CATALOG.jurisdiction_of("us-xx/0441").name == "Place"
    other = CATALOG.jurisdiction_of("us-zz/1")
    assert (other.id, other.name, other.conventions) == ("us-zz", "us-zz", CATALOG.jurisdictions["us-xx"].conventions)


def test_a_field_stands_in_one_group_of_aliases() -> None:
    sound = catalog_of(grade("1"), field_aliases=[["Law", "laws"], ["Art", "Painting"]])
    assert sound.jurisdictions["us-xx"].field_aliases == (("Law", "laws"), ("Art", "Painting"))
    with pytest.raises(RecordRefusedError, match="a field stands in two groups of aliases: art; make one group"):
        catalog_of(grade("1"), field_aliases=[["Arts", "Painting"], ["Drawing", "Art"]])
    with pytest.raises(RecordRefusedError, match="at least 2 items"):
        catalog_of(grade("1"), field_aliases=[["Art"]])
