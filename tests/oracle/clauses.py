"""The clauses of one class, read from its plain dict and asked about one person under one plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product

from tests.oracle.declarations import Amount, Json, Person, Work

DEFAULTS: Json = {
    "part_time": "prorated",
    "overlap": "capped_at_full_time",
    "rounding": "never_up",
    "study_blocks": "whole",
    "bachelor_semester_hours": 120,
    "associate_semester_hours": 60,
    "quarter_hour_ratio": [2, 3],
    "advanced_degree_implies_bachelor": True,
    "equivalents": "asked",
}
GRADUATE = ("master", "law", "doctorate")


class Books:
    """A compiled catalog as plain dicts, by class id."""

    def __init__(self, catalog: Json) -> None:
        """Index the records."""
        self.classes: dict[str, Json] = {id_of(spec): spec for spec in catalog["classes"]}
        self.jurisdictions: dict[str, Json] = {one["id"]: one for one in catalog["jurisdictions"]}

    def conventions(self, jurisdiction: str) -> Json:
        """Return the switches of a jurisdiction."""
        return {**DEFAULTS, **self.jurisdictions.get(jurisdiction, {}).get("conventions", {})}

    def ruled(self, reference: str) -> frozenset[str]:
        """Return the classes whose service a recorded ruling counts toward the requirement."""
        rulings = [ruling for one in self.jurisdictions.values() for ruling in one.get("rulings", [])]
        return frozenset(ruling["class"] for ruling in rulings if reference in ruling["counts_toward"])

    def trainees_of(self, class_id: str) -> Iterator[tuple[str, int | None]]:
        """Yield each trainee class that names this class as its target, with the training's length."""
        for feeder, spec in self.classes.items():
            for one in spec.get("trainee_targets", []):
                if one["class"] == class_id:
                    yield feeder, one.get("at_most_months") or one.get("months")

    def series(self, spec: Json) -> frozenset[str]:
        """Return the classes of the same series, the class itself included."""
        own = (spec.get("series") or {}).get("name")
        alike = [one for one in self.classes.values() if own and (one.get("series") or {}).get("name") == own]
        return frozenset(id_of(one) for one in alike if one["jurisdiction"] == spec["jurisdiction"])


def id_of(spec: Json) -> str:
    """Return the class id of a record."""
    return f"{spec['jurisdiction']}/{spec.get('code') or spec['slug']}"


@dataclass(frozen=True)
class Plan:
    """How time goes on: which service is planned, what is studied, what is taken as true."""

    kind: str = "stay"
    study: Amount = 0
    lead_in: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()


class Clauses:
    """One class before one person: what counts, what is credited, what holds when."""

    def __init__(self, books: Books, person: Person, class_id: str, plan: Plan) -> None:
        """Read the requirements, substitutions and routes of the class."""
        self.person, self.plan, self.class_id, self._books = person, plan, class_id, books
        self.spec = books.classes[class_id]
        self.home = self.spec["jurisdiction"]
        self.conventions = books.conventions(self.home)
        rules = self.spec.get("qualifications") or {"requirements": [], "routes": []}
        self.rules = {rule["id"]: rule for rule in rules["requirements"]}
        self.printed = rules["routes"]
        self.substitutions = rules.get("substitutions", [])
        self.series = books.series(self.spec)
        self.ruled = {name: books.ruled(f"{class_id}#{name}") for name in self.rules}
        self.trainees = {f"sub:{feeder}": (feeder, months) for feeder, months in books.trainees_of(class_id)}
        self._counting: dict[tuple[str, str], bool] = {}

    def under(self, plan: Plan) -> "Clauses":
        """Return the same class before the same person under another plan."""
        return Clauses(self._books, self.person, self.class_id, plan)

    @cached_property
    def stand_ins(self) -> dict[str, Json]:
        """Substitutions of a whole requirement: by service in a class, or by a programme."""
        found: dict[str, Json] = {}
        for one in self.substitutions:
            if one["kind"] == "service" and one.get("at_most_months") is None:
                found[f"sub:{one['named']['class']}"] = one
            elif one["kind"] == "programme":
                found["program"] = one
        return found

    @cached_property
    def capped(self) -> dict[str, list[Json]]:
        """Substitutions month by month up to a maximum, by the requirement they stand for."""
        found: dict[str, list[Json]] = {}
        for one in self.substitutions:
            if one["kind"] == "service" and one.get("at_most_months") is not None and self.holds(one.get("standing")):
                found.setdefault(one["stands_for"], []).append(one)
        return found

    @cached_property
    def routes(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every route with its requirements: as printed, with stand-ins in place, by training."""
        found = [(route["id"], tuple(route["requires"])) for route in self.printed]
        for place, (route, requires) in enumerate(tuple(found)):
            choices = [
                [name, *(sub for sub, one in self.stand_ins.items() if one["stands_for"] == name)] for name in requires
            ]
            for chosen in product(*choices):
                subs = "+".join(name for name in chosen if name in self.stand_ins)
                if subs:
                    found.append((f"{route}+{subs}" if place else subs, chosen))
        return [*found, *((name, (name,)) for name in self.trainees)]

    def holds(self, standing: str | None) -> bool:
        """Tell whether a standing that a clause asks is held; true where it asks none."""
        if standing is None or standing.upper() in self.plan.assumed:
            return True
        return self.person.holds(standing, self.home) is True

    def is_closed(self, name: str) -> bool:
        """Tell whether something declared false shuts the requirement."""
        rule = self.rules.get(name) or self.stand_ins.get(name) or {}
        standing = rule.get("standing")
        if rule.get("kind") == "programme":
            told = self.person.programmes.get(rule["programme"])
            return bool(rule.get("approval_required") and told and told["approved"] is False)
        return standing is not None and not self.holds(standing) and self.person.holds(standing, self.home) is False

    def is_work(self, name: str) -> bool:
        """Tell whether months of service fill the requirement."""
        if name in self.trainees:
            return self.trainees[name][1] is not None
        rule = self.rules.get(name) or self.stand_ins[name]
        return rule["kind"] in {"experience", "service"}

    def asked(self, name: str) -> Amount:
        """Return the months that must be reached."""
        months = int((self.trainees[name][1] or 0) if name in self.trainees else self._rule(name)["months"])
        nearest = self.conventions["rounding"] == "nearest_month" and months > 0
        return months - Fraction(1, 2) if nearest else months

    def _rule(self, name: str) -> Json:
        return self.rules[name] if name in self.rules else self.stand_ins[name]

    # ------------------------------------------------------------------ what service counts

    def counts(self, name: str, work: Work) -> bool:
        """Tell whether the job's service counts for the requirement or stand-in."""
        key = name, work.key
        if key not in self._counting:
            self._counting[key] = self._counts(name, work)
        return self._counting[key]

    def _counts(self, name: str, work: Work) -> bool:
        if name in self.trainees:
            return work.class_id == self.trainees[name][0] and self._is_trainee_for_this(work)
        rule = self._rule(name)
        if rule["kind"] == "service":
            return self.counts_as_substitute(rule, work)
        inner = [one["id"] for one in self.rules.values() if one.get("within") == name]
        return (
            any(self._is_named(named, work) for named in rule.get("classes", []))
            or work.class_id in self.ruled[name]
            or (self._is_declared(name, work) and self._is_credible(rule))
            or self._is_lead(rule, work)
            or any(self.counts(one, work) for one in inner)
        )

    def _is_declared(self, name: str, work: Work) -> bool:
        """Tell whether the job is declared for the requirement or for one within it (docs/semantics.md, C16)."""
        inner = [one["id"] for one in self.rules.values() if one.get("within") == name]
        return f"{self.class_id}#{name}" in work.declared or any(self._is_declared(one, work) for one in inner)

    def counts_as_substitute(self, rule: Json, work: Work) -> bool:
        """Tell whether service counts for a substitution by service in a class."""
        declared = f"{self.class_id}#sub:{rule['named']['class']}" in work.declared
        return self._is_named(rule["named"], work) or (declared and self._equivalents_count)

    @property
    def _equivalents_count(self) -> bool:
        return self.conventions["equivalents"] == "counted" or "EQUIVALENT" in self.plan.assumed

    def _is_credible(self, rule: Json) -> bool:
        """Tell whether declared service counts: not as the equivalent of a class, which a person judges.

        A class named only for people of a standing that the person surely lacks is not named for them.
        """
        limits = [named.get("only_for") for named in rule.get("classes", [])]
        named = [one for one in limits if one is None or self.holds(one) or self.person.holds(one, self.home) is None]
        return not named or rule.get("or_in_field", False) or self._equivalents_count

    def _is_named(self, named: Json, work: Work) -> bool:
        if named["class"] != work.class_id or not self.holds(named.get("only_for")):
            return False
        return not named.get("target_class_required") or self._is_trainee_for_this(work)

    def _is_trainee_for_this(self, work: Work) -> bool:
        return work.target == self.class_id or (work.target is None and "TARGET_CLASS" in self.plan.assumed)

    def _is_lead(self, rule: Json, work: Work) -> bool:
        if not rule.get("lead") or work.class_id not in self.series:
            return False
        return "LEAD" in self.plan.assumed or (work.planned and work.class_id in self.plan.lead_in)

    def takes_lead(self, name: str) -> bool:
        """Tell whether the requirement asks lead work, or holds one that does."""
        return bool(self._lead_in(name))

    def is_led(self, name: str, work: Work) -> bool:
        """Tell whether the job is declared as the lead work that the requirement takes, or planned as such."""
        leads = self._lead_in(name)
        planned = work.planned and work.class_id in self.plan.lead_in
        return planned or any(f"{self.class_id}#{one}" in work.declared for one in leads)

    def _lead_in(self, name: str) -> set[str]:
        inner = [one["id"] for one in self.rules.values() if one.get("within") == name]
        found = {lead for one in inner for lead in self._lead_in(one)}
        return found | ({name} if self.rules.get(name, {}).get("lead") else set())

    # ------------------------------------------------------------------ study and degrees

    def credit(self, name: str, month: int) -> Amount:
        """Return the months that study and degrees stand for by a month of the plan."""
        held = [(level, field) for since, level, field in self.person.degrees if since <= month]
        total: Amount = 0
        for one in self.substitutions:
            if one["stands_for"] == name and one["kind"] == "study":
                total += self._study_months(one, {level for level, _ in held}, month)
            elif one["stands_for"] == name and one["kind"] == "degree":
                total += int(one["months"]) if any(self._serves(one, *degree) for degree in held) else 0
        return total

    def _study_months(self, one: Json, levels: set[str], month: int) -> Amount:
        blocks = Fraction(max(self.hours(month), self.hours_of(levels))) / int(one["semester_hours"])
        if self.conventions["study_blocks"] == "whole":
            blocks = Fraction(blocks.numerator // blocks.denominator)
        return min(Fraction(one["at_most_months"]), blocks * int(one["months"]))

    def hours(self, month: int) -> Amount:
        """Return the semester hours done by a month of the plan, on top of an associate degree's once it is held."""
        up, down = self.conventions["quarter_hour_ratio"]
        yearly = Fraction(self.plan.study)
        done = Fraction(self.person.semester_hours) + self.person.quarter_hours * Fraction(up, down)
        held = done + yearly * month / 12
        for since, level, _ in self.person.degrees:
            if level == "associate" and since <= month:
                awarded = max(done + yearly * since / 12, Fraction(self.hours_of({level})))
                held = max(held, awarded + yearly * (month - since) / 12)
        return held

    def hours_of(self, levels: set[str]) -> int:
        """Return the undergraduate hours that degrees count for at least."""
        implied = self.conventions["advanced_degree_implies_bachelor"] and levels & {*GRADUATE}
        if "bachelor" in levels or implied:
            return int(self.conventions["bachelor_semester_hours"])
        return int(self.conventions["associate_semester_hours"]) if "associate" in levels else 0

    def _serves(self, rule: Json, level: str, field: str | None) -> bool:
        if level != rule["degree"]:
            return False
        related = rule.get("or_closely_related") and "CLOSELY_RELATED" in self.plan.assumed
        return bool(related) or not rule.get("fields") or field in rule["fields"]

    # ------------------------------------------------------------------ what no service fills

    def holds_by(self, name: str, month: int) -> bool | None:
        """Tell whether a requirement without months holds by the month; null where a fact is not in the data."""
        if name in self.trainees:
            return self._training_of_no_length(self.trainees[name][0])
        rule = self._rule(name)
        if rule["kind"] == "programme":
            return self._has_completed(rule, month)
        if rule["kind"] == "standing":
            return self.holds(rule["standing"])
        if rule["kind"] == "credential":
            return "CREDENTIAL" in self.plan.assumed or rule["name"] in (self.person.licences or ())
        if rule["kind"] == "condition":
            return rule["code"] in self.plan.assumed
        return self._is_educated(rule, month)

    def states_no_length(self, names: tuple[str, ...]) -> bool:
        """Tell whether a route is training whose length is not in the data."""
        return any(name in self.trainees and self.trainees[name][1] is None for name in names)

    def _training_of_no_length(self, feeder: str) -> bool | None:
        works = [*(spell.work for spell in self.person.past), *self.person.present]
        enrolled = any(work.class_id == feeder and self._is_trainee_for_this(work) for work in works)
        return None if enrolled else False

    def _has_completed(self, rule: Json, month: int) -> bool | None:
        told = self.person.programmes.get(rule["programme"])
        if told is None or (rule.get("approval_required") and told["approved"] is False):
            return False
        return None if told["done"] is None else told["done"] <= month

    def _is_educated(self, rule: Json, month: int) -> bool:
        held = [(level, field) for since, level, field in self.person.degrees if since <= month]
        if rule.get("semester_hours") is not None:
            hours = max(self.hours(month), self.hours_of({level for level, _ in held}))
            return hours >= int(rule["semester_hours"])
        serving = [field for level, field in held if level in self._at_least(rule["degree"])]
        related = rule.get("or_closely_related") and "CLOSELY_RELATED" in self.plan.assumed
        return any(related or not rule.get("fields") or field in rule["fields"] for field in serving)

    def _at_least(self, level: str) -> tuple[str, ...]:
        implied = GRADUATE if self.conventions["advanced_degree_implies_bachelor"] else ()
        higher = {"associate": ("bachelor", *implied), "bachelor": implied}
        return (level, *higher.get(level, ()))
