"""What a roster comes to before its classes, in counts that add up: nobody is told of in them.

The totals of parts of whole employees, added, are those of the roster; all its tables of counts are made of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ladder.roster.crowd import Headcount, Ready
from ladder.roster.observed import Move

Step = tuple[str, str]
"""A class, and what is tried for it."""
NOBODY = Headcount(0, 0, 0)


class Totals(NamedTuple):
    """The counts of a roster, or of a part of it.

    ``benches`` are the people of each class by when they are ready, ``heads`` those who
    hold a class now, ``places`` the jurisdictions that somebody works in now. ``steps``
    are the people readied and the months saved by each step that is tried, ``moves``
    the people of each move by the months that they held the first class.
    """

    benches: Mapping[str, Counter[Ready]]
    heads: Mapping[str, Headcount]
    places: frozenset[str]
    steps: Mapping[Step, tuple[int, int]]
    moves: Mapping[Move, Counter[int]]

    def headcount(self, class_id: str) -> Headcount:
        """Return how many people hold a class now, and how many of them leave."""
        return self.heads.get(class_id, NOBODY)


def added(parts: Iterable[Totals]) -> Totals:
    """Return the totals of parts that share no employee, together."""
    benches: dict[str, Counter[Ready]] = {}
    heads: dict[str, Headcount] = {}
    steps: dict[Step, tuple[int, int]] = {}
    moves: dict[Move, Counter[int]] = {}
    places = frozenset[str]()
    for one in parts:
        places |= one.places
        for class_id, ready in one.benches.items():
            benches.setdefault(class_id, Counter()).update(ready)
        for class_id, head in one.heads.items():
            heads[class_id] = Headcount(*map(sum, zip(head, heads.get(class_id, NOBODY), strict=True)))
        for step, (people, saved) in one.steps.items():
            before = steps.get(step, (0, 0))
            steps[step] = (before[0] + people, before[1] + saved)
        for move, months in one.moves.items():
            moves.setdefault(move, Counter()).update(months)
    return Totals(benches, heads, places, steps, moves)


# ------------------------------------------------------------------ as JSON, and back


def totals_json(totals: Totals) -> dict[str, object]:
    """Return the totals as lists of texts and whole numbers."""
    return {
        "benches": [
            [class_id, [[*one, people] for one, people in ready.items()]] for class_id, ready in totals.benches.items()
        ],
        "heads": [[class_id, *head] for class_id, head in totals.heads.items()],
        "places": sorted(totals.places),
        "steps": [[*step, *gain] for step, gain in totals.steps.items()],
        "moves": [[*move, list(map(list, months.items()))] for move, months in totals.moves.items()],
    }


def totals_of(told: Mapping[str, Any]) -> Totals:
    """Return the totals that :func:`totals_json` told."""
    return Totals(
        benches={
            class_id: Counter({Ready(band, if_band, name): people for band, if_band, name, people in ready})
            for class_id, ready in told["benches"]
        },
        heads={class_id: Headcount(*head) for class_id, *head in told["heads"]},
        places=frozenset(told["places"]),
        steps={(class_id, step): (people, saved) for class_id, step, people, saved in told["steps"]},
        moves={(begin, target): Counter(dict(months)) for begin, target, months in told["moves"]},
    )
