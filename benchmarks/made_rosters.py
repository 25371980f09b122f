"""Made-up rosters over a real catalog, always the same from one seed: people who moved along its steps."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from random import Random

from ladder.catalog.catalog import Catalog
from ladder.histories import DegreeHeld, History, Service, StandingDeclared
from ladder.qualifications import DegreeLevel, Standing
from ladder.roster.people import Declared, PresentJobs, Roster, ServiceRows
from ladder.service_time import Month, first_day, read_month

AS_OF = read_month("2026-11")
SHARES = (Fraction(1),) * 8 + (Fraction(1, 2), Fraction(3, 4), Fraction(4, 5))
LEVELS = (None, None, DegreeLevel.HIGH_SCHOOL, DegreeLevel.ASSOCIATE, DegreeLevel.BACHELOR, DegreeLevel.MASTER)
FIELDS = (None, "accounting", "business administration", "engineering", "history")
STAYED = (6, 11, 18, 24, 31, 40, 55, 72)
ROWS_BEFORE = (0, 1, 2, 3, 4)
"""Past rows of a person besides that of the present job; one job is often several rows, of other pay."""


def make_roster(catalog: Catalog, people: int, *, seed: int = 1) -> Roster:
    """Return a roster of so many people, of about 3.26 past rows each."""
    rng = Random(f"roster {people} {seed}")
    classes = sorted(class_id for class_id, spec in catalog.classes.items() if spec.qualifications)
    feeders = {one: [step.feeder_class for step in catalog.steps_into(one)] for one in classes}
    maker = _Maker(rng, classes, feeders)
    for _ in range(people):
        maker.add_person()
    return maker.roster()


class _Maker:
    def __init__(self, rng: Random, classes: Sequence[str], feeders: dict[str, list[str]]) -> None:
        self.rng, self.classes, self.feeders = rng, classes, feeders
        self.kinds: dict[Service, int] = {}
        self.declared: dict[str, tuple[int, Declared]] = {}
        self.declared_of: list[int] = []
        self.rows: list[tuple[int, int, int, int, int]] = []
        self.present: list[tuple[int, int]] = []
        self.counts: list[int] = []

    def add_person(self) -> None:
        rng, person = self.rng, len(self.declared_of)
        before = len(self.rows)
        self.declared_of.append(self._declared())
        class_id = rng.choice(self.classes)
        self.present.append((person, self._kind(class_id)))
        until = int(AS_OF)
        for _ in range(1 + rng.choice(ROWS_BEFORE) + (rng.random() < 1 / 4)):
            since = until - rng.choice(STAYED)
            start, end = first_day(Month(since)), first_day(Month(until))
            self.rows.append((person, self._kind(class_id), start, end, 0))
            until = since - (rng.choice((0, 0, 0, 5)) if rng.random() < 1 / 10 else 0)
            if rng.random() < 1 / 2 and self.feeders.get(class_id):
                class_id = rng.choice(self.feeders[class_id])
        self.counts.append(len(self.rows) - before)

    def _kind(self, class_id: str) -> int:
        fte = self.rng.choice(SHARES) if self.rng.random() < 1 / 5 else Fraction(1)
        kind = Service(0, class_id, class_id, None, frozenset(), fte)
        return self.kinds.setdefault(kind, len(self.kinds))

    def _declared(self) -> int:
        rng = self.rng
        level, hours = rng.choice(LEVELS), rng.choice((0, 0, 0, 15, 30, 45, 60))
        field = rng.choice(FIELDS) if level in {DegreeLevel.BACHELOR, DegreeLevel.MASTER} else None
        study = rng.choice((0, 0, 0, 0, 12))
        key = f"{level} {field} {hours} {study}"
        if key not in self.declared:
            degrees = (DegreeHeld(level, field),) if level else ()
            standing = {Standing.INTERNAL: StandingDeclared(value=True, jurisdictions=None)}
            history = History(AS_OF, standing=standing, semester_hours=Fraction(hours), degrees=degrees)
            self.declared[key] = (len(self.declared), Declared(history, Fraction(study)))
        return self.declared[key][0]

    def roster(self) -> Roster:
        people = len(self.declared_of)
        return Roster(
            as_of=AS_OF,
            employees=[str(number) for number in range(people)],
            declared=tuple(one for _, one in self.declared.values()),
            declared_of=self.declared_of,
            exits=[-1] * people,
            kinds=tuple(self.kinds),
            rows=ServiceRows(*map(list, zip(*self.rows, strict=True))),
            first_row=[0, *accumulate(self.counts)],
            present=PresentJobs(*map(list, zip(*self.present, strict=True))),
            first_present=list(range(people + 1)),
        )
