"""Conditions in words: those of the catalog of messages, or the record's own."""

from ladder.catalog.catalog import Catalog
from ladder.condition_codes import GENERAL_WORDS
from ladder.eligibility.answer_conditions import Condition, words_for
from ladder.telling.messages import tell
from ladder.telling.parts import Part, Words


def condition_words(condition: Condition) -> Words:
    """Return the words of a condition, in the language spoken where they are not the record's own.

    What comes from a class on the way is told with its title.
    """
    told = _spoken(condition.code, condition.text)
    return tell("answer.on_the_way", title=condition.asked_of, told=told) if condition.asked_of else told


def code_words(catalog: Catalog, class_id: str, code: str) -> Words:
    """Return the words of a condition by its code: those of a ruling or requirement, else the general ones."""
    return _spoken(code, words_for(catalog, class_id, code))


def _spoken(code: str, text: str) -> Words:
    return tell(f"condition.{code}") if GENERAL_WORDS.get(code) == text else (Part(text),)
