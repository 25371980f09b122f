"""``python -m tests.reading.strangers.sentences``: small documents of our own wording whose right reading is known.

Those of the project and those beside the checkout are read, and the tool beside the
checkout judges each; where the tool is missing, it says so and ends with 0.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from ladder.cli.read_pages import reading_lines
from ladder.reading.collation import collate
from ladder.reading.documents import read_files
from tests.measure import SHARED
from tests.reading.strangers.case_reading import Case, cases_of

TOOL = SHARED / "tools" / "score_sentences.py"
FILES = (SHARED / "cases" / "sentences.jsonl", Path(__file__).with_name("own_sentences.jsonl"))
VERDICTS = ("right", "told", "told*", "silent", "wrong")


class Judged(NamedTuple):
    """A case, the verdict of the tool on what is read of it, and its reasons."""

    name: str
    verdict: str
    reasons: tuple[str, ...]


def are_here() -> bool:
    """Return whether the tool and the documents are beside this checkout."""
    return TOOL.is_file() and all(file.is_file() for file in FILES)


def judged(file: Path) -> tuple[Judged, ...]:
    """Return the verdict on each case of a file, in order."""
    cases = cases_of(file)
    lines = {answer: lines for layout in _layouts(cases) for answer, lines in _read(cases, layout)}
    judge = load_tool().judge
    return tuple(Judged(one["id"], *_verdict(judge(one, lines.get(one["id"], [])))) for one in cases)


def figures(several: tuple[Judged, ...]) -> Mapping[str, int]:
    """Return how many cases have each verdict."""
    count = Counter(one.verdict for one in several)
    return {verdict: count[verdict] for verdict in VERDICTS}


def _verdict(answer: tuple[str, list[str]]) -> tuple[str, tuple[str, ...]]:
    return answer[0], tuple(answer[1])


def _layouts(cases: list[Case]) -> list[str]:
    return sorted({one["layout"] for one in cases})


def _read(cases: list[Case], layout: str) -> Iterator[tuple[str, list[Any]]]:
    """Yield the answers of ``ladder read --json`` to the documents of a layout, those of a case together."""
    answers: dict[str, list[Any]] = {}
    with TemporaryDirectory() as folder:
        for one in cases:
            if one["layout"] == layout:
                Path(folder, f"{one['id']}.{one['format']}").write_text(one["document"], "utf-8")
        readings = [
            one for several in read_files(sorted(Path(folder).iterdir()), jurisdiction=layout) for one in several
        ]
        for line in reading_lines(collate(readings).readings, set()):
            answer = json.loads(line)
            answers.setdefault(Path(answer["file"]).stem, []).append(answer)
    yield from answers.items()


def load_tool() -> Any:  # noqa: ANN401 - a program beside the checkout
    """Return the tool that judges a reading."""
    spec = spec_from_file_location("score_sentences", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def main() -> int:
    """Print the figures of each file and what is not right, or that they cannot be measured here."""
    if not are_here():
        sys.stdout.write("sentences: skipped, the tool that judges them is not beside this checkout\n")
        return 0
    for file in FILES:
        several = judged(file)
        for one in several:
            if one.verdict != "right":
                sys.stdout.write(f"{one.verdict:7} {one.name:40} {' | '.join(one.reasons)}\n")
        counts = ", ".join(f"{verdict} {count}" for verdict, count in figures(several).items())
        sys.stdout.write(f"{file.name}: {len(several)} cases: {counts}\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
