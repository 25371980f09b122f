"""A catalog folder from readings: it loads after every file, and keeps what people did to it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.errors import BadFileError, CannotWriteError
from ladder.reading.collation import collate
from ladder.reading.folder_files import has_comments
from ladder.reading.folder_readings import is_as_set_aside, quarantined_files, set_apart
from ladder.reading.folders import FolderOutcome, FolderPlan, plan_folder, write_folder
from ladder.reading.kept_files import LIST_FILE, KeptFolder, ReadingList, path_of_class, print_list, read_kept_folder
from ladder.reading.readings import Reading
from ladder.record_files import LARGEST_FILE
from ladder.records import json_tree_of, validate_json
from ladder.specification import Dates
from tests.reading.readings import nothing_read, reading_of, record_of

NAMES = {"xx": "Xanadu"}
HELPER = {"xx/helper": "Helper"}


def write_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def plan_of(folder: Path, readings: Sequence[Reading]) -> FolderPlan:
    kept = read_kept_folder(folder)
    going_on, apart = set_apart(readings, kept)
    return plan_folder(collate(going_on, kept.known()), kept, set_aside=apart, names=NAMES)


def read_into(folder: Path, *readings: Reading) -> tuple[FolderPlan, FolderOutcome]:
    plan = plan_of(folder, readings)
    return plan, write_folder(folder, plan, write=write_file)


def codes(plan: FolderPlan) -> list[tuple[str, str]]:
    return [(one.path, one.note.code) for one in plan.notes]


def texts(folder: Path) -> dict[str, str]:
    return {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in folder.rglob("*") if one.is_file()}


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8", newline="")


def test_a_new_folder_loads_as_a_catalog(tmp_path: Path) -> None:
    plan, outcome = read_into(tmp_path, reading_of("1", feeders=HELPER), reading_of("2", document="e.txt"))
    catalog = load_catalog(tmp_path)
    assert list(catalog.classes) == ["xx/1", "xx/2", "xx/helper"]
    assert catalog.jurisdictions["xx"].name == "Xanadu"
    assert catalog.steps_into("xx/1")[0].feeder_class == "xx/helper"
    assert plan.notes == ()
    assert "xx/1.yaml" in outcome.written
    first = (tmp_path / "xx" / "1.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/class.schema.json"
    assert (tmp_path / "schema" / "class.schema.json").is_file()
    assert "part_time: prorated" in (tmp_path / "xx" / "jurisdiction.yaml").read_text("utf-8")


def test_read_again_nothing_is_written(tmp_path: Path) -> None:
    readings = (reading_of("1", feeders=HELPER), reading_of("2"), nothing_read())
    read_into(tmp_path, *readings)
    before = texts(tmp_path)
    plan, outcome = read_into(tmp_path, *readings)
    assert (outcome.written, outcome.removed, plan.notes) == ((), (), ())
    assert set(plan.unchanged) == {"xx/1.yaml", "xx/2.yaml", "xx/helper.yaml"}
    assert texts(tmp_path) == before


def test_the_list_tells_documents_classes_notes_and_unread_lines(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"), reading_of("2", document="e.txt"), nothing_read())
    listed = read_kept_folder(tmp_path).reading_list
    assert [(one.file, one.classes, one.unread) for one in listed.documents] == [
        ("d.txt", ("xx/1",), ((3, 3),)),
        ("e.txt", ("xx/2",), ((3, 3),)),
        ("n.txt", (), ()),
    ]
    assert listed.complete
    assert listed.read["xx/1.yaml"] == record_of("1")
    assert print_list(listed) == (tmp_path / LIST_FILE).read_text("utf-8")


# ------------------------------------------------------------------ corrections


def test_a_correction_stays_and_the_rest_follows_the_document(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"))
    edit(tmp_path / "xx" / "1.yaml", "months: 24", "months: 36")
    edited = (tmp_path / "xx" / "1.yaml").read_bytes()
    plan, _ = read_into(tmp_path, reading_of("1"))
    assert (tmp_path / "xx" / "1.yaml").read_bytes() == edited
    assert plan.unchanged == ("xx/1.yaml",)
    plan, outcome = read_into(tmp_path, reading_of("1", designation="Classified", text="Other"))
    spec = load_catalog(tmp_path).classes["xx/1"]
    assert (spec.experience()[0].months, spec.designation) == (36, "Classified")
    assert outcome.written == ("xx/1.yaml",)
    assert codes(plan) == []
    plan, _ = read_into(tmp_path, reading_of("1", designation="Classified", text="Third", months=30))
    assert codes(plan) == [("xx/1.yaml", "CORRECTION_KEPT")]
    assert load_catalog(tmp_path).classes["xx/1"].experience()[0].months == 36


def test_comments_survive_where_nothing_changes_and_the_old_file_stays_beside_where_it_does(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"))
    file = tmp_path / "xx" / "1.yaml"
    edit(file, "title: Class 1", "title: Class 1  # as printed")
    commented = file.read_bytes()
    _, outcome = read_into(tmp_path, reading_of("1"))
    assert (file.read_bytes(), outcome.written) == (commented, ())
    _, outcome = read_into(tmp_path, reading_of("1", designation="Classified"))
    assert outcome.put_aside == ("xx/1.yaml",)
    assert (tmp_path / "xx" / "1.yaml.old").read_bytes() == commented
    assert load_catalog(tmp_path).classes["xx/1"].designation == "Classified"


def test_an_old_file_that_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"))
    file = tmp_path / "xx" / "1.yaml"
    edit(file, "title: Class 1", "title: Class 1  # as printed")
    commented = file.read_bytes()
    file.with_name("1.yaml.old").write_bytes(commented)
    kept = file.with_name("1.yaml.old").stat()
    _, outcome = read_into(tmp_path, reading_of("1", designation="Classified"))
    assert outcome.put_aside == ("xx/1.yaml",)
    now = file.with_name("1.yaml.old").stat()
    assert (now.st_ino, now.st_mtime_ns) == (kept.st_ino, kept.st_mtime_ns)
    assert file.with_name("1.yaml.old").read_bytes() == commented
    assert not file.with_name("1.yaml.old-2").exists()


def test_corrections_that_do_not_fit_the_reading_leave_the_file_and_are_told_again(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"))
    edit(tmp_path / "xx" / "1.yaml", "id: general\n", "id: work\n")
    edit(tmp_path / "xx" / "1.yaml", "requires: [general]", "requires: [work]")
    edited = (tmp_path / "xx" / "1.yaml").read_bytes()
    study = {"kind": "study", "stands_for": "general", "semester_hours": 15, "months": 6, "at_most_months": 12}
    rules = reading_of("1").record
    assert rules is not None
    asked = {
        **json_tree_of(rules)["qualifications"],
        "substitutions": [{**study, "source": {"document": "d.txt", "section": "s"}}],
    }
    for _ in range(2):
        plan, outcome = read_into(tmp_path, reading_of("1", qualifications=asked))
        assert codes(plan) == [("xx/1.yaml", "CORRECTION_KEPT")]
        assert outcome.written == ()
        assert (tmp_path / "xx" / "1.yaml").read_bytes() == edited


def test_a_file_written_by_hand_is_left_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "jurisdiction.yaml").write_bytes(b"id: xx\nname: By hand  # mine\n")
    own = b'jurisdiction: xx\ncode: "1"\ntitle: Own\ncompleteness: named-only\nsource: {document: d, section: s}\n'
    (tmp_path / "xx" / "1.yaml").write_bytes(own)
    plan, _ = read_into(tmp_path, reading_of("1"), reading_of("2", document="e.txt", feeders={"xx/own": "Own"}))
    assert (tmp_path / "xx" / "1.yaml").read_bytes() == own
    assert (tmp_path / "xx" / "jurisdiction.yaml").read_bytes() == b"id: xx\nname: By hand  # mine\n"
    assert codes(plan) == [("xx/1.yaml", "FILE_BY_HAND")]
    catalog = load_catalog(tmp_path)
    assert catalog.steps_into("xx/2")[0].feeder_class == "xx/1"
    plan, _ = read_into(tmp_path, reading_of("1"))
    assert codes(plan) == [("xx/1.yaml", "FILE_BY_HAND")]


def test_without_the_list_files_that_are_as_read_count_as_read(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"), reading_of("2", document="e.txt"))
    edit(tmp_path / "xx" / "2.yaml", "months: 24", "months: 36")
    (tmp_path / LIST_FILE).unlink()
    plan, outcome = read_into(tmp_path, reading_of("1"), reading_of("2", document="e.txt"))
    assert codes(plan) == [("xx/2.yaml", "FILE_BY_HAND")]
    assert outcome.written == ()
    assert list(read_kept_folder(tmp_path).reading_list.read) == ["xx/1.yaml"]


@pytest.mark.parametrize("content", [b"\xff", b"{", b"# only a comment"])
def test_a_file_that_is_no_record_has_no_comments_of_a_person(content: bytes) -> None:
    assert not has_comments(content, "xx/1.yaml")


def test_a_renamed_file_is_left_and_its_class_not_written_twice(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"), reading_of("2", feeders={"xx/class-1": "Class 1"}))
    (tmp_path / "xx" / "1.yaml").rename(tmp_path / "xx" / "first.yaml")
    plan, outcome = read_into(tmp_path, reading_of("1"), reading_of("2", feeders={"xx/class-1": "Class 1"}))
    assert codes(plan) == [("xx/1.yaml", "FILE_RENAMED")]
    assert outcome.written == ()
    load_catalog(tmp_path)


# ------------------------------------------------------------------ deleted files


def test_a_deleted_file_stays_out_until_its_document_changes(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"), reading_of("2", document="e.txt"))
    (tmp_path / "xx" / "1.yaml").unlink()
    for _ in range(2):
        plan, _ = read_into(tmp_path, reading_of("1"), reading_of("2", document="e.txt"))
        assert codes(plan) == [("xx/1.yaml", "FILE_DELETED")]
        assert list(load_catalog(tmp_path).classes) == ["xx/2"]
    plan, _ = read_into(tmp_path, reading_of("1", text="Revised"))
    assert codes(plan) == [("xx/1.yaml", "FILE_WRITTEN_AGAIN")]
    assert list(load_catalog(tmp_path).classes) == ["xx/1", "xx/2"]


def test_a_deleted_class_that_others_name_is_only_named(tmp_path: Path) -> None:
    readings = (reading_of("1"), reading_of("2", feeders={"xx/class-1": "Class 1"}))
    read_into(tmp_path, *readings)
    (tmp_path / "xx" / "1.yaml").unlink()
    plan, _ = read_into(tmp_path, *readings)
    assert codes(plan) == [("xx/1.yaml", "FILE_DELETED"), ("xx/1.yaml", "FILE_ONLY_NAMES")]
    assert load_catalog(tmp_path).classes["xx/1"].completeness == "named-only"
    plan, outcome = read_into(tmp_path, *readings)
    assert (codes(plan), outcome.written) == ([], ())
    assert load_catalog(tmp_path).classes["xx/1"].completeness == "named-only"


def test_a_deleted_jurisdiction_file_is_made_again(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"))
    (tmp_path / "xx" / "jurisdiction.yaml").unlink()
    plan, _ = read_into(tmp_path, reading_of("1"))
    assert codes(plan) == []
    load_catalog(tmp_path)


# ------------------------------------------------------------------ several runs


def test_a_class_named_first_and_read_later_takes_the_place_of_its_name(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1", feeders=HELPER))
    plan, outcome = read_into(
        tmp_path, reading_of("1", feeders=HELPER), reading_of("7", document="h.txt", title="Helper")
    )
    assert outcome.removed == ("xx/helper.yaml",)
    assert codes(plan) == []
    catalog = load_catalog(tmp_path)
    assert list(catalog.classes) == ["xx/1", "xx/7"]
    assert catalog.steps_into("xx/1")[0].feeder_class == "xx/7"
    assert "xx/helper.yaml" not in read_kept_folder(tmp_path).reading_list.read


def test_documents_read_one_by_one_know_the_classes_read_before(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("7", document="h.txt", title="Helper"))
    read_into(tmp_path, reading_of("1", feeders=HELPER))
    assert load_catalog(tmp_path).steps_into("xx/1")[0].feeder_class == "xx/7"
    assert [one.file for one in read_kept_folder(tmp_path).reading_list.documents] == ["d.txt", "h.txt"]


def test_a_name_that_a_person_corrected_stays_though_it_is_named_no_more(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1", feeders=HELPER))
    edit(tmp_path / "xx" / "helper.yaml", "title: Helper", "title: Helpers")
    _, outcome = read_into(tmp_path, reading_of("1", text="Revised"))
    assert outcome.removed == ()
    (tmp_path / "xx" / "helper.yaml").unlink()
    _, outcome = read_into(tmp_path, reading_of("1", text="Revised"))
    assert outcome.removed == ()
    assert "xx/helper.yaml" not in read_kept_folder(tmp_path).reading_list.read


def test_titles_that_stand_for_a_class_are_listed_and_stay_listed(tmp_path: Path) -> None:
    aliased = reading_of("2", document="e.txt", feeders={"xx/first-class": "First Class"})
    read_into(tmp_path, reading_of("1", aliases=[]))
    jurisdiction = tmp_path / "xx" / "jurisdiction.yaml"
    more = "title_aliases:\n  - {title: First Class, class: xx/1, source: {document: d, section: s}}\n"
    jurisdiction.write_text(jurisdiction.read_text("utf-8") + more, "utf-8", newline="")
    read_into(tmp_path, aliased)
    catalog = load_catalog(tmp_path)
    assert catalog.steps_into("xx/2")[0].feeder_class == "xx/1"
    assert [one.title for one in catalog.jurisdictions["xx"].title_aliases] == ["First Class"]
    read_into(tmp_path, reading_of("1"))
    assert load_catalog(tmp_path).find_class("First Class").class_id == "xx/1"


def test_a_document_that_specifies_a_class_no_more_is_told(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"), reading_of("5", document="e.txt"))
    plan, _ = read_into(tmp_path, reading_of("2", text="Revised"))
    assert codes(plan) == [("xx/1.yaml", "CLASS_GONE")]
    assert list(load_catalog(tmp_path).classes) == ["xx/1", "xx/2", "xx/5"]


# ------------------------------------------------------------------ set aside


def test_a_second_document_of_a_code_is_set_aside_and_the_catalog_loads(tmp_path: Path) -> None:
    other = reading_of("1", document="x y.txt", title="Other")
    read_into(tmp_path, reading_of("1"), other, reading_of("1", document="x-y.txt"))
    assert load_catalog(tmp_path).classes["xx/1"].title == "Class 1"
    names = sorted(one.name for one in (tmp_path / "quarantine" / "xx").iterdir())
    assert names == ["1-x-y-txt-2.yaml", "1-x-y-txt.yaml"]
    text = (tmp_path / "quarantine" / "xx" / "1-x-y-txt.yaml").read_text("utf-8")
    assert "# Set aside, and no part of the catalog: xx/1 is read from d.txt, and no date tells which is newer" in text
    assert "title: Other" in text
    _, outcome = read_into(tmp_path, reading_of("1"), reading_of("8", document="x y.txt"))
    assert outcome.removed == ("quarantine/xx/1-x-y-txt.yaml",)


def test_a_class_stays_that_of_its_first_document_whatever_the_order(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1", document="second.txt"))
    read_into(tmp_path, reading_of("1", document="first.txt", title="Other"), reading_of("1", document="second.txt"))
    assert load_catalog(tmp_path).classes["xx/1"].title == "Class 1"
    read_into(tmp_path, reading_of("1", document="first.txt", title="Other", text="Revised"))
    assert load_catalog(tmp_path).classes["xx/1"].title == "Class 1"
    assert (tmp_path / "quarantine" / "xx" / "1-first-txt.yaml").is_file()
    (tmp_path / "xx" / "1.yaml").unlink()
    plan, _ = read_into(tmp_path, reading_of("1", document="first.txt", title="Other", text="Revised"))
    assert codes(plan) == [("xx/1.yaml", "FILE_WRITTEN_AGAIN")]
    assert load_catalog(tmp_path).classes["xx/1"].title == "Other"


def test_the_newest_document_of_a_class_stays_in_a_folder_whatever_came_first(tmp_path: Path) -> None:
    old, new = (
        with_date(reading_of("1", document=name, title=title), day)
        for name, title, day in (("a.txt", "Old", "2014-05-02"), ("b.txt", "New", "2018-07-13"))
    )
    read_into(tmp_path, old)
    read_into(tmp_path, old, new)
    assert load_catalog(tmp_path).classes["xx/1"].title == "New"
    text = (tmp_path / "quarantine" / "xx" / "1-a-txt.yaml").read_text("utf-8")
    assert "xx/1 is read from b.txt of 2018-07-13, which is newer" in text
    plan, outcome = read_into(tmp_path, old, new)
    assert (outcome.written, outcome.removed, plan.notes) == ((), (), ())


def with_date(reading: Reading, day: str) -> Reading:
    assert reading.record is not None
    return replace(reading, record=replace(reading.record, dates=Dates(effective=day)))


def test_a_file_in_quarantine_is_written_anew_and_what_a_person_did_to_it_is_kept_beside_it(tmp_path: Path) -> None:
    readings = (reading_of("1"), reading_of("1", document="e.txt"))
    read_into(tmp_path, *readings)
    file = tmp_path / "quarantine" / "xx" / "1-e-txt.yaml"
    before = file.read_bytes()
    file.write_bytes(before + b"# mine\n")
    _, outcome = read_into(tmp_path, *readings)
    assert (file.read_bytes(), outcome.put_aside) == (before, ("quarantine/xx/1-e-txt.yaml",))
    assert file.with_name("1-e-txt.yaml.old").read_bytes() == before + b"# mine\n"


def test_a_reading_without_a_class_is_nowhere_in_quarantine() -> None:
    assert quarantined_files([nothing_read()]) == {}


def test_a_record_too_large_for_a_file_keeps_its_name(tmp_path: Path) -> None:
    plan, _ = read_into(tmp_path, reading_of("1", notes=(), designation="x" * LARGEST_FILE))
    assert codes(plan)[0] == ("xx/1.yaml", "RECORD_TOO_LARGE")


# ------------------------------------------------------------------ interrupted


def chain(count: int) -> list[Reading]:
    """Return classes that name one another in a circle, and one class only named."""
    return [
        reading_of(
            f"{one}",
            document=f"{one}.txt",
            feeders={f"xx/class-{(one + 1) % count}": f"Class {(one + 1) % count}", **HELPER},
        )
        for one in range(count)
    ]


class StoppedError(Exception):
    """Stands for a machine that goes down."""


class Stopping:
    """Writes so many files, then no more."""

    def __init__(self, writes: int) -> None:
        self.left = writes

    def __call__(self, path: Path, content: bytes) -> None:
        if not self.left:
            raise StoppedError
        self.left -= 1
        path.write_bytes(content)


@pytest.mark.parametrize("edited", [False, True])
def test_wherever_it_stops_the_folder_loads_and_the_next_run_ends_alike(tmp_path: Path, *, edited: bool) -> None:
    first = chain(3)
    then = [reading_of("9", document="9.txt", feeders={"xx/class-0": "Class 0"}), *chain(4)]
    whole = tmp_path / "whole"
    _prepare(whole, first, edited=edited)
    plan = plan_of(whole, then)
    writes = len({one.path for one in plan.files}) + 6
    write_folder(whole, plan, write=write_file)
    for count in range(1, writes):
        folder = tmp_path / str(count)
        _prepare(folder, first, edited=edited)
        try:
            write_folder(folder, plan_of(folder, then), write=Stopping(count))
        except StoppedError:
            if count > 1:
                load_catalog(folder)
            write_folder(folder, plan_of(folder, then), write=write_file)
        assert texts(folder) == texts(whole)


def _prepare(folder: Path, readings: Iterable[Reading], *, edited: bool) -> None:
    folder.mkdir()
    if edited:
        read_into(folder, *readings)
        edit(folder / "xx" / "1.yaml", "title: Class 1", "title: Class 1 corrected")
        edit(folder / "xx" / "1.yaml", "months: 24", "months: 36")


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "xx").write_bytes(b"")
    with pytest.raises(CannotWriteError, match="xx"):
        read_into(tmp_path, reading_of("1"))
    plan = plan_of(tmp_path / "b", [reading_of("1")])
    folder = tmp_path / "b"
    (folder / "gone.yaml").mkdir(parents=True)
    lost = FolderPlan(plan.under_way, (), ("gone.yaml", "never.yaml"), plan.reading_list)
    with pytest.raises(CannotWriteError, match=r"gone\.yaml"):
        write_folder(folder, lost, write=write_file)
    fine = FolderPlan(plan.under_way, (), ("never.yaml",), plan.reading_list)
    assert write_folder(folder, fine, write=write_file).removed == ()


# ------------------------------------------------------------------ what a folder holds


def test_a_missing_or_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert read_kept_folder(tmp_path / "none") == KeptFolder()
    assert read_kept_folder(tmp_path) == KeptFolder()


def test_folders_that_cannot_be_gone_on_with_are_refused(tmp_path: Path) -> None:
    read_into(tmp_path, reading_of("1"))
    file = tmp_path / "xx" / "1.yaml"
    (tmp_path / "xx" / "twice.yaml").write_bytes(file.read_bytes())
    with pytest.raises(BadFileError, match="given twice"):
        read_kept_folder(tmp_path)
    (tmp_path / "xx" / "twice.yaml").write_bytes(b"code: [")
    with pytest.raises(BadFileError, match=r"twice\.yaml"):
        read_kept_folder(tmp_path)
    (tmp_path / "xx" / "twice.yaml").unlink()
    with pytest.raises(BadFileError, match="one jurisdiction"):
        read_kept_folder(tmp_path / "xx")
    with pytest.raises(BadFileError, match=r"1\.yaml"):
        read_kept_folder(file)


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": 2}', b'{"documents": [{"file": 1}]}'])
def test_a_damaged_list_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LIST_FILE).write_bytes(content)
    with pytest.raises(BadFileError, match=r"reading\.json.*damaged"):
        read_kept_folder(tmp_path)


@pytest.mark.parametrize("code", ["JURISDICTION", "CON", "Aux.x", "LPT1", ".x", "..", "."])
def test_names_that_mean_something_else_get_a_low_line(code: str) -> None:
    spec = replace(record_of("1"), code=code)
    assert path_of_class(spec) == f"xx/_{code}.yaml"


def test_long_names_are_cut_and_stay_different() -> None:
    long = replace(record_of("1"), code="x" * 300)
    longer = replace(record_of("1"), code="x" * 301)
    assert path_of_class(long) != path_of_class(longer)
    assert len(path_of_class(longer)) < 130


def test_a_plain_list_is_one_line_a_document() -> None:
    assert print_list(ReadingList()).splitlines()[0] == "{"
    assert validate_json(ReadingList, print_list(ReadingList())) == ReadingList()


@pytest.mark.parametrize("content", [b"\xff", b"- no record", b"title: [", b""])
def test_what_is_no_record_is_not_as_it_was_set_aside(content: bytes) -> None:
    assert not is_as_set_aside(content)
