"""``ladder map``: the ladder as one web page that needs no network."""

from pathlib import Path

import click

from ladder.catalog.loading import load_catalog
from ladder.cli.options import as_of_option, catalog_option, include_option, page_option
from ladder.cli.output import save_page
from ladder.cli.publishing import Published, publishing_options
from ladder.present import present_month
from ladder.qualifications import Certainty
from ladder.service_time import Month


@click.command()
@catalog_option
@as_of_option
@include_option("Draw steps from classes at the level of one named (peer), or that no text names (inferred), too.")
@publishing_options
@page_option("ladder-map.html")
def command(
    *, catalog: Path | None, as_of: Month | None, include: tuple[str, ...], output: Path, published: Published
) -> int:
    """Draw the ladder as one web page.

    The page asks the network for nothing, works without JavaScript, and is the same
    text on every run with the same data and --as-of.
    """
    from ladder.rendering.ladder_map import render_map  # noqa: PLC0415 - the page for help must not pay for it

    classes = load_catalog(catalog, as_of=as_of)
    month = present_month() if as_of is None else as_of
    with published.head(classes) as letterhead:
        page = render_map(classes, as_of=month, include=frozenset(map(Certainty, include)), letterhead=letterhead)
    save_page(page, output, f"The map of {len(classes.classes)} classes")
    return 0
