"""Catalogs from folders, compiled files and the bundled data."""

import gc
import json
import shutil
from pathlib import Path

import pytest

from ladder.catalog import files
from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import collector_at_rest, compile_catalog, read_compiled
from ladder.catalog.files import read_leniently
from ladder.catalog.loading import load_catalog, read_catalog
from ladder.errors import BadFileError, Fault
from ladder.qualifications import Qualifications
from tests.catalog.written import service_rule, write_catalog, write_class, write_jurisdiction

DATA = Path(__file__).parents[2] / "data"


def refused(path: Path) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        load_catalog(path)
    return str(caught.value).splitlines()


def test_a_folder_of_jurisdictions_is_read_in_order_of_class_id(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalog(tmp_path))
    assert list(catalog.classes) == ["us-aa/1", "us-aa/2", "us-bb/1"]
    assert list(catalog.jurisdictions) == ["us-aa", "us-bb"]


def test_a_folder_of_one_jurisdiction_is_a_catalog_too(tmp_path: Path) -> None:
    assert list(load_catalog(write_catalog(tmp_path) / "us-aa").classes) == ["us-aa/1", "us-aa/2"]


def test_other_files_and_hidden_ones_are_left_alone(tmp_path: Path) -> None:
    root = write_catalog(tmp_path)
    (root / "README.md").write_text("x", encoding="utf-8")
    (root / "us-aa" / ".draft.yaml").write_text("x", encoding="utf-8")
    (root / "schema").mkdir()
    (root / ".git").mkdir()
    (root / ".git" / "x.yaml").write_text("x", encoding="utf-8")
    assert len(load_catalog(root).classes) == 3


def test_a_compiled_file_holds_the_same_records(tmp_path: Path) -> None:
    record = read_catalog(write_catalog(tmp_path / "data"))
    (tmp_path / "c.json").write_bytes(compile_catalog(record))
    assert load_catalog(tmp_path / "c.json").record == record


def test_the_same_records_compile_to_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    record = read_catalog(write_catalog(tmp_path))
    turned = CatalogRecord(jurisdictions=record.jurisdictions[::-1], classes=record.classes[::-1])
    content = compile_catalog(record)
    assert compile_catalog(turned) == content
    assert content.endswith(b"}\n")
    assert compile_catalog(read_compiled(b"\xef\xbb\xbf" + content, file="x")) == content


def test_the_bundled_catalog_is_the_compiled_data() -> None:
    assert compile_catalog(read_catalog(DATA), found_sound=True) == (DATA / "catalog.json").read_bytes(), (
        "run 'ladder catalog build --catalog data -o data/catalog.json'"
    )
    assert load_catalog().record == read_catalog(DATA) == load_catalog(DATA).record


def test_the_bundled_catalog_has_no_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_leniently(None).faults == ()

    def missing() -> CatalogRecord:
        raise BadFileError([Fault("x", 0, "", "gone", "look")])

    monkeypatch.setattr(files, "read_bundled", missing)
    assert [fault.what for fault in read_leniently(None).faults] == ["gone"]


def test_the_bundled_catalog_is_found_in_a_wheel_and_in_a_checkout(tmp_path: Path) -> None:
    content = compile_catalog(read_catalog(write_catalog(tmp_path / "own")), found_sound=True)
    wheel, checkout = tmp_path / "site" / "ladder", tmp_path / "checkout" / "ladder"
    for package, folder in ((wheel, wheel / "data"), (checkout, tmp_path / "checkout" / "data")):
        package.mkdir(parents=True)
        folder.mkdir()
        (folder / "catalog.json").write_bytes(content)
        assert len(read_bundled(package).classes) == 3
    shutil.rmtree(wheel / "data")
    with pytest.raises(BadFileError) as caught:
        read_bundled(wheel)
    assert str(caught.value) == (
        "bundled catalog: the catalog that belongs to the program is not there;"
        " install career-ladder again, or name a catalog with --catalog"
    )


def test_every_fault_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    root = write_catalog(tmp_path)
    (root / "us-aa" / "1.yaml").write_text('code: 5246\njurisdiction: "us-aa"\njurisdiction: us-aa\n', encoding="utf-8")
    write_class(root / "us-aa", "3", rules=service_rule("us-aa/1"))
    (root / "us-bb" / "jurisdiction.yaml").unlink()
    (root / "us-bb" / "9.yml").write_text("", encoding="utf-8")
    assert [fault.replace(f"{root}/", "").partition("; ")[0] for fault in refused(root)] == [
        "us-aa/1.yaml:1: code: this must be text, and 5246 without quotes is none",
        "us-aa/1.yaml:1: completeness: the field is missing",
        "us-aa/1.yaml:1: source: the field is missing",
        "us-aa/1.yaml:1: title: the field is missing",
        "us-aa/1.yaml:3: jurisdiction: the field is given twice (first on line 2)",
        "us-bb: the folder has no jurisdiction.yaml",
        "us-bb/9.yml: the file is empty",
    ]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("", None, "the folder holds no class specifications; name a folder that has a jurisdiction.yaml"),
        ("gone", None, "there is no such file; look at the name and the folder"),
        ("one.yaml", b"a: 1", "a single YAML file is no catalog; name its folder"),
    ],
)
def test_what_is_no_catalog_at_all(tmp_path: Path, name: str, content: bytes | None, fault: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert refused(path) == [f"{path}: {fault}"]


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert refused(tmp_path) == [f"{tmp_path}: the folder cannot be read: Permission denied; look at its permissions"]


SPOILT = [
    (b"", ":1: this is not a compiled catalog: EOF while parsing a value; make it again with 'ladder catalog build'"),
    (
        b'{"classes":\n[}',
        ":2: this is not a compiled catalog: expected value; make it again with 'ladder catalog build'",
    ),
    (
        b"[" * 100_000,
        ":1: this is not a compiled catalog: recursion limit exceeded; make it again with 'ladder catalog build'",
    ),
    (b"[]", ": this must be a group of fields; write 'name: value' lines below it"),
    (b'{"jurisdictions":[]}', ": classes: the field is missing; add it"),
    (
        b'{"classes":[{"jurisdiction":"us-aa","code":"1"}],"jurisdictions":[]}',
        ": us-aa/1 completeness: the field is missing; add it",
    ),
    (
        b'{"classes":[5],"jurisdictions":[]}',
        ": classes[0]: this must be a group of fields; write 'name: value' lines below it",
    ),
    (
        b'{"classes":[{"jurisdiction":"us-aa"}],"jurisdictions":[]}',
        ": us-aa/classes[0] title: the field is missing; add it",
    ),
    (b'{"classes":[],"jurisdictions":[{"id":"us-aa"}]}', ": us-aa name: the field is missing; add it"),
    (b'{"classes":[],"jurisdictions":[{}]}', ": jurisdictions[0] id: the field is missing; add it"),
]


@pytest.mark.parametrize(("content", "fault"), SPOILT)
def test_faults_of_compiled_files_are_named_by_class_id(tmp_path: Path, content: bytes, fault: str) -> None:
    file = tmp_path / "c.json"
    file.write_bytes(content)
    assert f"{file}{fault}" in refused(file)


def test_bytes_that_are_not_utf8_are_one_fault(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_bytes(b'{"classes": "\xff"}')
    assert len(refused(tmp_path / "c.json")) == 1


def test_single_files_are_checked_by_what_they_are(tmp_path: Path) -> None:
    root = write_catalog(tmp_path)
    assert read_leniently(root / "us-aa" / "1.yaml").faults == ()
    assert read_leniently(write_jurisdiction(root / "us-aa")).faults == ()
    (tmp_path / "me.yaml").write_text(
        "as_of: 2026-11\njobs: [{class: us-aa/1, months: 3, fte: 1.2}]\n", encoding="utf-8"
    )
    (fault,) = read_leniently(tmp_path / "me.yaml").faults
    assert str(fault).startswith(f"{tmp_path / 'me.yaml'}:2: jobs[0].fte: ")


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(*, was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with collector_at_rest():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_objects_that_another_program_froze_stay_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "get_freeze_count", lambda: 1)
    monkeypatch.setattr(gc, "unfreeze", lambda: pytest.fail("unfrozen"))
    with collector_at_rest():
        pass


def test_three_thousand_records_load_whole(tmp_path: Path) -> None:
    raw = json.loads(compile_catalog(read_catalog(write_catalog(tmp_path / "data"))))
    pattern = json.dumps(raw["classes"][0])
    raw["classes"] = [
        json.loads(pattern) | {"code": str(number), "notes": ["a plain note " * 8] * 8} for number in range(3000)
    ]
    file = tmp_path / "c.json"
    file.write_text(json.dumps(raw), encoding="utf-8")
    assert len(load_catalog(file).classes) == 3000


def test_records_without_defaults_keep_the_kind_of_each_rule(tmp_path: Path) -> None:
    (spec, *_) = read_compiled(compile_catalog(read_catalog(write_catalog(tmp_path))), file="x").classes
    assert isinstance(spec.qualifications, Qualifications)
    assert spec.qualifications.requirements[0].kind == "experience"


def test_a_name_that_no_disk_takes_is_refused_as_a_file_is() -> None:
    with pytest.raises(BadFileError) as refused:
        load_catalog(Path("x" * 300))
    assert "comes with ladder" not in refused.value.faults[0].what


def test_a_bundled_city_is_looked_over_by_its_name() -> None:
    found = read_leniently(Path("philadelphia"))
    assert (found.faults, {one.file for one in found.classes}) == ((), {"philadelphia"})
