"""``ladder schema``: the JSON Schemas of the files that people write."""

from pathlib import Path

import click

from ladder.cli.options import FILE
from ladder.cli.output import make_folder, print_line, save_or_print, write_file

_NAMES = ("class", "jurisdiction", "profile")


@click.command(short_help="Print or save the JSON Schemas.")
@click.argument("name", required=False, type=click.Choice(_NAMES))
@click.option("-o", "--output", type=FILE, metavar="FOLDER", help="The folder that takes the schema files.")
def command(*, name: str | None, output: Path | None) -> None:
    """Print the JSON Schema of class, jurisdiction or profile files; or save all three."""
    from ladder.catalog.schemas import build_schemas  # noqa: PLC0415 - --help needs no models

    if name is None and output is None:
        message = "name a schema, or a folder for all of them with -o"
        raise click.UsageError(message, click.get_current_context())
    schemas = {file: text for file, text in build_schemas().items() if name in (None, file.partition(".")[0])}
    if output is not None:
        make_folder(output)
    for file, text in schemas.items():
        if output is None:
            save_or_print(text, None)
        else:
            write_file(output / file, text.encode("utf-8"))
            print_line(str(output / file))
