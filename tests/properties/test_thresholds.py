"""Profiles at, one month short of and one month over a threshold: none is judged wrongly."""

import json

import pytest

from ladder.candidates import Profile
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case as Asked
from ladder.eligibility.plans import Plan, PlanKind
from ladder.profiles import resolve_profile
from ladder.records import validate_json
from ladder.service_time import read_month
from tests.measure import measure
from tests.properties.thresholds import AS_OF, ASKED, Case, new_case

pytestmark = pytest.mark.untraced

SHARES = 10


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def _assess(catalog: Catalog, case: Case, kind: PlanKind) -> Assessment:
    profile = validate_json(Profile, json.dumps(case.profile))
    history, faults = resolve_profile(profile, catalog, as_of=read_month(AS_OF))
    assert faults == (), case
    return assess(Asked(catalog, history, Plan(kind)), case.asked.target)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_threshold_is_met_exactly_and_never_a_month_early(catalog: Catalog, share: int) -> None:
    cases = measure(20_000) // SHARES
    for seed in range(share * cases, (share + 1) * cases):
        case = new_case(seed)
        staying = _assess(catalog, case, PlanKind.STAY)
        assert staying.months == case.month, (seed, case, staying)
        assert case.asked.route in staying.routes, (seed, case, staying.routes)
        idle = _assess(catalog, case, PlanKind.NONE)
        assert idle.status == ("unreachable" if case.month else "now"), (seed, case, idle)


def test_every_class_is_asked_about_short_exact_and_over() -> None:
    cases = [new_case(seed) for seed in range(3 * len(ASKED))]
    assert [case.asked for case in cases] == [*ASKED] * 3
    assert sum(case.month > 0 for case in cases) == len(ASKED)
