"""The engine's answer to a case beside the oracle's, and what they disagree on."""

import json
from fractions import Fraction

from ladder.candidates import Profile
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.answers import find_paths
from ladder.profiles import resolve_profile
from ladder.service_time import read_month
from tests.oracle import brute_force
from tests.oracle.clauses import Books
from tests.oracle.clauses import Plan as OraclePlan
from tests.oracle.declarations import Json, number


class UnusableCaseError(Exception):
    """The case is no question at all: its profile has faults."""


def disagreements(case: Json) -> list[str]:
    """Return every way in which the engine and the oracle differ on a case, none if they agree."""
    catalog, history = read_case(case)
    if case["kind"] == "assess":
        found = assess(catalog, history, case["target"], engine_plan_of(case))
        truth = brute_force.assess(case["catalog"], case["profile"], case["target"], oracle_plan_of(case))
        return _differing_verdicts(found, truth)
    plan = engine_plan_of(case)
    best = find_paths(catalog, history, start=case["from"], target=case["target"], plan=plan, alternatives=0).best
    return _differing_holds(case, best) if plan.via else _differing_climbs(case, best)


def read_case(case: Json) -> tuple[Catalog, History]:
    """Read the case as the engine does."""
    catalog = Catalog(CatalogRecord.model_validate_json(json.dumps(case["catalog"])))
    profile = Profile.model_validate_json(json.dumps(case["profile"]))
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


def oracle_plan_of(case: Json) -> OraclePlan:
    """Return the case's plan as the oracle takes it."""
    plan = case["plan"]
    return OraclePlan(plan["kind"], number(plan["study"]), frozenset(plan["lead_in"]), frozenset(plan["assumed"]))


def _differing_verdicts(found: Assessment, truth: brute_force.Verdict) -> list[str]:
    better = found.if_conditions_met
    told = {
        "status": (found.status.value, truth.status),
        "months": (found.months, truth.months),
        "proved": (found.proved_months, truth.months),
        "routes": (set(found.routes), set(truth.routes)),
        "missing": ({frozenset(one) for one in found.missing}, set(truth.missing)),
        "if_conditions_met": (better.months if better else None, truth.if_conditions_met),
    }
    return [f"{name}: engine {engine}, oracle {oracle}" for name, (engine, oracle) in told.items() if engine != oracle]


def _differing_climbs(case: Json, best: Assessment | None) -> list[str]:
    """Compare a climb: bound <= truth <= plan; where proved, equal and of the fewest moves."""
    truth = brute_force.climb(case["catalog"], case["profile"], case["from"], case["target"], oracle_plan_of(case))
    status = best.status.value if best else "no_path"
    if best is None or best.months is None or best.proved_months is None or truth.months is None:
        return [] if status == truth.status else [f"status: engine {status}, oracle {truth}"]
    told = f"engine {best.months}, proved {best.proved_months}, oracle {truth}"
    found = [f"proof: {told}"] if best.proved_months > truth.months else []
    found += [f"months: {told}"] if best.months < truth.months else []
    found += [f"unproved: {told}"] if best.proved_months != best.months else []
    if not found and len(best.steps) != truth.moves:
        found.append(f"moves: engine {[(move.target_class, move.at_month) for move in best.steps]}, oracle {truth}")
    return found


def _differing_holds(case: Json, best: Assessment | None) -> list[str]:
    """Compare the time along a given ladder, class by class."""
    if not brute_force.find_ladder(Books(case["catalog"]), case["from"], case["target"]):
        return [] if best is None else ["status: engine sees a ladder where the oracle sees none"]
    classes = [case["from"], *case["plan"]["via"], case["target"]]
    truth = brute_force.along(case["catalog"], case["profile"], classes, oracle_plan_of(case))
    held = [move.hold_months for move in best.steps] if best and best.months is not None else None
    return [] if held == truth else [f"holds: engine {held}, oracle {truth}"]
