"""Sentences that ask nothing of everybody on the day: which they are, and which only look like them."""

import pytest

from ladder.reading.requirement_grammar.asides import (
    ASSIGNMENT,
    LICENSE,
    NOTICE,
    PREFERENCE,
    QUALITY,
    find_aside,
    is_quality,
    is_wished_for,
    may_be_held_later,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Experience with boats is desirable",
        "Experience with boats is highly desirable",
        "Experience with boats is also strongly preferred",
        "Three years of experience are preferred",
        "A bachelor's degree is preferred but not required",
        "A crane license is helpful",
        "A crane license is recommended",
        "A crane license is an asset",
        "A crane license is a plus",
        "A crane license a plus",
        "A crane license preferred",
        "Crane license desired",
        "A second language is not required",
        "Previous experience not necessary",
        "Preference will be given to sailors",
        "Preference may be given to sailors",
        "Preferably at sea",
        "Preferred: two years at sea",
        "Desirable: at least two years at sea",
        "Preference is given to those who must travel",
    ],
)
def test_what_is_wished_for_is_a_preference(sentence: str) -> None:
    assert is_wished_for(sentence)
    assert find_aside(sentence) == PREFERENCE


@pytest.mark.parametrize(
    "sentence",
    [
        "Two years of experience are required; three are preferred",
        "Applicants must have two years of experience; more is preferred",
        "At least two years of experience, three preferred",
        "A minimum of two years is needed, five is desirable",
        "A license is required. Boats are desirable",
        "Experience with desired outcomes",
        "Two years of preferred service",
        "A boat license is required and is not optional",
    ],
)
def test_what_asks_something_besides_is_no_wish(sentence: str) -> None:
    assert not is_wished_for(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A pilot license must be obtained within six months of appointment",
        "A pilot license must be obtained within six (6) months after appointment",
        "Must obtain a crane certificate within one year of hire",
        "Possession of a pilot license within the first thirty days of employment",
        "Must acquire a permit within the first year following the date of appointment",
        "Must possess a pilot license prior to appointment",
        "Must possess a pilot license before being appointed",
        "Possession of a pilot license at the time of appointment",
        "A pilot license by the time of hiring",
        "A commercial license as a condition of continued employment",
        "A pilot license must be maintained throughout employment",
        "A pilot license must then be kept current",
        "The license must remain valid",
        "A pilot license may be required in some positions",
        "Positions may require a pilot license",
        "No moving violations",
        "A good driving record",
    ],
)
def test_a_license_to_come_or_to_be_kept_asks_nothing_on_the_day(sentence: str) -> None:
    assert may_be_held_later(sentence)
    assert find_aside(sentence) == LICENSE


@pytest.mark.parametrize(
    "sentence",
    [
        "Possession of a valid pilot license",
        "A valid pilot license is required at the time of application",
        "A pilot license for at least two years",
        "Two years of experience prior to appointment",
        "A degree prior to appointment",
        "One year of experience with a license within six months of appointment",
    ],
)
def test_a_license_of_the_day_and_service_before_it_are_asked(sentence: str) -> None:
    assert not may_be_held_later(sentence)
    assert find_aside(sentence) not in {LICENSE, QUALITY}


@pytest.mark.parametrize(
    "sentence",
    [
        "For assignment to the ferry, candidates must have a pilot license",
        "To be eligible for placement in the tower, three years of experience are required",
        "To be assigned to the tower, a test is passed",
        "For placement at the quay, two languages",
        "In addition to the above requirements, to be eligible for assignment to the ferry, three years of experience",
        "In addition to meeting the minimum qualification requirements:",
    ],
)
def test_what_only_some_assignments_ask_is_no_part_of_the_class(sentence: str) -> None:
    assert find_aside(sentence) == ASSIGNMENT


@pytest.mark.parametrize(
    "sentence",
    [
        "The requirements listed below are representative of the knowledge",
        "The degree must be accredited",
        "The apprenticeship must be recognized by the harbor",
        "All applications are looked at",
        "Evening and weekend work",
        "Night shifts may be expected",
        "None",
        "None required",
        "n/a",
    ],
)
def test_notices_ask_nothing(sentence: str) -> None:
    assert find_aside(sentence) == NOTICE


@pytest.mark.parametrize(
    "sentence",
    [
        "Excellent writing skills",
        "Strong judgment and tact",
        "Knowledge of ropes",
        "Ability to swim",
        "Experience with ropes and sails",
        "Some supervisory experience",
    ],
)
def test_what_has_no_measure_is_a_quality(sentence: str) -> None:
    assert is_quality(sentence)
    assert find_aside(sentence) == QUALITY


@pytest.mark.parametrize(
    "sentence",
    [
        "Two years of experience",
        "Several months at sea",
        "A bachelor's degree",
        "A diploma",
        "An MLS",
        "A valid license",
        "Certified as a diver",
        "Registered as a diver",
        "High school",
        "A GED",
        "College credits",
        "Courses in tides",
        "Training as a rigger",
        "A training program",
        "Completion of the diving academy",
        "Any equivalent combination",
        "Membership in the bar",
        "A citizen of the state",
        "Pass an examination",
        "An internship",
        "Residence in the harbor",
        "Current employees of the port",
        "A name on the list",
        "Eligible for the seal",
        "Permanent status",
        "Served as a rigger",
        "Work as a Dock Clerk",
        "Of legal age",
        "Physically able",
        "Good vision",
        "A background check",
        "A drug test",
        "A vehicle of one's own",
        "Never convicted of theft",
        "Fluent in Spanish",
        "Qualified as a diver",
        "Typing 40 words",
    ],
)
def test_what_counts_or_names_something_is_no_quality(sentence: str) -> None:
    assert not is_quality(sentence)
    assert find_aside(sentence) != QUALITY


@pytest.mark.parametrize(
    "sentence",
    [
        "Two years of experience in residency programs",
        "Residency: three years of employment",
        "Two years of service, three preferred by all",
    ],
)
def test_service_that_is_counted_is_no_notice_and_no_license(sentence: str) -> None:
    assert find_aside(sentence) not in {NOTICE, LICENSE, QUALITY}
