"""Progress on a terminal, and nothing of it anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def show_progress(count: int, *, label: str) -> Iterator[Callable[[], None]]:
    """Show a bar on standard error where that is a terminal; yield what moves it on by one."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=count, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
