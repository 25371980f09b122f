"""What every page of the site has round its content, and what every page is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ladder.rendering.site.addresses import ABOUT, GLOSSARY, INDEX, MAP, link_between
from ladder.rendering.site.fingerprints import digest_of
from ladder.rendering.site.site_folder import PreparedPage
from ladder.rendering.templates import Inline, fill_page
from ladder.rendering.views.letterhead import NO_LETTERHEAD, Letterhead
from ladder.rendering.views.top_bar import BarEntry, Stop, TopBar
from ladder.telling.messages import say

_STYLES = ("house.css", "drawing.css", "top_bar.css", "site_pages.css", "class_parts.css", "site_index.css")
_STOPS = {
    Stop.EXPLORE: (MAP, "#map"),
    Stop.MY_PATH: (MAP, "#my-path"),
    Stop.CLASSES: (INDEX, ""),
    Stop.ABOUT: (ABOUT, ""),
}
_HERE = {MAP: Stop.EXPLORE, INDEX: Stop.CLASSES, ABOUT: Stop.ABOUT, GLOSSARY: Stop.ABOUT}
_PLACE_OF_SEARCH = "#find"
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Crumb:
    """One page on the way to this one; the page itself has no link."""

    name: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class PageParts:
    """All that a page is made from.

    ``words`` are what its template says. ``links`` follow from the ids of classes alone,
    and the words that come ``late``, such as a drawing, from what ``late_from`` tells,
    so that neither is made to find out whether the page has changed. ``place`` is where
    the classes that it tells of are, if not all of the site's. A page that is wide sets its own margins.
    """

    template: str
    path: str
    title: str
    words: Mapping[str, Any]
    crumbs: tuple[Crumb, ...] = ()
    links: Mapping[str, str] = field(default_factory=lambda: _NONE)
    place: str = ""
    is_wide: bool = False
    scripts: tuple[Inline, ...] = ()
    styles: tuple[str, ...] = _STYLES
    late: Callable[[], Mapping[str, Any]] = lambda: _NONE
    late_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What stands round every page of one site; ``place`` is where its classes are."""

    place: str
    letterhead: Letterhead = NO_LETTERHEAD

    def prepare(self, parts: PageParts) -> PreparedPage:
        """Return the page with the digest of all that it is made from."""
        told = (say("page.language"), self.place, self.letterhead, parts.title, parts.place, parts.crumbs, parts.words)
        made_from = digest_of(parts.template, parts.path, *told, parts.late_from)
        return PreparedPage(made_from, lambda: self._fill(parts))

    def _fill(self, parts: PageParts) -> str:
        return fill_page(
            parts.template,
            title=f"{parts.title} - {self.title}",
            styles=parts.styles,
            scripts=parts.scripts,
            foot=self.letterhead,
            bar=self.bar(parts.path, parts.place),
            crumbs=parts.crumbs,
            glossary=link_between(parts.path, GLOSSARY),
            is_wide=parts.is_wide,
            is_plain=False,
            outside_the_model=say("page.outside"),
            link=parts.links,
            **parts.words,
            **parts.late(),
        )

    @property
    def title(self) -> str:
        """What the site is called."""
        return self.letterhead.title or say("site.title")

    def bar(self, path: str, place: str = "") -> TopBar:
        """Return the bar of the page at the path; ``place`` is where its classes are, if not all the site's."""
        here = _HERE.get(path, Stop.CLASSES)
        is_map = path == MAP
        return TopBar(
            title=self.title,
            place=self.letterhead.agency or place or self.place,
            logo=self.letterhead.logo,
            entries=tuple(_bar_entry(path, stop, here) for stop in _STOPS),
            home="" if is_map else link_between(path, INDEX),
            find="" if path in {MAP, INDEX} else link_between(path, INDEX) + _PLACE_OF_SEARCH,
            has_search=is_map,
            is_heading=is_map,
        )


def _bar_entry(path: str, stop: Stop, here: Stop) -> BarEntry:
    target, mark = _STOPS[stop]
    link = mark if mark and target == path else link_between(path, target) + mark
    current = "page" if target == path else "true"
    return BarEntry(stop, link, current if stop is here else "", waits=link == "#my-path")
