"""Columns of boxes in rows by chains: a class stands straight over the one that it most belongs to."""

from collections.abc import Iterable, Mapping, Sequence

from ladder.rendering.layout.rows import Ends

MOST_COLUMNS = 7
"""Columns that a drawing of chains may have."""

_Span = tuple[int, int]
"""The lowest and the highest row that a chain takes."""


def place_in_chains(rows: Sequence[Sequence[str]], near: Sequence[Ends]) -> Mapping[str, int] | None:
    """Return the column of each class, from 0; None where that takes more than ``MOST_COLUMNS``.

    ``near`` are pairs that belong together, those that belong most first: where both are free a pair is
    part of one chain, and in the column of a chain nothing stands between its classes.
    """
    row_of = {one: at for at, row in enumerate(rows) for one in row}
    chains = sorted(_chains(row_of, near), key=lambda chain: (-len(chain), row_of[chain[0]], chain[0]))
    taken: list[list[_Span]] = []
    columns: dict[str, int] = {}
    for chain in chains:
        span = (row_of[chain[0]], row_of[chain[-1]])
        column = _column_for(span, _columns_beside(chain, near, columns), taken)
        if column is None:
            return None
        taken += [[]] if column == len(taken) else []
        taken[column].append(span)
        columns |= dict.fromkeys(chain, column)
    return columns


def _columns_beside(chain: Sequence[str], near: Iterable[Ends], columns: Mapping[str, int]) -> list[int]:
    """Return the columns of the classes that belong to one of this chain, as far as they are placed."""
    others = [other for pair in near for one, other in (pair, pair[::-1]) if one in chain and other not in chain]
    return [columns[other] for other in others if other in columns]


def _column_for(span: _Span, beside: Sequence[int], taken: Sequence[Sequence[_Span]]) -> int | None:
    """Return the free column nearest to those beside, a new one at most; None where there is none."""
    free = [at for at, spans in enumerate(taken) if not any(_meet(span, other) for other in spans)]
    free += [len(taken)] if len(taken) < MOST_COLUMNS else []
    return min(free, key=lambda at: (sum(abs(at - other) for other in beside), at), default=None)


def _chains(row_of: Mapping[str, int], near: Iterable[Ends]) -> Iterable[list[str]]:
    """Yield every class in one chain, from the lowest up; each follows one that belongs to it, in a higher row."""
    above: dict[str, str] = {}
    below: dict[str, str] = {}
    for one, other in near:
        lower, upper = sorted((one, other), key=row_of.__getitem__)
        if row_of[lower] < row_of[upper] and lower not in above and upper not in below:
            above[lower], below[upper] = upper, lower
    for one in row_of:
        if one not in below:
            chain = [one]
            while chain[-1] in above:
                chain.append(above[chain[-1]])
            yield chain


def _meet(one: _Span, other: _Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
