"""No command writes over what it reads: every option of every command, found in the commands themselves."""

import base64
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from ladder.cli.options import InputPath, OutputPath
from ladder.cli.program import NAME, program
from tests.writing.scenes import ladder, snapshot, write_documents

AS_OF = ("--as-of", "2026-11")
WORDS = {
    "assess": (),
    "catalog build": (),
    "catalog schema": (),
    "check": (),
    "classes": (),
    "catalogs": (),
    "export": ("json",),
    "feeders": ("us-nd/7102",),
    "map": (),
    "path": ("us-nd/7101", "us-nd/7102"),
    "profile new": (),
    "reach": ("us-nd/7101",),
    "read": (),
    "report catalog": (),
    "report class": ("us-nd/7102",),
    "report path": ("us-nd/7101", "us-nd/7102"),
    "report profile": (),
    "roster": (),
    "schema": (),
    "show": ("us-nd/7102",),
    "site": (),
}
"""Every command, and what it must be given besides files. A new command has its line here, or this module fails."""

GIVEN = {
    "profile": ("me.yaml",),
    "catalog": ("c", "c.json"),
    "headings": ("headings.yaml",),
    "logo": ("logo.png",),
    "paths": ("docs/ferry.txt", "docs"),
    "file": ("jobs.csv",),
    "jobs": ("jobs.csv",),
    "people": ("people.csv",),
    "rulings": ("rulings.yaml",),
}
"""What stands for each kind of input. A new kind has its line here, or this module fails."""

HELD = {"c": "c/us-nd/7101.yaml", "docs": "docs/ferry.txt"}
"""A file that is read where a folder is named."""


LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""A picture of one dot."""


class Case(NamedTuple):
    """A command, the parameter and the path that it reads, and the option and path that it is to write."""

    command: str
    parameter: str
    given: str
    option: str
    target: str


def commands(group: click.Group = program, before: Sequence[str] = ()) -> Iterator[tuple[str, click.Command]]:
    """Yield every command of the program by its words."""
    context = click.Context(group, info_name=NAME)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from commands(found, (*before, name))
        else:
            yield " ".join((*before, name)), found


def paths_of(command: click.Command, kind: type[click.Path]) -> list[click.Parameter]:
    return [one for one in command.params if isinstance(one.type, kind)]


def cases() -> Iterator[Case]:
    for name, command in commands():
        for option in paths_of(command, OutputPath):
            assert isinstance(option.type, OutputPath)
            for parameter in paths_of(command, InputPath):
                for given in GIVEN[str(parameter.name)]:
                    target = given if option.type.is_folder else HELD.get(given, given)
                    if not option.type.is_folder or target in HELD:
                        yield Case(name, str(parameter.name), given, option.opts[0], target)


def words_of(case: Case, place: Path, target: Path) -> list[str | Path]:
    """Return the call: what must be given, the input of the case, and the output that is the same."""
    command = dict(commands())[case.command]
    words: list[str | Path] = [*case.command.split(), *WORDS[case.command]]
    for parameter in paths_of(command, InputPath):
        is_asked = str(parameter.name) == case.parameter
        if is_asked or parameter.required:
            given = place / (case.given if is_asked else GIVEN[str(parameter.name)][0])
            words += [given] if isinstance(parameter, click.Argument) else [parameter.opts[0], given]
    if case.command == "roster" and case.parameter == "catalog":
        words += ["--jobs", place / "jobs.csv"]
    return [*words, case.option, target]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("made")
    write_documents(place / "docs")
    (place / "headings.yaml").write_text("{}\n", "utf-8")
    (place / "logo.png").write_bytes(LOGO)
    (place / "jobs.csv").write_text("employee,class,start\ne1,us-nd/7101,2020-01-01\n", "utf-8")
    (place / "people.csv").write_text("employee,internal\ne1,yes\n", "utf-8")
    (place / "rulings.yaml").write_text("rulings: []\n", "utf-8")
    (place / "me.yaml").write_text("as_of: 2026-11\njobs: []\n", "utf-8")
    assert ladder("read", place / "docs", "-o", place / "c") == 0
    assert ladder("catalog", "build", "--catalog", place / "c", "-o", place / "c.json") == 0
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "place")


def test_every_command_and_every_path_of_it_is_known() -> None:
    found = dict(commands())
    assert found.keys() == WORDS.keys()
    for name, command in found.items():
        for one in paths_of(command, click.Path):
            assert isinstance(one.type, InputPath | OutputPath), f"{name} {one.name}: say whether it is read or written"
        written = {option for one in paths_of(command, OutputPath) for option in one.opts}
        named = {one for parameter in command.params for one in parameter.opts}
        assert {"-o", "--output", "--sheet"} & named <= written


@pytest.mark.parametrize("case", list(cases()), ids="-".join)
def test_an_output_that_is_an_input_is_refused_and_nothing_is_touched(
    place: Path, case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(place)
    capsys.readouterr()
    assert ladder(*words_of(case, place, place / case.target)) == 2
    told = capsys.readouterr()
    is_told = "is read here and would be written over" in told.err
    assert is_told or (case.command == "profile new" and "is there already" in told.err)
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert snapshot(place) == before


def as_link(place: Path, file: Path) -> Path:
    (place / "link").symlink_to(file)
    return place / "link"


def as_link_to_its_folder(place: Path, file: Path) -> Path:
    (place / "link").symlink_to(file.parent)
    return place / "link" / file.name


def as_second_name(place: Path, file: Path) -> Path:
    os.link(file, place / "second")
    return place / "second"


def as_relative(_place: Path, file: Path) -> Path:
    return Path(os.path.relpath(file))


def as_way_round(_place: Path, file: Path) -> Path:
    return file.parent / ".." / file.parent.name / file.name


WAYS = (as_link, as_link_to_its_folder, as_second_name, as_relative, as_way_round)
CALLS = (
    ("me.yaml", ("assess", "me.yaml", "-o")),
    ("c.json", ("classes", "--catalog", "c.json", "--json", "-o")),
    ("c.json", ("map", "--catalog", "c.json", "-o")),
    ("c/us-nd/7102.yaml", ("catalog", "build", "--catalog", "c", "-o")),
    ("docs/ferry.txt", ("read", "docs", "--sheet")),
    ("docs/ferry.txt", ("check", "docs/ferry.txt", "-o")),
    ("me.yaml", ("report", "profile", "me.yaml", "-o")),
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize(("file", "words"), CALLS, ids=lambda one: one if isinstance(one, str) else " ".join(one))
def test_however_the_same_file_is_named(
    place: Path,
    way: Callable[[Path, Path], Path],
    file: str,
    words: Sequence[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(place)
    target = way(place, place / file)
    before = snapshot(place)
    assert ladder(*words, target) == 2
    assert snapshot(place) == before


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("c", ("site", "--catalog", "c", "-o")),
        ("docs", ("read", "docs", "-o")),
        ("docs", ("read", "c", "docs", "-o")),
    ],
)
def test_a_folder_that_is_read_is_not_written_under_another_name(
    place: Path, target: str, words: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    (place / "link").symlink_to(target)
    before = snapshot(place)
    assert ladder(*words, "link/") == 2
    assert snapshot(place) == before


def test_a_document_in_the_folder_that_is_kept_is_not_written_over(place: Path) -> None:
    before = snapshot(place)
    kept = place / "c" / "us-nd" / "7101.yaml"
    kept.write_bytes((place / "docs" / "ferry.txt").read_bytes())
    for name in ("7102.yaml", "ferry-planner.yaml", "jurisdiction.yaml"):
        (place / "c" / "us-nd" / name).unlink()
    shutil.rmtree(place / "c" / "us-ct")
    (place / "c" / "reading.json").unlink()
    os.link(kept, place / "ferry.txt")
    kept.unlink()
    os.link(place / "ferry.txt", place / "c" / "schema" / "class.schema.json.txt")
    (place / "c" / "schema" / "class.schema.json").unlink()
    (place / "c" / "schema" / "class.schema.json.txt").rename(place / "c" / "schema" / "class.schema.json")
    before = snapshot(place)
    assert ladder("read", place / "ferry.txt", "-o", place / "c") == 2
    assert snapshot(place) == before


def test_two_outputs_are_two_files(place: Path) -> None:
    for sheet in (place / "new", place / "new" / "reading.json", place / "new" / "us-nd" / "7101.yaml"):
        assert ladder("read", place / "docs", "-o", place / "new", "--sheet", sheet) == 2
        assert not any((place / "new").glob("*"))
    for name in ("c/us-nd/7101.yaml", "c/reading.json"):
        before = snapshot(place)
        assert ladder("read", place / "docs", "-o", place / "c", "--sheet", place / name) == 2
        assert snapshot(place) == before


def test_standard_input_is_an_input(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(place)
    with (place / "me.yaml").open(encoding="utf-8") as given:
        monkeypatch.setattr("sys.stdin", given)
        assert ladder("assess", "-", "--catalog", place / "c", "-o", place / "me.yaml") == 2
    assert snapshot(place) == before


def test_the_bundled_catalog_is_an_input(tmp_path: Path) -> None:
    bundled = Path(__file__).parents[2] / "data" / "catalog.json"
    try:
        os.link(bundled, tmp_path / "c.json")
    except OSError:
        pytest.skip("the folder for tests is on another disk than the catalog")
    assert ladder("classes", "-o", tmp_path / "c.json") == 2
    assert (tmp_path / "c.json").stat().st_ino == bundled.stat().st_ino


def test_a_profile_is_begun_in_a_new_file_only(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "dangling").symlink_to(place / "nothing")
    for name in ("me.yaml", "c.json", "dangling"):
        before = snapshot(place)
        assert ladder("profile", "new", *AS_OF, "-o", place / name) == 2
        assert "is there already; name another file" in capsys.readouterr().err
        assert snapshot(place) == before
    assert ladder("profile", "new", *AS_OF, "-o", place / "new.yaml") == 0
    assert ladder("profile", "new", *AS_OF, "-o", "/dev/null") == 0


def test_a_catalog_folder_is_read_and_compiled_into_itself(place: Path) -> None:
    """What is not read may be written, as ``data/catalog.json`` is."""
    assert ladder("catalog", "build", "--catalog", place / "c", "-o", place / "c" / "catalog.json") == 0
    assert ladder("catalog", "build", "--catalog", place / "c", "-o", place / "c" / "catalog.json") == 0
    assert ladder("read", place / "docs", "-o", place / "docs" / "catalog") == 0
    assert ladder("read", place / "docs", "-o", place / "docs" / "catalog") == 0
