"""``ladder schema``: the JSON Schemas of the files that people write."""

from collections.abc import Mapping
from pathlib import Path

import click

from ladder.cli.options import OUTPUT_FOLDER
from ladder.cli.output import print_line, save_or_print
from ladder.errors import BadCallError
from ladder.writing import FolderGuard, make_folder

_NAMES = ("class", "jurisdiction", "profile", "layout")


@click.command(short_help="Print or save the JSON Schemas.")
@click.argument("name", required=False, type=click.Choice(_NAMES))
@click.option("-o", "--output", type=OUTPUT_FOLDER, metavar="FOLDER", help="The folder that takes the schema files.")
@click.option("--overwrite", is_flag=True, help="Replace files that are not as ladder writes them.")
def command(*, name: str | None, output: Path | None, overwrite: bool) -> None:
    """Print the JSON Schema of class, jurisdiction, profile or layout files; or save all of them."""
    from ladder.catalog.schemas import build_schemas  # noqa: PLC0415 - --help needs no models

    if name is None and output is None:
        message = "name a schema, or a folder for all of them with -o"
        raise click.UsageError(message, click.get_current_context())
    schemas = {file: text for file, text in build_schemas().items() if name in (None, file.partition(".")[0])}
    if output is not None:
        _save(FolderGuard(output), schemas, overwrite=overwrite)
    else:
        for text in schemas.values():
            save_or_print(text, None)


def _save(guard: FolderGuard, schemas: Mapping[str, str], *, overwrite: bool) -> None:
    """Write the schemas into a folder; a file that is none of ladder's stops it before anything is written."""
    from ladder.catalog.schemas import is_schema_of_ours  # noqa: PLC0415 - as above

    guard.prepare(list(schemas))
    present = {file: content for file in schemas if (content := guard.content(file)) is not None}
    foreign = [file for file, content in present.items() if not is_schema_of_ours(content)]
    if foreign and not overwrite:
        what = f"{', '.join(foreign)} in {guard.folder} is not as ladder writes it"
        raise BadCallError(what=what, try_this="move it away, or give --overwrite to replace it")
    make_folder(guard.folder)
    for file, text in schemas.items():
        if present.get(file) != text.encode("utf-8"):
            guard.write(file, text.encode("utf-8"))
        print_line(str(guard.folder / file))
