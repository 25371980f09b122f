"""The text of an RTF, paragraph by paragraph, as that of a DOCX is.

Read here and by no package: those there are give the letters alone, without what is
raised, struck out, hidden or a heading, and "2" with a raised "1" would be 21.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.limits import MOST_QUOTED, MOST_STRUCK
from ladder.reading.text.normalise import lower_figures, raise_figures
from ladder.reading.text.rtf_tokens import Token, read_tokens
from ladder.reading.text.sheet_rows import print_row

_DEEPEST = 1_000
_LEVELS = 6
_HEADING_STYLE = re.compile(r"heading ([1-6])\b", re.IGNORECASE)
_PASSED_OVER = frozenset(
    (
        "fonttbl",
        "colortbl",
        "info",
        "pict",
        "filetbl",
        "xe",
        "tc",
        "sp",
        "sn",
        "sv",
        "nonshppict",
        "private",
        "rxe",
        "txe",
        "listpicture",
        "template",
    )
)
_READ_THOUGH_STARRED = frozenset({"shpinst", "shptxt", "result", "do", "dptxbxtext", "pgdsc"})
_APART = {
    "header": "header",
    "headerl": "header",
    "headerr": "header",
    "headerf": "header",
    "footer": "footer",
    "footerl": "footer",
    "footerr": "footer",
    "footerf": "footer",
    "footnote": "notes",
    "shptxt": "notes",
    "dptxbxtext": "notes",
}
"""Groups whose text stands apart from the paragraph that they are found in."""

_ENDS_PARAGRAPH = frozenset({"par", "sect", "page", "nestcell", "nestrow", "column"})


class _Set(NamedTuple):
    """How the letters of a group are set, and where they go."""

    place: str = "body"
    is_passed_over: bool = False
    off: frozenset[str] = frozenset()
    shift: Callable[[str], str] = str
    level: int = 0
    in_table: bool = False


class _Part:
    """The lines of one place of the document: its body, its headers, its footers, or what stands apart."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.headings: list[tuple[int, int]] = []
        self._line: list[str] = []
        self._cell: list[str] = []
        self._cells: list[list[str]] = []

    def add(self, text: str) -> None:
        self._line.append(text)

    def end_paragraph(self, setting: _Set) -> None:
        lines = "".join(self._line).split("\n")
        self._line.clear()
        if setting.in_table:
            self._cell += lines
            return
        self.end_row()
        for line in lines:
            self.lines.append(line)
            if setting.level and line.strip():
                self.headings.append((len(self.lines), setting.level))

    def end_cell(self) -> None:
        self._cell += "".join(self._line).split("\n")
        self._line.clear()
        self._cells.append([line for line in self._cell if line.strip()])
        self._cell = []

    def end_row(self) -> None:
        """Add the row, and what stands after its last cell."""
        if self._cells:
            self.lines += print_row(self._cells)
        self.lines += self._cell
        self._cells, self._cell = [], []

    def end(self) -> None:
        if self._line:
            self.end_paragraph(_Set())
        self.end_row()


def read_rtf_text(content: bytes) -> Extract:
    """Return the text: headers, the body, notes and text boxes, footers.

    A paragraph is a line, with the number or bullet of its list before it; a row of a
    table is a line, its cells parted by tabs, unless a cell has several lines. Words
    struck out or hidden are left out and told; what a revision deleted is left out.

    Raises:
        UnfitDocumentError: groups in groups beyond a thousand, or groups left open.

    """
    reader = _Reader()
    for token in read_tokens(content.decode("latin-1")):
        reader.take(token)
    return reader.extract()


class _Reader:
    def __init__(self) -> None:
        self._parts: Mapping[str, _Part] = {name: _Part() for name in ("header", "body", "notes", "footer")}
        self._settings = [_Set()]
        self._struck: list[str] = []
        self._levels: dict[int, int] = {}
        self._style = 0
        self._footnotes = 0
        self._is_starred = False

    @property
    def _now(self) -> _Set:
        return self._settings[-1]

    def _set(self, changed: _Set) -> None:
        self._settings[-1] = changed

    def take(self, token: Token) -> None:
        match token.kind:
            case "{":
                self._open()
            case "}":
                self._close()
            case "text":
                self._write(token.text)
            case _ if self._is_starred:
                self._is_starred = False
                if token.text not in _READ_THOUGH_STARRED:
                    self._set(self._now._replace(is_passed_over=True))
                self._word(token.text, token.number)
            case _:
                self._word(token.text, token.number)

    def _open(self) -> None:
        if len(self._settings) > _DEEPEST:
            message = f"groups stand in one another more than {_DEEPEST:,} deep"
            raise UnfitDocumentError(message)
        self._settings.append(self._now)

    def _close(self) -> None:
        closed = self._now
        if len(self._settings) > 1:
            self._settings.pop()
        if closed.place != self._now.place and closed.place in self._parts:
            self._parts[closed.place].end()

    def _write(self, text: str) -> None:
        now = self._now
        if now.place == "styles":
            named = _HEADING_STYLE.match(text.strip())
            if named and not now.is_passed_over:
                self._levels.setdefault(self._style, int(named[1]))
        elif now.is_passed_over or "deleted" in now.off:
            return
        elif now.off:
            self._strike(text)
        else:
            self._parts[now.place].add(now.shift(text))

    def _strike(self, text: str) -> None:
        if text.strip() and len(self._struck) < MOST_STRUCK:
            self._struck.append(text[:MOST_QUOTED])

    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._is_starred = True
        elif word in _PASSED_OVER:
            self._set(self._now._replace(is_passed_over=True))
        elif word == "stylesheet":
            self._set(self._now._replace(place="styles"))
        elif self._now.place == "styles":
            self._of_style(word, number)
        elif word in _APART and not self._now.is_passed_over:
            self._set(_Set(place=_APART[word]))
        elif not self._now.is_passed_over and not self._of_letters(word, number):
            self._of_paragraphs(word, number)

    def _of_style(self, word: str, number: int | None) -> None:
        if word == "s":
            self._style = number or 0
        elif word == "outlinelevel" and number is not None and number < _LEVELS:
            self._levels[self._style] = number + 1

    def _of_letters(self, word: str, number: int | None) -> bool:
        """Take a word on how letters are set; return whether it is one."""
        is_on = number != 0
        match word:
            case "super" | "up":
                self._set(self._now._replace(shift=raise_figures if is_on else str))
            case "sub" | "dn":
                self._set(self._now._replace(shift=lower_figures if is_on else str))
            case "nosupersub":
                self._set(self._now._replace(shift=str))
            case "plain":
                self._set(self._now._replace(shift=str, off=self._now.off & {"deleted"}))
            case "strike" | "striked" | "v" | "deleted":
                self._set(self._now._replace(off=self._now.off | {word} if is_on else self._now.off - {word}))
            case "chftn":
                self._mark_footnote()
            case _:
                return False
        return True

    def _of_paragraphs(self, word: str, number: int | None) -> None:
        part = self._parts[self._now.place]
        if word in _ENDS_PARAGRAPH:
            part.end_paragraph(self._now)
        match word:
            case "pard":
                self._set(self._now._replace(level=0, in_table=False))
            case "intbl":
                self._set(self._now._replace(in_table=True))
            case "s":
                self._set(self._now._replace(level=self._levels.get(number or 0, 0)))
            case "outlinelevel" if number is not None:
                self._set(self._now._replace(level=number + 1 if number < _LEVELS else 0))
            case "cell":
                part.end_cell()
            case "row":
                part.end_row()

    def _mark_footnote(self) -> None:
        self._footnotes += self._now.place == "body"
        self._parts[self._now.place].add(raise_figures(str(self._footnotes)))

    def extract(self) -> Extract:
        """Return what was gathered.

        Raises:
            UnfitDocumentError: a group was left open, so that its end is missing.

        """
        if len(self._settings) > 1:
            message = "it ends within a group: part of the file is missing"
            raise UnfitDocumentError(message)
        lines, headings = list[str](), list[tuple[int, int]]()
        for part in self._parts.values():
            part.end()
            headings += ((len(lines) + number, level) for number, level in part.headings)
            lines += part.lines
        return Extract("\n".join(lines), struck=tuple(self._struck), headings=tuple(headings))
