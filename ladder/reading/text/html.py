"""HTML to text: a line for each block of a page, as a reader would see them below one another."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ladder.reading.text.decoding import Decoded, decode_text
from ladder.reading.text.errors import MissingExtraError
from ladder.reading.text.limits import check_lines, refuse_document
from ladder.reading.text.normalise import lower_figures, raise_figures, write_plain
from ladder.reading_notes import Note, Severity

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset[ \t]{0,5}=[ \t]{0,5}[\"']?([a-z0-9_:-]{1,40})", re.IGNORECASE)
_HEAD_LENGTH = 4096
_WESTERN = frozenset({"windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"})
_UNICODE = frozenset({"utf-8", "utf8", "unicode", "utf-16", "utf-16le", "utf-16be"})
_UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "svg", "object", "iframe"})
_STRUCK = frozenset({"s", "strike", "del"})
_SHIFTED = {"sup": raise_figures, "sub": lower_figures}
_UP = re.compile(r"super|text-top|\+?[0-9.]*[1-9]")
_DOWN = re.compile(r"sub|text-bottom|-[0-9.]*[1-9]")
_RAISED_BY_CLASS = frozenset({"sup", "super", "superscript"})
_LOWERED_BY_CLASS = frozenset({"sub", "subscript"})
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    )
)
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_MOST_QUOTED = 80
_DATA, _DATA_MARK = 'script[type="application/ld+json"]', b"ld+json"
_PARTS_OF_FRACTION = 2


class Page(NamedTuple):
    """The text of a page, what was noted on the way, and the lines set as headings, each with its level.

    ``data`` are the texts of its scripts that hold linked data.
    """

    text: str
    notes: tuple[Note, ...]
    headings: tuple[tuple[int, int], ...] = ()
    data: tuple[str, ...] = ()


def read_html(content: bytes, *, name: str) -> Page:
    """Return a page as a text of one line for each paragraph, heading, list item or cell.

    What a browser does not show (head, scripts, styles, comments) is left out, and empty
    lines are too. Words that are struck out are no longer said: they are left out with a
    note, ``STRUCK_OUT``. The page's own charset decides about its bytes; without one it
    is read like plain text.

    Raises:
        MissingExtraError: selectolax is not installed.
        BadFileError: no words, NUL bytes, or too long a line.

    """
    page = parse_html(content, name=name)
    if not page.text.strip():
        refuse_document(name, "there are no words on the page", "name a page with text")
    return page


def parse_html(content: bytes, *, name: str) -> Page:
    """Return a page as :func:`read_html` does, be there words on it or none.

    Raises:
        MissingExtraError: selectolax is not installed.
        BadFileError: NUL bytes, or too long a line.

    """
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an extra, and dear to import
    except ImportError as error:
        raise MissingExtraError(name=name, kind="HTML") from error
    decoded = _decode(content, name)
    page = LexborHTMLParser(decoded.text)
    lines, struck = _read_lines(page.root)
    text = "\n".join(line.words for line in lines)
    check_lines(text, name=name)
    # A line of the page's source is no line of the document.
    notes = [note._replace(line=0) for note in decoded.notes]
    headings = tuple((number, line.level) for number, line in enumerate(lines, start=1) if line.level)
    data = (one.text() for one in page.css(_DATA)) if _DATA_MARK in content else ()
    return Page(text + "\n", (*notes, *struck), headings, tuple(data))


def _decode(content: bytes, name: str) -> Decoded:
    declared = _CHARSET.search(content[:_HEAD_LENGTH])
    charset = declared[1].decode("ascii").lower() if declared else None
    if charset in _WESTERN:
        text = content.decode("cp1252", errors="replace")
        return decode_text(text.encode("utf-8"), name=name)
    decoded = decode_text(content, name=name)
    if charset is None or charset in _UNICODE:
        return decoded
    note = Note("ENCODING_UNKNOWN", Severity.WARNING, 0, f"the page says that it is {charset!r}, which is not read")
    return Decoded(decoded.text, (note, *decoded.notes))


class _Text(NamedTuple):
    """Words of a page as they stand in its source, and how they are set."""

    words: str
    is_struck: bool = False
    keeps_lines: bool = False
    shift: Callable[[str], str] = str
    level: int = 0


_BREAK = _Text("\n", keeps_lines=True)
_PAUSE: "tuple[LexborNode | None, _Text]" = (None, _BREAK)


class _Line(NamedTuple):
    """A line of the page, and the level of the heading that it is, 0 where it is none."""

    words: str
    level: int


def _read_lines(root: "LexborNode | None") -> tuple[list[_Line], list[Note]]:
    lines, line, notes = list[_Line](), list[_Text](), list[Note]()
    for part in _texts(root):
        if part.is_struck:
            notes.extend(_note_struck(part.words, len(lines) + 1))
            continue
        first, *others = part.words.split("\n") if part.keeps_lines else (part.words,)
        line.append(part._replace(words=first))
        for other in others:
            lines.extend(_one_line(line))
            line = [part._replace(words=other)]
    lines.extend(_one_line(line))
    return lines, notes


def _one_line(parts: Iterable[_Text]) -> Iterator[_Line]:
    """Yield the words with single blanks between them, unless there are none."""
    parts = list(parts)
    if plain := " ".join(write_plain("".join(part.words for part in parts)).split()):
        yield _Line(plain, next((part.level for part in parts if part.words.strip()), 0))


def _note_struck(words: str, line: int) -> Iterator[Note]:
    plain = " ".join(write_plain(words).split())
    if any(letter.isalnum() for letter in plain):
        yield Note("STRUCK_OUT", Severity.WARNING, line, f"words struck out are left out: {plain[:_MOST_QUOTED]}")


def _texts(root: "LexborNode | None") -> Iterator[_Text]:
    """Yield the texts of a page in their order, and a break on both sides of each block."""
    waiting: list[tuple[LexborNode | None, _Text]] = [(root, _Text(""))]
    while waiting:
        node, setting = waiting.pop()
        if node is None:
            yield setting
        elif node.tag == "-text":
            yield setting._replace(words=setting.shift(node.text_content or ""))
        elif node.tag == "br":
            yield _BREAK
        elif node.tag not in _UNSEEN:
            inner = _set_in(node, setting)
            children = _of_fraction(node, inner) if node.tag == "mfrac" else _children(node, inner)
            around = [_PAUSE] if node.tag in _BLOCKS else []
            waiting.extend([*around, *reversed(children), *around])


def _children(node: "LexborNode", setting: _Text) -> list[tuple["LexborNode | None", _Text]]:
    return [(child, setting) for child in node.iter(include_text=True)]


def _of_fraction(node: "LexborNode", setting: _Text) -> list[tuple["LexborNode | None", _Text]]:
    """Return the two parts of a fraction, raised and lowered, a slash between them."""
    parts = list(node.iter(include_text=False))
    if len(parts) != _PARTS_OF_FRACTION:
        return _children(node, setting)
    above, below = (setting._replace(shift=shift) for shift in (raise_figures, lower_figures))
    return [(parts[0], above), (None, _Text("/")), (parts[1], below)]


def _set_in(node: "LexborNode", setting: _Text) -> _Text:
    tag = node.tag or ""
    if tag in _STRUCK:
        return setting._replace(is_struck=True)
    if tag in _LEVELS:
        return setting._replace(level=_LEVELS[tag])
    if tag not in _BLOCKS and (shift := _SHIFTED.get(tag) or _shift_by_attributes(node)):
        return setting._replace(shift=shift)
    return setting._replace(keeps_lines=True) if tag == "pre" else setting


def _shift_by_attributes(node: "LexborNode") -> Callable[[str], str] | None:
    """Return what becomes of the figures of an element that its class or its style raises or lowers."""
    classes = set((node.attributes.get("class") or "").casefold().split())
    if classes & _RAISED_BY_CLASS:
        return raise_figures
    return lower_figures if classes & _LOWERED_BY_CLASS else _shift_by_style(node.attributes.get("style") or "")


def _shift_by_style(style: str) -> Callable[[str], str] | None:
    pairs = (one.partition(":") for one in style.casefold().split(";"))
    said = {name.strip(): value.strip() for name, _, value in pairs}
    moved = said if said.get("position") == "relative" else {}
    up, down = (said.get("vertical-align", ""), moved.get("bottom", "")), moved.get("top", "")
    if any(map(_UP.match, up)) or _DOWN.match(down):
        return raise_figures
    return lower_figures if any(map(_DOWN.match, up)) or _UP.match(down) else None
