"""What hostile files cost: processor time and memory of the whole program, shape by shape. Run by ``make bounds``.

``python -m benchmarks.bounds`` measures all; names of groups (``texts``, ``checked``,
``sheets``, ``pages``, ``formats``, ``tables``, ``classes``, ``profiles``, ``json``) only those. Texts are measured
at the largest size that is opened and at the largest that is read to its end.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from benchmarks.hostile import HEADS, TEXTS, Shape
from benchmarks.hostile_formats import FORMATS, TABLES
from benchmarks.hostile_pages import PAGES
from benchmarks.hostile_records import CLASSES, JSON_PROFILES, PROFILES
from ladder.reading.extent import MOST_CHARACTERS

_MB = 1_000_000
_LONGEST = 60
"""Seconds of processor time after which a measurement is given up."""
_COMMAND = "import sys; from ladder.cli import main; sys.exit(main())"
_BOUNDS = {"text": (10, 512), "page": (10, 512), "table": (45, 512), "record": (2, 512)}
"""Seconds and MB that a file of a kind may take."""


class Asked(NamedTuple):
    """One measurement: the group and kind it belongs to, its shape, and the words after ``ladder``."""

    group: str
    kind: str
    name: str
    words: tuple[str, ...]
    suffix: str
    content: str | bytes


class Cost(NamedTuple):
    """What it took: seconds of processor time and MB, of the program and all processes that it started."""

    seconds: float
    megabytes: float
    status: int


def main() -> int:
    """Print the cost of each shape, and the worst of each kind; return 1 where one is past its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bounds", description=__doc__)
    parser.add_argument("groups", nargs="*", help="the groups to measure (default: all)")
    wanted = frozenset(parser.parse_args().groups)
    worst: dict[str, tuple[Cost, Asked]] = {}
    largest: dict[str, float] = {}
    past = 0
    for asked in _all_asked():
        if wanted and asked.group not in wanted:
            continue
        cost = measure(asked)
        seconds, megabytes = _BOUNDS[asked.kind]
        is_past = cost.seconds > seconds or cost.megabytes > megabytes or cost.status not in {0, 1, 2}
        past += is_past
        mark = "  PAST ITS BOUND" if is_past else ""
        _tell(f"{cost.seconds:6.2f} s {cost.megabytes:5.0f} MB  {cost.status}  {asked.group}: {asked.name}{mark}")
        worst[asked.kind] = max(worst.get(asked.kind, (cost, asked)), (cost, asked))
        largest[asked.kind] = max(largest.get(asked.kind, 0), cost.megabytes)
    for kind, (cost, asked) in worst.items():
        _tell(f"worst {kind}: {cost.seconds:.2f} s, {asked.group}: {asked.name}; {largest[kind]:.0f} MB at most")
    return 1 if past else 0


def _all_asked() -> Iterator[Asked]:
    jurisdictions = cycle(HEADS)
    for size in (2 * _MB, MOST_CHARACTERS):
        for group, words in (("texts", ("read", "--json")), ("sheets", ("read", "--sheet", "-"))):
            for name, shape in TEXTS.items():
                one = next(jurisdictions)
                told = f"{name} ({one}, {size:,} characters)"
                text = _cut(HEADS[one] + shape(size), size)
                yield Asked(group, "text", told, (*words, "--jurisdiction", one), ".txt", text)
        for name, shape in TEXTS.items():
            one = next(jurisdictions)
            text = _cut(HEADS[one] + shape(size), size)
            yield Asked("checked", "text", f"{name} ({one}, {size:,} characters)", ("check",), ".txt", text)
    yield from _of("pages", "page", PAGES, 5 * _MB, ("read", "--json", "--jurisdiction", "xx-lakes"), ".htm")
    yield from _of("pages", "page", PAGES, 900_000, ("read", "--json", "--jurisdiction", "xx-lakes"), ".htm")
    for group, kind, shapes in (("formats", "page", FORMATS), ("tables", "table", TABLES)):
        for name, (suffix, make) in shapes.items():
            yield Asked(group, kind, name, ("read", "--json", "--jurisdiction", "xx-lakes"), suffix, make())
    for size in (_MB, 130_000, 35_000):
        yield from _of("classes", "record", CLASSES, size, ("check",), ".yaml")
        yield from _of("profiles", "record", PROFILES, size, ("assess",), ".yaml")
        yield from _of("json", "record", JSON_PROFILES, size, ("assess",), ".json")


def _of(
    group: str, kind: str, shapes: Mapping[str, Shape], size: int, words: tuple[str, ...], suffix: str
) -> Iterator[Asked]:
    for name, shape in shapes.items():
        yield Asked(group, kind, f"{name} ({size:,} characters)", words, suffix, _cut(shape(size), size))


def _cut(text: str, size: int) -> str:
    """Return the text without what would make the file larger than is opened."""
    return text.encode()[:size].decode(errors="ignore")


def measure(asked: Asked) -> Cost:
    """Return what the whole program takes for a file of this content."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "file" + asked.suffix)
        file.write_bytes(asked.content if isinstance(asked.content, bytes) else asked.content.encode())
        started = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, *asked.words, str(file)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_limit,  # noqa: PLW1509 - no thread runs here
        )
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, started.returncode)


def _limit() -> None:
    import resource  # noqa: PLC0415 - Windows has none, and measures nothing here

    resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
