"""All pages of the site: the index, a page a class and a list, the map, the glossary, what the figures mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ladder.catalog.catalog import Catalog
from ladder.errors import BadCallError
from ladder.paths.ladders import NO_OTHERS
from ladder.qualifications import Certainty
from ladder.rendering.drawings import named
from ladder.rendering.ladder_map import render_map
from ladder.rendering.site.addresses import ABOUT, GLOSSARY, INDEX, MAP, ClassLinks, class_page
from ladder.rendering.site.class_pages import prepare_class_page
from ladder.rendering.site.fingerprints import digest_of
from ladder.rendering.site.frame import PageParts, SiteFrame
from ladder.rendering.site.list_pages import list_page, prepare_list_page
from ladder.rendering.site.record_digests import RecordDigests
from ladder.rendering.site.site_folder import PreparedPage, SitePage
from ladder.rendering.templates import read_asset
from ladder.rendering.views.map_words import count_classes
from ladder.rendering.views.site_about import about_jurisdictions
from ladder.rendering.views.site_glossary import read_glossary
from ladder.rendering.views.site_lists import JurisdictionList, ListedClass, SiteLists
from ladder.rendering.views.top_bar import place_words
from ladder.service_time import Month, print_month


@dataclass(frozen=True, slots=True)
class IndexedList:
    """A list on the index: its heading, the link to its page where it has one, its classes."""

    name: str
    kind: str
    link: str
    classes: tuple[ListedClass, ...]


@dataclass(frozen=True, slots=True)
class IndexedPlace:
    """A jurisdiction on the index; ``mark`` is its place in the page."""

    name: str
    mark: str
    told: str
    lists: tuple[IndexedList, ...]


def site_pages(catalog: Catalog, *, as_of: Month, include: frozenset[Certainty] = NO_OTHERS) -> tuple[SitePage, ...]:
    """Return every page of the site, in order of path.

    ``as_of`` is the month that the routes of the map count from; ``include`` names
    certainties of steps that the map draws besides ``named``.

    Raises:
        BadCallError: two pages would share a file; no two names of classes do so but by
            design.

    """
    records = RecordDigests(_in_order(catalog))
    frame = SiteFrame(place_words(catalog.jurisdiction_of(one).name for one in catalog.classes))
    site = _Site(records, frame, as_of, include)
    pages = sorted(site.pages(), key=lambda page: page.path)
    seen: set[str] = set()
    for page in pages:
        if page.path.casefold() in seen:
            raise BadCallError(what=f"two classes or series would share the page {page.path}", try_this="rename one")
        seen.add(page.path.casefold())
    return tuple(pages)


def _in_order(catalog: Catalog) -> Catalog:
    """Return the catalog in order of ids, whatever order its file has."""
    classes = tuple(sorted(catalog.record.classes, key=lambda spec: spec.class_id))
    jurisdictions = tuple(sorted(catalog.record.jurisdictions, key=lambda one: one.id))
    record = replace(catalog.record, classes=classes, jurisdictions=jurisdictions)
    return Catalog(record)


@dataclass(frozen=True, slots=True)
class _Site:
    """What the pages of a site are made from: the records in order of ids, and the month and steps of its map."""

    records: RecordDigests
    frame: SiteFrame
    as_of: Month
    include: frozenset[Certainty]

    @property
    def catalog(self) -> Catalog:
        """The catalog that the records are of."""
        return self.records.catalog

    def pages(self) -> Iterator[SitePage]:
        """Yield every page."""
        places = SiteLists(self.catalog).jurisdictions()
        yield SitePage(INDEX, partial(self._index, places))
        yield SitePage(MAP, self._map)
        yield SitePage(GLOSSARY, self._glossary)
        yield SitePage(ABOUT, self._about)
        for class_id in self.catalog.classes:
            yield SitePage(class_page(class_id), partial(prepare_class_page, self.records, self.frame, class_id))
        for listed in (one for place in places for one in place.lists if one.has_page):
            yield SitePage(list_page(listed), partial(prepare_list_page, self.records, self.frame, listed))

    def _index(self, places: tuple[JurisdictionList, ...]) -> PreparedPage:
        links, found = ClassLinks(self.catalog, INDEX), SiteLists(self.catalog).search_entries()
        steps = len(named(self.catalog.steps))
        words = {
            "classes": count_classes(len(self.catalog.classes)),
            "places": tuple(_indexed(place) for place in places),
            "steps": "1 step" if steps == 1 else f"{steps:,} steps",
            "entries": [[one.name, one.jurisdiction, one.words, links[one.class_id]] for one in found],
        }
        script = read_asset("site_search.js")
        return self.frame.prepare(
            PageParts("site_index.html", INDEX, "All classes", words, links=links, scripts=(script,))
        )

    def _about(self) -> PreparedPage:
        words = {
            "as_of": print_month(self.as_of),
            "included": " and ".join(sorted(self.include)),
            "jurisdictions": about_jurisdictions(self.catalog),
            "map": MAP,
        }
        return self.frame.prepare(PageParts("site_about.html", ABOUT, "What the figures mean", words))

    def _glossary(self) -> PreparedPage:
        return self.frame.prepare(PageParts("site_glossary.html", GLOSSARY, "Glossary", {"sections": read_glossary()}))

    def _map(self) -> PreparedPage:
        drawn_from = self.records.of_classes(self.catalog.classes)
        made_from = digest_of(MAP, drawn_from, print_month(self.as_of), sorted(self.include))
        render = partial(render_map, self.catalog, as_of=self.as_of, include=self.include, bar=self.frame.bar(MAP))
        return PreparedPage(made_from, render)


def _indexed(place: JurisdictionList) -> IndexedPlace:
    lists = tuple(
        IndexedList(one.name, one.kind if one.has_page else "", list_page(one) if one.has_page else "", one.classes)
        for one in place.lists
    )
    return IndexedPlace(place.name, f"in-{place.id}", count_classes(place.count), lists)
