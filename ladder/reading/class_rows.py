"""A table of classes to a document for each of its rows: the columns known by the words of headings and labels."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from ladder.reading.jurisdictions.outline.vocabulary import HeadingWords, Vocabulary, load_vocabulary
from ladder.reading.passages import Document
from ladder.reading.text.footnote_marks import set_marks_apart
from ladder.reading.text.limits import check_lines, refuse_document
from ladder.reading.text.normalise import write_plain
from ladder.reading.text.opening import fetch_file, open_content
from ladder.reading.text.sheet_rows import Row, Sheet, Table
from ladder.sources import Note, Severity

_TITLES = frozenset({"title", "job_title"})
_NAMED_BY = ("code", "title", "job_title")
_HEADER_WITHIN = 30
_FEWEST_KNOWN = 2
_LONGEST_NAME = 60
_MOST_QUOTED = 200
_LEVEL = 2


def open_documents(path: Path, *, words: HeadingWords | None = None) -> tuple[Document, ...]:
    """Return the text of a file; of a table of classes (XLSX, CSV, JSON) a document for each row.

    ``words`` are headings and labels of the user's own, by which columns are known, too.

    Raises:
        BadFileError: as :func:`ladder.reading.text.opening.open_file`; or a table in
            which no row names columns that are known.
        MissingExtraError: as :func:`ladder.reading.text.opening.open_file`.

    """
    name, content = fetch_file(path)
    return documents_in(content, name=name, words=words)


def documents_in(content: bytes, *, name: str, words: HeadingWords | None = None) -> tuple[Document, ...]:
    """Return the text of a file's bytes, of a table of classes a document for each row, as :func:`open_documents`."""
    opened = open_content(content, name=name)
    return (opened,) if isinstance(opened, Document) else documents_of_rows(opened, words=words)


def documents_of_rows(table: Table, *, words: HeadingWords | None = None) -> tuple[Document, ...]:
    """Return a document for each row of a table below the names of its columns.

    Title, code and pay are lines of a label and a value, in this order; every other cell
    is what stands below the heading that its column is named by. A document is named by
    the file and its code or title, where it has one that no other row of the file has.
    What stands above the columns' names, and sheets without such, is noted.

    Raises:
        BadFileError: no row names a column of titles and one more that is known.

    """
    known = load_vocabulary() if words is None else load_vocabulary().with_words(words)
    headed = [(sheet, _find_header(sheet, known)) for sheet in table.sheets]
    rows = [row for sheet, header in headed if header is not None for row in _rows_of(sheet, header, known)]
    if not rows:
        what = f"no {table.row_word} of it is a class: nothing in it is named as titles and qualifications are"
        try_this = "name the columns, such as Class Title and Minimum Qualifications, or add names to a headings.yaml"
        refuse_document(table.name, what, try_this)
    notes = (*table.notes, *_notes(headed))
    names = _names(table, rows)
    made = [row.document(name) for row, name in zip(rows, names, strict=True)]
    return (replace(made[0], notes=(*notes, *made[0].notes)), *made[1:])


class _Column(NamedTuple):
    """The name of a column as printed, and the fact that it labels, none where it is a heading."""

    name: str
    fact: str | None


@dataclass(frozen=True)
class _ClassRow:
    """The cells of one class, each with its column: those of labels first."""

    sheet: str
    number: int
    cells: tuple[tuple[_Column, str], ...]

    def name(self) -> str:
        """Return the code of the class, else its title, as the row has it; empty where it has neither."""
        said = {column.fact: text for column, text in reversed(self.cells)}
        found = next((said[fact] for fact in _NAMED_BY if said.get(fact)), "")
        return " ".join(found.split())[:_LONGEST_NAME]

    def document(self, name: str) -> Document:
        lines, headings = list[str](), list[tuple[int, int]]()
        for column, text in self.cells:
            if column.fact is not None:
                lines.append(f"{column.name}: {' '.join(text.split())}")
            else:
                lines.append(column.name)
                headings.append((len(lines), _LEVEL))
                lines += filter(str.strip, text.split("\n"))
        text = "\n".join(lines)
        check_lines(text, name=name)
        document = Document(name, text, headings=tuple(headings), lines_are_paragraphs=True, is_row=True)
        return set_marks_apart(document)


def _find_header(sheet: Sheet, known: Vocabulary) -> Row | None:
    """Return the first row that names a column of titles and one more, of all that could the one that names most."""
    counted = [(_count_known(row, known), -place, row) for place, row in enumerate(sheet.rows[:_HEADER_WITHIN])]
    most, _, header = max(counted, default=(0, 0, None))
    return header if most >= _FEWEST_KNOWN else None


def _count_known(row: Row, known: Vocabulary) -> int:
    """Return how many cells of a row are known names of columns; none where none of them is of titles."""
    facts = [_column(cell, known).fact for cell in row.cells]
    if _TITLES.isdisjoint(facts):
        return 0
    named = (known.kind_of(cell) for cell, fact in zip(row.cells, facts, strict=True) if fact is None and cell.strip())
    return sum(fact is not None for fact in facts) + sum(kind is not None for kind in named)


def _column(cell: str, known: Vocabulary) -> _Column:
    name = " ".join(write_plain(cell).split()).rstrip(": ")
    fact = known.label_of(name)
    return _Column(name, fact[0] if fact else None)


def _rows_of(sheet: Sheet, header: Row, known: Vocabulary) -> Iterator[_ClassRow]:
    columns = [_column(cell, known) for cell in header.cells]
    for row in sheet.rows[sheet.rows.index(header) + 1 :]:
        if row.cells != header.cells:
            cells = list(_cells(columns, row))
            yield _ClassRow(sheet.name, row.number, tuple(sorted(cells, key=lambda one: one[0].fact is None)))


def _cells(columns: Sequence[_Column], row: Row) -> Iterator[tuple[_Column, str]]:
    for place, cell in enumerate(row.cells):
        text = write_plain(cell).replace("\f", " ").strip()
        if text:
            column = columns[place] if place < len(columns) else _Column("", None)
            yield (column if column.name else _Column(f"Column {place + 1}", None)), text


def _names(table: Table, rows: Sequence[_ClassRow]) -> Iterator[str]:
    said = [row.name() for row in rows]
    counted = Counter(map(str.casefold, said))
    for row, name in zip(rows, said, strict=True):
        place = f"{row.sheet + ' ' if row.sheet and len(table.sheets) > 1 else ''}{table.row_word} {row.number}"
        if len(rows) == 1 and table.row_word != "row":
            yield table.name
        elif not name:
            yield f"{table.name}, {place}"
        else:
            yield f"{table.name}, {name}" if counted[name.casefold()] == 1 else f"{table.name}, {name} ({place})"


def _notes(headed: Iterable[tuple[Sheet, Row | None]]) -> Iterator[Note]:
    for sheet, header in headed:
        place = f"the sheet {sheet.name!r}" if sheet.name else "the table"
        if header is None:
            what = f"{place} names no columns that are known, and is left out"
            yield Note("TABLE_LEFT_OUT", Severity.WARNING, 0, what)
        elif above := sheet.rows[: sheet.rows.index(header)]:
            words = "; ".join(" ".join(" ".join(row.cells).split()) for row in above)
            what = f"what stands above the columns of {place} is left out: {words[:_MOST_QUOTED]}"
            yield Note("TABLE_LEFT_OUT", Severity.INFO, 0, what)
