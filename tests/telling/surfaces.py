"""Every surface that tells the record of a class, as plain words: what a person reads there."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from ladder.catalog.catalog import Catalog
from ladder.cli.show import class_in_words
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.rendering.ladder_map import render_map
from ladder.rendering.reading_sheet.sheet import render_sheet
from ladder.rendering.reports.class_reports import render_class_report
from ladder.rendering.site.addresses import class_page
from ladder.rendering.site.all_pages import site_pages
from ladder.service_time import read_month
from tests.rendering.packed import map_data
from tests.rendering.report_pages import words_of
from tests.telling.cases import DOCUMENT

AS_OF = read_month("2026-11")


def show(catalog: Catalog, class_id: str) -> str:
    return _flat(class_in_words(catalog, catalog.classes[class_id]))


def page_of_site(catalog: Catalog, class_id: str) -> str:
    wanted = class_page(class_id)
    page = next(one for one in site_pages(catalog, as_of=AS_OF) if one.path == wanted).prepare().render()
    return words_of(re.sub(r"<script.*?</script>", " ", page, flags=re.DOTALL))


def report(catalog: Catalog, class_id: str) -> str:
    return words_of(render_class_report(catalog, class_id, as_of=AS_OF, with_map=False))


def review_sheet(catalog: Catalog, class_id: str) -> str:
    spec = catalog.classes[class_id]
    printed = {other.class_id: other.title for other in catalog.classes.values()}
    reading = Reading(document=Document(DOCUMENT, "text\n" * 50), jurisdiction="us-xx", record=spec, printed=printed)
    return words_of(render_sheet([reading]))


@cache
def _map_page(catalog: Catalog) -> str:
    return render_map(catalog, as_of=AS_OF)


def card(catalog: Catalog, class_id: str) -> str:
    """Return what the card of the class says, the steps that it links, and the notes under the drawing."""
    page = _map_page(catalog)
    found = re.search(rf'<article id="c-{class_id}">.*?</article>', page, re.DOTALL)
    assert found
    linked = [_step(page, int(place)) for place in re.findall(r'href="#s-(\d+)"', found[0])]
    return _words(_head(page), found[0], *linked)


def map_details(catalog: Catalog, class_id: str) -> str:
    """Return what the page's script shows of a class that is chosen, and the notes under the map."""
    page = _map_page(catalog)
    data = map_data(page)
    told = next(one for one in data["classes"] if one["id"] == class_id)
    onward = [place for place, step in enumerate(data["steps"]) if step["from"] == class_id]
    steps = [_step(page, place) for place in [one for one, _ in told["into"]] + onward]
    return _flat(" ".join([_words(_head(page), *steps), told["name"], card(catalog, class_id)]))


def _head(page: str) -> str:
    """Return the notes that stand under the drawing."""
    return " ".join(re.findall(r'<p class="note"><strong>.*?</p>|<p class="note"><strong>[^\n]*', page))


def _step(page: str, place: int) -> str:
    found = re.search(rf'<li id="s-{place}">(.*?)<i>', page, re.DOTALL)
    assert found
    return found[1]


def _words(*html: str) -> str:
    return words_of("<body>" + " ".join(html))


def _flat(text: str) -> str:
    return " ".join(text.split())


SURFACES: Mapping[str, Callable[[Catalog, str], str]] = {
    "show": show,
    "site": page_of_site,
    "report": report,
    "review sheet": review_sheet,
    "card": card,
    "map details": map_details,
}
