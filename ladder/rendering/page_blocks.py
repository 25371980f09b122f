"""A report page read as blocks of a document: headings, paragraphs, lists, tables, figures.

The page is one of ours. What is folded away on it stands open in the document; links that
lead elsewhere on the page are left out, and drawings that only adorn what is told beside
them. Nothing else is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from ladder.errors import BadCallError
from ladder.rendering.page_figures import Figures
from ladder.word_bytes import Block, Heading, Paragraph, ParagraphStyle, Picture, Rows, Run

Element = Any
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "summary": 2}
_BLOCKS = frozenset(
    [*_HEADINGS, "p", "ul", "ol", "dl", "dt", "dd", "table", "svg", "div", "header", "section", "main", "details", "li"]
)
_SILENT = frozenset(["fieldset", "script", "style", "nav"])
_BLANKS = re.compile("[ \t\n\r\f]+")
_FIGURES = ("drawn", "tiny", "mini-ladder", "flights")
_CITED = "#source-"
_QUOTED = ("\u201c", "\u201d")
_BREAK = "\v"
"""A line end that is meant; those of the page's text are blanks."""


class _Reader(NamedTuple):
    """What is needed beside an element: the drawings of the page in their order, and how a picture is made of one."""

    drawings: Iterator[str]
    draw: Callable[[str, str], Picture]


def read_blocks(page: str) -> tuple[str, tuple[Block, ...]]:
    """Return the title of a report page, and its blocks.

    Raises:
        BadCallError: what reads pages is not installed, or figures cannot be drawn here.

    """
    try:
        from lxml import html  # noqa: PLC0415 - it may not be there
    except ImportError:
        raise BadCallError(
            what="Word files need python-docx, which is not installed", try_this="pip install 'career-ladder[word]'"
        ) from None
    tree = html.document_fromstring(page)
    figures = Figures(tree.findtext(".//style") or "", next(_written(page, "defs"), ""))
    drawings = (one for one in _written(page, "svg") if any(f'class="{look}"' in one for look in _FIGURES))
    reader = _Reader(drawings, figures.draw)
    blocks = list(_flow(tree.find("body"), reader, ParagraphStyle.TEXT))
    return tree.findtext(".//title"), tuple(_with_content(blocks))


def _with_content(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks without headings that nothing is left under: those of links to elsewhere on the page."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if not (isinstance(block, Heading) and _ends(block, following)):
            yield block


def _ends(heading: Heading, following: Block | None) -> bool:
    """Return whether nothing stands under the heading: another of its own level or above follows, or the end."""
    return following is None or (isinstance(following, Heading) and following.level <= heading.level)


def _written(page: str, name: str) -> Iterator[str]:
    """Yield the elements of a name as the page writes them: a parser of HTML puts attributes in small letters."""
    begin, end = "<" + name, "</" + name + ">"
    for part in page.split(begin)[1:]:
        yield begin + part.partition(end)[0] + end


def _flow(element: Element, reader: _Reader, style: ParagraphStyle, first: str = "") -> Iterator[Block]:
    """Yield what stands in an element: its own words as paragraphs of the style, and the blocks between them."""
    runs = [Run(first), Run(element.text or "")]
    for child in element:
        if child.tag in _BLOCKS and not _is_silent(child):
            yield from _paragraph(runs, style)
            runs = []
            yield from _block(child, reader, style)
        elif not _is_silent(child):
            runs += _inline(child, is_bold=False)
        runs.append(Run(child.tail or ""))
    yield from _paragraph(runs, style)


def _block(element: Element, reader: _Reader, style: ParagraphStyle) -> Iterator[Block]:
    match element.tag:
        case "h1" | "h2" | "h3" | "summary":
            yield Heading(_words(element), _HEADINGS[element.tag])
        case "ul" | "ol":
            yield from _items(element, reader, style)
        case "dt":
            yield Paragraph(_tidied(_inline(element, is_bold=True)), leads=True)
        case "dd":
            yield from _flow(element, reader, ParagraphStyle.DETAIL)
        case "table":
            yield _rows(element)
        case "svg":
            yield from _figure(element, reader)
        case "p":
            is_inside = style is not ParagraphStyle.TEXT
            yield from _flow(element, reader, ParagraphStyle.DETAIL if is_inside else style)
        case _:
            yield from _flow(element, reader, style)


def _items(element: Element, reader: _Reader, style: ParagraphStyle) -> Iterator[Block]:
    """Yield the items of a list; those of a numbered one begin with their numbers, sources as they are cited."""
    is_inner = style in {ParagraphStyle.BULLET, ParagraphStyle.INNER_BULLET}
    bullet = ParagraphStyle.INNER_BULLET if is_inner else ParagraphStyle.BULLET
    for number, item in enumerate(element.iterchildren("li"), 1):
        if element.tag == "ul":
            yield from _flow(item, reader, bullet)
        else:
            is_source = f"#{item.get('id')}".startswith(_CITED)
            yield from _flow(item, reader, ParagraphStyle.TEXT, f"[{number}] " if is_source else f"{number}. ")


def _rows(element: Element) -> Rows:
    caption = element.find("caption")
    headings = tuple(_words(cell) for cell in element.iterfind("thead/tr/th"))
    rows = tuple(tuple(_words(cell) for cell in row) for row in element.iterfind("tbody/tr"))
    return Rows("" if caption is None else _words(caption), headings, rows)


def _is_silent(element: Element) -> bool:
    """Return whether the element tells nothing: a program, or an ornament; a comment has no name."""
    if not isinstance(element.tag, str):
        return True
    is_ornament = element.get("aria-hidden") == "true" or element.tag == "svg"
    return element.tag in _SILENT or (is_ornament and element.get("class") not in _FIGURES)


def _figure(element: Element, reader: _Reader) -> Iterator[Block]:
    told = element.get("aria-label") or ", ".join(text.strip() for text in element.itertext() if text.strip())
    yield reader.draw(next(reader.drawings), told)


def _words(element: Element) -> str:
    return _joined(_inline(element, is_bold=False))


def _inline(element: Element, *, is_bold: bool) -> list[Run]:
    """Return the words of an element and of all in it, a line end for a break."""
    if element.tag == "br":
        return [Run(_BREAK)]
    if element.tag == "a" and not element.get("href", "").startswith(_CITED):
        return []
    is_bold = is_bold or element.tag == "strong"
    before, after = _QUOTED if element.tag == "q" else ("", "")
    runs = [Run(before + (element.text or ""), is_bold)]
    for child in element:
        runs += [*_inline(child, is_bold=is_bold), Run(child.tail or "", is_bold)]
    return [*runs, Run(after, is_bold)]


def _paragraph(runs: Iterable[Run], style: ParagraphStyle) -> Iterator[Block]:
    told = _tidied(runs)
    if told:
        yield Paragraph(told, style)


def _joined(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in _tidied(runs))


def _tidied(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with one blank for several, none at the ends of a line, and those without words left out."""
    told: list[Run] = []
    before = " "
    for run in runs:
        text = _BLANKS.sub(" ", run.text)
        text = text.lstrip(" ") if before.endswith((" ", _BREAK)) else text
        if text:
            told.append(run._replace(text=text.replace(_BREAK, "\n")))
            before = text
    if told:
        told[-1] = told[-1]._replace(text=told[-1].text.rstrip(" "))
    return tuple(run for run in told if run.text)
