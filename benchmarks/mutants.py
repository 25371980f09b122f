"""Draw mutants of the engine by a seed and tell which the tests catch: ``python -m benchmarks.mutants --seed 1``.

The mutants are those that mutmut makes, in functions of the modules of ``MUTATED``.
Each is written into a copy of this tree, and the tests that it would show in run there:
those of its own module first, then the rest of the engine's, and only where all these
pass the slow ones. A mutant that ``equivalent_mutants.yaml`` lists is told with its
reason, and the next drawn takes its place. Needs ``make .venv/.installed-mutation``. No
figure makes the run fail.
"""

import argparse
import difflib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import libcst
import yaml
from mutmut.mutation import file_mutation

ROOT = Path(__file__).resolve().parents[1]
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.yaml")
MUTATED = (
    "ladder/eligibility/*.py",
    "ladder/paths/*.py",
    "ladder/profiles*.py",
    "ladder/histories*.py",
    "ladder/service_time*.py",
    "ladder/catalog/steps.py",
)
ENGINE_TESTS = (
    "tests/catalog",
    "tests/data",
    "tests/eligibility",
    "tests/paths",
    "tests/test_profiles.py",
    "tests/test_histories.py",
    "tests/test_service_time.py",
    "tests/cases",
    "tests/properties",
)
SLOW_TESTS = ("tests/cli", "tests/test_answers.py", "tests/checks", "tests/golden", "tests/oracle", "tests/agreement")
NOT_COPIED = (".git", ".venv", "out", "mutants", "__pycache__", ".*_cache", ".hypothesis", ".coverage*")
BOUND = 300
"""Processor seconds after which a run of tests is ended: a mutant that never ends is caught."""
NO_FAULT = (0, 5)
"""How pytest ends where every test passes, or where there is none."""


class Mutant(NamedTuple):
    """One change of one file: the function that it is in, and the file's text with it."""

    file: str
    function: str
    text: str

    def diff(self) -> str:
        """Return the lines that it takes out and puts in."""
        own = (ROOT / self.file).read_text("utf-8")
        told = difflib.unified_diff(own.splitlines(), self.text.splitlines(), n=0, lineterm="")
        return "\n".join(line for line in told if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def main() -> None:
    """Print each mutant drawn with its diff, and whether it was caught; then the counts."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    words.add_argument("--seed", type=int, default=1, help="of the draw")
    words.add_argument("--count", type=int, default=40, help="how many, those that are equivalent left out")
    words.add_argument("--skip", type=int, default=0, help="so many of the first drawn are not run")
    words.add_argument("--only", default="", help="files whose path holds this")
    words.add_argument("--quick", action="store_true", help="without the slow tests")
    asked = words.parse_args()
    stages = (ENGINE_TESTS,) if asked.quick else (ENGINE_TESTS, SLOW_TESTS)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*NOT_COPIED))
        drawn = list(without_equivalents(draw(asked.seed, asked.only), asked.count))[asked.skip :]
        caught = [judge(tree, one, stages) for one in drawn]
    sys.stdout.write(f"caught {sum(caught)} of {len(caught)}\n")


def draw(seed: int, only: str) -> Iterator[Mutant]:
    """Yield all mutants of the files whose path holds ``only``, in the order that the seed gives them."""
    files = sorted({file.relative_to(ROOT).as_posix() for pattern in MUTATED for file in ROOT.glob(pattern)})
    found = [change for file in files if only in file for change in changes_of(file)]
    random.Random(seed).shuffle(found)
    return (change() for change in found)


def changes_of(file: str) -> Iterator[Callable[[], Mutant]]:
    """Yield what makes each of mutmut's mutants of the functions of a file: to write one out takes its time."""
    module, mutations, *_ = file_mutation.create_mutations(file, (ROOT / file).read_text("utf-8"))
    for one in mutations:
        if isinstance(one.contained_by_top_level_function, libcst.FunctionDef):
            yield partial(mutant_of, file, module, one)


def mutant_of(file: str, module: libcst.Module, mutation: file_mutation.Mutation) -> Mutant:
    """Return the mutant of a file in which one node is another."""
    function = mutation.contained_by_top_level_function
    changed = file_mutation.deep_replace(module, mutation.original_node, mutation.mutated_node)
    name = function.name.value if function else ""
    return Mutant(file, name, changed.code if isinstance(changed, libcst.Module) else "")


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
            sys.stdout.write(f"equivalent {one.file} {one.function}\n{one.diff()}\nbecause {because}\n\n")
        if count == 0:
            return


def judge(tree: Path, mutant: Mutant, stages: Sequence[tuple[str, ...]]) -> bool:
    """Return whether a test fails with the mutant in the tree; print it, and what caught it."""
    file = tree / mutant.file
    own = file.read_text("utf-8")
    write_module(file, mutant.text)
    told = next((by for tests in stages if (by := run_tests(tree, [*own_tests(mutant.file), *tests]))), "")
    write_module(file, own)
    sys.stdout.write(f"{'caught' if told else 'SURVIVED'} {mutant.file} {mutant.function} {told}\n{mutant.diff()}\n\n")
    sys.stdout.flush()
    return bool(told)


def write_module(file: Path, text: str) -> None:
    """Write a module and throw away what is compiled of it: two texts of one second look alike."""
    file.write_text(text, "utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
        compiled.unlink()


def own_tests(file: str) -> list[str]:
    """Return the examples of a module, and the file of tests that bears its name where there is one."""
    place = Path(file.replace("ladder/", "tests/", 1))
    mirrored = place.with_name(f"test_{place.name}").as_posix()
    return [file, *([mirrored] if (ROOT / mirrored).is_file() else [])]


def run_tests(tree: Path, tests: Sequence[str]) -> str:
    """Return the first failing test, or how else the run ended; nothing where every test passes."""
    limit = partial(resource.setrlimit, resource.RLIMIT_CPU, (BOUND, BOUND))
    words = ["-m", "pytest", "-x", "-q", "--tb=no", "-m", "not browser", "-p", "no:cacheprovider", "-p", "no:xdist"]
    done = subprocess.run(
        [sys.executable, *words, *tests], cwd=tree, check=False, capture_output=True, text=True, preexec_fn=limit
    )
    if done.returncode in NO_FAULT:
        return ""
    failed = (line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR ")))
    return next(failed, f"ended with {done.returncode}")


if __name__ == "__main__":
    main()
