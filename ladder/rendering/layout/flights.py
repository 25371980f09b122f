"""A path as flights of stairs: each class, from which month, how long it is held, what it pays and gains."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import pay_gain, pays_in_one_unit, widest_range
from ladder.eligibility.answers import Assessment
from ladder.service_time import Month
from ladder.specification import ClassSpecification, Pay, PayRange, PayUnit
from ladder.telling.messages import clauses, listed, say
from ladder.telling.parts import plain_text
from ladder.telling.pay_words import signed_gain, spell_dollars, spell_unit
from ladder.telling.times import spell_month, spell_months


class Flight(NamedTuple):
    """One class of a path, held for some months; the last one is reached and held for none.

    ``at`` are months from the first day. ``height`` is a share of the highest pay, None where each flight is one step
    up. ``pay`` and ``gain`` are words, '' where they cannot be told; ``is_open`` says that neither pay nor grade is
    in the data.
    """

    title: str
    pay: str
    gain: str
    is_loss: bool
    month: Month
    at: int
    months: int
    height: Fraction | None
    is_open: bool

    @property
    def held(self) -> str:
        """How long the class is held, in words; '' of the last."""
        return spell_months(self.months) if self.months else ""


class Flights(NamedTuple):
    """The flights of a path, first to last; ``unit`` is the unit of pay that their height goes by, if any does."""

    flights: tuple[Flight, ...]
    unit: PayUnit | None

    @property
    def months(self) -> int:
        """The months from the first class to the last."""
        return self.flights[-1].at

    @property
    def scale(self) -> str:
        """What height and width say."""
        if self.unit:
            return say("route.page.scale", unit=spell_unit(self.unit))
        return say("route.page.scale_dashed" if any(one.is_open for one in self.flights) else "route.page.scale_even")

    @property
    def label(self) -> str:
        """All that the drawing shows, in words."""
        return say("paths.stairs", scale=self.scale, told=plain_text(clauses(*map(in_words, self.flights))))


def in_words(flight: Flight) -> str:
    """Return a flight in words: ``Clerk from May 2027, for 2 years, $40,000, +$3,000``."""
    message = "paths.stair" if flight.months else "paths.stair_last"
    first = say(message, title=flight.title, month=spell_month(flight.month), time=flight.held)
    return plain_text(listed([one for one in (first, flight.pay, flight.gain) if one]))


def flights_of(catalog: Catalog, answer: Assessment) -> Flights:
    """Return the flights of an answer that has moves."""
    moves = answer.steps
    specs = [catalog.classes[one] for one in (moves[0].feeder_class, *(move.target_class for move in moves))]
    holds = [*(move.hold_months for move in moves), 0]
    starts = [0, *(move.at_month for move in moves)]
    pays = pays_in_one_unit(spec.pay for spec in specs)
    highest = max((one.low for one in pays), default=0)
    heights = [Fraction(one.low) / Fraction(highest) for one in pays] if highest else [None] * len(specs)
    unit = pays[0].unit if highest else None
    months = [Month(answer.as_of + start) for start in starts]
    told = zip(_pays(specs, pays if highest else ()), months, starts, holds, heights, strict=True)
    return Flights(
        tuple(
            Flight(*words, month, start, hold, height, is_open=not words[1])
            for words, month, start, hold, height in told
        ),
        unit,
    )


def _pays(specs: Sequence[ClassSpecification], common: Sequence[PayRange]) -> Iterator[tuple[str, str, str, bool]]:
    """Yield the title of each class, its pay at the start, what it gains on the one before, and whether it loses."""
    before: Pay | None = None
    for place, spec in enumerate(specs):
        gain = pay_gain(before, spec.pay) if place else None
        own = widest_range(spec.pay)
        is_told = gain is not None and own is not None and gain.unit is own.unit and gain.low != 0
        yield (
            spec.title,
            spell_dollars(common[place].low) if common else _starting_pay(spec.pay, own),
            signed_gain(gain) if is_told else "",
            is_told and gain is not None and gain.low < 0,
        )
        before = spec.pay


def _starting_pay(pay: Pay | None, own: PayRange | None) -> str:
    """Return the lowest figure with its unit, else the grade; '' where there is neither."""
    if own:
        return say("pay.figure", amount=spell_dollars(own.low), unit=spell_unit(own.unit))
    return say("route.page.grade", grade=pay.grade) if pay and pay.is_graded else ""
