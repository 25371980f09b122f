"""``ladder catalog``: the compiled catalog, and the schemas of the files behind it."""

import sys
from pathlib import Path

import click

from ladder.cli.options import OUTPUT_FILE, catalog_option
from ladder.cli.output import print_line
from ladder.cli.schema import command as schema
from ladder.cli.terminal import STANDARD_OUTPUT
from ladder.writing import write_file


@click.group(no_args_is_help=True)
def command() -> None:
    """Make a compiled catalog, or print the schemas of the files that people write."""


@command.command(short_help="Make one compiled file of a catalog.")
@catalog_option
@click.option(
    "-o", "--output", type=OUTPUT_FILE, metavar="FILE", required=True, help="The file to make; '-' prints it."
)
def build(*, catalog: Path | None, output: Path) -> None:
    """Make one compiled file of a catalog: quick to load, always the same bytes."""
    from ladder.catalog.compiled import compile_catalog  # noqa: PLC0415 - --help needs no catalog
    from ladder.catalog.loading import read_catalog  # noqa: PLC0415

    record = read_catalog(catalog)
    content = compile_catalog(record, found_sound=True)
    if str(output) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return
    write_file(output, content)
    print_line(f"{len(record.classes)} classes of {len(record.jurisdictions)} jurisdictions in {output}")


command.add_command(schema, "schema")
