"""XML parts of a zip: parsed without entities, without a network, and never deeper or larger than lxml's own bounds."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from ladder.reading.text.containers import check_container
from ladder.reading.text.extracts import UnfitDocumentError

_FIGURES = re.compile("[0-9]{1,9}")


class ZippedXml:
    """The XML parts of a container that was measured before."""

    def __init__(self, content: bytes) -> None:
        """Measure the container and open it.

        Raises:
            UnfitDocumentError: it is damaged, locked or too large.

        """
        check_container(content)
        self._container = ZipFile(BytesIO(content))

    def root(self, name: str) -> etree._Element | None:
        """Return the root of a part, or None where there is no part of this name."""
        if name not in self._container.namelist():
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(self._container.read(name), parser)

    def needed(self, name: str) -> etree._Element:
        """Return the root of a part without which there is no document.

        Raises:
            UnfitDocumentError: there is no such part.

        """
        root = self.root(name)
        if root is None:
            message = f"its part {name} is missing"
            raise UnfitDocumentError(message)
        return root


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace, empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes_of(element: etree._Element | None) -> Mapping[str, str]:
    """Return the attributes of an element by their names without namespaces."""
    if element is None:
        return {}
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def to_number(text: str, default: int) -> int:
    """Return the number that an attribute says, the default where it says none."""
    return int(text) if _FIGURES.fullmatch(text) else default
