"""Word documents to files: a report with its figures beside it, the tables of a roster for their owner alone."""

from pathlib import Path
from typing import TYPE_CHECKING

from ladder.cli.output import print_line
from ladder.cli.terminal import goes_to_standard_output
from ladder.errors import BadCallError
from ladder.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder.answer_tables import Table


def save_word_page(page: str, file: Path, told: str) -> None:
    """Write a report page as a Word document, and each of its figures beside it as SVG and as PNG.

    Raises:
        BadCallError: the file is standard output, or what it takes is not installed.
        CannotWriteError: a file cannot be written.

    """
    from ladder.rendering.word_reports import word_of_page  # noqa: PLC0415 - only where it is asked for

    if goes_to_standard_output(file):
        raise BadCallError(what="a Word document and its figures are files", try_this="name the document with --docx")
    report = word_of_page(page)
    for number, figure in enumerate(report.figures, 1):
        write_file(file.with_name(f"{file.stem}-figure-{number}.svg"), figure.svg)
        write_file(file.with_name(f"{file.stem}-figure-{number}.png"), figure.png)
    write_file(file, report.document)
    print_line(f"{told} is in {file}: open it in Word or LibreOffice.")


def write_word_tables(file: Path, tables: "Mapping[str, Table]", *, private: bool = True) -> None:
    """Write the tables of a roster as a Word document; for its owner alone where it is ``private``.

    Wide tables are written in short, as on a terminal, with the title of each class; the
    faults of rows are for files that programs read.

    Raises:
        BadCallError: what it takes is not installed.
        CannotWriteError: the file cannot be written.

    """
    from ladder.cli.roster_lists import columns_in_short  # noqa: PLC0415 - only where it is asked for
    from ladder.rendering.word_reports import word_of_tables  # noqa: PLC0415
    from ladder.telling.messages import say  # noqa: PLC0415

    title = say("bench.title" if "bench" in tables else "roster.heading.read")
    told = {name: columns_in_short(name, table) for name, table in tables.items() if name != "rejected"}
    write_file(file, word_of_tables(title, told), private=private)
