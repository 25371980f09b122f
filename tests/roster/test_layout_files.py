"""The layouts shipped: each reads a small table of its own shape, loses no row, and says what it cannot answer."""

from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.errors import BadCallError, BadFileError
from ladder.roster import layout_files
from ladder.roster.layout_files import SHIPPED, layout_of, load_layout, shipped_layouts
from ladder.roster_layouts import Ends, Layout, Mode
from tests.roster.rosters import AS_OF, read_rows

Row = dict[str, str]


def times(row: Row, **columns: tuple[str, ...]) -> list[Row]:
    """Return the row once for each value of the columns."""
    return [row | dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


PEOPLESOFT = {"EMPLID": "0001", "EMPL_RCD": "0", "EFFSEQ": "0", "FTE": "1", "JOBCODE": "0441"}
LA = {"RECORD_NBR": "303030", "JOB_CLASS_PGRADE": "1101-0", "JOB_TITLE": "X", "EMPLOYMENT_TYPE": "FULL_TIME"}
NYC = {"Last Name": "A", "First Name": "B", "Mid Init": "", "Agency Start Date": "05/01/2018", "Title Description": "X"}
PHILA = {"public_id": "7", "job_code": "1A04", "title": "X", "calendar_year": "2024"}
CONNECTICUT = {"EmplId-Empl Rcd": "h-0", "Job Cd Descr": "Office Assistant"}
TABLES: dict[str, tuple[str | None, list[Row], int, int]] = {
    "peoplesoft-job": (
        None,
        times(
            PEOPLESOFT,
            EFFDT=("2020-01-01", "2021-01-01", "2022-01-01", "2022-06-01"),
            ACTION=("HIR", "PAY", "LOA", "RFL"),
            EMPL_STATUS=("A", "A", "L", "A"),
        ),
        2,
        1,
    ),
    "los-angeles": (
        "los-angeles",
        times(LA, PAY_YEAR=("2022", "2023", "2024", "2024"), JOB_STATUS=("ACTIVE", "ACTIVE", "ACTIVE", "NOT_ACTIVE")),
        1,
        1,
    ),
    "philadelphia": (
        "philadelphia",
        times(PHILA, quarter=("1", "2", "3", "4"), termination_year=("", "", "", "2024")),
        1,
        1,
    ),
    "connecticut": (
        None,
        times(CONNECTICUT, **{"Check Dt": ("01/12/2024", "01/26/2024", "02/09/2024"), "Full/Part": ("F", "F", "F")}),
        1,
        1,
    ),
    "new-york-city": (
        None,
        times(
            NYC | {"Title Description": "Office Assistant"},
            **{"Fiscal Year": ("2022", "2023", "2024"), "Leave Status as of June 30": ("ACTIVE", "ON LEAVE", "ACTIVE")},
        ),
        2,
        1,
    ),
    "chicago": (
        None,
        [{"Name": "A", "Department": "D", "Job Titles": "Office Assistant", "Full or Part-Time": "F"}],
        1,
        1,
    ),
    "texas": (
        None,
        [{"STATE NUMBER": "9", "AGENCY": "101", "CLASS CODE": "0441", "CLASS TITLE": "X", "HRS PER WK": "40"}],
        1,
        1,
    ),
}


@pytest.mark.parametrize("name", SHIPPED)
def test_each_reads_a_table_of_its_own_and_loses_no_row(name: str, tmp_path: Path) -> None:
    catalog, rows, spans, present = TABLES[name]
    classes = load_catalog(Path(catalog)) if catalog else None
    layout = load_layout(name)
    as_of = AS_OF if name in {"chicago", "texas", "peoplesoft-job"} else None
    read = read_rows(tmp_path, rows, layout=layout, catalog=classes, as_of=as_of)
    counts = read.counts
    assert counts.rows_in == len(rows) == counts.spans + counts.joined + counts.set_aside + counts.rejected
    assert (counts.spans, counts.present, counts.rejected) == (spans, present, 0)


def test_each_says_what_it_cannot_answer() -> None:
    for _, layout in shipped_layouts():
        assert len(layout.cannot_answer) >= 3
        assert layout.mode is not Mode.SPANS


def test_a_share_that_a_payroll_does_not_tell_is_asked_for(tmp_path: Path) -> None:
    rows = [LA | {"EMPLOYMENT_TYPE": "PART_TIME", "PAY_YEAR": "2024", "JOB_STATUS": "ACTIVE"}]
    read = read_rows(
        tmp_path, rows, layout=load_layout("los-angeles"), catalog=load_catalog(Path("los-angeles")), skip_bad=True
    )
    assert [(one.column, one.code) for one in read.log.kept] == [("fte", "FTE_UNREAD")]


def test_a_file_is_read_and_a_file_of_a_shipped_name_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "texas").write_text("name: mine\nends: exclusive\nfte: {unit: hours, full_time_hours: 37.5}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert (load_layout("texas").name, load_layout(None)) == ("mine", Layout())
    with pytest.raises(BadCallError, match="no layout utah; name a file, or one of peoplesoft-job"):
        load_layout("utah")


def test_a_layout_that_is_missing_from_the_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadCallError, match="install career-ladder again"):
        layout_files._shipped("texas", tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dates: [MM/DD/YY]", "two_digit_years_from"),
        ("dates: [MM/DD/YYYY, DD/MM/YYYY]", "fits both"),
        ("dates: [MM/MM/YYYY]", "is no pattern"),
        ("fte: {unit: hours}", "full_time_hours"),
        ("actions: {works: [HIR], away: [hir]}", "two lists"),
        ("code_pattern: '####'", "code_pattern"),
        ("moed: spans", "moed"),
    ],
)
def test_faults_of_a_layout_are_told(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "l.yaml").write_text(text + "\n", "utf-8")
    with pytest.raises(BadFileError, match=words):
        load_layout(tmp_path / "l.yaml")


def test_a_layout_may_be_a_dictionary_or_a_name() -> None:
    assert layout_of({"ends": "exclusive"}) == Layout(ends=Ends.EXCLUSIVE)
    assert layout_of("texas") == load_layout("texas")
