"""Worked cases through the real command line: what is expected, compared with what is answered."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from ladder.cli.program import program

Case = Mapping[str, Any]


def compare(case: Case, folder: Path) -> list[str]:
    """Return what differs between a case's answer and its expectation; none if it holds."""
    words = list(case["command"][1:])
    if "profile" in case:
        file = folder / "profile.json"
        file.write_text(json.dumps(case["profile"]), encoding="utf-8")
        words = [str(file) if word == "PROFILE" else word for word in words]
    result = CliRunner().invoke(program, words)
    return list(_differences(case["expect"], result.exit_code, result.stdout, result.exception))


def _differences(expect: Mapping[str, Any], status: int, output: str, error: object) -> list[str]:
    if expect.get("status") == "error":
        return [] if error is not None and status != 0 else [f"no error: exit {status}"]
    if not output.strip():
        return [f"no answer: {error!r}"]
    told = json.loads(output)
    answer = told.get("best", told) or told
    found = [*_status(expect, answer), *_figures(expect, answer)]
    codes = {condition["code"] for condition in answer.get("conditions", [])}
    found += [f"condition {code} is not among {sorted(codes)}" for code in expect.get("conditions_include", []) if code not in codes]
    for feeder in expect.get("feeders", []):
        if not any(all(step[key] == value for key, value in feeder.items()) for step in told["feeders"]):
            found.append(f"no feeder {feeder}")
    return found


def _status(expect: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    wanted, got = expect.get("status"), answer.get("status")
    if wanted == "not_now":
        return ["status is now"] if got == "now" else []
    return [f"status {got}, not {wanted}"] if wanted is not None and got != wanted else []


def _figures(expect: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    found = []
    if "months" in expect and answer["months"] != expect["months"]:
        found.append(f"{answer['months']} months, not {expect['months']}")
    if "routes" in expect and not set(expect["routes"]) & set(answer["routes"]):
        found.append(f"routes {answer['routes']}, none of {expect['routes']}")
    return found
