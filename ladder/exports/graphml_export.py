"""GraphML: classes and steps for igraph, rustworkx, networkx and Gephi."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ladder.exports.graph_records import class_columns, graph_classes, graph_steps, step_columns
from ladder.exports.held_text import XML_RULES
from ladder.exports.ladder_sheets import Column, Kind, LadderSheets
from ladder.exports.losses import Form, text_losses

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {Kind.TEXT: "string", Kind.COUNT: "int", Kind.MONTHS: "double", Kind.DOLLARS: "double", Kind.TRUTH: "string"}


def print_graphml(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return the graph; what is not known of a class or a step is not there."""
    root = Element("graphml", xmlns=_NAMESPACE)
    _declare(root, "node", class_columns(sheets))
    _declare(root, "edge", step_columns(sheets))
    graph = SubElement(root, "graph", {"id": "ladder", "edgedefault": "directed"})
    for one in graph_classes(sheets, XML_RULES):
        _tell(SubElement(graph, "node", id=one.name), "node", one.known)
    for step in graph_steps(sheets, XML_RULES):
        _tell(SubElement(graph, "edge", id=step.name, source=step.feeder, target=step.target), "edge", step.known)
    indent(root)
    printed: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return {"ladder.graphml": printed + b"\n"}


def _declare(root: Element, about: str, columns: tuple[Column, ...]) -> None:
    for column in columns:
        told = {"attr.name": column.name, "attr.type": _TYPES[column.kind]}
        SubElement(root, "key", {"id": f"{about}.{column.name}", "for": about, **told})


def _tell(place: Element, about: str, known: Mapping[str, str]) -> None:
    for name, value in known.items():
        SubElement(place, "data", key=f"{about}.{name}").text = value


FORM = Form("graphml", print_graphml, lambda sheets: text_losses(sheets, XML_RULES))
