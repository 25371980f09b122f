"""What college does to the experience asked: every row is what the engine answers."""

from fractions import Fraction

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.histories import DegreeHeld, History, Service
from ladder.qualifications import DegreeLevel
from ladder.rendering.views.college import CollegeTable, CollegeTables
from ladder.service_time import Month


def tables_of(catalog: Catalog, class_id: str) -> list[CollegeTable]:
    spec = catalog.classes[class_id]
    assert spec.qualifications
    return list(CollegeTables(catalog, spec, spec.qualifications).tables())


def test_the_table_of_the_mock_is_the_engines() -> None:
    (table,) = tables_of(load_catalog(), "us-ct/5246SH")
    assert table.heading == "How college shortens the 5 years"
    assert [(one.study, one.work, one.share) for one in table.rows] == [
        ("No college", "5 years of work", 0),
        ("30 college credits", "4 years of work", 200),
        ("60 college credits or an associate degree", "3 years of work", 400),
        ("90 college credits", "2 years of work", 600),
        ("Bachelor's degree", "1 year of work", 800),
    ]
    assert table.sources


def test_higher_degrees_stand_on_a_bachelors_and_special_experience_stays() -> None:
    (table,) = tables_of(load_catalog(), "us-ct/5257MP")
    assert [(one.study, one.work) for one in table.rows][-3:] == [
        ("Bachelor's degree", "4 years of work"),
        ("A master's degree", "3 years of work"),
        ("A law degree", "2 years of work"),
    ]


def test_an_associate_degree_does_what_the_credits_beside_it_do() -> None:
    catalog = load_catalog()
    held = History(as_of=Month(0), degrees=(DegreeHeld(DegreeLevel.ASSOCIATE, None),))
    hours = History(as_of=Month(0), semester_hours=Fraction(60))
    spec = catalog.classes["us-ct/5246SH"]
    assert spec.qualifications
    told = CollegeTables(catalog, spec, spec.qualifications)
    (rule,) = [one for one in spec.experience() if one.id == "general"]
    assert told._left(rule, held) == told._left(rule, hours) == 36


def test_a_class_without_study_or_degree_has_no_table() -> None:
    assert tables_of(load_catalog(), "us-ct/5258MP") == []


@pytest.mark.parametrize("row", [0, 2, 4])
def test_who_works_in_the_field_meets_the_minimum_after_the_work_told(row: int) -> None:
    catalog = load_catalog()
    (table,) = tables_of(catalog, "us-ct/5246SH")
    service = Service(0, "work", None, None, frozenset(["us-ct/5246SH#general"]), Fraction(1), future=True)
    studied = [
        History(as_of=Month(0)),
        History(as_of=Month(0), semester_hours=Fraction(60)),
        History(as_of=Month(0), degrees=(DegreeHeld(DegreeLevel.BACHELOR, None),)),
    ][row // 2]
    answer = assess(Case(catalog, studied._replace(present=(service,)), Plan()), "us-ct/5246SH")
    met = answer.months if answer.months is not None else answer.if_conditions_met and answer.if_conditions_met.months
    years = int(table.rows[row].work.split()[0])
    assert met == 12 * years
