"""How rows follow one another: spans, effective dates, snapshots, each worked by hand."""

from pathlib import Path

import pytest

from ladder.roster.code_patterns import CodeReader
from ladder.roster.reading_roster import RosterRead
from ladder.roster.row_faults import RosterRefusedError
from ladder.roster_layouts import Actions, Ends, JobColumns, Kept, Layout, Mode, Snapshots, Statuses
from ladder.service_time import DAYS_A_MONTH, Day, Month, print_month, read_month
from tests.roster.rosters import AS_OF, read_rows

Row = dict[str, str]
EFFECTIVE = Layout(mode=Mode.EFFECTIVE)
YEARLY = Layout(mode=Mode.SNAPSHOTS, snapshots=Snapshots(every_months=12, month_of_year=6))


def job(start: str, class_id: str = "us-nd/0441", **cells: str) -> Row:
    return {"employee": "e1", "class": class_id, "start": start, **cells}


def print_day(day: int) -> str:
    return f"{print_month(Month(day // DAYS_A_MONTH))}-{day % DAYS_A_MONTH + 1:02d}"


def spans(read: RosterRead) -> list[tuple[str, str, str]]:
    rows, kinds = read.roster.rows, read.roster.kinds
    return [
        (str(kinds[kind].class_id), print_day(Day(int(start))), print_day(Day(int(end))))
        for kind, start, end in zip(rows.kind, rows.start, rows.end, strict=True)
    ]


def present(read: RosterRead) -> list[str]:
    return [str(read.roster.kinds[kind].class_id) for kind in read.roster.present.kind]


# ---------------------------------------------------------------------------------------- spans


def test_an_inclusive_end_is_held_and_joins_what_begins_on_the_next_day(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [job("2020-01-01", end="2020-06-30"), job("2020-07-01", end="2020-12")])
    assert spans(read) == [("us-nd/0441", "2020-01-01", "2021-01-01")]
    assert (read.counts.joined, read.counts.spans, list(read.roster.rows.ends_on_a_day)) == (1, 1, [0])


def test_an_exclusive_end_stays_as_it_is_printed(tmp_path: Path) -> None:
    rows = [job("2020-01-01", end="2020-06-30"), job("2021-03-15", end="2021-03")]
    read = read_rows(tmp_path, rows, layout=Layout(ends=Ends.EXCLUSIVE))
    assert spans(read) == [("us-nd/0441", "2020-01-01", "2020-06-30"), ("us-nd/0441", "2021-03-15", "2021-03-15")]
    assert list(read.roster.rows.ends_on_a_day) == [1, 0]


@pytest.mark.parametrize(
    ("end", "goes_on"),
    [
        ("", True),
        ("2026-12-31", True),
        ("2026-12-01", True),
        ("2026-11-30", False),
        ("2026-11-15", False),
        ("2026-11", False),
    ],
)
def test_a_job_is_held_now_with_a_blank_end_or_one_after_the_as_of_month(
    end: str, *, goes_on: bool, tmp_path: Path
) -> None:
    read = read_rows(tmp_path, [job("2020-01-01", end=end)])
    assert present(read) == (["us-nd/0441"] if goes_on else [])
    assert len(spans(read)) == 1


def test_the_first_record_comes_first_whatever_the_order_of_rows(tmp_path: Path) -> None:
    rows = [job("2020-01-01", "us-nd/0441", record="10"), job("2019-01-01", "us-nd/0442", record="2")]
    named = [job("2019-06-01", "us-nd/0443", record="b"), job("2019-06-01", "us-nd/0444")]
    expected = ["us-nd/0444", "us-nd/0442", "us-nd/0441", "us-nd/0443"]
    for order in (rows + named, named[::-1] + rows[::-1]):
        assert present(read_rows(tmp_path, order)) == expected


def test_rows_after_the_as_of_month_are_set_aside_and_counted(tmp_path: Path) -> None:
    rows = [job("2020-01-01", end="2026-11-15"), job("2026-12-01", "us-nd/0442")]
    read = read_rows(tmp_path, rows)
    assert (read.counts.set_aside, len(spans(read)), present(read)) == (1, 1, [])


@pytest.mark.parametrize("layout", [Layout(), EFFECTIVE])
def test_who_changes_class_when_the_next_month_begins_holds_the_old_one_now(layout: Layout, tmp_path: Path) -> None:
    rows = [job("2020-01-01", end="2026-11-30"), job("2026-12-01", "us-nd/0442")]
    read = read_rows(tmp_path, rows, layout=layout)
    assert (present(read), read.counts.set_aside) == (["us-nd/0441"], 1)
    leaving = [job("2020-01-01", end="2026-11-30"), job("2026-12-01", action="Termination")]
    assert present(read_rows(tmp_path, leaving, layout=layout)) == []


def test_without_a_month_it_is_as_of_the_present_one(tmp_path: Path) -> None:
    assert read_rows(tmp_path, [job("2020-01-01")], as_of=None).roster.as_of == AS_OF


def test_leave_written_as_a_row_is_no_service(tmp_path: Path) -> None:
    rows = [job("2020-01-01", end="2020-06-30"), job("2020-07-01", end="2020-12-31", action="Leave"), job("2021-01-01")]
    read = read_rows(tmp_path, rows)
    assert [one[1:] for one in spans(read)] == [("2020-01-01", "2020-07-01"), ("2021-01-01", "2026-11-01")]
    assert (read.counts.joined, read.counts.rows_in) == (1, 3)


def test_codes_and_dates_are_read_as_the_layout_says(tmp_path: Path) -> None:
    layout = Layout(
        dates=("EXCEL", "MM/DD/YY", "D-MON-YYYY"),
        two_digit_years_from=1950,
        code_pattern="[###]-*",
        code_digits=4,
        open_ends=("9999-12-31",),
        jurisdiction="us-nd",
        jobs=JobColumns(class_text="Job", employee=("Last", "First")),
    )
    rows = [
        {"Last": "a", "First": "b", "Job": "441-0", "start": "03/15/21", "end": "31-Dec-2022"},
        {"Last": "a", "First": "b", "Job": "442", "start": "44927", "end": "9999-12-31"},
    ]
    read = read_rows(tmp_path, rows, layout=layout)
    assert spans(read) == [("us-nd/0441", "2021-03-15", "2023-01-01"), ("us-nd/0442", "2023-01-01", "2026-11-01")]
    assert present(read) == ["us-nd/0442"]


@pytest.mark.parametrize("named", ["us-ct/5246SH", "5246SH", "5246", "4952", "employment security specialists"])
def test_a_class_is_found_by_id_code_alias_and_title(named: str, tmp_path: Path) -> None:
    title = read_rows(tmp_path, [job("2020-01-01", "5246SH")]).roster.kinds[0].title
    wanted = title.upper() if named.islower() else named
    assert spans(read_rows(tmp_path, [job("2020-01-01", wanted)])) == [("us-ct/5246SH", "2020-01-01", "2026-11-01")]


@pytest.mark.parametrize("midnight", ["T00:00:00.000", " 00:00", "T00:00:00Z", " 12:00:00 AM"])
def test_midnight_is_no_part_of_a_date(midnight: str, tmp_path: Path) -> None:
    assert spans(read_rows(tmp_path, [job("2020-01-01" + midnight)]))[0][1] == "2020-01-01"
    with pytest.raises(RosterRefusedError, match="DATE_UNREAD"):
        read_rows(tmp_path, [job("2020-01-01 13:30")])


def test_service_elsewhere_has_its_title_and_what_it_counts_toward(tmp_path: Path) -> None:
    rows = [
        job("2020-01-01", "", title="Intake worker", counts_toward="us-nd/0441#general; us-nd/0444#special"),
        job("2022-01-01", "", title="Customer Service Specialist", record="1"),
        job("2023-01-01", "", counts_toward="us-nd/0441#general", record="2"),
    ]
    kinds = read_rows(tmp_path, rows).roster.kinds
    assert [(one.class_id, one.title, len(one.declared)) for one in kinds] == [
        (None, "Intake worker", 2),
        (None, "a job", 1),
        ("us-nd/0442", "Customer Service Specialist", 0),
    ]


def test_rows_that_the_layout_does_not_keep_are_set_aside_faults_and_all(tmp_path: Path) -> None:
    layout = Layout(keep=(Kept(column="Kind", values=("main", "")),))
    read = read_rows(tmp_path, [job("2020-01-01"), job("spring", Kind="side"), job("x", Kind="SIDE")], layout=layout)
    assert (read.counts.set_aside, read.counts.spans, read.log.total) == (2, 1, 0)


# ---------------------------------------------------------------------------------------- effective dates


def test_a_row_holds_until_the_next_of_its_record(tmp_path: Path) -> None:
    rows = [
        job("2018-01-01", action="Hire"),
        job("2019-01-01", action="Pay rate change"),
        job("2020-01-01", "us-nd/0442", action="Promotion"),
        job("2020-01-01", "us-nd/0443", action="Promotion", sequence="1"),
        job("2021-06-15", "us-nd/0443", action="Leave of absence"),
        job("2021-08-01", "us-nd/0443", action="Data change"),
        job("2021-10-01", "us-nd/0443", action="Return from leave"),
        job("2023-01-01", "us-nd/0443", action="Retirement"),
        job("2024-01-01", "us-nd/0444", action="Rehire"),
        job("2027-01-01", "us-nd/0444", action="Termination"),
        job("2025-01-01", "us-ct/5246SH", record="1", action="Hire"),
    ]
    read = read_rows(tmp_path, rows[::-1], layout=EFFECTIVE)
    assert spans(read) == [
        ("us-nd/0441", "2018-01-01", "2020-01-01"),
        ("us-nd/0443", "2020-01-01", "2021-06-15"),
        ("us-nd/0443", "2021-10-01", "2023-01-01"),
        ("us-nd/0444", "2024-01-01", "2026-11-01"),
        ("us-ct/5246SH", "2025-01-01", "2026-11-01"),
    ]
    assert present(read) == ["us-nd/0444", "us-ct/5246SH"]
    assert read.counts.rows_in == read.counts.spans + read.counts.joined == 11


def test_a_status_decides_before_the_action(tmp_path: Path) -> None:
    layout = Layout(
        mode=Mode.EFFECTIVE,
        statuses=Statuses(service=("A",), none=("L", "T")),
        actions=Actions(works=("HIR",), away=("TER",), changes=("PAY",)),
    )
    rows = [
        job("2018-01-01", status="A", action="HIR"),
        job("2019-01-01", status="L", action="PAY"),
        job("2020-01-01", status="a", action="TER"),
        job("2021-01-01", action="TER"),
    ]
    assert [one[1:] for one in spans(read_rows(tmp_path, rows, layout=layout))] == [
        ("2018-01-01", "2019-01-01"),
        ("2020-01-01", "2021-01-01"),
    ]


# ---------------------------------------------------------------------------------------- snapshots


def seen(snapshot: str, class_id: str = "us-nd/0441", **cells: str) -> Row:
    return {"employee": "e1", "class": class_id, "snapshot": snapshot, **cells}


def test_a_span_is_of_snapshots_that_follow_each_other_and_gaps_are_named(tmp_path: Path) -> None:
    rows = [
        *(seen(str(year)) for year in (2018, 2019, 2021)),
        *(seen(str(year), "us-nd/0442") for year in (2022, 2023, 2024)),
        *(seen(str(year), employee="e2") for year in range(2018, 2025)),
        seen("2024", employee="e2"),
    ]
    read = read_rows(tmp_path, rows, layout=YEARLY, as_of=None)
    assert spans(read)[:3] == [
        ("us-nd/0441", "2018-06-01", "2019-06-01"),
        ("us-nd/0441", "2021-06-01", "2021-06-01"),
        ("us-nd/0442", "2022-06-01", "2024-06-01"),
    ]
    assert spans(read)[3:] == [("us-nd/0441", "2018-06-01", "2024-06-01")]
    assert present(read) == ["us-nd/0442", "us-nd/0441"]
    assert read.gaps == {(read_month("2019-06"), read_month("2021-06")): 1}
    assert print_month(read.roster.as_of) == "2024-06"
    assert read.counts.rows_in == read.counts.spans + read.counts.joined == 14


def test_who_is_not_in_the_newest_snapshot_holds_nothing_now(tmp_path: Path) -> None:
    rows = [seen("2023"), seen("2024"), seen("2025", employee="e2"), seen("2027", employee="e3")]
    read = read_rows(tmp_path, rows, layout=YEARLY)
    assert (present(read), read.counts.set_aside) == (["us-nd/0441"], 1)
    assert read.roster.as_of == AS_OF


def test_a_year_that_is_missing_from_the_table_is_a_gap_of_all(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [seen("2020"), seen("2022")], layout=YEARLY)
    assert [one[1:] for one in spans(read)] == [("2020-06-01", "2020-06-01"), ("2022-06-01", "2022-06-01")]
    assert list(read.gaps.values()) == [1]


def test_snapshots_are_of_quarters_and_of_days_as_well(tmp_path: Path) -> None:
    layout = YEARLY_OF_QUARTERS
    rows = [{"employee": "e1", "class": "0441", "year": "2024", "q": str(quarter)} for quarter in (1, 2, 3)]
    assert spans(read_rows(tmp_path, rows, layout=layout)) == [("us-nd/0441", "2024-03-01", "2024-09-01")]
    daily = Layout(mode=Mode.SNAPSHOTS, snapshots=Snapshots(every_months=1))
    rows = [seen("2024-01-12"), seen("2024-01-26"), seen("2024-02-09")]
    assert spans(read_rows(tmp_path, rows, layout=daily)) == [("us-nd/0441", "2024-01-01", "2024-02-01")]


YEARLY_OF_QUARTERS = Layout(
    mode=Mode.SNAPSHOTS, snapshots=Snapshots(every_months=3), jobs=JobColumns(snapshot=("year", "q"))
)


def test_a_table_of_one_day_gives_incumbents_and_no_months(tmp_path: Path) -> None:
    rows = [{"employee": "e1", "class": "us-nd/0441"}]
    dated = Layout(mode=Mode.SNAPSHOTS, snapshots=Snapshots(month="2026-05"))
    for layout, as_of, month in ((YEARLY, AS_OF, "2026-11"), (dated, None, "2026-05")):
        read = read_rows(tmp_path, rows, layout=layout, as_of=as_of)
        assert spans(read) == [("us-nd/0441", f"{month}-01", f"{month}-01")]
        assert (present(read), print_month(read.roster.as_of)) == (["us-nd/0441"], month)


def test_what_is_declared_counts_from_the_month_of_the_newest_snapshot(tmp_path: Path) -> None:
    people = [{"employee": "e1", "degrees": "bachelor: history: 2024-05", "expected_exit": "2028-06-15"}]
    read = read_rows(tmp_path, [seen("2024")], people, layout=YEARLY, as_of=None)
    (degree,) = read.roster.history(0).degrees
    assert (degree.from_month, print_month(Month(read.roster.exits[0]))) == (-1, "2028-06")


# ---------------------------------------------------------------------------------------- people


def test_people_without_jobs_and_jobs_without_people_are_counted(tmp_path: Path) -> None:
    rows = [job("2020-01-01"), job("2020-01-01") | {"employee": "e3"}]
    counts = read_rows(tmp_path, rows, [{"employee": "e1"}, {"employee": "e2"}, {"employee": "e4"}]).counts
    assert (counts.employees, counts.present, counts.without_jobs, counts.without_people) == (4, 2, 2, 1)


def test_licenses_are_read_by_either_name_and_none_is_an_empty_list(tmp_path: Path) -> None:
    people = [
        {"employee": "e1", "licenses": "driver: 2020-01"},
        {"employee": "e2", "licenses": "none"},
        {"employee": "e3"},
    ]
    roster = read_rows(tmp_path, [job("2020-01-01")], people).roster
    held = [roster.history(place).licences for place in range(3)]
    assert [None if one is None else len(one) for one in held] == [1, 0, None]
    assert roster.declared[roster.declared_of[0]].study_hours_a_year == 0


def test_a_table_of_snapshots_without_any_is_of_the_month_that_is_asked_about(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [seen("")], layout=YEARLY, as_of=None, skip_bad=True)
    assert (read.roster.as_of, read.counts.rejected) == (AS_OF, 1)


def test_a_text_longer_than_any_code_is_left_as_it_is() -> None:
    reader = CodeReader("[*]*-*", None)
    assert reader.read("1358-0") == "1358"
    assert reader.read("1" * 40_000) == "1" * 40_000
