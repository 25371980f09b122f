"""Hours and degrees month by month, and what they stand for (docs/semantics.md, C4 to C8, C14)."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from tests.oracle.documents import Json, exact
from tests.oracle.person import Person

ABOVE_BACHELOR = ("master", "law", "doctorate")
HOURS_A_YEAR = 30
YEARS = {"associate": 2, "bachelor": 4}


class Degree(NamedTuple):
    """A degree from a month of the plan on, less than 0 for earlier; without one it is held by the as-of month."""

    level: str
    field: str | None
    since: int | None

    @property
    def month(self) -> int:
        """The month of the plan in which it begins to be held."""
        return max(0, self.since or 0)

    def held(self, month: int, *, in_order: bool) -> bool:
        """Tell whether it is held in a month, also one before the as-of month (docs/semantics.md, C24).

        Where what has no month came ``in_order``, it was held ever before.
        """
        return is_held(self.since, month, in_order=in_order)


def is_held(since: int | None, month: int, *, in_order: bool) -> bool:
    """Tell whether something is held in a month, since a month or nobody says since when."""
    if since is not None:
        return since <= month
    return month >= 0 or in_order


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
        self.courses = [(one["field"], exact(one["semester_hours"])) for one in told.get("courses", [])]
        in_courses = sum((hours for _, hours in self.courses), Fraction(0))
        self.listed = max(exact(told.get("semester_hours", 0)), in_courses) + quarters
        since = person.held_since
        self.degrees = [
            Degree(one["level"], one.get("field"), since(one.get("month"))) for one in told.get("degrees", [])
        ]
        for event in person.events:
            if one := event.get("degree"):
                self.degrees.append(Degree(one["level"], one.get("field"), since(event["month"])))

    def hours_then(self, month: int, *, in_order: bool) -> Fraction:
        """Return the semester hours held in a month, also one before the as-of month (docs/semantics.md, C24)."""
        if month >= 0:
            return self.hours(month)
        return max(self.listed if in_order else Fraction(0), self.hours_of(self._held(month, in_order=in_order)))

    def hours_of(self, degrees: list[Degree]) -> Fraction:
        """Return what degrees count for in hours by themselves (docs/semantics.md, C5)."""
        levels = [one.level for one in degrees]
        hours = self.associate if "associate" in levels else 0
        is_bachelor = any(self._serves("bachelor", one) for one in levels)
        return Fraction(max(hours, self.bachelor) if is_bachelor else hours)

    def _held(self, month: int, *, in_order: bool) -> list[Degree]:
        return [one for one in self.degrees if one.held(month, in_order=in_order)]

    def schooled(self, month: int, *, in_order: bool) -> bool:
        """Tell whether high school is declared, or implied by a degree or by hours (docs/semantics.md, C32)."""
        hours = is_held(None, month, in_order=in_order) and self.listed > 0
        return hours or (self.rate > 0 and month > 0) or bool(self._held(month, in_order=in_order))

    @property
    def school_is_told(self) -> bool:
        """Tell whether high school is declared or planned."""
        return any(one.level == "high_school" for one in self.degrees)

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

    def blocks(self, rule: Json, month: int, counts: Callable[[str | None], bool]) -> Fraction:
        """Return the months that study gives: whole blocks up to the maximum (docs/semantics.md, C4).

        Where fields are named, only courses and degrees in a field that ``counts`` are looked at (C23).
        """
        held = self.hours(month)
        if rule.get("fields"):
            degrees = [one for one in self._held(month, in_order=False) if counts(one.field)]
            held = max(self.hours_in(counts), self.hours_of(degrees))
        blocks = held / exact(rule["semester_hours"])
        if not self.in_proportion:
            blocks = Fraction(blocks.numerator // blocks.denominator)
        return min(blocks * exact(rule["months"]), exact(rule["at_most_months"]))

    def hours_in(self, counts: Callable[[str | None], bool]) -> Fraction:
        """Return the hours of courses in a field that counts."""
        return sum((hours for field, hours in self.courses if counts(field)), Fraction(0))

    def serving(self, rule: Json, month: int, *, in_order: bool = False) -> list[Degree]:
        """Return the degrees held in a month that serve but for their field."""
        return [one for one in self._held(month, in_order=in_order) if self._serves(rule["degree"], one.level)]

    def years_left(self, rule: Json, month: int, counts: Callable[[str | None], bool]) -> Fraction:
        """Return the years of study left of an education requirement (docs/semantics.md, C22; reading 4)."""
        asked = Fraction(YEARS[rule["degree"]]) if rule.get("degree") else exact(rule["semester_hours"]) / HOURS_A_YEAR
        held = (self.hours_in(counts) if rule.get("fields") else self.hours(month)) / HOURS_A_YEAR
        return max(Fraction(0), asked - (held if self.in_proportion else Fraction(int(held))))

    def most_asked(self, rule: Json) -> Fraction:
        """Return hours beyond which no hour changes anything for an education."""
        return max(Fraction(120), exact(rule.get("semester_hours") or 0))

    def settled(self, most_hours: Fraction) -> int:
        """Return a month from which no further hour of study changes anything."""
        last = max((one.month for one in self.degrees), default=0)
        if not self.rate:
            return last
        return last + int(most_hours / self.rate) + 1
