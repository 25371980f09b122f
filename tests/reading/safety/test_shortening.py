"""Pieces are cut out of a document, and a route that became easier by more than its piece is found."""

from collections import Counter

import pytest

from ladder.reading.passages import Document
from tests.reading.safety.asked import Asked, Service, Study
from tests.reading.safety.real_documents import opened, read
from tests.reading.safety.shortening import Cut, breaches_in, breaches_of, covers, cuts_of, place_of, without

TEXT = (
    "Title: Weir Warden\nClass Code: 4410\n\nMinimum Qualifications\n\n"
    "Two years of weir repair experience, one year of which as a Weir Fitter; and a valid diving license.\n"
)
NONE: frozenset[str] = frozenset()
FITTER = frozenset(["us-zz/weir-fitter"])
WEIRS = Service(24, NONE, is_part=False, words="weir repair experience")
FITTERS = Service(12, FITTER, is_part=True, words="one year as a Weir Fitter")
BACHELOR = Study(3, "a bachelor's degree")
ALL = Asked((WEIRS, FITTERS), (BACHELOR,), ("diving license",), ())


def document() -> Document:
    return opened(TEXT.encode(), "w.txt")


def cut_of(kind: str, words: str) -> Cut:
    start = document().text.index(words)
    return Cut(kind, start, start + len(words))


def test_clauses_lines_and_joining_words_are_cut() -> None:
    found = cuts_of(document(), read(document(), "us-zz"))
    words = {(cut.kind, document().text[cut.start : cut.end]) for cut in found}

    assert ("word", "of which") in words
    assert ("word", "and") in words
    assert ("clause", ", one year of which as a Weir Fitter") in words
    assert ("clause", "and a valid diving license") in words
    assert [kind for kind, _ in words].count("line") == 1


def test_what_is_left_keeps_its_lines_and_its_spaces() -> None:
    line = document().text.split("\n")[5]
    assert without(document(), cut_of("line", line)).text.split("\n")[5] == ""
    assert "experience as" in without(document(), cut_of("clause", ", one year of which ")).text
    assert place_of(document(), cut_of("word", "of which")).count("[[of which]] as a Weir Fitter") == 1


@pytest.mark.parametrize(
    ("new", "dropped"),
    [
        (ALL, ""),
        (ALL._replace(service=(WEIRS,)), ", one year of which as a Weir Fitter"),
        (ALL._replace(service=(FITTERS,)), "Two years of weir repair experience"),
        (ALL._replace(service=(WEIRS, FITTERS._replace(classes=NONE))), "as a Weir Fitter"),
        (ALL._replace(schooling=()), "A bachelor's degree and"),
        (ALL._replace(held=()), "and a diving license"),
        (ALL._replace(service=(WEIRS._replace(months=30), FITTERS)), ""),
        (ALL._replace(held=("diving license and medical certificate",)), ""),
    ],
)
def test_no_more_than_the_piece_may_be_missing(new: Asked, dropped: str) -> None:
    assert covers(ALL, new, dropped)


@pytest.mark.parametrize(
    ("new", "dropped"),
    [
        (ALL._replace(service=(WEIRS,)), ""),
        (ALL._replace(service=(WEIRS,)), "Two years"),
        (ALL._replace(service=(WEIRS._replace(months=23), FITTERS)), ""),
        (ALL._replace(service=(WEIRS, FITTERS._replace(classes=NONE, words="one year"))), ""),
        (ALL._replace(service=(WEIRS, FITTERS._replace(classes=frozenset(["us-zz/dike-fitter"])))), ""),
        (ALL._replace(schooling=(Study(2, "an associate degree"),)), ""),
        (ALL._replace(schooling=()), "one year of which as a Weir Fitter"),
        (ALL._replace(held=()), "Two years of weir repair experience"),
    ],
)
def test_more_than_the_piece_is_missing(new: Asked, dropped: str) -> None:
    assert not covers(ALL, new, dropped)


def test_an_undecided_part_is_missing_only_with_its_words() -> None:
    old = ALL._replace(judged=("letter of recommendation",))
    assert not covers(old, ALL, "")
    assert covers(old, ALL, "and a letter")


def test_a_reading_that_forgets_is_a_breach() -> None:
    before, after = (
        read(document(), "us-zz"),
        read(opened((TEXT.split(", one", maxsplit=1)[0] + ".\n").encode(), "w.txt"), "us-zz"),
    )

    assert list(breaches_of("w", document(), cut_of("word", "of which"), before, after))
    assert list(breaches_of("w", document(), cut_of("clause", ", one year of which as a Weir Fitter"), before, after))
    assert not list(breaches_of("w", document(), cut_of("line", document().text.split("\n")[5]), before, after))


def test_another_joining_word_takes_the_place_of_one_cut_out() -> None:
    text = (
        TEXT.split("Two years", maxsplit=1)[0]
        + "1. A license; and\n2. Two years of weir repair; or\n3. A bachelor's degree.\n"
    )
    listed = opened(text.encode(), "w.txt")
    start = text.index("and\n2.")
    easier = opened(text.replace("; and", ";").encode(), "w.txt")

    assert not list(
        breaches_of("w", listed, Cut("word", start, start + 3), read(listed, "us-zz"), read(easier, "us-zz"))
    )


def test_a_substitution_that_stands_for_more_is_a_breach() -> None:
    asked = TEXT.partition(", one")[0].replace("Two", "Three")
    text = f"{asked}.\n\nThirty semester hours may be substituted for one year of experience, up to one year.\n"
    more = text.replace("up to one year", "up to two years")
    before, after = (read(opened(one.encode(), "w.txt"), "us-zz") for one in (text, more))
    whole = opened(text.encode(), "w.txt")
    start = text.index("up to one")

    assert list(breaches_of("w", whole, Cut("clause", start, start + 5), before, after))
    assert not list(breaches_of("w", whole, Cut("clause", start, start + 14), before, after))
    assert not list(breaches_of("w", whole, Cut("clause", start, start + 5), before, before))


def test_what_is_cut_is_counted() -> None:
    count: Counter[str] = Counter()
    assert list(breaches_in("w", document(), "us-zz", 3, count)) == []
    assert count["cut"] == 3
