"""What is missing, in words: each requirement by its name, its months, and its meaning."""

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.clocks import Amount
from ladder.eligibility.needs import Need, OtherNeed
from ladder.eligibility.rules import needs_called
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.sources import Source
from ladder.telling.asked import asked_words
from ladder.telling.messages import say
from ladder.telling.parts import Part, Told, plain_text
from ladder.telling.routes import requirement_name
from ladder.telling.times import spell_exact, spell_months
from ladder.values import Value


class RequirementWords(Value):
    """One requirement in words: its name, months asked (None if none), meaning, and source."""

    name: str
    months: int | None
    what: str
    source: Source


def requirement_in_words(catalog: Catalog, reference: str) -> RequirementWords | None:
    """Return a requirement by its reference, ``us-nd/0444#special``; None if it is nowhere."""
    class_id, name = class_referred_to(reference), requirement_referred_to(reference)
    need = next(needs_called(catalog, reference), None) if class_id in catalog.classes else None
    if need is None:
        return None
    months = int(need.asked_months) if isinstance(need, Need) else None
    source = need.requirement.source if isinstance(need, OtherNeed) else need.source
    return RequirementWords(
        requirement_name(catalog, name), months, plain_text(asked_words(catalog, reference)), source
    )


def missing_in_words(catalog: Catalog, answer: Assessment) -> tuple[tuple[Told, ...], ...]:
    """Return each set of requirements that would be enough, one by one, with what is left of their months."""
    left = {trace.reference: trace.left for trace in answer.requirements if trace.left != trace.asked}
    return tuple(tuple(_missing_one(catalog, name, left.get(name)) for name in one) for one in answer.missing)


def _missing_one(catalog: Catalog, reference: str, left: Amount | None) -> Told:
    found = requirement_in_words(catalog, reference)
    if found is None:
        return Told((Part(requirement_name(catalog, requirement_referred_to(reference))),))
    name = found.name
    if found.months is not None:
        months = spell_months(found.months)
        if left == 0:
            months = say("page.months_held", months=months)
        elif left is not None:
            months = say("page.months_left", months=months, left=spell_exact(left))
        name = say("requirement.asked", name=name, asked=months)
    what = found.what.removesuffix(".")
    return Told((Part(say("page.meaning", name=name, what=what) if what else name),), (found.source,))
