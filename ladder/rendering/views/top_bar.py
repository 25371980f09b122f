"""The bar at the top of every page: whose page it is, the way to the others, the search."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ladder.telling.messages import say


class Stop(StrEnum):
    """Where the bar leads, in its order; each has a name in the catalog of messages and an icon."""

    EXPLORE = "explore"
    MY_PATH = "my_path"
    CLASSES = "classes"
    BENCH = "bench"
    COUNTED = "counted"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class BarEntry:
    """One way of the bar: its icon, its name, its link.

    ``current`` is what ``aria-current`` says: ``page`` for the page itself, ``true`` for the part of the
    site that the page belongs to, else nothing. An entry that ``waits`` is shown once the page's script
    is at work.
    """

    stop: Stop
    link: str
    current: str = ""
    waits: bool = False

    @property
    def name(self) -> str:
        """The words of the entry."""
        return say(f"bar.{self.stop}")


@dataclass(frozen=True, slots=True)
class TopBar:
    """What the bar shows; its title is the heading of a page that has no other (``is_heading``).

    ``home`` is where the title leads, ``find`` the page that has the search; a page that has the search in its
    bar says so (``has_search``). ``is_lone`` where all of it leads within one page.
    ``logo`` is the address that holds a picture, in the place of our own mark.
    """

    title: str
    place: str
    entries: tuple[BarEntry, ...]
    home: str = ""
    find: str = ""
    has_search: bool = False
    is_heading: bool = False
    is_lone: bool = False
    logo: str = ""


def place_words(names: Iterable[str]) -> str:
    """Return where classes are, from the name of each one's jurisdiction: up to three by name, more by their number.

    >>> place_words(["North Dakota", "Connecticut", "North Dakota"])
    'Connecticut, North Dakota'
    >>> place_words("abcd")
    '4 jurisdictions'
    """
    told = sorted(set(names))
    most = 3
    return ", ".join(told) if len(told) <= most else say("bar.jurisdictions", count=f"{len(told):,}")


def lone_bar(title: str, place: str, logo: str = "") -> TopBar:
    """Return the bar of a map page that stands alone: it leads within the page."""
    entries = (
        BarEntry(Stop.EXPLORE, "#map", "true"),
        BarEntry(Stop.MY_PATH, "#my-path", waits=True),
        BarEntry(Stop.CLASSES, "#words"),
        BarEntry(Stop.ABOUT, "#about"),
    )
    return TopBar(title, place, entries, has_search=True, is_heading=True, is_lone=True, logo=logo)


def bench_bar(place: str) -> TopBar:
    """Return the bar of a bench page, which stands alone: it leads within the page."""
    entries = (BarEntry(Stop.BENCH, "#bench", "page"), BarEntry(Stop.COUNTED, "#counted"))
    return TopBar(say("map.title"), place, entries, has_search=True, is_lone=True)
