"""What may stand for the education asked: put beside it, as another way to meet it.

No substitution of a record stands for education, so that a person judges whether what is
brought instead is enough; without it, whoever lacks the degree would be told no.
"""

import re
from collections.abc import Iterable

from ladder.reading.jurisdictions.philadelphia.blocks import Block, Blocks, Words

_FOR_EDUCATION = re.compile(r"\bsubstitut[a-z]{1,4}\b.{0,60}\b(?:education|educational|degree)\b", re.IGNORECASE)
_LABELS = frozenset({"EDUCATION", "EDUCATION ONLY"})


def put_beside_education(found: Blocks, substitutes: Iterable[Words]) -> list[Words]:
    """Put what may stand for education beside it, where it is sure beside which; return the other substitutions."""
    others = []
    for words in substitutes:
        block = _education_for(found, words) if _FOR_EDUCATION.search(words.text) else None
        if block is None:
            others.append(words)
        else:
            block.alternatives.append([[words]])
    return others


def _education_for(found: Blocks, words: Words) -> Block | None:
    """Return the block that words stand in, else the only one of education.

    None where the block is for other specialties too, or asks several things together: which of them the words
    stand for is not sure.
    """
    blocks = [one for one in found.blocks if one.label in _LABELS]
    if words.block in blocks:
        blocks = [words.block]
    if len(blocks) != 1:
        return None
    (block,) = blocks
    is_for_all = words.specialties is None or set(block.specialties or ("",)) <= set(words.specialties)
    asks_one = all(len(alternative) == 1 for alternative in block.alternatives)
    return block if is_for_all and asks_one else None
