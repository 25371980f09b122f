"""Bad input of every kind: told all at once by row and column, never by what a cell says, or left out where asked."""

import csv
import sys
from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog
from ladder.errors import BadCallError, BadFileError
from ladder.histories import ANOTHER_CLASS
from ladder.records import AnyRecord, make_unchecked
from ladder.roster import batches, jobs_table, row_faults, table_columns
from ladder.roster.batches import LONGEST_CELL
from ladder.roster.classes_named import candidates_for
from ladder.roster.column_lists import ListWork
from ladder.roster.reading_roster import read_roster
from ladder.roster.reading_rules import find_column_work
from ladder.roster.row_faults import FaultCode, RosterRefusedError
from ladder.roster.table_files import RosterFiles
from ladder.roster_layouts import Ends, Fte, FteUnit, JobColumns, Layout, Mode, Snapshots, Statuses
from tests.roster.rosters import AS_OF, read_rows, seeds, write_rows

GOOD = {"employee": "e1", "class": "us-nd/0441", "start": "2020-01-01"}
EFFECTIVE = Layout(mode=Mode.EFFECTIVE)
EFFECTIVE_BY_STATUS = Layout(mode=Mode.EFFECTIVE, statuses=Statuses(service=("A",), none=("T",)))
SNAPSHOTS = Layout(mode=Mode.SNAPSHOTS, snapshots=Snapshots(every_months=12, month_of_year=6))

Row = dict[str, str]

BAD_CELLS = {
    "class not found": ({"class": "Customer Service Representant"}, "class", FaultCode.CLASS_UNKNOWN, "Representative"),
    "nothing near": ({"class": "zzzz"}, "class", FaultCode.CLASS_UNKNOWN, "ladder classes"),
    "code without its zero": ({"class": "441"}, "class", FaultCode.CODE_WITHOUT_ZERO, "code_digits: 4"),
    "no class at all": ({"class": ""}, "class", FaultCode.CLASS_MISSING, "code or title"),
    "title of no class": ({"class": "", "title": "zzzz"}, "class", FaultCode.CLASS_UNKNOWN, "ladder classes"),
    "nobody": ({"employee": ""}, "employee", FaultCode.EMPLOYEE_MISSING, "id"),
    "no start": ({"start": ""}, "start", FaultCode.DATE_MISSING, "day or month"),
    "no date": ({"start": "spring"}, "start", FaultCode.DATE_UNREAD, "YYYY-MM-DD"),
    "no such day": ({"start": "2021-02-30"}, "start", FaultCode.DATE_UNREAD, "YYYY-MM-DD"),
    "month and day in some order": ({"start": "03/04/2021"}, "start", FaultCode.DATE_ORDER, "'D/M/YYYY'"),
    "day that tells the order": ({"start": "25/12/2021"}, "start", FaultCode.DATE_ORDER, "dates: ['D/M/YYYY']"),
    "year of two digits": ({"start": "3/4/21"}, "start", FaultCode.DATE_TWO_DIGIT_YEAR, "two_digit_years_from"),
    "number of a spreadsheet": ({"start": "44197"}, "start", FaultCode.DATE_IS_A_NUMBER, "EXCEL"),
    "year 2202": ({"start": "2202-01-01"}, "start", FaultCode.DATE_OUT_OF_RANGE, "as it was"),
    "9999": ({"end": "9999"}, "end", FaultCode.DATE_OUT_OF_RANGE, "open_ends"),
    "9999-12-31": ({"end": "9999-12-31"}, "end", FaultCode.DATE_OUT_OF_RANGE, "open_ends"),
    "end before start": ({"end": "2019-12-30"}, "end", FaultCode.DATES_REVERSED, "ended"),
    "FTE 0": ({"fte": "0"}, "fte", FaultCode.FTE_OUT_OF_RANGE, "correct it"),
    "FTE 1.2": ({"fte": "1.2"}, "fte", FaultCode.FTE_OUT_OF_RANGE, "percent"),
    "FTE 120": ({"fte": "120"}, "fte", FaultCode.FTE_OUT_OF_RANGE, "hours"),
    "FTE in words": ({"fte": "FULL"}, "fte", FaultCode.FTE_UNREAD, "words"),
    "a code that is far from any": ({"class": "77"}, "class", FaultCode.CLASS_UNKNOWN, "ladder classes"),
    "no name of a month": ({"start": "3-Foo-2021"}, "start", FaultCode.DATE_UNREAD, "YYYY-MM-DD"),
    "no such requirement": (
        {"counts_toward": "us-nd/0444#none"},
        "counts_toward",
        FaultCode.REQUIREMENT_UNKNOWN,
        "0444",
    ),
    "requirement of nothing": ({"counts_toward": "x"}, "counts_toward", FaultCode.REQUIREMENT_UNKNOWN, "profile new"),
    "action": ({"action": "XYZ"}, "action", FaultCode.ACTION_UNKNOWN, "actions"),
    "a cell that is too long": ({"class": "x" * (LONGEST_CELL + 1)}, "class", FaultCode.CELL_TOO_LONG, "shorten"),
}


def faults_of(error: RosterRefusedError) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.code) for one in error.log.kept]


@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_bad_cell_is_told_by_its_place_and_what_to_try(name: str, tmp_path: Path) -> None:
    cells, column, code, tried = BAD_CELLS[name]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, [GOOD, GOOD | {"employee": "e2"} | cells])
    (fault,) = refused.value.log.kept
    assert (fault.row, fault.column, fault.code) == (3, column, code)
    assert tried in fault.try_this
    values = [one for one in cells.values() if len(one) > 3]
    assert not any(one in f"{fault.what}{fault.try_this}" for one in values)
    assert f"jobs.csv:3: {column}:" in str(refused.value)
    assert str(refused.value).endswith("--skip-bad evaluates the other rows")


@pytest.mark.parametrize("name", BAD_CELLS)
def test_skipped_it_leaves_the_other_rows_and_is_counted(name: str, tmp_path: Path) -> None:
    read = read_rows(tmp_path, [GOOD, GOOD | {"employee": "e2"} | BAD_CELLS[name][0]], skip_bad=True)
    assert (read.counts.rejected, read.counts.spans, read.counts.present) == (1, 1, 1)
    assert read.counts.touched == (name != "nobody")


BAD_PEOPLE = {
    "hours": ({"semester_hours": "many"}, "semester_hours", FaultCode.NUMBER_UNREAD),
    "too many hours": ({"quarter_hours": "99999"}, "quarter_hours", FaultCode.NUMBER_UNREAD),
    "hours of study": ({"study_hours": "900"}, "study_hours", FaultCode.NUMBER_UNREAD),
    "yes or no": ({"internal": "maybe"}, "internal", FaultCode.YES_OR_NO),
    "level": ({"degrees": "wizard: history"}, "degrees", FaultCode.LEVEL_UNKNOWN),
    "month of a degree": ({"degrees": "bachelor: history: later"}, "degrees", FaultCode.DATE_UNREAD),
    "degree to come": ({"degrees": "bachelor: history: 2027-06"}, "degrees", FaultCode.DATE_AFTER_AS_OF),
    "blank item": ({"courses": "accounting: 12;"}, "courses", FaultCode.LIST_UNREAD),
    "hours of a course": ({"courses": "accounting"}, "courses", FaultCode.NUMBER_UNREAD),
    "month of a license": ({"licences": "driver: x"}, "licences", FaultCode.DATE_UNREAD),
    "program": ({"programs": "zzzz: completed"}, "programs", FaultCode.CLASS_UNKNOWN),
    "state of a program": ({"programs": "us-ct/connecticut-careers-trainee: soon"}, "programs", FaultCode.LIST_UNREAD),
    "a program twice": (
        {"programs": "us-ct/connecticut-careers-trainee; us-ct/connecticut-careers-trainee: 9"},
        "programs",
        FaultCode.PROGRAM_TWICE,
    ),
    "exit": ({"expected_exit": "6/2028"}, "expected_exit", FaultCode.DATE_ORDER),
}


@pytest.mark.parametrize("name", BAD_PEOPLE)
def test_a_bad_cell_of_people_is_told(name: str, tmp_path: Path) -> None:
    cells, column, code = BAD_PEOPLE[name]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, [GOOD], [{"employee": "e2"}, {"employee": "e1"} | cells])
    assert faults_of(refused.value) == [(3, column, code)]
    read = read_rows(tmp_path, [GOOD], [{"employee": "e2"}, {"employee": "e1"} | cells], skip_bad=True)
    assert (read.counts.people, read.counts.rejected, read.counts.touched) == (1, 1, 1)
    assert read.roster.history(0).semester_hours == 0


def test_two_rows_of_one_person_are_both_refused(tmp_path: Path) -> None:
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, [GOOD], [{"employee": "e1"}, {"employee": "e2"}, {"employee": "e1"}])
    assert faults_of(refused.value) == [(2, "employee", "EMPLOYEE_TWICE"), (4, "employee", "EMPLOYEE_TWICE")]


def test_overlapping_rows_of_one_record_are_both_refused_and_second_jobs_are_not(tmp_path: Path) -> None:
    rows = [GOOD | {"record": "0", "end": "2022-01-01"}, GOOD | {"record": "0", "start": "2021-06-01"}]
    second = [GOOD | {"record": "1", "start": "2021-06-01"}]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, rows + second)
    assert faults_of(refused.value) == [(2, "start", "ROWS_OVERLAP"), (3, "start", "ROWS_OVERLAP")]
    assert read_rows(tmp_path, rows[:1] + second).counts.spans == 2
    assert read_rows(tmp_path, rows + second, skip_bad=True).counts.spans == 1


def test_rows_of_one_day_without_a_sequence_take_their_record_with_them(tmp_path: Path) -> None:
    rows = [GOOD, GOOD | {"class": "us-nd/0442"}, GOOD | {"start": "2022-01-01"}, GOOD | {"record": "1"}]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, rows, layout=EFFECTIVE)
    told = {(2, "start", "SAME_DAY"), (3, "start", "SAME_DAY"), (4, "", "RECORD_INCOMPLETE")}
    assert set(faults_of(refused.value)) == told
    counts = read_rows(tmp_path, rows, layout=EFFECTIVE, skip_bad=True).counts
    assert (counts.rejected, counts.spans, counts.rows_in) == (3, 1, 4)


def test_a_bad_row_takes_its_record_with_it_where_the_next_row_ends_it(tmp_path: Path) -> None:
    rows = [GOOD, GOOD | {"start": "2021-01-01", "action": "XYZ"}, GOOD | {"record": "1", "start": "2023-01-01"}]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, rows, layout=EFFECTIVE)
    assert faults_of(refused.value) == [(3, "action", "ACTION_UNKNOWN"), (2, "", "RECORD_INCOMPLETE")]


def test_a_sequence_and_a_status_must_be_readable(tmp_path: Path) -> None:
    layout = EFFECTIVE_BY_STATUS
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, [GOOD | {"status": "Z"}], layout=layout)
    assert faults_of(refused.value) == [(2, "status", "STATUS_UNKNOWN")]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, [GOOD | {"sequence": "1a"}], layout=EFFECTIVE)
    assert faults_of(refused.value) == [(2, "sequence", "SEQUENCE_UNREAD")]


def test_two_classes_in_one_snapshot_are_refused(tmp_path: Path) -> None:
    row = {"employee": "e1", "class": "us-nd/0441", "snapshot": "2024"}
    rows = [
        row,
        row | {"class": "us-nd/0442"},
        row | {"snapshot": ""},
        row | {"employee": "e2"},
        row | {"employee": "e2"},
    ]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, rows, layout=SNAPSHOTS)
    assert faults_of(refused.value) == [
        (4, "snapshot", "DATE_MISSING"),
        (2, "snapshot", "SAME_SNAPSHOT"),
        (3, "snapshot", "SAME_SNAPSHOT"),
    ]


def refused_text(tmp_path: Path, text: str | bytes, *, layout: Layout | None = None) -> list[row_faults.Rejected]:
    file = tmp_path / "jobs.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(RosterRefusedError) as refused:
        read_roster(RosterFiles(file), seeds(), layout or Layout(), as_of=AS_OF, today=AS_OF)
    return refused.value.log.kept


HEADER = "employee,class,start\n"
BAD_FILES: dict[str, tuple[str | bytes, int, FaultCode]] = {
    "empty": ("", 0, FaultCode.FILE_EMPTY),
    "blank first row": ("\n,,\n", 0, FaultCode.FILE_EMPTY),
    "UTF-16": ((HEADER + "e1,0441,2020-01\n").encode("utf-16"), 0, FaultCode.WRONG_ENCODING),
    "Latin-1": (
        HEADER.encode() + "e1,0441,2020-01\n\u00e91,0441,2020-01\n".encode("latin-1"),
        3,
        FaultCode.WRONG_ENCODING,
    ),
    "an open quotation mark": (HEADER + 'e1,"0441,2020-01\n' + "x" * 300_000, 2, FaultCode.FILE_DAMAGED),
    "too many columns": (",".join(f"c{one}" for one in range(2_001)) + "\n", 0, FaultCode.FILE_DAMAGED),
    "a row that is too long": (HEADER + "e1,0441,2020-01\ne2,0441,2020-01,x\n", 3, FaultCode.ROW_TOO_LONG),
    "no column employee": ("class,start\n0441,2020-01\n", 0, FaultCode.COLUMN_MISSING),
    "no column of classes": ("employee,start\ne1,2020-01\n", 0, FaultCode.COLUMN_MISSING),
    "a doubled column": ("employee,class,start,Start\ne1,0441,2020-01,2020-02\n", 0, FaultCode.COLUMN_DOUBLED),
    "present titles alone": ("employee,title\ne1,Office Assistant\n", 0, FaultCode.NO_MONTHS),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told(name: str, tmp_path: Path) -> None:
    text, row, code = BAD_FILES[name]
    (fault,) = refused_text(tmp_path, text)
    assert (fault.row, fault.code) == (row, code)


def test_a_table_of_present_titles_says_incumbents_and_no_months(tmp_path: Path) -> None:
    (fault,) = refused_text(tmp_path, "employee,title\ne1,Office Assistant\n")
    assert "incumbents, and no months" in fault.what
    assert "mode: snapshots" in fault.try_this


def test_a_column_that_the_layout_names_must_be_there(tmp_path: Path) -> None:
    layout = Layout(jobs=JobColumns(fte="FTE"))
    (fault,) = refused_text(tmp_path, HEADER + "e1,0441,2020-01\n", layout=layout)
    assert (fault.column, fault.code) == ("fte", "COLUMN_MISSING")


def test_faults_of_both_tables_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, [GOOD | {"fte": "7", "start": "x"}], [{"employee": "", "internal": "?"}])
    assert len(refused.value.log.kept) == 4


def test_faults_beyond_a_bound_are_counted_and_the_first_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_faults, "MOST_KEPT", 10)
    rows = [GOOD | {"fte": "7", "class": f"z{one}"} for one in range(100)]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, rows)
    log = refused.value.log
    assert (len(log.kept), log.total) == (10, 200)
    assert "jobs.csv: fte: FTE_OUT_OF_RANGE: 100" in str(refused.value).replace(str(tmp_path) + "/", "")


def test_rows_with_shifted_cells_are_counted_once_beyond_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_faults, "MOST_KEPT", 2)
    rows = "".join(f"e{one},0441,2020-01,x\n" for one in range(9))
    kept = refused_text(tmp_path, HEADER + rows)
    assert [(one.row, one.column) for one in kept] == [(2, ""), (3, "")]


@pytest.mark.parametrize(
    ("text", "fte"),
    [
        ("0.5", Fte()),
        ("50%", Fte(unit=FteUnit.PERCENT)),
        ("50", Fte(unit=FteUnit.PERCENT)),
        ("20", Fte(unit=FteUnit.HOURS, full_time_hours=Fraction(40))),
        ("half", Fte(words={"HALF": Fraction(1, 2)})),
    ],
)
def test_a_share_is_read_in_the_unit_of_the_layout(text: str, fte: Fte, tmp_path: Path) -> None:
    read = read_rows(tmp_path, [GOOD | {"fte": text}], layout=Layout(fte=fte))
    assert [one.fte for one in read.roster.kinds] == [Fraction(1, 2)]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="there is no such file"):
        read_roster(RosterFiles(tmp_path / "no.csv"), seeds(), Layout(), as_of=AS_OF, today=AS_OF)


def test_a_library_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in ("a.xlsx", "a.parquet"):
        (tmp_path / name).write_bytes(b"x")
        with pytest.raises(BadCallError, match="career-ladder"):
            read_roster(RosterFiles(tmp_path / name), seeds(), Layout(), as_of=AS_OF, today=AS_OF)


def test_rows_of_text_are_read_whatever_mark_is_between_and_whatever_stands_in_front(tmp_path: Path) -> None:
    for mark in ",;\t|":
        text = f"\ufeffEmployee{mark}CLASS{mark}start\n'=e1{mark}0441{mark}2020-01\n\n{mark}{mark}\n"
        file = tmp_path / "jobs.csv"
        file.write_text(text, encoding="utf-8")
        read = read_roster(RosterFiles(file), seeds(), Layout(ends=Ends.EXCLUSIVE), as_of=AS_OF, today=AS_OF)
        assert (list(read.roster.employees), read.counts.rows_in) == (["=e1"], 1)


def test_the_rejected_rows_hold_no_cell(tmp_path: Path) -> None:
    file = write_rows(tmp_path / "jobs.csv", [GOOD | {"employee": "canary", "class": "secret title"}])
    with file.open(encoding="utf-8") as text:
        assert len(list(csv.reader(text))) == 2
    with pytest.raises(RosterRefusedError) as refused:
        read_roster(RosterFiles(file), seeds(), Layout(), as_of=AS_OF, today=AS_OF)
    assert "canary" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_text_of_several_classes_is_told_with_them_unless_the_layout_says_which_come_first(tmp_path: Path) -> None:
    twins = with_twin(seeds())
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, [GOOD | {"class": "0441"}], catalog=twins)
    (fault,) = refused.value.log.kept
    assert (fault.code, "us-nd/0441, us-zz/0441" in fault.what) == ("CLASS_AMBIGUOUS", True)
    layout = Layout(jurisdiction="us-zz")
    assert (
        read_rows(tmp_path, [GOOD | {"class": "0441"}], catalog=twins, layout=layout).roster.kinds[0].class_id
        == "us-zz/0441"
    )


def with_twin(catalog: Catalog) -> Catalog:
    """Return the catalog with a class of the same code in another jurisdiction."""
    twin = replaced(catalog.classes["us-nd/0441"], {"jurisdiction": "us-zz"})
    return Catalog(replaced(catalog.record, {"classes": (*catalog.record.classes, twin)}))


def replaced(one: AnyRecord, values: Mapping[str, object]) -> AnyRecord:
    return make_unchecked(type(one), {about.name: getattr(one, about.name) for about in fields(one)} | dict(values))


def test_a_trainee_s_target_class_may_be_any_title(tmp_path: Path) -> None:
    rows = [GOOD | {"target_class": "5246SH"}, GOOD | {"employee": "e2", "target_class": "Lion tamer"}]
    kinds = read_rows(tmp_path, rows).roster.kinds
    assert sorted(str(one.target_class) for one in kinds) == [ANOTHER_CLASS, "us-ct/5246SH"]


def test_what_names_a_class_has_nothing_near() -> None:
    assert candidates_for("us-nd/0441", seeds()) == ()


def test_a_program_may_say_no_more_than_its_name(tmp_path: Path) -> None:
    people = [{"employee": "e1", "programs": "us-ct/connecticut-careers-trainee"}]
    (state,) = read_rows(tmp_path, [GOOD], people).roster.history(0).programmes.values()
    assert (state.completed, state.completed_at) == (False, None)


def test_titles_and_texts_beyond_what_is_remembered_are_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_table, "MOST_TEXTS", 2)
    monkeypatch.setattr(table_columns, "MOST_REMEMBERED", 8)
    monkeypatch.setattr(batches, "ROWS_A_BATCH", 3)
    rows = [GOOD | {"record": str(one), "title": f"t{one // 5}", "start": f"20{one:02d}-01-01"} for one in range(10)]
    assert read_rows(tmp_path, rows, skip_bad=True).counts.rows_in == 10


def test_a_table_of_too_many_rows_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_columns, "MOST_ROWS", 2)
    with pytest.raises(RosterRefusedError, match="more than 2 rows"):
        read_rows(tmp_path, [GOOD | {"record": str(one)} for one in range(3)])


def test_faults_of_many_rows_at_once_are_counted_beyond_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_faults, "MOST_KEPT", 1)
    rows = [GOOD | {"record": str(one), "end": "2019-01-01"} for one in range(5)]
    with pytest.raises(RosterRefusedError) as refused:
        read_rows(tmp_path, rows)
    assert (len(refused.value.log.kept), refused.value.log.total) == (1, 5)
    log = row_faults.FaultLog()
    for row in range(2):
        log.add("f", row, "", row_faults.Refusal(FaultCode.FILE_EMPTY, "", ""))
    assert (len(log.kept), log.total) == (1, 2)


def test_columns_are_done_by_lists_where_numpy_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ladder.roster.column_arrays", None)
    assert isinstance(find_column_work(), ListWork)
