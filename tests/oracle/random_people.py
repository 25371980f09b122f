"""Random profiles: jobs by months and by days, present jobs, standing, study, programs, events."""

from datetime import date, timedelta

from tests.oracle.dice import ABROAD, ALIAS, AS_OF, FIELDS, HOME, Dice
from tests.oracle.documents import Json
from tests.oracle.random_catalogs import LICENCES, PROGRAM, CatalogMaker

SHARES = ("1", "1", "1", "1", "0.5", "0.7")
NOW = date(2026, 11, 1)
EARLIEST = date(2026, 1, 1)


class PersonMaker:
    """Makes the profile of one case."""

    def __init__(self, dice: Dice, catalog: CatalogMaker, target: str, plan: Json) -> None:
        self.dice = dice
        self.ids = catalog.ids
        self.references = catalog.references
        self.target = target
        self.studies = plan["study"] != "0"
        self.one_target: str | None = None if dice.makes("TARGET_CLASS") else dice.pick(("", target, "Somewhere else"))

    def profile(self, start: str) -> Json:
        """Return the profile; a climb often has none but its month."""
        dice = self.dice
        profile: Json = {"as_of": AS_OF}
        if dice.climbs and dice.chance(0.4):
            return profile
        profile["standing"] = {
            name: dice.pick((True, True, False, [HOME], [ABROAD]))
            for name in ("internal", "state_employee", "permanent")
            if dice.chance(0.6)
        }
        profile["jobs"] = self._jobs()
        present = self._present(start)
        if dice.chance(0.85):
            profile["present"] = present if len(present) > 1 or dice.chance(0.2) else present[0]
        profile["education"] = self._education()
        profile["events"] = self._events(several="present" not in profile or len(present) > 1)
        if dice.chance(0.4):
            profile["programs"] = [self._enrolment(profile["events"])]
        if dice.chance(0.5):
            profile["licences"] = [self._licence(one) for one in LICENCES if dice.chance(0.5)]
        return profile

    def _licence(self, name: str) -> str | Json:
        return name if self.dice.chance(0.4) else {"name": name, "month": self._passed()}

    def _passed(self) -> str:
        """Return a month of the last two years, or a day of it."""
        month = _month(-self.dice.number(0, 24))
        return month + self.dice.pick(("", "", "-01", "-15")) if month != AS_OF else month

    # ------------------------------------------------------------------ work

    def _present(self, start: str) -> list[Json]:
        dice = self.dice
        present = [self._work(start if dice.climbs or dice.chance(0.5) else dice.pick(self.ids))]
        if not dice.climbs and dice.chance(0.15):
            present.append(self._work(dice.pick(self.ids)))
        if dice.climbs and dice.chance(0.1):
            present = [self._work(dice.pick(self.ids))]
        if dice.makes("C31") and not dice.climbs and dice.chance(0.02):
            present[0]["fte"] = dice.pick(("0.005", "0.0025", "0.001"))
        return present

    def _work(self, class_id: str) -> Json:
        dice = self.dice
        work: Json = {"class": class_id}
        if dice.chance(0.2):
            work = {"title": "Other work"}
        if self.references and dice.chance(0.5):
            work["counts_toward"] = self._declared()
        if dice.chance(0.4):
            work["fte"] = dice.pick(SHARES)
        target = dice.pick([*self.ids, "Somewhere else"]) if self.one_target is None else self.one_target
        if target and dice.chance(0.3 if self.one_target is None else 1):
            work["target_class"] = target
        return work

    def _declared(self) -> list[str]:
        """Return references that service counts toward: mostly the target's own."""
        own = [one for one in self.references if one.startswith(f"{self.target}#")]
        pool = own if own and self.dice.chance(0.7) else self.references
        return sorted({self.dice.pick(pool) for _ in range(self.dice.number(1, 3))})

    def _jobs(self) -> list[Json]:
        if self.dice.makes("C19") and self.dice.chance(0.4):
            return self._rows()
        jobs: list[Json] = []
        for _ in range(self.dice.pick((0, 1, 1, 2, 3))):
            job = self._work(self.dice.pick(self.ids))
            if self.dice.chance(0.4):
                job["months"] = self.dice.pick((str(self.dice.number(0, 6)), "2.5", "3.7"))
            else:
                self._date(job)
            jobs.append(job)
        return jobs

    def _date(self, job: Json) -> None:
        start = self.dice.number(1, 10)
        job["start"] = f"2026-{start:02d}" + self.dice.pick(("", "-01"))
        if self.dice.chance(0.85):
            job["end"] = f"2026-{self.dice.number(start, 11):02d}" + ("" if len(job["start"]) == len(AS_OF) else "-01")

    def _rows(self) -> list[Json]:
        """Return rows by the day: one after the other, touching, a day apart, with gaps, or overlapping."""
        rows: list[Json] = []
        begins = EARLIEST + timedelta(days=self.dice.number(0, 120))
        for _ in range(self.dice.number(1, 5)):
            ends = min(NOW, begins + timedelta(days=self.dice.pick((0, 5, 20, 31, 45, 61, 90, 150))))
            row = self._work(self.dice.pick(self.ids)) | {"start": self._printed(begins), "end": self._printed(ends)}
            row["end"] = max(row["start"], row["end"])
            rows.append(row)
            begins = ends + timedelta(days=self.dice.pick((0, 0, 0, 1, 1, 2, 15, -20, -40)))
            if begins >= NOW or begins < EARLIEST:
                break
        if self.dice.chance(0.2):
            del rows[-1]["end"]
        self.dice.rng.shuffle(rows)
        return rows

    def _printed(self, day: date) -> str:
        """Return a day, or its month alone, which is its first day."""
        text = day.isoformat()
        return text[: len(AS_OF)] if self.dice.chance(0.5 if day.day == 1 else 0.1) else text

    # ------------------------------------------------------------------ study, events, programs

    def _education(self) -> Json:
        study: Json = {}
        if self.dice.chance(0.4):
            study["semester_hours"] = str(self.dice.pick((2, 3, 5, 6, 14, 15, 29, 30, 12, 45, 60, 90, 120)))
        if self.dice.chance(0.2):
            study["quarter_hours"] = str(self.dice.pick((1, 2, 3, 4, 9, 10, 22.5, 45)))
        if self.dice.chance(0.4):
            study["degrees"] = [
                self._degree() | ({"month": self._passed()} if self.dice.chance(0.5) else {})
                for _ in range(self.dice.number(1, 2))
            ]
        if self.dice.chance(0.3):
            study["courses"] = [
                {"field": self._field(), "semester_hours": self.dice.pick((2, 3, 6, 12, 30))}
                for _ in range(self.dice.number(1, 3))
            ]
        return study

    def _field(self) -> str:
        return self.dice.pick((*FIELDS, *FIELDS, ALIAS))

    def _degree(self, *, plain: bool = False) -> Json:
        levels = ["high_school", "associate", "bachelor", *([] if plain else ["master", "law", "doctorate"])]
        if self.studies and not self.dice.makes("C5"):
            levels.remove("associate")
        held: Json = {"level": self.dice.pick(levels)}
        return held | ({"field": self._field()} if self.dice.chance(0.7) else {})

    def _events(self, *, several: bool) -> list[Json]:
        dice = self.dice
        later = dice.rng.sample(range(1, 9), 7)
        plain = dice.climbs and not dice.makes("C13")
        found: list[Json] = []
        if dice.chance(0.2):
            found.append({"month": _month(later[0]), "degree": self._degree(plain=plain)})
        if dice.chance(0.1):
            found.append({"month": _month(later[1]), "degree": self._degree(plain=plain)})
        if dice.chance(0.15) and not several:
            found += [{"month": _month(one), "fte": dice.pick(SHARES)} for one in dice.some(later[2:4])]
        if dice.chance(0.1):
            found += [{"month": _month(one), "leave_months": dice.number(1, 4)} for one in dice.some(later[3:5])]
        if dice.chance(0.2):
            found.append({"month": _month(dice.number(-3, 9)), "licence": dice.pick(LICENCES)})
        if dice.chance(0.08):
            found.append({"month": _month(later[5]), "program_completed": PROGRAM})
            if dice.makes("C30") and dice.chance(0.3):
                found.append({"month": _month(later[6]), "program_completed": PROGRAM})
        return found

    def _enrolment(self, events: list[Json]) -> Json:
        """Return a program listed; no completion to come stands beside one completed (docs/semantics.md, C30)."""
        one: Json = {"name": PROGRAM}
        if self.dice.chance(0.6):
            one["approved"] = self.dice.chance(0.7)
        told = self.dice.pick(("nothing", "completed", "length"))
        ends_later = any("program_completed" in event for event in events)
        if told == "completed" and not ends_later:
            one["completed"] = True
        if told == "length" and not (ends_later and not self.dice.makes("C30")):
            one["months_remaining"] = self.dice.number(0, 9)
        return one


def _month(later: int) -> str:
    """Return the calendar month so many months after the as-of month, 2026-11."""
    month = 2026 * 12 + 10 + later
    return f"{month // 12}-{month % 12 + 1:02d}"
