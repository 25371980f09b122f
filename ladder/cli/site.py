"""``ladder site``: the whole catalog as a folder of linked pages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladder.catalog.loading import load_catalog
from ladder.cli.options import OUTPUT_FOLDER, as_of_option, catalog_option, include_option
from ladder.cli.output import print_line
from ladder.cli.progress import show_progress
from ladder.cli.publishing import Published, publishing_options
from ladder.present import present_month
from ladder.qualifications import Certainty
from ladder.service_time import Month

if TYPE_CHECKING:
    from ladder.rendering.site.site_folder import Outcome


@click.command()
@catalog_option
@as_of_option
@include_option(
    "Draw steps on the map from classes at the level of one named (peer), or that no text names (inferred), too."
)
@click.option("--embed", is_flag=True, help="Write embed/ too: a card and a picture of each class, for other pages.")
@publishing_options
@click.option(
    "-o",
    "--output",
    type=OUTPUT_FOLDER,
    required=True,
    metavar="DIR",
    help="The folder of the site; it is made where it is missing.",
)
@click.option("--overwrite", is_flag=True, help="Replace files that the site did not write as they are.")
def command(
    *,
    catalog: Path | None,
    as_of: Month | None,
    include: tuple[str, ...],
    output: Path,
    overwrite: bool,
    embed: bool,
    published: Published,
) -> int:
    """Write the whole catalog as a folder of linked pages.

    An index with a search, a page for each class, series and occupational group, the
    map, a glossary, and what the figures mean. Open index.html from the disk, or put
    the folder on any web server: no page asks the network for anything.

    With --embed, embed/ holds for each class a small page without script, to be shown
    in a frame of another page (<iframe src="embed/...html">), and its ladder as a
    picture (<img src="embed/...svg">).

    Run again, it writes only the pages that change and removes those of classes that
    are no more. It keeps a list of what it wrote in ladder-site.json. A file in its way
    that it did not write, or that somebody edited since, stops it before anything is
    written, unless --overwrite is given; an edited page of a class that is no more is
    left and named.
    """
    from ladder.rendering.site.all_pages import site_pages  # noqa: PLC0415
    from ladder.rendering.site.site_folder import update_folder  # noqa: PLC0415 - the page for help must not pay for it

    classes = load_catalog(catalog, as_of=as_of)
    month = present_month() if as_of is None else as_of
    with published.head(classes) as letterhead:
        included = frozenset(map(Certainty, include))
        pages = site_pages(classes, as_of=month, include=included, letterhead=letterhead, embed=embed)
        with show_progress(len(pages), label="Pages") as tell:
            outcome = update_folder(output, pages, overwrite=overwrite, tell=tell)
    for path in outcome.left:
        print_line(f"{output / path} belongs to no class any more, but was edited: it is left", err=True)
    print_line(_sum_up(outcome, output, len(classes.classes)))
    return 0


def _sum_up(outcome: "Outcome", folder: Path, classes: int) -> str:
    counts = f"{len(outcome.written)} written, {len(outcome.unchanged)} unchanged, {len(outcome.removed)} removed"
    place = folder / "index.html"
    return f"The site of {classes} classes is in {folder}: {counts}. Open {place} in any browser."
