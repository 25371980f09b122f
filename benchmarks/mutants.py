"""Draw mutants of the engine by a seed and tell which the tests catch: ``python -m benchmarks.mutants --seed 1``.

The mutants are those that mutmut makes, in functions of the modules of ``MUTATED``. The
tests of the engine are collected once, and run for each mutant in a forked process that
has the one function changed, those of its own module first. What none of them catches is
written into a copy of this tree, where they run anew from the start, and the slow tests
after them. A mutant that ``equivalent_mutants.yaml`` lists is told with its reason, and
the next drawn takes its place. Needs ``make .venv/.installed-mutation``. No figure makes
the run fail.
"""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from benchmarks.mutant_runs import ENGINE_TESTS, WORDS, FirstPass, run_in_tree
from benchmarks.mutating import ROOT, Mutant, draw

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.yaml")
NOT_COPIED = (".git", ".venv", "out", "mutants", "__pycache__", ".*_cache", ".hypothesis", ".coverage*")


def main() -> None:
    """Print each mutant drawn with its diff, and what caught it; then the counts."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    words.add_argument("--seed", type=int, default=1, help="of the draw")
    words.add_argument("--count", type=int, default=40, help="how many, those that are equivalent left out")
    words.add_argument("--only", default="", help="files whose path begins with one of these, with commas between")
    words.add_argument("--quick", action="store_true", help="without the copy of the tree and the slow tests")
    asked = words.parse_args()
    drawn = list(without_equivalents(draw(asked.seed, tuple(asked.only.split(","))), asked.count))
    first = FirstPass(drawn)
    pytest.main([*WORDS, "--capture=no", *ENGINE_TESTS], plugins=[first])
    counts = Counter(bool(one) for one in judged(drawn, first, quick=asked.quick))
    sys.stdout.write(f"caught {counts[True]} of {counts.total()}\n")


def without_equivalents(drawn: Iterable[Mutant], count: int) -> Iterator[Mutant]:
    """Yield so many of those drawn; print each equivalent one that is passed over, with its reason."""
    listed = yaml.safe_load(EQUIVALENT.read_text("utf-8"))
    known = {(one["file"], one["diff"].strip()): one["because"] for one in listed}
    for one in drawn:
        because = known.get((one.file, one.diff()))
        if because is None:
            yield one
            count -= 1
        else:
            sys.stdout.write(f"equivalent: {one.told()}\nbecause {because}\n\n")
        if count == 0:
            return


def judged(drawn: Iterable[Mutant], first: FirstPass, *, quick: bool) -> Iterator[str]:
    """Yield what caught each mutant, nothing where nothing did; print what only the whole tree could show."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*NOT_COPIED))
        for one in drawn:
            by = first.caught.get(one, "")
            if not by and not quick:
                by = run_in_tree(tree, one)
                sys.stdout.write(f"{f'caught late by {by}' if by else 'SURVIVED'}: {one.told()}\n\n")
                sys.stdout.flush()
            yield by


if __name__ == "__main__":
    main()
