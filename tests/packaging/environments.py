"""Environments of their own for trials: made by venv, filled by pip, answered by the program in them."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.packaging import smoke

_PROBE = "pip"
"""What is asked of an index to learn whether one can be reached: pip's own versions."""


class CannotInstallError(Exception):
    """What pip said when it could not install."""


class Environment(NamedTuple):
    """The folder of one environment."""

    folder: Path

    @property
    def programs(self) -> Path:
        """The folder of its programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def ladder(self) -> Path:
        """The command that an installation of the project puts there."""
        return self.programs / ("ladder.exe" if os.name == "nt" else "ladder")

    def install(self, *words: str) -> None:
        """Let pip install into it.

        Raises:
            CannotInstallError: pip could not.

        """
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(self.python)]
        done = subprocess.run([*pip, "install", "--quiet", *words], capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotInstallError(done.stderr[-3000:])


def here() -> Environment:
    """Return the environment that this process runs in."""
    return Environment(Path(sys.prefix))


@contextmanager
def fresh_environment() -> Iterator[Environment]:
    """Yield an empty environment; it is gone afterwards. This environment's pip fills it, so that it needs none."""
    with tempfile.TemporaryDirectory(prefix="ladder-trial-") as name:
        environment = Environment(Path(name) / "environment")
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment.folder)], check=True)
        yield environment


def answers_of(environment: Environment) -> dict[str, smoke.Answer]:
    """Return what the program of an environment answers to every call, in a folder outside the checkout."""
    with tempfile.TemporaryDirectory(prefix="ladder-calls-") as name:
        folder = Path(name).resolve()
        smoke.write_inputs(folder)
        return smoke.answer_all(environment.ladder, folder)


def reaches_an_index() -> bool:
    """Return whether pip, as this machine configures it, finds anything on an index."""
    with tempfile.TemporaryDirectory() as name:
        asked = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
        command = [*asked, "--no-cache-dir", "--retries", "0", "--dest", name, _PROBE]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def skip_aloud(what: str) -> None:
    """Say on standard error that a trial was not made, and why; where CI=true that is a failure.

    Raises:
        SystemExit: always, so that the target ends here.

    """
    sys.stderr.write(f"{what}: NOT TRIED: pip reaches no index on this machine\n")
    sys.exit(1 if os.environ.get("CI") == "true" else 0)


def tell(what: str, faults: list[str]) -> None:
    """Print the faults of a trial, or that there are none.

    Raises:
        SystemExit: there are faults.

    """
    for fault in faults:
        sys.stderr.write(f"{what}: {fault}\n")
    if faults:
        sys.exit(1)
    sys.stdout.write(f"{what}: {len(smoke.CALLS)} calls answered as in this environment\n")
