"""The catalogs shipped with the package: the seeds of the project, and cities read from their own documents.

Each is one compiled file, loaded only when it is asked for by its name.
"""

import json
import os
from typing import TYPE_CHECKING, NoReturn, cast

from ladder.catalog.bundled_names import BUNDLED, SEEDS
from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import is_as_compiled, without_stamp
from ladder.catalog.trusted import make_record
from ladder.errors import BadFileError, Fault, FaultKind
from ladder.writing import note_input

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader
    from importlib.resources.abc import Traversable

BUNDLED_NAME = "bundled catalog"
_DATA_FOLDERS = ("data", "../data")
_INSTALL_AGAIN = "install career-ladder again, or name a catalog with --catalog"


def read_bundled(package: "Traversable | None" = None, *, name: str = SEEDS) -> CatalogRecord:
    """Return a catalog shipped with the package: in the wheel, or beside it in a checkout.

    It was validated when it was compiled, and is not validated again; that it is as it
    was compiled is looked at each time.

    Raises:
        BadFileError: neither is there, or the one that is was changed or cut.

    """
    file = BUNDLED[name]
    for folder in _DATA_FOLDERS:
        try:
            content = _beside_code(folder, file) if package is None else package.joinpath(folder, file).read_bytes()
        except OSError:
            continue
        if not is_as_compiled(content):
            _refuse(name, "the catalog that belongs to the program was changed or cut: its checksum does not fit")
        return make_record(CatalogRecord, json.loads(without_stamp(content)))
    return _refuse(name, "the catalog that belongs to the program is not there")


def _refuse(name: str, what: str) -> NoReturn:
    told = BUNDLED_NAME if name == SEEDS else f"{BUNDLED_NAME} {name}"
    raise BadFileError([Fault(told, 0, "", what, _INSTALL_AGAIN, FaultKind.FILE_UNREADABLE)])


def _beside_code(folder: str, file: str) -> bytes:
    """Return the file of the package's folder, or of its archive: as the package's own loader reads it."""
    home = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib takes longer to import than the catalog to read
    path = os.path.join(home, folder, file)  # noqa: PTH118
    content = cast("ResourceLoader", __spec__.loader).get_data(path)
    note_input(path)
    return content
