"""What ``pyproject.toml`` says that ladder needs, read and never typed again."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.house.tracked import ROOT

RUN_TIME_EXTRAS = ("documents",)
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?P<bounds>[^;\[\]]*)")
_LOWEST = re.compile(r"(?:>=|==)\s*(?P<version>[0-9][0-9.]*)")


class Project(NamedTuple):
    """The table ``project`` of ``pyproject.toml``: its name on an index, its version, what it needs."""

    name: str
    version: str
    lowest_python: str
    needs: tuple[str, ...]

    @property
    def wheel_name(self) -> str:
        """The name as it stands in front of the names of wheels and source distributions."""
        return re.sub(r"[-_.]+", "_", self.name).lower()


def read_project(file: Path = ROOT / "pyproject.toml", *, extras: Iterable[str] = RUN_TIME_EXTRAS) -> Project:
    """Return the project, with what it needs at run time and what the extras add."""
    table = tomllib.loads(file.read_text("utf-8"))["project"]
    needs = [*table["dependencies"], *(one for extra in extras for one in table["optional-dependencies"][extra])]
    return Project(table["name"], table["version"], table["requires-python"].removeprefix(">="), tuple(needs))


def lowest_pins(needs: Iterable[str]) -> list[str]:
    """Return a pin of the lowest version that each requirement takes.

    >>> lowest_pins(["click>=8.1", "pyvis==0.3.2"])
    ['click==8.1', 'pyvis==0.3.2']
    """
    return [_lowest_pin(need) for need in needs]


def _lowest_pin(need: str) -> str:
    """Return the pin of one requirement.

    Raises:
        ValueError: it states no lowest version, so that any version would have to do.

    """
    found = _REQUIREMENT.fullmatch(need)
    lowest = _LOWEST.search(found["bounds"]) if found else None
    if found is None or lowest is None:
        message = f"{need!r} states no lowest version: write 'name>=version', the lowest that was tried"
        raise ValueError(message)
    return f"{found['name']}=={lowest['version']}"
