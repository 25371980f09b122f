"""Faults of ladder itself while people's rows are read or evaluated: told without what the rows say."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ladder.errors import LadderError


@contextmanager
def untold() -> Iterator[None]:
    """Take out of a fault of ladder itself what it says, which may be of a person; where it was found stays."""
    try:
        yield
    except (LadderError, OSError, click.ClickException, click.exceptions.Exit):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it may quote a row
        told = f"{type(error).__name__} while a roster was read or evaluated"
        raise RuntimeError(told).with_traceback(error.__traceback__) from None
