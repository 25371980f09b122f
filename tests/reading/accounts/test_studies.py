"""Every word of study is a word of study, or a field of the record."""

import pytest

from ladder.qualifications import CoursesAsked, DegreeLevel, Education
from ladder.reading.accounts.studies import find_foreign_study
from tests.reading.accounts.written_records import entries_of, judged, rules_of, study


def foreign(words: str, asked: Education) -> list[str]:
    return [words[slice(*one)] for one in find_foreign_study(words, entries_of(words, rules_of(asked)))]


def degree(words: str, level: DegreeLevel = DegreeLevel.MASTER, *fields: str, related: bool = False) -> Education:
    return study("education", words, degree=level, fields=fields, or_closely_related=related)


def test_a_field_that_the_record_lost_is_found() -> None:
    words = "A master's degree from an accredited two (2) year seamanship program"
    assert foreign(words, degree(words)) == ["seamanship"]
    assert not foreign(words, degree(words, DegreeLevel.MASTER, "seamanship"))


@pytest.mark.parametrize(
    "words",
    [
        "A master's degree from a school accredited by the Harbor Board of Tides",
        "A master's degree from a North Coast registered college or university",
        "Possession of a master's degree of an accredited college, or its equivalent",
    ],
)
def test_a_school_and_who_accredits_it_are_no_field(words: str) -> None:
    assert not foreign(words, degree(words))


def test_a_level_other_than_the_lowest_named_is_found() -> None:
    words = "A bachelor's or master's degree in tides"
    assert foreign(words, degree(words, DegreeLevel.MASTER, "tides")) == [words]
    assert not foreign(words, degree(words, DegreeLevel.BACHELOR, "tides"))
    college = "Graduation from an accredited college"
    assert foreign(college, degree(college, DegreeLevel.ASSOCIATE)) == [college]
    community = "Graduation from an accredited community college"
    assert not foreign(community, degree(community, DegreeLevel.ASSOCIATE))


def test_examples_of_a_related_field_and_fields_of_courses_are_accounted_for() -> None:
    words = "A master's degree in a related field such as rigging"
    assert not foreign(words, degree(words, related=True))
    courses = "Completion of 12 semester units in rigging"
    units = study("units", courses, courses=(CoursesAsked(fields=("rigging",), semester_hours=12),))
    assert not foreign(courses, units)


def test_what_a_person_judges_besides_is_left_to_that_person() -> None:
    words = "A master's degree with a thesis on tides"
    rules = rules_of(degree(words), judged("units", "UNITS", words))
    assert not list(find_foreign_study(words, entries_of(words, rules)))
