"""The command line: one library call a command, its answer printed or saved."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_YOUNG_OBJECTS = 100_000
"""New objects before the collector looks at them; one run makes few that do not stay."""


def main(words: Sequence[str] | None = None) -> NoReturn:
    """Run one command and end the process with its exit status.

    0: answered; 1: nothing found; 2: bad call or bad input; 3: could not write. The
    process ends at once, without taking apart what it made: that would take a tenth of
    the time of a path query.
    """
    gc.set_threshold(_YOUNG_OBJECTS, 50, 50)
    from ladder.cli.running import run  # noqa: PLC0415 - importing the package stays cheap

    status = run(words)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
