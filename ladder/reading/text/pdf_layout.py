"""The lines of a page of a PDF as they are seen: cells parted, and columns read one after the other.

A PDF says where each letter stands, and in what order letters were written. That order is
kept, for programs write column after column and cell after cell; only where it runs
across two columns line by line, the left one is read first.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
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
_MOST_LABEL_LINES, _MOST_VALUE_LINES, _LONGEST_LABEL = 4, 80, 60
_FEWEST_OF_COLUMN = 2
_CLOSE, _LARGE = 1.25, 1.15
"""Heights of a letter between lines of one paragraph, and what type is larger than that of most lines."""

_MARK = re.compile(r"(?:[0-9]{1,2}|[A-Za-z])[.)]|[\u2022\u00b7*-]")
_BLANKS = "\r\n \u00a0"


class Cell(NamedTuple):
    """Words of a line without a wide gap between them, and where they stand, in points from the lower left."""

    text: str
    left: float
    right: float
    baseline: float
    height: float
    letters: tuple[Letter, ...] = ()
    texts: tuple[str, ...] = ()


Line = tuple[Cell, ...]


def lay_out(letters: Sequence[Letter], texts: Sequence[str]) -> str:
    r"""Return the text of a page's letters, a tab between the cells of a line; ``texts`` say what each letter reads as.

    >>> row = [Letter("a", 0, 5, 9, 10), Letter("b", 90, 95, 9, 10)]
    >>> lay_out(row, ["a", "b"])
    'a\tb'
    """
    parted = _parted_at_columns(_lines(letters, texts))
    lines = _in_columns(_with_whole_headings([*_with_whole_labels(parted)]))
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
    words = "".join(texts).replace(HYPHEN_AT_LINE_END, "-").strip(_BLANKS)
    seen = [letter for letter in letters if letter.is_seen] or letters[:1]
    if words:
        left, right = min(one.left for one in seen), max(one.right for one in seen)
        baseline, height = seen[0].baseline, max(one.height for one in seen)
        yield Cell(words, left, right, baseline, height, (*letters,), (*texts,))


def _parted_at_columns(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those of one cell parted where a word begins in a column that other lines begin in."""
    columns = _find_columns(lines)
    return [
        tuple(part for cell in line for part in _parted(cell, columns)) if len(line) == 1 else line for line in lines
    ]


def _find_columns(lines: Sequence[Line]) -> frozenset[int]:
    """Return where second cells begin, and other lines or cells with them, in whole points and those beside them.

    An indent alone makes no column: words of running text begin there by chance.
    """
    begun = Counter(round(line[-1].left) for line in lines if line)
    second = {round(line[-1].left) for line in lines if len(line) > 1}
    found = [left for left in second if begun[left - 1] + begun[left] + begun[left + 1] >= _FEWEST_OF_COLUMN]
    return frozenset(chain.from_iterable((left - 1, left, left + 1) for left in found))


def _parted(cell: Cell, columns: Container[int]) -> Iterator[Cell]:
    """Yield a cell in two where a word begins in a column, else as it is; the mark of a list stays with its item."""
    begins = 0
    for place in range(1, min(len(cell.letters), _LONGEST_LABEL)):
        letter = cell.letters[place]
        if not letter.is_seen or cell.letters[place - 1].is_seen or letter.left < cell.left + _NEAR:
            continue
        before = "".join(cell.texts[begins:place]).strip()
        begins = begins if _MARK.fullmatch(before) else place
        if round(letter.left) in columns and begins:
            yield from _cell(cell.letters[:begins], cell.texts[:begins])
            yield from _cell(cell.letters[begins:], cell.texts[begins:])
            return
    yield cell


def _with_whole_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; a label of one line or several stands on that of its value, which begins beside it."""
    place = 0
    while place < len(lines):
        counts = range(1, _MOST_LABEL_LINES + 1)
        if count := next((one for one in counts if _is_label(lines, place, place + one)), 0):
            label, value = [line[0] for line in lines[place : place + count]], lines[place + count]
            if len(value) > 1:
                label, value = [*label, value[0]], value[1:]
            yield (label[0]._replace(text=" ".join(one.text for one in label)), *value)
            place += count + 1
        else:
            yield lines[place]
            place += 1


def _is_label(lines: Sequence[Line], first: int, last: int) -> bool:
    """Return whether the lines up to the last are a label, and the last one begins the value beside it.

    The value begins as high as the label, or the middle of both is as high; and the label
    may end on the line that the value begins on.
    """
    if last >= len(lines) or not lines[last] or not all(len(line) == 1 for line in lines[first:last]):
        return False
    label = [line[0] for line in lines[first:last]] + [*lines[last][:-1]]
    is_beside = lines[last][-1].left > max(one.right for one in label)
    return is_beside and _is_one_block(label) and _stands_beside(label, _block(lines, last))


def _stands_beside(label: Sequence[Cell], value: Sequence[Cell]) -> bool:
    return _are_level(label[:1], value[:1]) or _are_level(label, value)


def _block(lines: Sequence[Line], first: int) -> list[Cell]:
    """Return the lines of a value, of which the first may stand beside its label."""
    block = [lines[first][-1]]
    for line in lines[first + 1 : first + _MOST_VALUE_LINES]:
        is_below = len(line) == 1 and 0 < block[-1].baseline - line[0].baseline < _CLOSE * block[-1].height
        if not is_below or line[0].left < block[0].left - _NEAR:
            break
        block.append(line[0])
    return block


def _are_level(label: Sequence[Cell], value: Sequence[Cell]) -> bool:
    """Return whether the middles of two blocks are as high as each other."""
    middles = [(block[0].baseline + block[-1].baseline) / 2 for block in (label, value)]
    return abs(middles[0] - middles[1]) < _SAME_LINE * label[0].height


def _is_one_block(label: Sequence[Cell]) -> bool:
    """Return whether lines are one short text: in one column, and set as close as lines of a paragraph are."""
    is_even = all(abs(one.left - label[0].left) < _NEAR for one in label)
    is_close = all(0 < one.baseline - two.baseline < _CLOSE * one.height for one, two in pairwise(label))
    return is_even and is_close and sum(len(one.text) for one in label) <= _LONGEST_LABEL


def _with_whole_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines; one in large type that was too long for its column is joined with the rest of it below."""
    cells = [cell for line in lines for cell in line]
    large = _LARGE * median(cell.height for cell in cells) if cells else 0.0
    ends: dict[int, float] = {}
    for cell in cells:
        ends[round(cell.left)] = max(ends.get(round(cell.left), 0.0), cell.right)
    whole = list[Line]()
    for line in lines:
        if whole and len(whole[-1]) == len(line) == 1 and _is_rest(whole[-1][0], line[0], large=large, ends=ends):
            whole[-1] = (line[0]._replace(text=f"{whole[-1][0].text} {line[0].text}"),)
        else:
            whole.append(line)
    return whole


def _is_rest(first: Cell, rest: Cell, *, large: float, ends: Mapping[int, float]) -> bool:
    """Return whether a line in large type goes on with the one above it, where its first word would not have stood."""
    is_alike = abs(first.left - rest.left) < _NEAR and abs(first.height - rest.height) < 1 and rest.height > large
    is_below = 0 < first.baseline - rest.baseline < _CLOSE * first.height
    word = (rest.right - rest.left) * len(rest.text.split(" ")[0]) / len(rest.text)
    return is_alike and is_below and first.right + word > ends[round(first.left)]


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
