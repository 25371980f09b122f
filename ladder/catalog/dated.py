"""A catalog as of a month: the specifications in force then, and no other."""

from pathlib import Path
from typing import NamedTuple

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.files import FilesRead, read_leniently
from ladder.catalog.record_faults import find_faults
from ladder.catalog.versions import InForce, in_force, versions_of
from ladder.errors import BadFileError, Fault, FaultKind
from ladder.record_files import LocatedRecord
from ladder.service_time import Month

_BY_DATE = frozenset({FaultKind.CODE_DUPLICATE, FaultKind.REFERENCE_DANGLING, FaultKind.RULING_NOWHERE})
"""Faults between records that tell nothing before it is settled which of them are in force."""


class DatedCatalog(NamedTuple):
    """All specifications of a catalog, of whatever date."""

    files: FilesRead

    @property
    def is_history(self) -> bool:
        """Whether some class has specifications that begin at different times."""
        versions = versions_of(self.files.classes).values()
        return any(len({one.first_day for one in some}) > 1 for some in versions)

    def catalog_at(self, month: Month) -> Catalog:
        """Return the catalog of what is in force in a month; what begins later is as if it were not there.

        Raises:
            BadFileError: a file has faults; between dates of specifications that have
                begun are gaps or overlaps; or the records do not fit together. All are named.

        """
        jurisdictions = [one.record for one in self.files.jurisdictions]
        found = in_force(self.files.classes, jurisdictions, month)
        faults = [one for one in self.files.faults if one.kind not in _BY_DATE]
        faults += found.faults or _faults_between(found)
        if faults:
            raise BadFileError(faults)
        return Catalog(CatalogRecord(jurisdictions=found.jurisdictions, classes=found.classes))


def _faults_between(found: InForce) -> tuple[Fault, ...]:
    classes = [LocatedRecord(spec, "", name=spec.class_id) for spec in found.classes]
    return find_faults(classes, [LocatedRecord(one, "", name=one.id) for one in found.jurisdictions])


def read_dated(path: Path | None) -> DatedCatalog:
    """Return the specifications at a path, those of the bundled data where none is named.

    Raises:
        BadFileError: there is nothing to read; faults of single files wait for ``catalog_at``.

    """
    files = read_leniently(path)
    if not files.classes and files.faults:
        raise BadFileError(files.faults)
    return DatedCatalog(files)


def find_history(path: Path) -> DatedCatalog | None:
    """Return the specifications at a path if some class has several, by date; else None."""
    dated = read_dated(path)
    return dated if dated.is_history else None
