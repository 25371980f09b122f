"""Where the words of a record stand in a text."""

from ladder.reading.accounts.entries import PERSON, plain
from tests.reading.accounts.written_records import entries_of, judged, rules_of, service


def test_words_are_found_whatever_blanks_and_marks_the_text_has() -> None:
    text = plain("Two  years\u2019 work\n as a pilot")
    assert text == "Two years' work as a pilot"
    (entry,) = entries_of(text, rules_of(service("general", 24, "Two years' work as a pilot")))
    assert (entry.kind, text[slice(*entry.place)]) == ("experience", text)
    assert entry.holds(0)
    assert not entry.holds(len(text))


def test_words_within_a_longer_requirement_are_left_to_it_where_they_stand_elsewhere_too() -> None:
    text = "Two years of diving in cold water; or two years of diving"
    rules = rules_of(
        service("cold", 24, "Two years of diving in cold water"),
        service("any", 24, "two years of diving"),
        service("first", 24, "Two years of diving"),
        ways=(["cold"], ["any"], ["first"]),
    )
    assert sorted(text[slice(*one.place)] for one in entries_of(text, rules)) == [
        "Two years of diving",
        "Two years of diving in cold water",
        "two years of diving",
    ]


def test_a_part_that_has_a_sentence_of_its_own_stands_on_it() -> None:
    whole = "Five years of rigging"
    text = f"{whole}. At least two years of this must have been at sea."
    part = service("special", 24, whole, what="at sea", within="general")
    entries = entries_of(text, rules_of(service("general", 60, whole), part))
    assert "At least two years of this must have been at sea" in {text[slice(*one.place)] for one in entries}


def test_an_age_is_of_a_person_and_bears_its_code() -> None:
    (entry,) = entries_of("Be 21 years of age", rules_of(judged("age", "AGE", "Be 21 years of age")))
    assert (entry.kind, entry.code) == (PERSON, "AGE")


def test_a_part_said_twice_stands_on_the_first_of_its_sentences() -> None:
    whole = "Five years of rigging"
    text = f"{whole}. One year must have been at sea. A year at sea is long."
    part = service("special", 12, whole, what="at sea", within="general")
    entries = entries_of(text, rules_of(service("general", 60, whole), part))
    assert {text[slice(*one.place)] for one in entries} == {whole, "One year must have been at sea"}
