"""Random tasks for both engines: a profile, a class and a plan, from a seed."""

from random import Random
from typing import NamedTuple

from ladder.paths.ladders import classes_above, classes_below
from ladder.qualifications import Certainty
from ladder.specification import ClassSpecification
from tests.agreement.profiles import AS_OF, ProfileMaker
from tests.agreement.subjects import Json, Subject, bundled, crossing, rated, small, synthetic

BEST_PLAN_SIZES = (20, 60, 150, 700)
ASSUMED = ("INTERNAL", "STATE_EMPLOYEE", "PERMANENT", "TARGET_CLASS")
MORE_ASSUMED = (*ASSUMED, "LEAD", "EQUIVALENT", "CLOSELY_RELATED", "FIT", "CREDENTIAL")


class Task(NamedTuple):
    """One question: what is asked of both engines, and the catalog that it is asked of.

    ``asked`` holds ``kind`` (assess, all, climb or path), ``profile``, ``as_of``, ``today``,
    ``target``, ``from`` where a path is asked, and ``plan``.
    """

    name: str
    subject: Subject
    asked: Json


def spread(seed: int) -> Subject:
    """Return the catalog of a seed: of ten, six are small (two with rates), three the bundled data, one made up."""
    share = seed % 10
    if share < 6:
        kind = ("assess", "climb")[seed % 2]
        return small(seed, kind)[0] if share < 4 else rated(seed, kind)
    return bundled() if share < 9 else synthetic((20, 60, 150)[seed // 10 % 3], seed // 100)


def assess_tasks(seed: int, *, targets: int = 5) -> list[Task]:
    """Return one profile asked about several classes, under one plan each."""
    rng, subject = Random(f"agreement {seed}"), spread(seed)
    target = rng.choice(_with_qualifications(subject))
    profile = ProfileMaker(rng, subject, target).profile()
    asked = {"kind": "assess", "profile": profile, "as_of": _as_of(rng), "today": AS_OF}
    known = _with_qualifications(subject)
    others = [rng.choice(known if rng.random() < 0.9 else subject.ids) for _ in range(targets - 1)]
    return [
        Task(f"assess {seed}.{number}", subject, {**asked, "target": one, "plan": _plan(rng, subject)})
        for number, one in enumerate([target, *others])
    ]


def all_classes_task(seed: int) -> Task:
    """Return one profile asked about every class at once."""
    one = assess_tasks(seed, targets=1)[0]
    return Task(f"all {seed}", one.subject, one.asked | {"kind": "all"})


def oracle_task(seed: int, kind: str) -> Task:
    """Return the question of the oracle with this seed, as it stands."""
    subject, case = small(seed, kind)
    plan = {"via": [], "include": [], **case["plan"]}
    asked = {"profile": case["profile"], "as_of": None, "today": AS_OF, "target": case["target"], "plan": plan}
    start = {"kind": "assess"} if kind == "assess" else {"kind": "path", "from": case["from"]}
    return Task(f"oracle {kind} {seed}", subject, asked | start)


def ladder_task(seed: int) -> Task:
    """Return a question for the best plan, mostly between classes that a ladder joins."""
    if seed % 5 == 0:
        return oracle_task(seed, "climb")
    rng = Random(f"ladders {seed}")
    subject = _climbed(rng, seed)
    target = rng.choice(_with_qualifications(subject) if rng.random() < 0.95 else subject.ids)
    plan = _plan(rng, subject) | {"kind": "climb"}
    below = sorted(classes_below(subject.catalog, target, frozenset(Certainty(one) for one in plan["include"])))
    start = rng.choice(below) if below and rng.random() < 0.9 else rng.choice(subject.ids)
    between = sorted(classes_above(subject.catalog, start, frozenset()) & set(below))
    plan["lead_in"] = [one for one in [start, *between[:20]] if rng.random() < 0.2]
    if rng.random() < 0.15:
        pool = between if between and rng.random() < 0.9 else subject.ids
        plan["via"] = rng.sample(pool, min(len(pool), rng.choice((1, 1, 2, 3))))
    asked: Json = {"as_of": _as_of(rng), "today": AS_OF, "target": target, "plan": plan, "from": start}
    return Task(f"ladders {seed}", subject, asked | _climber(rng, subject, start, target, plan))


def _climber(rng: Random, subject: Subject, start: str, target: str, plan: Json) -> Json:
    """Return who climbs, and whether a path is asked or an assessment; on day one the plan assumes standing."""
    maker = ProfileMaker(rng, subject, target)
    if rng.random() < 0.25:
        return {"kind": "climb", "profile": maker.profile(present=start if rng.random() < 0.9 else None)}
    if rng.random() < 0.3:
        plan["assumed"] = list(ASSUMED)
        return {"kind": "path", "profile": {"as_of": AS_OF}}
    return {"kind": "path", "profile": maker.profile(present=start if rng.random() < 0.7 else None)}


def _climbed(rng: Random, seed: int) -> Subject:
    share = seed % 5
    if share == 1:
        kind = rng.choice(("climb", "climb", "assess"))
        return small(seed, kind)[0] if seed % 2 else rated(seed, kind)
    if share == 2:
        return bundled()
    if share == 3:
        return crossing(rng.randint(7, 16), rng.randint(1, 9))
    return synthetic(rng.choice(BEST_PLAN_SIZES), rng.randint(1, 3))


def _as_of(rng: Random) -> str | None:
    return rng.choice((None, None, None, AS_OF, "2027-03"))


def _include(rng: Random, subject: Subject) -> list[str]:
    """Return certainties asked for; peers in half of the questions where a class is named by its level."""
    chances = {"level": 0.15, "peer": 0.5 if subject.catalog.peer_steps else 0.1, "inferred": 0.15}
    return [one for one, chance in chances.items() if rng.random() < chance]


def _plan(rng: Random, subject: Subject) -> Json:
    return {
        "kind": rng.choice(("none", "stay", "stay")),
        "study": rng.choice(("0", "0", "0", "6", "12", "30", "22.5", "0.7")),
        "lead_in": [one for one in subject.ids[:40] if rng.random() < 0.1],
        "include": _include(rng, subject),
        "via": [],
        "assumed": [one for one in MORE_ASSUMED if rng.random() < 0.5] if rng.random() < 0.15 else [],
    }


def _with_qualifications(subject: Subject) -> list[str]:
    def has_any(spec: ClassSpecification) -> bool:
        return spec.qualifications is not None

    return [class_id for class_id, spec in subject.catalog.classes.items() if has_any(spec)] or subject.ids
