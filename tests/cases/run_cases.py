"""Worked cases through the real command line: what is expected, compared with what is answered.

A case is a command, with the ``profile`` that PROFILE stands for, and ``classes`` where it
is asked of a catalog of its own (``made_up``), not of the bundled one. ``expect`` gives
``status`` (``not_now``: any but now; ``error``: exit status 2), ``months``, ``routes``
(one of these at least), ``conditions_include``, ``feeders`` (steps that ``show`` lists),
and may give: ``routes_exact``,
``conditions_exclude``, ``effects`` (condition code to shown, asked, assumed or closed),
``missing`` (all sets, exactly), ``if_conditions_met`` (the keys named, exactly), ``proved``,
``figures`` (requirement to asked, held, credited, left), ``moves`` (from, to, months
held, route), ``alternatives`` (of each: moves by class, months), ``truncated``,
``others`` (of several targets: class to figure or status), ``open_route`` (of a path
without a ladder: its status and months), ``exit`` and ``told`` (words of an error).
``catalog`` names a folder of ``catalogs``, put for ``CATALOG`` in the command.
``file_months``, ``file_month``, ``appoint_months`` and ``appoint_month`` are compared exactly.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from ladder.cli.running import _run_told
from tests.cases.made_up import write_catalog

Case = Mapping[str, Any]
Answer = Mapping[str, Any]
CATALOGS = Path(__file__).with_name("catalogs")
ERROR = 2
"""The exit status of a bad call or bad input."""


def load_yaml(file: Path) -> Any:  # noqa: ANN401 - plain values of any kind
    """Return what a YAML file holds, read by the parser in C where PyYAML has it: many times as fast."""
    return yaml.load(file.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe


def compare(case: Case, folder: Path) -> list[str]:
    """Return what differs between a case's answer and its expectation; none if it holds."""
    words = list(case["command"][1:])
    if "profile" in case:
        file = folder / "profile.json"
        file.write_text(json.dumps(case["profile"]), encoding="utf-8")
        words = [str(file) if word == "PROFILE" else word for word in words]
    if "classes" in case:
        words += ["--catalog", str(write_catalog(case["classes"], folder, **case.get("jurisdiction", {})))]
    if "catalog" in case:
        words = [str(CATALOGS / case["catalog"]) if word == "CATALOG" else word for word in words]
    with CliRunner().isolation() as (output, faults, _):
        status = _run_told(words, with_trace=False)
    expect = case["expect"]
    wanted = expect.get("exit", status)
    found = [] if status == wanted else [f"exit {status}, not {wanted}"]
    return [*found, *_differences(expect, status, output.getvalue().decode(), faults.getvalue().decode())]


def _differences(expect: Mapping[str, Any], status: int, output: str, faults: str) -> list[str]:
    if expect.get("status") == "error":
        return _error(expect, status, faults)
    if not output.strip():
        return [f"no answer: exit {status}: {faults}"]
    told = json.loads(output)
    answer = told.get("best", told) or told
    found = [*_status(expect, answer), *_figures(expect, answer), *_conditions(expect, answer)]
    found += [*_exactly(expect, answer), *_requirements(expect, answer), *_others(expect, told)]
    for feeder in expect.get("feeders", []):
        if not any(all(step[key] == value for key, value in feeder.items()) for step in told["feeders"]):
            found.append(f"no feeder {feeder}")
    return found


def _error(expect: Mapping[str, Any], status: int, faults: str) -> list[str]:
    if status != ERROR:
        return [f"no error: exit {status}"]
    return [f"{words!r} is not told: {faults}" for words in expect.get("told", []) if words not in faults]


def _status(expect: Mapping[str, Any], answer: Answer) -> list[str]:
    wanted, got = expect.get("status"), answer.get("status")
    if wanted == "not_now":
        return ["status is now"] if got == "now" else []
    return [f"status {got}, not {wanted}"] if wanted is not None and got != wanted else []


def _figures(expect: Mapping[str, Any], answer: Answer) -> list[str]:
    found = []
    if "months" in expect and answer.get("months") != expect["months"]:
        found.append(f"{answer.get('months')} months, not {expect['months']}")
    if "routes" in expect and not set(expect["routes"]) & set(answer["routes"]):
        found.append(f"routes {answer['routes']}, none of {expect['routes']}")
    return found


def _conditions(expect: Mapping[str, Any], answer: Answer) -> Iterator[str]:
    effects = {condition["code"]: condition["effect"] for condition in answer.get("conditions", [])}
    for code in expect.get("conditions_include", []):
        if code not in effects:
            yield f"condition {code} is not among {sorted(effects)}"
    for code in expect.get("conditions_exclude", []):
        if code in effects:
            yield f"condition {code} is among {sorted(effects)}"
    for code, effect in expect.get("effects", {}).items():
        if effects.get(code) != effect:
            yield f"condition {code} is {effects.get(code)}, not {effect}"


_DATES = ("month", "file_months", "file_month", "appoint_months", "appoint_month")


def _exactly(expect: Mapping[str, Any], answer: Answer) -> Iterator[str]:
    moves = [[move["from"], move["to"], move["hold_months"], move["route"]] for move in answer.get("steps", [])]
    told = {
        "routes_exact": answer.get("routes"),
        "missing": answer.get("missing"),
        "if_conditions_met": _named_in(expect.get("if_conditions_met"), answer.get("if_conditions_met")),
        "proved": answer.get("proved_months"),
        **{key: answer.get(key) for key in _DATES},
        "moves": moves,
    }
    for key, got in told.items():
        if key in expect and got != expect[key]:
            yield f"{key} {got}, not {expect[key]}"


def _named_in(wanted: Answer | None, got: Answer | None) -> Answer | None:
    """Return what was answered under the keys that the case names."""
    return got if wanted is None or got is None else {key: got.get(key) for key in wanted}


def _requirements(expect: Mapping[str, Any], answer: Answer) -> Iterator[str]:
    traces = {trace["id"]: trace for trace in answer.get("requirements", [])}
    for name, figures in expect.get("figures", {}).items():
        trace = traces[name]
        got = {
            "asked": trace["asked"],
            "held": trace["held"],
            "credited": sum(credit["months"] for credit in trace["credited"]),
            "left": trace["left"],
            "met_in_months": trace["met_in_months"],
        }
        for key, value in figures.items():
            if got[key] != value:
                yield f"{name} {key} {got[key]}, not {value}"


def _others(expect: Mapping[str, Any], told: Answer) -> Iterator[str]:
    for key, value in expect.get("open_route", {}).items():
        if (got := (told.get("open_route") or {}).get(key)) != value:
            yield f"open route {key} {got}, not {value}"
    if "truncated" in expect and told["truncated"] != expect["truncated"]:
        yield f"truncated {told['truncated']}"
    if "alternatives" in expect:
        got = [[[move["to"] for move in one["steps"]], one["months"]] for one in told["alternatives"]]
        if got != expect["alternatives"]:
            yield f"alternatives {got}, not {expect['alternatives']}"
    answers = {one["target"]: one for one in told.get("assessments", [])}
    for target, figure in expect.get("others", {}).items():
        got = answers[target]["status"] if isinstance(figure, str) else answers[target]["months"]
        if got != figure:
            yield f"{target} {got}, not {figure}"
