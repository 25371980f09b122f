"""What is found in a statement beside its tree: passages not read, and words at odds with one another."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.quantities import (
    FiguresAtOddsError,
    NotAnAmountError,
    Study,
    read_quantity,
    read_study,
)
from ladder.reading.requirement_grammar.tree import GrammarFault, Quantity

FIGURES_AT_ODDS = "FIGURES_AT_ODDS"

_Amount = TypeVar("_Amount", Quantity, Study)


@dataclass
class Findings:
    """What is found beside the tree while a statement is read, in the order printed."""

    unread: list[Span] = field(default_factory=list)
    faults: list[GrammarFault] = field(default_factory=list)
    held: list[Span] = field(default_factory=list)
    """Amounts that a field of the tree holds, or that are told apart from it as at odds."""
    ambiguous: list[Span] = field(default_factory=list)

    def quantity(self, words: str, span: Span) -> Quantity | None:
        """Return the amount of service; none, and a fault or unread words, where they say two amounts or none."""
        read = self._amount(read_quantity, words, span)
        return Quantity(months=read.months, hours=read.hours, span=span) if read is not None else None

    def study(self, words: str, span: Span) -> Study | None:
        """Return the units of study; none, and a fault or unread words, where they say two amounts or none."""
        return self._amount(read_study, words, span)

    def _amount(self, read: Callable[[str], _Amount], words: str, span: Span) -> _Amount | None:
        self.held.append(span)
        try:
            return read(words)
        except FiguresAtOddsError:
            self.faults.append(GrammarFault(FIGURES_AT_ODDS, f"words and figure are two amounts: {words}", span))
        except NotAnAmountError:
            self.unread.append(span)
        return None
