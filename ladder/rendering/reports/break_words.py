"""Why a ladder breaks, in words, for the report of a catalog."""

from collections.abc import Iterator

from ladder.measures.breaks import Break
from ladder.qualifications import Judgement
from ladder.rendering.views.citations import Page
from ladder.requirement_references import requirement_referred_to
from ladder.telling.condition_words import condition_words
from ladder.telling.messages import all_of, say, sentences
from ladder.telling.parts import plain_text, with_capital
from ladder.telling.requirements import requirement_in_brief
from ladder.telling.routes import called
from ladder.telling.times import spell_months
from ladder.telling.verdicts import MustHold


def why_broken(page: Page, broken: Break) -> str:
    """Return why nobody comes to the target from here: what is missing, and what would open the way."""
    return plain_text(sentences(*_reasons(page, broken)))


def _reasons(page: Page, broken: Break) -> Iterator[str]:
    if broken.is_unknown:
        yield say("found.breaks_unknown", unseen=plain_text(sentences(*map(condition_words, broken.unseen))))
        return
    missing = all_of([_missing(page, broken.target, requirement_referred_to(one)) for one in broken.missing])
    yield say("found.breaks_missing", missing=missing)
    soonest = broken.soonest_if_met
    if soonest and (least := soonest.if_conditions_met):
        conditions = MustHold(page.catalog, broken.target, least.months).in_words(least.conditions)
        yield with_capital(say("found.breaks_if", time=spell_months(least.months), conditions=conditions))


def _missing(page: Page, class_id: str, name: str) -> str:
    """Return a requirement that is not met: how much it asks, or what HR judges by it."""
    rules = page.catalog.classes[class_id].qualifications
    rule = next((one for one in rules.requirements if one.id == name), None) if rules else None
    if rule is None:
        return called(page.catalog, name)
    if isinstance(rule, Judgement):
        return rule.what.removesuffix(".")
    return requirement_in_brief(page.catalog, rule)


def ways_tried(broken: Break) -> str:
    """Return from how many classes it was tried."""
    if broken.tried == broken.starts:
        return say("found.breaks_every")
    return say("found.breaks_some", tried=broken.tried, starts=broken.starts)
