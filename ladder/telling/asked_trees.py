"""What a class asks as a tree: all of these, any one of these ways, parts, and what may stand for them."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.qualifications import Experience, Qualifications, Requirement, Route
from ladder.telling.messages import say
from ladder.telling.parts import Item, Told, with_capital
from ladder.telling.requirements import ToldRequirements
from ladder.telling.routes import route_in_words
from ladder.telling.substitutions import substitution_words

MOST_WAYS = 40
"""Ways of one class that a tree shows; of the others it says how many there are."""


class AskedNode(NamedTuple):
    """A place of the tree: one thing asked, or a group of them with what joins it in words.

    ``requirement`` is the name that the record has for the thing, '' for a group and for what may
    stand for a thing.
    """

    lead: str = ""
    item: Item | None = None
    requirement: str = ""
    branches: "tuple[AskedNode, ...]" = ()


class AskedTrees(NamedTuple):
    """What the classes of a catalog ask, as trees."""

    catalog: Catalog

    def tree_of(self, class_id: str) -> AskedNode | None:
        """Return what the class asks; ``None`` where it is only named. What all ways ask stands once, before them."""
        rules = self.catalog.classes[class_id].qualifications
        return _Growing(self.catalog, class_id, rules).tree() if rules else None


class _Growing(NamedTuple):
    catalog: Catalog
    class_id: str
    rules: Qualifications

    def tree(self) -> AskedNode:
        routes = self.rules.routes
        shared = [name for name in routes[0].requires if all(name in route.requires for route in routes)]
        if len(routes) == 1:
            return AskedNode(say("tree.all"), branches=self._asked(shared))
        ways = tuple(self._ways(shared))
        if not shared:
            return AskedNode(say("tree.any_alone"), branches=ways)
        return AskedNode(say("tree.all"), branches=(*self._asked(shared), AskedNode(say("tree.any"), branches=ways)))

    def _ways(self, shared: Collection[str]) -> Iterator[AskedNode]:
        for route in self.rules.routes[:MOST_WAYS]:
            yield self._way(route, [name for name in route.requires if name not in shared])
        if (rest := len(self.rules.routes) - MOST_WAYS) > 0:
            yield AskedNode(say("tree.more", count=rest))

    def _way(self, route: Route, names: Sequence[str]) -> AskedNode:
        told = with_capital(route_in_words(self.catalog, route.id))
        if not names:
            return AskedNode(say("tree.way_one", route=told), branches=(AskedNode(say("tree.nothing")),))
        lead = say("tree.way" if len(names) > 1 else "tree.way_one", route=told)
        return AskedNode(lead, branches=self._asked(names))

    def _asked(self, names: Sequence[str]) -> tuple[AskedNode, ...]:
        """Return the requirements named, each that is a part of another one below that one."""
        rules = {rule.id: rule for rule in self.rules.requirements}
        return tuple(self._requirement(rules[name], names) for name in names if _whole_of(rules[name]) not in names)

    def _requirement(self, rule: Requirement, names: Sequence[str]) -> AskedNode:
        item = ToldRequirements(self.catalog).item(rule)
        parts = [one for one in self.rules.requirements if one.id in names and _whole_of(one) == rule.id]
        below = []
        if parts:
            told = tuple(self._requirement(one, names) for one in parts)
            below.append(AskedNode(say("tree.part"), branches=told))
        if instead := tuple(self._instead(rule.id)):
            below.append(AskedNode(say("tree.instead"), branches=instead))
        return AskedNode(item=item, requirement=rule.id, branches=tuple(below))

    def _instead(self, name: str) -> Iterator[AskedNode]:
        for rule in self.rules.substitutions:
            if rule.stands_for == name:
                yield AskedNode(item=Item(Told(substitution_words(self.catalog, rule), (rule.source,))))


def _whole_of(rule: Requirement) -> str | None:
    """Return the name of the experience that a requirement is a part of."""
    return rule.within if isinstance(rule, Experience) else None
