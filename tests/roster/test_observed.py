"""Moves that people made, beside the steps of the rules."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise
from random import Random

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import is_used
from ladder.histories import History, Service
from ladder.roster.observed import moves_made, observed_rows, places_of
from ladder.roster.people import Roster
from ladder.service_rows import row_of_months
from ladder.service_time import Month
from tests.roster.made_people import AS_OF, city, roster_of


def stayed(*stays: tuple[str, int], ends: int = 0) -> History:
    """Return somebody who held classes for so many months each, one after the other, the last up to now."""
    until, past = int(AS_OF) - ends, []
    for class_id, months in reversed(stays):
        row = row_of_months(Month(until - months), Month(until))
        past.append(Service(1, class_id, class_id, None, frozenset(), Fraction(1), row=row))
        until -= months
    present = Service(0, stays[-1][0], stays[-1][0], None, frozenset(), Fraction(1), future=True)
    return History(AS_OF, past=tuple(reversed(past)), present=() if ends else (present,))


def observed(people: Roster, catalog: Catalog) -> list[tuple[str | int | None, ...]]:
    return list(observed_rows(moves_made(people), places_of(people), catalog))


def roster(*people: History) -> Roster:
    return roster_of([(one, Fraction(0)) for one in people])


def test_people_walked_along_ladders_give_back_those_ladders_and_a_planted_move_is_named() -> None:
    catalog, rng = city("los-angeles"), Random(11)
    onward: dict[str, list[str]] = {}
    for step in catalog.steps:
        if is_used(step, frozenset()):
            onward.setdefault(step.feeder_class, []).append(step.target_class)
    steps = {(begin, target) for begin, targets in onward.items() for target in targets}
    walked: Counter[tuple[str, str]] = Counter()
    people = []
    for _ in range(300):
        ladder = [rng.choice(sorted(onward))]
        while ladder[-1] in onward and len(ladder) < 5:
            further = [one for one in onward[ladder[-1]] if one not in ladder]
            if not further:
                break
            ladder.append(rng.choice(further))
        walked.update(pairwise(ladder))
        people.append(stayed(*((one, rng.choice((6, 12, 24, 30))) for one in ladder)))
    planted = next(
        (one, other) for one in sorted(onward) for other in sorted(onward) if one != other and (one, other) not in steps
    )
    people.append(stayed((planted[0], 7), (planted[1], 9)))
    rows = observed(roster(*people), catalog)
    made = {(row[0], row[1]): row for row in rows if row[2]}
    assert {move: row[2] for move, row in made.items()} == walked | {planted: 1}
    assert made[planted][2:] == (1, 7, "none")
    assert [move for move, row in made.items() if row[4] == "none"] == [planted]
    unclimbed = {(row[0], row[1]) for row in rows if not row[2]}
    assert unclimbed == {step for step in steps if step[1].startswith("us-ca-los-angeles/")} - set(walked)


def test_months_held_are_the_middle_of_what_people_held() -> None:
    people = [stayed(("us-nd/0441", months), ("us-nd/0442", 3)) for months in (10, 20, 60)]
    assert moves(*people) == [("us-nd/0441", "us-nd/0442", 3, 20, "none")]


def moves(*people: History) -> list[tuple[str | int | None, ...]]:
    return [row for row in observed(roster(*people), city("los-angeles")) if row[2]]


def test_rows_of_one_class_are_one_stay_and_a_second_job_is_no_move() -> None:
    one = stayed(("us-nd/0441", 5), ("us-nd/0441", 7), ("us-nd/0442", 3))
    beside = one.past[1]._replace(class_id="us-nd/0444", row=row_of_months(Month(AS_OF - 6), Month(AS_OF - 4)))
    assert moves(one._replace(past=(*one.past, beside))) == [
        ("us-nd/0441", "us-nd/0442", 1, 12, "none"),
    ]


def test_a_job_that_begins_now_is_a_move() -> None:
    one = stayed(("us-nd/0441", 12))
    assert moves(one._replace(present=(one.present[0]._replace(class_id="us-nd/0443"),))) == [
        ("us-nd/0441", "us-nd/0443", 1, 12, "none")
    ]
