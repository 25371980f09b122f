"""A page a class: its surroundings drawn, its whole record in words, and the same as linked data."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.rendering.class_views import ClassPages
from ladder.rendering.site.addresses import INDEX, MAP, ClassLinks, class_page, group_page, link_between, series_page
from ladder.rendering.site.frame import Crumb, PageParts, SiteFrame
from ladder.rendering.site.record_digests import RecordDigests
from ladder.rendering.site.site_folder import PreparedPage
from ladder.rendering.views.groups import words_of_group
from ladder.rendering.views.linked_data import linked_data
from ladder.specification import ClassSpecification
from ladder.telling.messages import say


class MapLinks(NamedTuple):
    """Links to the map: to the class on it, to My path with the class as its aim, and to a route that begins in it."""

    shown: str
    wanted: str
    held: str


_ASKED = MapLinks(shown="class", wanted="aim", held="from")
"""What the map calls each in its own links."""


def prepare_class_page(pages: ClassPages, records: RecordDigests, frame: SiteFrame, class_id: str) -> PreparedPage:
    """Return the page of a class."""
    catalog, path = pages.catalog, class_page(class_id)
    spec = catalog.classes[class_id]
    links = ClassLinks(catalog, path)
    touching = (*catalog.steps_into(class_id), *catalog.steps_from(class_id))
    return frame.prepare(
        PageParts(
            "site_class.html",
            path,
            f"{spec.title} ({class_id})",
            {"view": pages.view(class_id), "map": _map_links(path, class_id)},
            crumbs=(*place_crumbs(catalog.jurisdiction(spec.jurisdiction), path), *_crumbs(spec, path)),
            place=catalog.jurisdiction(spec.jurisdiction).name,
            is_wide=True,
            links=links,
            late=lambda: {
                "linked_data": linked_data(catalog, class_id, links),
            },
            late_from=records.of_classes({class_id}.union(*((one.feeder_class, one.target_class) for one in touching))),
        )
    )


def _map_links(path: str, class_id: str) -> MapLinks:
    """Return the links to the map, which hold the class and nothing else."""
    page = link_between(path, MAP)
    return MapLinks(*(f"{page}#{urlencode({name: class_id})}" for name in _ASKED))


def _crumbs(spec: ClassSpecification, path: str) -> Iterator[Crumb]:
    if spec.series:
        target = series_page(spec.jurisdiction, spec.series.name)
        yield Crumb(spec.series.name, link_between(path, target))
    elif spec.occupational_group:
        target = group_page(spec.jurisdiction, spec.occupational_group)
        yield Crumb(words_of_group(spec.occupational_group), link_between(path, target))
    yield Crumb(spec.title)


def place_crumbs(jurisdiction: Jurisdiction, path: str) -> tuple[Crumb, ...]:
    """Return the way from the index to the classes of a jurisdiction."""
    index = link_between(path, INDEX)
    return Crumb(say("bar.classes"), index), Crumb(jurisdiction.name, f"{index}#in-{jurisdiction.id}")
