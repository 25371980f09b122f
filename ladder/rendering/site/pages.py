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
from ladder.rendering.site.folders import PreparedPage, SitePage
from ladder.rendering.site.frame import PageParts, navigation, prepare
from ladder.rendering.site.list_pages import list_page, prepare_list_page
from ladder.rendering.site.records import RecordDigests
from ladder.rendering.templates import read_asset
from ladder.rendering.views.pages import count_classes
from ladder.rendering.views.site_about import about_jurisdictions
from ladder.rendering.views.site_glossary import read_glossary
from ladder.rendering.views.site_lists import JurisdictionList, ListedClass, list_classes, search_entries
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
    pages = sorted(_all_pages(_in_order(catalog), as_of, include), key=lambda page: page.path)
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


def _all_pages(catalog: Catalog, as_of: Month, include: frozenset[Certainty]) -> Iterator[SitePage]:
    records, places = RecordDigests(catalog), list_classes(catalog)
    yield SitePage(INDEX, partial(_index, catalog, places))
    yield SitePage(MAP, partial(_map, catalog, records, as_of, include))
    yield SitePage(GLOSSARY, _glossary)
    yield SitePage(ABOUT, partial(_about, catalog, as_of, include))
    for class_id in catalog.classes:
        yield SitePage(class_page(class_id), partial(prepare_class_page, catalog, records, class_id))
    for listed in (one for place in places for one in place.lists if one.has_page):
        yield SitePage(list_page(listed), partial(prepare_list_page, catalog, records, listed))


def _index(catalog: Catalog, places: tuple[JurisdictionList, ...]) -> PreparedPage:
    links = ClassLinks(catalog, INDEX)
    steps = len(named(catalog.steps))
    words = {
        "classes": count_classes(len(catalog.classes)),
        "places": tuple(_indexed(place) for place in places),
        "steps": "1 step" if steps == 1 else f"{steps:,} steps",
        "entries": [[one.name, one.jurisdiction, one.words, links[one.class_id]] for one in search_entries(catalog)],
    }
    script = read_asset("site_search.js")
    return prepare(PageParts("site_index.html", INDEX, "All classes", words, links=links, scripts=(script,)))


def _indexed(place: JurisdictionList) -> IndexedPlace:
    lists = tuple(
        IndexedList(one.name, one.kind if one.has_page else "", list_page(one) if one.has_page else "", one.classes)
        for one in place.lists
    )
    return IndexedPlace(place.name, f"in-{place.id}", count_classes(place.count), lists)


def _glossary() -> PreparedPage:
    return prepare(PageParts("site_glossary.html", GLOSSARY, "Glossary", {"sections": read_glossary()}))


def _about(catalog: Catalog, as_of: Month, include: frozenset[Certainty]) -> PreparedPage:
    words = {
        "as_of": print_month(as_of),
        "included": " and ".join(sorted(include)),
        "jurisdictions": about_jurisdictions(catalog),
        "map": MAP,
    }
    return prepare(PageParts("site_about.html", ABOUT, "What the figures mean", words))


def _map(catalog: Catalog, records: RecordDigests, as_of: Month, include: frozenset[Certainty]) -> PreparedPage:
    drawn_from = records.of_classes(catalog.classes)
    made_from = digest_of(MAP, drawn_from, print_month(as_of), sorted(include))
    return PreparedPage(
        made_from, lambda: render_map(catalog, as_of=as_of, include=include, navigation=navigation(MAP))
    )
