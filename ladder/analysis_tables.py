"""The analysis of a whole ladder as one table and one JSON object: a row a finding, each told in a sentence."""

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from ladder.answer_json import Json, number, source_json
from ladder.answer_tables import SEVERAL, TOGETHER, Cell, Table
from ladder.eligibility.clocks import Amount
from ladder.errors import BadCallError, shorten
from ladder.measures.analysis import Analysis, Finding, Measure
from ladder.service_time import Month, print_exact, print_month
from ladder.telling.told_findings import ToldFindings

ANALYSIS_COLUMNS = ("class", "measure", "value", "classes", "sentence", "source")


def read_measures(names: Collection[str]) -> tuple[Measure, ...]:
    """Return the measures of these names.

    Raises:
        BadCallError: there is none of a name.

    """
    known = {one.value: one for one in Measure}
    for name in names:
        if name not in known:
            raise BadCallError(
                what=f"there is no measure {shorten(name)!r}", try_this=f"it is one of {', '.join(known)}"
            )
    return tuple(known[name] for name in names)


def analysis_table(told: ToldFindings) -> Table:
    """Return one row a finding; a pair of classes stands in one cell, joined by `` + ``."""
    return Table(ANALYSIS_COLUMNS, tuple(_row(told, one) for one in told.analysis.findings))


def _row(told: ToldFindings, one: Finding) -> tuple[Cell, ...]:
    return (
        TOGETHER.join(one.class_ids),
        one.measure.value,
        _cell(one.value),
        SEVERAL.join(one.classes) or None,
        told.sentence(one),
        str(one.source),
    )


def _cell(value: Amount | Decimal | str | None) -> Cell:
    return print_exact(value) if isinstance(value, Fraction) else value


def analysis_json(told: ToldFindings, shown: Analysis, *, as_of: Month, class_id: str | None = None) -> Json:
    """Return the findings shown, told first in a sentence or two of the whole, as ``ladder analyse`` puts them."""
    return {
        "as_of": print_month(as_of),
        "class": class_id,
        "classes": len(told.catalog.classes),
        "told": told.headline(class_id),
        "ladders_joined": told.analysis.joined,
        "ladders_timed": told.analysis.timed,
        "findings": [_finding_json(told, one) for one in shown.findings],
    }


def _finding_json(told: ToldFindings, one: Finding) -> Json:
    return {
        "class": TOGETHER.join(one.class_ids),
        "measure": one.measure.value,
        "value": _json_value(one.value),
        "classes": list(one.classes),
        "sentence": told.sentence(one),
        "source": source_json(one.source),
    }


def _json_value(value: Amount | Decimal | str | None) -> object:
    return str(value) if isinstance(value, Decimal | str) else number(value)
