"""Routes and requirements by name: what each is called in a sentence."""

from collections.abc import Iterable

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Classes
from ladder.telling.messages import all_of, any_of, say
from ladder.telling.parts import plain_text, with_capital, without_capital


def route_in_words(catalog: Catalog, route: str) -> str:
    """Return a route in words: ``for people who work here now``, ``with service as Office Assistant``."""
    told, *rest = (_part_of_route(catalog.classes, part) for part in route.split("+"))
    for one in rest:
        told = say("list.and", first=told, last=one)
    return told


def _part_of_route(classes: Classes, part: str) -> str:
    kind, _, class_id = part.partition(":")
    if class_id in classes:
        title = classes[class_id].title
        return say("route.completing" if kind == "program" else "route.service", title=title)
    return say(f"route.{part}") if part in _NAMED else _numbered_route(part)


_NAMED = frozenset(["general", "internal", "program"])


def _numbered_route(route: str) -> str:
    """Return a route in words that a document numbers, or that is one of several without a name."""
    name, _, number = route.partition("-")
    if name == "route" and number:
        return say("route.way", number=plain_text(all_of(number.split("-"))))
    if name in _NAMED and number:
        return say("route.number", route=say(f"route.{name}"), number=number)
    return say("route.way", number=_spaced(route))


def _spaced(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").replace(":", " ")


def routes_in_words(catalog: Catalog, routes: Iterable[str]) -> str:
    """Return several routes in words, any of which will do."""
    return plain_text(any_of([route_in_words(catalog, route) for route in routes]))


def requirement_name(catalog: Catalog, requirement: str) -> str:
    """Return what a requirement is called: ``General experience``, ``Service as Office Assistant``."""
    kind, _, class_id = requirement.partition(":")
    if class_id in catalog.classes:
        title = catalog.classes[class_id].title
        return say("requirement.completing" if kind == "program" else "requirement.service", title=title)
    name, _, number = requirement.partition("-")
    if name == "requirement" and number:
        return say("requirement.requirement", number=number)
    if name not in _REQUIREMENTS or number[:1].isalpha():
        return with_capital(_spaced(requirement))
    told = say(f"requirement.{name}")
    return say("requirement.numbered", name=told, number=number) if number else told


_REQUIREMENTS = _NAMED | {"special", "education", "credential", "part", "units", "unread"}


def called(catalog: Catalog, requirement: str) -> str:
    """Return what a requirement is called within a sentence: ``general experience``."""
    return without_capital(requirement_name(catalog, requirement))
