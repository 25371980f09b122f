"""North Dakota's layout: a level a class, page headers passed over, months read, nothing guessed."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.qualifications import Experience, StudySubstitution
from ladder.reading.collation import collate
from ladder.reading.documents import read_document
from ladder.reading.drafts import AllOf, AnyOf, Asked, ClassDraft, Role, Statement
from ladder.reading.jurisdictions.north_dakota import FIELD_READERS, READER
from ladder.reading.jurisdictions.north_dakota_fields import spell_title
from ladder.reading.passages import Document
from ladder.sources import Severity
from ladder.specification import NO_DATES, Completeness
from tests.measure import measure
from tests.reading.written import NorthDakotaLevel, NorthDakotaSeries, north_dakota_series, print_north_dakota

SERIES = NorthDakotaSeries(
    "Ferry",
    (
        NorthDakotaLevel("Ferry Hand", "0101", "C", 2),
        NorthDakotaLevel("Ferry Mate", "0102", "D", 4, internal=1, superior="Ferry Master of the Lakes"),
    ),
)
THREE = replace(SERIES, levels=(*SERIES.levels, NorthDakotaLevel("Ferry Pilot", "0103", "E", 5)))
PLAIN = print_north_dakota(SERIES)


def read(text: str) -> tuple[ClassDraft, ...]:
    return tuple(READER.read(Document("ferry.txt", text)))


def changed(old: str, new: str, text: str = PLAIN) -> tuple[ClassDraft, ...]:
    assert old in text
    return read(text.replace(old, new))


def noted(drafts: tuple[ClassDraft, ...]) -> list[tuple[str, Severity]]:
    return [(note.code, note.severity) for draft in drafts for note in draft.notes]


def printed_month(year: int, month: int) -> str:
    return f"{year}-{month:02}"


def roles(asked: Asked | None) -> list[Role]:
    if isinstance(asked, AllOf | AnyOf):
        return [role for part in asked.parts for role in roles(part)]
    return [asked.role] if asked else []


@settings(max_examples=measure(200))
@given(north_dakota_series(), st.booleans(), st.booleans())
def test_what_is_printed_is_read_back(series: NorthDakotaSeries, grade_first: bool, torn: bool) -> None:  # noqa: FBT001
    """Any series, code or grade first, page headers inside sentences or not, is read back to the same facts."""
    text = print_north_dakota(series, grade_first=grade_first, torn=torn)
    assert READER.recognises(Document("ferry.txt", text))
    drafts = read(text)
    assert [(one.code, one.title) for one in drafts] == [(one.code, one.title) for one in series.levels]
    ranks = [one.series and (one.series.name, one.series.rank) for one in drafts]
    assert ranks == ([(series.name, rank + 1) for rank in range(len(drafts))] if len(drafts) > 1 else [None])
    for draft, level in zip(drafts, series.levels, strict=True):
        assert draft.pay is not None
        assert (draft.pay.plan, draft.pay.grade) == ("Buoy", level.grade)
        assert draft.dates.effective == printed_month(*series.effective)
        assert draft.dates.revised == draft.revision == max(printed_month(*one) for one in series.revised)
        assert [one.title for one in draft.superiors] == ([level.superior] if level.superior else [])
        assert sorted(one.code for one in draft.conditions) == ["HIRING_AUTHORITY", "SELECTION"]
        assert roles(draft.asked) == [Role.GENERAL, *([Role.INTERNAL] if level.internal else [])]
        assert [one.role for one in draft.substitutions] == [Role.SUBSTITUTION]
        assert not any("CLASS CODES" in one.text for one in draft.conditions)
    assert noted(drafts) == []
    for claim in (claim for draft in drafts for claim in draft.claims):
        assert FIELD_READERS[claim.field](text[claim.span.start : claim.span.end]) == claim.value


@settings(max_examples=measure(200))
@given(north_dakota_series(), st.booleans())
def test_what_is_asked_is_read_back(series: NorthDakotaSeries, torn: bool) -> None:  # noqa: FBT001
    """The records of any series ask the years printed, of internal candidates in the level below."""
    document = Document("ferry.txt", print_north_dakota(series, torn=torn))
    collation = collate(read_document(document))
    for number, (reading, level) in enumerate(zip(collation.readings, series.levels, strict=True)):
        assert reading.record is not None
        assert reading.record.completeness is Completeness.WHOLE
        rules = reading.record.qualifications
        assert rules is not None
        months = {rule.id: rule.months for rule in rules.requirements if isinstance(rule, Experience)}
        internal = {"internal": level.internal * 12} if level.internal else {}
        assert months == {"general": level.years * 12, **internal}
        assert [route.id for route in rules.routes] == list(months)
        below = f"us-nd/{series.levels[number - 1].code}"
        assert [step.feeder_class for step in reading.steps] == ([below] if internal else [])
        (study,) = rules.substitutions
        assert isinstance(study, StudySubstitution)
        assert (study.semester_hours, study.months, study.at_most_months) == (30, 12, min(24, level.years * 12))


def test_a_sentence_that_a_page_header_tears() -> None:
    """The words on both pages are one sentence, cited over both."""
    (hand, _) = read(print_north_dakota(SERIES, torn=True))
    hiring = next(one for one in hand.conditions if one.code == "HIRING_AUTHORITY")
    assert hiring.text == "The hiring authority may ask for more of a kind that suits the boat."
    assert hiring.source.lines is not None
    assert hiring.source.lines[1] - hiring.source.lines[0] == 8


def test_a_title_over_two_lines() -> None:
    """A second line in capitals right above belongs to the title, a blank line ends it."""
    assert changed("FERRY MATE", "SENIOR FERRY\nMATE")[1].title == "Senior Ferry Mate"
    assert changed("FERRY MATE", "SEAMANSHIP.\n\nFERRY MATE")[1].title == "Ferry Mate"


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("Class Code(s): 0101\n0102", "Class Code(s): 0101\n0102\n0103", ["CODE_WITHOUT_LEVEL"]),
        ("Class Code(s): 0101\n0102", "Class Code(s): 0101", ["CODE_AT_ODDS"]),
        ("Eff. Date: 05/01", "Eff. Date: 05/01\nEff. Date: 06/01", ["DATE_AT_ODDS"]),
        ("Eff. Date: 05/01", "Eff. Date: 15/01", ["DATE_UNREAD"]),
        ("Rev: 12/11 \u2013 Conversion to Buoy System", "Rev: 12/11", ["PAY_PLAN_MISSING"] * 2),
        ("LEVEL DEFINITION:", "LEVEL DEFINITON:", ["HEADING_MISSPELT"] * 2),
    ],
)
def test_what_is_at_odds_is_noted(old: str, new: str, codes: list[str]) -> None:
    """A code, a date or a pay plan that does not fit is noted."""
    text = PLAIN.replace("Rev: 9/04 \u2013 Conversion to Buoy System\n\n", "")
    assert [code for code, _ in noted(changed(old, new, text))] == codes


def test_dates_at_odds_or_missing_are_none() -> None:
    """Two months of issue are none; no footer at all is no date."""
    hand, _ = changed("Eff. Date: 05/01", "Eff. Date: 05/01\nEff. Date: 06/01")
    assert hand.dates.effective is None
    bare = read(PLAIN[: PLAIN.index("Eff. Date")])
    assert bare[0].dates == NO_DATES
    assert bare[0].revision is None
    assert [one.source.revision for one in read(PLAIN[: PLAIN.index("Rev:")])[0].conditions] == ["2001-05"] * 2


def test_a_series_needs_a_name_and_rising_grades() -> None:
    """Without a name, or with grades that do not rise in the order printed, no rank is given."""
    assert [one.series for one in changed("FERRY\n\n(Ferry Board)", "(Ferry Board)")] == [None, None]
    assert [one.series for one in changed("GRADE D", "GRADE B")] == [None, None]
    assert [one.series for one in changed("GRADE C\n\n", "", print_north_dakota(THREE))] == [None] * 3
    assert changed("GRADE C\n\n", "")[0].pay is None
    spelled = PLAIN.replace("ND Class Description\nFerry", "ND Class Description\nBoats")
    assert [one.series and one.series.name for one in read(spelled)] == ["Ferry", "Ferry"]
    assert [one.remarks for one in read(PLAIN)] == [("The agency is Ferry Board.",)] * 2
    assert [one.remarks for one in changed("(Ferry Board)\n\n", "")] == [()] * 2
    assert [one.series for one in changed("\n\nFERRY\n\n(Ferry Board)\n\nSCOPE OF WORK:\n\nBoats are kept.", "")] == [
        None
    ] * 2


def test_a_description_without_blank_lines_reads_the_same() -> None:
    """Sentences that the layout knows begin a paragraph, though no full stop and no blank line stands before."""
    close = re.sub(r"\n\s*\n", "\n", PLAIN)
    for loose, tight in zip(read(PLAIN), read(close), strict=True):
        assert roles(tight.asked) == roles(loose.asked)
        assert [one.text for one in tight.conditions] == [one.text for one in loose.conditions]
        assert (tight.code, tight.title, tight.pay and tight.pay.grade) == (
            loose.code,
            loose.title,
            loose.pay and loose.pay.grade,
        )


def test_internal_candidates_alone() -> None:
    """Where only internal candidates are spoken of, their statement is all that is asked."""
    _, mate = changed("Requires four years of work experience keeping boats.\n\n", "")
    assert isinstance(mate.asked, Statement)
    assert mate.asked.role is Role.INTERNAL
    assert mate.asked.section == "Minimum qualifications, internal candidates"
    (hand, _) = changed("Requires two years of work experience keeping boats.\n\n", "")
    assert hand.asked is None


def test_sentences_that_ask_are_told_from_those_that_describe() -> None:
    """What experience normally includes asks nothing, any other sentence does."""
    two = "Requires two years of work experience keeping boats."
    hand, _ = changed(two, f"{two} Work experience normally includes rowing, e.g. A boat. Must swim.")
    assert isinstance(hand.asked, AllOf)
    texts = [one.excerpt.text for one in hand.asked.parts if isinstance(one, Statement)]
    assert texts == [two, "Must swim."]


def test_what_is_recognised() -> None:
    """The state's name, a list of codes and a level are all needed."""
    assert not READER.recognises(Document("ferry.txt", PLAIN.replace("NORTH DAKOTA", "").replace("ND Class", "")))
    assert not READER.recognises(Document("ferry.txt", PLAIN.replace("Class Code(s):", "").replace("CLASS CODES:", "")))
    assert not READER.recognises(Document("ferry.txt", "NORTH DAKOTA\nClass Code(s): 0101\nFERRY\n"))


def test_no_level_is_no_class() -> None:
    """A text without a level gives no draft, whatever else it prints."""
    assert read("NORTH DAKOTA\n\nClass Code(s): 0101\n\nFERRY\n\n(Ferry Board)\n") == ()
    assert read("FERRY HAND\n\n0101")[0].notes[0].code == "CODE_AT_ODDS"


def test_a_footer_above_the_levels_ends_none_of_them() -> None:
    """Where a date stands at the top, the last level reaches to its own heading at least."""
    drafts = read(f"Rev: 1/01\n\n{PLAIN[: PLAIN.index('Eff. Date')]}")
    assert [one.code for one in drafts] == ["0101", "0102"]


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("KEEPER OF  THE BOATS II", "Keeper of the Boats II"),
        ("THE HAND", "The Hand"),
        ("CO-PILOT/MATE", "Co-Pilot/Mate"),
    ],
)
def test_titles_in_capitals_are_spelled_out(printed: str, spelled: str) -> None:
    """Small words, numerals, hyphens and slashes of a title."""
    assert spell_title(printed) == spelled


def test_levels_may_lack_an_internal_sentence() -> None:
    """A level that says nothing of internal candidates has one way in."""
    levels = tuple(replace(one, internal=None) for one in SERIES.levels)
    assert all(isinstance(one.asked, Statement) for one in read(print_north_dakota(replace(SERIES, levels=levels))))
