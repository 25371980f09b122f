"""Bad files at the command line: exit 2, one line a fault with its place, no traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalog.written import service_rule, write_catalog, write_class
from tests.cli.running import run_here

NO_SUCH_CATALOG = (
    "there is no such file, and no catalog that comes with ladder is called so; name a file or folder, or one of "
    "seeds, los-angeles, philadelphia"
)
ALIASES = "a: &a [x, x]\nb: [*a, *a]\n"


def _text(text: str) -> Callable[[Path], None]:
    def spoil(file: Path) -> None:
        file.write_text(text, encoding="utf-8")

    return spoil


def _changed(old: str, new: str) -> Callable[[Path], None]:
    def spoil(file: Path) -> None:
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return spoil


def _as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _twice(file: Path) -> None:
    write_class(file.parent, "1", name="2nd.yaml")


def _names_nowhere(file: Path) -> None:
    write_class(file.parent, "1", rules=service_rule("us-aa/99"))


def _within_itself(file: Path) -> None:
    _changed("months: 12, what: work", "months: 12, what: work, within: general")(file)


BAD = [
    ("a code read as a number", _changed('code: "1"', "code: 5246"), "1.yaml:2: code: this must be text"),
    ("a code with a zero before it", _changed('code: "1"', "code: 0441"), "1.yaml:2: code: 0441 means different"),
    ("a repeated field", _changed("title:", 'code: "1"\ntitle:'), "1.yaml:3: code: the field is given twice"),
    ("a tag", _changed("title: ", "title: !!python/name:os.system "), "1.yaml:3: title: YAML tags such as"),
    ("an alias", _text(ALIASES), "1.yaml:1: a: YAML anchors (&) and aliases (*)"),
    ("brackets", _text("[" * 41), "1.yaml:1: groups and lists stand more than 40 deep"),
    ("an empty file", _text(""), "1.yaml: the file is empty"),
    ("a folder as a file", _as_folder, "1.yaml: this is a folder"),
    ("within itself", _within_itself, "1.yaml:6: qualifications: requirement 'general' is within itself"),
    ("two with one code", _twice, "2nd.yaml:2: code: the class us-aa/1 is given twice"),
    ("a class that is nowhere", _names_nowhere, "the class us-aa/99 is nowhere in the catalog"),
    (
        "a number that is none",
        _changed("months: 12", "months: .nan"),
        "1.yaml:9: qualifications.requirements[0].months",
    ),
    ("negative months", _changed("months: 12", "months: -1"), "1.yaml:9: qualifications.requirements[0].months"),
]


@pytest.mark.parametrize(("spoil", "fault"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
@pytest.mark.parametrize("command", [["check", "."], ["classes", "--catalog", "."]], ids=["check", "classes"])
def test_each_bad_file_is_refused(
    command: list[str], spoil: Callable[[Path], None], fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(write_catalog(tmp_path) / "us-aa" / "1.yaml")
    monkeypatch.chdir(tmp_path)
    run = run_here(*command)
    assert (run.status, run.out) == (2, "")
    assert any(fault in line and "; " in line for line in run.err.splitlines())
    assert all(line.startswith("us-aa") for line in run.err.splitlines())
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("gone", f"gone: {NO_SUCH_CATALOG}"),
        (".", ".: the folder holds no class specifications; name a folder that has a jurisdiction.yaml"),
        ("/dev/null", "/dev/null: this is not a regular file; name a file, or '-' for standard input"),
    ],
)
def test_a_catalog_that_is_none(path: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for run in (run_here("classes", "--catalog", path), run_here("classes", env={"LADDER_CATALOG": path})):
        assert (run.status, run.out, run.err) == (2, "", fault + "\n")
