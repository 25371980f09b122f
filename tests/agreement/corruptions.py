"""Profiles spoilt at random: what one engine refuses, the other must refuse."""

import copy
from random import Random
from typing import Any

from tests.agreement.profiles import AS_OF, ProfileMaker
from tests.agreement.subjects import Json
from tests.agreement.tasks import Task, spread

WRONG: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    3,
    1201,
    2001,
    "",
    " ",
    "0",
    "1.5",
    "-2",
    "1e3",
    "1.",
    ".5",
    "12345678901",
    "0.1234567891",
    "2026-11",
    "2026-13",
    "2026-02-30",
    "2024-02-29",
    "2026-1",
    "2027-05",
    "us-xx/none",
    "bachelor",
    "x" * 401,
    "\u0662\u0660\u0662\u0666-11",
    "\uff11.\uff15",
    "2026-11 ",
    "2026-11\n",
    "\u00bd",
    [],
    ["internal"],
    [1],
    [[]],
    {},
    {"level": "bachelor"},
    {"class": None},
)
"""Values that stand somewhere else in a profile, or nowhere."""


def spoilt_task(seed: int) -> Task:
    """Return a task whose profile was spoilt in one to three places; some stay sound."""
    rng, subject = Random(f"spoilt {seed}"), spread(seed)
    target = rng.choice(subject.ids)
    profile = ProfileMaker(rng, subject, target).profile()
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        profile = _spoilt(rng, profile)
    plan = {"kind": "stay", "study": "0", "lead_in": [], "include": [], "via": [], "assumed": []}
    as_of = rng.choice((None, None, AS_OF, "2026-05"))
    asked = {"kind": "assess", "profile": profile, "as_of": as_of, "today": AS_OF, "target": target, "plan": plan}
    return Task(f"spoilt {seed}", subject, asked)


def _spoilt(rng: Random, profile: Json) -> Json:
    """Return the profile with one value set wrong, left out, doubled or misnamed."""
    spoilt = copy.deepcopy(profile)
    holder, key = rng.choice(_places(spoilt) or [(spoilt, "jobs")])
    how = rng.random()
    if how < 0.15 and isinstance(holder, dict):
        holder[rng.choice(("note", "months", "fte", "start", "level", "Class"))] = rng.choice(WRONG)
    elif how < 0.25 and isinstance(holder, dict):
        holder.pop(key, None)
    elif how < 0.35 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[key] = rng.choice(WRONG)
    return spoilt


def _places(tree: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - a profile may hold anything
    """Return every place below the top: what holds it, and its key or number there."""
    if not isinstance(tree, dict | list):
        return []
    found: list[tuple[Any, Any]] = []
    for key in tree if isinstance(tree, dict) else range(len(tree)):
        found += [(tree, key), *_places(tree[key])]
    return found
