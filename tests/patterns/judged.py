"""The patterns judged before by the same judge: ``make test`` judges the new ones and some of the old, oracle all.

``python -m tests.patterns.judged`` judges every pattern and writes the list anew. A list that is behind
costs time and misses nothing: what it does not name is judged.
"""

import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from tests.patterns import holding
from tests.patterns.holding import Held
from tests.patterns.judging import fault_of

LIST = Path(__file__).with_name("judged.txt")
JUDGE = ("attacks.py", "counted.py", "judging.py")
WIDTH = 16


def judge_key() -> str:
    """Return the checksum of the judge: another judge knows no pattern."""
    return sha256(b"".join(Path(__file__).with_name(name).read_bytes() for name in JUDGE)).hexdigest()[:WIDTH]


def key_of(one: Held) -> str:
    """Return the checksum of all that a verdict rests on."""
    return sha256(repr((one.pattern.pattern, one.pattern.flags, one.anchored)).encode()).hexdigest()[:WIDTH]


def known(text: str, judge: str) -> frozenset[str]:
    """Return the patterns that the list names; none where another judge wrote it."""
    first, *keys = text.split()
    return frozenset(keys) if first == judge else frozenset()


def to_judge(held: Iterable[Held], listed: frozenset[str], *, every: int) -> Iterator[Held]:
    """Yield the patterns that the list does not name, and one of so many of those that it names."""
    for one in held:
        key = key_of(one)
        if key not in listed or int(key, 16) % every == 0:
            yield one


def main() -> int:
    """Write the list of patterns without a fault; say the faults of the others."""
    keys, status = [], 0
    for one in holding.patterns():
        if fault := fault_of(one.pattern, anchored=one.anchored):
            sys.stderr.write(f"{one.where}: {fault}\n")
            status = 1
        else:
            keys.append(key_of(one))
    LIST.write_text("\n".join([judge_key(), *sorted(keys), ""]), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
