"""The interactive map of the ladder, drawn by pyvis on coordinates of our own.

pyvis keeps the network and hands it to our template; its own templates, files to load
and physics are left out. The page asks the network for nothing.
"""

from dataclasses import asdict, dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ladder.catalog.catalog import Catalog
from ladder.graph import NO_OTHERS, build_graph, steps_of
from ladder.qualifications import Certainty
from ladder.rendering.layout.places import Box, Layout, Line
from ladder.rendering.layout.sheets import lay_out
from ladder.rendering.templates import Inline, fill_template, inline, read_asset, template_environment
from ladder.rendering.views.pages import ALONE, MapView, map_view
from ladder.rendering.views.steps import StepView
from ladder.service_time import Month

if TYPE_CHECKING:
    from pyvis.network import Network

    from ladder.rendering.views.routes import RouteFinder

_TITLE = "Career ladder map"
_VIS_NETWORK = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_LETTERS = {"size": 14, "face": "system-ui, sans-serif", "multi": False}
_BORDERS = {"only named": [5, 4], "seen in part": [12, 4]}
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
    "nodes": {"physics": False, "fixed": True, "font": _LETTERS, "labelHighlightBold": False},
    "edges": {"physics": False, "smooth": False, "width": 2, "selectionWidth": 2, "hoverWidth": 1},
}


@dataclass(frozen=True, slots=True)
class LadderMap:
    """A map page: shown in a notebook, or saved to a file."""

    page: str

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own that can reach nothing around it."""
        return fill_template("frame.html", page=self.page, title=_TITLE)

    def save(self, path: Path | str) -> Path:
        """Write the page to the file as UTF-8, whole or not at all, and return its path.

        Raises:
            OSError: the file cannot be written; the old one, if any, is untouched.

        """
        return save_page(self.page, path)


def draw_map(
    catalog: Catalog,
    *,
    as_of: Month,
    include: frozenset[Certainty] = NO_OTHERS,
    find: "RouteFinder | None" = None,
) -> LadderMap:
    """Return the map of a catalog, to show in a notebook or to save."""
    return LadderMap(render_map(catalog, as_of=as_of, include=include, find=find))


def render_map(
    catalog: Catalog,
    *,
    as_of: Month,
    include: frozenset[Certainty] = NO_OTHERS,
    find: "RouteFinder | None" = None,
) -> str:
    """Return the map page of a catalog: the same text for the same catalog and month.

    ``include`` names certainties of steps drawn besides ``named``; ``find`` finds the
    plan of each route, by default the best one from day one.
    """
    steps = steps_of(build_graph(catalog, include=include))
    view = map_view(catalog, steps, title=_TITLE, as_of=as_of, find=find)
    layout = lay_out(
        catalog,
        steps,
        words={one.class_id: one.paragraphs for one in view.classes},
        labels=[one.label for one in view.steps],
        alone=ALONE,
    )
    network = draw_network(view, layout)
    scripts = {"vis": _vis_network(), "program": read_asset("ladder_map.js")}
    network.templateEnv = template_environment(
        view=view,
        layout=layout,
        records={one.class_id: one.record.replace(" ", "-") for one in view.classes},
        data=_page_data(view, layout),
        styles=read_asset("ladder_map.css"),
        **scripts,
    )
    network.path = "ladder_map.html"
    page: str = network.generate_html()
    return page


def _vis_network() -> Inline:
    """Return the drawing script out of pyvis's own package, without the pointer to its map file."""
    text = files("pyvis").joinpath(*_VIS_NETWORK).read_text("utf-8")
    return inline(text.partition("\n//# sourceMappingURL=")[0])


def _page_data(view: MapView, layout: Layout) -> dict[str, object]:
    """Return what the page's script works on."""
    return {
        "width": layout.width,
        "height": layout.height,
        "frames": [asdict(frame) for frame in layout.frames],
        "classes": [{"id": one.class_id, "name": one.name} for one in view.classes],
        "steps": [_step_data(one) for one in view.steps],
        "routes": [asdict(one) for one in view.routes],
    }


def _step_data(step: StepView) -> dict[str, object]:
    return {
        "place": step.place,
        "from": step.feeder_class,
        "to": step.target_class,
        "sentence": step.sentence,
        "pay": step.pay + (f". Source: {step.pay_source}." if step.pay_source else ""),
    }


def draw_network(view: MapView, layout: Layout) -> "Network":
    """Return the network of the map: a node a class, and each step's line in straight parts."""
    from pyvis.network import Network  # noqa: PLC0415 - it costs half a second and pulls in IPython

    network = Network(directed=True, cdn_resources="in_line", heading=view.title)
    network.options = OPTIONS
    records = {one.class_id: one.record for one in view.classes}
    for box in layout.boxes:
        network.add_node(box.class_id, **_class_node(box, _BORDERS.get(records[box.class_id])))
    middles = {box.class_id: box.x for box in layout.boxes}
    for line in layout.lines:
        _add_line(network, line, view.steps[line.step].style.dashes, middles[line.feeder_class])
    return network


def _class_node(box: Box, dashes: list[int] | None) -> dict[str, object]:
    return {
        "label": "\n".join(box.lines) or " ",
        "shape": "box",
        "group": "classes",
        "x": box.x,
        "y": box.y,
        "margin": _NO_MARGIN,
        "widthConstraint": {"minimum": box.width},
        "heightConstraint": {"minimum": box.height},
        "shapeProperties": {"borderDashes": dashes or False, "borderRadius": 4},
    }


def _add_line(network: "Network", line: Line, dashes: tuple[int, ...], middle: int) -> None:
    """Add a line as straight parts between points without size, and its words as a text."""
    points = line.points[1:-1] if line.points[0].x == middle else line.points[:-1]
    bends = [f"step {line.step} bend {place}" for place in range(len(points))]
    for name, point in zip(bends, points, strict=True):
        network.add_node(name, label=" ", shape="dot", group="bends", size=0, x=point.x, y=point.y, chosen=False)
    ends = [line.feeder_class, *bends, line.target_class]
    for part, (start, end) in enumerate(pairwise(ends)):
        arrows = "to" if part == len(bends) else ""
        network.add_edge(start, end, id=f"step {line.step} part {part}", dashes=list(dashes) or False, arrows=arrows)
    words = {"label": "\n".join(line.label), "x": line.label_at.x, "y": line.label_at.y, "margin": _NO_MARGIN}
    network.add_node(f"step {line.step} words", shape="text", group="words", **words)


def save_page(page: str, path: Path | str) -> Path:
    """Write the page as UTF-8, whole or not at all, and return where it is.

    Raises:
        OSError: the file cannot be written; the old one, if any, is untouched.

    """
    target = Path(path)
    draft = target.with_name(f".{target.name}.new")
    try:
        draft.write_bytes(page.encode("utf-8"))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target
