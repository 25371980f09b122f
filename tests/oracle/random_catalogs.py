"""Small random catalogs: classes from the lowest up, their requirements, routes and substitutions."""

import json
from collections.abc import Iterator
from itertools import pairwise

from ladder.qualifications import ServiceSubstitution
from ladder.records import RecordRefusedError, keys_of, validate_json
from ladder.specification import ClassSpecification
from tests.oracle.dice import ALIAS, FIELDS, HOME, RULES_NOT_BUILT_YET, SOURCE, Dice, named_only
from tests.oracle.documents import Json

PROGRAM = f"{HOME}/programme"
LICENCES = ("licence", "card")
RARELY = 0.05


class CatalogMaker:
    """Makes the catalog of one case, and knows what service may be declared for."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        climbs = dice.climbs
        self.count = dice.pick((2, 3, 3, 3, 4, 4, 5, 6)) if climbs else dice.pick((2, 2, 3, 3, 4, 5))
        self.most = {5: 4, 6: 3}.get(self.count, 6) if climbs else 8
        self.ids = [f"{HOME}/{place}A" for place in range(self.count)]
        self.in_order = dice.chance(0.7)
        self.in_series = [one for one in self.ids if dice.chance(0.6)]
        self.references: list[str] = []
        self.leads: set[str] = set()
        self.trainees: set[tuple[str, str]] = set()
        self.adds = False

    def catalog(self) -> Json:
        """Return the catalog."""
        classes = [self._class(place) for place in range(self.count)]
        return {"format": 1, "jurisdictions": [self._jurisdiction()], "classes": [*classes, named_only("programme")]}

    # ------------------------------------------------------------------ the jurisdiction

    def _jurisdiction(self) -> Json:
        switches: Json = {}
        if self.dice.chance(0.2):
            switches |= {"bachelor_semester_hours": 24, "associate_semester_hours": 12}
        rare: list[tuple[str, object]] = [
            ("overlap", "added"),
            ("part_time", "whole"),
            ("study_blocks", "proportional"),
        ]
        rare += [("advanced_degree_implies_bachelor", False), ("equivalents", "counted")]
        rare += [] if self.adds else [("rounding", "nearest_month")]
        switches |= {name: value for name, value in rare if self.dice.chance(RARELY)}
        if self.dice.makes("C19") and self.dice.chance(0.3):
            switches["day_rule"] = self.dice.pick(("first_day", "half_month", "days"))
        place = {"id": HOME, "name": HOME, "conventions": switches, "rulings": self._rulings()}
        return place | ({"field_aliases": [[FIELDS[1], ALIAS]]} if self.dice.chance(0.5) else {})

    def _rulings(self) -> list[Json]:
        free = [one for one in self.references if "#sub:" not in one]
        free = [one for one in free if one not in self.leads or self.dice.makes("C29, ruled")]
        ruled = [one for one in free if self.dice.chance(0.08)]
        said = {"by": "us", "reason": "so"}
        return [{"class": self.dice.pick(self.ids), "counts_toward": [one], **said} for one in ruled]

    # ------------------------------------------------------------------ a class

    def _class(self, place: int) -> Json:
        spec: Json = {
            "jurisdiction": HOME,
            "code": self.ids[place].partition("/")[2],
            "title": f"Class {place}",
            "completeness": "whole",
            "source": SOURCE,
        }
        if self.ids[place] in self.in_series:
            spec["series"] = {"name": "S", "rank": place + 1}
        if not self.dice.climbs and self.dice.chance(RARELY):
            return spec | {"completeness": "named-only"}
        if not self.dice.climbs and self.dice.chance(RARELY):
            spec["completeness"] = "partial"
        if self.dice.chance(RARELY) and place + 1 < self.count:
            spec["trainee_targets"] = [self._trainee_target(place)]
        if "early_filing" in keys_of(ClassSpecification) and self.dice.makes("C21") and self.dice.chance(0.3):
            spec["early_filing"] = {"lacking_months": self.dice.number(0, 6), "source": SOURCE}
        return spec | {"qualifications": self._qualifications(place)}

    def _trainee_target(self, place: int) -> Json:
        target: Json = {"class": self.dice.pick(self.ids[place + 1 :]), "source": SOURCE}
        self.trainees.add((self.ids[place], target["class"]))
        if self.dice.climbs or self.dice.chance(0.6):
            target["months"] = self.dice.months(self.most)
        return target

    def _feeders(self, place: int) -> list[str]:
        """Return classes that a requirement may name: mostly lower ones."""
        lower = self.ids[:place] if self.in_order and place else [one for one in self.ids if one != self.ids[place]]
        return [*self.dice.some(lower, 3), *([self.ids[place]] if self.dice.chance(0.03) else [])]

    def _qualifications(self, place: int) -> Json:
        """Return requirements that a record may hold: some mixtures of rules are refused, in words, at load."""
        while not is_sound(made := self._any_qualifications(place)):
            continue
        self.references += [f"{self.ids[place]}#{name}" for name in _declarable(made)]
        self.leads |= {f"{self.ids[place]}#{rule['id']}" for rule in made["requirements"] if rule.get("lead")}
        return made

    def _any_qualifications(self, place: int) -> Json:
        work = self._work(place)
        rules = [*work, *(self._other(number) for number in range(2) if self.dice.chance(0.1))]
        if self.dice.chance(0.2):
            rules += self._limited(work)
        names = [rule["id"] for rule in rules]
        routes = [{"id": "general", "requires": names if self.dice.chance(0.6) else self.dice.some(names)}]
        more = [route for route in ("internal", "third") if len(names) > 1 and self.dice.chance(0.35)]
        routes += [{"id": route, "requires": self.dice.some(names)} for route in more]
        return {"requirements": rules, "routes": routes, "substitutions": self._substitutions(place, rules)}

    # ------------------------------------------------------------------ requirements

    def _work(self, place: int) -> list[Json]:
        """Return one to three experience requirements, related in one of the ways that texts know."""
        count = self.dice.pick((1, 1, 2, 2, 2, 3))
        rules = [self._experience(f"e{number}", self._feeders(place)) for number in range(count)]
        shape = self.dice.pick(("crossing", "nested", "disjoint", "within", "within", "additional"))
        if shape == "nested":
            for outer, inner in pairwise(rules):
                inner["classes"] = outer["classes"][: max(1, len(outer["classes"]) - 1)]
        if shape == "disjoint" and count <= len(self.ids):
            for rule, one in zip(rules, self.dice.rng.sample(self.ids, count), strict=True):
                rule["classes"] = self._named([one])
        if shape == "within" and count > 1:
            self._nest(rules, place)
        if shape == "additional" and count > 1:
            self._add(rules)
        return rules

    def _add(self, rules: list[Json]) -> None:
        self.adds = True
        rules[1]["additional_to"] = "e0"
        if len(rules) > 2 and self.dice.chance(0.6):
            beside = (
                self.dice.pick(("additional_to", "within", "within"))
                if self.dice.makes("reading 1")
                else "additional_to"
            )
            rules[2][beside] = self.dice.pick(("e0", "e1"))

    def _limited(self, work: list[Json]) -> list[Json]:
        """Limit the time of some of the work; return what it must come after, which a route need not ask."""
        if any(rule.get("lead") for rule in work):
            return []
        first: list[Json] = []
        for rule in self.dice.some(work, 2):
            if self.dice.chance(0.7):
                first = first if first and self.dice.chance(0.7) else [*first, self._first(len(first))]
                rule["after"] = first[-1]["id"]
            if self.dice.chance(0.5):
                rule["within_last_months"] = self.dice.pick((1, 3, 6, 8, 12, 24))
        return first

    def _first(self, number: int) -> Json:
        """Return an education or a credential that work must come after."""
        kinds: list[Json] = [
            {"kind": "education", "degree": self.dice.pick(("bachelor", "associate", "high_school"))},
            {"kind": "education", "degree": self.dice.pick(("bachelor", "master")), **self._fields()},
            self._hours(),
            {"kind": "credential", "name": self.dice.pick(LICENCES)},
        ]
        return {"id": f"a{number}", "what": "what comes first", "source": SOURCE} | self.dice.pick(kinds)

    def _hours(self) -> Json:
        """Return an education of hours: of any, of some in named fields, or of several courses."""
        hours = self.dice.pick((3, 6, 12, 30))
        courses = [
            {"fields": self._fields()["fields"], "semester_hours": self.dice.pick((3, 6))}
            for _ in range(self.dice.number(1, 2))
        ]
        kinds: list[Json] = [
            {"semester_hours": hours},
            {"semester_hours": hours, "fields": self._fields()["fields"]},
            {"courses": courses},
            {"degree": self.dice.pick(("high_school", "associate")), "courses": courses},
        ]
        return {"kind": "education", **self.dice.pick(kinds)}

    def _nest(self, rules: list[Json], place: int) -> None:
        for number, rule in enumerate(rules[1:], 1):
            rule["within"] = self.dice.pick(rules[:number])["id"]
        if (
            self.dice.chance(0.3)
            and self.dice.makes("C29")
            and (self.dice.makes("C17") or self.ids[place] in self.in_series)
        ):
            rules[-1] |= {"lead": True, "classes": []}

    def _named(self, classes: list[str]) -> list[Json]:
        found = []
        for one in classes:
            named: Json = {"class": one}
            if self.dice.chance(0.1) and self.dice.makes("C20"):
                named["certainty"] = "level"
            if self.dice.chance(0.04):
                named["target_class_required"] = True
            found.append(named)
        return found

    def _experience(self, name: str, classes: list[str]) -> Json:
        rule: Json = {
            "kind": "experience",
            "id": name,
            "months": self.dice.months(self.most),
            "what": "work",
            "classes": self._named(classes) if self.dice.climbs or self.dice.chance(0.75) else [],
            "source": SOURCE,
        }
        if self.dice.chance(0.3):
            rule["or_in_field"] = True
            if rule["classes"] and self.dice.chance(0.2):
                rule["classes"][0]["only_for"] = "state_employee"
        if self.dice.chance(0.12):
            rule["standing"] = self.dice.pick(("internal", "state_employee"))
        return rule

    def _other(self, number: int) -> Json:
        hours = (3, 6, 15) if self.dice.climbs else (3, 6, 15, 30, 45)
        kinds: list[Json] = [
            {"kind": "education", "degree": "bachelor"},
            {"kind": "education", "degree": "master", **self._fields()},
            {"kind": "education", "degree": "associate"},
            {"kind": "education", "semester_hours": self.dice.pick(hours)},
            self._hours(),
            {"kind": "education", "degree": "high_school"},
            {"kind": "standing", "standing": self.dice.pick(("internal", "permanent"))},
            {"kind": "credential", "name": self.dice.pick(LICENCES)},
            {"kind": "credential", "name": self.dice.pick(LICENCES), "by": "appointment"},
            {"kind": "programme", "programme": PROGRAM, "approval_required": self.dice.chance(0.5)},
            {"kind": "condition", "code": "FIT"},
        ]
        kind = self.dice.pick(kinds[:-2] if self.dice.climbs else kinds)
        return {"id": f"o{number}", "what": "another thing", "source": SOURCE} | kind

    def _fields(self) -> Json:
        return {"fields": list(FIELDS[: self.dice.pick((1, 2))]), "or_closely_related": self.dice.chance(0.5)}

    # ------------------------------------------------------------------ substitutions

    def _substitutions(self, place: int, rules: list[Json]) -> list[Json]:
        work = [rule for rule in rules if rule["kind"] == "experience"]
        adds = any("additional_to" in rule for rule in work)
        found: list[Json] = []
        if self.dice.chance(0.35):
            found.append(self._study(self.dice.pick(work)))
        if self.dice.chance(0.1):
            found += [self._degree(work[0], level) for level in self.dice.some(("master", "law"))]
        taken = {feeder for feeder, target in self.trainees if target == self.ids[place]}
        found += self._by_service(work, taken, adds=adds)
        if self.dice.chance(0.06) and not adds and not self.dice.climbs:
            program = {"kind": "programme", "programme": PROGRAM, "approval_required": self.dice.chance(0.5)}
            found.append(program | {"stands_for": work[0]["id"], "source": SOURCE})
        found += self._for_education(rules, taken, adds=adds)
        return found

    def _by_service(self, work: list[Json], taken: set[str], *, adds: bool) -> list[Json]:
        """Return substitutions by service: at most one whole one, and several capped ones where the rule is built."""
        found: list[Json] = []
        several = self.dice.makes("C2")
        rule = self.dice.pick(work)
        for share, capped in ((0.15, False), (0.25 if several else 0, True), (0.15 if several else 0, True)):
            named = {one["class"] for one in rule["classes"]}
            free = [one for one in self.ids if one not in taken and (several or not (adds and one in named))]
            if not self.dice.chance(share) or not free or (adds and not capped):
                continue
            found.append(self._service(rule, self.dice.pick(free), capped=capped, adds=adds))
            taken.add(found[-1]["named"]["class"])
            if not self.dice.chance(0.7) and several:
                rule = self.dice.pick(work)
        return found

    def _service(self, rule: Json, class_id: str, *, capped: bool, adds: bool) -> Json:
        one: Json = {
            "kind": "service",
            "stands_for": rule["id"],
            "named": self._named([class_id])[0],
            "months": self.dice.months(self.most),
            "source": SOURCE,
        }
        if capped:
            one["at_most_months"] = self.dice.number(1, 3)
            if self._has_rates() and not adds and self.dice.chance(0.3):
                rates = (1, 1, 3) if self.dice.makes("C22, above one") else (1,)
                one |= {"months": 2, "gives_months": self.dice.pick(rates)}
        if self.dice.chance(0.2):
            one["standing"] = "state_employee"
        return one

    def _has_rates(self) -> bool:
        return self.dice.makes("C22") and "gives_months" in keys_of(ServiceSubstitution)

    def _for_education(self, rules: list[Json], taken: set[str], *, adds: bool) -> list[Json]:
        """Return at most one substitution of service for study (docs/semantics.md, C22)."""
        studies = [rule for rule in rules if rule["kind"] == "education" and not rule.get("courses")]
        studies = [rule for rule in studies if rule.get("degree") not in {"master", "high_school"}]
        studies = [rule for rule in studies if rule.get("semester_hours", 15) % 15 == 0]
        free = [one for one in self.ids if one not in taken]
        if not studies or not free or adds or not self._has_rates() or not self.dice.chance(0.6):
            return []
        one: Json = {
            "kind": "service",
            "stands_for": studies[0]["id"],
            "months": self._served_for_a_year(),
            "gives_years": 1,
            "source": SOURCE,
        }
        one |= {"named": {"class": self.dice.pick(free)}} if self.dice.chance(0.7) else {"what": "work of a kind"}
        if self.dice.chance(0.4):
            one["at_most_months"] = self.dice.pick((12, 24))
        if self.dice.chance(0.3):
            one["also_counts"] = True
        return [one]

    def _served_for_a_year(self) -> int:
        """Return the months of service that stand for a year of study; few in climbs, searched month by month."""
        if not self.dice.makes("C22, study at a rate"):
            return 12
        return self.dice.pick((1, 2, 2)) if self.dice.climbs else self.dice.pick((6, 12, 12, 24))

    def _study(self, rule: Json) -> Json:
        fields = {"fields": self._fields()["fields"]} if self.dice.chance(0.3) else {}
        return fields | {
            "kind": "study",
            "stands_for": rule["id"],
            "semester_hours": self.dice.pick((2, 3, 6) if self.dice.climbs else (2, 3, 6, 15)),
            "months": self.dice.pick((1, 1, 2)),
            "at_most_months": self.dice.number(1, max(1, rule["months"])),
            "source": SOURCE,
        }

    def _degree(self, rule: Json, level: str) -> Json:
        fields = (
            self._fields() if self.dice.chance(0.5) else {"fields": [], "or_closely_related": self.dice.chance(0.5)}
        )
        return {
            "kind": "degree",
            "stands_for": rule["id"],
            "degree": level,
            "months": self.dice.number(1, 3),
            "source": SOURCE,
        } | fields


def is_sound(made: Json) -> bool:
    """Return whether a class may ask this."""
    spec = {"jurisdiction": HOME, "code": "0", "title": "Any", "completeness": "whole", "source": SOURCE}
    try:
        validate_json(ClassSpecification, json.dumps(spec | {"qualifications": made}))
    except RecordRefusedError:
        return False
    return True


def _declarable(made: Json) -> Iterator[str]:
    """Yield what service may be declared for: experience, study that work of a kind stands for, substitutions."""
    kinds = {one["stands_for"] for one in made["substitutions"] if one.get("what")}
    yield from (rule["id"] for rule in made["requirements"] if rule["kind"] == "experience" or rule["id"] in kinds)
    if "C2" not in RULES_NOT_BUILT_YET and not any("additional_to" in rule for rule in made["requirements"]):
        yield from (f"sub:{one['named']['class']}" for one in made["substitutions"] if _is_capped(one))


def _is_capped(one: Json) -> bool:
    return bool(
        one["kind"] == "service" and one.get("named") and one.get("at_most_months") and "gives_years" not in one
    )
