"""Which two catalogs are compared: two that are named, or one as it was before a month and as it is."""

from pathlib import Path

from ladder.catalog.catalog import Catalog
from ladder.catalog.dated import read_dated
from ladder.catalog.loading import load_catalog
from ladder.errors import BadCallError
from ladder.present import present_month
from ladder.revisions.differences import Compared
from ladder.service_time import Month, read_month

_YEAR = len("2015")


def read_since(text: str) -> Month:
    """Return the month of ``2015-07``, or the first of the year ``2015``.

    Raises:
        BadCallError: it is neither.

    """
    try:
        return read_month(f"{text}-01" if len(text) == _YEAR else text)
    except ValueError as error:
        raise BadCallError(what=str(error), try_this="write a year or a month, such as 2015 or 2015-07") from None


def read_pair(before: Path | None, after: Path | None, *, since: Month | None, as_of: Month | None) -> Compared:
    """Return two catalogs, or one catalog in two months: the month before ``since``, and ``as_of`` or now.

    Raises:
        BadCallError: there are neither two catalogs nor one and a month.
        BadFileError: a file cannot be used, or dates have gaps or overlaps.

    """
    if since is not None and after is None:
        dated = read_dated(before)
        month = present_month() if as_of is None else as_of
        return Compared(dated.catalog_at(Month(since - 1)), dated.catalog_at(month))
    if since is not None or after is None:
        what = "two catalogs are compared, or one with what it was before a month"
        raise BadCallError(what=what, try_this="name A and B, or one catalog and --since MONTH")
    return Compared(_at(before, as_of), _at(after, as_of))


def _at(path: Path | None, as_of: Month | None) -> Catalog:
    return load_catalog(path) if as_of is None else read_dated(path).catalog_at(as_of)
