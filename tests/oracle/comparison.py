"""The engine's answer to a case beside the oracle's, and what they disagree on."""

import json
from fractions import Fraction

from ladder.candidates import Profile
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.path_answers import find_paths
from ladder.profiles import resolve_profile
from ladder.records import validate_json
from ladder.service_time import read_month
from tests.oracle import climbing, verdicts
from tests.oracle.dice import RULES_NOT_BUILT_YET
from tests.oracle.documents import Catalog as Book
from tests.oracle.documents import Json
from tests.oracle.person import Person
from tests.oracle.verdicts import Verdict

Told = dict[str, tuple[object, object]]


class UnusableCaseError(Exception):
    """The case is no question at all: its profile has faults."""


def disagreements(case: Json) -> list[str]:
    """Return every way in which the engine and the oracle differ on a case, none if they agree."""
    catalog, history = read_case(case)
    plan = engine_plan_of(case)
    asked = Case(catalog, history, plan)
    if case["kind"] == "assess":
        return _differing_verdicts(assess(asked, case["target"]), true_verdict(case))
    answer = find_paths(asked, start=case["from"], target=case["target"], alternatives=0)
    if answer.best is None:
        return _differing_without_ladder(case, answer.open_route)
    return _differing_holds(case, answer.best) if plan.via else _differing_climbs(case, answer.best)


def read_case(case: Json) -> tuple[Catalog, History]:
    """Read the case as the engine does."""
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(case["catalog"])))
    profile = validate_json(Profile, json.dumps(case["profile"]))
    history, faults = resolve_profile(profile, catalog, as_of=read_month(case["profile"]["as_of"]))
    if faults:
        raise UnusableCaseError(faults)
    return catalog, history


def engine_plan_of(case: Json) -> Plan:
    """Return the case's plan as the engine takes it."""
    plan = case["plan"]
    return Plan(
        PlanKind(plan["kind"]),
        Fraction(plan["study"]),
        frozenset(plan["lead_in"]),
        via=tuple(plan.get("via", ())),
        assumed=frozenset(plan["assumed"]),
    )


def true_verdict(case: Json) -> Verdict:
    """Return the oracle's verdict on a case: of one class, or of the best way to it."""
    book = Book(case["catalog"])
    if case["kind"] == "climb":
        return _true_climb(case)[0]
    person = Person(case["profile"], frozenset(book.specs))
    return verdicts.assess(book, person, case["target"], verdicts.read_plan(case["plan"]))


def _true_climb(case: Json) -> tuple[Verdict, int | None]:
    book = Book(case["catalog"])
    person = climbing.read_start(case, frozenset(book.specs))
    return climbing.climb(book, person, case["from"], case["target"], verdicts.read_plan(case["plan"]))


def _differing_verdicts(found: Assessment, truth: Verdict) -> list[str]:
    better = found.if_conditions_met
    met = frozenset(verdicts.parts_of(one) for one in found.routes)
    told: Told = {
        "status": (found.status.value, truth.status),
        "months": (found.months, truth.months),
        "month": (found.month, None if truth.months is None else found.as_of + truth.months),
        "proved": (found.proved_months, truth.months),
        "routes": (met, truth.routes),
        "missing": (frozenset(frozenset(one) for one in found.missing), truth.missing),
        "if_conditions_met": (better.months if better else None, truth.better),
        "never appointed": ("NEVER_AT_ONCE" in _codes(found, "shown"), truth.never_appointed),
        "horizon": ("HORIZON" in _codes(found, "shown"), truth.beyond),
    }
    if "C21" not in RULES_NOT_BUILT_YET:
        told["file_months"] = (getattr(found, "file_months", None), truth.file_months)
    told["appoint_months"] = (found.appoint_months, truth.appoint_months)
    return _told(told) + _differing_conditions(found, truth)


def _told(told: Told) -> list[str]:
    return [f"{name}: engine {engine}, oracle {oracle}" for name, (engine, oracle) in told.items() if engine != oracle]


def _codes(found: Assessment, effect: str) -> frozenset[str]:
    return frozenset(one.code for one in found.conditions if one.effect.value == effect)


def _differing_conditions(found: Assessment, truth: Verdict) -> list[str]:
    """Compare what is asked: never what is declared, always what would change the answer; and what is closed."""
    asked, closed = _codes(found, "asked"), _codes(found, "closed")
    told = []
    if not asked <= truth.asked:
        told.append(f"asked: engine {set(asked)}, oracle knows only {set(truth.asked)}")
    if truth.better_by and not any(one <= asked for one in truth.better_by):
        told.append(f"asked: engine {set(asked)}, oracle needs one of {[set(one) for one in truth.better_by]}")
    if not closed <= truth.closed:
        told.append(f"closed: engine {set(closed)}, oracle {set(truth.closed)}")
    better = found.if_conditions_met
    if better and truth.better_by and frozenset(better.conditions) not in truth.better_by:
        told.append(f"changing: engine {set(better.conditions)}, oracle one of {[set(one) for one in truth.better_by]}")
    return told


def _differing_without_ladder(case: Json, open_route: Assessment | None) -> list[str]:
    """Compare what is said where no ladder joins the two classes (docs/semantics.md, C28)."""
    book = Book(case["catalog"])
    found = [] if not book.on_ladders(case["from"], case["target"]) else ["ladder: engine sees none, oracle one"]
    if found or open_route is None or "C28" in RULES_NOT_BUILT_YET or case["plan"].get("via"):
        return found
    person = climbing.read_start(case, frozenset(book.specs))
    truth = climbing.open_route(book, person, case["target"], verdicts.read_plan(case["plan"]))
    told: Told = {"status": (open_route.status.value, truth.status), "months": (open_route.months, truth.months)}
    return [f"open route {one}" for one in _told(told)]


def _differing_climbs(case: Json, best: Assessment) -> list[str]:
    """Compare a climb: bound <= truth <= plan; where proved, equal and of the fewest moves."""
    truth, moves = _true_climb(case)
    if best.months is None or best.proved_months is None or truth.months is None:
        return _told({"status": (best.status.value, truth.status)}) + _differing_better(best, truth)
    told = f"engine {best.months}, proved {best.proved_months}, oracle {truth.months}"
    found = [f"proof: {told}"] if best.proved_months > truth.months else []
    found += [f"months: {told}"] if best.months < truth.months else []
    found += [f"unproved: {told}"] if best.proved_months != best.months else []
    if not found and moves not in {None, len(best.steps)}:
        found.append(f"moves: engine {[(move.target_class, move.at_month) for move in best.steps]}, oracle {moves}")
    return found + _differing_better(best, truth)


def _differing_better(best: Assessment, truth: Verdict) -> list[str]:
    """Compare what conditions change; lead work that the plan itself brings is not asked (docs/semantics.md, C29)."""
    better = best.if_conditions_met
    if "LEAD" in truth.asked and "LEAD" not in _codes(best, "asked"):
        return []
    return _told({"if_conditions_met": (better.months if better else None, truth.better)})


def _differing_holds(case: Json, best: Assessment) -> list[str]:
    """Compare the time along a given ladder, class by class."""
    book = Book(case["catalog"])
    classes = [case["from"], *case["plan"]["via"], case["target"]]
    person = climbing.read_start(case, frozenset(book.specs))
    truth = climbing.along(book, person, classes, verdicts.read_plan(case["plan"]))
    held = [move.hold_months for move in best.steps] if best.months is not None else None
    return _told({"holds": (held, truth)})
