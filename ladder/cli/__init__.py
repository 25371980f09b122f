"""The command line: one library call a command, its answer printed or saved."""

import gc
from collections.abc import Sequence

_YOUNG_OBJECTS = 100_000
"""New objects before the collector looks at them; one run makes few that do not stay."""


def main(words: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit status.

    0: answered; 1: nothing found; 2: bad call or bad input; 3: could not write.
    """
    gc.set_threshold(_YOUNG_OBJECTS, 50, 50)
    from ladder.cli.running import run  # noqa: PLC0415 - importing the package stays cheap

    raise SystemExit(run(words))
