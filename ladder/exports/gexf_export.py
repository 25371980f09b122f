"""GEXF: classes and steps for Gephi, titles as labels."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ladder.exports.graph_records import class_columns, graph_classes, graph_steps, step_columns
from ladder.exports.held_text import XML_RULES
from ladder.exports.ladder_sheets import Column, Kind, LadderSheets
from ladder.exports.losses import Form, text_losses

_NAMESPACE = "http://gexf.net/1.3"
_TYPES = {Kind.TEXT: "string", Kind.COUNT: "integer", Kind.MONTHS: "double", Kind.DOLLARS: "double"}


def print_gexf(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return the graph; the day on which it was made is not in it.

    The kind of a step is told twice: steps of two kinds between the same classes are kept
    apart by it.
    """
    root = Element("gexf", xmlns=_NAMESPACE, version="1.3")
    graph = SubElement(root, "graph", defaultedgetype="directed", mode="static")
    _declare(graph, "node", class_columns(sheets))
    _declare(graph, "edge", step_columns(sheets))
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for one in graph_classes(sheets, XML_RULES):
        _tell(SubElement(nodes, "node", id=one.name, label=one.title), one.known)
    for step in graph_steps(sheets, XML_RULES):
        ends = {"id": step.name, "source": step.feeder, "target": step.target, "kind": step.known["kind"]}
        _tell(SubElement(edges, "edge", ends), step.known)
    indent(root)
    printed: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return {"ladder.gexf": printed + b"\n"}


def _declare(graph: Element, about: str, columns: tuple[Column, ...]) -> None:
    declared = SubElement(graph, "attributes", {"class": about, "mode": "static"})
    for column in columns:
        kind = _TYPES.get(column.kind, "string")
        SubElement(declared, "attribute", id=f"{about}.{column.name}", title=column.name, type=kind)


def _tell(place: Element, known: Mapping[str, str]) -> None:
    values = SubElement(place, "attvalues")
    for name, value in known.items():
        SubElement(values, "attvalue", {"for": f"{place.tag}.{name}", "value": value})


FORM = Form("gexf", print_gexf, lambda sheets: text_losses(sheets, XML_RULES))
