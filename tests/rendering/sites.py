"""Sites made for tests: in a folder, whole, and read back."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from ladder.catalog.catalog import Catalog
from ladder.rendering.site.all_pages import site_pages
from ladder.rendering.site.manifest import MANIFEST
from ladder.rendering.site.site_folder import Outcome, update_folder
from ladder.service_time import Month, read_month
from ladder.writing import write_file

AS_OF = read_month("2026-11")
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def build_site(catalog: Catalog, folder: Path, *, as_of: Month = AS_OF, overwrite: bool = False) -> Outcome:
    """Bring the folder up to date with the catalog."""
    return update_folder(folder, site_pages(catalog, as_of=as_of), write=write_file, overwrite=overwrite)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below the folder."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def pages_of(folder: Path) -> dict[str, str]:
    """Return the text of every page below the folder."""
    return {path: content.decode() for path, content in files_of(folder).items() if path != MANIFEST}


def linked_data_of(page: str) -> list[dict[str, Any]]:
    """Return the linked data that a page carries."""
    return [json.loads(text) for text in LINKED_DATA.findall(page)]


class Page(HTMLParser):
    """What a page links to, and what can be linked to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.marks: set[str] = set()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag == "a" and (link := found.get("href")) is not None:
            self.links.append(link)
        if mark := found.get("id"):
            self.marks.add(mark)

    def find(self, tag: str) -> Iterator[dict[str, str | None]]:
        """Yield the attributes of every element of this name."""
        return (attrs for name, attrs in self.tags if name == tag)
