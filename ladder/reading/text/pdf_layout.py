"""The lines of a page of a PDF as they are seen: cells parted, and columns read one after the other.

A PDF says where each letter stands, and in what order letters were written. That order is
kept, for programs write column after column and cell after cell; only where it runs
across two columns line by line, the left one is read first.
"""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from ladder.reading.text.pdf_shifts import Letter

HYPHEN_AT_LINE_END = "\ufffe"
_LINE_ENDS = ("\r", "\n")
_GAP = 2.0
"""Heights of a letter that part two cells of a line: more than any justified line puts between words."""

_NEAR = 4.0
_SAME_LINE = 0.5
_FEWEST_LINES, _FEWEST_FULL, _FEWEST_GOING_ON = 5, 3, 2
_FULL = 0.75
_MOST_LABEL_LINES, _LONGEST_LABEL = 4, 60


class Cell(NamedTuple):
    """Words of a line without a wide gap between them, and where they stand, in points from the lower left."""

    text: str
    left: float
    right: float
    baseline: float
    height: float


Line = tuple[Cell, ...]


def lay_out(letters: Sequence[Letter], texts: Sequence[str]) -> str:
    r"""Return the text of a page's letters, a tab between the cells of a line; ``texts`` say what each letter reads as.

    >>> row = [Letter("a", 0, 5, 9, 10), Letter("b", 90, 95, 9, 10)]
    >>> lay_out(row, ["a", "b"])
    'a\tb'
    """
    lines = _in_columns([*_with_whole_labels(_lines(letters, texts))])
    return "\n".join("\t".join(cell.text for cell in line) for line in lines)


def _lines(letters: Sequence[Letter], texts: Sequence[str]) -> list[Line]:
    lines, start = list[Line](), 0
    for place, text in enumerate(texts):
        if text == HYPHEN_AT_LINE_END or text in _LINE_ENDS:
            # The end of a line is two letters, of which the second begins an empty line: it is none.
            if text != "\n" or place == 0 or texts[place - 1] != "\r":
                lines.append(tuple(_cells(letters[start : place + 1], texts[start : place + 1])))
            start = place + 1
    return [*lines, tuple(_cells(letters[start:], texts[start:]))]


def _cells(letters: Sequence[Letter], texts: Sequence[str]) -> Iterator[Cell]:
    """Yield the words of a line, parted where a wide gap is."""
    start, before = 0, None
    for place, letter in enumerate(letters):
        if not letter.is_seen or not letter.height:
            continue
        if before is not None and letter.left - before.right > _GAP * max(letter.height, before.height):
            yield from _cell(letters[start:place], texts[start:place])
            start = place
        before = letter
    yield from _cell(letters[start:], texts[start:])


def _cell(letters: Sequence[Letter], texts: Sequence[str]) -> Iterator[Cell]:
    words = "".join(texts).replace(HYPHEN_AT_LINE_END, "-").strip("\r\n \u00a0")
    seen = [letter for letter in letters if letter.is_seen] or letters[:1]
    if words:
        left, right = min(one.left for one in seen), max(one.right for one in seen)
        yield Cell(words, left, right, seen[0].baseline, max(one.height for one in seen))


def _with_whole_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; a label of several lines is one where its value begins beside its first line."""
    place = 0
    while place < len(lines):
        counts = range(2, _MOST_LABEL_LINES + 1)
        if count := next((one for one in counts if _is_label(lines[place : place + one + 1], one)), 0):
            label, value = [line[0] for line in lines[place : place + count]], lines[place + count]
            yield (label[0]._replace(text=" ".join(one.text for one in label)), *value)
            place += count + 1
        else:
            yield lines[place]
            place += 1


def _is_label(lines: Sequence[Line], count: int) -> bool:
    """Return whether so many lines below one another stand left of the line after them, which begins as high."""
    if len(lines) <= count or not all(len(line) == 1 for line in lines[:count]) or not lines[count]:
        return False
    label, value = [line[0] for line in lines[:count]], lines[count][0]
    is_one_block = all(abs(one.left - label[0].left) < _NEAR for one in label)
    is_beside = value.left > max(one.right for one in label)
    is_short = sum(len(one.text) for one in label) <= _LONGEST_LABEL
    return (
        is_one_block
        and is_beside
        and is_short
        and abs(value.baseline - label[0].baseline) < _SAME_LINE * label[0].height
    )


def _in_columns(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with two columns of prose one after the other, where they are written line by line."""
    gutter = _find_gutter([line for line in lines if len(line) == len(("left", "right"))])
    if gutter is None:
        return lines
    cells = [cell for line in lines for cell in line]
    columns = [cell for cell in cells if cell.right < gutter], [cell for cell in cells if cell.left > gutter - _NEAR]
    return list(_column_by_column(lines, gutter)) if all(map(_is_prose, columns)) else lines


def _find_gutter(pairs: Sequence[Line]) -> float | None:
    """Return where the right one of two columns begins, or None where the second cells of lines do not agree on it."""
    if len(pairs) < _FEWEST_LINES:
        return None
    gutter = median(right.left for _, right in pairs)
    return gutter if sum(abs(right.left - gutter) < _NEAR for _, right in pairs) >= _FEWEST_LINES else None


def _is_prose(cells: Sequence[Cell]) -> bool:
    """Return whether a column is running text, in which lines are full and sentences go on: labels never do."""
    start = min((cell.left for cell in cells), default=0.0)
    width = max((cell.right for cell in cells), default=0.0) - start
    full = sum(cell.right - start > _FULL * width for cell in cells)
    return full >= _FEWEST_FULL and sum(cell.text[0].islower() for cell in cells) >= _FEWEST_GOING_ON


def _column_by_column(lines: Iterable[Line], gutter: float) -> Iterator[Line]:
    """Yield the left column, then the right one, of each stretch between lines that stand across both."""
    left, right = list[Line](), list[Line]()
    for line in lines:
        if any(cell.left < gutter - _NEAR and cell.right > gutter for cell in line):
            yield from (*left, *right, line)
            left, right = [], []
            continue
        beside = tuple(cell for cell in line if cell.left < gutter - _NEAR)
        left += [beside] if beside or not line else []
        right += [line[len(beside) :]] if len(line) > len(beside) else []
    yield from (*left, *right)
