"""The shared worked cases as tasks for both engines."""

from functools import cache
from typing import Any

from tests.agreement.profiles import AS_OF
from tests.agreement.subjects import Json, bundled
from tests.agreement.tasks import Task
from tests.cases.run_cases import load_yaml
from tests.measure import SHARED

FILE = SHARED / "cases" / "eligibility.yaml"
_TAKES_ONE = {"--target": "target", "--plan": "kind", "--study": "study", "--as-of": "as_of"}
_TAKES_MANY = {"--via": "via", "--lead-in": "lead_in", "--include": "include"}


@cache
def shared_cases() -> tuple[dict[str, Any], ...]:
    """Return the shared cases, none where the shared folder is not beside this checkout."""
    if not FILE.is_file():
        return ()
    return tuple(load_yaml(FILE))


def shared_tasks() -> list[Task]:
    """Return the shared cases that ask about a person: those that assess, and paths with a profile."""
    return [_task(case) for case in shared_cases() if case["command"][1] in {"assess", "path"}]


def _task(case: dict[str, Any]) -> Task:
    asked = _asked([word for word in case["command"][1:] if word not in {"PROFILE", "--profile", "--json"}])
    plan = asked["plan"]
    plan["kind"] = plan.pop("kind") or ("climb" if asked["kind"] == "path" else "stay")
    if asked["kind"] == "assess" and plan["kind"] == "climb":
        asked["kind"] = "climb"
    return Task(str(case["id"]), bundled(), asked | {"profile": case.get("profile", {"as_of": AS_OF})})


def _asked(words: list[str]) -> Json:
    """Return the question that the words of a command ask."""
    asked: Json = {"kind": words[0], "today": AS_OF, "as_of": None}
    plan: Json = {"kind": None, "study": "0", "via": [], "lead_in": [], "include": [], "assumed": []}
    plain, rest = [], iter(words[1:])
    for word in rest:
        if word in _TAKES_ONE:
            key = _TAKES_ONE[word]
            (plan if key in plan else asked)[key] = next(rest)
        elif word in _TAKES_MANY:
            plan[_TAKES_MANY[word]].append(next(rest))
        else:
            plain.append(word)
    if asked["kind"] == "path":
        asked["from"], asked["target"] = plain
    find_class = bundled().catalog.find_class
    asked |= {key: find_class(asked[key]).class_id for key in ("from", "target") if key in asked}
    return asked | {"plan": plan}
