"""Catalogs from where they are kept: the bundled data, a folder of YAML, one compiled file."""

from typing import TYPE_CHECKING

from ladder.catalog.bundled import read_bundled
from ladder.catalog.bundled_names import is_bundled
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.errors import BadFileError, FaultKind

if TYPE_CHECKING:
    from pathlib import Path

    from ladder.service_time import Month


def load_catalog(path: "Path | None" = None, *, as_of: "Month | None" = None) -> Catalog:
    """Return the catalog at the path; the bundled data where none is named.

    A folder holds ``<jurisdiction>/*.yaml`` with a ``jurisdiction.yaml`` each, or the
    files of one jurisdiction. Any other file is a compiled catalog. Where there is none of
    the name, it may be that of a bundled catalog (``ladder.catalog.bundled.BUNDLED``). Of a
    folder that holds several specifications of a class by date, those in force in the month count, or
    in the present one.

    Raises:
        BadFileError: a file cannot be used, or the records do not fit together; every
            fault is listed.

    """
    try:
        return Catalog(read_catalog(path))
    except BadFileError as error:
        if path is None or not any(one.kind is FaultKind.CODE_DUPLICATE for one in error.faults):
            raise
        from ladder.catalog.dated import find_history  # noqa: PLC0415 - most catalogs hold one version of a class
        from ladder.present import present_month  # noqa: PLC0415

        history = find_history(path)
        if history is None:
            raise
        return history.catalog_at(present_month() if as_of is None else as_of)


def read_catalog(path: "Path | None" = None) -> CatalogRecord:
    """Return all records of the catalog at the path, in order of class id.

    Raises:
        BadFileError: as :func:`load_catalog`.

    """
    if path is None:
        return read_bundled()
    if is_bundled(path):
        return read_bundled(name=str(path))
    from ladder.catalog.files import read_catalog_files  # noqa: PLC0415 - the bundled data does not need it

    return read_catalog_files(path)
