"""Ask both engines the same random questions: ``python -m tests.agreement --count 20000``."""

import argparse
import sys
from collections.abc import Iterator
from itertools import islice

from tests.agreement.agreement import MOST_BETWEEN, compare
from tests.agreement.corruptions import spoilt_task
from tests.agreement.page_engine import PageEngine, open_engine
from tests.agreement.shared_cases import shared_tasks
from tests.agreement.tasks import Task, assess_tasks, ladder_task
from tests.conftest import find_browser

LADDERS, SPOILT = 10, 20
"""Of so many pairs asked, one ladder, one spoilt profile."""
ROUND = 1000


def main() -> int:
    """Compare so many pairs of a profile and a class; 1 where any disagree."""
    words = argparse.ArgumentParser(prog="python -m tests.agreement", description=__doc__)
    words.add_argument("--count", type=int, default=2_000, help="how many pairs of a profile and a class")
    words.add_argument("--ladders", type=int, help="how many best plans; a tenth of the pairs where not given")
    words.add_argument("--seed", type=int, default=0, help="the seed to start from")
    words.add_argument("--show", type=int, default=3, help="how many disagreements of each kind to tell")
    asked = words.parse_args()
    path = find_browser()
    if path is None:
        words.error("no browser: name one with LADDER_BROWSER")
    ladders = asked.count // LADDERS if asked.ladders is None else asked.ladders
    with open_engine(path) as engine:
        wrong = _compared(engine, "shared cases", iter(shared_tasks()), asked.show)
        wrong += _compared(engine, "pairs", _pairs(asked.seed, asked.count), asked.show)
        spoilt = (spoilt_task(asked.seed + number) for number in range(asked.count // SPOILT))
        wrong += _compared(engine, "spoilt profiles", spoilt, asked.show)
        seeds = range(asked.seed, asked.seed + ladders)
        wrong += _compared(engine, "best plans", (ladder_task(seed) for seed in seeds), asked.show)
    return int(wrong > 0)


def _pairs(seed: int, count: int) -> Iterator[Task]:
    while count > 0:
        tasks = assess_tasks(seed)[:count]
        yield from tasks
        seed, count = seed + 1, count - len(tasks)


def _compared(engine: PageEngine, name: str, tasks: Iterator[Task], show: int) -> int:
    """Compare tasks round by round, and return how many disagree; all, where too many say "between"."""
    asked, wrong, between = 0, 0, 0
    while batch := list(islice(tasks, ROUND)):
        found = compare(engine, batch)
        for one in found.wrong[: max(0, show - wrong)]:
            _say(f"{one}\n")
        asked, wrong, between = asked + len(batch), wrong + len(found.wrong), between + found.between
    _say(f'{name}: {asked - wrong:,} of {asked:,} agree, {between} with "between"\n')
    return wrong if between <= MOST_BETWEEN * asked else asked


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
