"""Real allocation of months: each goes to one of the requirements that are additional to one another."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from tests.oracle.declarations import Amount

Node = Hashable
Edge = tuple[Node, Node, Amount]
SOURCE, SINK = "source", "sink"


def can_fill(edges: Iterable[Edge], *, demand: Amount) -> bool:
    """Tell whether so much can flow from the source to the sink (augmenting paths, breadth first)."""
    room: dict[Node, dict[Node, Amount]] = defaultdict(lambda: defaultdict(int))
    for start, end, most in edges:
        room[start][end] += most
        room[end][start] += 0
    filled: Amount = 0
    while filled < demand:
        path = _find_path(room)
        if path is None:
            return False
        step = min(room[start][end] for start, end in path)
        for start, end in path:
            room[start][end] -= step
            room[end][start] += step
        filled += step
    return True


def _find_path(room: dict[Node, dict[Node, Amount]]) -> list[tuple[Node, Node]] | None:
    came_from: dict[Node, Node] = {SOURCE: SOURCE}
    queue: list[Node] = [SOURCE]
    for here in queue:
        for following, left in room[here].items():
            if left > 0 and following not in came_from:
                came_from[following] = here
                queue.append(following)
    if SINK not in came_from:
        return None
    path: list[tuple[Node, Node]] = []
    node: Node = SINK
    while node != SOURCE:
        path.append((came_from[node], node))
        node = came_from[node]
    return path
