"""The small page with the drawing of a map and no script, which a notebook shows."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.paths.ladders import steps_used
from ladder.qualifications import Certainty
from ladder.rendering.around import Around
from ladder.rendering.ladder_panels import panels_of
from ladder.rendering.layout.surroundings import busiest, find_surroundings
from ladder.rendering.pictures import Picture
from ladder.rendering.templates import fill_page
from ladder.rendering.views.groups import MOST_CLASSES, group_classes, headings_of
from ladder.telling.messages import say


class MapPicture(NamedTuple):
    """The drawing that a catalog's map opens on; ``include`` names certainties of steps drawn besides ``named``.

    Of a map too large for one drawing it shows the class with the most steps and those near it.
    """

    catalog: Catalog
    include: frozenset[Certainty]

    def page(self, title: str) -> str:
        """Return the page of that title."""
        focus, drawing = self._drawn()
        classes = self.catalog.classes
        if not drawing:
            told = say("picture.none")
        elif len(drawing.boxes) == len(classes):
            told = ""
        else:
            told = say("picture.around", title=classes[focus].title, classes=len(classes))
        styles = ("house.css", "drawing.css")
        return fill_page("map_picture.html", title=title, styles=styles, drawing=drawing, told=told)

    def _drawn(self) -> tuple[str, Picture | None]:
        """Return the class that is drawn around, '' where all are drawn, and the drawing where there is one."""
        steps = tuple(steps_used(self.catalog, self.include))
        around = Around(self.catalog, steps)
        if drawing := around.picture():
            return around.first or "", drawing._replace(label=say("picture.whole")).with_legend()
        if len(self.catalog.classes) <= MOST_CLASSES:
            return "", self._panels(self.catalog.classes, steps, headings_of(group_classes(self.catalog, steps)))
        focus = busiest(around.neighbors)
        if focus is None:
            return "", None
        near = find_surroundings(focus, around.neighbors, reach=1).classes
        return focus, self._panels(near, steps, {})

    def _panels(self, class_ids: Collection[str], steps: Sequence[Step], headings: Mapping[str, str]) -> Picture:
        drawn = panels_of(self.catalog, class_ids, steps, headings=headings)
        return drawn.picture(say("picture.whole")).with_legend()
