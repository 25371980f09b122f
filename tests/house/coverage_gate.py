"""Hold the coverage of the last run against its bars: all branches below rendering and cli, 95 % overall."""

import json
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import TypedDict

import coverage

RIM = ("ladder/cli/", "ladder/rendering/", "ladder/__main__.py", "ladder/cli.py", "ladder/rendering.py")
LEAST_OVERALL = 95
MOST_TOLD = 8


class Summary(TypedDict):
    """What coverage's own report says of one file."""

    num_statements: int
    covered_lines: int
    num_branches: int
    covered_branches: int


class FileReport(TypedDict):
    """One file of the report."""

    summary: Summary
    missing_lines: list[int]
    missing_branches: list[list[int]]


class Report(TypedDict):
    """The part of coverage's JSON report that the bars look at."""

    files: dict[str, FileReport]


def coverage_breaches(report: Report, *, expected: Collection[str] = ()) -> list[str]:
    """Return what falls short: files that were left out, each file below the rim with its gaps, and the whole."""
    files = {name.replace("\\", "/"): one for name, one in report["files"].items()}
    if not files:
        return ["coverage saw no file of ladder"]
    found = [_gaps(name, one) for name, one in files.items() if not name.startswith(RIM) and _is_short(one)]
    found += [f"{name}: left out of what is measured" for name in sorted(set(expected) - set(files))]
    share = _share(list(files.values()))
    return found + ([f"overall {share:.2f} %, under {LEAST_OVERALL} %"] if share < LEAST_OVERALL else [])


def _is_short(one: FileReport) -> bool:
    return bool(one["missing_lines"] or one["missing_branches"])


def _gaps(name: str, one: FileReport) -> str:
    lines = _shorten(_ranges(one["missing_lines"]))
    branches = _shorten([f"{start}->{end}" for start, end in one["missing_branches"]])
    return f"{name}: not covered: lines {lines}; branches {branches}"


def _ranges(lines: list[int]) -> list[str]:
    """Return runs of lines as ``3-7``."""
    starts = [line for line in lines if line - 1 not in lines]
    ends = [line for line in lines if line + 1 not in lines]
    return [str(start) if start == end else f"{start}-{end}" for start, end in zip(starts, ends, strict=True)]


def _shorten(gaps: list[str]) -> str:
    more = len(gaps) - MOST_TOLD
    return (", ".join(gaps[:MOST_TOLD]) or "none") + (f" and {more} more" if more > 0 else "")


def _share(files: list[FileReport]) -> float:
    summaries = [one["summary"] for one in files]
    held = sum(one["covered_lines"] + one["covered_branches"] for one in summaries)
    asked = sum(one["num_statements"] + one["num_branches"] for one in summaries)
    return 100 * held / asked if asked else 100.0


def read_report(data_file: Path) -> Report:
    """Return coverage's report of a data file."""
    measured = coverage.Coverage(data_file=str(data_file))
    measured.load()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "coverage.json"
        measured.json_report(outfile=str(file))
        report: Report = json.loads(file.read_text("utf-8"))
    return report


def files_of(root: Path) -> set[str]:
    """Return the files of ladder, each of which must be in the report."""
    return {file.relative_to(root).as_posix() for file in (root / "ladder").rglob("*.py")}


def main() -> int:
    """Say what falls short; the exit status is 1 where anything does."""
    try:
        breaches = coverage_breaches(read_report(Path(".coverage")), expected=files_of(Path()))
    except coverage.CoverageException as fault:
        breaches = [str(fault)]
    for breach in breaches:
        sys.stderr.write(f"coverage: {breach}\n")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
