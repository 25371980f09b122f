"""Ask engine and oracle the same random questions: ``python -m tests.oracle --count 100000``."""

import argparse
import sys
from typing import TextIO

from tests.oracle.comparison import disagreements
from tests.oracle.generate import new_case
from tests.oracle.shrinking import print_case, shrink_disagreement


def main() -> int:
    """Compare so many cases, half of each kind; 1 where any disagree."""
    words = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    words.add_argument("--count", type=int, default=10_000, help="how many cases, half of each kind")
    words.add_argument("--first", type=int, default=0, help="the seed to start from")
    words.add_argument("--keep-going", action="store_true", help="count all disagreements, shrink the first alone")
    asked = words.parse_args()
    wrong = 0
    for number in range(asked.count):
        case = new_case(asked.first + number // 2, ("assess", "climb")[number % 2])
        if found := disagreements(case):
            wrong += 1
            say(sys.stdout, f"\n{case['kind']} case {asked.first + number // 2}: {found}\n")
            if wrong == 1:
                say(sys.stdout, print_case(shrink_disagreement(case)) + "\n")
            if not asked.keep_going:
                return 1
        if number % 1000 == 999:
            say(sys.stderr, f"\r{number + 1:,} of {asked.count:,} cases, {wrong} disagreements")
    say(sys.stdout, f"\n{asked.count:,} cases, {wrong} disagreements\n")
    return int(wrong > 0)


def say(stream: TextIO, text: str) -> None:
    """Write at once, so that the progress line moves."""
    stream.write(text)
    stream.flush()


if __name__ == "__main__":
    raise SystemExit(main())
