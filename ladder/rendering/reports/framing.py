"""What all reports share: the frame of the page, its drawing, and what every page ends with."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.rendering.pictures import Picture
from ladder.rendering.templates import fill_page
from ladder.rendering.views.convention_words import ConventionsView, conventions_used
from ladder.service_time import Month
from ladder.telling.jurisdiction_notes import jurisdiction_notes
from ladder.telling.messages import say
from ladder.telling.times import spell_month


class Closing(NamedTuple):
    """What every report says of the jurisdictions it talks about: their notes, by name, and their conventions."""

    notes: tuple[tuple[str, str], ...]
    conventions: tuple[ConventionsView, ...]


def fill_report(
    name: str,
    *,
    title: str,
    as_of: Month,
    with_map: bool = True,
    drawing: Picture | None = None,
    styles: Sequence[str] = (),
    **words: Any,  # noqa: ANN401 - templates take any record
) -> str:
    """Return the report page; without the map it is plain HTML that any content system takes.

    ``styles`` are style sheets of this report besides those of all.
    """
    return fill_page(
        name,
        title=title,
        styles=("house.css", *(("drawing.css",) if drawing else ()), "report.css", *styles),
        frame="base.html" if with_map else "report_plain.html",
        is_plain=not with_map,
        drawing=drawing if with_map else None,
        as_of=spell_month(as_of),
        scope=say("page.outside"),
        link={},
        **words,
    )


def closing_words(catalog: Catalog, class_ids: Iterable[str]) -> Closing:
    """Return the notes and conventions of the jurisdictions that these classes are of."""
    spoken_of = list(dict.fromkeys(class_ids))
    first = {one.partition("/")[0]: one for one in reversed(spoken_of)}
    notes = [
        (one.name, note) for one in map(catalog.jurisdiction_of, first.values()) for note in jurisdiction_notes(one)
    ]
    return Closing(tuple(notes), conventions_used(catalog, spoken_of))
