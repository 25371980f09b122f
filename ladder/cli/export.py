"""``ladder export``: the ladder in the formats of other tools, and what each cannot hold."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ladder.catalog.loading import load_catalog
from ladder.cli.options import OUTPUT_FOLDER, catalog_option, complete_class, include_option
from ladder.cli.output import lay_out, print_line, save_or_print, save_or_print_json
from ladder.cli.terminal import goes_to_standard_output, goes_to_terminal
from ladder.errors import BadCallError
from ladder.qualifications import Certainty
from ladder.writing import make_folder, write_file

if TYPE_CHECKING:
    from ladder.exports.ladder_sheets import LadderSheets
    from ladder.exports.losses import Form, Loss

FORMATS = ("json", "csv", "xlsx", "parquet", "graphml", "gexf", "dot", "mermaid", "ctdl", "schema-org")
_TABLES = ("classes", "steps")


class _Place(NamedTuple):
    """Where an export goes: a file, a folder, or None for standard output; one table of two, or both."""

    path: Path | None
    table: str | None


@click.command()
@click.argument("name", metavar="[FORMAT]", required=False, type=click.Choice(FORMATS))
@click.option("--format", "named", type=click.Choice(FORMATS), metavar="FORMAT", help="The same as FORMAT.")
@click.option(
    "-o", "--output", type=OUTPUT_FOLDER, metavar="FILE|FOLDER", help="Where to write; csv and parquet: a folder."
)
@click.option("--table", type=click.Choice(_TABLES), help="Of csv and parquet, this table alone, to a file.")
@click.option(
    "--class",
    "about",
    metavar="CLASS",
    shell_complete=complete_class,
    help="This class alone, the steps to it and from it, and its neighbors; mermaid asks for one.",
)
@include_option("Take steps from classes at the level of one named (peer), or that no text names (inferred), too.")
@click.option("--losses", is_flag=True, help="List what the format cannot hold, record by record.")
@click.option("--json", "as_json", is_flag=True, help="With --losses: list it as JSON.")
@catalog_option
def command(
    *,
    name: str | None,
    named: str | None,
    output: Path | None,
    table: str | None,
    about: str | None,
    include: tuple[str, ...],
    losses: bool,
    as_json: bool,
    catalog: Path | None,
) -> None:
    """Write the classes and the steps between them for another tool.

    FORMAT is json, csv, xlsx, parquet, graphml, gexf, dot, mermaid, ctdl or schema-org.
    The same data gives the same bytes, whenever it is written. What is not known is
    left empty, never "no".
    """
    from ladder.exports.forms import FORMS  # noqa: PLC0415 - help does not pay

    form = FORMS[_format(name, named)]
    if as_json and not losses:
        raise BadCallError(what="--json is about what is lost", try_this="give --losses too, or export json")
    sheets = _sheets(about, include, catalog)
    lost = tuple(form.losses(sheets))
    if not losses or output is not None:
        _deliver(form, sheets, _Place(output, table))
    if losses:
        _tell_losses(form, sheets, lost, as_json=as_json)
    elif lost:
        _warn(form, lost)


def _format(name: str | None, named: str | None) -> str:
    found = name or named
    if found is None or (name and named and name != named):
        raise BadCallError(
            what="one format is asked for" if found is None else "two formats are asked for",
            try_this=f"name one of {', '.join(FORMATS)}",
        )
    return found


def _sheets(about: str | None, include: tuple[str, ...], catalog: Path | None) -> "LadderSheets":
    from ladder.exports.forms import sheets_of  # noqa: PLC0415 - as above

    classes = load_catalog(catalog)
    return sheets_of(map(Certainty, include), classes, about and classes.find_class(about).class_id)


def _deliver(form: "Form", sheets: "LadderSheets", place: _Place) -> None:
    if place.table is not None and not form.is_folder:
        raise BadCallError(what=f"{form.name} holds both tables in one", try_this="leave --table out")
    files = form.write(sheets)
    if form.is_folder and place.table is None:
        _write_folder(form, files, place.path)
    else:
        content = next(page for name, page in files.items() if name.startswith(place.table or ""))
        _write_one(form, content, place.path)
    if not goes_to_standard_output(place.path):
        _say("export.written", place=str(place.path), **_counts(sheets))


def _write_folder(form: "Form", files: Mapping[str, bytes], folder: Path | None) -> None:
    if folder is None or goes_to_standard_output(folder) or folder.suffix.casefold() == f".{form.name}":
        raise BadCallError(
            what=f"{form.name} is two tables",
            try_this=f"name a folder with -o, or print one: --table {' or --table '.join(_TABLES)}",
        )
    make_folder(folder)
    for name, content in files.items():
        write_file(folder / name, content)


def _write_one(form: "Form", content: bytes, file: Path | None) -> None:
    """Write the file, or print it byte for byte; to a terminal only what people can read."""
    if file is not None and not goes_to_standard_output(file):
        write_file(file, content)
    elif not goes_to_terminal(file):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    elif form.is_text:
        save_or_print(content.decode("utf-8"), None)
    else:
        raise BadCallError(what=f"{form.name} cannot be read on a terminal", try_this="name a file with -o")


def _counts(sheets: "LadderSheets") -> dict[str, str]:
    return {sheet.name: f"{len(sheet.rows):,}" for sheet in sheets.both()}


def _tell_losses(form: "Form", sheets: "LadderSheets", lost: "tuple[Loss, ...]", *, as_json: bool) -> None:
    from ladder.exports.losses import losses_json  # noqa: PLC0415 - as above

    if as_json:
        save_or_print_json(losses_json(form, lost), None)
    else:
        lay_out(lambda: _print_losses(form, sheets, lost), None)


def _print_losses(form: "Form", sheets: "LadderSheets", lost: "tuple[Loss, ...]") -> str:
    from ladder.cli.page_text import print_list, print_section, wrap_text  # noqa: PLC0415 - as above
    from ladder.telling.messages import say  # noqa: PLC0415

    if lost:
        head = say("export.lost", form=form.name, number=f"{len(lost):,}")
    else:
        head = say("export.nothing_lost", form=form.name, **_counts(sheets))
    reasons = dict.fromkeys(one.reason for one in lost)
    sections = (
        print_section(
            wrap_text(say(f"export.loss.{reason.value}")),
            print_list(_where(one) for one in lost if one.reason is reason),
        )
        for reason in reasons
    )
    return "\n".join([wrap_text(head) + "\n", *sections, wrap_text(say("export.holds")) + "\n"])


def _where(loss: "Loss") -> str:
    from ladder.exports.losses import EVERY_RECORD  # noqa: PLC0415 - as above
    from ladder.telling.messages import say  # noqa: PLC0415

    if loss.record == EVERY_RECORD:
        return say("export.at_column", sheet=loss.sheet, column=loss.column)
    whole = "export.at_record" if loss.column else "export.whole_record"
    return say(whole, sheet=loss.sheet, record=loss.record, column=loss.column)


def _warn(form: "Form", lost: "tuple[Loss, ...]") -> None:
    _say("export.some_lost", form=form.name, number=f"{len(lost):,}")


def _say(message: str, **fields: str) -> None:
    from ladder.telling.messages import say  # noqa: PLC0415 - as above

    print_line(say(message, **fields), err=True)
