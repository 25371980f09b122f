"""What a profile says, read from its plain dict by the oracle alone.

Amounts are whole numbers where they can be, exact fractions otherwise. Months of a
plan count from the as-of month, which is 0.
"""

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
Amount = int | Fraction
ELSEWHERE = "a class that is none of ours"


def number(value: object) -> Amount:
    """Read digits exactly."""
    exact = Fraction(str(value))
    return exact.numerator if exact.denominator == 1 else exact


def calendar_month(text: str, *, begins: bool = False) -> int:
    """Count months from the year 0; a beginning after the first of a month is the next month's."""
    parts = [int(part) for part in text.split("-")]
    late = begins and len(parts) > 2 and parts[2] > 1
    return parts[0] * 12 + parts[1] - 1 + late


@dataclass(frozen=True, slots=True)
class Work:
    """A job: what it is in, what it is declared to count toward, what share of full time."""

    key: str
    class_id: str | None
    target: str | None = None
    declared: frozenset[str] = frozenset()
    fte: Amount = 1
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Spell:
    """A past job's months: a length without dates, or the calendar months it covers."""

    work: Work
    months: Amount | None
    covers: range


@dataclass(frozen=True, slots=True)
class Person:
    """Everything that one profile declares."""

    past: tuple[Spell, ...] = ()
    present: tuple[Work, ...] = ()
    standing: Json = field(default_factory=dict)
    semester_hours: Amount = 0
    quarter_hours: Amount = 0
    degrees: tuple[tuple[int, str, str | None], ...] = ()
    programmes: Json = field(default_factory=dict)
    licences: tuple[str, ...] | None = None
    shares: tuple[tuple[int, Amount], ...] = ()
    leaves: tuple[range, ...] = ()

    def holds(self, standing: str, jurisdiction: str) -> bool | None:
        """Tell whether the standing is held in a jurisdiction; null where it is not declared."""
        told = self.standing.get(standing)
        if isinstance(told, bool):
            homes = {work.class_id.partition("/")[0] for work in self.present if work.class_id}
            return told if not homes or jurisdiction in homes else None
        return True if told and jurisdiction in told else None

    def share(self, work: Work, month: int) -> Amount:
        """Return the share of full time that planned work is done at in a month of the plan."""
        if any(month in leave for leave in self.leaves):
            return 0
        told = [share for since, share in self.shares if since <= month]
        return told[-1] if told else work.fte

    @property
    def settled(self) -> int:
        """The month from which shares of full time no longer change."""
        return max([0, *(since for since, _ in self.shares), *(leave.stop for leave in self.leaves)])


def read_person(profile: Json, known: frozenset[str]) -> Person:
    """Read a profile whose class names are ids among those known."""
    as_of = calendar_month(profile["as_of"])
    jobs = profile.get("jobs", [])
    present = profile.get("present")
    if present is None:
        present = [job for job in jobs if job.get("start") and not job.get("end")]
    events = profile.get("events", [])
    study = profile.get("education", {})
    degrees = [(0, one) for one in study.get("degrees", [])]
    degrees += [(_plan_month(one, as_of), one["degree"]) for one in events if "degree" in one]
    return Person(
        past=tuple(_spell(job, f"job {place}", known, as_of) for place, job in enumerate(jobs)),
        present=tuple(
            _work(one, f"present {place}", known, planned=True)
            for place, one in enumerate(present if isinstance(present, list) else [present])
        ),
        standing=profile.get("standing", {}),
        semester_hours=number(study.get("semester_hours", 0)),
        quarter_hours=number(study.get("quarter_hours", 0)),
        degrees=tuple((month, one["level"], one.get("field")) for month, one in degrees),
        programmes=_programmes(profile, as_of),
        licences=None if profile.get("licences") is None else tuple(profile["licences"]),
        shares=tuple(sorted((_plan_month(one, as_of), number(one["fte"])) for one in events if "fte" in one)),
        leaves=tuple(
            range(_plan_month(one, as_of), _plan_month(one, as_of) + one["leave_months"])
            for one in events
            if "leave_months" in one
        ),
    )


def _plan_month(event: Json, as_of: int) -> int:
    return max(0, calendar_month(event["month"], begins=True) - as_of)


def _work(job: Json, key: str, known: frozenset[str], *, planned: bool = False) -> Work:
    target = job.get("target_class")
    return Work(
        key=key,
        class_id=job.get("class"),
        target=target if target is None or target in known else ELSEWHERE,
        declared=frozenset(job.get("counts_toward", [])),
        fte=number(job.get("fte", 1)),
        planned=planned,
    )


def _spell(job: Json, key: str, known: frozenset[str], as_of: int) -> Spell:
    work = _work(job, key, known)
    if "start" not in job:
        return Spell(work, number(job["months"]), range(0))
    end = calendar_month(job["end"]) if job.get("end") else as_of
    return Spell(work, None, range(calendar_month(job["start"], begins=True), end))


def _programmes(profile: Json, as_of: int) -> Json:
    """Return what is known of each programme: approval, and the month it is complete, if told."""
    found: Json = {}
    for one in profile.get("programs", []):
        done = 0 if one.get("completed") else one.get("months_remaining")
        found[one["name"]] = {"approved": one.get("approved"), "done": done}
    for event in profile.get("events", []):
        if name := event.get("program_completed"):
            told = found.setdefault(name, {"approved": None, "done": None})
            months = [_plan_month(event, as_of)] + ([] if told["done"] is None else [told["done"]])
            found[name] = told | {"done": min(months)}
    return found


@dataclass(frozen=True, slots=True)
class Slot:
    """Months alike: the jobs held in each, at which share, and the most that a month can count."""

    held: tuple[tuple[Work, Amount], ...]
    most: Amount | None = None

    def counting(self, keys: frozenset[str]) -> Amount:
        """Return what one such month counts where only the jobs with these keys do."""
        total = sum(share for work, share in self.held if work.key in keys)
        return total if self.most is None else min(total, self.most)


def past_slots(person: Person, conventions: Json) -> list[tuple[Slot, Amount]]:
    """Return the past as slots with how many months of each: undated jobs, then month by month."""
    whole = conventions.get("part_time") == "whole"
    most = None if conventions.get("overlap") == "added" else 1
    slots: list[tuple[Slot, Amount]] = []
    calendar: dict[int, list[tuple[Work, Amount]]] = {}
    for spell in person.past:
        share = 1 if whole else spell.work.fte
        if spell.months is not None:
            slots.append((Slot(((spell.work, share),)), spell.months))
        for month in spell.covers:
            calendar.setdefault(month, []).append((spell.work, share))
    alike = Counter(tuple(held) for held in calendar.values())
    return [*slots, *((Slot(held, most), months) for held, months in alike.items())]


def planned_slot(person: Person, works: tuple[Work, ...], month: int, conventions: Json) -> Slot | None:
    """Return what one month of the plan holds; null where no work is done in it."""
    whole = conventions.get("part_time") == "whole"
    shares = [(work, person.share(work, month)) for work in works]
    held = tuple((work, 1 if whole else share) for work, share in shares if share)
    return Slot(held, None if conventions.get("overlap") == "added" else 1) if held else None
