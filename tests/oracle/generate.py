"""Small random catalogs, profiles and questions, as plain dicts, from a seed."""

from random import Random

from tests.oracle.dice import AS_OF, HOME, RULES_NOT_BUILT_YET, SOURCE, Dice
from tests.oracle.documents import Json
from tests.oracle.random_catalogs import CatalogMaker
from tests.oracle.random_people import PersonMaker

__all__ = ["AS_OF", "HOME", "RULES_NOT_BUILT_YET", "SOURCE", "new_case"]


def new_case(seed: int, kind: str) -> Json:
    """Return one question: ``assess`` or ``climb``, a catalog, a profile, a target and a plan."""
    dice = Dice(Random(f"{kind} {seed}"), climbs=kind == "climb")
    maker = CatalogMaker(dice)
    catalog = maker.catalog()
    ids = maker.ids
    target = ids[-1] if dice.chance(0.8) else dice.pick(ids)
    start = dice.pick([one for one in ids if one != target])
    if dice.climbs and dice.chance(0.8):
        start = ids[0] if target != ids[0] else ids[1]
    plan = _plan(dice, maker)
    if dice.climbs and dice.chance(0.15):
        plan["via"] = dice.some([one for one in ids if one not in {target, start}], 2)
    profile = PersonMaker(dice, maker, target, plan).profile(start)
    if dice.climbs and set(profile) == {"as_of"}:
        plan["assumed"] = ["INTERNAL", "STATE_EMPLOYEE", "PERMANENT", "TARGET_CLASS"]
    return {"kind": kind, "catalog": catalog, "target": target, "plan": plan, "from": start, "profile": profile}


def late_license_case(seed: int) -> Json:
    """Return a question on a class that asks recent service, and a license by appointment that comes late."""
    random = Random(f"late license {seed}")
    recent = {"kind": "experience", "id": "r1", "months": random.choice((6, 12, 24)), "what": "work", "source": SOURCE}
    recent["within_last_months"] = int(str(recent["months"])) + random.choice((0, 3, 12))
    license_asked = {"kind": "credential", "id": "r2", "name": "card", "what": "card", "by": "appointment"}
    degree = {"kind": "education", "id": "r3", "degree": "bachelor", "what": "degree", "source": SOURCE}
    routes = [["r1", "r2"], *([["r3", "r2"]] if random.random() < 1 / 4 else [])]
    asked = [recent, license_asked | {"source": SOURCE}, *([degree] if len(routes) > 1 else [])]
    target = {
        "jurisdiction": HOME,
        "code": "1A",
        "title": "Keeper",
        "completeness": "whole",
        "source": SOURCE,
        "qualifications": {
            "requirements": asked,
            "routes": [{"id": f"way-{number}", "requires": one} for number, one in enumerate(routes)],
        },
    }
    job = {"title": "Work", "fte": random.choice(("1.0", "0.5")), "counts_toward": [f"{HOME}/1A#r1"]}
    years = random.choice((1, 2, 3, 4))
    start, end = f"{2026 - years}-0{random.randint(1, 9)}", f"2026-{random.choice(('02', '08', '11'))}"
    profile: Json = {"as_of": AS_OF, "jobs": [job | {"start": start, "end": end}]}
    if random.random() < 1 / 3:
        profile["present"] = job
    events: list[Json] = [{"month": f"20{random.randint(27, 31)}-0{random.randint(1, 9)}", "licence": "card"}]
    events += [{"month": "2029-05", "degree": {"level": "bachelor"}}] if random.random() < 1 / 2 else []
    profile["events"] = events if random.random() < 7 / 8 else []
    plan: Json = {"kind": random.choice(("none", "stay")), "study": "0", "lead_in": [], "assumed": []}
    catalog = {"jurisdictions": [{"id": HOME, "name": HOME}], "classes": [target]}
    class_id = f"{HOME}/1A"
    return {
        "kind": "assess",
        "catalog": catalog,
        "target": class_id,
        "plan": plan,
        "from": class_id,
        "profile": profile,
    }


def _plan(dice: Dice, maker: CatalogMaker) -> Json:
    studied = ("0", "0", "0", "24", "36", "18") if dice.climbs else ("0", "0", "6", "12", "24")
    led = maker.ids if dice.makes("C17") else maker.in_series
    return {
        "kind": "climb" if dice.climbs else dice.pick(("none", "stay", "stay", "stay")),
        "study": dice.pick(studied),
        "lead_in": [one for one in led if dice.chance(0.3)],
        "assumed": [],
    }
