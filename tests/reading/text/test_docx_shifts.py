"""Runs of a DOCX that stand above or below the line, by their own word, their position or their style."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ladder.reading.text.docx_shifts import CharacterShifts

W = nsdecls("w")
STYLES = f"""<w:styles {W}>
<w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:styleId="Based"><w:basedOn w:val="Mark"/></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
</w:styles>"""
RAISED, LOWERED = "\u00b9\u00b2", "\u2081\u2082"


def shifted(properties: str) -> str:
    """Return the figures 12 as a run with these properties has them."""
    run = parse_xml(f"<w:r {W}><w:rPr>{properties}</w:rPr><w:t>12</w:t></w:r>")
    return CharacterShifts(parse_xml(STYLES)).of_run(run)("12")


@pytest.mark.parametrize(
    ("properties", "figures"),
    [
        ('<w:vertAlign w:val="superscript"/>', RAISED),
        ('<w:vertAlign w:val="subscript"/>', LOWERED),
        ('<w:vertAlign w:val="baseline"/><w:rStyle w:val="Mark"/>', "12"),
        ('<w:position w:val="6"/>', RAISED),
        ('<w:position w:val="-6"/>', LOWERED),
        ('<w:position w:val="0"/>', "12"),
        ('<w:rStyle w:val="Mark"/>', RAISED),
        ('<w:rStyle w:val="Based"/>', RAISED),
        ('<w:rStyle w:val="Loop"/>', "12"),
        ('<w:rStyle w:val="Unknown"/>', "12"),
        ("<w:b/>", "12"),
    ],
)
def test_what_is_said_of_the_height_of_a_run_shifts_its_figures(properties: str, figures: str) -> None:
    assert shifted(properties) == figures


def test_a_run_that_says_nothing_and_what_is_no_run_stay_on_the_line() -> None:
    shifts = CharacterShifts(parse_xml(STYLES))
    assert shifts.of_run(parse_xml(f"<w:r {W}><w:t>12</w:t></w:r>"))("12") == "12"
    assert shifts.of_run(parse_xml(f"<w:p {W}/>"))("12") == "12"
