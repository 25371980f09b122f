"""Jurisdictions: conventions without a word about them, designations nobody knows, trainees of no length."""

from collections.abc import Iterator
from itertools import pairwise

from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.sources import Severity
from ladder.specification import ClassSpecification

_CONVENTIONS = tuple(f"C{number}" for number in range(1, 19))
"""The settled questions of docs/semantics.md, section 2."""


@catalog_rule(
    "CONVENTION_NOTE_MISSING",
    Severity.INFO,
    "A convention of the jurisdiction is not put in words",
    why="Reports tell people which conventions their figures rest on; this one they do not hear of.",
    do="Add a note with the question, its answer and what it rests on.",
)
def convention_note_missing(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield jurisdictions that put some of the settled questions in words, but not all."""
    for one in under.catalog.jurisdictions.values():
        told = {note.id for note in one.convention_notes}
        missing = [question for question in _CONVENTIONS if question not in told]
        if told and missing:
            yield Spot(("convention_notes",), f"no note on {', '.join(missing)}", f"{len(told)} notes", owner=one.id)


@catalog_rule(
    "CONVENTION_NOTE_TWICE",
    Severity.WARNING,
    "A convention is put in words twice",
    why="Reports print two answers to one question.",
    do="Keep the answer that holds.",
)
def convention_note_twice(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield notes on a question that an earlier note answers."""
    for one in under.catalog.jurisdictions.values():
        ids = [note.id for note in one.convention_notes]
        for number, name in enumerate(ids):
            if name in ids[:number]:
                before = f"also in convention_notes[{ids.index(name)}]"
                yield Spot(("convention_notes", number), f"note on {name}", before, owner=one.id)


@catalog_rule(
    "EXAM_DESIGNATION_UNKNOWN",
    Severity.INFO,
    "The designation is not among those that ask for an examination",
    why="No answer about the class shows that an examination is held; that is right only if none is.",
    do="Add the designation to 'exam_designations' of the jurisdiction if an examination is held.",
)
def exam_designation_unknown(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield designations that are not listed by a jurisdiction that lists some."""
    for spec in under.described:
        known = under.catalog.jurisdiction(spec.jurisdiction).exam_designations
        if known and spec.designation and spec.designation not in known:
            yield Spot(("designation",), spec.designation, f"listed {', '.join(known)}", owner=spec.class_id)


@class_rule(
    "TRAINEE_LENGTH_INVERTED",
    Severity.ERROR,
    "The least length of a trainee appointment is above the most",
    why="Nobody can serve at least 24 and at most 12 months; every answer from the trainee class rests on it.",
    do="Compare both figures with the document.",
)
def trainee_length_inverted(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield trainee targets whose most months are fewer than the least."""
    for number, target in enumerate(spec.trainee_targets):
        if target.months is not None and target.at_most_months is not None and target.at_most_months < target.months:
            place = ("trainee_targets", number, "months")
            found = f"at least {target.months} months"
            yield Spot(place, found, f"at most {target.at_most_months} months", target.source)


@catalog_rule(
    "INFERRED_STEPS_WITHOUT_GRADES",
    Severity.INFO,
    "Inferred steps are offered, but no two classes have grades to infer them from",
    why="The switch is on and does nothing; whoever asks for inferred steps gets none.",
    do="Add grades and occupational groups, or switch 'offers_inferred_steps' off.",
)
def inferred_steps_without_grades(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield jurisdictions that offer inferred steps without two grades of one plan and occupational group."""
    for one in under.catalog.jurisdictions.values():
        graded = sorted(
            (spec.occupational_group, spec.pay.plan, number)
            for spec in under.by_jurisdiction.get(one.id, ())
            if spec.occupational_group and spec.pay and (number := spec.pay.grade_number) is not None
        )
        is_drawn = any(lower[:2] == higher[:2] and lower[2] < higher[2] for lower, higher in pairwise(graded))
        if one.offers_inferred_steps and not is_drawn:
            yield Spot(("offers_inferred_steps",), "offered", "no two grades in one group", owner=one.id)
