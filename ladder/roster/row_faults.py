"""What keeps a row of a roster from being used: told by file, row and column, never by what a person's row holds.

As many faults as anybody reads are kept; how many there are is counted of all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from ladder.errors import LadderError

MOST_KEPT = 10_000
"""Faults that are kept with their rows; of the rest only the number."""
MOST_TOLD = 50
"""Faults told one by one where a table is refused."""
BLANK = -1
"""The number of a cell that holds nothing."""
FIRST_REFUSED = -10
"""The number of the first refusal; those after it are less."""


class FaultCode(StrEnum):
    """The kinds of fault, by which programs tell them apart."""

    FILE_EMPTY = "FILE_EMPTY"
    FILE_DAMAGED = "FILE_DAMAGED"
    WRONG_ENCODING = "WRONG_ENCODING"
    SHEET_MISSING = "SHEET_MISSING"
    COLUMN_MISSING = "COLUMN_MISSING"
    COLUMN_DOUBLED = "COLUMN_DOUBLED"
    NO_MONTHS = "NO_MONTHS"
    MERGED_CELLS = "MERGED_CELLS"
    FORMULA_CELL = "FORMULA_CELL"
    CELL_IN_ERROR = "CELL_IN_ERROR"
    CELL_TOO_LONG = "CELL_TOO_LONG"
    ROW_TOO_LONG = "ROW_TOO_LONG"
    EMPLOYEE_MISSING = "EMPLOYEE_MISSING"
    EMPLOYEE_TWICE = "EMPLOYEE_TWICE"
    EMPLOYEE_IN_TWO_FILES = "EMPLOYEE_IN_TWO_FILES"
    CLASS_MISSING = "CLASS_MISSING"
    CLASS_UNKNOWN = "CLASS_UNKNOWN"
    CLASS_AMBIGUOUS = "CLASS_AMBIGUOUS"
    CODE_WITHOUT_ZERO = "CODE_WITHOUT_ZERO"
    REQUIREMENT_UNKNOWN = "REQUIREMENT_UNKNOWN"
    DATE_MISSING = "DATE_MISSING"
    DATE_UNREAD = "DATE_UNREAD"
    DATE_ORDER = "DATE_ORDER"
    DATE_TWO_DIGIT_YEAR = "DATE_TWO_DIGIT_YEAR"
    DATE_IS_A_NUMBER = "DATE_IS_A_NUMBER"
    DATE_OUT_OF_RANGE = "DATE_OUT_OF_RANGE"
    DATE_AFTER_AS_OF = "DATE_AFTER_AS_OF"
    DATES_REVERSED = "DATES_REVERSED"
    FTE_UNREAD = "FTE_UNREAD"
    FTE_OUT_OF_RANGE = "FTE_OUT_OF_RANGE"
    ACTION_UNKNOWN = "ACTION_UNKNOWN"
    STATUS_UNKNOWN = "STATUS_UNKNOWN"
    SEQUENCE_UNREAD = "SEQUENCE_UNREAD"
    SAME_DAY = "SAME_DAY"
    SAME_SNAPSHOT = "SAME_SNAPSHOT"
    ROWS_OVERLAP = "ROWS_OVERLAP"
    RECORD_INCOMPLETE = "RECORD_INCOMPLETE"
    TOO_MANY_ROWS = "TOO_MANY_ROWS"
    YES_OR_NO = "YES_OR_NO"
    NUMBER_UNREAD = "NUMBER_UNREAD"
    LEVEL_UNKNOWN = "LEVEL_UNKNOWN"
    LIST_UNREAD = "LIST_UNREAD"
    PROGRAM_TWICE = "PROGRAM_TWICE"


class Refusal(NamedTuple):
    """Why a cell or row is refused, in words that hold nothing of what it says, and what to try."""

    code: FaultCode
    what: str
    try_this: str


class Rejected(NamedTuple):
    """One fault and its place; row 0 is the table as a whole. The columns are those of the table ``rejected``."""

    file: str
    row: int
    column: str
    code: str
    what: str
    try_this: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        place = f"{self.file}:{self.row}" if self.row else self.file
        column = f" {self.column}:" if self.column else ""
        return f"{place}:{column} {self.what} ({self.code}); {self.try_this}"


REJECTED_COLUMNS = ("file", "row", "column", "code", "what", "try")
"""The columns of the table ``rejected``."""


class FaultLog:
    """The faults of all tables of one roster: the first of them with their rows, and how many of each kind."""

    def __init__(self) -> None:
        """Begin with none."""
        self.kept: list[Rejected] = []
        self.counts: Counter[tuple[str, str, FaultCode]] = Counter()

    def add(self, file: str, row: int, column: str, refusal: Refusal) -> None:
        """Take down one fault."""
        self.counts[file, column, refusal.code] += 1
        if self.has_room:
            self.kept.append(Rejected(file, row, column, refusal.code.value, refusal.what, refusal.try_this))

    @property
    def has_room(self) -> bool:
        """Whether a fault that is added now is kept with its row."""
        return len(self.kept) < MOST_KEPT

    def count(self, file: str, column: str, refusal: Refusal, rows: Sequence[int]) -> None:
        """Take down a fault of many rows."""
        room = max(0, MOST_KEPT - len(self.kept))
        for row in rows[:room]:
            self.add(file, int(row), column, refusal)
        if len(rows) > room:
            self.counts[file, column, refusal.code] += len(rows) - room

    @property
    def total(self) -> int:
        """How many faults there are, kept or not."""
        return sum(self.counts.values())

    @property
    def refuses_tables(self) -> bool:
        """Whether a fault keeps a whole table from being read."""
        return any(one.row == 0 for one in self.kept)

    def lines(self) -> Iterator[str]:
        """Yield the faults as people read them: the first one by one, and of more how many of each kind there are."""
        told = sorted(self.kept, key=lambda one: (one.file, one.row, one.column))[:MOST_TOLD]
        yield from map(str, told)
        if self.total > len(told):
            yield f"these are the first {len(told)} of {self.total:,} faults; all kinds of them:"
            for (file, column, code), number in sorted(self.counts.items()):
                yield f"{file}:{f' {column}:' if column else ''} {code}: {number:,}"


class Refusals:
    """Numbers for refusals, so that a column of numbers says why a cell is refused as well."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[Refusal, int] = {}
        self._refusals: list[Refusal] = []

    def number(self, code: FaultCode, what: str, try_this: str) -> int:
        """Return the number of a refusal: the same for the same words."""
        refusal = Refusal(code, what, try_this)
        found = self._numbers.get(refusal)
        if found is None:
            found = self._numbers[refusal] = FIRST_REFUSED - len(self._refusals)
            self._refusals.append(refusal)
        return found

    def of(self, number: int) -> Refusal:
        """Return the refusal that has a number."""
        return self._refusals[FIRST_REFUSED - number]


class RosterRefusedError(LadderError):
    """A roster has faults; the log holds them all, the message tells them as people read them."""

    def __init__(self, log: FaultLog, *, skippable: bool = False) -> None:
        """Keep the log and compose the message."""
        self.log = log
        lines: Iterable[str] = log.lines()
        rest = ["--skip-bad evaluates the other rows"] if skippable else []
        super().__init__("\n".join([*lines, *rest]))
