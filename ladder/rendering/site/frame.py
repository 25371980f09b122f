"""What every page of the site has round its content, and what every page is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ladder.rendering.site.addresses import ABOUT, GLOSSARY, INDEX, MAP, link_between
from ladder.rendering.site.fingerprints import digest_of
from ladder.rendering.site.site_folder import PreparedPage
from ladder.rendering.templates import Inline, fill_page
from ladder.rendering.views.map_words import OUTSIDE_THE_MODEL
from ladder.rendering.views.site_navigation import NavigationEntry

_SITE = "Career ladders"
_STYLES = ("house.css", "drawing.css", "site_navigation.css", "site_pages.css")
_ENTRIES = ((INDEX, "All classes"), (MAP, "Map"), (GLOSSARY, "Glossary"), (ABOUT, "What the figures mean"))
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Crumb:
    """One page on the way to this one; the page itself has no link."""

    name: str
    link: str = ""


def navigation(path: str) -> tuple[NavigationEntry, ...]:
    """Return the navigation of the page at the path."""
    return tuple(NavigationEntry(name, link_between(path, target), target == path) for target, name in _ENTRIES)


@dataclass(frozen=True, slots=True)
class PageParts:
    """All that a page is made from.

    ``words`` are what its template says. ``links`` follow from the ids of classes alone,
    and the words that come ``late``, such as a drawing, from what ``late_from`` tells,
    so that neither is made to find out whether the page has changed.
    """

    template: str
    path: str
    title: str
    words: Mapping[str, Any]
    crumbs: tuple[Crumb, ...] = ()
    links: Mapping[str, str] = field(default_factory=lambda: _NONE)
    scripts: tuple[Inline, ...] = ()
    late: Callable[[], Mapping[str, Any]] = lambda: _NONE
    late_from: tuple[str, ...] = ()


def prepare(parts: PageParts) -> PreparedPage:
    """Return the page with the digest of all that it is made from."""
    made_from = digest_of(parts.template, parts.path, parts.title, parts.crumbs, parts.words, parts.late_from)
    return PreparedPage(made_from, lambda: _fill(parts))


def _fill(parts: PageParts) -> str:
    return fill_page(
        parts.template,
        title=f"{parts.title} - {_SITE}",
        styles=_STYLES,
        scripts=parts.scripts,
        navigation=navigation(parts.path),
        crumbs=parts.crumbs,
        outside_the_model=OUTSIDE_THE_MODEL,
        link=parts.links,
        **parts.words,
        **parts.late(),
    )
