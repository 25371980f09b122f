"""Small catalogs written to a folder, for the tests of what reads them."""

from pathlib import Path

SOURCE = "{document: d.txt, section: Heading, lines: [1, 1]}"


def write_class(folder: Path, code: str, *, more: str = "", rules: str = "", name: str = "") -> Path:
    """Write one class; ``rules`` are further requirement lines, ``more`` further fields."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / (name or f"{code}.yaml")
    text = f"""jurisdiction: {folder.name}
code: "{code}"
title: Class {code}
completeness: whole
source: {SOURCE}
qualifications:
  routes: [{{id: general, requires: [general]}}]
  requirements:
    - {{kind: experience, id: general, months: 12, what: work, source: {SOURCE}}}
{rules}{more}"""
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def write_jurisdiction(folder: Path, *, more: str = "") -> Path:
    """Write the jurisdiction file of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "jurisdiction.yaml"
    file.write_text(f"id: {folder.name}\nname: Place\n{more}", encoding="utf-8", newline="\n")
    return file


def write_catalog(root: Path) -> Path:
    """Write a faultless catalog of two jurisdictions and three classes."""
    write_jurisdiction(root / "us-aa")
    write_class(root / "us-aa", "2", rules=service_rule("us-aa/1"))
    write_class(root / "us-aa", "1")
    write_jurisdiction(root / "us-bb")
    write_class(root / "us-bb", "1")
    return root


def service_rule(class_id: str) -> str:
    """Return a requirement that names a class."""
    named = f"[{{class: {class_id}}}]"
    return f"    - {{kind: experience, id: internal, months: 12, what: work, classes: {named}, source: {SOURCE}}}\n"
