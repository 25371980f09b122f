"""Conditions in words: what an answer shows, asks or found closed, never passed in silence."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import RulingCondition
from ladder.condition_codes import GENERAL_WORDS, OF_THIS_CLASS, OWN_WORDS_FIRST
from ladder.condition_codes import ConditionCode as Code
from ladder.requirement_references import reference_to
from ladder.sources import Source
from ladder.specification import ClassSpecification


class Effect(StrEnum):
    """Shown never changes a figure; asked blocks until declared; closed was declared against."""

    SHOWN = "shown"
    ASKED = "asked"
    ASSUMED = "assumed"
    CLOSED = "closed"


class Condition(NamedTuple):
    """One condition of an answer: code, words, effect, and the source where one is printed.

    ``asked_of`` is the title of the class on the way that it comes from; empty where it is the target's.
    """

    code: str
    text: str
    effect: Effect
    source: Source | None = None
    asked_of: str = ""


def settled_codes(conditions: Iterable[Condition]) -> frozenset[str]:
    """Return what an answer shows as planned or declared and asks no more: lead duty (docs/semantics.md, C29).

    What the class's own text prints, with its source, is shown whatever is declared: it settles nothing.
    """
    shown = (one.code for one in conditions if one.effect is Effect.SHOWN and one.source is None)
    return _PLANNED.intersection(shown)


_PLANNED = frozenset([Code.LEAD])


def describe_conditions(
    catalog: Catalog,
    class_id: str,
    codes: Iterable[tuple[str, Effect]],
) -> tuple[Condition, ...]:
    """Return all of the class's own conditions, then those of the answer, each code once.

    What the class's own text prints is shown, or asked or closed where the answer finds it so.
    Where a code comes with several effects, asked beats closed beats assumed beats shown: what one
    job declares against it shuts nothing that another may still open.
    """
    effects: dict[str, Effect] = {}
    for code, effect in codes:
        if code not in effects or _WEIGHT[effect] > _WEIGHT[effects[code]]:
            effects[code] = effect
    own = tuple(one._replace(effect=_weightier(effects.get(one.code))) for one in own_conditions(catalog, class_id))
    own_codes = {condition.code for condition in own}
    told = [
        Condition(code, words_for(catalog, class_id, code), effects[code])
        for code in sorted(effects)
        if code not in own_codes
    ]
    return (*own, *told)


_WEIGHT = {Effect.SHOWN: 0, Effect.ASSUMED: 1, Effect.CLOSED: 2, Effect.ASKED: 3}


def _weightier(effect: Effect | None) -> Effect:
    """Return the effect of what the class's own text prints: shown, unless the answer hangs on it."""
    return effect if effect in (Effect.ASKED, Effect.CLOSED) else Effect.SHOWN


def is_in_own_words(code: str, text: str) -> bool:
    """Return whether the text of a condition is one that a document prints under a code that has general words."""
    return code in OWN_WORDS_FIRST and text != GENERAL_WORDS[code]


def what_it_says(condition: Condition) -> tuple[str, str, Source | None]:
    """Return what a condition says, which need be told but once; of its class, where its words do not say it all.

    Words may point to a line of a document, or to "this class".
    """
    source = condition.source
    if condition.code in OF_THIS_CLASS:
        return condition.code, condition.asked_of, source
    first_line = str(source.lines[0]) if source and source.lines else ""
    return condition.code, condition.text, source if first_line in _NUMBER.findall(condition.text) else None


_NUMBER = re.compile(r"[0-9]+")


def words_for(catalog: Catalog, class_id: str, code: str) -> str:
    """Return the words of a condition: those of a ruling or requirement, else the general ones."""
    spec = catalog.classes[class_id]
    references = (reference_to(class_id, rule.id) for rule in spec.experience())
    found = [*_ruled_words((catalog.rulings_for.get(one, {}) for one in references), code)]
    if code not in GENERAL_WORDS or code in OWN_WORDS_FIRST:
        found += _printed_words(spec, code)
    return next(iter(found), GENERAL_WORDS.get(code, code))


def _ruled_words(rulings: Iterable[Mapping[str, RulingCondition | None]], code: str) -> Iterator[str]:
    for shown in (one for by_class in rulings for one in by_class.values()):
        if shown and shown.code == code:
            yield shown.text


def _printed_words(spec: ClassSpecification, code: str) -> Iterator[str]:
    for rule in spec.qualifications.requirements if spec.qualifications else ():
        if rule.kind == "condition" and rule.code == code:
            yield rule.what


def own_conditions(catalog: Catalog, class_id: str) -> tuple[Condition, ...]:
    """Return the conditions that every answer about the class shows."""
    spec = catalog.classes[class_id]
    found = [Condition(one.code, one.text, Effect.SHOWN, one.source) for one in spec.conditions]
    if spec.designation and spec.designation in catalog.jurisdiction_of(class_id).exam_designations:
        found.insert(0, Condition(Code.EXAM, GENERAL_WORDS[Code.EXAM], Effect.SHOWN, spec.source))
    return tuple(found)
