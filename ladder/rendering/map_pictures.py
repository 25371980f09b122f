"""The small page with the drawing of a map and no script, which a notebook shows."""

from collections import Counter
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.paths.ladders import steps_used
from ladder.qualifications import Certainty
from ladder.rendering.drawings import Drawing, draw_classes, draw_surroundings
from ladder.rendering.templates import fill_page
from ladder.rendering.views.groups import MOST_CLASSES
from ladder.telling.messages import say


class MapPicture(NamedTuple):
    """The drawing of a catalog's map; ``include`` names certainties of steps drawn besides ``named``.

    Of a map too large for one drawing it shows the class with the most steps whose surroundings can be drawn.
    """

    catalog: Catalog
    include: frozenset[Certainty]

    def page(self, title: str) -> str:
        """Return the page of that title."""
        classes = self.catalog.classes
        if len(classes) <= MOST_CLASSES:
            drawn = tuple(steps_used(self.catalog, self.include))
            drawing: Drawing | None = draw_classes(self.catalog, list(classes), drawn, label=say("picture.whole"))
            told = ""
        else:
            focus, drawing = self._most_joined()
            told = say("picture.around", title=focus, classes=len(classes)) if drawing else say("picture.none")
        styles = ("house.css", "drawing.css")
        return fill_page("map_picture.html", title=title, styles=styles, drawing=drawing, told=told)

    def _most_joined(self) -> tuple[str, Drawing | None]:
        """Return the title and the surroundings of the class with the most steps of those that can be drawn."""
        touching = Counter(end for step in self.catalog.steps for end in (step.feeder_class, step.target_class))
        for class_id in sorted(touching, key=lambda one: (-touching[one], one)):
            if drawing := draw_surroundings(self.catalog, class_id):
                return self.catalog.classes[class_id].title, drawing
        return "", None
