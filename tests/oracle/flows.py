"""The greatest flow from months to credit, by augmenting one shortest path after another."""

from collections.abc import Hashable, Mapping
from fractions import Fraction

Node = Hashable
Pipe = tuple[Node, Node]
ZERO = Fraction(0)


class Network:
    """Pipes between nodes, each with room for so much."""

    def __init__(self) -> None:
        self._room: dict[Node, dict[Node, Fraction]] = {}

    def lay(self, one: Node, other: Node, room: Fraction) -> None:
        """Lay a pipe; a second one between the same nodes adds to it."""
        ahead = self._room.setdefault(one, {})
        ahead[other] = ahead.get(other, ZERO) + room
        self._room.setdefault(other, {}).setdefault(one, ZERO)

    def greatest_flow(self, source: Node, sink: Node) -> Fraction:
        """Return the most that flows from one node to another; the pipes are filled by it."""
        flow = ZERO
        while path := _path(self._room, source, sink):
            step = min(self._room[one][other] for one, other in path)
            for one, other in path:
                self._room[one][other] -= step
                self._room[other][one] += step
            flow += step
        return flow


def _path(room: Mapping[Node, Mapping[Node, Fraction]], source: Node, sink: Node) -> list[Pipe]:
    """Return a shortest path with room on all of it; empty if there is none."""
    came: dict[Node, Node] = {source: source}
    queue: list[Node] = [source]
    for here in queue:
        for onward, left in room.get(here, {}).items():
            if left > 0 and onward not in came:
                came[onward] = here
                queue.append(onward)
    path: list[Pipe] = []
    here = sink
    while here in came and here != source:
        path.append((came[here], here))
        here = came[here]
    return path
