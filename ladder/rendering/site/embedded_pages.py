"""What an intranet page can hold of a class: a small card without script, and its small ladder as a picture."""

from collections.abc import Iterator
from functools import partial

from ladder.rendering.class_views import ClassPages
from ladder.rendering.layout.mini_ladders import MiniLadder
from ladder.rendering.site.addresses import class_page, embedded_card, embedded_picture, link_between
from ladder.rendering.site.fingerprints import digest_of
from ladder.rendering.site.frame import PageParts, SiteFrame
from ladder.rendering.site.site_folder import PreparedPage, SitePage
from ladder.rendering.templates import fill_template
from ladder.telling.messages import say

_STYLES = ("house.css", "embedded_card.css")


def embedded_pages(pages: ClassPages, frame: SiteFrame, class_id: str) -> Iterator[SitePage]:
    """Yield the card of a class, and the picture of its ladder where a step leads to it."""
    yield SitePage(embedded_card(class_id), partial(_card, pages, frame, class_id))
    if any(pages.steps_told(class_id)):
        yield SitePage(embedded_picture(class_id), partial(_picture, pages, class_id))


def _card(pages: ClassPages, frame: SiteFrame, class_id: str) -> PreparedPage:
    path, view = embedded_card(class_id), pages.view(class_id)
    words = {"view": view, "page": link_between(path, class_page(class_id))}
    return frame.prepare(PageParts("embedded_card.html", path, view.title, words, styles=_STYLES))


def _picture(pages: ClassPages, class_id: str) -> PreparedPage:
    ladder = pages.view(class_id).ladder
    made_from = digest_of("embedded_ladder.svg", ladder, say("page.language"))
    return PreparedPage(made_from, partial(_draw, ladder))


def _draw(ladder: MiniLadder | None) -> str:
    return fill_template("embedded_ladder.svg", ladder=ladder)
