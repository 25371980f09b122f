"""``ladder map``: the ladder as one web page that needs no network."""

import sys
from pathlib import Path

import click

from ladder.catalog.loading import load_catalog
from ladder.cli.options import FILE, INCLUDED, as_of_option, catalog_option
from ladder.cli.output import STANDARD_OUTPUT, present_month, print_line, write_file
from ladder.qualifications import Certainty
from ladder.service_time import Month

_FILE = Path("ladder-map.html")


@click.command()
@catalog_option
@as_of_option
@click.option(
    "--include",
    type=click.Choice(INCLUDED),
    multiple=True,
    help="Draw steps that no specification names outright, too; repeat it for both.",
)
@click.option(
    "-o",
    "--output",
    type=FILE,
    default=_FILE,
    show_default=True,
    metavar="FILE",
    help="Write the page to FILE, whole or not at all; - is standard output.",
)
def command(*, catalog: Path | None, as_of: Month | None, include: tuple[str, ...], output: Path) -> int:
    """Draw the ladder as one web page.

    The page asks the network for nothing, works without JavaScript, and is the same
    text on every run with the same data and --as-of.
    """
    from ladder.rendering.ladder_map import render_map  # noqa: PLC0415 - the page for help must not pay for it

    classes = load_catalog(catalog)
    month = present_month() if as_of is None else as_of
    page = render_map(classes, as_of=month, include=frozenset(map(Certainty, include)))
    if str(output) == STANDARD_OUTPUT:
        # Byte for byte: a control character in a script is part of its hash.
        sys.stdout.buffer.write(page.encode("utf-8"))
    else:
        write_file(output, page.encode("utf-8"))
        print_line(f"The map of {len(classes.classes)} classes is in {output}: open it in any browser.")
    return 0
