"""ODT to text: paragraphs, lists, tables, notes, and what is raised, struck out, hidden or deleted."""

import pytest

from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.odt_text import read_odt_text
from tests.reading.formats.making import odt_with
from tests.reading.text.making import replace_parts


def style(name: str, properties: str, *, family: str = "text", more: str = "") -> str:
    said = f"<style:text-properties {properties}/>"
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{said}</style:style>'


def read(body: str, styles: str = "") -> Extract:
    return read_odt_text(odt_with(body, styles=styles))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>one</text:p><text:p>two<text:line-break/>three</text:p>", "one\ntwo\nthree"),
        ('<text:p>a<text:s text:c="3"/>b<text:s/>c<text:tab/>d</text:p>', "a   b c\td"),
        ("<text:p>one\n   two</text:p>", "one two"),
        ("<text:p>a<text:a>link</text:a> <text:span>b</text:span> c</text:p>", "alink b c"),
        ("<text:p>one</text:p><text:soft-page-break/><text:p>two</text:p>", "one\n\ftwo"),
        ("<text:section><text:p>in it</text:p></text:section>", "in it"),
        ("<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>", "new"),
        ("<text:p>x<office:annotation><text:p>why</text:p></office:annotation></text:p>", "x"),
        (
            "<text:p>x<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>y</text:p>",
            "xy\nbox",
        ),
        (
            "<text:p>two<text:note><text:note-citation>1</text:note-citation>"  # noqa: ISC004 - one text
            "<text:note-body><text:p>of work</text:p></text:note-body></text:note> years</text:p>",
            "two\xb9 years\nof work",
        ),
        ("<text:p>a<text:note/>b<!-- said --></text:p>", "ab"),
    ],
)
def test_what_is_printed_is_read(body: str, text: str) -> None:
    assert read(body).text == text


def test_a_row_is_a_line_of_cells_unless_a_cell_has_several_lines() -> None:
    cell = "<table:table-cell>{}</table:table-cell>".format
    rows = [
        ("<text:p>Code</text:p>", "<text:p>0441</text:p>"),
        ("<text:p>Asked</text:p>", "<text:p>a</text:p><text:p>b</text:p>"),
    ]
    made = "".join(
        f"<table:table-row>{''.join(map(cell, row))}<table:covered-table-cell/></table:table-row>" for row in rows
    )
    table = f"<table:table><table:table-header-rows>{made}</table:table-header-rows></table:table>"
    assert read(table).text == "Code\t0441\nAsked\na\nb"


NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="." text:start-value="2"/><text:list-level-style-number text:level="2" style:num-format="a" '
    'style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-number text:level="3" style:num-format="i" '
    'text:display-levels="2"/><text:list-level-style-bullet text:level="4"/></text:list-style>'
)


def items(*bodies: str) -> str:
    return "".join(f"<text:list-item>{body}</text:list-item>" for body in bodies)


def test_lists_are_counted_as_they_are_shown() -> None:
    deepest = f"<text:list>{items('<text:p>x</text:p>')}</text:list>"
    deep = f"<text:list>{items('<text:p>i</text:p>' + deepest)}</text:list>"
    inner = f"<text:list>{items('<text:p>b</text:p>' + deep, '<text:p>c</text:p><text:p>more</text:p>')}</text:list>"
    body = f'<text:list text:style-name="L">{items("<text:p>a</text:p>" + inner, "<text:p>d</text:p>")}</text:list>'
    begun = '<text:list text:style-name="L"{}>{}</text:list>'.format
    again = begun("", items("<text:p>e</text:p>"))
    going_on = begun(' text:continue-numbering="true"', items("<text:p>f</text:p>"))
    said = begun("", items("<text:p>g</text:p>").replace("item>", 'item text:start-value="9">', 1))
    text = read(body + again + going_on + said, NUMBERED).text
    assert text == "2. a\n(a) b\na.i i\n\u2022 x\n(b) c\nmore\n3. d\n2. e\n3. f\n9. g"


def test_a_list_without_a_style_and_its_header_have_no_numbers() -> None:
    assert (
        read(
            f"<text:list><text:list-header><text:p>h</text:p></text:list-header>{items('<text:p>x</text:p>')}</text:list>"
        ).text
        == "h\nx"
    )


def test_styles_and_those_they_are_based_on_strike_out_hide_raise_and_lower() -> None:
    styles = (
        style("gone", 'style:text-line-through-style="solid"')
        + style("kept", 'style:text-line-through-style="none"')
        + style("hid", 'text:display="none"')
        + style("up", 'style:text-position="super 58%"')
        + style("upper", "", more='style:parent-style-name="up"')
        + style("down", 'style:text-position="-20% 58%"')
        + style("loop", "", more='style:parent-style-name="loop"')
        + style("P", 'text:display="none"', family="paragraph")
    )
    span = '<text:span text:style-name="{}">{}</text:span>'.format
    said = ("gone", "no"), ("kept", "two"), ("hid", "never"), ("up", "1"), ("upper", "2"), ("down", "3"), ("loop", "4")
    extract = read(
        f'<text:p>{"".join(span(*one) for one in said)}</text:p><text:p text:style-name="P">away</text:p>', styles
    )
    assert extract.text == "two\xb9\xb2\u20834\n"
    assert extract.struck == ("no", "never", "away")


def test_blanks_struck_out_are_not_told() -> None:
    extract = read('<text:p>a<text:span text:style-name="g"> </text:span>b</text:p>', style("g", 'text:display="none"'))
    assert (extract.text, extract.struck) == ("ab", ())


def test_what_is_no_row_of_a_table_and_levels_without_numbers_are_passed_over() -> None:
    assert read("<table:table><table:table-column/></table:table><text:p>x</text:p>").text == "x"
    level = '<text:list-level-style-number text:level="1" style:num-format=""/>'
    bare = f'<text:list-style style:name="N">{level}</text:list-style>'
    assert read(f'<text:list text:style-name="N">{items("<text:p>x</text:p>", "")}</text:list>', bare).text == "x"


def test_a_section_that_is_hidden_is_told() -> None:
    extract = read('<text:section text:display="none"><text:p>old</text:p></text:section><text:p>new</text:p>')
    assert (extract.text, extract.struck) == ("new", ("old",))


def test_headings_are_known_by_themselves_and_by_their_style() -> None:
    styles = '<style:style style:name="H" style:family="paragraph" style:default-outline-level="2"/>'
    extract = read(
        '<text:h text:outline-level="1">a</text:h><text:p>b</text:p><text:p text:style-name="H">c</text:p>', styles
    )
    assert extract.headings == ((1, 1), (3, 2))


def test_headers_and_footers_are_read_once() -> None:
    names = 'xmlns:s="urn:style" xmlns:t="urn:text"'
    master = "<s:header><t:p>head</t:p></s:header><s:footer><t:p>foot</t:p></s:footer>"
    part = f"<s:styles {names}>{master}{master}</s:styles>".encode()
    content = replace_parts(odt_with("<text:p>body</text:p>"), {"styles.xml": part})
    assert read_odt_text(content).text == "head\nbody\nfoot"


def test_a_container_without_content_and_entities_are_refused() -> None:
    with pytest.raises(UnfitDocumentError, match=r"content\.xml is missing"):
        read_odt_text(replace_parts(odt_with(""), {}).replace(b"content.xml", b"content.xmx"))
    with pytest.raises(UnfitDocumentError, match="declares entities"):
        read_odt_text(odt_with("<text:p>&e;</text:p>", before='<!DOCTYPE x [<!ENTITY e "word">]>'))
    listed = replace_parts(odt_with("<text:p>x</text:p>"), {"META-INF/manifest.xml": b"<!DOCTYPE manifest><manifest/>"})
    assert read_odt_text(listed).text == "x"
