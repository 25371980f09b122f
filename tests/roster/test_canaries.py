"""A thousand canary people, every field unique: nothing of them in what is said, written about all, or left behind."""

import base64
import csv
import gzip
import html
import json
import shutil
import urllib.parse
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ladder.roster import reading_roster
from tests.cli.running import Run, run_here, run_ladder
from tests.roster.rosters import write_rows

pytestmark = pytest.mark.untraced

PEOPLE = 1_000
CLASSES = ("us-nd/0441", "us-nd/0442", "us-nd/0443", "us-ct/5246SH")


def canary(person: int, field: str) -> str:
    return f"cnry{person:04d}\u00e9<{field}>"


def canaries() -> Iterator[str]:
    """Yield the part of each canary that is in no other text: so short that no cut or wrapping hides it."""
    for person in range(PEOPLE):
        yield f"cnry{person:04d}\u00e9"


def tables(folder: Path, *, bad: bool) -> list[str]:
    jobs = [
        {
            "employee": canary(person, "id"),
            "record": canary(person, "record"),
            "class": CLASSES[person % 4] if not bad or person % 3 else canary(person, "class"),
            "title": canary(person, "title"),
            "start": f"{1980 + person % 40}-0{1 + person % 9}-1{person % 10}"
            if not bad or person % 5
            else canary(person, "d"),
            "target_class": canary(person, "target"),
            "action": "" if not bad or person % 7 else canary(person, "action"),
            "fte": "1" if not bad or person % 11 else canary(person, "fte"),
        }
        for person in range(PEOPLE)
    ]
    people = [
        {
            "employee": canary(person, "id"),
            "degrees": f"bachelor: {canary(person, 'field')}: 2010-05",
            "courses": f"{canary(person, 'course')}: 3",
            "licences": canary(person, "license"),
            "programs": "" if not bad or person % 13 else canary(person, "program"),
        }
        for person in range(PEOPLE)
    ]
    return [
        *("--jobs", str(write_rows(folder / "jobs.csv", jobs))),
        *("--people", str(write_rows(folder / "people.csv", people))),
        *("--as-of", "2026-11"),
    ]


def disguises(content: bytes) -> Iterator[bytes]:
    """Yield the content as it is, and what it holds in other writing."""
    yield content
    text = content.decode("utf-8", errors="replace")
    yield html.unescape(text).encode()
    yield urllib.parse.unquote(text).encode()
    yield content.replace(b"\\u00e9", "\u00e9".encode())
    if content[:2] == b"\x1f\x8b":
        yield from disguises(gzip.decompress(content))


def written_forms(token: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        plain = token.encode(encoding)
        yield plain
        yield plain.hex().encode()
        yield base64.b64encode(plain).rstrip(b"=")[:-1]


def found_in(content: bytes) -> list[str]:
    """Return the canaries in a content; all begin alike, so that most contents are looked through once."""
    looks = list(disguises(content))
    start = tuple(form[:6] for form in written_forms("cnry0000"))
    if not any(one in look for look in looks for one in start):
        return []
    return [token for token in canaries() if any(form in look for form in written_forms(token) for look in looks)]


def contents(folder: Path) -> Iterator[bytes]:
    for file in folder.rglob("*"):
        if file.is_file() and file.name not in {"jobs.csv", "people.csv"}:
            yield file.read_bytes()
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as packed:
                    yield from (packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("form", ["plain", "hex", "base64", "UTF-16", "URL", "HTML", "JSON", "gzip"])
def test_a_canary_is_found_in_every_disguise(form: str) -> None:
    person = "cnry0007\u00e9"
    made = {
        "plain": person.encode(),
        "hex": person.encode().hex().encode(),
        "base64": base64.b64encode(person.encode()),
        "UTF-16": person.encode("utf-16-le"),
        "URL": urllib.parse.quote(person).encode(),
        "HTML": b"cnry0007&eacute;",
        "JSON": json.dumps(person).encode(),
        "gzip": gzip.compress(person.encode()),
    }
    assert found_in(made[form]) == [person]


@pytest.mark.parametrize("bad", [False, True])
@pytest.mark.parametrize("words", [("--describe",), ("--describe", "--json"), ("--skip-bad", "--json"), ("--debug",)])
def test_nothing_that_is_said_holds_a_person(words: tuple[str, ...], *, bad: bool, tmp_path: Path) -> None:
    run: Run = run_here("roster", *tables(tmp_path, bad=bad), *words)
    assert run.status == (2 if bad and "--skip-bad" not in words else 0)
    assert found_in(run.out.encode()) == []
    assert found_in(run.err.encode()) == []


@pytest.mark.parametrize("bad", [False, True])
def test_nothing_that_is_written_or_left_behind_holds_a_person(*, bad: bool, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: no Parquet is written")
    left = tmp_path / "temporary"
    left.mkdir()
    words = tables(tmp_path, bad=bad)
    places = (
        "--csv",
        str(tmp_path / "csv"),
        "--xlsx",
        str(tmp_path / "b.xlsx"),
        "--parquet",
        str(tmp_path / "parquet"),
    )
    env = {"TMPDIR": str(left), "LADDER_CACHE": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    run = run_ladder("roster", *words, "--skip-bad", *places, env=env)
    assert run.status == 0, run.err
    assert found_in((run.out + run.err).encode()) == []
    assert [found_in(one) for one in contents(tmp_path) if found_in(one)] == []
    assert list(left.iterdir()) == []


@pytest.mark.parametrize("words", [(), ("--debug",)])
def test_a_fault_of_ladder_itself_says_nothing_of_a_person(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(canary(7, "id"))

    monkeypatch.setattr(reading_roster, "read_roster", fail)
    run = run_here("roster", *tables(tmp_path, bad=False), *words)
    assert (run.status, "KeyError while a roster was read" in run.err) == (70, True)
    assert found_in(run.err.encode()) == []


# ------------------------------------------------------------------ in parts


def in_parts(folder: Path, *, bad: bool, number: int = 3) -> list[str]:
    """Write the same people as parts, and return the words of the command about them."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: there are no parts")
    from tests.roster.parts import write_parquet  # noqa: PLC0415 - it imports pyarrow

    tables(folder, bad=bad)
    for name in ("jobs", "people"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for part in range(number):
            write_parquet(folder / "parts" / name / f"{part}.parquet", rows[part::number], list(rows[0]))
    places = ["--jobs", str(folder / "parts" / "jobs"), "--people", str(folder / "parts" / "people")]
    return [*places, "--as-of", "2026-11"]


@pytest.mark.parametrize("bad", [False, True])
def test_finished_parts_and_all_else_that_is_left_of_them_hold_no_person(*, bad: bool, tmp_path: Path) -> None:
    left, kept = tmp_path / "temporary", tmp_path / "kept"
    left.mkdir()
    words = [*in_parts(tmp_path, bad=bad), "--workers", "2", "--keep", str(kept), "--csv", str(tmp_path / "csv")]
    env = {"TMPDIR": str(left), "LADDER_CACHE": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    run = run_ladder("roster", *words, "--skip-bad", env=env)
    assert run.status == 0, run.err
    assert len(list(kept.iterdir())) == 3
    shutil.rmtree(tmp_path / "parts")
    assert found_in((run.out + run.err).encode()) == []
    assert [found_in(one) for one in contents(tmp_path) if found_in(one)] == []
    assert list(left.iterdir()) == []


@pytest.mark.parametrize("words", [("--describe",), ("--skip-bad", "--json"), ("--debug",)])
def test_nothing_that_is_said_of_parts_holds_a_person(words: tuple[str, ...], tmp_path: Path) -> None:
    run = run_here("roster", *in_parts(tmp_path, bad=True), *words)
    assert run.status == (0 if "--skip-bad" in words else 2)
    assert found_in((run.out + run.err).encode()) == []


def test_an_employee_in_two_parts_is_never_named(tmp_path: Path) -> None:
    words = in_parts(tmp_path, bad=False)
    jobs = tmp_path / "parts" / "jobs"
    shutil.copy(jobs / "0.parquet", jobs / "1.parquet")
    run = run_here("roster", *words)
    assert (run.status, "EMPLOYEE_IN_TWO_FILES" in run.err) == (2, True)
    assert found_in((run.out + run.err).encode()) == []


@pytest.mark.parametrize("words", [(), ("--debug",)])
def test_a_fault_of_ladder_itself_in_a_part_says_nothing_of_a_person(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(canary(7, "id"))

    asked = in_parts(tmp_path, bad=False)
    monkeypatch.setattr("ladder.roster.part_work.read_roster", fail)
    run = run_here("roster", *asked, *words)
    assert (run.status, "KeyError while a roster was read" in run.err) == (70, True)
    assert found_in(run.err.encode()) == []
