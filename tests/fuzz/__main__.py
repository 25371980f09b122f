"""``python -m tests.fuzz``: read damaged documents; exit 1 if one ends in a traceback, hangs or takes too much."""

import argparse
import sys
import time

from tests.fuzz.running import MOST_MEMORY, Failure, make_case, most_memory, run_case

_MOST_TOLD = 20


def main() -> int:
    asked = _read_words()
    numbers = range(asked.count) if asked.only is None else [asked.only]
    failures: list[Failure] = []
    started, slowest = time.process_time(), (0.0, 0)
    for number in numbers:
        before = time.process_time()
        failure = run_case(make_case(asked.seed, number))
        slowest = max(slowest, (time.process_time() - before, number))
        if failure:
            failures.append(failure)
            if len(failures) <= _MOST_TOLD:
                _tell(str(failure))
    held = most_memory()
    _tell(
        f"{len(numbers):,} documents, seed {asked.seed}: {len(failures)} failures; slowest {slowest[0]:.2f} s"
        f" (--only {slowest[1]}); {time.process_time() - started:.0f} s in all; {held // 1024} MB at most"
    )
    return 1 if failures or held > MOST_MEMORY else 0


def _read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=2_000, help="how many documents (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of all chance in them (default: %(default)s)")
    parser.add_argument("--only", type=int, help="the number of one case, to see it again")
    return parser.parse_args()


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
