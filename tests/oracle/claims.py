"""What one job counts for in one class, and on which conditions (docs/semantics.md, sections 2 and 3)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.oracle.documents import Catalog, Json, Rules
from tests.oracle.person import Job, Person
from tests.oracle.studying import Study, is_held

CODES = {"internal": "INTERNAL", "state_employee": "STATE_EMPLOYEE", "permanent": "PERMANENT"}


def some(told: Iterable[bool]) -> bool:
    """Tell whether any holds; each is looked at, so that every condition on the way is come upon."""
    return any(list(told))


class Plan(NamedTuple):
    """How the person goes on: the kind of plan, hours of study a year, classes led in, what is assumed, by way of."""

    kind: str
    study: str
    lead_in: frozenset[str]
    assumed: frozenset[str] = frozenset()


class Claims:
    """Judges the conditions of one class for one person, where ``true`` names what is taken as true.

    ``asked`` gathers every condition come upon that is not declared, ``closed`` those
    declared false; ``lead_settled`` names requirements that lead work declared or planned
    fills by itself, for which nothing of the kind is asked (docs/semantics.md, C29).
    """

    def __init__(self, catalog: Catalog, person: Person, rules: Rules, plan: Plan, true: frozenset[str]) -> None:
        self.catalog = catalog
        self.person = person
        self.rules = rules
        self.plan = plan
        self.true = true | plan.assumed
        self.asked: set[str] = set()
        self.closed: set[str] = set()
        self.lead_settled: set[str] = set()

    def granted(self, code: str) -> bool:
        """Tell whether a condition that only a person can judge is taken as true; else it is asked."""
        if code not in self.plan.assumed:
            self.asked.add(code)
        return code in self.true

    def standing(self, name: str | None) -> bool:
        """Tell whether a standing is held: undeclared it is asked, declared false it closes."""
        if name is None:
            return True
        told = self.person.standing(name, self.rules.jurisdiction)
        if told is False:
            self.closed.add(CODES[name])
        return self.granted(CODES[name]) if told is None else told

    # ------------------------------------------------------------------ study and licenses

    def degree(self, study: Study, rule: Json, month: int, *, in_order: bool = False) -> bool:
        """Tell whether a degree serves at a month, or would if a person found its field related (C8, C13, C23)."""
        code = "CLOSELY_RELATED" if rule.get("or_closely_related") else "RELATED_FIELD"
        fields = rule.get("fields", [])
        degrees = study.serving(rule, month, in_order=in_order)
        return some(self.rules.is_named(one.field, fields) or self.granted(code) for one in degrees)

    def in_a_field(self, fields: list[str]) -> Callable[[str | None], bool]:
        """Return what tells whether a field counts: it is named, or a person finds it related (C23)."""
        return lambda field: self.rules.is_named(field, fields) or self.granted("RELATED_FIELD")

    def studied(self, study: Study, rule: Json, month: int, *, in_order: bool = False) -> bool:
        """Tell whether an education requirement is held in a month: degree, hours and courses (section 1, C23, C32)."""
        parts: list[bool] = []
        hours, fields = rule.get("semester_hours"), rule.get("fields", [])
        if rule.get("degree") == "high_school":
            parts.append(self._schooled(study, month, in_order=in_order))
        elif rule.get("degree"):
            parts.append(self.degree(study, rule, month, in_order=in_order))
        courses = [(one["fields"], one["semester_hours"]) for one in rule.get("courses", [])]
        courses += [(fields, hours)] if hours is not None and fields else []
        told = is_held(None, month, in_order=in_order)
        parts += [study.hours_in(self.in_a_field(named)) >= asked and told for named, asked in courses]
        if hours is not None and not fields:
            parts.append(study.hours_then(month, in_order=in_order) >= hours)
        return all(parts)

    def _schooled(self, study: Study, month: int, *, in_order: bool) -> bool:
        taken = not study.school_is_told and self.granted("SCHOOL") and is_held(None, month, in_order=in_order)
        return taken or study.schooled(month, in_order=in_order)

    def license(self, name: str, month: int, *, in_order: bool = False) -> bool:
        """Tell whether a license is held: undeclared it is asked, missing from a list it is not (reading 14)."""
        found = [one for one in self.person.licenses if one.name == name]
        if not found and not self.person.declares_licenses:
            return self.granted("CREDENTIAL") and is_held(None, month, in_order=in_order)
        return any(is_held(one.month, month, in_order=in_order) for one in found)

    def may_be_entered_without(self, name: str) -> bool:
        """Tell whether nothing is declared of a license that is asked by appointment (C25)."""
        return not self.person.declares_licenses and name not in {one.name for one in self.person.licenses}

    def approved(self, rule: Json) -> bool:
        """Tell whether a program may count: approval asked and declared false closes it, else it is shown."""
        listed = [one for one in self.person.profile.get("programs", []) if one["name"] == rule["programme"]]
        refused = bool(rule.get("approval_required")) and any(one.get("approved") is False for one in listed)
        if refused:
            self.closed.add("DAS_APPROVED")
        return not refused

    # ------------------------------------------------------------------ service

    def counts_directly(self, job: Job, requirement: str) -> bool:
        """Tell whether a job counts for an experience requirement, or for a part of it (C11, C16)."""
        rule = self.rules.requirements[requirement]
        parts = self.rules.parts[requirement]
        ways = [
            self._declared(job, rule, parts),
            some(self._named(job, named) for part in parts for named in part.get("classes", ())),
            any(self._ruled(job, part) for part in parts),
            self.leads_surely(job, requirement),
            self._may_lead(job, requirement),
        ]
        return any(ways)

    def counts_by(self, job: Job, substitution: Json) -> bool:
        """Tell whether a job is service that a substitution takes (C12, C22)."""
        named = substitution.get("named")
        if not named:
            return f"{self.rules.class_id}#{substitution['stands_for']}" in job.declared
        ways = [self._named(job, named)]
        if f"{self.rules.class_id}#sub:{named['class']}" in job.declared:
            ways.append(self._equivalent())
        return any(ways)

    def counts_as_trainee(self, job: Job, feeder: str) -> bool:
        """Tell whether a job is service as a trainee for this class (C12)."""
        return job.class_id == feeder and self._target(job)

    def _declared(self, job: Job, rule: Json, parts: list[Json]) -> bool:
        """Count a declared month of a part for the whole; where classes are named it is equivalent (C16)."""
        declared = [part["id"] for part in parts if f"{self.rules.class_id}#{part['id']}" in job.declared]
        if not declared:
            return False
        beyond = set(self.rules.wholes(rule["id"])) - {rule["id"]}
        on_the_way = {name for one in declared for name in self.rules.wholes(one)} - beyond
        known = self.rules.requirements
        return some(self._takes_declared_work(known[name]) for name in on_the_way) or self._equivalent()

    def _takes_declared_work(self, rule: Json) -> bool:
        """Tell whether declared service needs no equivalence: no class is named to this person, or a field besides."""
        named = [one for one in rule.get("classes", ()) if self._may_be(one.get("only_for"))]
        return not named or bool(rule.get("or_in_field"))

    def _may_be(self, standing: str | None) -> bool:
        """Tell whether a reading for people of a standing may be this person's: nothing declared denies it."""
        return standing is None or self.person.standing(standing, self.rules.jurisdiction) is not False

    def _equivalent(self) -> bool:
        return self.rules.conventions.get("equivalents") == "counted" or self.granted("EQUIVALENT")

    def _named(self, job: Job, named: Json) -> bool:
        if job.class_id is None or job.class_id != named["class"]:
            return False
        for_this_person = self.standing(named.get("only_for"))
        return (not named.get("target_class_required") or self._target(job)) and for_this_person

    def _target(self, job: Job) -> bool:
        if job.target is None:
            return self.granted("TARGET_CLASS")
        if job.target != self.rules.class_id:
            self.closed.add("TARGET_CLASS")
        return job.target == self.rules.class_id

    def _ruled(self, job: Job, part: Json) -> bool:
        reference = f"{self.rules.class_id}#{part['id']}"
        rulings = self.rules.rulings
        return any(one["class"] == job.class_id and reference in one["counts_toward"] for one in rulings)

    def leads_surely(self, job: Job, requirement: str) -> bool:
        """Tell whether a job is lead work toward a requirement, as declared, ruled or planned (C17)."""
        leads = self.rules.leads_in(requirement)
        planned = bool(leads) and job.planned and job.class_id in self.plan.lead_in
        declared = any(f"{self.rules.class_id}#{one['id']}" in job.declared for one in leads)
        return planned or declared or any(self._ruled(job, one) for one in leads)

    def _may_lead(self, job: Job, requirement: str) -> bool:
        """Tell whether a job is lead work if all service in the series is taken as such (C17)."""
        if not self.rules.leads_in(requirement) or requirement in self.lead_settled or not self.granted("LEAD"):
            return False
        series = self.rules.series
        return series is not None and self.catalog.series_of(job.class_id) == series
