"""Digests of the catalog's records, each made once."""

from collections.abc import Iterable
from functools import cached_property

from ladder.catalog.catalog import Catalog
from ladder.records import print_json
from ladder.rendering.site.fingerprints import digest_of_bytes


class RecordDigests:
    """The digests of the classes and jurisdictions of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Begin with none made."""
        self.catalog = catalog
        self._classes: dict[str, str] = {}

    def of_classes(self, class_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the digests of the classes in order of id, then that of all jurisdictions."""
        return (*(self._of_class(class_id) for class_id in sorted(class_ids)), self._of_jurisdictions)

    def _of_class(self, class_id: str) -> str:
        found = self._classes.get(class_id)
        if found is None:
            record = print_json(self.catalog.classes[class_id])
            found = self._classes[class_id] = digest_of_bytes(record.encode("utf-8"))
        return found

    @cached_property
    def _of_jurisdictions(self) -> str:
        records = sorted(map(print_json, self.catalog.jurisdictions.values()))
        return digest_of_bytes("\n".join(records).encode("utf-8"))
