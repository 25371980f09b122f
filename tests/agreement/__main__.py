"""Ask both engines the same random questions: ``python -m tests.agreement --count 20000``."""

import argparse
import sys
from collections.abc import Iterator
from itertools import islice

from tests.agreement.agreement import bounds_broken, disagreements
from tests.agreement.corruptions import spoilt_task
from tests.agreement.page_engine import PageEngine, open_engine
from tests.agreement.shared_cases import shared_tasks
from tests.agreement.tasks import Task, assess_tasks, ladder_task
from tests.conftest import find_browser

LADDERS, SPOILT, FEWER = 10, 20, 10
"""Of so many pairs asked, one ladder, one spoilt profile; and of ladders, one beside all of Python's budget."""
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
        fewer = (ladder_task(seed) for seed in seeds[::FEWER])
        wrong += _compared(engine, "best plans beside all of Python's budget", fewer, asked.show, whole_budget=True)
    return int(wrong > 0)


def _pairs(seed: int, count: int) -> Iterator[Task]:
    while count > 0:
        tasks = assess_tasks(seed)[:count]
        yield from tasks
        seed, count = seed + 1, count - len(tasks)


def _compared(engine: PageEngine, name: str, tasks: Iterator[Task], show: int, *, whole_budget: bool = False) -> int:
    """Compare tasks round by round, tell how many agree, and return how many do not."""
    asked, wrong = 0, 0
    while batch := list(islice(tasks, ROUND)):
        found = bounds_broken(engine, batch) if whole_budget else disagreements(engine, batch)
        for one in found[: max(0, show - wrong)]:
            _say(f"{one}\n")
        asked, wrong = asked + len(batch), wrong + len(found)
    _say(f"{name}: {asked - wrong:,} of {asked:,} agree\n")
    return wrong


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
