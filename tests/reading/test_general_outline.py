from decimal import Decimal

import pytest

from ladder.reading.drafts import ClassDraft, Role, SpecialIs
from ladder.reading.jurisdictions.outline import FIELD_READERS, GeneralReader
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


def test_the_classes_of_a_series_are_not_mixed() -> None:
    found = draft("Lamp Trimmers\nQUALIFICATIONS\nTwo years.\nLEVEL TWO\nHarder.\nQUALIFICATIONS\nFour years.")

    assert (found.asked, found.substitutions) == (None, ())
    assert [(note.code, note.severity.value, note.line) for note in found.notes] == [("SEVERAL_CLASSES", "ERROR", 2)]


def test_a_document_without_headings_asks_nothing() -> None:
    found = draft("Lamp Trimmer\nTrims lamps.")

    assert (found.title, found.asked, found.conditions) == ("Lamp Trimmer", None, ())


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
