"""Try the lowest versions that ``pyproject.toml`` takes, or the newest: ``python -m tests.packaging.bounds lowest``.

An environment of its own gets the project and exactly the lowest version of each package
that it names, or the newest of each. Every call of ``smoke.CALLS`` must answer there what
it answers in this environment, to the byte.
"""

import argparse
import sys

from tests.house.tracked import ROOT
from tests.packaging.environments import (
    CannotInstallError,
    Environment,
    answers_of,
    fresh_environment,
    here,
    reaches_an_index,
    skip_aloud,
    tell,
)
from tests.packaging.requirements import RUN_TIME_EXTRAS, lowest_pins, read_project
from tests.packaging.smoke import differences, wrong_answers

PROJECT = f"{ROOT}[{','.join(RUN_TIME_EXTRAS)}]"


def main() -> None:
    """Install, ask, compare; say what differs."""
    words = argparse.ArgumentParser(prog="python -m tests.packaging.bounds", description=__doc__)
    words.add_argument("versions", choices=("lowest", "newest"))
    versions = words.parse_args().versions
    if not reaches_an_index():
        skip_aloud(f"{versions} versions")
    pins = lowest_pins(read_project().needs) if versions == "lowest" else ["--upgrade"]
    with fresh_environment() as environment:
        tell(f"{versions} versions", _faults(environment, pins))


def _faults(environment: Environment, pins: list[str]) -> list[str]:
    sys.stdout.write(f"installing {PROJECT.removeprefix(str(ROOT))} with {' '.join(pins)}\n")
    try:
        environment.install(PROJECT, *pins)
    except CannotInstallError as error:
        return [f"pip cannot install: {error}"]
    here_answered, answered = answers_of(here()), answers_of(environment)
    here_wrong = [f"in this environment: {fault}" for fault in wrong_answers(here_answered)]
    return here_wrong + wrong_answers(answered) + differences(answered, here_answered)


if __name__ == "__main__":
    main()
