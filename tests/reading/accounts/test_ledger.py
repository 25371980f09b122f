"""The text of the qualifications beside the record: what the record does not account for."""

import pytest

from ladder.qualifications import DegreeLevel, ServiceSubstitution, StudySubstitution
from ladder.reading.accounts.ledger import find_unaccounted
from ladder.reading.documents import read_document
from ladder.reading.doubts import NOT_ACCOUNTED_FOR
from ladder.reading.passages import Document
from ladder.specification import Completeness
from tests.reading.accounts.written_records import judged, rules_of, said, service, study, untold

HAULING = "Two years of hauling"
DEGREE = "a bachelor's degree in tides"


def test_a_record_that_tells_all_is_accounted_for() -> None:
    asked = (
        service("general", 24, HAULING),
        study("education", DEGREE, degree=DegreeLevel.BACHELOR, fields=("tides",)),
    )
    assert not untold(f"{HAULING} and {DEGREE}.", rules_of(*asked))


def test_a_requirement_that_is_lost_leaves_words_that_nothing_tells() -> None:
    assert untold(f"{HAULING} and {DEGREE}.", rules_of(service("general", 24, HAULING)))


def test_a_figure_of_the_record_that_is_not_printed_and_one_that_the_record_lacks() -> None:
    assert untold(HAULING, rules_of(service("general", 36, HAULING)))
    words = "Two years of hauling counting three years of mending"
    assert untold(words, rules_of(service("general", 24, words)))


def test_a_part_says_its_figure_by_a_number_alone_or_in_a_sentence_of_its_own() -> None:
    words = "Six years of hauling, two of them at sea"
    part = service("special", 24, words, what="at sea", within="general")
    assert not untold(words, rules_of(service("general", 72, words), part))
    behind = "Six years of hauling. At least two years of this must have been at sea."
    part = service("special", 24, "Six years of hauling", what="at sea", within="general")
    assert not untold(behind, rules_of(service("general", 72, "Six years of hauling"), part))


def test_what_a_person_judges_may_count_anything_but_an_age_nothing_else() -> None:
    words = "One year of night work, or 400 hours"
    assert not untold(words, rules_of(judged("hours", "HOURS", words)))
    age = "Be 18 years of age and one year in the cadets"
    assert untold(age, rules_of(judged("age", "AGE", age)))


def test_what_is_allowed_holds_its_own_figures() -> None:
    allowed = "30 semester hours of study may be substituted for one year of hauling"
    by_study = StudySubstitution(
        stands_for="general", semester_hours=30, months=12, at_most_months=24, source=said(allowed)
    )
    assert not untold(f"{HAULING}. {allowed}.", rules_of(service("general", 24, HAULING), allowed=(by_study,)))
    rate = "One year of mending may be substituted for each year of study"
    by_service = ServiceSubstitution(
        stands_for="education", what="mending", months=12, gives_years=1, source=said(rate)
    )
    education = study("education", "A bachelor's degree", degree=DegreeLevel.BACHELOR)
    assert not untold(f"A bachelor's degree. {rate}.", rules_of(education, allowed=(by_service,)))


@pytest.mark.parametrize(("at_most", "is_told"), [(12, True), (6, False)])
def test_study_that_may_stand_for_more_than_is_asked_stands_for_all_of_it(at_most: int, *, is_told: bool) -> None:
    words = "Course work may be substituted for two years of it on a year-for-year basis"
    by_study = StudySubstitution(
        stands_for="general", semester_hours=30, months=12, at_most_months=at_most, source=said(words)
    )
    asked = service("general", 12, "One year of hauling")
    assert (untold(f"One year of hauling. {words}.", rules_of(asked, allowed=(by_study,))) == []) is is_told
    unlike = service("general", 24, HAULING)
    assert untold(f"{HAULING}. {words.replace('two', 'three')}.", rules_of(unlike, allowed=(by_study,)))


def test_a_substitution_that_is_lost_is_found() -> None:
    text = f"{HAULING}. A degree may be substituted for one year."
    assert untold(text, rules_of(service("general", 24, HAULING)))


@pytest.mark.parametrize(
    "asked",
    [
        "A master's degree in tides or a master's degree from a two year seamanship program.",
        "Two years of experience in or general knowledge of winches.",
    ],
)
def test_a_document_whose_record_tells_less_than_its_words_is_read_in_part(asked: str) -> None:
    text = f"Ferry Keeper\nClass Code: 4471\n\nMinimum Qualifications\n\n{asked}\n\nDuties\n\nKeeps boats.\n"
    (reading,) = read_document(Document("a.txt", text), jurisdiction="us-zz")
    assert reading.record is not None
    assert reading.record.completeness is Completeness.PARTIAL
    (note,) = [one for one in reading.notes if one.code == NOT_ACCOUNTED_FOR]
    assert note.line == 6


def test_words_that_point_back_to_what_another_way_asks_are_accounted_for() -> None:
    text = "Two years of hauling and meet the requirement for lead work."
    lead = service("lead", 12, "One year of lead work")
    general = service("general", 24, HAULING)
    assert not untold(text, rules_of(general, lead))


def test_a_record_too_large_to_be_looked_at_again_is_not_accounted_for() -> None:
    many = [service(f"s{number}", 24, f"Two years of hauling {number}") for number in range(101)]
    text = "; and ".join(one.what for one in many)
    assert not untold(text.rpartition("; and")[0], rules_of(*many[:100]))
    (told,) = untold(text, rules_of(*many))
    assert told.startswith("101 things are asked")


def test_words_said_too_often_are_not_accounted_for() -> None:
    often = [service(f"s{number}", 24, HAULING) for number in range(20)]
    text = "; and ".join([HAULING] * 20)
    assert any(words.startswith("the same words") for words in untold(text, rules_of(*often)))


def test_where_nothing_is_stated_nothing_is_left_over() -> None:
    assert not list(find_unaccounted(Document("a.txt", ""), (), rules_of()))


def test_hours_of_study_asked_are_told() -> None:
    words = "Completion of 60 semester hours in tides"
    asked = study("education", words, semester_hours=60, fields=("tides",))
    assert not untold(words, rules_of(asked))


def test_hours_that_service_stands_for_are_those_of_a_year() -> None:
    rate = "One year of mending may be substituted for 30 semester hours of study"
    by_service = ServiceSubstitution(
        stands_for="education", what="mending", months=12, gives_years=1, source=said(rate)
    )
    education = study("education", "A bachelor's degree", degree=DegreeLevel.BACHELOR)
    assert not untold(f"A bachelor's degree. {rate}.", rules_of(education, allowed=(by_service,)))
