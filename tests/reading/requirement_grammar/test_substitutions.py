"""Substitutions: what is brought, for what, at which rate, up to which maximum."""

import pytest

from ladder.qualifications import DegreeLevel, Standing
from ladder.reading.drafts import Role
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import (
    Any,
    ConditionClause,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    ProgrammeClause,
    StandsFor,
    StudyRate,
    SubstitutionClause,
)
from tests.reading.requirement_grammar.written_statements import read_whole, substitution_in, unread_of

_STUDY = "College study may be substituted for the General Experience on the basis of"


@pytest.mark.parametrize(
    ("text", "rate", "most"),
    [
        (f"{_STUDY} fifteen (15) hours equalling one-half (1/2) year to a maximum four (4) years.", (15, 6), 48),
        (
            f"{_STUDY} 15 semester hours equaling one half (1/2) year of experience to a maximum of two (2) years.",
            (15, 6),
            24,
        ),
        (
            "Related college-level course work may be substituted for 4 years of experience on a year-for-year basis",
            (30, 12),
            48,
        ),
        (
            "Completion of 12 semester units in tides may be substituted for each year of the experience lacking",
            (12, 12),
            None,
        ),
        (
            "Completion of 12 semester units may be substituted for each six-month period of experience lacking",
            (12, 6),
            None,
        ),
        ("12 semester units may be substituted for each month of experience up to a maximum of 2 years", (12, 1), 24),
    ],
)
def test_study_counts_by_the_block(text: str, rate: tuple[int, int], most: int | None) -> None:
    clause = substitution_in(text)
    assert clause.rate == StudyRate(*rate)
    assert clause.at_most_months == most
    assert isinstance(clause.by, EducationClause)


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("the General Experience", StandsFor.GENERAL),
        ("one year of the general experience requirement", StandsFor.GENERAL),
        ("one year of the required specific experience", StandsFor.SPECIAL),
        ("one year of the required experience", StandsFor.EXPERIENCE),
        ("one year of general or specific experience", StandsFor.EXPERIENCE),
        ("one year lacking in Requirement No. 2", StandsFor.EXPERIENCE),
        ("the required education", StandsFor.EDUCATION),
        ("the education and experience requirement", StandsFor.ALL),
        ("all requirements", StandsFor.ALL),
    ],
)
def test_what_is_stood_for(text: str, stands_for: StandsFor) -> None:
    assert substitution_in(f"A master's degree may be substituted for {text}.").stands_for is stands_for


@pytest.mark.parametrize(
    "text",
    [
        "the education and one year of the general experience requirements",
        "the required education or general or specific experience",
        "it",
        "a share of 15 semester hours for tides",
    ],
)
def test_what_names_nothing_or_two_things_stays_unread(text: str) -> None:
    sentence = f"A master's degree may be substituted for {text}"
    assert sentence in unread_of(sentence, Role.SUBSTITUTION)


def test_words_that_are_not_of_a_substitution_stay_unread() -> None:
    assert unread_of("A law degree may be substituted for one year of lagoon experience by sending a form") == [
        "by sending",
        "form",
    ]


@pytest.mark.parametrize(
    ("text", "months", "most", "additional"),
    [
        ("one (1) additional year of the General Experience", 12, None, True),
        ("one year of the required experience", 12, None, False),
        ("a maximum of six months of the required experience", None, 6, False),
        ("up to one year of the required experience", None, 12, False),
        ("one year of the required experience and two years of it", 12, None, False),
        ("five (6) years of the required experience", None, None, False),
        ("up to five (6) years of the required experience", None, None, False),
    ],
)
def test_how_much_of_it(text: str, months: int | None, most: int | None, additional: bool) -> None:  # noqa: FBT001 - a table's column
    node = read_statement(f"A law degree may be substituted for {text}").node
    assert isinstance(node, SubstitutionClause)
    assert (node.months, node.at_most_months, node.additional) == (months, most, additional)


@pytest.mark.parametrize(
    "text",
    [
        "one year of Tide Gauger experience lacking",
        "one year of the required experience as a Tide Gauger",
        "one year of experience lacking at the level of Tide Gauger",
    ],
)
def test_the_class_whose_service_is_replaced(text: str) -> None:
    clause = substitution_in(f"One year of experience as a Wind Gauger may be substituted for {text}.")
    assert clause.instead_of == "Tide Gauger"
    assert clause.stands_for is StandsFor.EXPERIENCE


def test_service_of_state_employees_in_a_class() -> None:
    clause = substitution_in(
        "For state employees two (2) years as a Harbor Trainee may be substituted for the General Experience."
    )
    assert clause.standing is Standing.STATE_EMPLOYEE
    assert isinstance(clause.by, ExperienceClause)
    assert clause.months is None


def test_what_is_brought_may_be_of_many_kinds() -> None:
    assert substitution_in("The following may be substituted for the required experience:").by is None
    programme = substitution_in(
        "Successful completion of a Harbor Trainee program approved by the Department of Harbors "
        "may be substituted for the General Experience."
    ).by
    assert programme == ProgrammeClause("Harbor Trainee program", "Department of Harbors")
    either = substitution_in(
        "A law degree or a valid pilot certificate may be substituted for the required experience"
    ).by
    assert isinstance(either, Any)
    assert either.parts == (EducationClause(DegreeLevel.LAW), CredentialClause("valid pilot certificate"))
    service = substitution_in(
        "Further tide experience may substitute for required education on a year-for-year basis"
    ).by
    assert service == ConditionClause("EXPERIENCE", "Further tide experience")


def test_year_for_year_of_a_programme_has_no_rate_of_study() -> None:
    clause = substitution_in(
        "Completion of a tide program may be substituted for each year of experience, to a maximum of 2 years"
    )
    assert (clause.rate, clause.months, clause.at_most_months) == (None, 12, 24)


def test_what_applicants_may_substitute_is_not_turned_round() -> None:
    text = "Applicants may substitute two years of tide study for the required experience"
    assert read_statement(text).node is None
    assert unread_of(text) == [text]


def test_units_within_years_of_study_are_no_rate() -> None:
    clause = substitution_in(
        "One year of education which includes 12 semester units in tides may be substituted for each year of experience"
    )
    assert clause.rate is None
    assert clause.months == 12


def test_an_internship_considered_equivalent_is_brought_not_asked() -> None:
    clause = substitution_in(
        "Completion of a tide internship will be considered equivalent to six months of experience."
    )
    assert clause.by == ProgrammeClause("tide internship")
    assert clause.months == 6


def test_related_study_is_told() -> None:
    assert substitution_in("Related college training may be substituted for the General Experience").related_field


def test_the_rate_may_be_said_in_a_sentence_of_its_own() -> None:
    node = read_whole(
        "Coursework from an accredited college may be substituted for the general experience. "
        "Thirty (30) semester units equal one year."
    )
    assert isinstance(node, SubstitutionClause)
    assert node.rate == StudyRate(30, 12)
    text = "A law degree may be substituted for the general experience. Thirty (30) quarter units equal one year"
    assert unread_of(text) == []
    reading = read_statement(
        "A law degree may be substituted for the general experience. Thirty (3) semester units equal one year"
    )
    assert [fault.code for fault in reading.faults] == ["FIGURES_AT_ODDS"]
