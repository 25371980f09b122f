"""What planners ask of a catalog from Python: the whole ladder, what changed, many people at once."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ladder.catalog.catalog import Catalog
from ladder.errors import BadCallError
from ladder.paths.starts import on_day_one
from ladder.plain_answers import Answers, Tables
from ladder.present import present_month
from ladder.service_time import Month, read_month

if TYPE_CHECKING:
    from ladder.answer_tables import Table
    from ladder.roster.reading_roster import RosterRead
    from ladder.roster.table_files import RosterFiles
    from ladder.roster_answers import RosterTables
    from ladder.roster_tables import AnyRead

    RosterPlain: TypeAlias = Mapping[str, Table]

Names = str | Iterable[str]
"""One name, or several."""
AnyLayout: TypeAlias = Mapping[str, Any] | Path | str | None
"""A layout that is shipped, a file, or a dictionary; None for the columns of the template."""


class PlannerQuestions:
    """A catalog, and where it came from: None for the bundled data."""

    where: Path | None
    catalog: Catalog

    def analyse(self, about: str | None = None, *, measures: Names = (), as_of: str | None = None) -> Answers:
        """Return the whole ladder measured, a row a finding, as ``ladder analyse`` tells it; of one class if named.

        ``measures`` are names such as "gatekeeper"; without one there are all.

        Raises:
            LadderError: the class is not there, or there is no such measure.

        """
        from ladder.analysis_tables import analysis_json, analysis_table, read_measures  # noqa: PLC0415 - as above
        from ladder.measures.analysis import analyse_ladder  # noqa: PLC0415
        from ladder.telling.told_findings import ToldFindings  # noqa: PLC0415

        month = month_or_present(as_of)
        class_id = None if about is None else self.id_of(about)
        whole = analyse_ladder(on_day_one(self.catalog, month))
        shown = whole.chosen(class_id, read_measures(names_of(measures)))
        told = analysis_json(ToldFindings(self.catalog, whole), shown, as_of=month, class_id=class_id)
        return Answers(told, "findings", analysis_table(ToldFindings(self.catalog, shown)))

    def diff(
        self,
        other: "PlannerQuestions | Path | str | None" = None,
        *,
        since: str | None = None,
        as_of: str | None = None,
    ) -> Answers:
        """Return what changed from this catalog to another, or in this one ``since`` a month, as ``ladder diff`` does.

        Raises:
            LadderError: there is neither another catalog nor a month, or a file cannot be used.

        """
        from ladder.catalog.bundled_names import SEEDS  # noqa: PLC0415 - other questions do not pay
        from ladder.revision_tables import diff_json, diff_table  # noqa: PLC0415
        from ladder.revisions.pairs import read_pair, read_since  # noqa: PLC0415
        from ladder.telling.told_revisions import ToldDifferences  # noqa: PLC0415

        month = None if since is None else read_since(since)
        after = (
            other.where or Path(SEEDS)
            if isinstance(other, PlannerQuestions)
            else None
            if other is None
            else Path(other)
        )
        pair = read_pair(self.where, after, since=month, as_of=month_of(as_of))
        told = ToldDifferences(pair, pair.differences())
        headline = told.headline(names=(str(self.where or SEEDS), str(after or "")), since=month)
        return Answers(diff_json(told, headline=headline), "changes", diff_table(told))

    def whatif(
        self,
        changes: Path | str | None = None,
        *,
        set: Names = (),  # noqa: A002 - the word of the command
        drop: Names = (),
        jobs: Path | str | None = None,
        people: Path | str | None = None,
        layout: AnyLayout = None,
        as_of: str | None = None,
    ) -> Tables:
        """Return what changes would do, as ``ladder whatif`` does: ``.classes``, ``.ladders``, ``.pool`` of a roster.

        ``changes`` is a file; ``set`` and ``drop`` are the words of the options, such as
        "us-nd/0444#special=6" and "us-nd/0444#special". ``jobs`` and ``people`` are tables.

        Raises:
            LadderError: nothing is changed, a class or requirement is not there, or a file has faults.

        """
        from ladder.revision_tables import tell_scenarios, what_if_json, what_if_tables  # noqa: PLC0415 - as above
        from ladder.revisions.proposals import read_all  # noqa: PLC0415

        file = None if changes is None else Path(changes)
        asked = read_all(file, names_of(set), names_of(drop), self.catalog)
        roster = None if jobs is None else _read(_files_of(jobs, people), layout, as_of, catalog=self.catalog).roster
        month = roster.as_of if roster else month_or_present(as_of)
        found = tell_scenarios(asked, self.catalog, month, roster)
        return Tables(what_if_json(found), what_if_tables(found))

    def roster(  # noqa: PLR0913 - a roster has many words, as on the command line
        self,
        jobs: Path | str,
        people: Path | str | None = None,
        *,
        layout: AnyLayout = None,
        rulings: Path | str | None = None,
        as_of: str | None = None,
        persons: bool = False,
        publish: bool = False,
        skip_bad: bool = False,
        keep: Path | str | None = None,
        workers: int = 1,
    ) -> "RosterTables":
        """Return the tables of many employees, as ``ladder roster`` makes them: ``.bench``, ``.feeders`` and so on.

        ``jobs`` is a table in CSV, XLSX or Parquet, or a workbook with the sheets jobs and
        people where ``people`` is None; or both are folders of Parquet files that hold whole
        employees: ``workers`` processes evaluate them, and finished ones are kept in the
        folder ``keep``. ``layout`` is one shipped, a file, or a dictionary. ``.persons`` is
        there only where it is asked for; ``.rejected`` lists the rows that ``skip_bad`` left
        out. With ``publish`` small counts are "<5", and nothing tells of persons or rows.
        ``.page()`` is the bench as a page.

        Raises:
            RosterRefusedError: a table cannot be used; or a row has faults that are not skipped.
            BadFileError: a file is not there, or a layout or the rulings have faults.
            BadCallError: persons are to be published, or what is for folders is asked of files.

        """
        from ladder.roster.rulings import read_rulings, with_rulings  # noqa: PLC0415 - other questions do not pay
        from ladder.roster_answers import RosterTables  # noqa: PLC0415
        from ladder.roster_tables import first_snapshot, rulings_table, tables_json  # noqa: PLC0415

        if publish and persons:
            raise BadCallError(what="what tells of persons is not published", try_this="give publish alone")
        ruled = () if rulings is None else read_rulings(Path(rulings), self.catalog)
        catalog = with_rulings(ruled, self.catalog)
        asked = _Asked(as_of, persons, publish, skip_bad, None if keep is None else Path(keep), workers)
        read, tables = _told(_files_of(jobs, people), layout, asked, catalog)
        found = {**tables, **rulings_table(ruled)}
        return RosterTables(
            tables_json(found, ruled),
            found,
            catalog=catalog,
            as_of=read.as_of,
            known_from=first_snapshot(read),
            is_published=publish,
        )

    def id_of(self, text: str) -> str:
        """Return the id of the class that a text names.

        Raises:
            UnknownClassError: no class answers, or several do.

        """
        return self.catalog.find_class(text).class_id


class _Asked(NamedTuple):
    """What is asked of a roster, by the words of :meth:`PlannerQuestions.roster`."""

    as_of: str | None
    persons: bool
    publish: bool
    skip_bad: bool
    keep: Path | None
    workers: int


def _files_of(jobs: Path | str, people: Path | str | None) -> "RosterFiles":
    from ladder.roster.table_files import files_of  # noqa: PLC0415 - other questions do not pay

    return files_of(Path(jobs), None if people is None else Path(people))


def _told(files: "RosterFiles", layout: AnyLayout, asked: _Asked, catalog: Catalog) -> "tuple[AnyRead, RosterPlain]":
    """Return what was read of a roster, and its tables."""
    from ladder.roster.layout_files import layout_of  # noqa: PLC0415 - other questions do not pay
    from ladder.roster.parted import PartsAsked, read_parts  # noqa: PLC0415
    from ladder.roster.table_files import is_parted  # noqa: PLC0415
    from ladder.roster_tables import evaluated_tables, parted_tables  # noqa: PLC0415

    if is_parted(files):
        words = PartsAsked(
            layout_of(layout),
            month_of(asked.as_of),
            present_month(),
            skip_bad=asked.skip_bad,
            persons=asked.persons,
            keep=asked.keep,
            workers=asked.workers,
        )
        found = read_parts(files, catalog, words)
        return found.read, parted_tables(found, catalog, publishes=asked.publish)
    if asked.keep is not None or asked.workers != 1:
        raise BadCallError(
            what="keep and workers are for a roster in parts",
            try_this="give folders of Parquet files as jobs and people",
        )
    read = _read(files, layout, asked.as_of, catalog=catalog, skip_bad=asked.skip_bad)
    return read, evaluated_tables(read, catalog, persons=asked.persons, publishes=asked.publish)


def _read(
    files: "RosterFiles", layout: AnyLayout, as_of: str | None, *, catalog: Catalog, skip_bad: bool = False
) -> "RosterRead":
    from ladder.roster.layout_files import layout_of  # noqa: PLC0415 - other questions do not pay
    from ladder.roster.reading_roster import read_roster  # noqa: PLC0415

    month, today = month_of(as_of), present_month()
    return read_roster(files, catalog, layout_of(layout), as_of=month, today=today, skip_bad=skip_bad)


def names_of(given: Names) -> tuple[str, ...]:
    """Return one name, or several, as several."""
    return (given,) if isinstance(given, str) else tuple(given)


def month_of(text: str | None) -> Month | None:
    """Return the month of a text; None for None.

    Raises:
        BadCallError: it is none.

    """
    try:
        return None if text is None else read_month(str(text))
    except ValueError as error:
        raise BadCallError(what=str(error), try_this="as_of is a month such as '2026-11'") from None


def month_or_present(text: str | None) -> Month:
    """Return the month of a text, the present one for None."""
    month = month_of(text)
    return present_month() if month is None else month
