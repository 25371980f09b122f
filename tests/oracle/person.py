"""One person as the profile declares them: jobs, standing, study, programs, and what is planned."""

from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from tests.oracle.documents import Json, exact
from tests.oracle.month_grid import Row, first_month_of, first_of, held_by_month, read_month, read_row

ANOTHER = "another class"


class Job(NamedTuple):
    """Work of one kind: where, with which target class, declared for what; planned, or done before the as-of month.

    Where it matters, ``when`` is a month of the plan in which it was not begun before, or ``undated`` holds.
    """

    number: int
    class_id: str | None
    target: str | None = None
    declared: frozenset[str] = frozenset()
    share: Fraction = Fraction(1)
    planned: bool = False
    when: int | None = None
    undated: bool = False

    @property
    def whenever(self) -> "Job":
        """The same work at any time."""
        return self._replace(when=None, undated=False)


class Licence(NamedTuple):
    """A license from a month of the plan on; without a month it is held by the as-of month."""

    name: str
    month: int | None


class Person:
    """The profile of a case; ``start`` is the class that replaces the present one (docs/semantics.md, section 4)."""

    def __init__(self, profile: Json, classes: frozenset[str], start: str | None = None) -> None:
        self.profile = profile
        self.classes = classes
        self.as_of = read_month(profile["as_of"])
        self.start = start
        self.education: Json = profile.get("education", {})
        self.events: list[Json] = profile.get("events", [])

    # ------------------------------------------------------------------ work

    @cached_property
    def past(self) -> list[tuple[Job, Json]]:
        """Past jobs, each with its own text."""
        return [(self._job(text, number), text) for number, text in enumerate(self.profile.get("jobs", []), 1)]

    @cached_property
    def present(self) -> list[Job]:
        """The jobs that go on from the as-of month: those declared, else the open ones (docs/contracts.md, profile)."""
        told = self.profile.get("present")
        if told is None:
            texts = [text for _, text in self.past if text.get("start") and not text.get("end")]
        else:
            texts = told if isinstance(told, list) else [told]
        found = [self._job(text, -place)._replace(planned=True) for place, text in enumerate(texts, 1)]
        return found if self.start is None else [self._from_start(found)]

    def _from_start(self, found: list[Job]) -> Job:
        """Return the job in the class that the path starts from: the present one if it is that, else its FTE alone."""
        for job in found:
            if job.class_id == self.start:
                return job
        return Job(-1, self.start, share=found[0].share if found else Fraction(1), planned=True)

    def _job(self, text: Json, number: int) -> Job:
        target = text.get("target_class")
        return Job(
            number,
            text.get("class"),
            target if target is None or target in self.classes else ANOTHER,
            frozenset(text.get("counts_toward", ())),
            exact(text.get("fte", 1)),
        )

    def dated(self, rule: str) -> list[tuple[int, list[tuple[Job, Fraction]]]]:
        """Return each past month, less than 0: the jobs that it counts for, and the part of it (C19)."""
        jobs = [(job, text) for job, text in self.past if text.get("start")]
        rows = [read_row(text["start"], text.get("end"), self.as_of) for _, text in jobs]
        goes_on = [Row(first_of(self.as_of), None)] if self.present else []
        grid = held_by_month(rows, goes_on, self.as_of, rule)
        return [
            (month - self.as_of, [(jobs[place][0], part) for place, part in held.items()])
            for month, held in grid.items()
        ]

    def undated(self) -> list[tuple[Job, Fraction]]:
        """Return the jobs given in months without dates; they are consecutive (docs/semantics.md, C2)."""
        return [(job, exact(text["months"])) for job, text in self.past if not text.get("start")]

    def shares(self, month: int, job: Job) -> Fraction:
        """Return the share of full time at which a job goes on in a month of the plan; leave is none."""
        share = job.share
        for event in sorted(self.events, key=lambda one: read_month(one["month"])):
            begins = self.plan_month(event)
            if "fte" in event and begins <= month:
                share = exact(event["fte"])
            if "leave_months" in event and self._on_leave(event, month):
                return Fraction(0)
        return share

    def _on_leave(self, event: Json, month: int) -> bool:
        begins = read_month(event["month"]) - self.as_of
        months: int = event["leave_months"]
        return begins <= month < begins + months

    @cached_property
    def last_change(self) -> int:
        """The month of the plan from which everything planned has happened."""
        ends = [self.plan_month(one) + one.get("leave_months", 0) for one in self.events]
        ends += [one.get("months_remaining") or 0 for one in self.profile.get("programs", [])]
        return max(ends, default=0)

    def plan_month(self, event: Json) -> int:
        """Return the month of the plan in which an event happens; 0 is the as-of month."""
        return max(0, read_month(event["month"]) - self.as_of)

    # ------------------------------------------------------------------ standing, programs, licenses

    def standing(self, name: str, jurisdiction: str) -> bool | None:
        """Return whether a standing is held in a jurisdiction, none where it is not declared there."""
        told = self.profile.get("standing", {}).get(name)
        if isinstance(told, list):
            return True if jurisdiction in told else None
        held_in = {job.class_id.partition("/")[0] for job in self.present if job.class_id}
        return told if not held_in or jurisdiction in held_in else None

    def program_end(self, name: str) -> int | str | None:
        """Return the month in which a program is complete, ``unknown`` where it is listed and none is told.

        None where the profile does not list it. The earliest of what is told holds
        (docs/semantics.md, C30).
        """
        listed = [one for one in self.profile.get("programs", []) if one["name"] == name]
        ends = [self.plan_month(one) for one in self.events if one.get("program_completed") == name]
        for one in listed:
            if one.get("completed"):
                ends.append(0)
            elif one.get("months_remaining") is not None:
                ends.append(one["months_remaining"])
        return min(ends) if ends else "unknown" if listed else None

    def held_since(self, month: str | None) -> int | None:
        """Return the month of the plan from which something dated is held, less than 0 for earlier.

        A day after the first is not held on the first of its month: the next one is the first that it is held in.
        """
        return None if month is None else first_month_of(month) - self.as_of

    @property
    def declares_licenses(self) -> bool:
        """Tell whether anything is declared of the licenses held now."""
        return self.profile.get("licences") is not None

    @cached_property
    def licenses(self) -> list[Licence]:
        """The licenses held, and those planned."""
        told = [{"name": one} if isinstance(one, str) else one for one in self.profile.get("licences") or ()]
        found = [Licence(one["name"], self.held_since(one.get("month"))) for one in told]
        planned = [Licence(one["licence"], self.held_since(one["month"])) for one in self.events if "licence" in one]
        return found + planned
