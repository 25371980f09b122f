"""The interactive map of the ladder, drawn by pyvis on coordinates of our own.

pyvis keeps the network and hands it to our template; its own templates, files to load
and physics are left out. The page asks the network for nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.condition_codes import GENERAL_WORDS
from ladder.paths.ladders import steps_used
from ladder.qualifications import Certainty
from ladder.rendering.around import Around
from ladder.rendering.class_data import ClassData, class_facts
from ladder.rendering.ladder_panels import Panels, panels_of
from ladder.rendering.layout.band_drawing import BOX_HEIGHT, BOX_WIDTH
from ladder.rendering.map_pictures import MapPicture
from ladder.rendering.packed_columns import to_columns
from ladder.rendering.page_catalog import PageCatalog
from ladder.rendering.pictures import Picture, time_of
from ladder.rendering.short_classes import short_catalog, short_classes, short_labels, short_records, short_steps
from ladder.rendering.short_sheets import short_sheets
from ladder.rendering.templates import (
    Inline,
    fill_frame,
    fill_page,
    inline,
    pack_text,
    read_asset,
    read_modules,
    template_environment,
    write_json,
)
from ladder.rendering.views.groups import headings_of
from ladder.rendering.views.letterhead import NO_LETTERHEAD, Letterhead
from ladder.rendering.views.map_words import GroupView, JurisdictionView, MapView, map_view
from ladder.rendering.views.step_views import StepView
from ladder.rendering.views.top_bar import TopBar, lone_bar, place_words
from ladder.service_time import Month, print_month
from ladder.telling.citing import cite_source
from ladder.telling.messages import messages_of, say
from ladder.telling.step_words import STYLES
from ladder.writing import write_file

if TYPE_CHECKING:
    from pyvis.network import Network

    from ladder.rendering.views.routes import RouteFinder
    from ladder.sources import Source

_NAMES_SAID = re.compile(r"[\"'`]([a-z]\w*\.[\w.]*)")
"""Names of messages in a script, whole or as far as they are not put together there."""

_STYLES = ("house.css", "drawing.css", "top_bar.css", "ladder_map.css")
"""Styles of what stands there without scripts; the program brings those of its own parts."""

_SHEETS = ("sheets", "further")
_BOOT, _PROGRAM = "ladder_map/boot.js", "ladder_map/program.js"
_VIS_NETWORK = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_LETTERS = {"size": 14, "face": "system-ui, sans-serif", "multi": False}
_WHOLE = "whole"
"""The name of the view that holds all ladders."""

_NO_MARGIN = {"top": 0, "right": 0, "bottom": 0, "left": 0}
OPTIONS: dict[str, object] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "zoomView": False,
        "dragView": False,
        "dragNodes": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "keyboard": {"enabled": False},
        "navigationButtons": False,
        "tooltipDelay": 2_000_000,
    },
    "nodes": {
        "physics": False,
        "fixed": True,
        "font": _LETTERS,
        "labelHighlightBold": False,
        "margin": _NO_MARGIN,
        "shapeProperties": {"borderRadius": 4},
    },
    "edges": {"physics": False, "smooth": False, "width": 2, "selectionWidth": 2, "hoverWidth": 1},
}


@dataclass(frozen=True, slots=True)
class LadderMap:
    """A map page, to write to a file; ``picture`` is a small page with its drawing, which a notebook shows."""

    page: str = field(repr=False)
    picture: str = field(repr=False)
    classes: int
    as_of: str

    def _repr_html_(self) -> str:
        """Return the picture in a frame of its own that can reach nothing around it."""
        return fill_frame(self.picture, title=say("map.title"))

    def write(self, path: Path | str) -> Path:
        """Write the page to the file as UTF-8, whole or not at all, and return its path.

        Raises:
            CannotWriteError: the file cannot be written; the old one, if any, is untouched.

        """
        write_file(target := Path(path), self.page.encode("utf-8"))
        return target


def draw_map(
    catalog: Catalog,
    *,
    as_of: Month,
    include: frozenset[Certainty] = frozenset(),
    find: "RouteFinder | None" = None,
) -> LadderMap:
    """Return the map of a catalog, to show in a notebook or to write to a file."""
    page = render_map(catalog, as_of=as_of, include=include, find=find)
    return LadderMap(
        page, MapPicture(catalog, include).page(say("map.title")), len(catalog.classes), print_month(as_of)
    )


def render_map(
    catalog: Catalog,
    *,
    as_of: Month,
    include: frozenset[Certainty] = frozenset(),
    find: "RouteFinder | None" = None,
    bar: TopBar | None = None,
    letterhead: Letterhead = NO_LETTERHEAD,
    pages: Mapping[str, str] | None = None,
) -> str:
    """Return the map page of a catalog: the same text for the same catalog and month.

    ``include`` names certainties of steps drawn besides ``named``; ``find`` finds the
    plan of each route, by default the best one from day one. ``bar`` leads to the other
    pages of the site that the map is a page of; without it, to the parts of the page.
    ``letterhead`` is what the agency puts on its pages, ``pages`` where each class has a page of its own.
    """
    steps = tuple(steps_used(catalog, include))
    view = map_view(catalog, steps, title=say("map.title"), as_of=as_of, find=find)
    page = _MapPage(catalog, steps, view, Around(catalog, steps))
    views = page.draw_views()
    vis, program = _vis_network(), read_modules(_PROGRAM)
    return fill_page(
        "ladder_map.html",
        title=letterhead.title or say("map.title"),
        foot=letterhead,
        pages=pages,
        styles=_STYLES,
        first=() if view.is_whole else (read_asset("ladder_map/first.js"),),
        scripts=(read_modules(_BOOT),),
        packed=(vis, program),
        bar=bar or _lone_bar(letterhead, (catalog.jurisdiction_of(one).name for one in catalog.classes)),
        view=view,
        opening=views.opening,
        pictures=views.pictures,
        shows_groups=bool(views.drawn),
        data=pack_text(page.data(views)),
        vis=pack_text(vis.text),
        program=pack_text(program.text),
    )


def _lone_bar(letterhead: Letterhead, places: Iterable[str]) -> TopBar:
    return lone_bar(letterhead.title or say("map.title"), letterhead.agency or place_words(places), letterhead.logo)


class _Views(NamedTuple):
    """The drawings of a map: the whole of it where a person can read that, and its groups by name.

    ``opening`` is the drawing that the page opens on, in bands of pay or in panels; a city's groups are not drawn.
    ``pictures`` stand in the page for those who run no script; on a large map they hold
    no classes of other groups and tell no pay, or the page would be too long to load.
    """

    drawn: Mapping[str, Panels]
    opening: Picture | None
    pictures: Mapping[str, Picture | None]


class _MapPage(NamedTuple):
    """What the page of a map is made from: the catalog, the steps that are drawn, the words, and each class's place."""

    catalog: Catalog
    steps: Sequence[Step]
    view: MapView
    around: Around

    def draw_views(self) -> _Views:
        """Return the drawings: in bands of pay around a class, else each group, and the whole where it can be read."""
        if opening := self.around.picture():
            return _Views({}, opening, {})
        touching, headings = _steps_by_group(self.steps, self.view), headings_of(one.group for one in self.view.groups)
        groups = {
            one.name: panels_of(
                self.catalog,
                {*one.group.classes, *one.group.outside},
                touching[one.name],
                headings=headings,
                outside=one.group.outside,
            )
            for one in self.view.groups
        }
        if self.view.is_whole:
            whole = panels_of(self.catalog, self.catalog.classes, self.steps, headings=headings)
            pictures = {name: one.picture(say("map.group_told")) for name, one in groups.items()}
            return _Views({_WHOLE: whole, **groups}, whole.picture(say("drawing.canvas_whole")), pictures)
        return _Views(groups, None, {one.name: self._in_brief(one, touching[one.name]) for one in self.view.groups})

    def _in_brief(self, one: GroupView, steps: Sequence[Step]) -> Picture | None:
        """Return titles and lines of a group; null where no step joins two of its classes: there is no ladder."""
        drawn = panels_of(self.catalog, set(one.group.classes), steps)
        return drawn.picture(say("map.group")) if drawn.steps else None

    def _view_data(self, views: _Views) -> Iterator[dict[str, object]]:
        told = {one.name: (one.heading, one.drawn) for one in self.view.groups}
        places = {step: place for place, step in enumerate(self.steps)}
        for name, drawn in views.drawn.items():
            heading, beside = told.get(name, (say("drawing.all"), ""))
            yield {
                "name": name,
                "heading": heading,
                "told": beside,
                "width": drawn.layout.width,
                "height": drawn.layout.height,
                "frames": [panel._asdict() for panel in drawn.layout.panels],
                "network": network_json(drawn, places),
            }

    def data(self, views: _Views) -> str:
        """Return what the page's script works on, as JSON; each network is JSON within it, read when it is drawn."""
        data = ClassData(self.catalog)
        classes = [data.of(card, group.name) for group in self.view.groups for card in group.cards]
        sentences = () if self.view.is_whole else tuple(dict.fromkeys(step.pattern for step in self.view.steps))
        told = {
            "asOf": self.view.as_of,
            "options": OPTIONS,
            "views": list(self._view_data(views)),
            "around": self._around(classes),
            **self._classes_and_steps(classes, sentences),
            "jurisdictions": to_columns([_jurisdiction_data(one) for one in self.view.jurisdictions]),
            "sentences": sentences,
            "times": [time_of(self.catalog, step) for step in self.steps],
            "dashes": {kind: style.dashes for kind, style in STYLES.items()},
            "words": dict(GENERAL_WORDS),
            "messages": messages_of(_messages_said()),
            "catalog": short_catalog(PageCatalog(self.catalog).told()),
        }
        return write_json(told)

    def _classes_and_steps(self, classes: Sequence[Mapping[str, Any]], sentences: Sequence[str]) -> dict[str, object]:
        """Return the classes and the steps, told short, and what the records say that the words of the page do not."""
        cards, is_whole = self.view.cards, self.view.is_whole
        steps = [_step_data(step, sentences, one.source) for step, one in zip(self.view.steps, self.steps, strict=True)]
        home = cards[0].class_id.partition("/")[0] if cards else ""
        named = say("class.name", title="{title}", marks="{code}, {short}")
        return {
            "home": home,
            "className": named,
            "classes": short_classes(classes, steps, home=home, name=named, in_words=not is_whole),
            "steps": short_steps(steps, [card.class_id for card in cards]),
            "records": None if is_whole else write_json(self._records()),
        }

    def _records(self) -> dict[str, object]:
        """Return what the records of the classes say, which is read when a class is opened."""
        cards = self.view.cards
        facts = short_records([class_facts(card) for card in cards], [card.name for card in cards])
        return {"facts": facts, "sources": to_columns([card.sources for card in cards])}

    def _around(self, classes: Sequence[Mapping[str, Any]]) -> dict[str, object] | None:
        """Return the drawings in bands, told short."""
        told = self.around.data([one["id"] for one in classes])
        if told is None:
            return None
        sheets = {name: short_sheets(told[name]) for name in _SHEETS}
        return {**told, **sheets, "labels": short_labels(told["labels"], classes)}


def _jurisdiction_data(one: JurisdictionView) -> dict[str, object]:
    names, headings = [group.name for group in one.groups], [group.heading for group in one.groups]
    return {"id": one.id, "name": one.name, "groups": names, "headings": headings}


def _steps_by_group(steps: Sequence[Step], view: MapView) -> Mapping[str, list[Step]]:
    name_of = {class_id: one.name for one in view.groups for class_id in one.group.classes}
    found: dict[str, list[Step]] = {one.name: [] for one in view.groups}
    for step in steps:
        for name in {name_of[step.feeder_class], name_of[step.target_class]}:
            found[name].append(step)
    return found


def _messages_said() -> tuple[str, ...]:
    """Return the beginnings of the names of messages that the page's program says."""
    return tuple(sorted(set(_NAMES_SAID.findall(read_modules(_PROGRAM).text))))


def _vis_network() -> Inline:
    """Return the drawing script out of pyvis's own package, without the pointer to its map file."""
    text = files("pyvis").joinpath(*_VIS_NETWORK).read_text("utf-8")
    return inline(text.partition("\n//# sourceMappingURL=")[0])


def _step_data(step: StepView, sentences: Sequence[str], source: "Source") -> dict[str, object]:
    """Return a step for the page's script; on a page of hundreds its sentence is one of the ``sentences``."""
    return {
        **({"told": sentences.index(step.pattern)} if sentences else {}),
        "from": step.feeder_class,
        "to": step.target_class,
        "kind": step.style.kind,
        "certainty": step.certainty.value,
        "source": cite_source(source),
    }


def network_json(drawn: Panels, places: Mapping[Step, int]) -> str:
    """Return the network of a drawing as JSON, written by pyvis through our own template environment."""
    network = draw_network(drawn, places)
    network.templateEnv = template_environment()
    network.path = "network.json"
    written: str = network.generate_html()
    return written


def draw_network(drawn: Panels, places: Mapping[Step, int]) -> "Network":
    """Return the network of a drawing: a node a class around its middle, an edge a line.

    An edge holds the ``places`` of its steps among all that the page draws, the points that its line turns
    at, and the middle of its time, null where that has no place; nodes what their boxes say.
    """
    from pyvis.network import Network  # noqa: PLC0415 - it costs half a second and pulls in IPython

    network = Network(directed=True, cdn_resources="in_line")
    network.options = OPTIONS
    for box in drawn.layout.boxes:
        title, second, look = drawn.label(box.class_id)
        network.add_node(
            box.class_id,
            label=title or " ",
            second=second,
            look=look,
            shape="box",
            x=box.middle,
            y=box.top + BOX_HEIGHT // 2,
            widthConstraint={"minimum": BOX_WIDTH},
            heightConstraint={"minimum": BOX_HEIGHT},
        )
    for line in drawn.lines:
        network.add_edge(
            *line.ends,
            steps=[places[step] for step in drawn.steps_of[line.ends]],
            points=[list(point) for point in line.points],
            time=line.time_at and list(line.time_at),
            hidden=True,
        )
    return network
