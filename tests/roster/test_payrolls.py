"""Public payrolls by their layouts, as a planner runs the commands: no row is lost, nothing unknown is claimed."""

import json
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.compiled import compile_catalog
from ladder.roster.layout_files import SHIPPED
from tests.cli.running import Run, run_here
from tests.eligibility.small_catalogs import catalog_of, grade, service
from tests.roster.payrolls import PAYROLLS

ONE_DAY = frozenset({"chicago", "texas"})
LADDERS = {
    "new-york-city": (
        ("10251", "Clerical Associate", ""),
        ("10124", "Principal Administrative Associate - Non Supvr", "10251"),
        ("90641", "City Park Worker", ""),
        ("10025", "Administrative Manager", "10124"),
    ),
    "chicago": (
        ("0302", "Administrative Asst II", ""),
        ("0308", "Staff Asst", "0302"),
        ("0303", "Clerk III", ""),
        ("9161", "Police Officer", "0303"),
    ),
    "texas": (
        ("0150", "Administrative Assistant I", ""),
        ("0152", "Administrative Assistant II", "0150"),
        ("1600", "Manager I", "0152"),
    ),
}
"""Small catalogs of the places that none comes with ladder for: code, title, the class whose year is asked."""
EXPECTED = {
    # spans, joined, set aside, rejected, people, with a job now
    "connecticut": (8, 35, 0, 14, 10, 7),
    "new-york-city": (10, 20, 0, 1, 10, 8),
    "chicago": (8, 0, 0, 2, 10, 8),
    "texas": (9, 0, 0, 2, 10, 8),
    "philadelphia": (9, 35, 1, 14, 10, 7),
}


def made(name: str) -> Catalog:
    asked = ((code, title, [service("work", 12, before)] if before else []) for code, title, before in LADDERS[name])
    return catalog_of(*(grade(code, *rules, title=title) for code, title, rules in asked))


def run(name: str, folder: Path, *more: str, catalog: bool = True) -> Run:
    """Run the command as a planner of the place would: with its catalog, and --as-of where the table is of one day."""
    file = PAYROLLS[name]().write(folder / f"{name}.csv")
    words = ["--jobs", str(file), "--layout", name, *(["--as-of", "2026-11"] if name in ONE_DAY else [])]
    if catalog and name in LADDERS:
        place = folder / f"{name}.json"
        place.write_bytes(compile_catalog(made(name).record))
        words += ["--catalog", str(place)]
    elif catalog and name == "philadelphia":
        words += ["--catalog", name]
    return run_here("roster", *words, *more)


def test_every_layout_of_a_public_payroll_is_tried() -> None:
    assert set(PAYROLLS) | {"los-angeles", "peoplesoft-job"} == set(SHIPPED)


@pytest.mark.parametrize("name", PAYROLLS)
def test_rows_in_are_spans_joined_set_aside_and_rejected_and_every_person_is_counted(name: str, tmp_path: Path) -> None:
    told = json.loads(run(name, tmp_path, "--describe", "--json").out)
    counts = {row["what"]: row["number"] for row in told["counts"]}
    parts = [counts[one] for one in ("spans", "joined", "set_aside", "rejected")]
    assert counts["rows_in"] == len(PAYROLLS[name]().rows) == sum(parts)
    assert (*parts, counts["employees"], counts["present"]) == EXPECTED[name]
    rejected = {row["row"] for row in told["rejected"]}
    assert len(rejected) == counts["rejected"]


@pytest.mark.parametrize("name", PAYROLLS)
def test_describe_says_which_columns_are_read_and_which_are_not(name: str, tmp_path: Path) -> None:
    told = json.loads(run(name, tmp_path, "--describe", "--json").out)
    read = {text for row in told["columns"] if row["column"] for text in row["read_from"].split(" | ")}
    unread = {row["read_from"] for row in told["columns"] if not row["column"]}
    assert read | unread == set(PAYROLLS[name]().columns)
    # What Texas calls STATUS is how somebody is classified, and nothing that a layout has words for.
    assert ("STATUS" in unread) is (name == "texas")
    assert told["cannot_answer"]


@pytest.mark.untraced
@pytest.mark.parametrize("name", PAYROLLS)
def test_what_is_not_known_is_said_beside_the_months(name: str, tmp_path: Path) -> None:
    page = tmp_path / "bench.html"
    ran = run(name, tmp_path, "--skip-bad", "--html", str(page))
    words = " ".join(ran.out.split())
    assert ran.status == 0
    one_day = "gives incumbents, and no months before it. Months count from that day on" in words
    assert one_day is (name in ONE_DAY)
    first = {"connecticut": "August 2025", "new-york-city": "June 2023", "philadelphia": "March 2024"}.get(name)
    if first:
        assert f"Service before {first}, the first snapshot, is not in the table" in words
    written = page.read_text("utf-8")
    assert f"Service before {first or 'November 2026'} is not in the roster" in written
    described = run(name, tmp_path, "--describe").out
    assert ("One snapshot: November 2026." in described) is (name in ONE_DAY)


@pytest.mark.parametrize("name", sorted(ONE_DAY))
def test_nobody_is_ready_of_a_table_of_one_day_where_months_are_asked(name: str, tmp_path: Path) -> None:
    rows = json.loads(run(name, tmp_path, "--skip-bad", "--json").out)["bench"]
    assert rows
    assert [row["ready_now"] for row in rows] == [0] * len(rows)
    file = tmp_path / f"{name}.csv"
    told = run_here("roster", "--jobs", str(file), "--layout", name).err
    assert "to count incumbents alone, give the month of the table as --as-of" in " ".join(told.split())


@pytest.mark.parametrize("name", sorted(LADDERS))
def test_a_catalog_of_another_place_is_told_by_what_to_try(name: str, tmp_path: Path) -> None:
    told = " ".join(run(name, tmp_path, "--describe", catalog=False).out.split())
    assert "No row names a class of this catalog. --catalog names another; 'ladder catalogs' lists those" in told
    assert "No row names a class" not in " ".join(run(name, tmp_path, "--describe").out.split())
