"""What is planted for the rules on files: a folder of records is written, then one file of it is spoilt."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Spoil = Callable[[Path], object]
"""What is done to the folder of the clean catalog."""

LAST = "us-yy/2004.yaml"
"""A file whose class no other record leans on."""
NEW_CLASS = "us-yy/2005.yaml"
JURISDICTION = "us-yy/jurisdiction.yaml"


def text(name: str, words: str) -> Spoil:
    return lambda folder: (folder / name).write_text(words, encoding="utf-8")


def content(name: str, given: bytes) -> Spoil:
    return lambda folder: (folder / name).write_bytes(given)


def changed(name: str, old: str, new: str) -> Spoil:
    def spoil(folder: Path) -> None:
        before = (folder / name).read_text(encoding="utf-8")
        assert old in before, f"{old!r} is not in {name}"
        (folder / name).write_text(before.replace(old, new, 1), encoding="utf-8")

    return spoil


def appended(name: str, words: str) -> Spoil:
    def spoil(folder: Path) -> None:
        before = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(before + words, encoding="utf-8")

    return spoil


def after(*spoils: Spoil) -> Spoil:
    """Return what does one after the other."""

    def spoil(folder: Path) -> None:
        for one in spoils:
            one(folder)

    return spoil


def new_folder(name: str) -> Spoil:
    return lambda folder: (folder / name).mkdir()


def moved(name: str, to: str) -> Spoil:
    return lambda folder: (folder / name).rename(folder / to)


def copied(name: str, to: str, *changes: tuple[str, str]) -> Spoil:
    def spoil(folder: Path) -> None:
        words = (folder / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in words, f"{old!r} is not in {name}"
            words = words.replace(old, new)
        (folder / to).write_text(words, encoding="utf-8")

    return spoil


def folder_instead(name: str) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return spoil


FEEDER = "class: us-yy/2003"
SOURCE = "{document: 2004 PARK WARDEN.txt, section: Heading, lines: [3, 3]}"
OF_CLERK = SOURCE.replace("2004 PARK WARDEN", "1001 RECORDS CLERK")
CODE = "code: '2004'"
ANOTHER = (("title: Park Warden", "title: Boatman"), ("2004 PARK WARDEN.txt", "boatman.txt"))

FILES: Mapping[str, Sequence[Spoil]] = {
    "FILE_UNREADABLE": [
        text(LAST, ""),
        text(LAST, "title: [Park\n"),
        content(LAST, b"title: caf\xe9\n"),
        folder_instead(LAST),
        text(LAST, "[" * 100),
        appended(LAST, "---\ntitle: Another\n"),
    ],
    "FIELD_UNKNOWN": [
        appended(LAST, "sallary: 5\n"),
        changed(LAST, "designation: null", "desgination: x"),
        changed(LAST, "    what:", "    wat: x\n    what:"),
        changed(JURISDICTION, "name: Wyeland", "name: Wyeland\nplace: Wye"),
        changed(LAST, "  grade:", "  step: 4\n  grade:"),
    ],
    "FIELD_MISSING": [
        changed(LAST, "title: Park Warden\n", ""),
        changed(LAST, "completeness: whole\n", ""),
        changed(LAST, "  plan: Parks\n", ""),
        changed(LAST, "    id: general\n", ""),
        changed(JURISDICTION, "name: Wyeland\n", ""),
    ],
    "FIELD_REPEATED": [
        appended(LAST, "title: Park Warden\n"),
        appended(LAST, "code: '2004'\n"),
        changed(LAST, "  plan: Parks", "  plan: Parks\n  plan: Boats"),
        changed(LAST, "    months: 48", "    months: 48\n    months: 84"),
        changed(JURISDICTION, "name: Wyeland", "name: Wyeland\nname: Exland"),
    ],
    "FIELD_REFUSED": [
        changed(LAST, "months: 48", "months: -1"),
        changed(LAST, "months: 48", "months: four"),
        changed(LAST, "months: 48", "months: 48.5"),
        changed(LAST, "completeness: whole", "completeness: most"),
        changed(LAST, "effective: '2024-03-01'", "effective: 1 March 2024"),
        changed(LAST, "low: 45000.0", "low: much"),
    ],
    "CODE_COERCED": [
        changed(LAST, CODE, "code: 2004"),
        changed(LAST, CODE, "code: 0441"),
        changed(LAST, CODE, "code: 1E10"),
        changed(LAST, CODE, "code: 20.04"),
        appended(LAST, f"aliases: [{{code: 0044, note: old, source: {SOURCE}}}]\n"),
    ],
    "VALUE_COERCED": [
        changed(LAST, "grade: D", "grade: N"),
        changed(LAST, "months: 48", "months: 048"),
        changed(LAST, "months: 48", "months: 4_8"),
        changed(LAST, "title: Park Warden", "title: yes"),
        changed(LAST, "months: 48", "months: 4e1"),
    ],
    "YAML_MARKS": [
        changed(LAST, "title: Park Warden", "title: !!str Park Warden"),
        changed(LAST, "title: Park Warden", "title: &name Park Warden"),
        changed(LAST, "grade: D", "grade: !letter D"),
        changed(LAST, "completeness: whole", "completeness: &all whole"),
        changed(JURISDICTION, "name: Wyeland", "name: !name Wyeland"),
    ],
    "REQUIREMENTS_UNSOUND": [
        changed(LAST, "    - general\n", "    - generel\n"),
        changed(LAST, "    id: below", "    id: general"),
        changed(LAST, "    months: 48", "    months: 48\n    within: general"),
        changed(LAST, "    months: 48", "    months: 48\n    within: special"),
        changed(LAST, "    months: 48", "    months: 48\n    additional_to: other"),
    ],
    "JURISDICTION_FILE_MISSING": [
        moved(JURISDICTION, "us-yy/jurisdiction.txt"),
        moved(JURISDICTION, "us-yy/.jurisdiction.yaml"),
        lambda folder: (folder / JURISDICTION).unlink(),
        after(
            new_folder("us-zz"),
            copied("us-yy/2001.yaml", "us-zz/1.yaml", ("jurisdiction: us-yy", "jurisdiction: us-zz")),
        ),
        moved(JURISDICTION, "us-yy/jurisdiction.yaml.old"),
    ],
    "JURISDICTION_DUPLICATE": [
        after(new_folder(place), copied(JURISDICTION, f"{place}/jurisdiction.yaml"))
        for place in ("us-zz", "copy", "old", "us-yy-2", "a")
    ],
    "CODE_DUPLICATE": [
        copied(f"us-yy/{code}.yaml", name)
        for code, name in (
            ("2004", NEW_CLASS),
            ("2004", "us-yy/copy.yaml"),
            ("2001", "us-yy/a.yml"),
            ("2003", "us-yy/2003 (2).yaml"),
            ("2002", "us-yy/z.yaml"),
        )
    ],
    "CODE_DUPLICATE_BY_CASE": [
        after(
            copied(LAST, "us-yy/first.yaml", *ANOTHER, (CODE, f"code: {one}")),
            copied(LAST, "us-yy/second.yaml", *ANOTHER, (CODE, f"code: {other}")),
        )
        for one, other in (("A1b", "a1b"), ("b2c", "B2C"), ("Xa", "xa"), ("q-1A", "Q-1a"), ("C.d", "c.D"))
    ],
    "CLASS_MISPLACED": [
        moved(f"us-yy/{code}.yaml", f"us-xx/{name}.yaml")
        for code, name in (("2001", "2001"), ("2002", "2002"), ("2003", "a"), ("2004", "2004"), ("2004", "warden"))
    ],
    "ALIAS_IS_A_CODE": [
        appended(LAST, f"aliases: [{{code: '{code}', note: old, source: {SOURCE}}}]\n")
        for code in ("2001", "2002", "2003", "2004")
    ]
    + [
        appended(
            "us-xx/1001.yaml",
            f"aliases: [{{code: Filing-Aide, note: old, source: {OF_CLERK}}}]\n",
        )
    ],
    "REFERENCE_DANGLING": [
        changed(LAST, FEEDER, "class: us-yy/2033"),
        changed(LAST, FEEDER, "class: us-zz/2003"),
        appended(LAST, f"superiors: [{{class: us-yy/director, source: {SOURCE}}}]\n"),
        appended(LAST, f"trainee_targets: [{{class: us-yy/20004, source: {SOURCE}}}]\n"),
        appended(JURISDICTION, f"title_aliases: [{{title: Old Warden, class: us-yy/9999, source: {SOURCE}}}]\n"),
    ],
    "RULING_NOWHERE": [
        appended(
            JURISDICTION, f"rulings: [{{class: us-yy/2001, counts_toward: [{reference}], by: x, reason: given}}]\n"
        )
        for reference in (
            "us-yy/2004#special",
            "us-yy/2003#internal",
            "us-xx/filing-aide#general",
            "us-xx/1005#general",
            "us-yy/2004#generel",
        )
    ],
}
