"""Classes and steps as two sheets with typed columns: what every export is made of.

What is not known is ``None``, a truth value too: whether a step climbs a series is not
known where one of its classes stands in none. No column bears a name that a format keeps
for itself (id, label, source, target, key, type, weight, start, end).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ladder.answer_tables import class_table, step_table
from ladder.catalog.steps import Step
from ladder.service_time import print_exact
from ladder.specification import ClassSpecification

Value = str | int | Decimal | None
"""A text, a number, a truth value, or None where it is not known."""


class Kind(StrEnum):
    """What a column holds, whatever stands in it today."""

    TEXT = "text"
    COUNT = "count"
    MONTHS = "months"
    DOLLARS = "dollars"
    TRUTH = "truth"


class Column(NamedTuple):
    """A column: its name, the same in every format, and what it holds."""

    name: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of values under typed columns."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> Iterable[Mapping[str, Value]]:
        """Yield each row by the names of its columns."""
        names = [one.name for one in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class LadderSheets:
    """The classes, and the steps between them; ``about`` is the class whose neighbors alone they are, if any."""

    classes: Sheet
    steps: Sheet
    about: str | None = None

    def both(self) -> tuple[Sheet, Sheet]:
        """Return both sheets."""
        return self.classes, self.steps


CLASS_COLUMNS = (
    Column("class"),
    Column("title"),
    Column("jurisdiction"),
    Column("code"),
    Column("series"),
    Column("series_rank", Kind.COUNT),
    Column("occupational_group"),
    Column("bargaining_unit"),
    Column("pay_plan"),
    Column("pay_grade"),
    Column("pay_low", Kind.DOLLARS),
    Column("pay_high", Kind.DOLLARS),
    Column("pay_unit"),
    Column("completeness"),
    Column("is_programme", Kind.TRUTH),
    Column("revision"),
    Column("citation"),
)
STEP_COLUMNS = (
    Column("step", Kind.COUNT),
    Column("from"),
    Column("to"),
    Column("kind"),
    Column("months", Kind.MONTHS),
    Column("at_most_months", Kind.MONTHS),
    Column("conditions"),
    Column("certainty"),
    Column("promotion", Kind.TRUTH),
    Column("partial", Kind.TRUTH),
    Column("requirement"),
    Column("citation"),
)


def lay_out_sheets(classes: Iterable[ClassSpecification], steps: Iterable[Step]) -> LadderSheets:
    """Return the classes in their order, and the steps in theirs, counted from 1."""
    by_id = {spec.class_id: spec for spec in classes}
    drawn = tuple(steps)
    return LadderSheets(
        Sheet("classes", CLASS_COLUMNS, _rows(CLASS_COLUMNS, _class_records(by_id))),
        Sheet("steps", STEP_COLUMNS, _rows(STEP_COLUMNS, _step_records(drawn, by_id))),
    )


def neighborhood(sheets: LadderSheets, class_id: str) -> LadderSheets:
    """Return one class, the steps that lead to it and on from it, and the classes at their other ends."""
    ends = [column.name for column in STEP_COLUMNS].index("from")
    near = tuple(row for row in sheets.steps.rows if class_id in row[ends : ends + 2])
    named = {class_id, *(end for row in near for end in row[ends : ends + 2])}
    classes = tuple(row for row in sheets.classes.rows if row[0] in named)
    return LadderSheets(
        Sheet(sheets.classes.name, CLASS_COLUMNS, classes), Sheet(sheets.steps.name, STEP_COLUMNS, near), class_id
    )


def print_number(value: int | Decimal | Fraction) -> str:
    """Return a number in digits, exactly: ``24``, ``14.5``.

    >>> print_number(24), print_number(Decimal("14.50"))
    ('24', '14.5')
    """
    return print_exact(Fraction(value))


def print_value(value: Value, kind: Kind) -> str:
    """Return what is known as text, as formats without types write it: ``24``, ``yes``, a text as it is."""
    if kind is Kind.TRUTH:
        return "yes" if value else "no"
    return value if isinstance(value, str) else print_number(value or 0)


def _rows(columns: tuple[Column, ...], records: Iterable[Mapping[str, Value]]) -> tuple[tuple[Value, ...], ...]:
    names = [one.name for one in columns]
    return tuple(tuple(record[name] for name in names) for record in records)


def _class_records(classes: Mapping[str, ClassSpecification]) -> Iterable[Mapping[str, Value]]:
    told = class_table(classes.values())
    for spec, row in zip(classes.values(), told.rows, strict=True):
        known = dict(zip(told.columns, row, strict=True))
        yield {
            **known,
            "jurisdiction": spec.jurisdiction,
            "code": spec.code,
            "series": spec.series.name if spec.series else None,
            "series_rank": spec.series.rank if spec.series else None,
            "occupational_group": spec.occupational_group,
            "bargaining_unit": spec.bargaining_unit,
            "is_programme": spec.is_programme,
            "citation": known["source"],
        }


def _step_records(steps: tuple[Step, ...], classes: Mapping[str, ClassSpecification]) -> Iterable[Mapping[str, Value]]:
    told = step_table(steps)
    for place, (step, row) in enumerate(zip(steps, told.rows, strict=True), 1):
        known = dict(zip(told.columns, row, strict=True))
        ends = [classes.get(one) for one in (step.feeder_class, step.target_class)]
        yield {
            **known,
            "step": place,
            "promotion": step.promotion if all(one and one.series for one in ends) else None,
            "partial": step.partial if step.partial or all(ends) else None,
            "citation": known["source"],
        }
