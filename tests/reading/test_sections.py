from ladder.reading.passages import Document, Span
from ladder.reading.sections import Section, find_sections, fold_heading, nearest_heading

HEADINGS = {"DUTIES": "duties", "REQUIREMENTS": "asked", "REQUIREMENTS MINIMUM QUALIFICATIONS": "asked"}


def sections(text: str) -> list[tuple[str, str, str]]:
    document = Document("made.txt", text)
    found = find_sections(document, HEADINGS)
    return [(one.kind, one.title(document), document.text[slice(*one.body)].strip()) for one in found]


def test_a_section_goes_from_its_heading_to_the_next() -> None:
    text = "CLERK\nDuties\nWrites letters.\n\n  REQUIREMENTS :\nTwo years.\nA pen."

    assert sections(text) == [
        ("duties", "Duties", "Writes letters."),
        ("asked", "REQUIREMENTS :", "Two years.\nA pen."),
    ]


def test_a_document_without_a_heading_has_no_sections() -> None:
    assert sections("Writes letters.") == []
    assert sections("") == []


def test_a_heading_in_capitals_may_be_misspelt() -> None:
    document = Document("made.txt", "REQUIRMENTS/MINUMUM QUALIFICATION\nTwo years.")

    assert find_sections(document, HEADINGS) == (Section("asked", Span(0, 33), Span(33, 44), near=True),)


def test_a_misspelt_heading_in_small_letters_is_no_heading() -> None:
    assert sections("Dutiess\nREQUIREMENT FOR AN ENTIRELY DIFFERENT THING\n" + "REQUIREMENTS " * 9) == []


def test_the_nearest_of_near_headings_is_taken() -> None:
    assert nearest_heading("REQUIREMENTT", ("REQUIREMENT", "REQUIREMENTS", "DUTIES")) in {"REQUIREMENT", "REQUIREMENTS"}
    assert nearest_heading("STNEMERIUQER", ("REQUIREMENTS",)) is None
    assert nearest_heading("", ()) is None


def test_an_apostrophe_parts_no_word_of_a_heading() -> None:
    assert fold_heading("Driver's licence") == "DRIVERS LICENCE"
