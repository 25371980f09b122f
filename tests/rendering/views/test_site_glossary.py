"""The glossary of the site is that of the documents; LADDER_GOLDEN=update takes the documents' words."""

from ladder.rendering.views.site_glossary import read_glossary
from tests.approving import approved
from tests.measure import ROOT

SOURCE = ROOT / "docs" / "glossary.md"
COPY = ROOT / "ladder" / "rendering" / "pages" / "site_glossary.md"


def test_golden_glossary_is_that_of_the_documents() -> None:
    text = SOURCE.read_bytes()
    assert approved(COPY, text) == text, "docs/glossary.md changed: run 'make golden'"


def test_every_row_of_every_table_is_a_term() -> None:
    rows = [line for line in SOURCE.read_text("utf-8").splitlines() if line.startswith("|")]
    sections = read_glossary()
    assert sum(len(section.terms) for section in sections) == len(rows) - 2 * len(sections)
    assert [section.heading for section in sections] == [
        "Classes",
        "Pay and dates",
        "What a class asks",
        "Answers",
        "Documents",
    ]
    told = {term.name: term for section in sections for term in section.terms}
    assert told["class code"].meaning == "the short code of a class, always text: 5246SH, 0441"
    assert told["step"].printed_by == "ours; no document prints it"
