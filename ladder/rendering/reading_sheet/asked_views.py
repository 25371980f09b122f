"""What was read of the qualifications as a tree, each thing with its lines and with what is left to settle of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ladder.qualifications import Requirement
from ladder.reading.open_places import is_unread
from ladder.rendering.reading_sheet.settling import Settling
from ladder.rendering.views.citations import SourceList
from ladder.rendering.views.segments import Cited, cite, cite_told
from ladder.telling.asked_trees import AskedNode


@dataclass(frozen=True, slots=True)
class AskedView:
    """A place of the tree as it is painted: what joins its branches, or one thing asked.

    ``settle`` is the number of the place to settle that it holds, 0 for none.
    """

    lead: str
    label: str
    words: Cited | None
    is_unread: bool
    settle: int
    branches: "tuple[AskedView, ...]"


def asked_view(tree: AskedNode, asked: Iterable[Requirement], sources: SourceList, settling: Settling) -> AskedView:
    """Return the tree of what a class asks, whose requirements are ``asked``, with its places to settle."""
    return _view(tree, sources, settling, {rule.id: rule for rule in asked if is_unread(rule)})


def _view(node: AskedNode, sources: SourceList, settling: Settling, unread: Mapping[str, Requirement]) -> AskedView:
    rule = unread.get(node.requirement)
    words = cite_told(sources, node.item.told) if node.item else None
    return AskedView(
        lead=node.lead,
        label=node.item.label if node.item else "",
        words=cite(sources, rule.source, rule.what) if rule else words,
        is_unread=rule is not None,
        settle=settling.number_of(node.requirement) if node.requirement else 0,
        branches=tuple(_view(one, sources, settling, unread) for one in node.branches),
    )
