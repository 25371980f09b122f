"""The work on columns by lists: what runs where numpy is not installed, and what its result is held against."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, groupby, islice, pairwise, zip_longest
from operator import itemgetter

from ladder.roster.column_work import OPEN_END, JobRows, Split
from ladder.roster.people import Column
from ladder.service_time import DAYS_A_MONTH

PERSON, RECORD, START, END, KIND, ON_A_DAY, SEQUENCE, EFFECT, IS_PRESENT, ROW = range(10)
_Row = tuple[int, ...]


class ListWork:
    """Columns as arrays of the standard library; see :class:`ladder.roster.column_work.ColumnWork`."""

    def column(self, numbers: Sequence[int]) -> Column:
        """Return numbers as a column."""
        return array("q", numbers)

    def taken(self, values: Sequence[int], places: Sequence[int]) -> Column:
        """Return the value at each place."""
        return array("q", map(values.__getitem__, places))

    def joined(self, parts: Sequence[Column]) -> Column:
        """Return columns one below the other."""
        return array("q", chain.from_iterable(parts))

    def places_where_any_at_most(self, columns: Sequence[Column], limit: int) -> Sequence[int]:
        """Return the places, in order, at which a column holds the limit or less."""
        return [place for place, row in enumerate(zip(*columns, strict=True)) if min(row) <= limit]

    def places_of(self, column: Column, values: Sequence[int]) -> Sequence[int]:
        """Return the places, in order, at which the column holds one of the values."""
        wanted = set(values)
        return [place for place, value in enumerate(column) if value in wanted]

    def without(self, columns: Sequence[Column], places: Sequence[int]) -> tuple[Column, ...]:
        """Return the columns without these places."""
        left_out = set(places)
        kept = [place for place in range(len(columns[0])) if place not in left_out]
        return tuple(array("q", map(column.__getitem__, kept)) for column in columns)

    def combined(self, columns: Sequence[Column]) -> tuple[Column, list[tuple[int, ...]]]:
        """Return for each place the number of its combination, and the combinations."""
        found = dict[_Row, int]()
        places = array("q", (found.setdefault(row, len(found)) for row in zip(*columns, strict=True)))
        return places, list(found)

    def reversed_places(self, start: Column, end: Column) -> Sequence[int]:
        """Return the places at which a printed end lies before the start, as far as both are written out."""
        both = zip(start, end, strict=True)
        return [place for place, (begun, ended) in enumerate(both) if ended >= 0 and _latest(ended) < begun // 2]

    def masked(self, column: Column, by: Column) -> Column:
        """Return the column, -1 where the other holds 0 or more."""
        return array("q", (-1 if other >= 0 else one for one, other in zip(column, by, strict=True)))

    def later(self, one: Column, other: Column) -> Column:
        """Return the larger number at each place."""
        return array("q", map(max, one, other))

    def days(self, printed: Column, blank: int) -> Column:
        """Return the days of printed dates, ``blank`` where there is none."""
        return array("q", (one // 2 if one >= 0 else blank for one in printed))

    def printed_days(self, printed: Column) -> Column:
        """Return 1 where a date is printed with its day."""
        return array("q", (one % 2 if one >= 0 else 0 for one in printed))

    def in_order(self, rows: JobRows, *, by_sequence: bool = False) -> JobRows:
        """Return the rows by person, record, start, then end and kind, or sequence."""
        key = (PERSON, RECORD, START, SEQUENCE) if by_sequence else (PERSON, RECORD, START, END, KIND)
        return _columns(sorted(_each(rows), key=itemgetter(*key)))

    def overlapping(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that overlap another of their record."""
        found = set[int]()
        longest = 0
        each = list(_each(rows))
        for place, row in enumerate(each):
            if not _is_one_record(each[longest], row):
                longest = place
            elif place > longest and row[START] < each[longest][END]:
                found |= {place, longest}
            longest = place if row[END] > each[longest][END] else longest
        return sorted(found)

    def on_one_day(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that begin as another of their record does, with the same sequence."""
        same = [_key_of_day(one) == _key_of_day(other) for one, other in pairwise(_each(rows))]
        return sorted({at for place, is_same in enumerate(same) if is_same for at in (place, place + 1)})

    def repeated(self, rows: JobRows) -> Sequence[int]:
        """Return the places of rows in order that say the same as the one before: person, record, start, kind."""
        pairs = pairwise(map(itemgetter(PERSON, RECORD, START, KIND), _each(rows)))
        return [place for place, (one, other) in enumerate(pairs, 1) if one == other]

    def ended_by_next(self, rows: JobRows) -> JobRows:
        """Return those rows, in order by sequence, that are service, each ended by the next of its record."""
        found = groupby(_each(rows), key=itemgetter(PERSON, RECORD))
        return _columns([row for _, record in found for row in _service_in(list(record))])

    def run_together(self, rows: JobRows, follows: Sequence[bool]) -> JobRows:
        """Return one row for each run of snapshots; ``follows`` says of each snapshot that the next follows it."""

        def is_linked(one: _Row, other: _Row) -> bool:
            is_same = _is_one_record(one, other) and one[KIND] == other[KIND]
            return is_same and other[SEQUENCE] == one[SEQUENCE] + 1 and follows[one[SEQUENCE]]

        runs = _runs(rows, is_linked)
        now = len(follows) - 1
        return _columns(
            [_replaced(run[0], end=run[-1][START], is_present=int(run[-1][SEQUENCE] == now)) for run in runs]
        )

    def gaps(self, rows: JobRows, follows: Sequence[bool]) -> Mapping[tuple[int, int], int]:
        """Return how many records have no row between two snapshots that do not follow each other."""
        pairs = (
            (one[SEQUENCE], other[SEQUENCE])
            for one, other in pairwise(_each(rows))
            if _is_one_record(one, other) and not (other[SEQUENCE] == one[SEQUENCE] + 1 and follows[one[SEQUENCE]])
        )
        return Counter(pairs)

    def merged(self, rows: JobRows) -> JobRows:
        """Return the rows in order, those of one kind that touch made one."""

        def touches(one: _Row, other: _Row) -> bool:
            is_same = _is_one_record(one, other) and one[KIND] == other[KIND]
            return is_same and one[START] < one[END] == other[START] < other[END]

        runs = _runs(rows, touches)
        return _columns([_replaced(run[0], end=run[-1][END], on_a_day=run[-1][ON_A_DAY]) for run in runs])

    def split(self, rows: JobRows, first: int, following: int) -> Split:
        """Return past and present rows; ``first`` and ``following`` begin the as-of month and the next."""
        past, present = list[_Row](), list[_Row]()
        for row, other in zip_longest(_each(rows), islice(_each(rows), 1, None)):
            if row[START] >= following:
                continue
            is_held = _goes_on(row, other, following)
            past.append(_replaced(row, end=max(row[START], first), on_a_day=0) if is_held else row)
            present += [row] if is_held or row[IS_PRESENT] else []
        return Split(_columns(past), _columns(present), len(rows.row) - len(past))

    def beginnings(self, person: Column, people: int) -> Column:
        """Return where each person's rows begin in a column in order, and where the last one's end."""
        times = Counter(person)
        return array("q", accumulate((times[one] for one in range(people)), initial=0))


def _latest(printed: int) -> int:
    """Return the last day that a printed date may mean."""
    return printed // 2 + (0 if printed % 2 else DAYS_A_MONTH - 1)


def _each(rows: JobRows) -> Iterator[_Row]:
    return zip(*rows, strict=True)


def _columns(rows: Sequence[_Row]) -> JobRows:
    columns = zip(*rows, strict=True) if rows else ((),) * len(JobRows._fields)
    return JobRows(*(array("q", column) for column in columns))


def _replaced(row: _Row, **values: int) -> _Row:
    named = dict(zip(JobRows._fields, row, strict=True))
    return tuple((named | values).values())


def _is_one_record(one: _Row, other: _Row) -> bool:
    return one[PERSON] == other[PERSON] and one[RECORD] == other[RECORD]


def _key_of_day(row: _Row) -> tuple[int, ...]:
    return row[PERSON], row[RECORD], row[START], row[SEQUENCE]


def _goes_on(row: _Row, other: _Row | None, following: int) -> bool:
    """Return whether a row is held beyond the as-of month, by itself or as another of its record goes on from it."""
    if other is None or row[END] != following:
        return row[END] > following
    return _is_one_record(row, other) and other[START] == following


def _service_in(record: Sequence[_Row]) -> Iterator[_Row]:
    effect = 1
    for row, end in zip(record, (*(row[START] for row in record[1:]), OPEN_END), strict=True):
        effect = row[EFFECT] or effect
        if effect > 0 and end > row[START]:
            yield _replaced(row, end=end, on_a_day=0, sequence=0, effect=0)


def _runs(rows: JobRows, follows: Callable[[_Row, _Row], bool]) -> Sequence[Sequence[_Row]]:
    runs = list[list[_Row]]()
    for row in _each(rows):
        if runs and follows(runs[-1][-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs
