"""Answers as tables for spreadsheets and data frames, with the columns of docs/contracts.md, section 7.

A column means the same in every table. Cells are whole numbers, exact decimals or text;
``None`` stands for what is not known, never 0 and never "no". Several values in one
cell are set apart by `` | ``, the requirements of one missing set by `` + ``.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ladder.catalog.pay_gains import widest_range
from ladder.service_time import Month, print_known_month, print_month

if TYPE_CHECKING:
    from ladder.catalog.catalog import Catalog
    from ladder.catalog.steps import Step
    from ladder.eligibility.answers import Assessment, Move
    from ladder.paths.path_answers import PathAnswer
    from ladder.sources import Source
    from ladder.specification import ClassSpecification, Pay

Cell = int | str | Decimal | None

SEVERAL = " | "
TOGETHER = " + "

_PAY = ("pay_low", "pay_high", "pay_unit")
REACH_COLUMNS = ("from", "to", "title", "status", "months", "month", "file_month", "route", *_PAY, "source")
PATH_COLUMNS = ("ladder", "step", "from", "to", "kind", "hold_months", "months", "month", "route", *_PAY, "source")
ASSESS_COLUMNS = (
    *("target", "title", "status", "months", "month", "file_month", "routes", "missing", "conditions"),
    *_PAY,
    "source",
)
CLASS_COLUMNS = ("class", "title", "pay_plan", "pay_grade", *_PAY, "completeness", "revision", "source")
STEP_COLUMNS = (
    *("from", "to", "kind", "months", "at_most_months", "conditions", "certainty", "promotion", "partial"),
    *("requirement", "source"),
)


class Table(NamedTuple):
    """Rows of cells under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def assess_table(catalog: "Catalog", answers: "Iterable[Assessment]") -> Table:
    """Return one row a class asked about: when its qualifications are met, what is missing, on which conditions."""
    return Table(ASSESS_COLUMNS, tuple(_assess_row(catalog.classes[one.target], one) for one in answers))


def reach_table(catalog: "Catalog", found: "Iterable[tuple[str, Assessment]]") -> Table:
    """Return one row a ladder: the class it starts from, the class it leads to, when, and the pay there.

    The table of ``feeders`` is the same.
    """
    return Table(REACH_COLUMNS, tuple(_reach_row(catalog.classes[one.target], start, one) for start, one in found))


def path_table(catalog: "Catalog", answer: "PathAnswer") -> Table:
    """Return one row a step of each ladder, the best ladder first; ``months`` and ``month`` are when ``to`` is entered.

    Where there are ladders but no time is known, one row has the two classes and nothing
    of time. Without a ladder there is no row.
    """
    found = [one for one in (answer.best, *answer.alternatives) if one is not None]
    rows = [
        _step_row(catalog.classes[move.target_class], one, move, ladder=ladder, step=step)
        for ladder, one in enumerate(found, 1)
        for step, move in enumerate(one.steps, 1)
    ]
    if answer.best is not None and not rows:
        rows.append(_untimed_row(catalog.classes[answer.target], answer.start))
    return Table(PATH_COLUMNS, tuple(rows))


def class_table(found: "Iterable[ClassSpecification]") -> Table:
    """Return one row a class: title, pay, how much of it was read, date, source."""
    return Table(CLASS_COLUMNS, tuple(_class_row(one) for one in found))


def step_table(steps: "Iterable[Step]") -> Table:
    """Return one row a step of the ladder, as ``show`` lists it."""
    return Table(STEP_COLUMNS, tuple(_catalog_step_row(one) for one in steps))


def _assess_row(spec: "ClassSpecification", answer: "Assessment") -> tuple[Cell, ...]:
    return (
        answer.target,
        spec.title,
        answer.status.value,
        answer.months,
        print_known_month(answer.month),
        print_known_month(answer.file_month),
        _several(answer.routes),
        _several(TOGETHER.join(one) for one in answer.missing),
        _several(dict.fromkeys(f"{one.code} ({one.effect.value})" for one in answer.conditions)),
        *_pay(spec.pay),
        _sources(spec.source, spec.pay),
    )


def _reach_row(spec: "ClassSpecification", start: str, one: "Assessment") -> tuple[Cell, ...]:
    return (
        start,
        one.target,
        spec.title,
        one.status.value,
        one.months,
        print_known_month(one.month),
        print_known_month(one.file_month),
        _several(one.routes),
        *_pay(spec.pay),
        _sources((one.steps[-1].source if one.steps else None) or spec.source, spec.pay),
    )


def _step_row(
    spec: "ClassSpecification", one: "Assessment", move: "Move", *, ladder: int, step: int
) -> tuple[Cell, ...]:
    return (
        ladder,
        step,
        move.feeder_class,
        move.target_class,
        move.kind,
        move.hold_months,
        move.at_month,
        print_month(Month(one.as_of + move.at_month)),
        move.route or None,
        *_pay(spec.pay),
        _sources(move.source or spec.source, spec.pay),
    )


def _untimed_row(spec: "ClassSpecification", start: str) -> tuple[Cell, ...]:
    untimed = (None,) * 5
    return None, None, start, spec.class_id, *untimed, *_pay(spec.pay), _sources(spec.source, spec.pay)


def _class_row(spec: "ClassSpecification") -> tuple[Cell, ...]:
    plan, grade = (spec.pay.plan, spec.pay.grade) if spec.pay else (None, None)
    source = _sources(spec.source, spec.pay, graded=True)
    named = (spec.class_id, spec.title, plan, grade)
    return *named, *_pay(spec.pay), spec.completeness.value, spec.revision, source


def _catalog_step_row(step: "Step") -> tuple[Cell, ...]:
    return (
        step.feeder_class,
        step.target_class,
        step.kind.value,
        step.months,
        step.at_most_months,
        _several(step.conditions),
        step.certainty.value,
        _yes_or_no(is_true=step.promotion),
        _yes_or_no(is_true=step.partial),
        step.requirement,
        str(step.source),
    )


def _pay(pay: "Pay | None") -> tuple[Cell, Cell, Cell]:
    """Return the lowest and highest pay in the widest unit printed, and that unit."""
    widest = widest_range(pay)
    return (widest.low, widest.high, widest.unit.value) if widest else (None, None, None)


def _sources(source: "Source", pay: "Pay | None", *, graded: bool = False) -> str:
    """Return the source of the row, and that of its pay where the row tells pay and it was printed elsewhere."""
    told = [source, pay.source] if pay and (pay.ranges or graded) else [source]
    return SEVERAL.join(dict.fromkeys(map(str, told)))


def _several(values: Iterable[str]) -> str | None:
    return SEVERAL.join(values) or None


def _yes_or_no(*, is_true: bool) -> str:
    return "yes" if is_true else "no"
