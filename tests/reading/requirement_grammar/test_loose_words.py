"""What a lost word leaves behind in a clause is unread, and a second blank between words hides nothing."""

import pytest

from ladder.reading.requirement_grammar.reader import read_statement


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("Four years of dock work, one year of which in repair, or two years have been at sea",
         ["two years have been at sea"]),
        ("Completion of 30 credits from a college certification from the Guild as a Pilot",
         ["certification from the Guild as a Pilot"]),
        ("Completion of the Master Rigger certification by the Guild completion of 60 credits at a college",
         ["completion of 60 credits at a college"]),
        ("Four years of dock work which has included two, crews and crew leaders",
         ["included two, crews and crew leaders"]),
        ("A master's degree in tides or equivalent combination of education and experience. three years of sea duty",
         [". three years of sea duty"]),
        ("Two years of oyster counting experience (c) a forklift license", [" (c) a forklift license"]),
        ("Two years of oyster counting experience III. drying of nets", [" III. drying of nets"]),
        ("Graduation from a college; and either with the Harbor at the level of Pilot",
         ["; and either with the Harbor at the level of Pilot"]),
        ("Graduation from a college with a degree in tides,", [","]),
        ("Three years of net  repair, one  has been at sea", [", one  has been at sea"]),
    ],
)  # fmt: skip
def test_what_is_left_behind_is_unread(text: str, loose: list[str]) -> None:
    found = read_statement(text)
    told = [text[slice(*one)] for one in found.unread]
    assert told == loose


@pytest.mark.parametrize(
    "text",
    [
        "Two years of experience in: a) repairing nets, b) drying nets, c) counting nets",
        "Two (2) years of net repair and three (3) years of sea duty",
        "At least two years shall have been at sea",
        "Two years of experience in towns of at least 25,000 people",
        "A certification as a Pilot from the Guild",
    ],
)
def test_what_stands_as_it_should_is_not_taken_for_a_rest(text: str) -> None:
    assert read_statement(text).unread == ()
