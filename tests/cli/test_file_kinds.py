"""Each kind of file that ladder knows, given to each command that takes a file: answered, or told where it belongs."""

import json
from pathlib import Path

import pytest

from ladder.catalog.file_kinds import FileKind, find_kind
from tests.catalog.written import write_catalog
from tests.cli.running import run_here

PROFILE = {"as_of": "2026-11", "jobs": [{"class": "us-nd/0441", "months": 24}], "standing": {"internal": True}}
DOCUMENT = "CLASS TITLE: EXAMPLE CLERK\n\nMINIMUM QUALIFICATIONS\nTwo years of clerical work.\n"
READING_LIST = {"format": 1, "complete": True, "documents": [], "read": {}, "jurisdictions": {}, "set_aside": {}}

MADE = {
    "c.json": ["catalog", "build", "-o", "c.json"],
    "schema/class.schema.json": ["schema", "-o", "schema"],
    "site/ladder-site.json": ["site", "--catalog", "own", "-o", "site"],
    "shown.json": ["show", "0441", "--json", "-o", "shown.json"],
    "classes.json": ["classes", "--json", "-o", "classes.json"],
    "path.json": ["path", "0441", "0443", "--json", "-o", "path.json"],
    "assessed.json": ["assess", "me.json", "--target", "0443", "--json", "-o", "assessed.json"],
    "table.json": ["assess", "me.json", "--json", "-o", "table.json"],
    "found.json": ["check", "--json", "-o", "found.json"],
    "me.yaml": ["profile", "new", "--as-of", "2026-11", "-o", "me.yaml"],
}
KINDS = {
    "own/us-aa/1.yaml": FileKind.CLASS,
    "class.json": FileKind.CLASS,
    "own/us-aa/jurisdiction.yaml": FileKind.JURISDICTION,
    "place.json": FileKind.JURISDICTION,
    "c.json": FileKind.CATALOG,
    "open.json": FileKind.CATALOG,
    "reading.json": FileKind.READING_LIST,
    "schema/class.schema.json": FileKind.SCHEMA,
    "site/ladder-site.json": FileKind.SITE_LIST,
    "me.yaml": FileKind.PROFILE,
    "me.json": FileKind.PROFILE,
    "me": FileKind.PROFILE,
    "layout.yaml": FileKind.LAYOUT,
    "read.jsonl": FileKind.READINGS,
    "shown.json": FileKind.ANSWER,
    "classes.json": FileKind.ANSWER,
    "path.json": FileKind.ANSWER,
    "assessed.json": FileKind.ANSWER,
    "table.json": FileKind.ANSWER,
    "found.json": FileKind.ANSWER,
}
CHECKED = {FileKind.CATALOG, FileKind.CLASS, FileKind.JURISDICTION, FileKind.PROFILE}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a file of each kind, made by ladder wherever it makes such files."""
    at = tmp_path_factory.mktemp("kinds")
    write_catalog(at / "own")
    compiled = at / "open.json"
    assert run_here("catalog", "build", "--catalog", str(at / "own"), "-o", str(compiled)).status == 0
    raw = json.loads(compiled.read_bytes())
    del raw["checksum"]
    for name, value in {
        "open.json": raw,
        "class.json": next(one for one in raw["classes"] if one["code"] == "1"),
        "place.json": raw["jurisdictions"][0],
        "me.json": PROFILE,
        "me": PROFILE,
        "layout.yaml": {"jobs": {"employee": "ID"}, "code_digits": 4},
        "reading.json": READING_LIST,
    }.items():
        (at / name).write_text(json.dumps(value, indent=1), encoding="utf-8")
    (at / "d.txt").write_text(DOCUMENT, encoding="utf-8")
    for words in MADE.values():
        made = [str(at / word) if "." in word or word in {"own", "site", "schema"} else word for word in words]
        assert run_here(*_commands_kept(words, made)).err == ""
    (at / "read.jsonl").write_text(run_here("read", str(at / "d.txt"), "--json").out, encoding="utf-8")
    return at


def _commands_kept(words: list[str], made: list[str]) -> list[str]:
    return [words[0], *made[1:]]


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_each_file_is_told_by_its_fields(name: str, kind: FileKind, folder: Path) -> None:
    assert find_kind((folder / name).read_text(encoding="utf-8")) is kind


@pytest.mark.parametrize(
    "text", ["", "[]", "5", "# nothing", "{", "[" * 100_000, "a: 1", '{"a": 1}', "- jobs", "<p>jobs:"]
)
def test_what_no_field_tells_is_of_no_kind(text: str) -> None:
    assert find_kind(text) is None


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_check_looks_it_over_or_says_what_it_is(name: str, kind: FileKind, folder: Path) -> None:
    run = run_here("check", str(folder / name), "--as-of", "2026-11")
    if kind in CHECKED:
        assert (run.status, run.err) == (0, "")
        assert run.out.splitlines()[0].endswith(f"{folder / name}: no faults")
        assert run.out.startswith("the profile ") is (kind is FileKind.PROFILE)
    else:
        _is_told(run.status, run.out, run.err, f"this is {kind.words}, and nothing to check; {kind.belongs}")


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_the_catalog_option_takes_it_or_says_what_it_is(name: str, kind: FileKind, folder: Path) -> None:
    run = run_here("classes", "--catalog", str(folder / name))
    if kind is FileKind.CATALOG:
        assert (run.status, run.err) == (0, "")
    elif name.endswith(".yaml") and kind is not FileKind.PROFILE:
        _is_told(run.status, run.out, run.err, "a single YAML file is no catalog; name its folder")
    else:
        _is_told(run.status, run.out, run.err, f"this is {kind.words}, and no catalog; {kind.belongs}")


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_assess_takes_it_or_says_what_it_is(name: str, kind: FileKind, folder: Path) -> None:
    run = run_here("assess", str(folder / name), "--target", "0443", "--as-of", "2026-11")
    if kind is FileKind.PROFILE:
        assert (run.status, run.err) == (0, "")
    else:
        _is_told(run.status, run.out, run.err, f"this is {kind.words}, and no profile; {kind.belongs}")


def _is_told(status: int, out: str, err: str, words: str) -> None:
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert err.endswith(f": {words}\n")


@pytest.mark.parametrize("name", ["me.json", "me.yaml"])
def test_check_names_every_fault_of_a_profile_beside_the_catalog(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(
        '{"as_of": "2026-11",\n "jobs": [{"class": "us-nd/9999", "months": 24},\n'
        '  {"class": "us-nd/0441", "start": "2027-01", "counts_toward": ["us-nd/0441#none"]}]}\n',
        encoding="utf-8",
    )
    checked, assessed = run_here("check", str(file)), run_here("assess", str(file))
    assert (checked.status, checked.out) == (2, "")
    assert checked.err == assessed.err
    assert [line.partition(": ")[0].rpartition(":")[2] for line in checked.err.splitlines()] == ["2", "3", "3"]
    told = json.loads(run_here("check", str(file), "--json").out)
    assert len(told["faults"]) == 3


def test_check_looks_names_up_in_the_catalog_named(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "me.json"
    file.write_text('{"jobs": [{"class": "us-aa/1", "months": 3}]}', encoding="utf-8")
    assert run_here("check", str(file), "--catalog", str(folder / "own")).status == 0
    assert "no class is called 'us-aa/1'" in run_here("check", str(file)).err
    assert run_here("check", str(file), "--catalog", str(folder / "gone")).err.startswith(str(folder / "gone"))


def test_a_month_given_to_check_beats_the_profile_s_own(tmp_path: Path) -> None:
    file = tmp_path / "me.json"
    file.write_text('{"as_of": "2026-11", "jobs": [{"class": "0441", "start": "2026-01"}]}', encoding="utf-8")
    assert run_here("check", str(file)).status == 0
    assert "service after the as-of month 2025-12" in run_here("check", str(file), "--as-of", "2025-12").err


@pytest.mark.parametrize("text", ['{"jobs": [{"class": "0441", "months": 3,}]}', "\ufeff{ jobs : []}"])
def test_a_damaged_profile_is_told_as_one(text: str, tmp_path: Path) -> None:
    file = tmp_path / "me.json"
    file.write_text(text, encoding="utf-8")
    checked = run_here("check", str(file))
    assert checked.status == 2
    assert checked.err.startswith(f"{file}:1: this is not JSON: ")
    assert run_here("assess", str(file)).err == checked.err
