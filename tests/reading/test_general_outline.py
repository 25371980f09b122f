from decimal import Decimal

import pytest

from ladder.reading.drafts import ClassDraft, Role, SpecialIs
from ladder.reading.jurisdictions.outline.outline_reader import FIELD_READERS, GeneralReader
from ladder.reading.passages import Document
from ladder.specification import PayUnit
from tests.reading.outlining import said, shape

READER = GeneralReader(jurisdiction="us-xx-port")


def draft(text: str) -> ClassDraft:
    (found,) = READER.read(Document("made.txt", text))
    return found


def codes(found: ClassDraft) -> list[str]:
    return [note.code for note in found.notes]


def test_a_document_is_never_recognised_by_the_general_reader() -> None:
    assert not READER.recognises(Document("made.txt", "Class Title: Lamp Trimmer"))


HEADS = {
    "Class Title: Lamp Trimmer\nClass Code: 0815A\n": ("Lamp Trimmer", "0815A"),
    "TITLE:   LAMP TRIMMER\nJob Code #42\n": ("LAMP TRIMMER", "42"),
    "STATE OF SALT\nDepartment of Lamps\nCLASS SPECIFICATION\n\nLAMP TRIMMER\nSpecification No.: 7\n": (
        "LAMP TRIMMER",
        "7",
    ),
    "Lamp Trimmer (0815A)\n": ("Lamp Trimmer", "0815A"),
    "Lamp Trimmer (Night)\nCode: 12\n": ("Lamp Trimmer (Night)", "12"),
    "Lamp Trimmer": ("Lamp Trimmer", None),
    '---\nlayout: post\ntitle:  "Lamp Trimmer  - Salt Harbor"\n---\n': ("Lamp Trimmer - Salt Harbor", None),
    "# Lamp Trimmer\n**Class Code:** 0815\nSchematic Code: AB12\n": ("Lamp Trimmer", "0815"),
    "Business Title: Night Owl\nCivil Service Title: LAMP TRIMMER\nTitle Code No: 00815\n": ("LAMP TRIMMER", "00815"),
    "Title:\nLamp Trimmer\nClass Code\n0815\n": ("Lamp Trimmer", "0815"),
    "Class Title\nClass Code\nLamp Trimmer\n0815\n": ("Lamp Trimmer", "0815"),
    "CLASS TITLE     CLASS CODE\nLamp Trimmer    0815\n": ("Lamp Trimmer", "0815"),
    "| Class Title | Lamp Trimmer |\n|---|---|\n| Class Code | 0815 |\n": ("Lamp Trimmer", "0815"),
    "Class Title\tLamp Trimmer\tCode\t0815\n": ("Lamp Trimmer", "0815"),
    "PositionTitle: Lamp Trimmer\nPositionID: 16-AB-815\n": ("Lamp Trimmer", None),
    "0815 - Lamp Trimmer\nExam No. 4711\n": ("Lamp Trimmer", "0815"),
    "Careers at Salt Harbor\nBack\nLamp Trimmer\n": ("Lamp Trimmer", None),
    "Title Changed: 01/02/1987\nRevised: 1/2/87\nLamp Trimmer\n": ("Lamp Trimmer", None),
    "SALT HARBOR COUNTY\n\nLAMP TRIMMER                    Code: 0815\n": ("LAMP TRIMMER", "0815"),
    "Salt Harbor Personnel Specification\nLamp Trimmer, Harbor Commission\nClass No. 0815\n": (
        "Lamp Trimmer, Harbor Commission",
        "0815",
    ),
    "Class Title: Lamp Trimmer Class Code: 0815 Pay Plan: B Salary: low\n": ("Lamp Trimmer", "0815"),
    "Class Title    FLSA      Class Code\nLamp Trimmer   Exempt    0815\n": ("Lamp Trimmer", "0815"),
    "Lamp Trimmer\nKept by day under Job Code #42 of the harbor\n": ("Lamp Trimmer", "42"),
    "Class Title: 12-34\nLamp Trimmer\n": ("Lamp Trimmer", None),
    "Lamp Trimmer\nClass Code: see below\nJob Code: 42\n": ("Lamp Trimmer", "42"),
    "Class Title\nFLSA Status\nClass Code\nLamp Trimmer\nExempt\n0815\n": ("Lamp Trimmer", "0815"),
    "Class Title\nClass Code: 0815\nLamp Trimmer\n": ("Lamp Trimmer", "0815"),
    "Class Title\nLamp Trimmer\nLocation\nHarbor\n": ("Lamp Trimmer", None),
    "JOB DESCRIPTION\n\nLamp Trimmer\n\nDEFINITION\nTrims.\n": ("Lamp Trimmer", None),
    "## Lamp Trimmer (LT-22)\n": ("Lamp Trimmer", "LT-22"),
    "A lamp trimmer trims lamps.\nTrims: wicks\n12\n$3\n" + "Lamp " * 30 + "\n": (None, None),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.items(), ids=range(len(HEADS)))
def test_title_and_code_are_what_is_labelled_or_leads(head: str, expected: tuple[str | None, str | None]) -> None:
    found = draft(f"{head}\nMINIMUM QUALIFICATIONS\nTwo years.")

    assert (found.title, found.code) == expected
    assert found.jurisdiction == "us-xx-port"


PAYS = {
    "Salary: $3,000 - $4,000.50 monthly": (PayUnit.MONTHLY, "3000", "4000.50"),
    "Annual Salary $45,000 to $50,000": (PayUnit.YEARLY, "45000", "50000"),
    "Pay: $17.35 per hour": (PayUnit.HOURLY, "17.35", "17.35"),
    "Bi-weekly pay range: $1,200-$1,300": (PayUnit.BIWEEKLY, "1200", "1300"),
}


@pytest.mark.parametrize(("line", "expected"), PAYS.items())
def test_labelled_pay_with_a_unit_is_read(line: str, expected: tuple[PayUnit, str, str]) -> None:
    pay = draft(f"Lamp Trimmer\n{line}\nDUTIES\nTrims lamps.").pay

    assert pay is not None
    (found,) = pay.ranges
    assert (found.unit, found.low, found.high) == (expected[0], Decimal(expected[1]), Decimal(expected[2]))


def test_pay_is_read_by_its_labels_and_under_its_heading() -> None:
    apart = "SALARYMIN: 54,761.98\nSALARYMAX: 77675.78\nSALARYTYPE: annually"
    heads = "### Compensation\n\n$15.50 - $16.00/hr\n### Location\nSalt Harbor"
    wide = "Salary Range: $     21.94 - $     29.57 (Hourly)"
    bare = "PositionRemuneration: 92166 to 161600 Per Year"
    found = [draft(f"Lamp Trimmer\n{text}\nDUTIES\nTrims lamps.").pay for text in (apart, heads, wide, bare)]

    assert [str(one.ranges[0].low) if one else None for one in found] == ["54761.98", "15.50", "21.94", "92166"]
    assert [str(one.ranges[0].high) if one else None for one in found] == ["77675.78", "16.00", "29.57", "161600"]
    units = [PayUnit.YEARLY, PayUnit.HOURLY, PayUnit.HOURLY, PayUnit.YEARLY]
    assert [one.ranges[0].unit if one else None for one in found] == units


def test_one_pay_by_several_units_is_read_by_each() -> None:
    lines = "SALARY RANGE\n$25.10 - $30.50 Hourly\n$52,208.00 - $63,440.00 Annually\n\nTop of the scale: $99 hourly"
    pay = draft(f"Lamp Trimmer\n{lines}\nDUTIES\nTrims lamps.").pay

    assert pay is not None
    assert [(one.unit, str(one.low)) for one in pay.ranges] == [
        (PayUnit.HOURLY, "25.10"),
        (PayUnit.YEARLY, "52208.00"),
    ]


NO_PAYS = [
    "Pay: $4,000 - $3,000 a month",
    "SALARYMIN: 5\nSALARYMAX: 7",
    "SALARYMIN: 5\nSALARYMAX: -\nSALARYTYPE: hourly",
    "### Compensation\n$76-574",
]


@pytest.mark.parametrize("lines", NO_PAYS)
def test_what_no_pay_can_be_is_none(lines: str) -> None:
    assert draft(f"Lamp Trimmer\n{lines}\nDUTIES\nTrims lamps.").pay is None


@pytest.mark.parametrize("line", ["Salary: $3,000 - $4,000", "A lamp costs $3 a year", "Salary by agreement"])
def test_figures_without_a_unit_or_a_label_are_no_pay(line: str) -> None:
    assert draft(f"Lamp Trimmer\n{line}\nDUTIES\nTrims lamps.").pay is None


def test_requirements_are_read_under_each_heading_in_its_role() -> None:
    found = draft(
        "Lamp Trimmer\nDUTIES\nTrims lamps.\nMINIMUM QUALIFICATIONS\n1. Two years; or\n2. A degree.\n"
        "Education: a school\nLICENSE\nA badge.\nSUBSTITUTIONS\nA course counts.\n"
        "A test may be substituted.\nHOW TO APPLY\nHere."
    )

    assert shape(found.asked) == "((1 | 2) & . & .)"
    assert said(found.asked)[2:] == ["a school", "A badge."]
    assert [(one.role, said(one)[0]) for one in found.substitutions] == [
        (Role.SUBSTITUTION, "A course counts."),
        (Role.SUBSTITUTION, "A test may be substituted."),
    ]
    assert found.notes == ()


def test_a_section_of_one_heading_may_hold_only_a_substitution() -> None:
    found = draft("Lamp Trimmer\nSUBSTITUTION\nA test may be substituted for a year.\nDUTIES\nNone.")

    assert found.asked is None
    assert len(found.substitutions) == 0


def test_substitutions_in_alternatives_are_each_one() -> None:
    found = draft("Lamp Trimmer\nREQUIREMENTS\nTwo years.\nSUBSTITUTIONS ALLOWED\n1. A course; or\n2. A test.")

    assert [said(one)[0] for one in found.substitutions] == ["A course", "A test."]


def test_special_experience_is_taken_to_be_on_top_and_noted() -> None:
    found = draft("Lamp Trimmer\nGENERAL EXPERIENCE\nFour years.\nSPECIAL EXPERIENCE\nTwo years with lamps.")

    assert found.special_is is SpecialIs.ADDITIONAL
    assert codes(found) == ["SPECIAL_ADDED"]
    assert shape(found.asked) == "(. & .)"


def test_special_requirements_are_shown() -> None:
    found = draft(
        "Lamp Trimmer\nREQUIREMENTS\nTwo years.\nSPECIAL REQUIREMENTS\n1. May travel.\n2.\n3. May lift lamps."
    )

    assert [(one.code, one.text) for one in found.conditions] == [
        ("SPECIAL_REQUIREMENT", "May travel."),
        ("SPECIAL_REQUIREMENT", "May lift lamps."),
    ]


def test_each_labelled_title_opens_a_class() -> None:
    text = "".join(
        f"Class Title: {title}\nClass Code: {code}\nQUALIFICATIONS\n{asked}\n"
        for title, code, asked in (("Lamp Trimmer", "0815", "Two years."), ("Lamp Chief", "0816", "Four years."))
    )
    first, second = READER.read(Document("made.txt", text))

    assert (first.title, first.code, said(first.asked)) == ("Lamp Trimmer", "0815", ["Two years."])
    assert (second.title, second.code, said(second.asked)) == ("Lamp Chief", "0816", ["Four years."])


def test_titles_with_codes_that_lead_qualifications_each_open_a_class() -> None:
    page = "Lamp Classes\nLamp Trimmer (0815)\nRequirements\nTwo years.\nLamp Chief (0816)\nRequirements\nFour years."
    listed = "Lamp Trimmer (0815)\nLamp Chief (0816)\nRequirements\nTwo years."
    first, second = READER.read(Document("made.txt", page))

    assert (first.title, first.code, said(first.asked)) == ("Lamp Trimmer", "0815", ["Two years."])
    assert (second.title, second.code, said(second.asked)) == ("Lamp Chief", "0816", ["Four years."])
    assert draft(listed).title == "Lamp Trimmer"


def test_a_title_repeated_is_one_class() -> None:
    text = "Class Title: Lamp Trimmer\nQUALIFICATIONS\nTwo years.\nClass Title: LAMP TRIMMER\nMore of it."

    assert len(READER.read(Document("made.txt", text))) == 1


def test_a_table_of_titles_names_classes_whose_qualifications_are_not_told_apart() -> None:
    text = "Class Title  Class Code\nLamp Trimmer  0815\nLamp Chief  0816\nQUALIFICATIONS\nTwo years."
    found = READER.read(Document("made.txt", text))

    assert [(one.title, one.code, one.asked) for one in found] == [
        ("Lamp Trimmer", "0815", None),
        ("Lamp Chief", "0816", None),
    ]
    assert [codes(one) for one in found] == [["SEVERAL_CLASSES"], []]


NO_CLASSES = [
    "For the weekend\nTwo loaves\nA lamp\nSalt",
    "To do\nNote: buy oil",
    "To do\nRequirements: none",
    "Salt Harbor\nThe lamps burn at night. They are trimmed by day.",
]


@pytest.mark.parametrize("text", NO_CLASSES)
def test_a_text_with_neither_a_title_nor_qualifications_is_no_class(text: str) -> None:
    found = draft(text)

    assert (found.title, found.code, found.asked) == (None, None, None)


def test_the_heading_of_a_page_is_its_title() -> None:
    page = "Salt Harbor\nLamp Trimmer\nTrims lamps.\nQualifications\nTwo years."
    (found,) = READER.read(Document("made.htm", page, headings=((2, 1), (4, 2))))

    assert (found.title, said(found.asked)) == ("Lamp Trimmer", ["Two years."])


def test_the_classes_of_a_series_are_not_mixed() -> None:
    found = draft("Lamp Trimmers\nQUALIFICATIONS\nTwo years.\nLEVEL TWO\nHarder.\nQUALIFICATIONS\nFour years.")

    assert (found.asked, found.substitutions) == (None, ())
    assert [(note.code, note.severity.value, note.line) for note in found.notes] == [("SEVERAL_CLASSES", "ERROR", 2)]


def test_a_document_without_headings_asks_nothing() -> None:
    found = draft("Lamp Trimmer\nTrims lamps.")

    assert (found.title, found.asked, found.conditions) == (None, None, ())


def test_every_claim_read_again_says_the_same() -> None:
    text = "Lamp Trimmer (0815A)\nAnnual salary: $3,000\nQUALIFICATIONS\n1. A year; or\n2. A test.\n"
    text += "SPECIAL REQUIREMENTS\nNone."
    for document in (Document("a.txt", text), Document("b.txt", f"Class Title: Lamplighter\nClass Code: 7\n{text}")):
        (found,) = READER.read(document)

        assert {claim.field for claim in found.claims} >= {
            "title",
            "code",
            "pay",
            "heading",
            "label",
            "join",
            "condition",
        }
        for claim in found.claims:
            assert FIELD_READERS[claim.field](document.text[slice(*claim.span)]) == claim.value
