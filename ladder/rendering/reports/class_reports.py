"""The report about one class: all that is known of it, with sources and a small drawing."""

from ladder.catalog.catalog import Catalog
from ladder.rendering.drawings import draw_surroundings
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.citations import SourceList
from ladder.rendering.views.class_records import record_view
from ladder.service_time import Month


def render_class_report(catalog: Catalog, class_id: str, *, as_of: Month, with_map: bool = True) -> str:
    """Return the page about one class of the catalog, by its id.

    The same text comes of the same catalog and month. Without the map it is plain HTML.
    """
    sources = SourceList()
    record = record_view(catalog, class_id, sources)
    return fill_report(
        "report_class.html",
        title=record.name,
        as_of=as_of,
        with_map=with_map,
        drawing=draw_surroundings(catalog, class_id) if with_map else None,
        record=record,
        sources=sources.listed(),
        closing=closing_words(catalog, [class_id])._replace(notes=()),  # the record tells them
    )
