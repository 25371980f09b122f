"""Report the processor time that the site takes, and how large it is: ``python -m benchmarks.pages``."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.cpu_time import cpu_seconds
from benchmarks.run import row
from benchmarks.synthetic import Json, make_catalog
from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import compile_catalog
from ladder.records import validate_json

MEGABYTE = 1_000_000


def main() -> None:
    """Print a table of what was measured beside the goals."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    words.add_argument("--runs", type=int, default=3, help="whole processes of each kind")
    words.add_argument("--classes", type=int, default=700, help="classes of the site")
    asked = words.parse_args()
    row("measure", "figure", "goal")
    with tempfile.TemporaryDirectory() as folder:
        for line in site(Path(folder), asked.classes, asked.runs):
            row(*line)


def site(folder: Path, size: int, runs: int) -> Iterator[tuple[str, str, str]]:
    """Yield the time and size of a site of so many classes; every run is a process of its own."""
    raw = make_catalog(size)
    catalogs = [save(folder / "one.json", raw), save(folder / "other.json", renamed(raw))]
    fresh = [cpu_seconds(partial(build, catalogs[0], folder / str(run))) for run in range(runs)]
    kept = folder / "0"
    same = [cpu_seconds(partial(build, catalogs[0], kept)) for _ in range(runs)]
    changed = [cpu_seconds(partial(build, catalogs[1 - run % 2], kept)) for run in range(runs)]
    name = f"site of {size:,} classes"
    yield f"{name}: made", f"{median(fresh):.1f} s", "at most 20"
    yield f"{name}: made again, nothing changed", f"{median(same):.1f} s", ""
    yield f"{name}: made again, one title changed", f"{median(changed):.1f} s", "at most 3"
    yield from sizes(kept, name)


def save(file: Path, raw: Json) -> Path:
    """Write a compiled catalog and return its path."""
    record = validate_json(CatalogRecord, json.dumps(raw))
    file.write_bytes(compile_catalog(record, found_sound=True))
    return file


def renamed(raw: Json) -> Json:
    """Return the catalog with another title for the class in its middle."""
    changed: Json = json.loads(json.dumps(raw))
    changed["classes"][len(changed["classes"]) // 2]["title"] += " of the Other Name"
    return changed


def build(catalog: Path, site_folder: Path) -> None:
    """Run ``ladder site``."""
    program = Path(sys.executable).with_name("ladder")
    command = [str(program), "site", "--catalog", str(catalog), "--as-of", "2026-11", "-o", str(site_folder)]
    subprocess.run(command, check=True, capture_output=True)


def sizes(folder: Path, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield how large a site is, and its pages."""
    pages = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    classes = [size for path, size in pages.items() if "classes" in path.parts]
    yield f"{name}: whole", f"{sum(pages.values()) / MEGABYTE:.1f} MB", "under 60"
    yield f"{name}: largest page of a class", f"{max(classes) / 1000:.0f} kB", "under 100"
    yield f"{name}: index", f"{pages[folder / 'index.html'] / 1000:.0f} kB", ""
    yield f"{name}: map", f"{pages[folder / 'map.html'] / 1000:.0f} kB", ""


if __name__ == "__main__":
    main()
