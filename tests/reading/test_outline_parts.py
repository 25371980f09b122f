"""Which lines of a document are its qualifications, where they end, and what is left for a person."""

from dataclasses import replace

import docx
import pytest

from ladder.reading.drafts import Asked, ClassDraft, Role, Statement
from ladder.reading.jurisdictions.outline.document_parts import find_parts
from ladder.reading.jurisdictions.outline.outline_reader import GeneralReader
from ladder.reading.jurisdictions.outline.vocabulary import load_vocabulary
from ladder.reading.passages import Document, Span
from ladder.reading.readings import make_readings
from ladder.specification import Completeness
from tests.reading.outlining import said, shape
from tests.reading.text.making import bytes_of, docx_of
from tests.reading.text.opened import read_content


def parts(text: str, *, headings: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str, str]]:
    document = Document("made.txt", text, headings=headings)
    found = find_parts(document, Span(0, len(text)), load_vocabulary())
    return [(one.kind, one.title(document), text[slice(*one.body)].strip()) for one in found]


def draft(text: str, *, headings: tuple[tuple[int, int], ...] = ()) -> ClassDraft:
    reader = GeneralReader(jurisdiction="us-xx-port")
    (found,) = reader.read(Document("made.txt", f"Class Title: Lamp Trimmer\n{text}", headings=headings))
    return found


def statements(asked: Asked | None) -> list[Statement]:
    if asked is None:
        return []
    return [asked] if isinstance(asked, Statement) else [one for part in asked.parts for one in statements(part)]


def test_a_heading_is_a_line_of_known_words() -> None:
    text = (
        "Required Education & Experience\nTwo years.\nKnowledge of:\nWicks.\n## Benefits\nOil.\nIV. LICENSES\nA badge."
    )

    assert parts(text) == [
        ("open", "Required Education & Experience", "Two years."),
        ("abilities", "Knowledge of", "Wicks."),
        ("other", "Benefits", "Oil."),
        ("credential", "IV. LICENSES", "A badge."),
    ]


def test_the_end_of_a_sentence_above_is_no_heading() -> None:
    text = (
        "QUALIFICATIONS\nGraduation from a school of lamps and two years of additional\neducation and experience\nOil."
    )

    assert [kind for kind, _, _ in parts(text)] == ["open"]


def test_a_heading_in_title_case_may_follow_a_line_that_ends_no_sentence() -> None:
    text = "QUALIFICATIONS\nGraduation from a school of lamps and two years of service\nWorking Conditions\nOil."

    assert [kind for kind, _, _ in parts(text)] == ["open", "other"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Supervisory experience", "open"),
        ("Physical requirements", "other"),
        ("Driver License Requirement", "credential"),
        ("Preferred experience", "wished"),
        ("Education/Experience", "open"),
        ("MINIMUM QUALIFICATIONS (continued)", "open"),
        ("Promotional", "internal"),
        ("Note", "note"),
        ("Residency Requirement", "shown"),
        ("**Required:**", "open"),
        ("Essential criteria", "open"),
        ("Desirable criteria", "wished"),
        ("Education and Licenses", "open"),
        ("Licensing, education and experience", "open"),
        ("SPECIAL REQUIREMENT FOR APPOINTMENT", "shown"),
        ("Necessary Special Requirements", "shown"),
        ("A license", None),
        ("Lamps", None),
        ("", None),
    ],
)
def test_the_words_of_a_heading_tell_its_kind(line: str, kind: str | None) -> None:
    assert load_vocabulary().kind_of(line) == kind


def test_labels_part_the_text_of_a_line() -> None:
    found = draft("QUALIFICATIONS\nEducation: A degree. Experience: Two years. Preferred: An oil can. Lamps: Two.\n")

    assert shape(found.asked) == "(. & .)"
    assert [(one.role, one.excerpt.text.strip()) for one in statements(found.asked)] == [
        (Role.EDUCATION, "A degree."),
        (Role.OPEN, "Two years."),
    ]


def test_labels_within_alternatives_stay_in_their_alternative() -> None:
    text = "QUALIFICATIONS\n\nEither I\n\nOne year.\n\nOr II\n\nExperience: Two years. and\n\nEducation: A school.\n"
    (statement, *others) = statements(draft(f"{text}License\nA badge.").asked)

    assert [one.excerpt.text for one in others][-1] == "A badge."
    assert "Experience" not in " ".join(one.excerpt.text for one in (statement, *others))
    assert {one.section for one in (statement, *others)} == {"QUALIFICATIONS", "License"}


def test_alternatives_begun_after_a_label_stand_under_the_heading() -> None:
    found = draft("QUALIFICATIONS\nEducation: A school. and\nEither I\nOne year.\nOr II\nTwo years.")

    first, *others = statements(found.asked)
    assert (first.role, said(first)) == (Role.EDUCATION, ["A school"])
    assert {one.role for one in others} == {Role.OPEN}


ENDS = [
    "To apply, write to Ada Lovelace, 1 Lamp Street.",
    "Please send a resume and three references.",
    "Salary: $3 a night",
    "BENEFITS\nOil.",
    "Questions? Call 555-123-4567.",
    "An equal opportunity employer.",
    "The Harbor is an equal opportunity employer.",
    "Revised 3/1999",
    "L.H. 4-12-87",
    "ada@example.org",
    "Candidates may upload a cover letter.",
    "How to Obtain a Lamp Application\n\nCome by.",
    "Preference may be given to those with:\n- Four years.",
    "ANNUAL SALARIES OF KEEPERS\nLow.",
]


@pytest.mark.parametrize("end", ENDS)
def test_the_qualifications_end_where_something_else_begins(end: str) -> None:
    found = draft(f"QUALIFICATIONS\nTwo years.\n\n{end}\nAda Lovelace\nSalt Harbor")

    assert said(found.asked) == ["Two years."]


def test_what_is_asked_beside_an_address_leaves_the_record_partial_and_is_not_repeated() -> None:
    text = "QUALIFICATIONS\nTwo years of experience with lamps.\nA degree is required; ask ada@example.org."
    (read,) = make_readings(Document("made.txt", f"Class Title: Lamp Trimmer\n{text}"), [draft(text)])

    assert read.record is not None
    assert read.record.completeness is Completeness.PARTIAL
    assert "ada" not in str(read.record.qualifications)


def test_an_address_of_a_site_ends_no_qualifications() -> None:
    line = "A degree of a school listed at www.example.org."

    assert said(draft(f"QUALIFICATIONS\n{line}").asked) == [line]


def test_a_heading_of_unknown_words_that_asks_is_no_end() -> None:
    found = draft("QUALIFICATIONS\nTwo years.\n\nLamp License Application\n\nA badge.\n\nLamp Keeping\n\nOil.")

    assert said(found.asked) == ["Two years.", "Lamp License Application", "A badge.", "Lamp Keeping", "Oil."]


def test_a_sentence_within_a_line_ends_them_too() -> None:
    assert said(draft("QUALIFICATIONS\nTwo years with lamps. To apply, write to Ada Lovelace.").asked) == [
        "Two years with lamps."
    ]


def test_what_is_asked_after_their_end_is_left_for_a_person() -> None:
    found = draft("QUALIFICATIONS\nTwo years.\nTo apply, write to us.\nA lamp license is required.\nAda Lovelace")

    assert [(one.role, one.excerpt.text) for one in statements(found.asked)] == [
        (Role.OPEN, "Two years."),
        (Role.UNKNOWN, "A lamp license is required."),
    ]


@pytest.mark.parametrize("heading", ["LAMPS OF OLD", "## Lamps of old", "**Lamps of old**"])
def test_an_unknown_heading_within_them_leaves_its_words_to_a_person(heading: str) -> None:
    below = "Three years of oil experience are required.\nAda Lovelace\nDUTIES\nNone."
    text = f"QUALIFICATIONS\nTwo years of experience with lamps.\n{heading}\n{below}"
    (read,) = make_readings(Document("made.txt", text), [draft(text)])
    (asked, unread) = statements(draft(text).asked)

    assert (asked.role, unread.role) == (Role.OPEN, Role.UNKNOWN)
    assert unread.excerpt.text.endswith("Three years of oil experience are required.")
    assert read.record is not None
    assert read.record.completeness is Completeness.PARTIAL


LABELS = {
    "Supervision: Two years of experience as a chief.": ["Two years of experience as a chief."],
    "Skills: 2+ years' experience with wicks": ["2+ years' experience with wicks"],
    "Application: A lamp license is required.": ["A lamp license is required."],
    "Salary: by years of experience": [],
}


@pytest.mark.parametrize(("line", "left"), LABELS.items())
def test_what_plainly_asks_after_a_label_of_something_else_is_left_for_a_person(line: str, left: list[str]) -> None:
    found = statements(draft(f"QUALIFICATIONS\nA badge.\n{line}\n").asked)

    assert [one.excerpt.text for one in found if one.role is Role.UNKNOWN] == left


def test_an_unknown_heading_elsewhere_is_none() -> None:
    assert said(draft("LAMPS OF OLD\nThree.\nQUALIFICATIONS\nTwo years.\nDUTIES\nNone.\nOF OIL\nMuch.").asked) == [
        "Two years."
    ]


def test_capitals_are_no_headings_where_all_is_in_capitals() -> None:
    found = draft("QUALIFICATIONS\nTWO YEARS WITH LAMPS\nOIL IN PLENTY\nDUTIES\nNONE AT ALL")

    assert Role.UNKNOWN not in {one.role for one in statements(found.asked)}


def test_what_is_asked_for_promotion_is_an_alternative() -> None:
    found = draft("QUALIFICATIONS\nFour years.\nPromotional\nOne year.\nLicense\nA badge.")

    assert shape(found.asked) == "((. & .) | .)"


def test_notes_and_substitutions_end_with_their_paragraph() -> None:
    text = (
        "QUALIFICATIONS\nSubstitution: A test may be substituted for a year.\n- Two years.\nNote: No oil.\n\nA badge."
    )
    found = draft(text)

    assert said(found.asked) == ["Two years.", "No oil.", "A badge."]
    assert len(found.substitutions) == 1


def test_a_note_before_the_qualifications_is_not_theirs() -> None:
    assert said(draft("NOTE\nNo oil.\nQUALIFICATIONS\nTwo years.").asked) == ["Two years."]


def test_special_requirements_that_ask_for_a_license_are_asked() -> None:
    found = draft("QUALIFICATIONS\nTwo years.\nSPECIAL REQUIREMENTS\n1. May travel.\n2. A license to carry oil.")

    assert said(found.asked) == ["Two years.", "A license to carry oil."]
    assert [one.text for one in found.conditions] == ["May travel."]


def test_abilities_are_asked_where_they_are_all_that_the_heading_has() -> None:
    alone = "QUALIFICATIONS\nRequired Knowledge, Skills, and Abilities:\nTwo years with lamps."

    assert said(draft(alone).asked) == ["Two years with lamps."]
    assert said(draft(f"{alone}\nExperience\nFour years.").asked) == ["Four years."]
    assert said(draft(f"{alone}\nPreferred\nOil.\nExperience\nDUTIES\nNone.").asked)[0] == "Two years with lamps."
    assert said(draft(f"{alone}\nDUTIES\nNone.\nLicense\nA badge.").asked) == ["Two years with lamps.", "A badge."]


def test_labels_below_another_heading_set_as_one_are_of_that_one() -> None:
    text = "Qualifications\nTwo years.\nNext Steps\nEligibility: It is looked at."

    assert said(draft(text, headings=((2, 2), (4, 2))).asked) == ["Two years."]
    above = "Description\nRequirements: A badge.\nQualifications\nTwo years."
    assert said(draft(above, headings=((2, 2), (4, 2))).asked) == ["A badge.", "Two years."]


def test_words_of_the_qualifications_that_nothing_uses_leave_the_record_partial() -> None:
    text = "Class Title: Lamp Trimmer\nQUALIFICATIONS\nTwo years with lamps.\n\nOil is preferred.\nDUTIES\nNone."
    document = Document("made.txt", text)
    (found,) = GeneralReader(jurisdiction="us-xx-port").read(document)
    held = replace(found, qualifications=(*found.qualifications, Span(text.index("DUTIES"), len(text))))
    (read,) = make_readings(document, [held])

    assert [one.record.completeness for one in (read,) if one.record] == [Completeness.PARTIAL]
    assert [(note.code, note.line) for note in read.notes] == [("WORDS_NOT_USED", 6)]


def test_what_is_only_wished_for_within_them_is_shown_and_leaves_the_record_whole() -> None:
    text = "QUALIFICATIONS\nTwo years of experience with lamps.\n\nAn oil can is preferred.\nDUTIES\nNone."
    (read,) = make_readings(Document("made.txt", f"Class Title: Lamp Trimmer\n{text}"), [draft(text)])

    assert read.record is not None
    assert read.record.completeness is Completeness.WHOLE
    assert [(one.code, one.text) for one in read.record.conditions] == [("PREFERENCE", "An oil can is preferred")]


def test_words_that_only_look_like_an_end_end_nothing() -> None:
    line = "Two years of experience in human rights or equal opportunity."

    assert said(draft(f"QUALIFICATIONS\n{line}").asked) == [line]


@pytest.mark.parametrize("words", ["None.", "N/A", "None required", "Not applicable"])
def test_a_heading_with_nothing_asked_below_it_asks_nothing(words: str) -> None:
    found = draft(f"QUALIFICATIONS\nTwo years of experience with lamps.\nLicense\n{words}\n")
    (read,) = make_readings(found.title_excerpt.document, [found]) if found.title_excerpt else ()

    assert said(found.asked) == ["Two years of experience with lamps."]
    assert read.record is not None
    assert read.record.completeness is Completeness.WHOLE


def test_what_looks_like_a_heading_and_has_nothing_below_it_is_left_for_a_person() -> None:
    found = draft("QUALIFICATIONS\nExperience\nTwo years.\nDriver License\nDUTIES\nNone.")

    assert [(one.role, one.excerpt.text.strip()) for one in statements(found.asked)] == [
        (Role.OPEN, "Two years."),
        (Role.UNKNOWN, "Driver License"),
    ]


def test_an_item_of_a_list_is_no_heading() -> None:
    assert said(draft("QUALIFICATIONS\n- Two years.\n- Driver license\n").asked) == ["Two years.", "Driver license"]


def test_the_paragraphs_of_a_page_are_told_apart() -> None:
    page = b"<html><h2>Qualifications</h2><ul><li>Two years with lamps</li><li>A badge</li></ul>"
    document = read_content(page, name="made.htm")
    (found,) = GeneralReader(jurisdiction="us-xx-port").read(document)

    assert said(found.asked) == ["Two years with lamps", "A badge"]


TYPED = """QUALIFICATIONS
   Two years of experience in a harbor or on an island where lamps are kept by
   Keepers of lamps at night
   A badge
"""
LONG = "QUALIFICATIONS\nTwo years of experience " + "with lamps and oil " * 9 + "\nA badge"


def test_paragraphs_are_told_by_the_margin_of_a_text() -> None:
    kept, badge = said(draft(TYPED).asked)

    assert (kept.endswith("where lamps are kept by Keepers of lamps at night"), badge) == (True, "A badge")
    assert said(draft(LONG).asked)[1:] == ["A badge"]


def test_the_paragraphs_of_a_word_document_are_told_apart() -> None:
    document = read_content(docx_of("Lamp Trimmer", "QUALIFICATIONS", "Two years with lamps", "A badge"), name="a.docx")
    (found,) = GeneralReader(jurisdiction="us-xx-port").read(document)

    assert (found.title, said(found.asked)) == ("Lamp Trimmer", ["Two years with lamps", "A badge"])


def test_a_heading_of_a_word_document_that_nobody_knows_leaves_its_words_to_a_person() -> None:
    word = docx.Document()
    for text, level in (("Qualifications", 1), ("Two years with lamps.", 0), ("Lore of lamps", 1), ("Old.", 0)):
        word.add_heading(text, level) if level else word.add_paragraph(text)
    document = read_content(bytes_of(word), name="a.docx")
    (found,) = GeneralReader(jurisdiction="us-xx-port").read(document)

    assert [(one.role, one.excerpt.text) for one in statements(found.asked)] == [
        (Role.OPEN, "Two years with lamps."),
        (Role.UNKNOWN, "Lore of lamps"),
    ]


def test_a_license_after_alternatives_is_asked_with_each() -> None:
    found = draft("QUALIFICATIONS: Either:\n(A) Two years; or\n(B) A degree.\n\nDriver license: A badge.")

    assert shape(found.asked) == "((A | B) & .)"
