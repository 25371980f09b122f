"""A path as flights of stairs: each class, from which month, how long it is held, what it pays and gains."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.pay_gains import PayGain, pay_gain, pays_in_one_unit, widest_range
from ladder.catalog.steps import Classes
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


def flights_of(answer: Assessment, classes: Classes) -> Flights:
    """Return the flights of an answer that has moves, between classes of a catalog."""
    moves = answer.steps
    specs = [classes[one] for one in (moves[0].feeder_class, *(move.target_class for move in moves))]
    holds = [*(move.hold_months for move in moves), 0]
    starts = [0, *(move.at_month for move in moves)]
    scale = _Scale.of(specs)
    return Flights(tuple(_flights(answer.as_of, specs, holds, starts, scale)), scale.unit)


class _Scale(NamedTuple):
    """The pay of each class that height goes by, from nothing to the highest; none where each flight is one step."""

    pays: tuple[PayRange, ...]

    @classmethod
    def of(cls, specs: Iterable[ClassSpecification]) -> "_Scale":
        """Return the scale of these classes."""
        pays = pays_in_one_unit(spec.pay for spec in specs)
        return cls(pays if any(one.low for one in pays) else ())

    @property
    def unit(self) -> PayUnit | None:
        """The unit of pay."""
        return self.pays[0].unit if self.pays else None

    def height(self, place: int) -> Fraction | None:
        """Return the share of the highest pay of one class."""
        if not self.pays:
            return None
        return Fraction(self.pays[place].low) / Fraction(max(one.low for one in self.pays))

    def told(self, place: int, pay: Pay | None) -> str:
        """Return what a class pays at the start: on the scale without its unit, which the scale names."""
        if self.pays:
            return spell_dollars(self.pays[place].low)
        return _starting_pay(pay, widest_range(pay))


def _flights(
    as_of: Month, specs: Sequence[ClassSpecification], holds: Sequence[int], starts: Sequence[int], scale: _Scale
) -> Iterator[Flight]:
    before: Pay | None = None
    for place, (spec, held, start) in enumerate(zip(specs, holds, starts, strict=True)):
        gain, pay = _gain(before, spec.pay, scale.unit), scale.told(place, spec.pay)
        yield Flight(
            title=spec.title,
            pay=pay,
            gain=signed_gain(gain),
            is_loss=gain is not None and gain.is_loss,
            month=Month(as_of + start),
            at=start,
            months=held,
            height=scale.height(place),
            is_open=not pay,
        )
        before = spec.pay


def _gain(before: Pay | None, pay: Pay | None, unit: PayUnit | None) -> PayGain | None:
    """Return what a class pays more or less at the start than the one before, in the unit that its pay is told in."""
    gain, own = pay_gain(before, pay), widest_range(pay)
    return gain if gain and own and gain.unit is (unit or own.unit) and gain.low else None


def _starting_pay(pay: Pay | None, own: PayRange | None) -> str:
    """Return the lowest figure with its unit, else the grade; '' where there is neither."""
    if own:
        return say("pay.figure", amount=spell_dollars(own.low), unit=spell_unit(own.unit))
    return say("route.page.grade", grade=pay.grade) if pay and pay.is_graded else ""
