"""The plain words of routes and requirements: what they are called and what they mean."""

from collections.abc import Iterable
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.needs import Need, OtherNeed, TraineeNeed
from ladder.eligibility.rules import needs_called
from ladder.service_time import spell_months
from ladder.sources import Source
from ladder.specification import EarlyFiling

_ROUTES = {
    "general": "the route open to everyone",
    "internal": "the route for internal candidates",
    "program": "completing the training programme",
}
_REQUIREMENTS = {
    "general": "General experience",
    "special": "Special experience",
    "internal": "Internal candidate's service",
    "program": "Training programme",
}


class RequirementWords(NamedTuple):
    """One requirement in words: its name, months asked (null if none), meaning, and source."""

    name: str
    months: int | None
    what: str
    source: Source


def route_in_words(catalog: Catalog, route: str) -> str:
    """Return a route in words: ``the route for internal candidates``, ``service as Office Assistant``."""
    return " and ".join(_part_of_route(catalog, part) for part in route.split("+"))


def _part_of_route(catalog: Catalog, part: str) -> str:
    kind, _, class_id = part.partition(":")
    if class_id in catalog.classes:
        title = catalog.classes[class_id].title
        return f"completing {title}" if kind == "program" else f"service as {title}"
    return _ROUTES.get(part) or _numbered_route(part)


def _numbered_route(route: str) -> str:
    """Return a route in words that a document numbers, or that is one of several without a name."""
    name, _, number = route.partition("-")
    if name == "route" and number:
        items = number.split("-")
        listed = f"{', '.join(items[:-1])} and {items[-1]}" if items[1:] else items[0]
        return f"the route of requirement{'s' if items[1:] else ''} {listed}"
    return f"{_ROUTES[name]}, number {number}" if name in _ROUTES and number else f"the route '{route}'"


def routes_in_words(catalog: Catalog, routes: Iterable[str]) -> str:
    """Return several routes in words, any of which will do."""
    return " or ".join(route_in_words(catalog, route) for route in routes)


def route_in_brief(catalog: Catalog, routes: Iterable[str]) -> str:
    """Return routes in few words, for a column: ``open to everyone``, ``internal candidates``."""
    return " or ".join(
        route_in_words(catalog, route).removeprefix("the route ").removeprefix("for ").removeprefix("completing the ")
        for route in routes
    )


def requirement_name(catalog: Catalog, requirement: str) -> str:
    """Return what a requirement is called: ``General experience``, ``Service as Office Assistant``."""
    kind, _, class_id = requirement.partition(":")
    if class_id in catalog.classes:
        words = _part_of_route(catalog, requirement)
        return words[0].upper() + words[1:]
    return _REQUIREMENTS.get(requirement, kind[:1].upper() + kind[1:].replace("-", " ").replace("_", " "))


def requirement_in_words(catalog: Catalog, reference: str) -> RequirementWords | None:
    """Return a requirement by its reference, ``us-nd/0444#special``; null if it is nowhere."""
    class_id, _, name = reference.partition("#")
    for need in needs_called(catalog, reference) if class_id in catalog.classes else ():
        called = requirement_name(catalog, name)
        if isinstance(need, Need):
            return RequirementWords(called, int(need.asked_months), meaning(catalog, need.what), need.source)
        if isinstance(need, TraineeNeed):
            return RequirementWords(called, None, "", need.source)
        return RequirementWords(called, None, _meaning_of_other(catalog, need), need.requirement.source)
    return None


def early_filing_in_words(catalog: Catalog, early: EarlyFiling) -> str:
    """Return who may file for the examination early, by which routes, and what appointment waits for."""
    by = f" by {routes_in_words(catalog, early.routes)}" if early.routes else ""
    lacking = f"{spell_months(early.lacking_months)} or less of the experience asked"
    return f"Who lacks {lacking} may file{by}; appointment waits for all of it."


def _meaning_of_other(catalog: Catalog, need: OtherNeed) -> str:
    return meaning(catalog, need.requirement.what)


def meaning(catalog: Catalog, what: str) -> str:
    """Return a requirement's meaning as a sentence, with titles where it names class ids."""
    words = [_titled(catalog, word) for word in what.split()]
    text = " ".join(words)
    return text[:1].upper() + text[1:].removesuffix(".") + "." if text else ""


def _titled(catalog: Catalog, word: str) -> str:
    bare = word.rstrip(",.;")
    return catalog.classes[bare].title + word[len(bare) :] if bare in catalog.classes else word
