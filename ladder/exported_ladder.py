"""The ladder in the format of another tool, as programs take it: files, a place to write them, what is lost."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ladder.errors import BadCallError
from ladder.plain_answers import Answers
from ladder.writing import make_folder, write_file

if TYPE_CHECKING:
    from ladder.exports.ladder_sheets import LadderSheets
    from ladder.exports.losses import Form


class Export:
    """The classes and the steps between them in one format; the same data gives the same bytes."""

    def __init__(self, form: "Form", sheets: "LadderSheets") -> None:
        """Keep the format, and what it is made of."""
        self.format = form.name
        self._form, self._sheets = form, sheets

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The files by their names: one, or two tables of csv and parquet.

        Raises:
            BadCallError: the format takes one class, or needs a library that is not installed.

        """
        return self._form.write(self._sheets)

    @property
    def text(self) -> str:
        """The one file as text.

        Raises:
            BadCallError: the format is two tables, or none that people can read.

        """
        if self._form.is_folder or not self._form.is_text:
            raise BadCallError(what=f"{self.format} is no single text", try_this="take .files, or .write(place)")
        return next(iter(self.files.values())).decode("utf-8")

    @cached_property
    def losses(self) -> Answers:
        """What the format cannot hold, a row a value, as ``ladder export --losses`` lists it."""
        from ladder.exports.losses import loss_table, losses_json  # noqa: PLC0415 - files do not pay

        lost = tuple(self._form.losses(self._sheets))
        return Answers(losses_json(self._form, lost), "losses", loss_table(lost))

    def write(self, place: Path | str) -> Path:
        """Write the file, or both tables of csv and parquet into a folder, and return its path.

        Raises:
            CannotWriteError: it cannot be written; the old file, if any, is untouched.
            BadCallError: as in :attr:`files`.

        """
        target = Path(place)
        if not self._form.is_folder:
            write_file(target, next(iter(self.files.values())))
            return target
        files = self.files
        make_folder(target)
        for name, content in files.items():
            write_file(target / name, content)
        return target

    def to_dict(self) -> dict[str, Any]:
        """Return what the format cannot hold, as ``ladder export --losses --json`` tells it."""
        return self.losses.to_dict()

    def __repr__(self) -> str:
        """Return one line: the format, and how much it is made of."""
        counts = ", ".join(f"{len(sheet.rows)} {sheet.name}" for sheet in self._sheets.both())
        return f"Export({self.format}: {counts})"

    def _repr_html_(self) -> str:
        """Return the line as a small table, escaped."""
        from ladder.rendering.templates import fill_template  # noqa: PLC0415 - for notebooks only

        rows = [(sheet.name, len(sheet.rows)) for sheet in self._sheets.both()]
        return fill_template("notebook_table.html", caption=repr(self), headings=("table", "rows"), rows=rows)
