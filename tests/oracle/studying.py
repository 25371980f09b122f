"""Hours and degrees month by month, and what they stand for (docs/semantics.md, C4 to C8, C14)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from tests.oracle.documents import Json, exact
from tests.oracle.person import Person

ABOVE_BACHELOR = ("master", "law", "doctorate")
HOURS_A_YEAR = 30
YEARS = {"associate": 2, "bachelor": 4}


class Degree(NamedTuple):
    """A degree from a month of the plan on."""

    level: str
    field: str | None
    month: int


class Study:
    """What one person has studied, at a rate of hours a year from the as-of month on."""

    def __init__(self, person: Person, hours_a_year: Fraction, conventions: Json) -> None:
        self.rate = hours_a_year / 12
        self.associate = conventions.get("associate_semester_hours", 60)
        self.bachelor = conventions.get("bachelor_semester_hours", 120)
        self.implies = conventions.get("advanced_degree_implies_bachelor", True)
        self.in_proportion = conventions.get("study_blocks") == "proportional"
        above, below = conventions.get("quarter_hour_ratio", (2, 3))
        told = person.education
        quarters = exact(told.get("quarter_hours", 0)) * Fraction(above, below)
        self.listed = exact(told.get("semester_hours", 0)) + quarters
        self.degrees = [Degree(one["level"], one.get("field"), 0) for one in told.get("degrees", [])]
        for event in person.events:
            if one := event.get("degree"):
                self.degrees.append(Degree(one["level"], one.get("field"), person.plan_month(event)))

    def hours(self, month: int) -> Fraction:
        """Return the semester hours held at a month: an associate degree is 60 at least when it comes.

        What is studied after it is added (docs/semantics.md, C5);
        a bachelor's is 120 at least.
        """
        held, since = self.listed, 0
        for one in sorted(self.degrees, key=lambda one: one.month):
            if one.level == "associate" and one.month <= month:
                held, since = max(held + self.rate * (one.month - since), Fraction(self.associate)), one.month
        held += self.rate * (month - since)
        return max(held, Fraction(self.bachelor)) if self.has_bachelor(month) else held

    def has_bachelor(self, month: int) -> bool:
        """Tell whether a bachelor's is held, or a higher degree implies it (docs/semantics.md, C7)."""
        return any(one.month <= month and self._serves("bachelor", one.level) for one in self.degrees)

    def _serves(self, asked: str, held: str) -> bool:
        """Tell whether a degree serves where a level is asked; a master's is met by a master's alone (reading 13)."""
        if asked == held:
            return True
        if asked == "bachelor":
            return held in ABOVE_BACHELOR and self.implies
        return asked == "associate" and (held == "bachelor" or (held in ABOVE_BACHELOR and self.implies))

    def blocks(self, rule: Json, month: int) -> Fraction:
        """Return the months that study gives: whole blocks up to the maximum (docs/semantics.md, C4)."""
        blocks = self.hours(month) / exact(rule["semester_hours"])
        if not self.in_proportion:
            blocks = Fraction(blocks.numerator // blocks.denominator)
        return min(blocks * exact(rule["months"]), exact(rule["at_most_months"]))

    def degree_in_field(self, rule: Json, month: int) -> Iterator[str | None]:
        """Yield, for each degree that serves, the condition it waits for; none where it waits for nothing."""
        fields = rule.get("fields", ())
        for one in self.degrees:
            if one.month > month or not self._serves(rule["degree"], one.level):
                continue
            if not fields or one.field in fields:
                yield None
            else:
                yield "CLOSELY_RELATED" if rule.get("or_closely_related") else "RELATED_FIELD"

    def years_left(self, rule: Json, month: int) -> Fraction:
        """Return the years of study left of an education requirement (docs/semantics.md, C22; reading 4)."""
        asked = Fraction(YEARS[rule["degree"]]) if rule.get("degree") else exact(rule["semester_hours"]) / HOURS_A_YEAR
        held = self.hours(month) / HOURS_A_YEAR
        return max(Fraction(0), asked - (held if self.in_proportion else Fraction(int(held))))

    def settled(self, most_hours: Fraction) -> int:
        """Return a month from which no further hour of study changes anything."""
        last = max((one.month for one in self.degrees), default=0)
        if not self.rate:
            return last
        return last + int(most_hours / self.rate) + 1
