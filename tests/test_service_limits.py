"""Experience that counts only after something, or only where it is recent: what loads, and what is refused."""

from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.errors import BadFileError, FaultKind
from ladder.qualifications import experience_of
from ladder.records import RecordRefusedError
from ladder.service_limits import ANY_TIME, limits_of
from tests.catalog.written import SOURCE, write_class, write_jurisdiction
from tests.eligibility.small_catalogs import Json, catalog_of, grade, other, service, stands_for

DEGREE = other("education", "school", degree="bachelor")
LICENCE = other("credential", "card", name="A")
BY_SERVICE = stands_for("service", "school", what="work", months=12, gives_years=1)
AFTER = service("general", 24, after="school")
RECENT = service("general", 24, within_last_months=60)


def test_what_is_within_another_has_its_limits_too() -> None:
    catalog = catalog_of(
        grade(
            "1",
            DEGREE,
            LICENCE,
            service("general", 24, after="school", within_last_months=60),
            service("special", 12, within="general", after="card", within_last_months=90),
            service("free", 6),
        )
    )
    rules = catalog.classes["us-xx/1"].qualifications
    assert rules is not None
    known = experience_of(rules)
    general, special = limits_of(known["general"], rules), limits_of(known["special"], rules)
    assert ([one.id for one in general.after], general.last_months) == (["school"], 60)
    assert ([one.id for one in special.after], special.last_months) == (["school", "card"], 60)
    assert limits_of(known["free"], rules) == ANY_TIME
    assert (ANY_TIME.is_none, general.is_none) == (True, False)


@pytest.mark.parametrize(
    ("requirements", "subs", "told"),
    [
        ([service("general", 24, after="nothing")], [], "there is no requirement 'nothing'"),
        ([service("general", 24, after="general")], [], "'general' is asked after itself"),
        (
            [service("a", 24, after="b"), service("b", 24, after="a")],
            [],
            "'a' is asked after 'b', which is experience: name an education or a credential",
        ),
        ([AFTER, DEGREE], [{**BY_SERVICE, "also_counts": True}], "the month it was met is not clear"),
        ([AFTER, DEGREE, service("more", 12, additional_to="general")], [], "'general' counts only after something"),
        ([RECENT, service("more", 12, additional_to="general")], [], "or only where it is recent, and shares months"),
        ([RECENT, DEGREE], [BY_SERVICE], "'general' counts only after something, or only where it is recent"),
        ([service("general", 24, within_last_months=0)], [], "greater than or equal to 1"),
    ],
)
def test_what_cannot_be_worked_out_is_refused_in_words(requirements: list[Json], subs: list[Json], told: str) -> None:
    with pytest.raises(RecordRefusedError) as caught:
        catalog_of(grade("1", *requirements, substitutions=subs))
    assert told in str(caught.value)


def test_service_that_counts_besides_shares_no_month_and_is_taken() -> None:
    catalog_of(grade("1", RECENT, DEGREE, substitutions=[{**BY_SERVICE, "also_counts": True}]))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("nothing", "12: qualifications.requirements[1].after: there is no requirement 'nothing'"),
        ("general", "10: qualifications.requirements[1]: 'more' is asked after 'general', which is experience"),
    ],
)
def test_a_refusal_names_the_line_of_the_requirement(after: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "us-aa"
    write_jurisdiction(folder)
    rules = f"""    - kind: experience
      id: more
      after: {after}
      months: 12
      what: work
      source: {SOURCE}
"""
    file = write_class(folder, "1", rules=rules)
    with pytest.raises(BadFileError) as caught:
        load_catalog(tmp_path)
    assert str(caught.value).startswith(f"{file}:{told}")
    assert [one.kind for one in caught.value.faults] == [FaultKind.REQUIREMENTS_UNSOUND]
