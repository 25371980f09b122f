"""Whole statements: how clauses are parted and joined, what a person must judge, and what stays unread."""

import pytest

from ladder.qualifications import DegreeLevel, Standing
from ladder.reading.drafts import Role
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.printer import print_node
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ClassMention,
    ConditionClause,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    ProgrammeClause,
    Quantity,
    StandingClause,
    StandsFor,
    SubstitutionClause,
    TypicalClasses,
    UnreadClause,
)
from tests.reading.requirement_grammar.written_statements import leaf_in, read_whole, unread_of

_DEGREE = EducationClause(DegreeLevel.MASTER)
_LICENCE = CredentialClause("valid pilot license")
_OUTLINE = (
    "Each of the following: (1) A master's degree; "
    "(2) One of the following: (2.1) a valid pilot license; (2.2) one year of tide work."
)
_YEAR = ExperienceClause(Quantity(months=12), "tide work")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("A master's degree and one year of tide work", All((_DEGREE, _YEAR))),
        (
            "A master's degree or one year of tide work and a valid pilot license",
            Any((_DEGREE, All((_YEAR, _LICENCE)))),
        ),
        ("One year of tide work; and a valid pilot license; or", All((_YEAR, _LICENCE))),
        ("2. (a) One year of tide work", _YEAR),
        ("One year of tide work. A valid pilot license.", All((_YEAR, _LICENCE))),
        ("One year of tide work. Or a valid pilot license.", Any((_YEAR, _LICENCE))),
        (
            "A master's degree with one year of experience in tide work",
            All((_DEGREE, ExperienceClause(Quantity(months=12), "in tide work"))),
        ),
        ("NOTE: A master's degree, and either", _DEGREE),
        (
            _OUTLINE,
            All((_DEGREE, Any((_LICENCE, _YEAR)))),
        ),
    ],
)
def test_and_binds_tighter_than_or(text: str, node: All | Any) -> None:
    assert read_whole(text) == node


def test_a_sentence_does_not_end_in_brackets() -> None:
    clause = leaf_in("One year of tide work (by the tables. Not by hand)")
    assert clause == ExperienceClause(Quantity(months=12), "tide work (by the tables. Not by hand)")


@pytest.mark.parametrize("title", ["Tide Gauger I", "Tide Surveyor 2"])
def test_a_pay_grade_may_end_a_sentence(title: str) -> None:
    assert read_whole(f"One year as a {title}. A master's degree") == All(
        (ExperienceClause(Quantity(months=12), classes=(ClassMention(title),)), _DEGREE)
    )


def test_one_odd_clause_does_not_lose_the_others() -> None:
    text = "One year of tide work. Blue is a training. A valid pilot license and a master's degree"
    reading = read_statement(text)
    assert reading.node == All((_YEAR, UnreadClause(Span(23, 41)), All((_LICENCE, _DEGREE))))
    assert [text[start:end] for start, end in reading.unread] == ["Blue is a training"]
    assert reading.node.span.start == 0
    assert [text[one.span.start : one.span.end] for one in reading.node.parts[1:2]] == ["Blue is a training"]


def test_places_lead_back_to_the_words() -> None:
    text = "A master's degree or one year of tide work"
    node = read_statement(text).node
    assert isinstance(node, Any)
    assert [text[one.span.start : one.span.end] for one in node.parts] == ["A master's degree", "one year of tide work"]


@pytest.mark.parametrize("text", ["", "  ", " . ", "1."])
def test_nothing_is_asked_by_nothing(text: str) -> None:
    reading = read_statement(text)
    assert (reading.node, reading.faults) == (None, ())


def test_an_outline_of_what_is_unread_has_no_tree() -> None:
    assert read_statement("One of the following: (1) 4 blues; (2) 5 greens").node is None


@pytest.mark.parametrize("mark", ["\u2019", "\u2018"])
def test_typographic_marks_are_plain_ones(mark: str) -> None:
    assert read_whole(f"A master{mark}s degree") == _DEGREE


def test_a_sentence_for_internal_candidates_is_a_way_of_its_own() -> None:
    node = read_whole(
        "Requires four years of tide work. The hiring authority may define more. Internal candidates meet the minimum "
        "qualifications if they have completed two years of work as a Tide Gauger"
    )
    assert isinstance(node, Any)
    asked, internal = node.parts
    assert isinstance(asked, All)
    assert isinstance(asked.parts[1], ConditionClause)
    assert isinstance(internal, ExperienceClause)
    assert internal.standing is Standing.INTERNAL


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Any equivalent combination of training and service", "EQUIVALENT_COMBINATION"),
        ("Any equivalent combination that has included one year or two years of work", "EQUIVALENT_COMBINATION"),
        ("The hiring authority may define more specific requirements", "HIRING_AUTHORITY"),
        ("The selection process will include determination of proficiency", "SELECTION"),
        ("Applicants who lack six months or less may file", "EARLY_FILING"),
        ("Must be at least 21 years of age", "AGE"),
        ("18 years old at the time of filing", "AGE"),
        ("United States citizenship", "CITIZENSHIP"),
        ("A letter of recommendation from the harbor master", "LETTER"),
        ("Sufficient training to converse in another language", "LANGUAGE"),
        ("Ability to swim 400 yards", "ABILITY"),
        ("Ability to swim", "QUALITY"),
        ("Qualifying experience must include night work", "KIND_OF_EXPERIENCE"),
        ("Experience gained incidental to other duties does not qualify", "EXCLUSION"),
        ("Under the policy of rounding, a day is a day", "ROUNDING"),
        ("A boat is desired", "PREFERENCE"),
        ("A qualifying score on the written test", "TEST"),
        ("Applicants must list their boats", "NOTICE"),
    ],
)
def test_what_a_person_must_judge(text: str, code: str) -> None:
    leaf = leaf_in(text)
    assert leaf == ConditionClause(code, text)
    assert print_node(leaf) == f"{text}."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Possession of a valid pilot license", "valid pilot license"),
        ("A valid pilot license", "valid pilot license"),
        ("Registration as a Harbor Engineer with the State", "Registration as a Harbor Engineer with the State"),
        ("Licensed as a pilot", "Licensed as a pilot"),
        ("An Acme Safety, Level 1 Provider certificate", "Acme Safety, Level 1 Provider certificate"),
        ("Completion of certification by the harbor office", "certification by the harbor office"),
    ],
)
def test_credentials_by_the_words_that_name_them(text: str, name: str) -> None:
    assert leaf_in(text) == CredentialClause(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Completion of a recognized apprenticeship as a Tide Gauger",
            "Completion of a recognized apprenticeship as a Tide Gauger",
        ),
        ("Completion of the 40 hours diving course", "40 hours diving course"),
        ("A two-year program in tides", "two-year program in tides"),
        ("Completion of a certification course", "certification course"),
    ],
)
def test_programmes_by_the_words_that_name_them(text: str, name: str) -> None:
    leaf = leaf_in(text)
    assert leaf == ProgrammeClause(name)
    assert read_whole(print_node(leaf)) == leaf


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Current employment with the City of Bay", StandingClause(Standing.INTERNAL)),
        (
            "Currently employed as a Tide Cadet in tide work",
            StandingClause(Standing.INTERNAL, "in tide work", (ClassMention("Tide Cadet"),)),
        ),
        ("Permanent civil service status", StandingClause(Standing.PERMANENT)),
    ],
)
def test_standings_held_now(text: str, clause: StandingClause) -> None:
    assert leaf_in(text) == clause
    assert read_whole(print_node(clause)) == clause


@pytest.mark.parametrize("joined", ["with", "with at least", "with completion of"])
def test_service_asked_with_a_standing_is_a_clause_of_its_own(joined: str) -> None:
    both = read_whole(f"Current employment as a Tide Cadet {joined} one year of experience at sea")
    assert isinstance(both, All)
    standing, service = both.parts
    assert standing == StandingClause(Standing.INTERNAL, classes=(ClassMention("Tide Cadet"),))
    assert isinstance(service, ExperienceClause)
    assert (service.quantity.months, service.what) == (12, "at sea")


def test_classes_that_typically_meet_a_requirement() -> None:
    leaf = leaf_in("City classes that typically meet the experience requirements: Tide Gauger (1A03) or Wind Gauger")
    assert leaf == TypicalClasses((ClassMention("Tide Gauger", code="1A03"), ClassMention("Wind Gauger")))
    assert read_whole(print_node(leaf)) == leaf


def test_under_a_heading_of_credentials_any_words_name_one() -> None:
    assert leaf_in("The Harbor Pin", Role.CREDENTIAL) == CredentialClause("Harbor Pin")
    assert unread_of("The Harbor Pin of 1 star") == ["The Harbor Pin of 1 star"]


def test_service_that_no_substitution_brings_stays_unread() -> None:
    assert unread_of("Additional tide experience on 2 boats") == ["Additional tide experience on 2 boats"]
    assert leaf_in("Additional tide experience") == ConditionClause("QUALITY", "Additional tide experience")


def test_a_clause_that_breaks_off_stays_unread() -> None:
    assert unread_of("Four years of harbor work (including at least") == []
    assert unread_of("One year of tide work including one year of") == []


def test_a_study_without_degree_or_units_is_printed_by_its_words() -> None:
    clause = EducationClause(what="two years of study at a mill")
    assert print_node(clause) == "two years of study at a mill."
    assert read_whole("two years of study at a mill") == clause


def test_a_substitution_in_an_outline_keeps_its_number() -> None:
    node = Any((_YEAR, All((_LICENCE, SubstitutionClause(_DEGREE, StandsFor.ALL)))))
    assert print_node(node).startswith("One of the following: (1) ")
