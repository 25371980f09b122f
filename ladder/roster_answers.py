"""The tables of a roster as programs and notebooks take them, and the bench as a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ladder.answer_tables import Table
from ladder.catalog.catalog import Catalog
from ladder.plain_answers import Tables
from ladder.service_time import Month, print_month
from ladder.telling.messages import say
from ladder.writing import write_file


@dataclass(frozen=True, slots=True)
class BenchPage:
    """The bench as a page, to write to a file; a notebook shows it in a frame."""

    page: str = field(repr=False)
    classes: int
    as_of: str

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own that can reach nothing around it, but saves its table and prints."""
        from ladder.rendering.templates import fill_frame  # noqa: PLC0415 - for notebooks only

        return fill_frame(self.page, title=say("bench.title"), allows="allow-downloads allow-modals")

    def write(self, path: Path | str) -> Path:
        """Write the page to the file as UTF-8, whole or not at all, for its owner alone, and return its path.

        Raises:
            CannotWriteError: the file cannot be written; the old one, if any, is untouched.

        """
        write_file(target := Path(path), self.page.encode("utf-8"), private=True)
        return target


class RosterTables(Tables):
    """The tables of a roster, each an attribute by its name: ``.bench``, ``.feeders`` and so on."""

    __slots__ = ("_as_of", "_catalog", "_is_published", "_known_from")

    def __init__(
        self,
        told: Mapping[str, object],
        tables: Mapping[str, Table],
        *,
        catalog: Catalog,
        as_of: Month,
        known_from: Month | None,
        is_published: bool,
    ) -> None:
        """Keep the tables, and what the page of the bench is made of."""
        super().__init__(told, tables)
        self._catalog, self._is_published = catalog, is_published
        self._as_of, self._known_from = as_of, known_from

    def page(self) -> BenchPage:
        """Return the bench as a page, what ``ladder roster --html`` writes."""
        from ladder.rendering.reports.bench_report import render_bench_report  # noqa: PLC0415 - tables do not pay

        page = render_bench_report(
            self._tables,
            as_of=self._as_of,
            catalog=self._catalog,
            is_published=self._is_published,
            known_from=self._known_from,
        )
        return BenchPage(page, len(self._tables["bench"].rows), print_month(self._as_of))
