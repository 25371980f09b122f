"""``python -m tests.reading.strangers.documents``: what is read of documents of employers without a layout.

The documents, their hand-read answers and the tool that compares them stand beside the
checkout; where they are missing, it says so and ends with 0.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ladder.cli.read_pages import reading_lines
from ladder.reading.collation import collate
from ladder.reading.documents import read_files
from tests.measure import SHARED
from tests.reading.text.opened import opened_here

CORPUS = SHARED / "corpora" / "strangers"
TOOL = SHARED / "tools" / "score_strangers.py"
GOLD = CORPUS / "gold.jsonl"


def are_here() -> bool:
    """Return whether the documents and the tool are beside this checkout."""
    return GOLD.is_file() and TOOL.is_file()


def documents() -> list[Path]:
    """Return the documents in order of name."""
    return sorted(one for one in CORPUS.glob("*/*") if one.is_file())


def totals() -> Mapping[str, Any]:
    """Return the figures over the rows with one reading, as the tool names them."""
    with opened_here():
        readings = [one for several in read_files(documents(), jurisdiction="us-zz") for one in several]
    with TemporaryDirectory() as folder:
        answers = Path(folder, "answers.jsonl")
        answers.write_text("\n".join(reading_lines(collate(readings).readings, set())), "utf-8")
        words = [sys.executable, str(TOOL), "--json", str(GOLD), str(answers)]
        told = subprocess.run(words, check=True, capture_output=True, text=True)
    figures: Mapping[str, Any] = next(one for one in json.loads(told.stdout)["table"] if one["employer"] == "total")
    return figures


def main() -> int:
    """Print the figures, or that they cannot be measured here."""
    if not are_here():
        sys.stdout.write("strangers: skipped, the documents of other employers are not beside this checkout\n")
        return 0
    for name, figure in totals().items():
        sys.stdout.write(f"{name:16} {figure}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
