"""``ladder check``: the faults of catalog and profile files, one a line."""

from collections.abc import Sequence
from pathlib import Path

import click

from ladder.catalog.files import find_bundled_faults, find_file_faults
from ladder.cli.options import FILE, answer_options, catalog_option
from ladder.cli.output import AnswerForm, deliver
from ladder.errors import BadFileError, Fault


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=FILE)
@catalog_option
@answer_options()
def command(*, paths: tuple[Path, ...], catalog: Path | None, form: AnswerForm) -> int:
    """Find the faults of files: catalogs, specifications, jurisdictions, profiles.

    Each PATH is a folder of specifications, one YAML file, or a compiled catalog;
    without any, the catalog in use is checked. Exit status 0 says that there is no
    fault, 2 that there is one; each is one line with its file and line.
    """
    faults = _find_all(paths or ((catalog,) if catalog else ()))
    if faults and not form.as_json:
        raise BadFileError(faults)
    names = ", ".join(map(str, paths)) or str(catalog or "the bundled catalog")
    told = f"{names}: no faults\n"
    deliver(form, text=lambda: told, answer=lambda: {"faults": [fault._asdict() for fault in faults]})
    return 2 if faults else 0


def _find_all(paths: Sequence[Path]) -> tuple[Fault, ...]:
    if not paths:
        return find_bundled_faults()
    return BadFileError(fault for path in paths for fault in find_file_faults(path)).faults
