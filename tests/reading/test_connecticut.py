"""Connecticut's layout: every fact where it is printed, what is at odds noted, nothing guessed."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.qualifications import Experience, StudySubstitution
from ladder.reading.documents import read_document
from ladder.reading.drafts import AllOf, ClassDraft, Role, Statement
from ladder.reading.jurisdictions.connecticut import FIELD_READERS, READER
from ladder.reading.passages import Document
from ladder.sources import Severity
from ladder.specification import NO_DATES, Completeness
from tests.measure import measure
from tests.reading.written import CONNECTICUT_CLASSES, ConnecticutClass, print_connecticut

PLAIN = print_connecticut(ConnecticutClass())


def read(text: str) -> ClassDraft:
    (draft,) = READER.read(Document("bridge.txt", text))
    return draft


def changed(old: str, new: str, text: str = PLAIN) -> ClassDraft:
    assert old in text
    return read(text.replace(old, new))


def noted(draft: ClassDraft) -> list[tuple[str, Severity]]:
    return [(note.code, note.severity) for note in draft.notes]


def statements(draft: ClassDraft) -> list[tuple[Role, str]]:
    asked = draft.asked
    parts = asked.parts if isinstance(asked, AllOf) else (asked,) if asked else ()
    return [(one.role, one.excerpt.text) for one in parts if isinstance(one, Statement)]


@settings(max_examples=measure(200))
@given(CONNECTICUT_CLASSES, st.booleans(), st.booleans(), st.sampled_from(["", "- ", "  \u2022 "]))
def test_what_is_printed_is_read_back(one: ConnecticutClass, header: bool, blank: bool, bullet: str) -> None:  # noqa: FBT001
    """Any class, with or without header, bullets and blank lines, is read back to the same facts."""
    text = print_connecticut(one, header=header, bullet=bullet, blank=blank)
    draft = read(text)
    assert (draft.code, draft.title) == (one.code, one.title)
    assert draft.pay is not None
    assert (draft.pay.plan, draft.pay.grade) == (one.plan, str(one.grade))
    assert len(draft.pay.ranges) == (3 if header and one.has_figures else 0)
    assert (draft.dates.established, draft.dates.replaces) == (str(one.established), str(one.replaced))
    assert (draft.dates.effective, draft.dates.revised) == (str(one.effective), str(one.revised))
    assert [superior.title for superior in draft.superiors] == ([one.superior] if one.superior else [])
    assert [role for role, _ in statements(draft)] == [Role.GENERAL, *([Role.SPECIAL] if one.special else [])]
    assert len(draft.substitutions) == 1
    assert [condition.code for condition in draft.conditions] == ["TRAVEL"]
    assert draft.notes == ()
    assert READER.recognises(Document("bridge.txt", text))
    for claim in draft.claims:
        assert FIELD_READERS[claim.field](text[claim.span.start : claim.span.end]) == claim.value


@settings(max_examples=measure(200))
@given(CONNECTICUT_CLASSES, st.booleans())
def test_what_is_asked_is_read_back(one: ConnecticutClass, header: bool) -> None:  # noqa: FBT001
    """The record of any class asks the months printed, special within general, and lets study stand for it."""
    (reading,) = read_document(Document("bridge.txt", print_connecticut(one, header=header)))
    assert reading.record is not None
    assert reading.record.completeness is Completeness.WHOLE
    assert reading.notes == ()
    rules = reading.record.qualifications
    assert rules is not None
    asked = {rule.id: (rule.months, rule.within) for rule in rules.requirements if isinstance(rule, Experience)}
    special = {"special": (one.special * 12, "general")} if one.special else {}
    assert asked == {"general": (one.general * 12, None), **special}
    assert [route.requires for route in rules.routes] == [tuple(asked)]
    (study,) = rules.substitutions
    assert isinstance(study, StudySubstitution)
    assert (study.stands_for, study.semester_hours, study.months, study.at_most_months) == ("general", 15, 6, 24)
    assert [step.from_title for step in reading.steps] == (["Ferry Keeper"] if special else [])


def test_the_rest_of_the_facts() -> None:
    """Unit, group, designation and the figures of pay stand as printed, each with its lines."""
    draft = read(PLAIN)
    assert draft.bargaining_unit == "(19)-HARBORS (P-9)"
    assert draft.occupational_group == "(77)-Waterways"
    assert draft.designation == "Classified/Competitive"
    assert draft.pay is not None
    assert [(one.unit.value, one.low, one.high) for one in draft.pay.ranges] == [
        ("hourly", Decimal("20.00"), Decimal("30.00")),
        ("biweekly", Decimal("1600.00"), Decimal("2400.00")),
        ("yearly", Decimal("41760.00"), Decimal("62640.00")),
    ]
    assert draft.pay.source.lines == (5, 6)
    assert draft.title_excerpt is not None
    assert draft.title_excerpt.text == "Bridge Inspector (1234EU)"
    assert draft.dates.source is not None
    assert draft.dates.source.revision == draft.revision == "2020-02-29"
    assert draft.remarks == ("EEO category (3)-Technicians.", "Item number 20-007.")
    assert changed("EEO\n\n(3)-Technicians\n\n", "", PLAIN.replace(" Item No. 20-007", "")).remarks == ()


def test_a_title_over_two_lines() -> None:
    """The words above the code belong to the title, as far as a blank line, the state's name or figures of pay."""
    assert changed("Bridge Inspector (1234EU)", "Bridge\nInspector (1234EU)").title == "Bridge Inspector"
    assert changed("Branch\n\nBridge", "Branch\nBridge").title == "Bridge Inspector"
    figures = "$20.00-$30.00 Hourly\nBridge Inspector (1234EU)"
    assert changed("Bridge Inspector (1234EU)", figures).title == "Bridge Inspector"
    assert changed("Bridge Inspector (1234EU)", "(1234EU)").title is None


def test_code_and_footer_at_odds() -> None:
    """The header's code stands, and an error says that the footer has another."""
    draft = changed("CLASS: 1234EU", "CLASS: 1235EU")
    assert draft.code == "1234EU"
    assert noted(draft) == [("CODE_AT_ODDS", Severity.ERROR)]


def test_a_page_without_code_and_cancellation() -> None:
    """Nothing is made up where neither header nor footer is there."""
    text = re.sub(r"(?s)CANCELLATION CLAUSE.*", "", print_connecticut(ConnecticutClass(), header=False))
    draft = read(text)
    assert (draft.code, draft.title, draft.title_excerpt) == (None, None, None)
    assert noted(draft) == [("CODE_MISSING", Severity.WARNING)]
    assert draft.dates == NO_DATES
    assert draft.revision is None


def test_a_title_from_a_clause_that_says_it_was_changed() -> None:
    """Without a header the clause's title is kept with a warning where it may be the old one."""
    text = print_connecticut(ConnecticutClass(), header=False).replace("to say more", "to change title")
    assert noted(read(text)) == [("TITLE_UNSURE", Severity.WARNING)]
    assert noted(changed("to say more", "to change title")) == []


def test_a_title_that_the_clause_alone_prints() -> None:
    """Without a header a title that no other passage prints may be an older one."""
    text = print_connecticut(ConnecticutClass(), header=False).replace(
        "Looks after Bridge Inspector", "Looks after sluice"
    )
    assert read(text).title == "Bridge Inspector"
    assert noted(read(text)) == [("TITLE_UNSURE", Severity.WARNING)]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("EST: 3/12/1999", "EST: 13/12/1999", "established"),
        ("REV: 2/29/2020", "REV: soon", "revised"),
        ("03/06/2020", "in spring", "effective"),
        ("November 4, 2011", "Novembre 4, 2011", "replaces"),
    ],
)
def test_a_date_of_no_known_form(old: str, new: str, field: str) -> None:
    """The date is none, and a warning quotes it."""
    draft = changed(old, new)
    assert getattr(draft.dates, field) is None
    assert noted(draft) == [("DATE_UNREAD", Severity.WARNING)]


def test_two_footers_at_odds() -> None:
    """A date printed twice differently is none; printed twice alike it stands."""
    footer = "CLASS: 1234EU; EST: 3/12/1999; REV: 2/29/2020;"
    again = changed(footer, f"{footer}\n{footer}")
    assert (again.dates.revised, again.notes) == ("2020-02-29", ())
    odds = changed(footer, f"{footer}\n{footer.replace('2/29', '2/28')}")
    assert odds.dates.revised is None
    assert odds.revision == "2020-03-06"
    assert noted(odds) == [("DATE_AT_ODDS", Severity.WARNING)]


def test_a_footer_below_an_empty_heading() -> None:
    """The footer is no effective date."""
    draft = changed("03/06/2020\n\n", "")
    assert (draft.dates.effective, draft.notes) == (None, ())
    assert changed("03/06/2020", "").dates.effective is None


def test_pay() -> None:
    """Figures without a grade are left unread, a header's grade at odds with the section is noted."""
    draft = changed("EU 21\n", "as agreed\n", PLAIN.replace("Group EU 21", "Group EU21"))
    assert draft.pay is None
    assert noted(draft) == [("PAY_WITHOUT_GRADE", Severity.WARNING)]
    bare = print_connecticut(ConnecticutClass(), header=False).replace("SALARY INFORMATION\n\nEU 21\n\n", "")
    assert read(bare).pay is None
    assert read(bare).notes == ()
    odds = changed("(1234EU)\n", "(1234EU)\nEU 22\n")
    assert odds.pay is not None
    assert odds.pay.grade == "21"
    assert noted(odds) == [("PAY_GRADE_AT_ODDS", Severity.WARNING)]
    agreed = changed("(1234EU)\n", "(1234EU)\nEU21\n")
    assert agreed.notes == ()


VARIANTS = """COMPENSATION GUIDELINES

  \u2022 Those hired in the old days are paid thus.

1230 BRIDGE INSPECTOR(OD) (EU 24)

1234 BRIDGE INSPECTOR (EU 21)

1229 BRIDGE INSPECTORS (EU 23)

1228 BRIDGE KEEPER (EU 22)

JOB CLASS DESIGNATION"""


def test_pay_variants_are_aliases() -> None:
    """A further code of the same title is an alias with its own grade; another class's line is left unread."""
    draft = changed("JOB CLASS DESIGNATION", VARIANTS)
    assert [(one.code, one.title, one.pay and one.pay.grade) for one in draft.aliases] == [
        ("1230", "Bridge Inspector (OD)", "24"),
        ("1229", "Bridge Inspector", "23"),
    ]
    assert draft.notes == ()
    odds = changed(
        "1234 BRIDGE INSPECTOR (EU 21)",
        "1234 BRIDGE INSPECTOR (EU 20)",
        PLAIN.replace("JOB CLASS DESIGNATION", VARIANTS),
    )
    assert noted(odds) == [("PAY_GRADE_AT_ODDS", Severity.WARNING)]
    first = draft.aliases[0]
    assert "old days" in first.note
    assert first.source.lines is not None
    assert first.source.lines[1] - first.source.lines[0] == 8
    assert not any("KEEPER" in claim.value for claim in draft.claims)
    assert (
        changed("JOB CLASS DESIGNATION", "COMPENSATION GUIDELINES\n\nAs agreed.\n\nJOB CLASS DESIGNATION").aliases == ()
    )


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("may be required to speak a second language", ["LANGUAGE"]),
        ("may be required to hold a boat license and to travel", ["LICENCE", "TRAVEL"]),
        ("may be required to dive", ["SPECIAL_REQUIREMENT"]),
        ("assigned to veterans must come under Title 38", ["TITLE38"]),
        ("is required to travel", ["TRAVEL"]),
    ],
)
def test_special_requirements_of_some_positions_are_shown(words: str, codes: list[str]) -> None:
    """What some positions ask is shown by its code, with the words."""
    draft = changed("An incumbent may be required to travel to islands.", f"An incumbent {words}.")
    assert [one.code for one in draft.conditions] == codes
    assert all(one.text == f"An incumbent {words}." for one in draft.conditions)
    assert len(statements(draft)) == 2


def test_special_requirements_of_every_incumbent_are_asked() -> None:
    """What every incumbent must hold is a statement like the others."""
    draft = changed("An incumbent may be required to travel to islands.", "- Must hold a pilot's license.")
    assert draft.conditions == ()
    assert statements(draft)[-1] == (Role.CREDENTIAL, "Must hold a pilot's license.")


def test_statements_that_end_in_a_joining_word_are_one() -> None:
    """Paragraphs joined by ``or`` and ``and`` are read as one statement; a dangling one stands alone."""
    old = "Five (5) years of experience in keeping waterways open."
    assert statements(changed(old, f"- {old[:-1]}; or\n- Six (6) years at sea."))[0] == (
        Role.GENERAL,
        f"{old[:-1]}; or Six (6) years at sea.",
    )
    assert statements(changed(old, f"- {old[:-1]}; or"))[0] == (Role.GENERAL, f"{old[:-1]}; or")
    assert [role for role, _ in statements(changed(old, f"- {old}\n- A year at sea."))[:2]] == [Role.GENERAL] * 2


def test_a_class_that_asks_nothing() -> None:
    """No statement found is no statement asked; one of several is itself."""
    text = re.sub(r"(?s)MINIMUM QUALIFICATIONS - GENERAL.*SPECIAL REQ", "SPECIAL REQ", PLAIN)
    assert read(text).asked is None
    alone = read(print_connecticut(replace(ConnecticutClass(), special=None)))
    assert isinstance(alone.asked, Statement)
    assert alone.asked.section == "General experience"


def test_a_misspelt_heading_is_taken_and_noted() -> None:
    """A heading near to a known one opens its section, and a note says so."""
    draft = changed("BARGAINING UNIT", "BARGANING UNIT")
    assert draft.bargaining_unit == "(19)-HARBORS (P-9)"
    assert noted(draft) == [("HEADING_MISSPELT", Severity.INFO)]


def test_what_is_recognised() -> None:
    """The state's name or the footer, and its headings: neither is enough alone."""
    bare = print_connecticut(ConnecticutClass(), header=False)
    assert READER.recognises(Document("bare.txt", bare))
    assert not READER.recognises(Document("bare.txt", re.sub("CLASS: .*", "", bare)))
    assert not READER.recognises(Document("bare.txt", bare.replace("CLASS: 1234EU", "CLASS: eleven")))
    assert not READER.recognises(Document("letter.txt", "State of Connecticut\nDear Sir"))


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("the Office of Boats", []),
        ("a Harbor Planner, Ferry Keeper or Map Keeper 2.", ["Harbor Planner", "Ferry Keeper", "Map Keeper 2"]),
        (
            "the Keeper of the Locks and Weirs and general direction of a Weir Keeper.",
            ["Keeper of the Locks and Weirs", "Weir Keeper"],
        ),
        ("the Director", []),
        ("a Harbor Planner and", ["Harbor Planner"]),
        ("a Harbor Planner", []),
        ("assigned Map Keeper or designee, and direction of the Map Keeper.", ["Map Keeper"]),
    ],
)
def test_superiors_are_titles_in_capitals(words: str, titles: list[str]) -> None:
    """A title of two words or more is a superior, once; an office, a rank or a single word is none."""
    draft = changed("a Harbor Planner or another official of higher grade.", words)
    assert [one.title for one in draft.superiors] == titles


def test_a_text_without_headings() -> None:
    """A text that is none of this layout gives a draft of what little it prints."""
    assert read("Bridge Inspector (1234EU)").title == "Bridge Inspector"
