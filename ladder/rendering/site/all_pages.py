"""All pages of the site: the index, a page a class and a list, the map, the glossary, what the figures mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ladder.catalog.catalog import Catalog
from ladder.errors import BadCallError
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.qualifications import Certainty
from ladder.rendering.class_views import ClassPages
from ladder.rendering.ladder_map import render_map
from ladder.rendering.site.addresses import ABOUT, GLOSSARY, INDEX, MAP, ClassLinks, class_page
from ladder.rendering.site.class_pages import prepare_class_page
from ladder.rendering.site.embedded_pages import embedded_pages
from ladder.rendering.site.fingerprints import digest_of
from ladder.rendering.site.frame import PageParts, SiteFrame
from ladder.rendering.site.index_views import SiteIndex, search_data
from ladder.rendering.site.list_pages import list_page, prepare_list_page
from ladder.rendering.site.record_digests import RecordDigests
from ladder.rendering.site.site_folder import PreparedPage, SitePage
from ladder.rendering.templates import read_modules
from ladder.rendering.views.letterhead import NO_LETTERHEAD, Letterhead
from ladder.rendering.views.map_words import left_out_words
from ladder.rendering.views.pay_bars import PayScales
from ladder.rendering.views.site_about import about_jurisdictions
from ladder.rendering.views.site_glossary import glossary_of
from ladder.rendering.views.site_lists import SiteLists
from ladder.rendering.views.top_bar import place_words
from ladder.service_time import Month, print_month
from ladder.telling.messages import all_of, messages_of, say
from ladder.telling.parts import plain_text
from ladder.telling.times import spell_month


def site_pages(
    catalog: Catalog,
    *,
    as_of: Month,
    include: frozenset[Certainty] = NO_OTHERS,
    letterhead: Letterhead = NO_LETTERHEAD,
    embed: bool = False,
) -> tuple[SitePage, ...]:
    """Return every page of the site, in order of path.

    ``as_of`` is the month that the routes of the map count from; ``include`` names
    certainties of steps that the map draws besides ``named``; ``letterhead`` is what the
    agency puts on every page. ``embed`` asks for the card and the picture of each class
    that other pages can hold.

    Raises:
        BadCallError: two pages would share a file; no two names of classes do so but by
            design.

    """
    records = RecordDigests(_in_order(catalog))
    frame = SiteFrame(place_words(catalog.jurisdiction_of(one).name for one in catalog.classes), letterhead)
    site = _Site(records, frame, as_of, include, PayScales(records.catalog.classes.values()), embed)
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
    scales: PayScales
    embed: bool

    @property
    def catalog(self) -> Catalog:
        """The catalog that the records are of."""
        return self.records.catalog

    def pages(self) -> Iterator[SitePage]:
        """Yield every page."""
        yield SitePage(INDEX, self._index)
        yield SitePage(MAP, self._map)
        yield SitePage(GLOSSARY, self._glossary)
        yield SitePage(ABOUT, self._about)
        told = ClassPages(self.catalog, self.scales, self.as_of)
        for class_id in self.catalog.classes:
            yield SitePage(class_page(class_id), partial(prepare_class_page, told, self.records, self.frame, class_id))
            if self.embed:
                yield from embedded_pages(told, self.frame, class_id)
        for listed in (one for place in SiteLists(self.catalog).jurisdictions() for one in place.lists if one.has_page):
            yield SitePage(list_page(listed), partial(prepare_list_page, self.records, self.frame, listed))

    def _index(self) -> PreparedPage:
        view = SiteIndex(self.catalog, self.scales).view()
        parts = PageParts(
            "site_index.html",
            INDEX,
            say("bar.classes"),
            {"view": view, "entries": search_data(view.places), "messages": messages_of(("index.found", "index.none"))},
            is_wide=True,
            links=ClassLinks(self.catalog, INDEX),
            scripts=(read_modules("site_index.js"),),
        )
        return self.frame.prepare(parts)

    def _about(self) -> PreparedPage:
        words = {
            "as_of": spell_month(self.as_of),
            "included": plain_text(all_of([say(f"certainty.{one}") for one in sorted(self.include)])),
            "jurisdictions": about_jurisdictions(self.catalog),
            "map": MAP,
            "left_out": left_out_words(len(self.catalog.steps) - self._steps_told),
        }
        return self.frame.prepare(PageParts("site_about.html", ABOUT, say("about.heading"), words))

    @property
    def _steps_told(self) -> int:
        """How many steps of the catalog, those of peers apart, the map and its routes tell."""
        return sum(one.certainty is not Certainty.PEER for one in steps_used(self.catalog, self.include))

    def _glossary(self) -> PreparedPage:
        places = {spec.jurisdiction for spec in self.catalog.classes.values()}
        lede = [say("glossary.lede"), *(say(f"glossary.lede.{one}") for one in ("us-ct", "us-nd") if one in places)]
        words = {"sections": glossary_of(places), "lede": " ".join(lede)}
        return self.frame.prepare(PageParts("site_glossary.html", GLOSSARY, say("foot.glossary"), words))

    def _map(self) -> PreparedPage:
        drawn_from = self.records.of_classes(self.catalog.classes)
        made_from = digest_of(
            MAP, drawn_from, print_month(self.as_of), sorted(self.include), self.frame.letterhead, say("page.language")
        )
        render = partial(
            render_map,
            self.catalog,
            as_of=self.as_of,
            include=self.include,
            bar=self.frame.bar(MAP),
            letterhead=self.frame.letterhead,
            pages=ClassLinks(self.catalog, MAP),
        )
        return PreparedPage(made_from, render)
