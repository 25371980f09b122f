"""Blocks to what is asked: for each specialty all its blocks, in each set of options one of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from ladder.reading.drafts import AllOf, AnyOf, Asked, Statement
from ladder.reading.jurisdictions.philadelphia.blocks import Block, Blocks, Words
from ladder.reading.jurisdictions.philadelphia.specialties import LANGUAGE
from ladder.reading.passages import Document, Excerpt
from ladder.titles import fold_title

_EXPERIENCE = frozenset({"GENERAL EXPERIENCE", "SPECIFIC EXPERIENCE"})


class StatementMaker:
    """Makes a statement of words, and the same one of the same words."""

    def __init__(self, document: Document) -> None:
        """Begin with no statement."""
        self._document = document
        self._made: dict[int, Statement] = {}

    def __call__(self, words: Words) -> Statement:
        """Return the statement that the words are."""
        if id(words) not in self._made:
            self._made[id(words)] = Statement(
                Excerpt(self._document, tuple(words.pieces)),
                role=words.role,
                section=words.section,
                specialty=", ".join(words.specialties or ()),
                listed=tuple(dict.fromkeys(words.listed)),
            )
        return self._made[id(words)]


def ask(
    found: Blocks, names: Sequence[str], demands: Sequence[Words], make: Callable[[Words], Statement]
) -> Asked | None:
    """Return what is asked: a way for each specialty, and the combinations that suffice instead."""
    ways = [_way(found, blocks, meant, demands, make) for blocks, meant in _groups(found.blocks, names)]
    if not ways:
        return None
    for_all = [make(words) for count, words in found.equivalents if not _is_of_one(found, count, words)]
    return _any_of([*ways, *for_all])


def undecided(found: Blocks, unmarked: tuple[str, ...]) -> list[Words]:
    """Return what is asked besides of specialties without a mark: the marks with words under them that are of none.

    Such a mark may be a misspelt one of theirs. As nothing reads it, what they ask stays
    open, and is not less than the page says.
    """
    strange = [
        one
        for one in found.strange_marks
        if any(set(one.specialties or ()) & set(block.specialties or ()) for block in found.blocks)
    ]
    return [replace(one, specialties=unmarked) for one in strange] if unmarked else []


def _groups(blocks: Sequence[Block], names: Sequence[str]) -> Iterable[tuple[list[Block], tuple[str, ...]]]:
    """Yield the blocks that stand for each specialty, those that have the same ones once."""
    named = set(chain.from_iterable(block.specialties or () for block in blocks))
    if not named:
        yield from [(list(blocks), ())] if blocks else []
        return
    own = [name for name in names if name in named or fold_title(name) != LANGUAGE]
    for indexes, meant in _by_blocks(blocks, own).items():
        if indexes:
            yield [blocks[index] for index in indexes], tuple(meant)


def _by_blocks(blocks: Sequence[Block], names: Iterable[str]) -> dict[tuple[int, ...], list[str]]:
    """Return the specialties by the numbers of the blocks that are asked of them."""
    seen: dict[tuple[int, ...], list[str]] = {}
    for name in names:
        of_name = (index for index, one in enumerate(blocks) if _is_asked_of(name, one, blocks))
        seen.setdefault(tuple(of_name), []).append(name)
    return seen


def _is_asked_of(name: str, block: Block, blocks: Sequence[Block]) -> bool:
    """Return whether a block is asked of a specialty: its own, or one for all where it has none of that label."""
    if block.specialties is not None:
        return name in block.specialties
    return block.label not in _EXPERIENCE or not any(
        one.label == block.label and one.path == block.path and name in (one.specialties or ()) for one in blocks
    )


def _way(
    found: Blocks,
    blocks: Sequence[Block],
    meant: tuple[str, ...],
    demands: Sequence[Words],
    make: Callable[[Words], Statement],
) -> Asked:
    asked = [_together(blocks, 0, make)]
    asked += [make(words) for words in demands if _holds_for(words, meant)]
    instead = [
        make(words)
        for count, words in found.equivalents
        if _is_of_one(found, count, words) and set(words.specialties or ()) & set(meant)
    ]
    return _any_of([_all_of(asked), *instead])


def _holds_for(words: Words, meant: tuple[str, ...]) -> bool:
    return words.specialties is None or not meant or bool(set(words.specialties) & set(meant))


def _is_of_one(found: Blocks, count: int, words: Words) -> bool:
    """Return whether a combination is for its specialty alone: others are still printed behind it."""
    if words.specialties is None:
        return False
    mine = set(words.specialties)
    return any(one.specialties is not None and not mine & set(one.specialties) for one in found.blocks[count:])


def _together(blocks: Sequence[Block], depth: int, make: Callable[[Words], Statement]) -> Asked:
    """Return all that the blocks ask; the options of a set, one of which suffices, where the first of them stands."""
    groups: dict[tuple[str, int], list[Block]] = {}
    for number, block in enumerate(blocks):
        key = ("scope", block.path[depth][0]) if len(block.path) > depth else ("block", number)
        groups.setdefault(key, []).append(block)
    return _all_of(
        _choices(group, depth, make) if kind == "scope" else _block(group[0], make)
        for (kind, _), group in groups.items()
    )


def _choices(blocks: Sequence[Block], depth: int, make: Callable[[Words], Statement]) -> Asked:
    options: dict[str, list[Block]] = {}
    for block in blocks:
        options.setdefault(block.path[depth][1], []).append(block)
    return _any_of(_together(one, depth + 1, make) for one in options.values())


def _block(block: Block, make: Callable[[Words], Statement]) -> Asked:
    return _any_of(
        _all_of(_any_of([make(words) for words in choices]) for choices in alternative)
        for alternative in block.alternatives
    )


def _all_of(parts: Iterable[Asked]) -> Asked:
    found = tuple(parts)
    return found[0] if len(found) == 1 else AllOf(found)


def _any_of(parts: Iterable[Asked]) -> Asked:
    found = tuple(parts)
    return found[0] if len(found) == 1 else AnyOf(found)
