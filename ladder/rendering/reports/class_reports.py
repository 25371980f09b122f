"""The report about one class: its page in the site, with how its agency counts and without links to other pages."""

from ladder.catalog.catalog import Catalog
from ladder.rendering.class_views import ClassPages
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.pay_bars import PayScales
from ladder.service_time import Month
from ladder.telling.class_names import name_class


def render_class_report(catalog: Catalog, class_id: str, *, as_of: Month, with_map: bool = True) -> str:
    """Return the page about one class of the catalog, by its id.

    The same text comes of the same catalog and month. Without the map it is plain HTML.
    """
    pages = ClassPages(catalog, PayScales(catalog.classes.values()), as_of)
    return fill_report(
        "report_class.html",
        title=name_class(catalog, class_id),
        as_of=as_of,
        with_map=with_map,
        styles=("drawing.css", "class_parts.css", "report_sheet.css"),
        view=pages.view(class_id),
        closing=closing_words(catalog, [class_id]),
    )
