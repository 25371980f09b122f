"""The terminal that an answer is printed on: whether there is one, and how wide it is."""

import sys
from typing import TYPE_CHECKING

from ladder.cli.page_text import PAGE_WIDTH

if TYPE_CHECKING:
    from pathlib import Path

STANDARD_OUTPUT = "-"


def goes_to_standard_output(file: "Path | None") -> bool:
    """Return whether an answer for this file is printed: no file is given, or ``-``."""
    return file is None or str(file) == STANDARD_OUTPUT


def goes_to_terminal(file: "Path | None") -> bool:
    """Return whether an answer for this file is printed where a person reads it: not in a pipe, not in a file."""
    return goes_to_standard_output(file) and sys.stdout.isatty()


def page_width(file: "Path | None") -> int:
    """Return the terminal's width (COLUMNS, where it is set); 80 for a pipe or a file."""
    if not goes_to_terminal(file):
        return PAGE_WIDTH
    from shutil import get_terminal_size  # noqa: PLC0415 - pipes and files do not pay

    return get_terminal_size((PAGE_WIDTH, 24)).columns
