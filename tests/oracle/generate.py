"""Small random catalogs, profiles and questions, as plain dicts, from a seed."""

from itertools import pairwise
from random import Random

from tests.oracle.declarations import Json

HOME, ABROAD = "us-aa", "us-bb"
SOURCE = {"document": "d", "section": "s"}
AS_OF = "2026-11"
FIELDS = ("labor", "law", "history")
SHARES = ("1", "1", "1", "1", "0.5", "0.7")


def months_of(rng: Random, most: int = 8) -> int:
    """Return 1 to so many months, small ones more often."""
    return min(rng.randint(1, most), rng.randint(1, most))


def new_case(seed: int, kind: str) -> Json:
    """Return one question: ``assess`` or ``climb``, a catalog, a profile, a target and a plan."""
    rng = Random(f"{kind} {seed}")
    return _Maker(rng, climbs=kind == "climb").case(kind)


class _Maker:
    """Makes one case; the classes are ordered from the lowest up."""

    def __init__(self, rng: Random, *, climbs: bool) -> None:
        self.rng = rng
        self.climbs = climbs
        self.count = rng.choice((2, 3, 3, 3, 4, 4, 5, 6)) if climbs else rng.choice((2, 2, 3, 3, 4, 5))
        self.most = {5: 4, 6: 3}.get(self.count, 6) if climbs else 8
        self.ids = [f"{HOME}/{place}A" for place in range(self.count)]
        self.in_order = rng.random() < 0.7
        self.references: list[str] = []
        self.trainees: set[tuple[str, str]] = set()
        self.target = ""

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def case(self, kind: str) -> Json:
        classes = [self.new_class(place) for place in range(self.count)]
        classes += [self.named_only("programme", is_programme=True)]
        catalog = {"format": 1, "jurisdictions": self.jurisdictions(), "classes": classes}
        target = self.target = self.ids[-1] if self.chance(0.8) else self.rng.choice(self.ids)
        case: Json = {"kind": kind, "catalog": catalog, "target": target, "plan": self.plan()}
        case["from"] = self.rng.choice([one for one in self.ids if one != target])
        if self.climbs and self.chance(0.8):
            case["from"] = self.ids[0] if target != self.ids[0] else self.ids[1]
        if self.climbs and self.chance(0.15):
            between = [one for one in self.ids if one not in {target, case["from"]}]
            case["plan"]["via"] = self.rng.sample(between, min(len(between), self.rng.randint(1, 2)))
        case["profile"] = self.profile(case["from"])
        if self.climbs and set(case["profile"]) == {"as_of"}:
            case["plan"]["assumed"] = ["INTERNAL", "STATE_EMPLOYEE", "PERMANENT", "TARGET_CLASS"]
        return case

    def plan(self) -> Json:
        kind = "climb" if self.climbs else self.rng.choice(("none", "stay", "stay", "stay"))
        return {
            "kind": kind,
            "study": self.rng.choice(("0", "0", "0", "24", "36", "18") if self.climbs else ("0", "0", "6", "12", "24")),
            "lead_in": [one for one in self.ids if self.chance(0.3)],
            "assumed": [],
        }

    # ------------------------------------------------------------------ catalog

    def jurisdictions(self) -> list[Json]:
        switches: Json = {}
        if self.chance(0.2):
            switches["bachelor_semester_hours"] = 24
            switches["associate_semester_hours"] = 12
        for name, value in (("overlap", "added"), ("part_time", "whole"), ("study_blocks", "proportional")):
            if self.chance(0.05):
                switches[name] = value
        if self.chance(0.05):
            switches["advanced_degree_implies_bachelor"] = False
        if self.chance(0.05):
            switches["equivalents"] = "counted"
        if self.chance(0.05) and not any("additional" in one for one in self.references):
            switches["rounding"] = "nearest_month"
        return [{"id": HOME, "name": HOME, "conventions": switches, "rulings": self.rulings()}]

    def rulings(self) -> list[Json]:
        ruled = [reference.partition("!")[0] for reference in self.references if self.chance(0.08)]
        reason = {"by": "us", "reason": "so"}
        return [{"class": self.rng.choice(self.ids), "counts_toward": [one], **reason} for one in ruled]

    def named_only(self, slug: str, *, is_programme: bool = False) -> Json:
        return {
            "jurisdiction": HOME,
            "slug": slug,
            "title": slug,
            "is_programme": is_programme,
            "completeness": "named-only",
            "source": SOURCE,
        }

    def new_class(self, place: int) -> Json:
        spec: Json = {
            "jurisdiction": HOME,
            "code": self.ids[place].partition("/")[2],
            "title": f"Class {place}",
            "completeness": "whole",
            "source": SOURCE,
        }
        if self.chance(0.6):
            spec["series"] = {"name": "S", "rank": place + 1}
        if not self.climbs and self.chance(0.05):
            return spec | {"completeness": "named-only"}
        if not self.climbs and self.chance(0.05):
            spec["completeness"] = "partial"
        if self.chance(0.05) and place + 1 < self.count:
            spec["trainee_targets"] = [self.trainee_target(place)]
        return spec | {"qualifications": self.qualifications(place)}

    def trainee_target(self, place: int) -> Json:
        target: Json = {"class": self.rng.choice(self.ids[place + 1 :]), "source": SOURCE}
        self.trainees.add((self.ids[place], target["class"]))
        if self.climbs or self.chance(0.6):
            target["months"] = months_of(self.rng, self.most)
        return target

    def feeders(self, place: int, most: int = 3) -> list[str]:
        """Return classes that a requirement may name: mostly lower ones."""
        lower = self.ids[:place] if self.in_order and place else [one for one in self.ids if one != self.ids[place]]
        some = self.rng.sample(lower, min(len(lower), self.rng.randint(1, most)))
        return [*some, *([self.ids[place]] if self.chance(0.03) else [])]

    def qualifications(self, place: int) -> Json:
        rules = self.work(place)
        rules += [self.other(number) for number in range(2) if self.chance(0.1)]
        names = [rule["id"] for rule in rules]
        routes = [{"id": "general", "requires": names if self.chance(0.6) else self.some(names)}]
        more = [route for route in ("internal", "third") if len(names) > 1 and self.chance(0.35)]
        routes += [{"id": route, "requires": self.some(names)} for route in more]
        for rule in rules:
            if rule["kind"] == "experience":
                mark = "!additional" if "additional_to" in rule else ""
                self.references.append(f"{self.ids[place]}#{rule['id']}{mark}")
        return {"requirements": rules, "routes": routes, "substitutions": self.substitutions(place, rules)}

    def some(self, names: list[str]) -> list[str]:
        return self.rng.sample(names, self.rng.randint(1, len(names)))

    def work(self, place: int) -> list[Json]:
        """Return one to three experience requirements, related in one of the ways that texts know."""
        count = self.rng.choice((1, 1, 2, 2, 2, 3))
        rules = [self.experience(f"e{number}", self.feeders(place)) for number in range(count)]
        shape = self.rng.choice(("crossing", "nested", "disjoint", "within", "within", "additional"))
        if shape == "nested":
            for outer, inner in pairwise(rules):
                inner["classes"] = outer["classes"][: max(1, len(outer["classes"]) - 1)]
        if shape == "disjoint" and count <= len(self.ids):
            for rule, one in zip(rules, self.rng.sample(self.ids, count), strict=True):
                rule["classes"] = self.named([one])
        if shape == "within" and count > 1:
            self.nest(rules)
        if shape == "additional" and count > 1:
            rules[1]["additional_to"] = "e0"
            if count > 2 and self.chance(0.3):
                rules[2]["additional_to"] = "e1"
        return rules

    def nest(self, rules: list[Json]) -> None:
        for number, rule in enumerate(rules[1:], 1):
            rule["within"] = self.rng.choice(rules[:number])["id"]
        if self.chance(0.3):
            rules[-1] |= {"lead": True, "classes": []}

    def named(self, classes: list[str]) -> list[Json]:
        found = []
        for one in classes:
            named: Json = {"class": one}
            if self.chance(0.04):
                named["certainty"] = "level"
            if self.chance(0.04):
                named["target_class_required"] = True
            found.append(named)
        return found

    def experience(self, name: str, classes: list[str]) -> Json:
        rule: Json = {
            "kind": "experience",
            "id": name,
            "months": months_of(self.rng, self.most),
            "what": "work",
            "classes": self.named(classes) if self.climbs or self.chance(0.75) else [],
            "source": SOURCE,
        }
        if self.chance(0.3):
            rule["or_in_field"] = True
            if rule["classes"] and self.chance(0.2):
                rule["classes"][0]["only_for"] = "state_employee"
        if self.chance(0.12):
            rule["standing"] = self.rng.choice(("internal", "state_employee"))
        return rule

    def other(self, number: int) -> Json:
        kinds: list[Json] = [
            {"kind": "education", "degree": "bachelor"},
            {
                "kind": "education",
                "degree": "master",
                "fields": list(FIELDS[:2]),
                "or_closely_related": self.chance(0.5),
            },
            {"kind": "education", "degree": "associate"},
            {"kind": "education", "semester_hours": self.rng.choice((3, 6, 12) if self.climbs else (3, 6, 12, 30))},
            {"kind": "credential", "name": "licence"},
            {"kind": "programme", "programme": f"{HOME}/programme", "approval_required": self.chance(0.5)},
            {"kind": "standing", "standing": self.rng.choice(("internal", "permanent"))},
            {"kind": "condition", "code": "FIT"},
        ]
        kind = self.rng.choice(kinds[:4] + kinds[6:7] if self.climbs else kinds)
        return {"id": f"o{number}", "what": "another thing", "source": SOURCE} | kind

    def substitutions(self, place: int, rules: list[Json]) -> list[Json]:
        work = [rule for rule in rules if rule["kind"] == "experience"]
        rivals = any("additional_to" in rule for rule in work)
        found: list[Json] = []
        if self.chance(0.35):
            found.append(self.study(self.rng.choice(work)))
        if self.chance(0.1):
            found.append(self.degree(work[0]))
        taken = {feeder for feeder, target in self.trainees if target == self.ids[place]}
        for share, capped in ((0.15, False), (0.15, True)):
            rule = self.rng.choice(work)
            named = {one["class"] for one in rule["classes"]}
            free = [one for one in self.ids if one not in taken and not (rivals and one in named)]
            if self.chance(share) and free and (capped or not rivals):
                found.append(self.service(rule, self.rng.choice(free), capped=capped))
                taken.add(found[-1]["named"]["class"])
        if self.chance(0.06) and not rivals and not self.climbs:
            found.append(
                {
                    "kind": "programme",
                    "stands_for": work[0]["id"],
                    "programme": f"{HOME}/programme",
                    "approval_required": self.chance(0.5),
                    "source": SOURCE,
                }
            )
        return found

    def study(self, rule: Json) -> Json:
        return {
            "kind": "study",
            "stands_for": rule["id"],
            "semester_hours": self.rng.choice((2, 3, 6) if self.climbs else (2, 3, 6, 15)),
            "months": self.rng.choice((1, 1, 2)),
            "at_most_months": self.rng.randint(1, max(1, rule["months"])),
            "source": SOURCE,
        }

    def degree(self, rule: Json) -> Json:
        return {
            "kind": "degree",
            "stands_for": rule["id"],
            "degree": self.rng.choice(("master", "law")),
            "fields": list(FIELDS[: self.rng.choice((0, 2))]),
            "or_closely_related": self.chance(0.5),
            "months": self.rng.randint(1, 3),
            "source": SOURCE,
        }

    def service(self, rule: Json, class_id: str, *, capped: bool) -> Json:
        one: Json = {
            "kind": "service",
            "stands_for": rule["id"],
            "named": self.named([class_id])[0],
            "months": months_of(self.rng, self.most),
            "source": SOURCE,
        }
        if capped:
            one["at_most_months"] = self.rng.randint(1, 3)
        if self.chance(0.2):
            one["standing"] = "state_employee"
        return one

    # ------------------------------------------------------------------ profile

    def profile(self, start: str) -> Json:
        profile: Json = {"as_of": AS_OF}
        if self.climbs and self.chance(0.4):
            return profile
        profile["standing"] = {
            name: self.rng.choice((True, True, False, [HOME], [ABROAD]))
            for name in ("internal", "state_employee", "permanent")
            if self.chance(0.6)
        }
        profile["jobs"] = [self.job() for _ in range(self.rng.choice((0, 1, 1, 2, 3)))]
        present = [self.work_done(start if self.climbs or self.chance(0.5) else self.rng.choice(self.ids))]
        if not self.climbs and self.chance(0.15):
            present.append(self.work_done(self.rng.choice(self.ids)))
        if self.climbs and self.chance(0.1):
            present = [self.work_done(self.rng.choice(self.ids))]
        if self.chance(0.85):
            profile["present"] = present if len(present) > 1 or self.chance(0.2) else present[0]
        profile["education"] = self.education()
        profile["events"] = self.events(several="present" not in profile or len(present) > 1)
        if self.chance(0.4):
            profile["programs"] = [self.enrolment(of=profile["events"])]
        if self.chance(0.5):
            profile["licences"] = ["licence"] if self.chance(0.5) else []
        return profile

    def work_done(self, class_id: str) -> Json:
        work: Json = {"class": class_id}
        if self.chance(0.2):
            work = {"title": "Other work"}
        if self.references and self.chance(0.5):
            work["counts_toward"] = self.declared()
        if self.chance(0.4):
            work["fte"] = self.rng.choice(SHARES)
        if self.chance(0.3):
            work["target_class"] = self.rng.choice([*self.ids, "Somewhere else"])
        return work

    def declared(self) -> list[str]:
        """Return references that service counts toward: mostly the target's own."""
        own = [one for one in self.references if one.startswith(f"{self.target}#")]
        pool = own if own and self.chance(0.7) else self.references
        return sorted({self.rng.choice(pool).partition("!")[0] for _ in range(self.rng.randint(1, 3))})

    def job(self) -> Json:
        job = self.work_done(self.rng.choice(self.ids))
        if self.chance(0.4):
            return job | {"months": self.rng.choice((str(self.rng.randint(0, 6)), "2.5", "3.7"))}
        start = self.rng.randint(1, 10)
        job["start"] = f"2026-{start:02d}" + self.rng.choice(("", "", "-01", "-15"))
        if self.chance(0.85):
            job["end"] = f"2026-{self.rng.randint(start, 11):02d}" + ("" if len(job["start"]) == 7 else "-28")
        return job

    def education(self) -> Json:
        study: Json = {}
        if self.chance(0.4):
            study["semester_hours"] = str(self.rng.choice((2, 3, 5, 6, 14, 15, 29, 30, 12)))
        if self.chance(0.2):
            study["quarter_hours"] = str(self.rng.choice((1, 2, 3, 4, 9, 10, 22.5)))
        if self.chance(0.4):
            study["degrees"] = [self.degree_held() for _ in range(self.rng.randint(1, 2))]
        return study

    def degree_held(self) -> Json:
        held: Json = {"level": self.rng.choice(("associate", "bachelor", "master", "law", "doctorate"))}
        return held | ({"field": self.rng.choice(FIELDS)} if self.chance(0.7) else {})

    def events(self, *, several: bool) -> list[Json]:
        found: list[Json] = []
        later = self.rng.sample(range(1, 8), 4)
        if self.chance(0.15):
            found.append({"month": _month(later[0]), "degree": self.degree_held()})
        if self.chance(0.12) and not several:
            found.append({"month": _month(later[1]), "fte": self.rng.choice(SHARES)})
        if self.chance(0.08):
            found.append({"month": _month(later[2]), "leave_months": self.rng.randint(1, 4)})
        if self.chance(0.08):
            found.append({"month": _month(later[3]), "program_completed": f"{HOME}/programme"})
        return found

    def enrolment(self, *, of: list[Json]) -> Json:
        """Return where a person stands in the program; not completed where an event is to complete it."""
        one: Json = {"name": f"{HOME}/programme"}
        if self.chance(0.6):
            one["approved"] = self.chance(0.7)
        told = self.rng.choice(("nothing", "completed", "length"))
        if told == "completed" and any("program_completed" in event for event in of):
            told = "length"
        if told == "completed":
            one["completed"] = True
        if told == "length":
            one["months_remaining"] = self.rng.randint(0, 9)
        return one


def _month(later: int) -> str:
    """Return the calendar month so many months after the as-of month, 2026-11."""
    month = 2026 * 12 + 10 + later
    return f"{month // 12}-{month % 12 + 1:02d}"
