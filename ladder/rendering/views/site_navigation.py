"""The way from one page of the site to the others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One entry of the navigation: its name, its link, and whether it is the page itself."""

    name: str
    link: str
    is_here: bool
