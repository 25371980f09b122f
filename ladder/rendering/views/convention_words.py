"""The conventions of a jurisdiction as a report prints them: the switches, and the settled questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Conventions, Jurisdiction
from ladder.rendering.views.report_tables import ReportTable
from ladder.rendering.views.segments import plain
from ladder.service_time import print_exact
from ladder.telling.messages import say


@dataclass(frozen=True, slots=True)
class ConventionsView:
    """What was taken as settled for one jurisdiction: its switches in words, and its questions.

    ``questions`` is null where the jurisdiction records none.
    """

    jurisdiction: str
    settings: tuple[str, ...]
    questions: ReportTable | None


def conventions_used(catalog: Catalog, class_ids: Iterable[str]) -> tuple[ConventionsView, ...]:
    """Return the conventions of every jurisdiction that these classes are of, each once."""
    found = {one.partition("/")[0]: catalog.jurisdiction_of(one) for one in class_ids}
    return tuple(_conventions(one) for one in found.values())


def _conventions(jurisdiction: Jurisdiction) -> ConventionsView:
    notes = jurisdiction.convention_notes
    table = ReportTable(
        caption=say("convention.settled", place=jurisdiction.name),
        headings=tuple(say(f"convention.{one}") for one in ("number", "question", "answer", "basis")),
        rows=tuple((plain(one.id), plain(one.question), plain(one.answer), plain(one.basis)) for one in notes),
    )
    return ConventionsView(jurisdiction.name, _settings(jurisdiction.conventions), table if notes else None)


def _settings(switches: Conventions) -> tuple[str, ...]:
    implied = "implied" if switches.advanced_degree_implies_bachelor else "not_implied"
    return (
        *(say(f"convention.{one}.{getattr(switches, one)}") for one in _COUNTING),
        say("convention.bachelor", hours=switches.bachelor_semester_hours),
        say("convention.associate", hours=switches.associate_semester_hours),
        say("convention.quarter", part=print_exact(Fraction(*switches.quarter_hour_ratio))),
        say(f"convention.{implied}"),
        say(f"convention.equivalents.{switches.equivalents}"),
    )


_COUNTING = ("part_time", "overlap", "rounding", "day_rule", "study_blocks")
"""Conventions that are one of several answers, in the order in which they are told."""
