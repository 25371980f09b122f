"""What ``ladder read`` tells: a summary for people, a line of JSON a class for programs."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ladder.cli.page_text import INDENT, print_list, print_section, print_table, wrap_text
from ladder.reading.folders import FolderNote, FolderOutcome, FolderPlan
from ladder.reading.readings import LEFT_OUT, Reading, ReadStep
from ladder.records import json_tree_of
from ladder.sources import Note, Severity
from ladder.specification import ClassSpecification, Completeness

_MOST_CLASSES = 40
_MOST_NOTES = 20
_LONGEST_NOTE = 300
_RECORD = {Completeness.WHOLE: "whole", Completeness.PARTIAL: "in part", Completeness.NAMED_ONLY: "name only"}
_WEIGHTS = {
    Severity.ERROR: "What cannot be trusted",
    Severity.WARNING: "What is likely wrong, or left out",
    Severity.INFO: "For information",
}
_NUMERIC = frozenset({3, 4})


class FolderTold(NamedTuple):
    """A catalog folder, what was planned for it, and what was done."""

    folder: Path
    plan: FolderPlan
    outcome: FolderOutcome


# ------------------------------------------------------------------ for programs


def reading_lines(readings: Iterable[Reading], known: Collection[str]) -> Iterator[str]:
    """Yield a line of JSON for each class of a document; ``known`` are further classes that titles may stand for."""
    readings = tuple(readings)
    resolved = {*known, *(one.record.class_id for one in readings if one.record)}
    for one in readings:
        yield json.dumps(_answer(one, resolved), ensure_ascii=True, allow_nan=False) + "\n"


def _answer(reading: Reading, resolved: Collection[str]) -> dict[str, object]:
    return {
        "file": reading.document.name,
        "jurisdiction": reading.jurisdiction,
        "class": json_tree_of(reading.record) if reading.record else None,
        "steps": [_step(one, resolved) for one in reading.steps],
        "notes": [note._asdict() for note in reading.notes],
        "unread": [list(lines) for lines in reading.unread],
    }


def _step(step: ReadStep, resolved: Collection[str]) -> dict[str, object]:
    return {
        "from_title": step.from_title,
        "from": step.feeder_class if step.feeder_class in resolved else None,
        "months": step.months,
        "kind": step.kind,
        "joint_conditions": list(step.joint_conditions),
        "certainty": step.certainty.value,
        "source": json_tree_of(step.source),
    }


# ------------------------------------------------------------------ for people


def summary_page(
    readings: Sequence[Reading], named_only: Sequence[ClassSpecification], told: FolderTold | None, *, left_out: int
) -> str:
    """Return what was read, what is to be looked at, and what was done to the folder.

    ``left_out`` are files of folders that are no documents.
    """
    parts = [
        wrap_text(_counts(readings, named_only)) + "\n",
        wrap_text(_other_files(left_out)) + "\n" if left_out else "",
        _classes(readings),
        *_notes(readings),
        wrap_text(_what_is_left_out(readings)) + "\n" if any(one.record for one in readings) else "",
        "\n".join(tell_of_folder(told)) if told else "",
    ]
    return "\n".join(filter(None, parts))


def _counts(readings: Sequence[Reading], named_only: Sequence[ClassSpecification]) -> str:
    documents = len({id(one.document) for one in readings})
    records = [one.record for one in readings if one.record]
    part = sum(one.completeness is Completeness.PARTIAL for one in records)
    in_part = f", {part} of them only in part" if part else ""
    steps = sum(len(one.steps) for one in readings)
    only = f" {_count(len(named_only), 'class')} more {_is(len(named_only))} only named." if named_only else ""
    return (
        f"{_count(documents, 'document')} read: {_count(len(records), 'class')}{in_part}, "
        f"and {_count(steps, 'step')} that lead to them.{only}"
    )


def _other_files(count: int) -> str:
    return f"{_count(count, 'file')} of other kinds in the folders {_is(count)} left out."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}{'es' if noun.endswith('s') else 's'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _classes(readings: Sequence[Reading]) -> str:
    rows = [
        (
            one.record.class_id,
            one.record.title,
            _RECORD[one.record.completeness],
            str(len(one.steps)),
            _left_out_of(one),
        )
        for one in readings
        if one.record
    ]
    if not rows:
        return ""
    headings = ("Class", "Title", "Record", "Steps", "Left out")
    table = print_table(headings, rows[:_MOST_CLASSES], numeric=_NUMERIC, indent=INDENT)
    return print_section("Classes", table, _further(len(rows) - _MOST_CLASSES))


def _left_out_of(reading: Reading) -> str:
    return str(sum(note.code in LEFT_OUT for note in reading.notes))


def _further(count: int) -> str:
    return f"{INDENT}and {count:,} more" if count > 0 else ""


def _notes(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield the notes by their weight, each with its document and line; those for information are only counted."""
    told = [(note, one.document.name) for one in readings for note in one.notes]
    for severity, heading in _WEIGHTS.items():
        found = list(dict.fromkeys((note, name) for note, name in told if note.severity is severity))
        if not found:
            continue
        counts = Counter(note.code for note, _ in found)
        codes = ", ".join(f"{count:,} {code}" for code, count in counts.most_common())
        words = wrap_text(f"{heading} ({severity.value}): {codes}")
        if severity is Severity.INFO:
            yield f"{words}\n"
        else:
            shown = print_list(_note(note, name) for note, name in found[:_MOST_NOTES])
            yield print_section(words, shown, _further(len(found) - _MOST_NOTES))


def _note(note: Note, name: str) -> str:
    place = f"{name}:{note.line}" if note.line else name
    text = f"{place}: {note.code}: {note.text}"
    return text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE]}..."


def _what_is_left_out(readings: Sequence[Reading]) -> str:
    review = "--sheet shows each document beside its reading."
    passages = {(one.document.name, note) for one in readings for note in one.notes if note.code in LEFT_OUT}
    if not passages:
        return f"The records hold all that was found to bear on what is asked. {review}"
    documents = len({name for name, _ in passages})
    return (
        f"{_count(len(passages), 'passage')} in {_count(documents, 'document')}, bearing on what is asked, "
        f"{_is(len(passages))} left out of the records, which are marked as partial. {review}"
    )


def tell_of_folder(told: FolderTold) -> Iterator[str]:
    """Yield what was done to the catalog folder, and what is to be known of its files."""
    for code, found in groupby(sorted(told.plan.notes, key=_by_code), key=_by_code):
        items = [f"{one.path}: {one.note.text}" for one in found]
        yield print_section(code, print_list(items[:_MOST_NOTES]), _further(len(items) - _MOST_NOTES))
    if told.outcome.put_aside:
        heading = "Files that a person changed, written anew and kept as they were"
        yield print_section(heading, print_list(told.outcome.kept_as))
    if told.outcome.left:
        heading = "Files that are not as ladder wrote them, and are left as they are"
        yield print_section(heading, print_list(told.outcome.left))
    written, unchanged = len(told.outcome.written), len(told.plan.unchanged)
    aside = len(told.plan.reading_list.set_aside)
    counts = f"{written} files written, {unchanged} classes unchanged, {len(told.outcome.removed)} files removed"
    quarantined = f" {_count(aside, 'record')} set aside in its folder quarantine." if aside else ""
    looks = f"'ladder classes --catalog {told.folder}' lists it."
    yield wrap_text(f"The catalog is in {told.folder}: {counts}.{quarantined} {looks}") + "\n"


def _by_code(one: FolderNote) -> str:
    return one.note.code
