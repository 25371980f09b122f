"""Ways in that ask the same things are one way, whatever each calls them; all their words are kept."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ladder.qualifications import Education, Experience, Requirement, Route
from ladder.sources import Source

_NOWHERE = Source(document="-", section="-")


class Ways(NamedTuple):
    """Routes no two of which ask the same, and the requirements that they name."""

    routes: tuple[Route, ...]
    requirements: tuple[Requirement, ...]


def merge_equal_ways(routes: Sequence[Route], requirements: Iterable[Requirement]) -> Ways:
    """Return the ways without those that ask what an earlier one asks: "a high school diploma", "a GED".

    What an education is called does not tell two apart, as its level, fields and hours say all
    that is asked; the words of all stand with the one that is kept. What no way names any more is gone.
    """
    known = {rule.id: rule for rule in requirements}
    first: dict[frozenset[Hashable], Route] = {}
    called: dict[str, list[str]] = {}
    for route in routes:
        kept = first.setdefault(frozenset(_meaning(name, known) for name in route.requires), route)
        if kept is not route:
            _call_alike(kept, route, known, called)
    ways = tuple(first.values())
    if len(ways) == len(routes):
        return Ways(ways, tuple(known.values()))
    named = _named_by(ways, known)
    return Ways(ways, tuple(_called(rule, called) for rule in known.values() if rule.id in named))


def _meaning(name: str, known: Mapping[str, Requirement]) -> Hashable:
    """Return what a requirement asks, without its name, its place and, of an education, its words."""
    rule = replace(known[name], id="", source=_NOWHERE)
    if isinstance(rule, Education):
        return replace(rule, what="")
    if not isinstance(rule, Experience):
        return rule
    beside = tuple(one and _meaning(one, known) for one in (rule.within, rule.additional_to, rule.after))
    return replace(rule, within=None, additional_to=None, after=None), beside


def _call_alike(kept: Route, gone: Route, known: Mapping[str, Requirement], called: dict[str, list[str]]) -> None:
    """Take down the words of each education of a way that goes, for that of the way that is kept."""
    alike = {_meaning(name, known): name for name in kept.requires}
    for name in gone.requires:
        if isinstance(known[name], Education) and alike[_meaning(name, known)] != name:
            called.setdefault(alike[_meaning(name, known)], []).append(known[name].what)


def _called(rule: Requirement, called: Mapping[str, Sequence[str]]) -> Requirement:
    words = tuple(dict.fromkeys((rule.what, *called.get(rule.id, ()))))
    return replace(rule, what=" or ".join(words)) if isinstance(rule, Education) and len(words) > 1 else rule


def _named_by(routes: Iterable[Route], known: Mapping[str, Requirement]) -> frozenset[str]:
    """Return the names of what the ways ask, and of what that is a part of or comes after."""
    found: set[str] = set()
    waiting = [name for route in routes for name in route.requires]
    while waiting:
        name = waiting.pop()
        rule = known[name]
        if name not in found and isinstance(rule, Experience):
            waiting += filter(None, (rule.within, rule.additional_to, rule.after))
        found.add(name)
    return frozenset(found)
