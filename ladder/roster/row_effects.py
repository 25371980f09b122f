"""What a row's status and action say of service: that it is held, that it is not, or that nothing changes."""

from collections.abc import Iterable, Mapping

from ladder.figures import read_whole_number
from ladder.roster.column_work import ColumnWork
from ladder.roster.people import Column
from ladder.roster.row_faults import BLANK, FIRST_REFUSED, FaultCode, Refusals
from ladder.roster.table_columns import TableRead
from ladder.roster_layouts import Layout

WORKS, SAME, AWAY = 1, 0, -1
_AWAY_WRITTEN = 2
"""AWAY as a column holds it, where -1 is a blank."""
_LONGEST_SEQUENCE = 6

_WORKS = ("hire", "rehire", "recall", "reinstatement", "return", "return from leave", "appointment")
_CHANGES = (
    *("promotion", "demotion", "transfer", "reclassification", "pay rate change", "pay change", "data change"),
    *("position change", "reassignment", "probation", "completion of probation", "job change"),
)
_NOT_HELD = (
    *("leave", "leave of absence", "unpaid leave", "paid leave", "leave without pay", "suspension", "layoff"),
    *("termination", "resignation", "separation", "retirement", "death", "end of appointment"),
)


class RowEffects:
    """Reads statuses and actions by the lists of a layout, or the words that need none; any other is refused."""

    def __init__(self, layout: Layout, refusals: Refusals) -> None:
        """Take the lists of the layout; where it has none of actions, those of plain words."""
        own = layout.actions
        has_own = bool(own.works or own.away or own.changes)
        works, away, changes = (own.works, own.away, own.changes) if has_own else (_WORKS, _NOT_HELD, _CHANGES)
        self._actions = _by_word((works, WORKS), (away, _AWAY_WRITTEN), (changes, SAME))
        self._statuses = _by_word((layout.statuses.service, WORKS), (layout.statuses.none, _AWAY_WRITTEN))
        self._refusals = refusals

    def action(self, text: str) -> int:
        """Return the effect of an action as a column holds it, BLANK of none."""
        if not text:
            return BLANK
        found = self._actions.get(text.casefold())
        return self._refused(FaultCode.ACTION_UNKNOWN, "action", "actions") if found is None else found

    def status(self, text: str) -> int:
        """Return the effect of a status as a column holds it, BLANK of none."""
        if not text or not self._statuses:
            return BLANK
        found = self._statuses.get(text.casefold())
        return self._refused(FaultCode.STATUS_UNKNOWN, "status", "statuses") if found is None else found

    def _refused(self, code: FaultCode, word: str, field: str) -> int:
        what = f"the layout does not say whether service goes on with this {word}"
        return self._refusals.number(code, what, f"list it under {field} in the layout")

    def of(self, table: TableRead, work: ColumnWork) -> Column:
        """Return the effect of each row, or the number of a refusal of its action."""
        places, pairs = work.combined([table.column("status", BLANK), table.column("action", BLANK)])
        return work.taken([_effect_of(status, action) for status, action in pairs], places)


def _effect_of(status: int, action: int) -> int:
    """Return the effect of a status, which decides, and an action; a refused status is told in its own column."""
    told = action if status == BLANK else status
    if told == _AWAY_WRITTEN:
        return AWAY
    is_told_elsewhere = told == BLANK or status <= FIRST_REFUSED
    return SAME if is_told_elsewhere else told


def _by_word(*lists: tuple[Iterable[str], int]) -> Mapping[str, int]:
    return {word.casefold(): effect for words, effect in lists for word in words}


def read_sequence(text: str, refusals: Refusals) -> int:
    """Return the number that orders rows of one day, 0 of a blank; anything else is refused."""
    number = read_whole_number(text)
    if number is not None and len(text) <= _LONGEST_SEQUENCE:
        return number
    if not text:
        return 0
    return refusals.number(FaultCode.SEQUENCE_UNREAD, "the sequence is no whole number", "write 0, 1, 2 in order")
