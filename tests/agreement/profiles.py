"""Random profiles that use everything a profile file may say, from a seed."""

from datetime import date, timedelta
from random import Random

from tests.agreement.subjects import Json, Subject

AS_OF = "2026-11"
LEVELS = ("high_school", "associate", "bachelor", "master", "law", "doctorate")
LICENCES = ("licence", "Licences ", "card", "driver's license")
FIELDS = (
    "labor",
    "law",
    "Jurisprudence",
    "history",
    "Labor Relations",
    "public administration",
    "Business  administrations",
)
SHARES: tuple[object, ...] = (1, "1", 0.5, "0.7", "0.333333333", 0.85, "1.0")
MOST_MONTHS_OF_CALENDAR = 2026 * 12 + 10
LAST_DAY = date(2026, 11, 1)


def calendar(month: int) -> str:
    """Return a month counted from the year 0, as a profile writes it."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


class ProfileMaker:
    """Makes profiles of people in the classes of one catalog, mostly near one target."""

    def __init__(self, rng: Random, subject: Subject, target: str) -> None:
        self.rng = rng
        self.subject = subject
        self.target = target
        self.feeders = sorted({step.feeder_class for step in subject.catalog.steps_into(target)})
        self.references = subject.references
        self.own = [one for one in self.references if one.startswith(f"{target}#")]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def pick(self, words: "list[str] | tuple[str, ...]") -> str:
        return self.rng.choice(words)

    # ------------------------------------------------------------------ the whole profile

    def profile(self, *, present: str | None = None) -> Json:
        """Return a profile; ``present`` is the one class held now, where one is asked for."""
        made: Json = {}
        if self.chance(0.8):
            made["as_of"] = AS_OF + self.pick(("", "", "", "-01", "-19"))
        if self.chance(0.8):
            made["standing"] = self.standing()
        if self.chance(0.9):
            made["jobs"] = self.jobs()
        if present is not None:
            made["present"] = {**self.work(), "class": present}
        elif self.chance(0.75):
            made["present"] = self.present()
        if self.chance(0.7):
            made["education"] = self.education()
        if self.chance(0.4):
            made["events"] = self.events(one_job=isinstance(made.get("present"), dict))
        if self.chance(0.4):
            made["programs"] = [self.enrolment() for _ in range(self.rng.choice((1, 1, 2)))]
        if self.chance(0.4):
            spelling = self.pick(("licences", "licenses"))
            made[spelling] = self.rng.choice((None, [], [self.licence()], [self.licence(), self.licence()]))
        return made

    def licence(self) -> object:
        name = self.pick(LICENCES)
        return name if self.chance(0.4) else {"name": name, "month": self.passed()}

    def passed(self) -> object:
        """Return a month in which something was awarded: mostly past, now and then not told."""
        month = calendar(MOST_MONTHS_OF_CALENDAR - self.rng.randint(-1, self.subject.longest + 6))
        return None if self.chance(0.1) else month + self.pick(("", "", "-01", "-15"))

    def standing(self) -> Json:
        places = [*self.subject.jurisdictions, "us-xx"]
        return {
            name: self.rng.choice((True, True, False, None, [], [self.pick(places)], places))
            for name in ("internal", "state_employee", "permanent")
            if self.chance(0.7)
        }

    def education(self) -> Json:
        made: Json = {}
        if self.chance(0.5):
            made["semester_hours"] = self.rng.choice((3, "6", 14, 15, 29, 30, 22.5, "59.9", 60, 75, 119, 120, "180"))
        if self.chance(0.25):
            made["quarter_hours"] = self.rng.choice((1, 2, "4.5", 22.5, 45, 90, "180"))
        if self.chance(0.3):
            made["courses"] = [
                {"field": self.pick(FIELDS), "semester_hours": self.rng.choice((3, "12.5", 30))} for _ in range(2)
            ]
        if self.chance(0.5):
            degrees = [self.degree() for _ in range(self.rng.choice((0, 1, 1, 2, 3)))]
            made["degrees"] = [one | ({"month": self.passed()} if self.chance(0.4) else {}) for one in degrees]
        return made

    def degree(self) -> Json:
        held: Json = {"level": self.pick(LEVELS)}
        return held | ({"field": self.pick(FIELDS)} if self.chance(0.6) else {})

    # ------------------------------------------------------------------ work

    def class_text(self) -> str:
        """Return a class as people write it: by id, by code or by title."""
        near = [self.target, *self.feeders]
        class_id = self.pick(near) if self.chance(0.7) else self.pick(self.subject.ids)
        found = self.subject.catalog.find_classes
        title = self.subject.catalog.classes[class_id].title
        texts = [title, title.upper(), f" {title}s ", title.replace("y ", "ies "), title.replace(" ", "-")]
        texts += [class_id.partition("/")[2], class_id.partition("/")[2].lower(), class_id.upper()]
        clear = [text for text in texts if found(text) == (class_id,)]
        return self.pick(clear) if clear and self.chance(0.2) else class_id

    def work(self) -> Json:
        made: Json = {"class": self.class_text()} if self.chance(0.75) else {"title": "Intake worker"}
        if "class" in made and self.chance(0.1):
            made["title"] = "Printed title"
        if self.references and self.chance(0.55):
            pool = self.own if self.own and self.chance(0.75) else self.references
            made["counts_toward"] = sorted({self.pick(pool) for _ in range(self.rng.choice((0, 1, 1, 2, 3)))})
        if self.chance(0.4):
            made["fte"] = self.rng.choice(SHARES)
        if self.chance(0.35):
            made["target_class"] = self.rng.choice((self.target, self.class_text(), "Somewhere else"))
        return made

    def present(self) -> object:
        several = [self.work() for _ in range(self.rng.choice((0, 1, 2, 2, 3)))]
        return several if self.chance(0.3) else self.work()

    def job(self) -> Json:
        job = self.work()
        if self.chance(0.45):
            return job | {"months": self.months()}
        begun = MOST_MONTHS_OF_CALENDAR - self.rng.randint(0, self.subject.longest + 3)
        job["start"] = calendar(begun) + self.pick(("", "", "-01", "-15"))
        if self.chance(0.8):
            ended = self.rng.randint(begun, MOST_MONTHS_OF_CALENDAR)
            late = len(job["start"]) > 7 or self.chance(0.2)
            job["end"] = calendar(ended) + (self.pick(("-15", "-28")) if late else "")
        return job

    def jobs(self) -> list[Json]:
        """Return jobs of any form, with rows by the day among them now and then, in no order."""
        jobs = [self.job() for _ in range(self.rng.choice((0, 1, 1, 2, 2, 3, 4)))]
        return self.rng.sample(both := [*jobs, *self.rows()], len(both)) if self.chance(0.3) else jobs

    def rows(self) -> list[Json]:
        """Return jobs one after another by the day, which touch, overlap or lie a day or two apart."""
        day, rows = LAST_DAY - timedelta(self.rng.randint(1, 30 * self.subject.longest + 60)), []
        for _ in range(self.rng.randint(1, 9)):
            end = min(LAST_DAY, day + timedelta(self.rng.choice((0, 1, 2, 14, 30, 31, self.rng.randint(1, 200)))))
            printed = max(day, end - timedelta(self.rng.choice((0, 0, 1))))
            rows.append(self.work() | {"start": str(day), "end": str(printed)})
            day = min(LAST_DAY, end + timedelta(self.rng.choice((0, 0, 0, 0, 1, 2, -9))))
        return rows

    def months(self) -> object:
        longest = self.subject.longest
        whole = self.rng.randint(0, longest)
        return self.rng.choice((whole, whole, str(whole), whole + 0.5, f"{whole}.7", f"{whole}.333333333"))

    # ------------------------------------------------------------------ what is planned, programmes

    def events(self, *, one_job: bool) -> list[Json]:
        return [self.event(one_job=one_job) for _ in range(self.rng.choice((1, 1, 2, 3, 4)))]

    def event(self, *, one_job: bool) -> Json:
        later = self.rng.randint(-2, max(8, self.subject.longest // 2))
        event: Json = {"month": calendar(MOST_MONTHS_OF_CALENDAR + later) + self.pick(("", "", "-01", "-20"))}
        kinds = ["degree", "leave_months", "licence", "license"] + (["fte"] if one_job or self.chance(0.2) else [])
        kinds += ["program_completed"] if self.subject.programmes else []
        kind = self.pick(kinds)
        if kind == "degree":
            return event | {kind: self.degree()}
        if kind in ("licence", "license"):
            return event | {kind: self.pick(LICENCES)}
        if kind == "fte":
            return event | {kind: self.rng.choice(SHARES)}
        if kind == "leave_months":
            return event | {kind: self.rng.randint(1, 7)}
        return event | {kind: self.pick(self.subject.programmes)}

    def enrolment(self) -> Json:
        known = self.subject.programmes or self.subject.ids
        made: Json = {"name": self.pick(known)}
        if self.chance(0.6):
            made["approved"] = self.rng.choice((True, True, False, None))
        if self.chance(0.5):
            made["completed"] = self.chance(0.5)
        if self.chance(0.5):
            made["months_remaining"] = self.rng.choice((0, 1, 9, 24, None))
        return made
