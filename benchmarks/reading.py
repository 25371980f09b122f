"""The processor time of reading a city's bulletins beside that of a plain pass of patterns over the same files.

Both are whole processes over the same folder: the plain pass (this module run with
``--plain``) decodes each file and finds what simple patterns find: code, title, dates,
salary, amounts of service, capitalised titles. What it finds is not right; it is the
least that any reader does. ``python -m benchmarks.reading [FOLDER]``
"""

import re
import statistics
import subprocess
import sys
from functools import partial
from pathlib import Path

from benchmarks.cpu_time import as_installed, cpu_seconds

_CODE = re.compile(r"Class\s+Code:?\s*(\d{4})")
_OPEN = re.compile(r"Open\s+Date:?\s*(\d{2}-\d{2}-\d{2})")
_PAY = re.compile(r"\$([\d,]+)(?:\s+to\s+\$([\d,]+))?")
_SECTION = re.compile(r"^[ \t]*(REQ[A-Z/ ]{5,60})$", re.MULTILINE)
_AMOUNT = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eighteen|\d+)\s+(?:\(\d+\)\s+)?(years?|months?)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:as an?|level of(?: an?)?)\s+((?:[A-Z][a-z]+\s?)+)")
_RUNS = 5

BULLETINS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "los-angeles"
"""The City of Los Angeles's bulletins, where they are beside the checkout."""


def plain_pass(folder: Path) -> int:
    """Read every file of the folder and search it with each pattern; return how much was found."""
    found = 0
    for file in sorted(folder.glob("*.txt")):
        content = file.read_bytes()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
        text = text.replace("\r\n", "\n")
        for pattern in (_CODE, _OPEN, _PAY, _SECTION, _AMOUNT, _TITLE):
            found += sum(1 for _ in pattern.finditer(text))
    return found


def _seconds(*command: str) -> float:
    silent = subprocess.DEVNULL
    run = partial(subprocess.run, command, check=False, stdout=silent, stderr=silent, env=as_installed())
    return statistics.median(cpu_seconds(run) for _ in range(_RUNS))


def main() -> None:
    """Print the medians of whole processes and their ratio."""
    if "--plain" in sys.argv:
        sys.stdout.write(f"{plain_pass(Path(sys.argv[-1]))}\n")
        return
    folder = sys.argv[1] if sys.argv[1:] else str(BULLETINS)
    if not Path(folder).is_dir():
        sys.stdout.write("reading: the bulletins are not here (../shared/corpora/los-angeles); not measured\n")
        return
    plain = _seconds(sys.executable, "-m", "benchmarks.reading", "--plain", folder)
    start_up = _seconds(sys.executable, "-m", "ladder", "read", "--help")
    whole = _seconds(sys.executable, "-m", "ladder", "read", "--jurisdiction", "us-ca-los-angeles", "--json", folder)
    sys.stdout.write(
        f"plain pass of regular expressions {plain:.2f} s; start-up of ladder read {start_up:.2f} s; "
        f"ladder read {whole:.2f} s: {(whole - start_up) / plain:.1f} times the plain pass, plus start-up\n"
    )


if __name__ == "__main__":
    main()
