"""Amounts that no record holds: the clause stays unread or is not held, and nothing breaks."""

import re
from pathlib import Path

import pytest

from ladder.qualifications import Experience, Judgement, Qualifications
from ladder.reading.documents import read_document
from ladder.reading.drafts import ClassDraft, Statement
from ladder.reading.passages import Document, Excerpt, Span
from ladder.reading.qualifying.assembling import qualify
from ladder.reading.readings import Reading

BULLETIN = Path(__file__).parents[2].joinpath("fuzz", "documents", "bulletin.txt").read_text("utf-8")
LAST_ROUTE = re.compile(r"3\. Eighteen.*")
NOTE = re.compile(r"2\. Experience as a Mooring.*")
AMOUNTS = ("0", "zero", "601", "2080", "14401", "999999999")
ASKED = (
    "{} years of full-time paid experience as a Rigger",
    "{} months of experience",
    "{} hours of experience",
    "{} semester units",
    "{} semester units or {} quarter units",
    "{} semester units in law",
    "A bachelor's degree with {} semester units in law",
    "Five years of experience as a Rigger, {} years of which was at night",
)
ALLOWED = (
    "{} semester hours of study may be substituted for {} years of experience, up to {} years.",
    "A bachelor's degree may be substituted for {} years of experience.",
    "Experience as a Rigger may be substituted for up to {} years of the experience.",
    "{} years of experience as a Rigger may be substituted for {} years of experience.",
)


def read(text: str) -> Reading:
    (reading,) = read_document(Document("bulletin.txt", text), jurisdiction="us-ca-los-angeles")
    return reading


def rules_of(reading: Reading) -> Qualifications:
    assert reading.record is not None
    assert reading.record.qualifications is not None
    return reading.record.qualifications


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("asked", ASKED)
def test_an_amount_beyond_bounds_is_never_a_crash(asked: str, amount: str) -> None:
    rules = rules_of(read(LAST_ROUTE.sub(f"3. {asked.replace('{}', amount)}.", BULLETIN)))
    assert all(one.months <= 1200 for one in rules.requirements if isinstance(one, Experience))


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("allowed", ALLOWED)
def test_a_substitution_beyond_bounds_is_not_held(allowed: str, amount: str) -> None:
    reading = read(NOTE.sub(f"2. {allowed.replace('{}', amount)}", BULLETIN))
    assert all(getattr(one, "months", 1) <= 1200 for one in rules_of(reading).substitutions)


@pytest.mark.parametrize("words", ["2080 years of experience as a Rigger", "0 semester units"])
def test_what_no_record_holds_is_unread(words: str) -> None:
    rules = rules_of(read(LAST_ROUTE.sub(f"3. {words}.", BULLETIN)))
    unread = [one for one in rules.requirements if isinstance(one, Judgement) and one.code == "UNREAD"]
    assert [one for one in unread if words[:6] in one.what]


def test_a_joining_word_that_stands_alone_is_no_clause() -> None:
    rules = rules_of(read(LAST_ROUTE.sub("3. Either; two years of experience as a Rigger.", BULLETIN)))
    assert [one.months for one in rules.requirements if isinstance(one, Experience) and "Rigger" in one.what] == [24]


def test_a_heading_with_nothing_below_it_still_asks_something() -> None:
    empty = Statement(Excerpt(Document("d.txt", "words"), (Span(3, 3),)), section="General experience")
    made = qualify(ClassDraft(jurisdiction="us-xx", title="Clerk", asked=empty))
    assert made.rules is not None
    (unread,) = made.rules.requirements
    assert isinstance(unread, Judgement)
    assert (unread.code, unread.source.section, unread.source.lines) == ("UNREAD", "General experience", None)
