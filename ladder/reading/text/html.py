"""HTML to text: a line for each block of a page, as a reader would see them below one another."""

import re
from collections.abc import Callable, Iterator
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
_MOST_QUOTED = 80


class Page(NamedTuple):
    """The text of a page, and what was noted on the way."""

    text: str
    notes: tuple[Note, ...]


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
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an extra, and dear to import
    except ImportError as error:
        raise MissingExtraError(name=name, kind="HTML") from error
    decoded = _decode(content, name)
    page = LexborHTMLParser(decoded.text)
    lines, struck = _read_lines(page.root)
    text = "\n".join(lines)
    check_lines(text, name=name)
    if not text:
        refuse_document(name, "there are no words on the page", "name a page with text")
    # A line of the page's source is no line of the document.
    notes = [note._replace(line=0) for note in decoded.notes]
    return Page(text + "\n", (*notes, *struck))


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


_BREAK = _Text("\n", keeps_lines=True)
_PAUSE: "tuple[LexborNode | None, _Text]" = (None, _BREAK)


def _read_lines(root: "LexborNode | None") -> tuple[list[str], list[Note]]:
    lines, line, notes = list[str](), list[str](), list[Note]()
    for part in _texts(root):
        if part.is_struck:
            notes.extend(_note_struck(part.words, len(lines) + 1))
            continue
        first, *others = part.words.split("\n") if part.keeps_lines else (part.words,)
        line.append(first)
        for other in others:
            lines.extend(_one_line("".join(line)))
            line = [other]
    lines.extend(_one_line("".join(line)))
    return lines, notes


def _one_line(words: str) -> Iterator[str]:
    """Yield the words with single blanks between them, unless there are none."""
    if plain := " ".join(write_plain(words).split()):
        yield plain


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
            inner = _set_in(node.tag, setting)
            children = [(child, inner) for child in node.iter(include_text=True)]
            around = [_PAUSE] if node.tag in _BLOCKS else []
            waiting.extend([*around, *reversed(children), *around])


def _set_in(tag: str | None, setting: _Text) -> _Text:
    if tag in _STRUCK:
        return setting._replace(is_struck=True)
    if tag in _SHIFTED:
        return setting._replace(shift=_SHIFTED[tag])
    return setting._replace(keeps_lines=True) if tag == "pre" else setting
