"""Codes that a list prints beside titles: the title is the link, a code of another class is noted."""

from ladder.reading.collation import collate
from ladder.reading.jurisdictions.philadelphia import READER
from ladder.reading.passages import Document
from ladder.reading.readings import Reading, make_readings
from tests.reading.philadelphia_pages import END, MINIMUM

LIST = ("EXPERIENCE:", "One year of pond work.", "Classes that typically meet the experience requirements:")


def _reading(code: str, title: str, *listed: str) -> Reading:
    lines = (code, "PAY RANGE: EP16", title, MINIMUM, *LIST, *listed, *END)
    document = Document(f"{code.lower()}.htm", "\n".join(lines) + "\n")
    (reading,) = make_readings(document, READER.read(document))
    return reading


def test_a_code_of_another_class_is_noted_and_the_title_is_the_link() -> None:
    clerk = _reading("1X06", "POND CLERK")
    keeper = _reading("1X05", "POND KEEPER", "Pond Guard (1X06)", "Pond Clerk (1X06)", "Pond Guide")
    (_, read) = collate([clerk, keeper]).readings
    assert [step.feeder_class for step in read.steps] == [
        "us-pa-philadelphia/pond-guard",
        "us-pa-philadelphia/1X06",
        "us-pa-philadelphia/pond-guide",
    ]
    assert [note.text for note in read.notes if note.code == "CODE_OF_ANOTHER"] == [
        "Pond Guard is given the code 1X06, which is that of Pond Clerk"
    ]


def test_a_code_whose_class_has_no_document_is_not_noted() -> None:
    (read,) = collate([_reading("1X05", "POND KEEPER", "Pond Guard (1X06)")]).readings
    assert [note.code for note in read.notes] == []
