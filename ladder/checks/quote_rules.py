"""Quoted words: amounts that differ between words, figures and record, and units nobody printed."""

from collections.abc import Iterable, Iterator

from ladder.checks.findings import Spot, class_rule
from ladder.checks.places import experience_in, requirements_of, substitutions_of
from ladder.checks.quoted_figures import Study, figures_at_odds, quoted_months, quoted_study
from ladder.qualifications import (
    DegreeLevel,
    DegreeSubstitution,
    Education,
    ServiceSubstitution,
)
from ladder.service_time import spell_months
from ladder.sources import Severity
from ladder.specification import ClassSpecification

_MOST_MONTHS = 300
_DEGREES = tuple(DegreeLevel)


@class_rule(
    "FIGURES_AT_ODDS",
    Severity.ERROR,
    "A number in words and the figure beside it differ",
    why="Which of the two holds cannot be told from the document.",
    do="Ask the office that issued the document, or look at an earlier revision.",
)
def figures_in_words_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield quoted words such as "Five (4) years"."""
    for place, rule in requirements_of(spec):
        for words, figure in figures_at_odds(rule.source.quote or ""):
            yield Spot(place, f"in words {words}", f"in figures {figure}", rule.source)
    for place, one in substitutions_of(spec):
        for words, figure in figures_at_odds(one.source.quote or ""):
            yield Spot(place, f"in words {words}", f"in figures {figure}", one.source)


@class_rule(
    "MONTHS_AT_ODDS",
    Severity.ERROR,
    "The months recorded are not those of the words quoted",
    why="The record says one thing and its own citation another; every answer rests on the record.",
    do="Correct the months, or the quote.",
)
def months_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience whose months no amount of the quoted words, nor a sum of them, comes to."""
    for place, rule in experience_in(spec):
        printed = quoted_months(rule.source.quote or "")
        if printed and rule.months not in printed:
            words = " or ".join(spell_months(months) for months in sorted(printed))
            yield Spot(
                (*place, "months"), f"{rule.id} asks {spell_months(rule.months)}", f"quoted {words}", rule.source
            )


@class_rule(
    "STUDY_HOURS_AT_ODDS",
    Severity.ERROR,
    "The semester hours recorded are not those of the words quoted",
    why="Quarter hours read as semester hours ask for half as much again; another figure asks for anything.",
    do="Correct the hours; a quarter hour is two thirds of a semester hour.",
)
def study_hours_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield education whose hours the quoted words print in quarter hours only, or not at all."""
    for place, rule in requirements_of(spec):
        if isinstance(rule, Education) and rule.semester_hours is not None:
            printed = quoted_study(rule.source.quote or "")
            if printed and rule.semester_hours not in _in_semester_hours(printed):
                words = " or ".join(f"{one.hours} {one.unit}".strip() for one in printed)
                found = f"{rule.semester_hours} semester hours"
                yield Spot((*place, "semester_hours"), found, f"quoted {words} hours", rule.source)


@class_rule(
    "STUDY_UNIT_MISSING",
    Severity.INFO,
    "The document does not say whether hours of study are semester or quarter hours",
    why="They are read as semester hours; were they quarter hours, a third less would do.",
    do="Find out which are meant, and note it.",
)
def study_unit_missing(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield education whose quoted words print hours or units of no kind only."""
    for place, rule in requirements_of(spec):
        if isinstance(rule, Education) and rule.semester_hours is not None:
            printed = quoted_study(rule.source.quote or "")
            if printed and not any(one.unit for one in printed):
                found = f"{rule.semester_hours} semester hours"
                yield Spot((*place, "semester_hours"), found, f"quoted {printed[0].hours} of no unit", rule.source)


@class_rule(
    "SUBSTITUTION_MONTHS_AT_ODDS",
    Severity.ERROR,
    "The months of a substitution are not those of the words quoted",
    why="The record says one thing and its own citation another; every answer rests on the record.",
    do="Correct the months, or the quote.",
)
def substitution_months_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield degrees and service whose months no amount of the quoted words, nor a sum of them, comes to."""
    for place, one in substitutions_of(spec):
        if isinstance(one, DegreeSubstitution | ServiceSubstitution):
            printed = quoted_months(one.source.quote or "")
            if printed and one.months not in printed:
                words = " or ".join(spell_months(months) for months in sorted(printed))
                yield Spot(
                    (*place, "months"), f"{one.kind} of {spell_months(one.months)}", f"quoted {words}", one.source
                )


def _in_semester_hours(printed: Iterable[Study]) -> set[int]:
    """Return the hours as semester hours: quarter hours alone, turned into semester hours, are right."""
    return {one.hours * 2 // 3 if one.unit == "quarter" else one.hours for one in printed}
