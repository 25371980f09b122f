"""The engine beside the independent oracle: 0 disagreements."""

import ast
from pathlib import Path

import pytest

from ladder.eligibility.cases import Case
from ladder.paths.path_answers import find_paths
from ladder.records import RecordRefusedError
from tests.measure import FULL, SLOW, measure
from tests.oracle import fixed
from tests.oracle.comparison import UnusableCaseError, disagreements, engine_plan_of, read_case, true_verdict
from tests.oracle.documents import Json
from tests.oracle.generate import late_license_case, new_case
from tests.oracle.shrinking import print_case, shrink_disagreement

pytestmark = pytest.mark.untraced

EVALUATOR = (
    "claims",
    "climbing",
    "documents",
    "flows",
    "linear",
    "month_grid",
    "person",
    "routes",
    "sharing",
    "splitting",
    "studying",
    "supplies",
    "timing",
    "verdicts",
)
ALLOWED = {"bisect", "collections", "datetime", "fractions", "functools", "itertools", "math", "operator", "typing"}
SHARES = 20
CASES = 50_000 if FULL else 500
"""Cases of each kind: a hundredth in ``make test``, the whole in ``make oracle``."""


def _imports(module: str) -> set[str]:
    tree = ast.parse((Path(__file__).parent / f"{module}.py").read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    named = {alias.name for node in imports for alias in node.names}
    return named | {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


@pytest.mark.parametrize("module", EVALUATOR)
def test_the_oracle_shares_no_code_with_the_engine(module: str) -> None:
    own = {f"tests.oracle.{name}" for name in EVALUATOR}
    foreign = {name for name in _imports(module) if name not in own and name.partition(".")[0] not in ALLOWED}
    assert foreign == set()


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("kind", ["assess", "climb"])
def test_engine_and_oracle_agree(kind: str, share: int) -> None:
    cases = CASES // SHARES
    for seed in range(share * cases, (share + 1) * cases):
        case = new_case(seed, kind)
        if found := disagreements(case):
            pytest.fail(f"{kind} case {seed}: {found}\n{print_case(shrink_disagreement(case))}", pytrace=False)


def test_a_license_that_comes_when_recent_service_has_fallen_out_is_told_alike() -> None:
    reached, cases = 0, CASES // 10
    for seed in range(cases):
        case = late_license_case(seed)
        assert disagreements(case) == [], print_case(case)
        reached += true_verdict(case).never_appointed
    assert reached > cases // 10


def test_three_classes_asked_in_pairs_take_three_months() -> None:
    case = fixed.paired_classes()
    assert _true_months(case) == 3
    assert disagreements(case) == []


@pytest.mark.parametrize("seed", [25_641, 26_104], ids=["a degree of a day", "a license of a day"])
def test_what_is_awarded_on_a_day_counts_from_the_next_month(seed: int) -> None:
    assert disagreements(new_case(seed, "assess")) == []


@pytest.mark.parametrize("name", fixed.TABLE)
def test_the_table_of_the_semantics(name: str) -> None:
    months, told = fixed.TABLE[name]
    case = fixed.bundled_case(told)
    assert _true_months(case) == months
    assert disagreements(case) == []


@pytest.mark.parametrize(
    ("rule", "case", "months"),
    [
        ("C2", fixed.best_split(), 0),
        ("reading 1", fixed.beside_a_part(), 36),
        ("C22", fixed.service_for_a_degree("0"), 72),
        ("C22", fixed.service_for_a_degree("60"), 48),
    ],
)
def test_what_is_worked_out_by_hand(rule: str, case: Json, months: int) -> None:
    assert _true_months(case) == months
    assert disagreements(case) == [], rule


def test_two_parts_of_one_member_of_a_sum_are_refused_as_one_at_a_time_is_too_early() -> None:
    case = fixed.two_parts_beside_another()
    assert true_verdict(case).status == "unreachable"
    with pytest.raises(RecordRefusedError, match="both within"):
        disagreements(case)


def _true_months(case: Json) -> int | None:
    return true_verdict(case).months


def test_a_profile_with_faults_is_no_question() -> None:
    case = new_case(1, "assess")
    case["profile"] = {"as_of": "2026-11", "jobs": [{"class": "us-aa/nothing", "months": "1"}]}
    with pytest.raises(UnusableCaseError):
        disagreements(case)


def test_a_case_shrinks_to_what_matters() -> None:
    case = new_case(1, "assess")
    small = shrink_disagreement(case, judge=lambda one: ["named"] if "profile" in one else [])
    assert small["profile"] == {}
    assert len(small["catalog"]["classes"]) == len({small["from"], small["target"]})


def test_bound_and_plan_hold_the_truth_between_them_on_a_small_budget() -> None:
    for seed in range(measure(2000, share=SLOW)):
        case = new_case(seed, "climb")
        case["plan"].pop("via", None)
        asked = Case(*read_case(case), engine_plan_of(case))
        for bound, planned in _small_budgets(asked, case):
            months = _true_months(case)
            assert months is not None, print_case(case)
            assert bound <= months <= planned, print_case(case)


def _small_budgets(asked: Case, case: Json) -> set[tuple[int, int]]:
    """Return what is proved and what is planned on budgets that end at once, where there is a figure."""
    found = [
        find_paths(asked, start=case["from"], target=case["target"], alternatives=0, budget=budget).best
        for budget in (0, 1, 5)
    ]
    figures = [(one.proved_months, one.months) for one in found if one]
    return {(bound, planned) for bound, planned in figures if bound is not None and planned is not None}
