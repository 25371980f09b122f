"""What a roster can answer of a class, beside the assessment of somebody who has every class, study and license."""

from fractions import Fraction

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.histories import DegreeHeld, History, HoursInField, LicenceHeld, ProgrammeState, Service, StandingDeclared
from ladder.qualifications import Credential, DegreeLevel, Standing
from ladder.roster.answerable import Answerable, answerable
from ladder.roster.cells import before
from ladder.service_rows import row_of_months
from ladder.service_time import Month
from tests.measure import SLOW, measure
from tests.roster.made_people import AS_OF, city, random_case

EARLY = -2_000


def who_has_all(catalog: Catalog, target: str) -> History:
    """Return somebody with a lifetime in every class, every degree in every field, every license and program."""
    specs = catalog.classes.values()
    asked = [spec.qualifications for spec in specs if spec.qualifications]
    rules = [rule for one in asked for rule in (*one.requirements, *one.substitutions)]
    fields = {field for rule in rules for field in getattr(rule, "fields", ())}
    fields |= {field for rule in rules for one in getattr(rule, "courses", ()) for field in one.fields}
    row = row_of_months(Month(AS_OF - 1_200), AS_OF)
    done = ProgrammeState(approved=True, completed=True, completed_at=0)
    return History(
        AS_OF,
        past=tuple(Service(1, "", one, target, frozenset(), Fraction(1), row=row) for one in catalog.classes),
        standing={one: StandingDeclared(value=True, jurisdictions=None) for one in Standing},
        semester_hours=Fraction(9_000),
        courses=tuple(HoursInField(field, Fraction(9_000)) for field in sorted(fields)),
        degrees=tuple(
            DegreeHeld(level, field, EARLY, is_dated=True) for level in DegreeLevel for field in (None, *sorted(fields))
        ),
        programmes={rule.programme: done for rule in rules if rule.kind == "programme"},
        licences=tuple(LicenceHeld(rule.name, EARLY, is_dated=True) for rule in rules if isinstance(rule, Credential)),
    )


def told(catalog: Catalog) -> list[Answerable]:
    case = Case(catalog, History(AS_OF), Plan())
    return [answerable(one.rules, AS_OF) for one in before(case, catalog.classes)]


def agrees(catalog: Catalog, one: Answerable) -> bool:
    case = Case(catalog, who_has_all(catalog, one.class_id), Plan())
    return one.is_answerable == (assess(case, one.class_id).months == 0)


@pytest.mark.untraced
def test_it_agrees_with_the_assessment_of_who_has_all_on_bundled_classes() -> None:
    for catalog, each in ((load_catalog(), 1), (city("los-angeles"), 6)):
        found = told(catalog)[::each]
        assert [one for one in found if not agrees(catalog, one)] == []
        assert {one.is_answerable for one in found} == {True, False}


@pytest.mark.untraced
def test_it_agrees_with_the_assessment_of_who_has_all_on_random_catalogs() -> None:
    answers = []
    for seed in range(measure(1_000, share=SLOW)):
        catalog, _ = random_case(seed, 1)
        answers += told(catalog)
        assert [one for one in told(catalog) if not agrees(catalog, one)] == [], seed
    assert {word for one in answers for word in one.by} == {"service", "study", "licence", "judgment", "ruling"}


def test_what_is_missing_is_named_with_its_sources() -> None:
    found = {one.class_id: one for one in told(load_catalog())}
    assert found["us-nd/0441"].by == ("service",)
    assert found["us-nd/0441"].without_service
    assert (found["us-nd/0444"].by, found["us-nd/0444"].missing) == (("judgment",), ("LEAD",))
    assert not found["us-nd/0444"].without_service
    assert found["us-ct/0029MP"].by == ("ruling",)
    assert "us-ct/0029MP#special" in found["us-ct/0029MP"].missing
    assert len(found["us-ct/0029MP"].sources) == 2
