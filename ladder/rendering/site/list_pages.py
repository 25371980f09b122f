"""A page a class series, and a page an occupational group whose classes have no series."""

from ladder.catalog.catalog import Catalog
from ladder.rendering.drawings import Drawing, draw_classes, named
from ladder.rendering.site.addresses import ClassLinks, group_page, series_page
from ladder.rendering.site.class_pages import place_crumbs
from ladder.rendering.site.folders import PreparedPage
from ladder.rendering.site.frame import Crumb, PageParts, prepare
from ladder.rendering.site.records import RecordDigests
from ladder.rendering.views.pages import count_classes
from ladder.rendering.views.site_lists import ClassList, ListKind, SiteLists
from ladder.telling.notes import jurisdiction_notes

MOST_DRAWN = 48
"""Classes that the drawing of a list can hold and still be read."""


def list_page(listed: ClassList) -> str:
    """Return where the page of a list is."""
    place = series_page if listed.kind is ListKind.SERIES else group_page
    return place(listed.jurisdiction, listed.name)


def prepare_list_page(records: RecordDigests, listed: ClassList) -> PreparedPage:
    """Return the page of a list that has one."""
    catalog, path = records.catalog, list_page(listed)
    crumbs = place_crumbs(catalog.jurisdiction(listed.jurisdiction), path)
    place = crumbs[-1].name
    own, drawn = {one.class_id for one in listed.classes}, _drawn(catalog, listed)
    ranked = ("Rank",) if listed.kind is ListKind.SERIES else ()
    words = {
        "list": listed,
        "is_series": listed.kind is ListKind.SERIES,
        "jurisdiction": place,
        "told": count_classes(len(listed.classes)),
        "notes": jurisdiction_notes(catalog.jurisdiction_of(listed.classes[0].class_id)),
        "headings": ("Title", *ranked, "Code and grade", "Pay", "Specification dated"),
        "steps": SiteLists(catalog).steps(listed),
        "has_outside": drawn > own,
    }
    return prepare(
        PageParts(
            "site_list.html",
            path,
            f"{listed.name}, {listed.kind} of {place} ({listed.jurisdiction})",
            words,
            crumbs=(*crumbs, Crumb(listed.name)),
            links=ClassLinks(catalog, path),
            late=lambda: {"drawing": _draw(catalog, listed, drawn - own, drawn)},
            late_from=records.of_classes(drawn),
        )
    )


def _drawn(catalog: Catalog, listed: ClassList) -> set[str]:
    """Return the classes that the drawing shows: those listed, and those one named step away if they fit."""
    own = {one.class_id for one in listed.classes}
    steps = named(step for one in own for step in (*catalog.steps_into(one), *catalog.steps_from(one)))
    around = own.union(end for step in steps for end in (step.feeder_class, step.target_class))
    return next((one for one in (around, own) if len(one) <= MOST_DRAWN), set())


def _draw(catalog: Catalog, listed: ClassList, outside: set[str], drawn: set[str]) -> Drawing | None:
    own = drawn - outside
    touching = [one for one in named(catalog.steps) if one.feeder_class in own or one.target_class in own]
    if not any(one.feeder_class in drawn and one.target_class in drawn for one in touching):
        return None
    label = f"Drawing of {listed.name} with its steps, told in words below."
    return draw_classes(catalog, drawn, touching, label=label, outside=outside)
