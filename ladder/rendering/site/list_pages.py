"""A page a class series, and a page an occupational group whose classes have no series."""

from dataclasses import dataclass
from functools import cached_property

from ladder.catalog.catalog import Catalog
from ladder.rendering.ladder_panels import panels_of
from ladder.rendering.pictures import Picture, named
from ladder.rendering.site.addresses import ClassLinks, group_page, series_page
from ladder.rendering.site.class_pages import place_crumbs
from ladder.rendering.site.frame import Crumb, PageParts, SiteFrame
from ladder.rendering.site.record_digests import RecordDigests
from ladder.rendering.site.site_folder import PreparedPage
from ladder.rendering.views.groups import words_of_group
from ladder.rendering.views.site_lists import ClassList, ListKind, SiteLists
from ladder.telling.class_names import count_classes
from ladder.telling.jurisdiction_notes import jurisdiction_notes
from ladder.telling.messages import say

MOST_DRAWN = 48
"""Classes that the drawing of a list can hold and still be read."""


def list_page(listed: ClassList) -> str:
    """Return where the page of a list is."""
    place = series_page if listed.kind is ListKind.SERIES else group_page
    return place(listed.jurisdiction, listed.name)


def prepare_list_page(records: RecordDigests, frame: SiteFrame, listed: ClassList) -> PreparedPage:
    """Return the page of a list that has one."""
    catalog, path = records.catalog, list_page(listed)
    crumbs = place_crumbs(catalog.jurisdiction(listed.jurisdiction), path)
    place = crumbs[-1].name
    drawing = _ListDrawing(catalog, listed)
    kind = "series" if listed.kind is ListKind.SERIES else "group"
    name = words_of_group(listed.name)
    words = {
        "list": listed,
        "heading": name,
        "is_series": listed.kind is ListKind.SERIES,
        "jurisdiction": place,
        "told": say(f"list_page.{kind}", place=place, classes=count_classes(len(listed.classes))),
        "notes": jurisdiction_notes(catalog.jurisdiction_of(listed.classes[0].class_id)),
        "steps": SiteLists(catalog).steps(listed),
        "has_outside": drawing.drawn > drawing.own,
    }
    return frame.prepare(
        PageParts(
            "site_list.html",
            path,
            say(
                "list_page.title",
                name=name,
                kind=say(f"list_page.kind_{kind}"),
                place=place,
                id=listed.jurisdiction,
            ),
            words,
            crumbs=(*crumbs, Crumb(name)),
            place=place,
            links=ClassLinks(catalog, path),
            late=lambda: {"drawing": drawing.draw()},
            late_from=records.of_classes(drawing.drawn),
        )
    )


@dataclass(frozen=True)
class _ListDrawing:
    """What the drawing of a list shows: its classes, and those one named step away if they fit."""

    catalog: Catalog
    listed: ClassList

    @cached_property
    def own(self) -> frozenset[str]:
        """The classes listed."""
        return frozenset(one.class_id for one in self.listed.classes)

    @cached_property
    def drawn(self) -> frozenset[str]:
        """The classes that are drawn; none where those listed are too many."""
        into, onward = self.catalog.steps_into, self.catalog.steps_from
        steps = named(step for one in self.own for step in (*into(one), *onward(one)))
        around = self.own.union(end for step in steps for end in (step.feeder_class, step.target_class))
        return next((one for one in (around, self.own) if len(one) <= MOST_DRAWN), frozenset())

    def draw(self) -> Picture | None:
        """Return the drawing; None where no step joins two classes that are drawn."""
        drawn, own = self.drawn, self.drawn & self.own
        touching = [one for one in named(self.catalog.steps) if one.feeder_class in own or one.target_class in own]
        if not any(one.feeder_class in drawn and one.target_class in drawn for one in touching):
            return None
        label = say("list_page.drawing", name=words_of_group(self.listed.name))
        return panels_of(self.catalog, drawn, touching, outside=drawn - own).picture(label).with_legend()
