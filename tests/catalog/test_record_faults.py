"""Faults between records: one line each, with file, line and what to try."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.files import read_catalog_files, read_leniently
from tests.catalog.written import SOURCE, service_rule, write_catalog, write_class, write_jurisdiction


def faults_of(path: Path) -> list[str]:
    return [str(fault).replace(f"{path}/", "") for fault in read_leniently(path).faults]


def test_a_faultless_catalog_has_none(tmp_path: Path) -> None:
    assert faults_of(write_catalog(tmp_path)) == []


def _second_specification(root: Path) -> None:
    write_class(root / "us-aa", "1", name="one-more.yaml")


def _code_in_capitals(root: Path) -> None:
    write_class(root / "us-aa", "1a")
    write_class(root / "us-aa", "1A", name="second.yaml")


def _second_slug(root: Path) -> None:
    for name in ("clerk", "other"):
        text = f"jurisdiction: us-aa\nslug: clerk\ntitle: C\ncompleteness: named-only\nsource: {SOURCE}\n"
        (root / "us-aa" / f"{name}.yaml").write_text(text, encoding="utf-8")


def _alias_is_a_code(root: Path) -> None:
    aliases = f"aliases:\n  - {{note: also, source: {SOURCE}}}\n  - {{code: '1', note: also, source: {SOURCE}}}\n"
    write_class(root / "us-aa", "3", more=aliases)


def _requirement_names_nowhere(root: Path) -> None:
    write_class(root / "us-aa", "3", rules=service_rule("us-aa/11"))


def _programme_nowhere(root: Path) -> None:
    rule = f"    - {{kind: programme, id: program, what: p, programme: zz/course, source: {SOURCE}}}\n"
    write_class(root / "us-aa", "3", rules=rule)


def _substitutions_name_nowhere(root: Path) -> None:
    write_class(
        root / "us-aa",
        "3",
        more=f"""  substitutions:
    - {{kind: study, stands_for: general, semester_hours: 15, months: 6, at_most_months: 6, source: {SOURCE}}}
    - {{kind: service, stands_for: general, named: {{class: zz/a}}, months: 3, source: {SOURCE}}}
    - {{kind: programme, stands_for: general, programme: zz/b, source: {SOURCE}}}
trainee_targets: [{{class: zz/c, source: {SOURCE}}}]
superiors: [{{class: zz/d, source: {SOURCE}}}]
""",
    )


def _jurisdiction_names_nowhere(root: Path) -> None:
    write_jurisdiction(
        root / "us-bb",
        more=f"""title_aliases: [{{title: t, class: zz/a, source: {SOURCE}}}]
rulings:
  - {{class: zz/b, counts_toward: [us-bb/1#general], by: x, reason: given}}
  - {{class: us-bb/1, counts_toward: [zz/c#general, us-bb/1#special, us-bb/clerk#general], by: x, reason: given}}
""",
    )
    text = f"jurisdiction: us-bb\nslug: clerk\ntitle: C\ncompleteness: named-only\nsource: {SOURCE}\n"
    (root / "us-bb" / "clerk.yaml").write_text(text, encoding="utf-8")


def _file_in_the_wrong_folder(root: Path) -> None:
    file = root / "us-bb" / "9.yaml"
    file.write_text(write_class(root / "us-aa", "9").read_text(encoding="utf-8"), encoding="utf-8")
    (root / "us-aa" / "9.yaml").unlink()


def _jurisdiction_twice(root: Path) -> None:
    (root / "us-cc").mkdir()
    (root / "us-cc" / "jurisdiction.yaml").write_text("name: C\nid: us-aa\n", encoding="utf-8")


TWICE = "is given twice; the first is"
NOWHERE = "is nowhere in the catalog"
RULED = "us-bb/jurisdiction.yaml"

SPOILT: list[tuple[Callable[[Path], None], list[str]]] = [
    (_second_specification, [f"us-aa/one-more.yaml:2: code: the class us-aa/1 {TWICE} us-aa/1.yaml:2"]),
    (_code_in_capitals, [f"us-aa/second.yaml:2: code: the class us-aa/1A {TWICE} us-aa/1a.yaml:2"]),
    (_second_slug, [f"us-aa/other.yaml:2: slug: the class us-aa/clerk {TWICE} us-aa/clerk.yaml:2"]),
    (_alias_is_a_code, ["us-aa/3.yaml:12: aliases[1].code: the alias 1 is also the code of us-aa/1 (Class 1)"]),
    (
        _requirement_names_nowhere,
        [f"us-aa/3.yaml:10: qualifications.requirements[1].classes[0].class: the class us-aa/11 {NOWHERE}"],
    ),
    (
        _programme_nowhere,
        [f"us-aa/3.yaml:10: qualifications.requirements[1].programme: the class zz/course {NOWHERE}"],
    ),
    (
        _substitutions_name_nowhere,
        [
            f"us-aa/3.yaml:12: qualifications.substitutions[1].named.class: the class zz/a {NOWHERE}",
            f"us-aa/3.yaml:13: qualifications.substitutions[2].programme: the class zz/b {NOWHERE}",
            f"us-aa/3.yaml:14: trainee_targets[0].class: the class zz/c {NOWHERE}",
            f"us-aa/3.yaml:15: superiors[0].class: the class zz/d {NOWHERE}",
        ],
    ),
    (
        _jurisdiction_names_nowhere,
        [
            f"{RULED}:3: title_aliases[0].class: the class zz/a {NOWHERE}",
            f"{RULED}:5: rulings[0].class: the class zz/b {NOWHERE}",
            f"{RULED}:6: rulings[1].counts_toward[0]: the class zz/c {NOWHERE}",
            f"{RULED}:6: rulings[1].counts_toward[1]: the class us-bb/1 has no requirement 'special'",
            f"{RULED}:6: rulings[1].counts_toward[2]: the class us-bb/clerk has no requirement 'general'",
        ],
    ),
    (
        _file_in_the_wrong_folder,
        ["us-bb/9.yaml:1: jurisdiction: the class is of us-aa, but the folder is that of us-bb"],
    ),
    (
        _jurisdiction_twice,
        [f"us-cc/jurisdiction.yaml:2: id: the jurisdiction us-aa {TWICE} us-aa/jurisdiction.yaml:1"],
    ),
]


@pytest.mark.parametrize(("spoil", "expected"), SPOILT)
def test_each_fault_is_one_line_with_a_remedy(
    tmp_path: Path, spoil: Callable[[Path], None], expected: list[str]
) -> None:
    spoil(write_catalog(tmp_path))
    told = [fault.rpartition("; ") for fault in faults_of(tmp_path)]
    assert [what for what, _, _ in told] == expected
    assert all(remedy for _, _, remedy in told)


def test_near_classes_are_suggested(tmp_path: Path) -> None:
    _requirement_names_nowhere(write_catalog(tmp_path))
    assert faults_of(tmp_path)[0].endswith("; did you mean us-aa/1 or us-aa/3 or us-aa/2?")


def test_a_code_may_differ_from_the_name_of_its_file(tmp_path: Path) -> None:
    write_class(write_catalog(tmp_path) / "us-aa", "7", name="some-name.yaml")
    assert faults_of(tmp_path) == []


def test_naming_a_class_whose_own_file_is_faulty_is_no_further_fault(tmp_path: Path) -> None:
    (write_catalog(tmp_path) / "us-aa" / "1.yaml").write_text("code: 1\n", encoding="utf-8")
    assert all(fault.startswith("us-aa/1.yaml:") for fault in faults_of(tmp_path))
    assert len(faults_of(tmp_path)) == 5


def test_faults_between_the_records_of_a_compiled_file_are_named_by_class_id(tmp_path: Path) -> None:
    record = read_catalog_files(write_catalog(tmp_path / "data"))
    first, *others = record.classes
    spoilt = CatalogRecord(jurisdictions=record.jurisdictions, classes=(first, first, *others[1:]))
    file = tmp_path / "c.json"
    file.write_bytes(compile_catalog(spoilt))
    assert [str(fault) for fault in read_leniently(file).faults] == [
        f"{file}: us-aa/1 code: the class us-aa/1 is given twice; the first is us-aa/1 (Class 1); keep one of the two"
    ]


def test_a_jurisdiction_given_twice_in_a_compiled_file(tmp_path: Path) -> None:
    record = read_catalog_files(write_catalog(tmp_path / "data"))
    spoilt = CatalogRecord(jurisdictions=(*record.jurisdictions, record.jurisdictions[0]), classes=record.classes)
    file = tmp_path / "c.json"
    file.write_bytes(compile_catalog(spoilt))
    assert [str(fault) for fault in read_leniently(file).faults] == [
        f"{file}: us-aa id: the jurisdiction us-aa is given twice; the first is us-aa (Place); keep one of the two"
    ]
