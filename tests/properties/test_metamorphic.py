"""What must not change an answer, and what may change it one way only."""

import copy
import json
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest

from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.paths.path_answers import find_paths
from tests.measure import SLOW, measure
from tests.oracle.comparison import engine_plan_of, read_case
from tests.oracle.generate import HOME, new_case

Json = dict[str, Any]
Answered = tuple[Json, Assessment | None]
SHARES = 4
NEVER = 10**6

pytestmark = [pytest.mark.parametrize("share", range(SHARES)), pytest.mark.untraced]


@cache
def _cases(share: int) -> list[Answered]:
    """Return this share of the cases, each with its answer: by turns one class judged, and one climb."""
    count = measure(10_000, share=SLOW) // SHARES
    seeds = range(share * count, (share + 1) * count)
    cases = [new_case(10**6 + seed, ("assess", "climb")[seed % 2]) for seed in seeds]
    return [(case, _answer(case)) for case in cases]


@cache
def _free_cases(share: int) -> list[Answered]:
    """Return the same cases, each climb free to take its best plan.

    Along classes given beforehand each is left in the first month that the next one is
    open. More service may then mean leaving too early a class that is never open again,
    so neither property holds there, by the very meaning of such a path.
    """
    return [_set_free(case) if case["plan"].get("via") else (case, answer) for case, answer in _cases(share)]


def _set_free(case: Json) -> Answered:
    free = case | {"plan": case["plan"] | {"via": []}}
    return free, _answer(free)


def _answer(case: Json) -> Assessment | None:
    catalog, history = read_case(case)
    asked = Case(catalog, history, engine_plan_of(case))
    if case["kind"] == "assess":
        return assess(asked, case["target"])
    return find_paths(asked, start=case["from"], target=case["target"], alternatives=0).best


def _at_worst(answer: Assessment | None) -> int:
    return NEVER if answer is None or answer.months is None else answer.months


def _at_best(answer: Assessment | None) -> int:
    return NEVER if answer is None or answer.proved_months is None else answer.proved_months


def _changed(case: Json, change: Callable[[Json, Random], None]) -> Json:
    changed = copy.deepcopy(case)
    change(changed, Random(json.dumps(case["profile"])))
    return changed


def test_more_service_never_worsens_a_verdict(share: int) -> None:
    for case, answer in _free_cases(share):
        more = _answer(_changed(case, _serve_more))
        assert _at_best(more) <= _at_worst(answer), case


def _serve_more(case: Json, rng: Random) -> None:
    """Add a job, lengthen one, or raise its share of full time."""
    jobs = case["profile"].setdefault("jobs", [])
    codes = [spec["code"] for spec in case["catalog"]["classes"] if "code" in spec]
    undated = [job for job in jobs if "months" in job]
    part_time = [job for job in jobs if "fte" in job]
    if undated and rng.random() < 0.3:
        rng.choice(undated)["months"] = "9"
    elif part_time and rng.random() < 0.5:
        del rng.choice(part_time)["fte"]
    else:
        jobs.append({"class": f"{HOME}/{rng.choice(codes)}", "months": str(rng.randint(1, 5)), "fte": "0.7"})


def test_raising_a_requirement_never_shortens_the_time(share: int) -> None:
    for case, answer in _free_cases(share):
        raised = _answer(_changed(case, _ask_more))
        assert _at_worst(raised) >= _at_best(answer), case


def _ask_more(case: Json, rng: Random) -> None:
    classes = [spec["qualifications"] for spec in case["catalog"]["classes"] if "qualifications" in spec]
    rules = [rule for one in classes for rule in one["requirements"] if rule["kind"] == "experience"]
    if rules:
        rng.choice(rules)["months"] += rng.randint(1, 3)


def test_renaming_codes_renames_answers(share: int) -> None:
    for case, answer in _cases(share):
        named = _names(case)
        renamed = json.loads(_renamed(json.dumps(case), named))
        assert _told(answer, named) == _told(_answer(renamed), {}), case


def _names(case: Json) -> dict[str, str]:
    ids = [f"{HOME}/{spec['code']}" for spec in case["catalog"]["classes"] if "code" in spec]
    return {one: f"{HOME}/N{(7 * place + 3) % 10}{place}" for place, one in enumerate(ids)}


def _renamed(text: str, named: dict[str, str]) -> str:
    for old, new in named.items():
        text = text.replace(old, new).replace(f'"code": "{old[6:]}"', f'"code": "{new[6:]}"')
    return text


def _told(answer: Assessment | None, named: dict[str, str]) -> object:
    """Return what does not hang on ties, under other names."""
    if answer is None:
        return None
    missing = {frozenset(_renamed(name, named) for name in one) for one in answer.missing}
    routes = {_renamed(route, named) for route in answer.routes}
    codes = {(condition.code, condition.effect) for condition in answer.conditions}
    if answer.steps:
        routes, codes = set(), set()
    return answer.status, answer.months, answer.proved_months, len(answer.steps), routes, missing, codes


def test_an_unrelated_class_changes_nothing(share: int) -> None:
    for case, answer in _cases(share):
        assert _answer(_changed(case, _add_unrelated)) == answer, case


def _add_unrelated(case: Json, rng: Random) -> None:
    """Add two classes that lead to one another, and a programme, none of which the others name."""
    classes = case["catalog"]["classes"]
    source = {"document": "e", "section": "t"}
    for code, feeder in (("U1", "U2"), ("U2", "U1")):
        rule: Json = {"kind": "experience", "id": "general", "months": 1, "what": "w", "source": source}
        rule["classes"] = [{"class": f"{HOME}/{feeder}"}]
        routes = [{"id": "general", "requires": ["general"]}]
        spec: Json = {"jurisdiction": HOME, "code": code, "title": f"Unrelated {code}", "completeness": "whole"}
        spec |= {"source": source, "qualifications": {"requirements": [rule], "routes": routes}}
        classes.insert(rng.randint(0, len(classes)), spec)


def test_the_order_of_classes_in_documents_does_not_matter(share: int) -> None:
    for case, before in _cases(share):
        shuffled = _answer(_changed(case, lambda one, rng: rng.shuffle(one["catalog"]["classes"])))
        assert _told(shuffled, {}) == _told(before, {}), case
        if before and shuffled:
            assert [(move.target_class, move.hold_months) for move in shuffled.steps] == [
                (move.target_class, move.hold_months) for move in before.steps
            ], case


def test_figures_come_with_now_and_after_alone(share: int) -> None:
    for _, answer in _cases(share):
        if answer is not None:
            assert (answer.months is None) == (answer.status not in {Status.NOW, Status.AFTER})
            assert (answer.months == 0) == (answer.status is Status.NOW)
