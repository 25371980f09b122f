"""Career ladders of public service, read exactly from class specifications.

The package answers one question: by arithmetic on what a profile declares, from
which month are the minimum qualifications of a class met, by which route, and on
which conditions that only a person can decide?

>>> import ladder
>>> ladder.load().path("us-nd/0441", "Customer Service Consultant", as_of="2026-11").best.status
'after'
"""

from typing import TYPE_CHECKING

from ladder.errors import LadderError
from ladder.release import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from ladder.workbench import Catalog

__all__ = ["LadderError", "load"]
__version__ = VERSION


def load(path: "Path | str | None" = None, *, as_of: str | None = None) -> "Catalog":
    """Return the catalog at the path, to put questions to; the bundled data where none is named.

    A folder holds class specifications as YAML; any other file is a compiled catalog. Where
    the folder holds several specifications of a class, by date, those in force in the month
    ``as_of`` (such as "2026-11") count, or now.

    Raises:
        LadderError: a file cannot be used, or the records do not fit together.

    """
    from ladder.workbench import Catalog  # noqa: PLC0415 - to import ladder costs nothing until a catalog is loaded

    return Catalog(path, as_of=as_of)
