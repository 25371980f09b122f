"""The names of the catalogs shipped with the package, and their files; none is loaded for it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = "seeds"
"""The catalog that is used where none is named."""

BUNDLED: Mapping[str, str] = MappingProxyType(
    {
        SEEDS: "catalog.json",
        "los-angeles": "cities/los-angeles.json",
        "philadelphia": "cities/philadelphia.json",
    }
)
"""The files of the bundled catalogs below the folder of data, by their names."""


def is_bundled(path: "Path") -> bool:
    """Return whether a path given for a catalog is the name of a bundled one; a file or folder called so comes first.

    >>> from pathlib import Path
    >>> is_bundled(Path("philadelphia")), is_bundled(Path("my-city"))
    (True, False)
    """
    return str(path) in BUNDLED and not path.exists()
