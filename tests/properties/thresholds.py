"""Profiles just at, one month short of and one month over what the bundled classes ask, from a seed.

What is asked stands here by hand, from the table of docs/semantics.md, section 5.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from random import Random
from typing import Any

Json = dict[str, Any]
AS_OF = "2026-11"
SHARES = (Fraction(1), Fraction(1, 2), Fraction(7, 10), Fraction(3, 4))


@dataclass(frozen=True)
class Asked:
    """What one route asks: months in all, special months within them, and how study counts."""

    target: str
    general: int
    special: int = 0
    hours_a_block: int = 0
    months_a_block: int = 0
    at_most: int = 0
    credits: tuple[tuple[str, str | None, int], ...] = ()
    general_job: Json = field(default_factory=dict)
    special_job: Json = field(default_factory=dict)
    standing: Json = field(default_factory=dict)
    route: str = "general"


def _toward(*references: str) -> Json:
    return {"title": "Other work", "counts_toward": list(references)}


def _north_dakota(code: str, months: int, special: int = 0) -> Asked:
    one = f"us-nd/{code}"
    return Asked(
        one, months, special, 30, 12, 48, general_job=_toward(f"{one}#general"), special_job=_toward(f"{one}#special")
    )


def _internal(code: str, feeder: str, months: int) -> Asked:
    job = {"class": f"us-nd/{feeder}"}
    return Asked(f"us-nd/{code}", months, general_job=job, standing={"internal": True}, route="internal")


def _substitution(feeder: str, **more: str) -> Asked:
    job = {"class": f"us-ct/{feeder}", **more}
    route = f"sub:us-ct/{feeder}"
    return Asked("us-ct/5246SH", 24, general_job=job, standing={"state_employee": True}, route=route)


def _connecticut(code: str, months: int, special: int, most: int, **more: Any) -> Asked:  # noqa: ANN401 - fields as they come
    jobs: Json = {"general_job": _toward(f"us-ct/{code}#general"), "special_job": _toward(f"us-ct/{code}#special")}
    return Asked(f"us-ct/{code}", months, special, 15, 6, most, **{**jobs, **more})


LEAD: Json = {"class": "us-nd/0443", "counts_toward": ["us-nd/0444#special"]}
ASKED = (
    _connecticut("5246SH", 60, 0, 48),
    _connecticut("0029MP", 72, 24, 48),
    _connecticut("6435CL", 36, 12, 24, special_job={"class": "us-ct/office-assistant"}),
    _connecticut("6435CL", 36, 12, 24, special_job={"class": "us-ct/interpreter-clerk"}),
    _connecticut("5257MP", 96, 24, 48, credits=(("master", "labor relations", 12), ("law", None, 24))),
    _north_dakota("0441", 48),
    _north_dakota("0442", 72),
    _north_dakota("0443", 84),
    _north_dakota("0444", 84, 12),
    _internal("0442", "0441", 24),
    _internal("0443", "0442", 12),
    Asked(
        "us-nd/0444",
        12,
        12,
        general_job={"class": "us-nd/0443"},
        special_job=LEAD,
        standing={"internal": True},
        route="internal",
    ),
    _substitution("social-services-trainee", target_class="us-ct/5246SH"),
    _substitution("employment-security-intermittent-interviewer"),
)


@dataclass(frozen=True)
class Case:
    """A profile, the class asked about, and in which month it is met if the present job goes on."""

    asked: Asked
    profile: Json
    month: int


def new_case(seed: int) -> Case:
    """Return a profile that holds what is asked, a month less or a month more."""
    return _Maker(Random(f"threshold {seed}"), ASKED[seed % len(ASKED)], over=seed // len(ASKED) % 3 - 1).case()


class _Maker:
    """Makes one profile whose months come to what is asked, give or take ``over``."""

    def __init__(self, rng: Random, asked: Asked, *, over: int) -> None:
        self.rng, self.asked, self.over = rng, asked, over
        self.month = 2026 * 12 + 10

    def case(self) -> Case:
        study, credit = self.study()
        needed = self.asked.general - credit
        both = ("general", "special", "both") if needed > self.asked.special else ("special",)
        varied = self.rng.choice(both) if self.asked.special else "general"
        special = self.asked.special + (self.over if varied != "general" else 0)
        others = max(0, needed + (self.over if varied != "special" else 0) - special)
        jobs = [*self.jobs(self.asked.special_job, special), *self.jobs(self.asked.general_job, others)]
        self.rng.shuffle(jobs)
        share = self.rng.choice(SHARES)
        present = self.asked.special_job if self.asked.special else self.asked.general_job
        short = max(needed - special - others, self.asked.special - special, 0)
        profile = {
            "as_of": AS_OF,
            "standing": {"internal": False, "state_employee": False, **self.asked.standing},
            "jobs": jobs,
            "present": {**present, "fte": _digits(share)},
            "education": study,
        }
        return Case(self.asked, profile, ceil(short / share))

    # ------------------------------------------------------------------ service

    def jobs(self, job: Json, months: int) -> list[Json]:
        """Return jobs whose months come to exactly so many: dated, undated, part time, side by side."""
        left, found = Fraction(months), list[Json]()
        while left and self.rng.random() < 0.7:
            piece, counted = self.rng.choice((self.undated, self.dated, self.side_by_side))(job, left)
            found += piece
            left -= counted
        return [*found, {**job, "months": _digits(left)}] if left else found

    def undated(self, job: Json, most: Fraction) -> tuple[list[Json], Fraction]:
        share = self.rng.choice(SHARES)
        months = Fraction(self.rng.randint(1, 40), 4)
        if months * share > most:
            return [], Fraction(0)
        return [{**job, "months": _digits(months), "fte": _digits(share)}], months * share

    def dated(self, job: Json, most: Fraction) -> tuple[list[Json], Fraction]:
        share = self.rng.choice(SHARES)
        months = self.rng.randint(1, 18)
        if months * share > most:
            return [], Fraction(0)
        return [{**job, **self.span(months), "fte": _digits(share)}], months * share

    def side_by_side(self, job: Json, most: Fraction) -> tuple[list[Json], Fraction]:
        """Return two jobs in the same months: together no more than full time counts."""
        shares = self.rng.choice(SHARES), self.rng.choice(SHARES)
        months = self.rng.randint(1, 18)
        counted = months * min(Fraction(1), sum(shares, Fraction(0)))
        if counted > most:
            return [], Fraction(0)
        span = self.span(months)
        return [{**job, **span, "fte": _digits(share)} for share in shares], counted

    def span(self, months: int) -> Json:
        """Return dates of so many whole months before all others.

        Part months at the ends are dropped; no other row is held in one of them, or next to
        it, or the two would make it whole.
        """
        in_parts = self.rng.random() < 0.3
        end = self.month - self.rng.randint(0, 2) - in_parts
        start = end - months
        self.month = start - in_parts
        if not in_parts:
            return {"start": _printed(start), "end": _printed(end)}
        return {
            "start": _printed(start - 1, self.rng.randint(2, 28)),
            "end": _printed(end, self.rng.randint(1, 27)),
        }

    # ------------------------------------------------------------------ study

    def study(self) -> tuple[Json, int]:
        """Return study and the months that it stands for; hours may be just short of a block."""
        if not self.asked.hours_a_block or self.rng.random() < 0.3:
            return {}, 0
        found, credit = self.hours() if self.rng.random() < 0.6 else self.degree()
        for level, subject, months in self.asked.credits:
            if "degrees" in found and self.rng.random() < 0.5:
                found["degrees"].append({"level": level, **({"field": subject} if subject else {})})
                credit += months
        return found, credit

    def hours(self) -> tuple[Json, int]:
        whole = self.rng.randint(0, self.asked.at_most // self.asked.months_a_block + 1)
        beyond = self.rng.choice((0, 0, 1, self.asked.hours_a_block * 10 - 1))
        tenths = whole * self.asked.hours_a_block * 10 + beyond
        quarters = self.rng.randint(0, tenths // 2)
        found = {
            "semester_hours": _digits(Fraction(tenths - 2 * quarters, 10)),
            "quarter_hours": _digits(Fraction(3 * quarters, 10)),
        }
        return found, min(self.asked.at_most, whole * self.asked.months_a_block)

    def degree(self) -> tuple[Json, int]:
        level, hours = self.rng.choice((("bachelor", 120), ("associate", 60)))
        credit = min(self.asked.at_most, hours // self.asked.hours_a_block * self.asked.months_a_block)
        found: Json = {"degrees": [{"level": level}], "semester_hours": self.rng.choice(("0", "14", str(hours)))}
        return (found, credit) if level == "bachelor" or not self.asked.credits else ({}, 0)


def _digits(value: Fraction) -> str:
    """Return the number in decimals, of which there are few."""
    whole, rest = divmod(value * 10**6, 10**6)
    assert rest.denominator == 1
    return f"{whole}.{rest.numerator:06d}"


def _printed(month: int, day: int | None = None) -> str:
    text = f"{month // 12:04d}-{month % 12 + 1:02d}"
    return text if day is None else f"{text}-{day:02d}"
