"""Folders that somebody tampered with: nothing outside is touched, nothing of a person's in them is lost."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.writing.scenes import Snapshot, ladder, snapshot, write_documents

AS_OF = ("--as-of", "2026-11")
OUTSIDE = {"outside.txt": b"theirs", "outside.yaml": b"theirs: too\n", "elsewhere/1.yaml": b"title: theirs\n"}
NAMED: Mapping[str, Any] = {
    "jurisdiction": "us-ct",
    "slug": "own",
    "title": "Own",
    "completeness": "named-only",
    "source": {"document": "d", "section": "s"},
}
OWN = b"""# by hand
jurisdiction: us-ct
slug: own
title: Own
completeness: named-only
source: {document: d, section: s}
"""
VALUES: Mapping[str, object] = {
    "read": NAMED,
    "jurisdictions": {"id": "us-ct", "name": "Connecticut"},
    "set_aside": "bridge.txt",
}
PATHS = (
    "../outside.txt", "../outside.yaml", "us-ct/../../outside.yaml", "..", ".", "", "/", "//outside.yaml",
    "..\\outside.yaml", "us-ct\\1.yaml", "C:/1.yaml", "us-ct/./1.yaml", "us-ct//1.yaml", "us-ct/1.yaml/",
    "notes.txt", "us-ct/notes.txt", "quarantine/notes.txt", "reading.json", "schema/class.schema.json",
    "a/b/c/d.yaml", "us-ct/.hidden.yaml", ".git/1.yaml", "us-ct/con.yaml", "us-ct/1.yaml\0", "us-ct/\n1.yaml",
    "us-ct/1.yaml ", "us-ct/\ud8001.yaml", "us-ct/" + "x" * 300 + ".yaml", "quarantine/us-ct/../../../outside.yaml",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place with documents, a catalog folder read from them, its site, and files of others."""
    place = tmp_path_factory.mktemp("made")
    write_documents(place / "docs")
    assert ladder("read", place / "docs", "-o", place / "c") == 0
    assert ladder("site", "--catalog", place / "c", "-o", place / "site", *AS_OF) == 0
    for name, content in OUTSIDE.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(content)
    (place / "c" / "notes.txt").write_bytes(b"mine")
    (place / "c" / "us-ct" / "notes.txt").write_bytes(b"mine")
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """Return a copy of that place."""
    return shutil.copytree(made, tmp_path / "place", symlinks=True)


def change_document(place: Path) -> None:
    """Change a document, so that its class and its schema are written anew and another class only named goes."""
    bridge = place / "docs" / "bridge.txt"
    bridge.write_text(bridge.read_text("utf-8").replace("EU 21", "EU 23").replace("Bridge Planner", "Harbor Planner"))


def add_to_list(place: Path, field: str, path: str, value: object) -> None:
    listed = json.loads((place / "c" / "reading.json").read_bytes())
    listed[field][path] = value
    (place / "c" / "reading.json").write_text(json.dumps(listed), "utf-8")


def assert_nothing_lost(made: Path, before: Snapshot, after: Snapshot) -> None:
    """Assert that all is there that ladder did not write: in its place, or beside it as ``.old``."""
    ours = snapshot(made)
    for path, found in before.items():
        if path == "c/reading.json" or ours.get(path) == found:
            continue
        beside = [content for name, (_, content) in after.items() if name.startswith(f"{path}.old")]
        assert after.get(path) == found or found[1] in beside, path
    for name in ("docs", "elsewhere", "notes.txt", *OUTSIDE):
        for path in before:
            if path == name or path.startswith(f"{name}/"):
                assert after[path] == before[path]


# ------------------------------------------------------------------ a list that names what it should not


@pytest.mark.parametrize("field", VALUES)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: ascii(path)[:40])
def test_a_list_that_names_what_no_file_of_the_folder_can_be_is_refused_as_a_whole(
    place: Path, field: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change_document(place)
    add_to_list(place, field, path, VALUES[field])
    before = snapshot(place)
    capsys.readouterr()
    assert ladder("read", place / "docs", "-o", place / "c") == 2
    assert snapshot(place) == before
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert f"{place / 'c' / 'reading.json'}:" in told[0]


def test_each_fault_of_a_list_is_one_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for field, value in VALUES.items():
        add_to_list(place, field, "../outside.yaml", value)
    assert ladder("read", place / "docs", "-o", place / "c") == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


def list_class(place: Path) -> None:
    """A file by hand, and a list that says that it was read."""
    (place / "c" / "us-ct" / "own.yaml").write_bytes(OWN)
    add_to_list(place, "read", "us-ct/own.yaml", NAMED)


def list_class_in_capitals(place: Path) -> None:
    (place / "c" / "us-ct" / "OWN.yaml").write_bytes(OWN)
    add_to_list(place, "read", "us-ct/own.yaml", NAMED)


def list_class_of_a_folder(place: Path) -> None:
    (place / "c" / "us-xx").mkdir()
    (place / "c" / "us-xx" / "own.yaml").symlink_to(place / "outside.yaml")
    add_to_list(place, "read", "us-ct/own.yaml", NAMED)


def list_quarantined(place: Path, content: bytes = OWN) -> None:
    """A file by hand in quarantine, and a list that says that it was set aside."""
    (place / "c" / "quarantine" / "us-ct").mkdir(parents=True)
    (place / "c" / "quarantine" / "us-ct" / "own.yaml").write_bytes(content)
    add_to_list(place, "set_aside", "quarantine/us-ct/own.yaml", "bridge.txt")


def list_quarantined_bytes(place: Path) -> None:
    list_quarantined(place, b"\xff\xfe no text")


def list_quarantined_link(place: Path) -> None:
    (place / "c" / "quarantine" / "us-ct").mkdir(parents=True)
    (place / "c" / "quarantine" / "us-ct" / "own.yaml").symlink_to(place / "outside.yaml")
    add_to_list(place, "set_aside", "quarantine/us-ct/own.yaml", "bridge.txt")


def list_quarantined_elsewhere(place: Path) -> None:
    (place / "c" / "quarantine").mkdir()
    (place / "c" / "quarantine" / "us-ct").symlink_to(place / "elsewhere")
    add_to_list(place, "set_aside", "quarantine/us-ct/1.yaml", "bridge.txt")


def list_quarantined_folder(place: Path) -> None:
    (place / "c" / "quarantine" / "us-ct" / "own.yaml").mkdir(parents=True)
    (place / "c" / "quarantine" / "us-ct" / "own.yaml" / "mine").write_bytes(b"mine")
    add_to_list(place, "set_aside", "quarantine/us-ct/own.yaml", "bridge.txt")


def list_quarantined_pipe(place: Path) -> None:
    (place / "c" / "quarantine" / "us-ct").mkdir(parents=True)
    os.mkfifo(place / "c" / "quarantine" / "us-ct" / "own.yaml")
    add_to_list(place, "set_aside", "quarantine/us-ct/own.yaml", "bridge.txt")


def forge_schema(place: Path) -> None:
    (place / "c" / "schema" / "class.schema.json").write_bytes(b"{}")


def lose_list(place: Path) -> None:
    (place / "c" / "reading.json").unlink()
    (place / "c" / "us-ct" / "own.yaml").write_bytes(OWN)


# ------------------------------------------------------------------ what stands in the way


def in_the_way(path: str, put: Callable[[Path, Path], None]) -> Callable[[Path], None]:
    """Return what puts something else in the place of a file or folder of the catalog."""

    def spoil(place: Path) -> None:
        file = place / "c" / path
        if file.is_dir():
            file.rename(place / "moved")
        else:
            file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        put(place, file)

    return spoil


def put_link(place: Path, file: Path) -> None:
    file.symlink_to(place / "moved" if (place / "moved").exists() else place / "outside.yaml")


def put_dangling_link(place: Path, file: Path) -> None:
    file.symlink_to(place / "nothing")


def put_circle(_place: Path, file: Path) -> None:
    file.symlink_to(file.name)


def put_pipe(_place: Path, file: Path) -> None:
    os.mkfifo(file)


def put_folder(_place: Path, file: Path) -> None:
    file.mkdir()
    (file / "mine").write_bytes(b"mine")


def put_text(_place: Path, file: Path) -> None:
    file.write_bytes(b"mine\n")


def put_bytes(_place: Path, file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")


def put_nothing(_place: Path, file: Path) -> None:
    file.write_bytes(b"")


PUT = (put_link, put_dangling_link, put_circle, put_pipe, put_folder, put_text, put_bytes, put_nothing)
WRITTEN = (
    "reading.json", "us-ct/1234EU.yaml", "us-ct/jurisdiction.yaml", "schema/class.schema.json", "us-ct", "schema",
    "us-ct/harbor-planner.yaml", "quarantine/us-ct/1234EU-again-txt.yaml", "quarantine/us-ct", "quarantine",
    "us-ct/1234EU.yaml.old",
)  # fmt: skip
SPOILED: Mapping[str, Callable[[Path], None]] = {
    **{
        one.__name__: one
        for one in (
            list_class, list_class_in_capitals, list_class_of_a_folder, list_quarantined, list_quarantined_bytes,
            list_quarantined_link, list_quarantined_elsewhere, list_quarantined_folder, list_quarantined_pipe,
            forge_schema, lose_list,
        )
    },
    **{f"{put.__name__} for {path}": in_the_way(path, put) for path in WRITTEN for put in PUT},
}  # fmt: skip


@pytest.mark.untraced
@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_whatever_stands_in_the_folder_nothing_is_lost(made: Path, place: Path, spoil: Callable[[Path], None]) -> None:
    change_document(place)
    again = place / "docs" / "again.txt"
    again.write_bytes((place / "docs" / "bridge.txt").read_bytes().replace(b"waterways", b"ditches"))
    commented = place / "c" / "us-ct" / "1234EU.yaml"
    commented.write_bytes(commented.read_bytes() + b"# by hand\n")
    spoil(place)
    before = snapshot(place)
    status = ladder("read", place / "docs", "-o", place / "c")
    after = snapshot(place)
    assert status in {0, 2, 3}
    assert_nothing_lost(made, before, after)
    if status == 2:
        assert after == before
    if status == 0:
        assert ladder("read", place / "docs", "-o", place / "c") == 0
        assert_nothing_lost(made, before, snapshot(place))


def test_what_is_left_or_kept_beside_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    list_quarantined(place)
    forge_schema(place)
    assert ladder("read", place / "docs", "-o", place / "c") == 0
    told = " ".join(capsys.readouterr().out.split())
    heading = "Files that are not as ladder wrote them, and are left as they are"
    assert f"{heading} - schema/class.schema.json - quarantine/us-ct/own.yaml" in told


def test_a_new_class_takes_no_file_that_a_disk_finds_under_its_name(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk without capitals shows ``HARBOR-PLANNER.yaml`` as ``harbor-planner.yaml`` too."""
    change_document(place)
    strange = place / "c" / "us-ct" / "harbor-planner.yaml"
    strange.write_bytes(OWN)
    listed = Path.iterdir

    def without_capitals(folder: Path) -> Iterator[Path]:
        return (one for one in listed(folder) if one != strange)

    monkeypatch.setattr(Path, "iterdir", without_capitals)
    before = snapshot(place)
    assert ladder("read", place / "docs", "-o", place / "c") == 2
    assert "us-ct/harbor-planner.yaml in" in capsys.readouterr().err
    assert snapshot(place) == before


def test_a_folder_of_version_0_1_is_gone_on_with(place: Path) -> None:
    listed = json.loads((place / "c" / "reading.json").read_bytes())
    del listed["schemas"]
    (place / "c" / "reading.json").write_text(json.dumps(listed), "utf-8")
    change_document(place)
    assert ladder("read", place / "docs", "-o", place / "c") == 0
    names = {one.name for one in (place / "c" / "us-ct").iterdir()}
    assert "bridge-planner.yaml" not in names
    assert "harbor-planner.yaml" in names
    assert not any(".old" in name for name in names)
    assert ladder("classes", "--catalog", place / "c") == 0


def test_a_second_comment_does_not_take_the_place_of_the_first(place: Path) -> None:
    file = place / "c" / "us-ct" / "1234EU.yaml"
    old = []
    for grade in (22, 23, 24):
        file.write_bytes(file.read_bytes() + f"# by hand, {grade}\n".encode())
        old.append(file.read_bytes())
        bridge = place / "docs" / "bridge.txt"
        bridge.write_text(bridge.read_text("utf-8").replace(f"EU {grade - 1}", f"EU {grade}"))
        assert ladder("read", place / "docs", "-o", place / "c") == 0
    assert [file.with_name(f"{file.name}.old{end}").read_bytes() for end in ("", "-2", "-3")] == old


# ------------------------------------------------------------------ the site, the schemas


def forge_pages(path: str) -> Callable[[Path], None]:
    def spoil(place: Path) -> None:
        listed = json.loads((place / "site" / "ladder-site.json").read_bytes())
        listed["files"][path] = next(iter(listed["files"].values()))
        (place / "site" / "ladder-site.json").write_text(json.dumps(listed), "utf-8")

    return spoil


def put_in_site(path: str, put: Callable[[Path, Path], None]) -> Callable[[Path], None]:
    def spoil(place: Path) -> None:
        (place / "site").rename(place / "c2")
        (place / "c").rename(place / "kept")
        (place / "c2").rename(place / "c")
        in_the_way(path, put)(place)
        (place / "c").rename(place / "site")
        (place / "kept").rename(place / "c")

    return spoil


IN_SITE = ("ladder-site.json", "index.html", "classes", "classes/us-ct/1234EU.html")
SPOILED_SITES = {
    **{f"list {ascii(path)[:40]}": forge_pages(path) for path in PATHS},
    **{f"{put.__name__} for {path}": put_in_site(path, put) for path in IN_SITE for put in PUT},
}


@pytest.mark.parametrize("spoil", SPOILED_SITES.values(), ids=SPOILED_SITES.keys())
def test_whatever_stands_in_a_site_nothing_is_lost(made: Path, place: Path, spoil: Callable[[Path], None]) -> None:
    spoil(place)
    before = snapshot(place)
    status = ladder("site", "--catalog", place / "c", "-o", place / "site", "--as-of", "2026-12")
    if (place / "site" / "classes" / "mine").exists():
        assert status == 0
        assert_nothing_lost(made, before, snapshot(place))
    else:
        assert status in {2, 3}
        assert snapshot(place) == before


@pytest.mark.untraced
@pytest.mark.parametrize("put", PUT, ids=lambda put: put.__name__)
def test_schemas_take_the_place_of_nothing_but_schemas(tmp_path: Path, put: Callable[[Path, Path], None]) -> None:
    (tmp_path / "outside.yaml").write_bytes(b"theirs")
    assert ladder("schema", "-o", tmp_path / "s") == 0
    assert ladder("schema", "-o", tmp_path / "s") == 0
    (tmp_path / "s" / "class.schema.json").unlink()
    put(tmp_path, tmp_path / "s" / "class.schema.json")
    before = snapshot(tmp_path)
    assert ladder("schema", "-o", tmp_path / "s") in {2, 3}
    assert snapshot(tmp_path) == before
    if put in {put_text, put_bytes, put_nothing}:
        assert ladder("schema", "-o", tmp_path / "s", "--overwrite") == 0


def test_the_next_free_name_is_taken_where_the_old_file_cannot_go(place: Path) -> None:
    file = place / "c" / "us-ct" / "1234EU.yaml"
    file.write_bytes(file.read_bytes() + b"# by hand\n")
    old = file.read_bytes()
    os.mkfifo(file.with_name("1234EU.yaml.old"))
    file.with_name("1234EU.yaml.old-2").symlink_to(place / "outside.yaml")
    change_document(place)
    assert ladder("read", place / "docs", "-o", place / "c") == 0
    assert file.with_name("1234EU.yaml.old-3").read_bytes() == old
    assert (place / "outside.yaml").read_bytes() == OUTSIDE["outside.yaml"]


def test_a_pipe_among_documents_is_told_and_not_waited_for(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(place / "docs" / "pipe.txt")
    assert ladder("read", place / "docs", "-o", place / "c") == 2
    assert "pipe.txt: this is not a regular file" in capsys.readouterr().err
