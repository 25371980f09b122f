"""Report start-up, best plans, loading and growth: ``python -m benchmarks.run``.

Times are processor time (``benchmarks.cpu_time``). The goals beside them are read by
people; no figure makes the run fail.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import process_time

from benchmarks.cpu_time import as_installed, cpu_seconds
from benchmarks.synthetic import write_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.answers import Status
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.paths.board import lay_out
from ladder.paths.bounds import find_bound
from ladder.paths.dives import start_position
from ladder.paths.ladders import classes_above, preferred_order
from ladder.paths.path_answers import find_paths
from ladder.paths.problem import build_climb
from ladder.paths.starts import day_one, start_in, without_profile
from ladder.reading.folder_files import print_record
from ladder.reading.kept_files import path_of_class, path_of_jurisdiction
from ladder.records import validate_json
from ladder.service_time import read_month

AS_OF = read_month("2026-11")
PLAN = without_profile(Plan(PlanKind.CLIMB))
ASKED_AT, LOADED_AT, KEPT_AT = 700, 3000, 400
BASE = "import click; from pydantic import BaseModel"


def main() -> None:
    """Print a table of what was measured beside the goals."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    words.add_argument("--runs", type=int, default=15, help="whole processes of each kind")
    words.add_argument("--queries", type=int, default=200, help="random queries at each size")
    words.add_argument("--sizes", type=int, nargs="+", default=[700, 3000, 10000], help="numbers of classes")
    words.add_argument("--seed", type=int, default=1, help="of catalogs and queries")
    asked = words.parse_args()
    row("measure", "figure", "goal")
    for line in (*start_up(asked.runs), *folder_beside_file(asked.runs, seed=asked.seed)):
        row(*line)
    for size in asked.sizes:
        queries = asked.queries if size <= ASKED_AT else max(10, asked.queries // 5)
        for line in one_size(size, queries=queries, seed=asked.seed):
            row(*line)


def row(measure: str, figure: str, goal: str = "") -> None:
    """Print one line of the table."""
    sys.stdout.write(f"{measure:<58}{figure:>14}  {goal}".rstrip() + "\n")
    sys.stdout.flush()


def start_up(runs: int) -> Iterator[tuple[str, str, str]]:
    """Yield the time of a whole path query beside that of importing click and pydantic, by turns."""
    program = Path(sys.executable).with_name("ladder")
    query, base = [str(program), "path", "us-nd/0441", "us-nd/0443"], [sys.executable, "-c", BASE]
    one, other = by_turns(query, base, runs)
    yield "ladder path us-nd/0441 us-nd/0443, whole process", f"{one * 1000:.0f} ms", ""
    yield 'python -c "import click; from pydantic import BaseModel"', f"{other * 1000:.0f} ms", ""
    yield "ratio of the medians", f"{one / other:.2f}", "at most 0.85"


def by_turns(one: list[str], other: list[str], runs: int) -> tuple[float, float]:
    """Return the median processor times of two commands, run by turns after one run of each that does not count."""
    environment = as_installed()
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(runs + 1):
        for spent, command in zip(times, (one, other), strict=True):
            took = cpu_seconds(partial(subprocess.run, command, check=True, capture_output=True, env=environment))
            if number:
                spent.append(took)
    return median(times[0]), median(times[1])


def folder_beside_file(runs: int, *, seed: int) -> Iterator[tuple[str, str, str]]:
    """Yield the time of loading a folder of records, kept in the cache, beside its compiled file: whole processes."""
    record = validate_json(CatalogRecord, write_catalog(KEPT_AT, seed=seed))
    code = "import sys; from pathlib import Path; from ladder.catalog.loading import load_catalog;"
    load = [sys.executable, "-c", f"{code} load_catalog(Path(sys.argv[1]))"]
    with tempfile.TemporaryDirectory() as home:
        os.environ["LADDER_CACHE"] = str(Path(home, "cache"))
        folder, file = Path(home, "folder"), Path(home, "catalog.json")
        files = {path_of_jurisdiction(one.id): print_record(one) for one in record.jurisdictions}
        files |= {path_of_class(one): print_record(one) for one in record.classes}
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        file.write_bytes(compile_catalog(record, found_sound=True))
        kept, compiled = by_turns([*load, str(folder)], [*load, str(file)], runs)
    yield f"folder of {KEPT_AT} classes, kept in the cache, whole process", f"{kept * 1000:.0f} ms", ""
    yield "its compiled file", f"{compiled * 1000:.0f} ms", ""
    yield "ratio of the medians", f"{kept / compiled:.2f}", "at most 1.3"


def one_size(size: int, *, queries: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Yield how a catalog of so many classes loads and answers."""
    content = compile_catalog(validate_json(CatalogRecord, write_catalog(size, seed=seed)), found_sound=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "catalog.json"
        file.write_bytes(content)
        loading = median(cpu_seconds(lambda: load_catalog(file)) for _ in range(5))
        catalog = load_catalog(file)
    name = f"{size:,} classes"
    yield f"{name}: bytes a record", f"{len(content) / size:.0f}", "about 1,500"
    yield f"{name}: load from the compiled file", f"{loading * 1000:.0f} ms", "at most 150" if size == LOADED_AT else ""
    yield f"{name}: steps of the ladder", f"{len(catalog.steps):,}", ""
    yield from answers(catalog, name, queries, Random(seed), has_goal=size == ASKED_AT)
    yield from bounds(catalog, name, has_goal=size == ASKED_AT)


def answers(
    catalog: Catalog, name: str, queries: int, rng: Random, *, has_goal: bool
) -> Iterator[tuple[str, str, str]]:
    """Yield the share of random queries that are proved, and the processor time that they take."""
    case = Case(catalog, day_one(AS_OF), PLAN)
    times: list[float] = []
    proved = 0
    for start, target in random_pairs(catalog, rng, queries):
        began = process_time()
        best = find_paths(case, start=start, target=target, alternatives=0).best
        times.append(process_time() - began)
        proved += best is not None and best.status is not Status.UNKNOWN and best.months == best.proved_months
    yield f"{name}: queries proved", f"{100 * proved / queries:.1f} %", "at least 95" if has_goal else ""
    yield f"{name}: a query, median", f"{median(times) * 1000:.1f} ms", ""
    yield f"{name}: a query, 95th percentile", f"{quantiles(times, n=20)[-1] * 1000:.1f} ms", ""


def random_pairs(catalog: Catalog, rng: Random, count: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of classes that some ladder joins."""
    classes = sorted(catalog.classes)
    left = count
    while left:
        start = rng.choice(classes)
        above = sorted(classes_above(catalog, start, frozenset()))
        if above:
            left -= 1
            yield start, rng.choice(above)


def bounds(catalog: Catalog, name: str, *, has_goal: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the time of the bound from the lowest class to every class above it."""
    start = min(catalog.classes)
    above = classes_above(catalog, start, frozenset())
    target = max(above)
    case = Case(catalog, day_one(AS_OF), PLAN)
    place = start_in(case, start, target=target)
    classes = preferred_order(catalog, above - {target})
    climb = build_climb(case, start=place.service, classes=classes, target=target, accrual=place.accrual)
    board = lay_out(climb)
    position = start_position(board)
    spent = median(
        cpu_seconds(lambda: find_bound(board, position.values, 0, position.places, goal_only=False)) for _ in range(20)
    )
    yield f"{name}: bound from one class to {len(above):,}", f"{spent * 1000:.1f} ms", "at most 5" if has_goal else ""


if __name__ == "__main__":
    main()
