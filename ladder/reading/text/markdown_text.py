"""Markdown to text: its lines are the file's own, without the marks that set them; its headings are known as such."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

from ladder.reading.passages import Document
from ladder.reading.text.decoding import decode_text
from ladder.reading.text.front_matter import FrontMatter, read_front_matter
from ladder.reading.text.limits import MOST_QUOTED, MOST_STRUCK, check_lines, refuse_document
from ladder.reading.text.normalise import end_lines, lower_figures, raise_figures, write_plain
from ladder.reading.text.pages import part_pages
from ladder.reading.text.plain import read_plain
from ladder.sources import Note, Severity

_SET = re.compile(r"[ ]{0,3}(?P<marks>#{1,6})[ \t]{1,40}(?P<words>\S.{0,2000}?)(?:[ \t]{1,40}#{1,40})?[ \t]{0,40}")
_UNDERLINE = re.compile(r"[ ]{0,3}(?P<mark>={2,200}|-{2,200})[ \t]{0,40}")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,40}|~{3,40})[^`~]{0,80}")
_QUOTED = re.compile(r"(?:[ ]{0,3}>[ ]?){1,20}")

_RULED_CELL = r"[ \t]{0,9}:?-{1,100}:?[ \t]{0,9}"
_RULE = re.compile(rf"[ \t]{{0,40}}\|?{_RULED_CELL}(?:\|{_RULED_CELL}){{0,100}}\|?[ \t]{{0,40}}")
_BAR, _BAR_ITSELF, _BAR_KEPT = "|", "\\|", "\x1f"
_BOLD_LINE = re.compile(r"[ \t]{0,40}(?:\*\*[^*]{1,120}\*\*|__[^_]{1,120}__):?[ \t]{0,40}")
_STRUCK = re.compile(r"~~(?=\S)([^~]{1,4000})~~|<(?:del|s|strike)>([^<]{1,4000})</(?:del|s|strike)>", re.IGNORECASE)
_SHIFTED: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"<(?:sup)>([^<]{1,200})</(?:sup)>", re.IGNORECASE), raise_figures),
    (re.compile(r"<(?:sub)>([^<]{1,200})</(?:sub)>", re.IGNORECASE), lower_figures),
    (re.compile(r"(?<=\S)\^([0-9,]{1,8})\^"), raise_figures),
    (re.compile(r"\[\^([0-9]{1,3})\]:?"), raise_figures),
)
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^()\n]{0,1000}\)")
_EMPHASIS = tuple(
    re.compile(rf"(?:^|(?<=[^\w*\\])){mark}(?=[^\s*_])([^*_\n]{{1,1000}})(?<=\S){mark}(?=[^\w*]|$)")
    for mark in (r"\*\*\*", "___", r"\*\*", "__", r"\*", "_")
)
_MARKED = re.compile(r"[*_~`\\<&\[^]")
_MOST_CELLS = 200
_CODE = re.compile(r"`([^`\n]{1,500})`")
_TAG = re.compile(r"</?(?:b|i|em|strong|u|span|small|font|br|p|div|center)\b[^<>\n]{0,200}>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_COMMENT = re.compile("[<]!--")
_LEVEL_OF_FIELD = 2


def read_markdown(content: bytes, *, name: str) -> Document:
    """Return Markdown as a document; its lines are the file's own, and so are those of its front matter.

    Headings of either form are set as such; cells of tables are parted by tabs; raised
    and lowered figures and the marks of footnotes are set apart, and words struck out are
    left out with a note. Comments and pictures are left out.

    Raises:
        BadFileError: as :func:`ladder.reading.text.plain.read_plain`.

    """
    decoded = decode_text(content, name=name)
    reader = _Reader(end_lines(_without_comments(decoded.text)).split("\n"))
    text = write_plain("\n".join(reader.lines))
    check_lines(text, name=name)
    if not text.strip():
        refuse_document(name, "there is no text in the file", "name a file with text")
    words, pages = part_pages(text)
    headings = tuple(sorted(reader.headings.items()))
    notes = (*decoded.notes, *reader.notes[:MOST_STRUCK])
    return Document(name, words, notes, pages if "\f" in text else (), headings)


def read_text(content: bytes, *, name: str) -> Document:
    """Return plain text as a document; a front matter that it begins with is labels and values.

    Raises:
        BadFileError: as :func:`ladder.reading.text.plain.read_plain`.

    """
    document = read_plain(content, name=name)
    lines = document.text.split("\n")
    found = read_front_matter(lines)
    if found is None:
        return document
    text = "\n".join((*found.lines, *lines[len(found.lines) :]))
    return replace(document, text=text, headings=tuple((number, _LEVEL_OF_FIELD) for number in found.headings))


def _without_comments(text: str) -> str:
    """Return the text without its comments, the line ends in them apart."""
    pieces, at = list[str](), 0
    while (opened := _COMMENT.search(text, at)) and (end := text.find("-->", opened.end())) >= 0:
        start = opened.start()
        pieces += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + len("-->")
    return "".join([*pieces, text[at:]])


class _Reader:
    """The lines of a text without their marks, the levels of its headings, and what was struck out."""

    def __init__(self, lines: list[str]) -> None:
        self.headings: dict[int, int] = {}
        self.notes: list[Note] = []
        front = read_front_matter(lines) or FrontMatter((), ())
        self.headings |= dict.fromkeys(front.headings, _LEVEL_OF_FIELD)
        self.lines = [*front.lines]
        self._read(lines)

    def _read(self, lines: list[str]) -> None:
        in_code, in_table = False, False
        for line, following in zip(lines[len(self.lines) :], [*lines[len(self.lines) + 1 :], ""], strict=True):
            is_fence = bool(_FENCE.fullmatch(line))
            in_code ^= is_fence
            in_table = not in_code and _is_row(line, following, in_table=in_table)
            if is_fence or in_code:
                self.lines.append("" if is_fence else line)
            else:
                self.lines.append(self._row(line) if in_table else self._line(line, following))

    def _row(self, line: str) -> str:
        if _RULE.fullmatch(line):
            return ""
        cells = line.strip().replace(_BAR_ITSELF, _BAR_KEPT).split(_BAR)
        cells = [self._plain(cell.strip()).replace(_BAR_KEPT, _BAR) for cell in cells]
        return "\t".join(cells[1 if not cells[0] else 0 :]).rstrip("\t")

    def _line(self, line: str, following: str) -> str:
        bare = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
        number = len(self.lines) + 1
        # It underlines the heading above it, or parts what stands above from what follows.
        if _UNDERLINE.fullmatch(bare):
            return ""
        if found := _SET.fullmatch(bare):
            self.headings[number] = len(found["marks"])
            bare = found["words"]
        elif (under := _UNDERLINE.fullmatch(following)) and _may_be_underlined(bare):
            self.headings[number] = 1 if under["mark"].startswith("=") else 2
        elif _BOLD_LINE.fullmatch(bare):
            return bare
        return self._plain(bare)

    def _plain(self, words: str) -> str:
        """Return words without the marks that set them."""
        if not _MARKED.search(words):
            return words
        words = _STRUCK.sub(self._strike, words)
        for pattern, shift in _SHIFTED:
            words = "".join(shift(part) if place % 2 else part for place, part in enumerate(pattern.split(words)))
        words = _LINK.sub(r"\1", _PICTURE.sub("", words))
        for pattern in (*_EMPHASIS, _CODE):
            words = pattern.sub(r"\1", words)
        return unescape(_ESCAPED.sub(r"\1", _TAG.sub(" ", words)))

    def _strike(self, found: re.Match[str]) -> str:
        shown = (found[1] or found[2])[:MOST_QUOTED]
        what = f"words struck out are left out: {shown}"
        self.notes.append(Note("STRUCK_OUT", Severity.WARNING, len(self.lines) + 1, what))
        return ""


def _is_row(line: str, following: str, *, in_table: bool) -> bool:
    """Return whether a line is a row of a table: one with bars, and a bar before it or a ruled line below or above."""
    if not 0 < line.count(_BAR) <= _MOST_CELLS:
        return False
    is_ruled = any(_BAR in one and _RULE.fullmatch(one) for one in (line, following))
    return in_table or is_ruled or line.lstrip().startswith(_BAR)


def _may_be_underlined(line: str) -> bool:
    return bool(line.strip()) and not _SET.fullmatch(line) and not line.lstrip().startswith(("|", "- ", "* ", "+ "))
