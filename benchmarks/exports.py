"""What each export of a city costs, as a whole process, beside a goal of 5 s. ``python -m benchmarks.exports``."""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.cpu_time import as_installed, cpu_seconds
from ladder.cli.export import FORMATS

_CITY = "los-angeles"
_NEIGHBORHOOD = ("--class", "us-ca-los-angeles/4254")


def main() -> None:
    """Print the seconds of processor time that every format takes."""
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            about = _NEIGHBORHOOD if name == "mermaid" else ()
            words = ("export", name, "--catalog", _CITY, "-o", str(Path(folder, name)), *about)
            command = [sys.executable, "-m", "ladder", *words]
            run = partial(subprocess.run, command, check=True, capture_output=True, env=as_installed())
            sys.stdout.write(f"export {name} of {_CITY}: {cpu_seconds(run):.2f} s of processor time (goal: 5)\n")


if __name__ == "__main__":
    main()
