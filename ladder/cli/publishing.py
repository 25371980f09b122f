"""What HR puts on the pages that ``ladder site`` and ``ladder map`` write: title, agency, contact, notice, logo."""

from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ladder.cli.options import INPUT, Decorated
from ladder.errors import BadCallError
from ladder.telling.messages import LANGUAGES, spoken_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder.catalog.catalog import Catalog
    from ladder.rendering.views.letterhead import Letterhead

_OPTIONS = (
    ("--title", "TEXT", "What the pages are called. Default: Career ladders."),
    ("--agency", "TEXT", "The agency whose pages they are; it stands in the bar at the top."),
    ("--contact", "TEXT", "Whom to ask, such as a telephone number; at the foot of every page."),
    ("--notice", "TEXT", "A sentence for the foot of every page."),
    ("--language", "CODE", "The language of the pages. English (en) alone ships."),
)


class Published(NamedTuple):
    """What was typed of the options; '' or None where nothing was."""

    title: str
    agency: str
    contact: str
    notice: str
    language: str
    logo: Path | None

    @contextmanager
    def head(self, catalog: "Catalog") -> "Iterator[Letterhead]":
        """Yield the letterhead of the pages and speak their language; what was typed wins over jurisdiction files.

        Raises:
            BadCallError: the logo is no picture that a page can hold, or the language does not ship.

        """
        from ladder.rendering.views.letterhead import Letterhead, read_logo  # noqa: PLC0415 - help must not pay for it

        named = sorted({spec.jurisdiction for spec in catalog.classes.values()})
        places = [catalog.jurisdiction(name) for name in named]
        logo = read_logo(self.logo.read_bytes()) if self.logo else ""
        language = self.language or next(
            (one.pages.language for one in places if one.pages and one.pages.language), "en"
        )
        if language not in LANGUAGES:
            ships = ", ".join(LANGUAGES)
            raise BadCallError(what=f"there are no pages in the language {language!r}", try_this=f"one of: {ships}")
        with spoken_in(LANGUAGES[language]):
            yield Letterhead(self.title, self.agency, self.contact, self.notice, logo).over(places)


def publishing_options(command: Decorated) -> Decorated:
    """Add the options; the command takes ``published``."""

    @wraps(command)
    def with_published(**given: Any) -> object:  # noqa: ANN401 - options of any kind
        typed = {name: given.pop(name) for name in Published._fields}
        return command(published=Published(**typed), **given)

    decorated = click.option(
        "--logo",
        type=INPUT,
        metavar="FILE",
        help="A picture for the bar, held in every page: PNG, JPEG, or SVG without script; at most 64 kB.",
    )(with_published)
    for option, metavar, told in reversed(_OPTIONS):
        decorated = click.option(option, metavar=metavar, default="", help=told)(decorated)
    return decorated
