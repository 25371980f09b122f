"""The conventions of a jurisdiction as a report prints them: the switches, and the settled questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import (
    Conventions,
    DayRule,
    Equivalents,
    Jurisdiction,
    Overlap,
    PartTime,
    Rounding,
    StudyBlocks,
)
from ladder.rendering.views.report_tables import ReportTable
from ladder.rendering.views.segments import plain

_PART_TIME = {
    PartTime.PRORATED: "A month at less than full time counts for its share of a month.",
    PartTime.WHOLE: "A month at less than full time counts as a whole month.",
}
_OVERLAP = {
    Overlap.CAPPED: "Jobs held in the same month count together for at most one month.",
    Overlap.ADDED: "Jobs held in the same month are added up, above one month too.",
}
_ROUNDING = {
    Rounding.NEVER_UP: "Months held are never rounded up.",
    Rounding.NEAREST_MONTH: "Months held are rounded to the nearest whole month.",
}
_DAYS = {
    DayRule.FIRST_DAY: "A month counts for what was held on its first day, if service covers every day of it.",
    DayRule.HALF_MONTH: "A month counts for what was held on its 15th day.",
    DayRule.DAYS: "A month counts for the days held, over the days of the month.",
}
_BLOCKS = {
    StudyBlocks.WHOLE: "Study counts in whole blocks only.",
    StudyBlocks.PROPORTIONAL: "Part of a block of study earns part of its months.",
}
_EQUIVALENTS = {
    Equivalents.ASKED: "Service declared as equivalent counts only once a person has judged it so.",
    Equivalents.COUNTED: "Service declared as equivalent counts without waiting for a person's judgement.",
}


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
        caption=f"Questions settled for {jurisdiction.name}",
        headings=("No.", "Question", "Answer", "Basis"),
        rows=tuple((plain(one.id), plain(one.question), plain(one.answer), plain(one.basis)) for one in notes),
    )
    return ConventionsView(jurisdiction.name, _settings(jurisdiction.conventions), table if notes else None)


def _settings(switches: Conventions) -> tuple[str, ...]:
    numerator, denominator = switches.quarter_hour_ratio
    implied = "is" if switches.advanced_degree_implies_bachelor else "is not"
    return (
        _PART_TIME[switches.part_time],
        _OVERLAP[switches.overlap],
        _ROUNDING[switches.rounding],
        _DAYS[switches.day_rule],
        _BLOCKS[switches.study_blocks],
        f"A bachelor's degree counts as {switches.bachelor_semester_hours} semester hours at least.",
        f"An associate degree counts as {switches.associate_semester_hours} semester hours at least.",
        f"A quarter hour is {numerator}/{denominator} of a semester hour.",
        f"A bachelor's degree {implied} taken as held where a higher degree is listed.",
        _EQUIVALENTS[switches.equivalents],
    )
