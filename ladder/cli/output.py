"""Answers to the terminal or to a file: whole or not at all, the old file kept until then (``ladder.writing``)."""

import contextlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from ladder.cli.page_text import page_of_width
from ladder.cli.terminal import goes_to_standard_output, goes_to_terminal, page_width
from ladder.errors import BadCallError
from ladder.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from ladder.answer_tables import Table

_CONTROLS = {code: "?" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
"""Characters that would move a terminal's cursor or recolour it; no fault or title needs one."""


MOST_LISTED = 40
"""Classes of a list that a terminal shows unless all are asked for."""


class AnswerForm(Value):
    """The form that the caller asked an answer in, and the file it goes to.

    ``for_excel`` is CSV with a mark in front by which Excel knows its encoding. A list
    tells its sources and is ``whole`` on a terminal only where that is asked for.
    """

    as_json: bool = False
    as_csv: bool = False
    for_excel: bool = False
    with_sources: bool = False
    whole: bool = False
    file: "Path | None" = None

    @property
    def most_listed(self) -> int | None:
        """How many items of a list in words are shown; None for all of them, as in every pipe and file."""
        return None if self.whole or not goes_to_terminal(self.file) else MOST_LISTED


def deliver(
    form: AnswerForm,
    *,
    text: Callable[[], str],
    answer: Callable[[], object],
    table: Callable[[], "Table"] | None = None,
) -> None:
    """Print or save the answer in the form asked; only that form is made.

    Raises:
        BadCallError: the answer is no table and ``--csv`` asks for one.
        CannotWriteError: the file cannot be written; the old one is untouched.

    """
    if form.as_json:
        save_or_print_json(answer(), form.file)
    elif form.as_csv:
        if table is None:
            raise BadCallError(what="this answer is no table", try_this="ask for --json instead of --csv")
        from ladder.csv_text import print_csv  # noqa: PLC0415 - most answers are for people

        _save_or_print_csv(print_csv(table()), form)
    else:
        lay_out(text, form.file)


def lay_out(text: Callable[[], str], file: "Path | None") -> None:
    """Print or save the words, laid out for the width of where they go."""
    with page_of_width(page_width(file)):
        page = text()
    save_or_print(page, file)


def _save_or_print_csv(page: str, form: AnswerForm) -> None:
    """Write the page; that for Excel byte for byte, whatever encoding standard output has."""
    if not form.for_excel:
        save_or_print(page, form.file)
    elif form.file is None or goes_to_standard_output(form.file):
        click.echo(page.encode("utf-8-sig"), nl=False)
    else:
        _write(form.file, page.encode("utf-8-sig"))


def save_or_print(text: str, file: "Path | None", *, private: bool = False, fresh: bool = False) -> None:
    """Write the text to the file, or to standard output where there is none or ``-``.

    ``private`` and ``fresh`` are as in :func:`ladder.writing.write_file`.
    """
    if file is None or goes_to_standard_output(file):
        click.echo(text.translate(_CONTROLS), nl=False)
        sys.stdout.flush()
    else:
        _write(file, text.encode("utf-8"), private=private, fresh=fresh)


def _write(file: "Path", content: bytes, *, private: bool = False, fresh: bool = False) -> None:
    from ladder.writing import write_file  # noqa: PLC0415 - most answers go to the terminal

    write_file(file, content, private=private, fresh=fresh)


def print_line(text: str, *, err: bool = False) -> None:
    """Print one paragraph, on standard error if asked; control characters are shown as ``?``."""
    click.echo(text.translate(_CONTROLS), err=err)


def print_fault(text: str) -> None:
    """Print faults on standard error, one a line."""
    with contextlib.suppress(OSError):
        print_line(text, err=True)


def print_json(answer: object, *, ascii_only: bool = False) -> str:
    """Return the answer as indented JSON that ends its last line."""
    import json  # noqa: PLC0415 - most answers are for people

    return json.dumps(answer, ensure_ascii=ascii_only, indent=2, allow_nan=False) + "\n"


def save_or_print_json(answer: object, file: "Path | None") -> None:
    """Write the answer as JSON; standard output that takes ASCII alone gets the rest escaped."""
    save_or_print(print_json(answer, ascii_only=file is None and not _stdout_takes_all()), file)


def save_page(page: str, file: "Path", told: str) -> None:
    """Write the page to the file and say where it is, or print it where the file is ``-``.

    Byte for byte: a control character in a script is part of the script's hash.

    Raises:
        CannotWriteError: the file cannot be written; the old one is untouched.

    """
    if goes_to_standard_output(file):
        sys.stdout.buffer.write(page.encode("utf-8"))
    else:
        _write(file, page.encode("utf-8"))
        print_line(f"{told} is in {file}: open it in any browser.")


def _stdout_takes_all() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") in {"utf8", "utf16", "utf32"}
