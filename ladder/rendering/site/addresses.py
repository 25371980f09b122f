"""Where each page of the site is: file names that every disk takes, and relative links between them.

A file name hangs on the id of its class alone, so that a page keeps its address whatever
else the catalog holds (docs/decisions/0009-the-site.md).
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog

INDEX, MAP, GLOSSARY, ABOUT = "index.html", "map.html", "glossary.html", "about.html"
CLASSES, SERIES, GROUPS, EMBEDDED = "classes", "series", "groups", "embed"

_CODE = re.compile(r"(?=[A-Z]*[0-9])[0-9A-Z]+")
"""Codes as most are printed: digits and capitals, at least one digit."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+|[a-z]+")
"""Words in small letters, joined by hyphens: never the same as a code, in whatever case."""
_WORDS = re.compile(r"([A-Z][a-z]+|[0-9]+)( ([A-Z][a-z]+|[0-9]+))*")
"""Names that lose nothing as a slug: ``Customer Service``, ``Accounts 1``."""
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index")
"""Names that Windows keeps for devices, and the one that a web server takes for a folder's own page."""
_LONGEST, _DIGITS = 60, 16
_PAGE = re.compile(
    rf"(?:index|map|glossary|about)\.html|(?:{CLASSES}|{SERIES}|{GROUPS})/[a-z0-9_-]{{1,80}}/[A-Za-z0-9_-]{{1,80}}\.html"
    rf"|{EMBEDDED}/[a-z0-9_-]{{1,80}}/[A-Za-z0-9_-]{{1,80}}\.(?:html|svg)"
)


def class_page(class_id: str) -> str:
    """Return where the page of a class is: ``classes/us-ct/5246SH.html``.

    >>> class_page("us-ct/office-assistant")
    'classes/us-ct/office-assistant.html'
    """
    jurisdiction, _, code = class_id.partition("/")
    plain = _CODE.fullmatch(code) or _SLUG.fullmatch(code)
    return f"{CLASSES}/{_folder(jurisdiction)}/{code if plain and _is_usable(code) else _marked(code)}.html"


def embedded_card(class_id: str) -> str:
    """Return where the card of a class is that another page can hold: ``embed/us-nd/0441.html``."""
    return EMBEDDED + class_page(class_id).removeprefix(CLASSES)


def embedded_picture(class_id: str) -> str:
    """Return where the picture of the ladder to a class is.

    >>> embedded_picture("us-nd/0441")
    'embed/us-nd/0441.svg'
    """
    return embedded_card(class_id).removesuffix("html") + "svg"


def series_page(jurisdiction: str, name: str) -> str:
    """Return where the page of a class series is.

    >>> series_page("us-nd", "Customer Service")
    'series/us-nd/customer-service.html'
    """
    return f"{SERIES}/{_folder(jurisdiction)}/{_named(name)}.html"


def group_page(jurisdiction: str, name: str) -> str:
    """Return where the page of an occupational group is."""
    return f"{GROUPS}/{_folder(jurisdiction)}/{_named(name)}.html"


def is_page(path: str) -> bool:
    """Return whether the path is one that a page of a site can have; none of them leaves the folder."""
    return _PAGE.fullmatch(path) is not None


def link_between(path: str, target: str) -> str:
    """Return the relative link from one page to another.

    >>> link_between("classes/us-nd/0441.html", "index.html")
    '../../index.html'
    """
    return "../" * path.count("/") + target


def _folder(jurisdiction: str) -> str:
    plain = re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", jurisdiction)
    return jurisdiction if plain and _is_usable(jurisdiction) else _marked(jurisdiction)


def _named(name: str) -> str:
    plain = "-".join(name.lower().split(" "))
    return plain if _WORDS.fullmatch(name) and _is_usable(plain) else _marked(name)


def _is_usable(name: str) -> bool:
    return len(name) <= _LONGEST and not _RESERVED.fullmatch(name.lower())


def _marked(name: str) -> str:
    """Return what can be read of the name, and a mark that no other name has: no plain name holds ``_``."""
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower())[:_LONGEST].strip("-")
    return f"{readable or 'page'}_{hashlib.sha256(name.encode('utf-8')).hexdigest()[:_DIGITS]}"


@dataclass(frozen=True, slots=True)
class ClassLinks(Mapping[str, str]):
    """The links to every class of the catalog from the page at one path."""

    catalog: Catalog
    path: str

    def __getitem__(self, class_id: str) -> str:
        """Return the link to the page of the class."""
        if class_id not in self.catalog.classes:
            raise KeyError(class_id)
        return link_between(self.path, class_page(class_id))

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of all classes."""
        return iter(self.catalog.classes)

    def __len__(self) -> int:
        """Return how many classes have a page."""
        return len(self.catalog.classes)
