"""Measures of the whole ladder, and of one person before it, as JSON and as tables of the same rows.

Each measure is one list in the JSON object, and one table by the same name. What a JSON
row tells in an object (``pay_gain``, ``if_conditions_met``) fills several columns of the
table; all else is one column by the name of its key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladder.answer_json import (
    Json,
    assessment_json,
    if_conditions_met_json,
    next_class_json,
    number,
    pay_gain_json,
    source_json,
)
from ladder.answer_tables import SEVERAL, TOGETHER, Cell, Table, assess_table
from ladder.catalog.pay_gains import PayGain
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.measures.breaks import Break
from ladder.measures.counts import JurisdictionCount
from ladder.measures.ladder_lengths import TimedLadder
from ladder.measures.personal_progress import Progress
from ladder.measures.single_changes import SingleChange, SingleChanges
from ladder.measures.step_times import StepTime
from ladder.measures.whole_ladder import LadderMeasures
from ladder.paths.next_classes import NextClass
from ladder.qualifications import Requirement
from ladder.requirement_references import reference_to
from ladder.service_time import print_exact, print_known_month, print_month
from ladder.sources import Source
from ladder.specification import Completeness
from ladder.telling.changes import deed_in_words


@dataclass(frozen=True, slots=True)
class _IfMet:
    """What an answer would be were asked conditions true; nothing where they change nothing."""

    answer: Assessment | None


@dataclass(frozen=True, slots=True)
class _Gain:
    """What one class pays more than another; nothing where they cannot be compared."""

    gain: PayGain | None


Listable = tuple[str, ...] | tuple[tuple[str, ...], ...]
Value = int | str | Decimal | Fraction | Source | _Gain | _IfMet | Listable | None

_TIME = ("status", "months", "proved_months", "month", "if_conditions_met")
_SPREAD = {
    "pay_gain": ("pay_gain_low", "pay_gain_high", "pay_gain_unit"),
    "if_conditions_met": ("months_if_met", "conditions_if_met"),
}
"""The columns that an object of a JSON row fills."""


class Listed(NamedTuple):
    """One measure: rows of values under the names of their JSON keys."""

    keys: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def json(self) -> list[Json]:
        """Return the rows as JSON objects."""
        return [dict(zip(self.keys, map(_json_value, row), strict=True)) for row in self.rows]

    def table(self) -> Table:
        """Return the rows as a table."""
        columns = tuple(column for key in self.keys for column in _SPREAD.get(key, (key,)))
        return Table(columns, tuple(tuple(cell for value in row for cell in _cells(value)) for row in self.rows))


class Measured(NamedTuple):
    """Measures for programs: one JSON object, and a table for each of its lists."""

    json: Json
    tables: Mapping[str, Table]


def tabulate_ladder(case: Case, found: LadderMeasures) -> Measured:
    """Return the measures of all classes; ``case`` is that which they were taken of."""
    lists = {
        "jurisdictions": _jurisdictions(case, found),
        "entries": _entries(case, found),
        "one_feeder": _one_feeder(case, found),
        "degrees_asked": _degrees_asked(case, found),
        "dead_ends": _dead_ends(case, found),
        "not_whole": _not_whole(found),
        "step_times": _step_times(found.step_times),
        "most_steps": _ladders(found.most_steps),
        "most_months": _ladders(found.most_months.ladders),
        "breaks": _breaks(case, found.breaks),
        "gatekeepers": _gatekeepers(case, found),
    }
    counted: Json = {
        "as_of": print_month(case.history.as_of),
        "ladders_joined": found.most_months.joined,
        "ladders_timed": found.most_months.timed,
    }
    told = {name: one.json() for name, one in lists.items()}
    return Measured(counted | told, {name: one.table() for name, one in lists.items()})


def tabulate_progress(case: Case, found: Progress) -> Measured:
    """Return the measures of a person; ``case`` is that which they were taken of."""
    catalog, changes = case.catalog, found.changes
    lists = {
        "one_step_on": _classes(case, found.one_step_on),
        "met_now": _classes(case, found.met_now),
        "changes": _changes(case, changes),
    }
    told: Json = {
        "as_of": print_month(case.history.as_of),
        "assessments": [assessment_json(catalog, one) for one in found.answers],
        "next": [next_class_json(catalog, one) for one in found.doors],
        "changes_toward": changes.base.target if changes else None,
        "feeders_left_out": changes.feeders_left_out if changes else 0,
    }
    tables = {
        "assessments": assess_table(catalog, found.answers),
        "next": _next(case, found.doors).table(),
        **{name: one.table() for name, one in lists.items()},
    }
    return Measured(told | {name: one.json() for name, one in lists.items()}, tables)


# ------------------------------------------------------------------ the whole ladder


def _jurisdictions(case: Case, found: LadderMeasures) -> Listed:
    keys = tuple(one.value.replace("-", "_") for one in Completeness)
    rows: list[tuple[Value, ...]] = [
        (one.jurisdiction, case.catalog.jurisdiction(one.jurisdiction).name, one.classes, *_numbers(one), one.steps)
        for one in found.counts
    ]
    return Listed(("jurisdiction", "name", "classes", *keys, "steps"), tuple(rows))


def _numbers(one: JurisdictionCount) -> tuple[int, ...]:
    return tuple(one.by_completeness[completeness] for completeness in Completeness)


def _entries(case: Case, found: LadderMeasures) -> Listed:
    rows = (
        (*_named(case, one.class_id), tuple(_references(one.class_id, way) for way in one.ways), source)
        for one in found.entries
        for source in [case.catalog.classes[one.class_id].source]
    )
    return Listed(("class", "title", "ways", "source"), tuple(rows))


def _references(class_id: str, way: Iterable[Requirement]) -> tuple[str, ...]:
    return tuple(reference_to(class_id, rule.id) for rule in way)


def _one_feeder(case: Case, found: LadderMeasures) -> Listed:
    rows = (
        (*_named(case, one.class_id), one.feeder_class, one.is_open, case.catalog.classes[one.class_id].source)
        for one in found.one_feeder
    )
    return Listed(("class", "title", "from", "open", "source"), tuple(rows))


def _degrees_asked(case: Case, found: LadderMeasures) -> Listed:
    rows = (
        (*_named(case, one.class_id), one.degree.value, case.catalog.classes[one.class_id].source)
        for one in found.degrees_asked
    )
    return Listed(("class", "title", "degree", "source"), tuple(rows))


def _dead_ends(case: Case, found: LadderMeasures) -> Listed:
    rows = (
        (*_named(case, one.class_id), one.is_entered, case.catalog.classes[one.class_id].source)
        for one in found.dead_ends
    )
    return Listed(("class", "title", "entered", "source"), tuple(rows))


def _not_whole(found: LadderMeasures) -> Listed:
    rows = ((one.class_id, one.title, one.completeness.value, one.source) for one in found.not_whole)
    return Listed(("class", "title", "completeness", "source"), tuple(rows))


def _step_times(times: Iterable[StepTime]) -> Listed:
    rows = (
        (
            one.step.feeder_class,
            one.step.target_class,
            *_time(one.answer),
            _Gain(one.gain),
            one.dollars_a_month,
            one.step.source,
        )
        for one in times
    )
    return Listed(("from", "to", *_TIME, "pay_gain", "pay_gain_per_month", "source"), tuple(rows))


def _ladders(ladders: Iterable[TimedLadder]) -> Listed:
    rows = ((one.classes, len(one.classes) - 1, *_time(one.answer), _Gain(one.gain)) for one in ladders)
    return Listed(("classes", "steps", *_TIME, "pay_gain"), tuple(rows))


def _breaks(case: Case, breaks: Iterable[Break]) -> Listed:
    rows = (
        (
            *_named(case, one.target),
            "unknown" if one.is_unknown else "unreachable",
            one.missing,
            tuple(condition.code for condition in one.unseen),
            _IfMet(one.soonest_if_met),
            one.tried,
            one.starts,
            case.catalog.classes[one.target].source,
        )
        for one in breaks
    )
    keys = ("class", "title", "status", "missing", "unseen", "if_conditions_met", "tried", "starts", "source")
    return Listed(keys, tuple(rows))


def _gatekeepers(case: Case, found: LadderMeasures) -> Listed:
    rows = (
        (*_named(case, one), tuple(sorted(kept)), case.catalog.classes[one].source)
        for one, kept in sorted(found.keepers.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )
    return Listed(("class", "title", "classes", "source"), tuple(rows))


# ------------------------------------------------------------------ one person


def _classes(case: Case, found: Iterable[str]) -> Listed:
    return Listed(("class", "title"), tuple(_named(case, one) for one in found))


def _next(case: Case, doors: Iterable[NextClass]) -> Listed:
    rows = (
        (
            *_named(case, one.answer.target),
            one.answer.months,
            print_known_month(one.answer.month),
            _Gain(one.pay_gain),
            case.catalog.classes[one.answer.target].source,
        )
        for one in doors
    )
    return Listed(("target", "title", "months", "month", "pay_gain", "source"), tuple(rows))


def _changes(case: Case, changes: SingleChanges | None) -> Listed:
    keys = ("kind", "what", "saves", "months_saved", *_TIME, "new_conditions")
    detail = ("condition", "degree", "field", "semester_hours", "class")
    rows = (_change(case, one, changes.base) for one in changes.changes) if changes else ()
    return Listed((*keys, *detail), tuple(rows))


def _change(case: Case, one: SingleChange, base: Assessment) -> tuple[Value, ...]:
    deed, before, after = one.what, base.months, one.answer.months
    return (
        deed.kind.value,
        deed_in_words(case, deed),
        one.saves(base),
        None if before is None or after is None else before - after,
        *_time(one.answer),
        one.leans_on,
        deed.condition.code if deed.condition else None,
        deed.degree.level.value if deed.degree else None,
        deed.degree.field if deed.degree else None,
        deed.semester_hours,
        deed.class_id or None,
    )


# ------------------------------------------------------------------ values


def _named(case: Case, class_id: str) -> tuple[str, str]:
    return class_id, case.catalog.classes[class_id].title


def _time(answer: Assessment) -> tuple[Value, ...]:
    month = print_known_month(answer.month)
    return answer.status.value, answer.months, answer.proved_months, month, _IfMet(answer)


def _json_value(value: Value) -> object:
    told: object = value
    match value:
        case Source():
            told = source_json(value)
        case _IfMet():
            told = if_conditions_met_json(value.answer) if value.answer else None
        case _Gain():
            told = pay_gain_json(value.gain)
        case Decimal():
            told = str(value)
        case Fraction():
            told = number(value)
        case tuple():
            told = [list(one) if isinstance(one, tuple) else one for one in value]
    return told


def _cells(value: Value) -> tuple[Cell, ...]:
    """Return the cells of a value: of what spreads over several columns, one for each."""
    if isinstance(value, _IfMet):
        met = value.answer and value.answer.if_conditions_met
        return (met.months, SEVERAL.join(met.conditions)) if met else (None, None)
    if isinstance(value, _Gain):
        gain = value.gain
        return (gain.low, gain.high, gain.unit.value) if gain else (None, None, None)
    return (_cell(value),)


def _cell(value: int | str | Decimal | Fraction | Source | Listable | None) -> Cell:
    told: Cell = None
    match value:
        case Source():
            told = str(value)
        case Fraction():
            told = _exact(value)
        case tuple():
            told = SEVERAL.join(one if isinstance(one, str) else TOGETHER.join(one) for one in value) or None
        case bool():
            told = "yes" if value else "no"
        case _:
            told = value
    return told


def _exact(amount: Fraction) -> Cell:
    """Return an exact number; as text where no decimal ends."""
    digits = print_exact(amount)
    if "/" in digits:
        return digits
    return Decimal(digits) if "." in digits else int(digits)
