"""What may stand for a requirement of a record: how much of it, and whether a cut let more of it stand."""

from ladder.qualifications import (
    DegreeSubstitution,
    ProgrammeSubstitution,
    Qualifications,
    ServiceSubstitution,
    StudySubstitution,
    Substitution,
)
from tests.reading.safety.hand_read_rows import NO_END


def most_months(one: Substitution) -> int:
    """Return the most months that a substitution stands for; without an end where the text prints none."""
    match one:
        case StudySubstitution():
            return one.at_most_months
        case DegreeSubstitution():
            return one.months
        case ProgrammeSubstitution():
            return NO_END
        case ServiceSubstitution():
            return NO_END if one.at_most_months is None else one.at_most_months


def stands_for_more(new: Qualifications, old: list[Qualifications], figures: set[int]) -> list[Substitution]:
    """Return the substitutions of a record that stand for more than any did before; ``figures`` were taken out."""
    before = [most_months(one) for rules in old for one in rules.substitutions]
    freed = any(months // 12 in figures or months in figures for months in before)
    return [one for one in new.substitutions if not freed and most_months(one) > max(before, default=0)]
