"""The glossary of the site is that of the documents; LADDER_GOLDEN=update takes the documents' words."""

import pytest

from ladder.rendering.views.site_glossary import glossary_of, read_glossary
from tests.approving import approved
from tests.measure import ROOT

SOURCE = ROOT / "docs" / "glossary.md"
COPY = ROOT / "ladder" / "telling" / "glossary.md"


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


def test_for_the_bundled_jurisdictions_nothing_but_what_speaks_of_others_is_left_out() -> None:
    told = {term.name: term for section in glossary_of({"us-ct", "us-nd"}) for term in section.terms}
    assert told["class code"].meaning == "the short code of a class, always text: 5246SH, 0441"
    assert "specific experience" not in told


@pytest.mark.parametrize("place", ["us-ca-los-angeles", "us-pa-philadelphia", "xx"])
def test_a_catalog_is_told_nothing_of_other_jurisdictions(place: str) -> None:
    told = [term for section in glossary_of({place}) for term in section.terms]
    words = " ".join(f"{one.name} {one.meaning} {one.printed_by}" for one in told)
    for foreign in ("Connecticut", "North Dakota", "CT", "ND", "5246SH", "4952", "0441", "SH", "Hay"):
        assert f" {foreign} " not in f" {words} ".replace(",", " ").replace(";", " ").replace('"', " ")
    assert ("Los Angeles" in words) == (place == "us-ca-los-angeles")
    assert {one.name: one.meaning for one in told}["alias"] == "another code or title of the same class; never a step"
    assert "salary group" not in {one.name for one in told}
