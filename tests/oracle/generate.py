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


def _plan(dice: Dice, maker: CatalogMaker) -> Json:
    studied = ("0", "0", "0", "24", "36", "18") if dice.climbs else ("0", "0", "6", "12", "24")
    led = maker.ids if dice.makes("C17") else maker.in_series
    return {
        "kind": "climb" if dice.climbs else dice.pick(("none", "stay", "stay", "stay")),
        "study": dice.pick(studied),
        "lead_in": [one for one in led if dice.chance(0.3)],
        "assumed": [],
    }
