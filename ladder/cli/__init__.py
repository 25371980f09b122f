"""The command line: one library call a command, its answer printed or saved."""

from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit status.

    0: answered; 1: nothing found; 2: bad call or bad input; 3: could not write.
    """
    from ladder.cli.running import run  # noqa: PLC0415 - importing the package stays cheap

    raise SystemExit(run(words))
