"""Rosters of tests: made of histories, and random ones over random catalogs and over a bundled city."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.histories import DegreeHeld, History, HoursInField, LicenceHeld, ProgrammeState, Service, StandingDeclared
from ladder.qualifications import Credential, DegreeLevel, Programme, Standing
from ladder.roster.people import Declared, PresentJobs, Roster, ServiceRows
from ladder.service_rows import ServiceRow
from ladder.service_time import Day, Month, first_day, read_month
from tests.measure import ROOT
from tests.oracle.comparison import UnusableCaseError, read_case
from tests.oracle.dice import Dice
from tests.oracle.documents import Json
from tests.oracle.random_catalogs import CatalogMaker, is_sound
from tests.oracle.random_people import PersonMaker

AS_OF = read_month("2026-11")

Person = tuple[History, Fraction]
"""What one person declares, and the semester hours planned a year."""


@cache
def city(name: str) -> Catalog:
    """Return the catalog of a bundled city."""
    return load_catalog(Path(ROOT, "data", "cities", f"{name}.json"))


def roster_of(people: Sequence[Person], *, exits: Sequence[int] = (), as_of: Month = AS_OF) -> Roster:
    """Return the roster of people whose past jobs are by date; a job by months alone is left out."""
    declared: dict[str, tuple[int, Declared]] = {}
    kinds: dict[Service, int] = {}
    rows = [[one for one in history.past if one.row] for history, _ in people]
    held = [(person, one, one.row) for person, jobs in enumerate(rows) for one in jobs if one.row]
    now = [(person, one) for person, (history, _) in enumerate(people) for one in history.present]
    of_people = [
        declared.setdefault(_told(*one), (len(declared), Declared(one[0]._replace(past=(), present=()), one[1])))[0]
        for one in people
    ]
    kind_of = [kinds.setdefault(_kind(one), len(kinds)) for _, one, _ in held]
    kind_now = [kinds.setdefault(_kind(one), len(kinds)) for _, one in now]
    return Roster(
        as_of=as_of,
        employees=[f"e{number}" for number in range(len(people))],
        declared=tuple(one for _, one in declared.values()),
        declared_of=of_people,
        exits=list(exits) or [-1] * len(people),
        kinds=tuple(kinds),
        rows=ServiceRows(
            [person for person, _, _ in held],
            kind_of,
            [row.start for _, _, row in held],
            [row.end for _, _, row in held],
            [int(row.ends_on_a_day) for _, _, row in held],
        ),
        first_row=[0, *accumulate(len(jobs) for jobs in rows)],
        present=PresentJobs([person for person, _ in now], kind_now),
        first_present=[0, *accumulate(len(history.present) for history, _ in people)],
    )


def _kind(one: Service) -> Service:
    return one._replace(number=0, row=None, months=None, future=False)


def _told(history: History, study: Fraction) -> str:
    bare = history._replace(past=(), present=(), standing={}, programmes={})
    return repr((bare, sorted(history.standing.items()), sorted(history.programmes.items()), study))


# ------------------------------------------------------------------ random catalogs


def random_case(seed: int, people: int, *, recent: bool = False) -> tuple[Catalog, list[Person]]:
    """Return a random catalog and random people before it; ``recent`` work is asked, of people without plans."""
    dice = Dice(Random(f"roster {seed}"), climbs=False)
    maker = CatalogMaker(dice)
    book = maker.catalog()
    if recent:
        _ask_recent_work(book, dice)
    found: list[Person] = []
    catalog: Catalog | None = None
    while len(found) < people or catalog is None:
        plan = {"study": dice.pick(("0", "0", "6", "12", "24"))}
        target = dice.pick(maker.ids)
        profile = PersonMaker(dice, maker, target, plan).profile(dice.pick(maker.ids))
        try:
            catalog, history = read_case({"catalog": book, "profile": profile})
        except UnusableCaseError:
            continue
        found.append((history._replace(changes=()) if recent else history, Fraction(plan["study"])))
    return catalog, found


def _ask_recent_work(book: Json, dice: Dice) -> None:
    """Ask of work that it be recent, most of the time and where a record may say so, and never that it be in order."""
    for spec in book["classes"]:
        rules = spec.get("qualifications", {"requirements": []})
        for rule in rules["requirements"]:
            rule.pop("after", None)
            rule.pop("within_last_months", None)
        for rule in rules["requirements"]:
            if rule["kind"] == "experience" and dice.chance(0.7):
                rule["within_last_months"] = dice.pick((1, 3, 6, 8, 12, 24, 60))
                if not is_sound(rules):
                    del rule["within_last_months"]


# ------------------------------------------------------------------ a real city


class CityPeople:
    """Makes people of a city: jobs of its classes by the day, and everything else that its rules ask about."""

    def __init__(self, catalog: Catalog, rng: Random) -> None:
        self.catalog, self.rng = catalog, rng
        self.classes = sorted(one for one, spec in catalog.classes.items() if spec.qualifications)
        self.feeders = sorted({step.feeder_class for step in catalog.steps})
        self.references = sorted(catalog.experience_references)
        asked = [spec.qualifications for spec in catalog.classes.values() if spec.qualifications]
        rules = [rule for one in asked for rule in one.requirements]
        self.licences = sorted({rule.name for rule in rules if isinstance(rule, Credential)})
        self.programmes = sorted({rule.programme for rule in rules if isinstance(rule, Programme)})
        named = {field for rule in rules for field in getattr(rule, "fields", ())}
        self.fields = [*sorted(named), "underwater basketry"]

    def person(self) -> Person:
        """Return one person."""
        rng = self.rng
        present = tuple(self._job(future=True) for _ in range(rng.choice((0, 1, 1, 1, 1, 2))))
        standing = {one: StandingDeclared(rng.random() < 3 / 4, None) for one in Standing if rng.random() < 2 / 3}
        licences = tuple(LicenceHeld(one) for one in self.licences if rng.random() < 1 / 2)
        history = History(
            AS_OF,
            past=tuple(self._rows()),
            present=present,
            standing=standing,
            semester_hours=Fraction(rng.choice((0, 0, 12, 30, 45, 60, 90, 120))),
            quarter_hours=Fraction(rng.choice((0, 0, 0, 9, 45))),
            courses=tuple(HoursInField(rng.choice(self.fields), Fraction(rng.choice((3, 6, 12)))) for _ in range(2)),
            degrees=tuple(self._degrees()),
            programmes={one: ProgrammeState(None, completed=False, completed_at=9) for one in self.programmes[:1]},
            licences=rng.choice((None, (), licences)),
        )
        return history, Fraction(rng.choice((0, 0, 0, 9, 12)))

    def _job(self, *, future: bool = False, row: ServiceRow | None = None) -> Service:
        rng = self.rng
        class_id = rng.choice(self.feeders if rng.random() < 3 / 4 else self.classes)
        target = rng.choice((None, None, None, rng.choice(self.classes)))
        declared = frozenset(rng.sample(self.references, 2) if rng.random() < 1 / 4 else ())
        fte = rng.choice((*[Fraction(1)] * 5, Fraction(1, 2), Fraction(3, 4), Fraction(2, 3)))
        return Service(int(not future), class_id, class_id, target, declared, fte, row=row, future=future)

    def _rows(self) -> Iterable[Service]:
        rng, until = self.rng, int(first_day(AS_OF))
        for _ in range(rng.choice((0, 1, 2, 3, 4))):
            start = until - rng.randint(20, 31 * 60)
            start -= max(0, start % 31 - 27)
            end = min(until, start + rng.choice((until - start, rng.randint(0, 31 * 40))))
            yield self._job(row=ServiceRow(Day(start), Day(end), rng.random() < 1 / 2, Day(end), Day(end)))
            until = start + rng.choice((0, 0, 0, -1, -40, 60))
            until -= max(0, until % 31 - 27)

    def _degrees(self) -> Iterable[DegreeHeld]:
        rng = self.rng
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            dated = rng.random() < 1 / 2
            field = rng.choice((None, *self.fields))
            yield DegreeHeld(rng.choice(list(DegreeLevel)), field, rng.choice((-30, -3, 5, 14)) if dated else 0, dated)
