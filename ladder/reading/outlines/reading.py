"""An excerpt of requirement text to what it asks: statements joined by "and" and "or", and substitutions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, pairwise

from ladder.reading.drafts import AllOf, AnyOf, Asked, Role, Statement
from ladder.reading.outlines.as_good import beside_what_is_as_good, first_words
from ladder.reading.outlines.items import Item, excerpt_of, read_items
from ladder.reading.outlines.joins import (
    Group,
    Join,
    Word,
    are_mixed,
    count_changes,
    find_leading_join,
    find_trailing_join,
    group_by_joins,
    settle_joins,
    unsaid_join,
)
from ladder.reading.outlines.lead_ins import (
    LeadIn,
    Manner,
    find_substitution,
    is_still_asked,
    read_lead_in,
    says_equivalent,
    says_it_is_asked,
    split_substitution,
)
from ladder.reading.outlines.lettered import split_lettered
from ladder.reading.outlines.patterns import Pattern, find_patterns
from ladder.reading.passages import Claim, Document, Excerpt, Span
from ladder.reading.requirement_grammar.asides import is_wished_for
from ladder.sources import Note, Severity

_MOST_CHANGES = 16
_MOST_CHOSEN_FROM = 6


@dataclass(frozen=True)
class Outline:
    """What requirement text asks; ``asked`` is none where it asks nothing.

    ``claims`` are the labels of items, and the words that only join them.
    """

    asked: Asked | None
    substitutions: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()


def read_outline(
    excerpt: Excerpt, *, role: Role = Role.OPEN, section: str = "Minimum qualifications", specialty: str = ""
) -> Outline:
    """Return what an excerpt of requirement text asks, item by item.

    Page furniture is left out by the pieces of the excerpt. Text that says that
    something "may be substituted" is a substitution; text that only says that something
    is desired is left unread. Where "and" and "or" are mixed without a word that groups
    them, the rule of ``joins`` decides, and a note AMBIGUOUS_JOIN says so.
    """
    reader = _OutlineReader(excerpt.document, Statement(excerpt, role=role, section=section, specialty=specialty))
    asked = reader.read_patterns(excerpt)
    return Outline(asked, tuple(reader.substitutions), tuple(dict.fromkeys(reader.claims)), tuple(reader.notes))


@dataclass(frozen=True)
class _Part:
    """What an item asks, and the join that it ends or begins with."""

    item: Item
    asked: Asked | None
    trailing: Join
    leading: Join | None = None


class _OutlineReader:
    """Reads items; substitutions, claims and notes are gathered on the way."""

    def __init__(self, document: Document, pattern: Statement) -> None:
        self.document = document
        self.pattern = pattern
        self.substitutions: list[Statement] = []
        self.claims: list[Claim] = []
        self.notes: list[Note] = []

    def read_patterns(self, excerpt: Excerpt) -> Asked | None:
        """Return what a passage asks: what stands before its patterns, and one of these; else its items."""
        patterns = find_patterns(excerpt.text)
        if not patterns:
            return self.read_list(read_items(excerpt), "and").asked
        before = self.read_list(read_items(excerpt.part(Span(0, patterns[0].mark.start))), "and").asked
        ways = [one for one in map(partial(self._read_pattern, excerpt), patterns) if one is not None]
        chosen = (ways[0] if len(ways) == 1 else AnyOf(tuple(ways))) if ways else None
        asked = [one for one in (before, chosen) if one is not None]
        return AllOf(tuple(asked)) if len(asked) > 1 else next(iter(asked), None)

    def _read_pattern(self, excerpt: Excerpt, pattern: Pattern) -> Asked | None:
        self.claims += [self._claim("label", span) for span in excerpt.spans_of(pattern.mark)]
        outer = self.pattern
        self.pattern = replace(outer, label=pattern.numeral)
        asked = self.read_list(read_items(excerpt.part(pattern.body)), "and").asked
        self.pattern = outer
        return asked

    def read_list(self, items: Sequence[Item], default: Word) -> _Part:
        """Return what a list of items asks as a whole, and the join that its last item ends with."""
        parts = self._with_what_is_still_asked([self._read_item(item) for item in split_lettered(self.document, items)])
        if _is_choice(parts):
            default = "or"
        parts = _with_two_ways(parts)
        last = parts[-1].trailing if parts else unsaid_join("")
        asking = [part for part in parts if part.asked is not None]
        if not asking:
            return _Part(Item(), None, last)
        joins = settle_joins(_joins_between(parts, asking[0]), default)
        if count_changes(joins) > _MOST_CHANGES:
            self._note(
                asking, "TOO_MANY_JOINS", '"and" and "or" change too often to be told apart; all is taken to be asked'
            )
            joins = tuple(join._replace(word="and") for join in joins)
        self._note_mixture(asking, joins)
        asked = [part.asked for part in asking if part.asked is not None]
        return _Part(asking[0].item, _tree(group_by_joins(joins), asked), last, asking[0].leading)

    def _with_what_is_still_asked(self, parts: Sequence[_Part]) -> list[_Part]:
        """Return the parts; "However, all candidates must have ..." is asked with the equivalent before it alone."""
        joined: list[_Part] = []
        for part in parts:
            together = _asked_with(joined[-1].asked, part.asked) if joined else None
            if together is None:
                joined.append(part)
            else:
                joined[-1] = replace(joined[-1], asked=together)
        return joined

    def _note_mixture(self, parts: Sequence[_Part], joins: Sequence[Join]) -> None:
        pairs = zip(joins, parts[1:], strict=True)
        asked = [not (join.explicit or join.word == "or") and self._says_it_is_asked(part) for join, part in pairs]
        if not are_mixed([join for join, sure in zip(joins, asked, strict=True) if not sure]):
            return
        self._note(parts, "AMBIGUOUS_JOIN", _mixture(parts, joins))

    def _note(self, parts: Sequence[_Part], code: str, text: str) -> None:
        line = self.document.line_at(parts[0].item.start)
        self.notes.append(Note(code, Severity.WARNING, line, text))

    def _says_it_is_asked(self, part: _Part) -> bool:
        return says_it_is_asked(excerpt_of(self.document, part.item.lines).text)

    def _read_item(self, item: Item) -> _Part:
        self.claims += [self._claim("label", span) for span in item.markers]
        excerpt = excerpt_of(self.document, item.lines)
        leading, excerpt = self._cut_leading(excerpt)
        if item.children:
            return replace(self._read_branch(item, excerpt), leading=leading)
        trailing, excerpt = self._cut_trailing(excerpt)
        return _Part(item, self._read_words(item, excerpt), trailing, leading)

    def _read_words(self, item: Item, excerpt: Excerpt) -> Asked | None:
        """Return what an item without a list asks; its substitution, if it has one, is set aside."""
        text = excerpt.text
        if not any(letter.isalnum() for letter in text):
            return None
        substitution = find_substitution(text)
        if substitution is None:
            return self._statement(item, excerpt)
        self._set_aside(item, excerpt.part(substitution))
        before, after = Span(0, substitution.start), Span(substitution.end, len(text))
        asked = Excerpt(excerpt.document, (*excerpt.part(before).pieces, *excerpt.part(after).pieces))
        return self._statement(item, asked) if asked.pieces else None

    def _read_branch(self, item: Item, excerpt: Excerpt) -> _Part:
        """Return what an item with a list below it asks, by the words that lead in to the list."""
        if not excerpt.pieces:
            return replace(self.read_list(item.children, "and"), item=item)
        if not is_wished_for(excerpt.text) and find_substitution(excerpt.text) is not None:
            return self._read_substitution_list(item, excerpt)
        lead_in = read_lead_in(excerpt.text)
        if lead_in.manner is Manner.TOGETHER or is_wished_for(excerpt.text):
            return self._read_together(item, excerpt)
        if lead_in.least:
            return self._read_some(item, excerpt, lead_in.least)
        return self._read_led(item, excerpt, lead_in)

    def _read_led(self, item: Item, excerpt: Excerpt, lead_in: LeadIn) -> _Part:
        """Return what an item and the list below it ask, by how the lead-in belongs to the list."""
        lead = excerpt.part(lead_in.said)
        below = self.read_list(item.children, "or" if lead_in.choice else "and")
        if lead_in.manner is Manner.EACH:
            return self._read_each(item, excerpt, lead, below)
        self._claim_rest(excerpt, lead)
        if lead_in.manner is Manner.NOTHING or below.asked is None:
            asked = below.asked if not lead.pieces else self._statement(item, lead)
        else:
            parts = (self._statement(item, lead), below.asked)
            asked = AllOf(parts) if lead_in.word == "and" else AnyOf(parts)
        return _Part(item, asked, below.trailing)

    def _read_some(self, item: Item, excerpt: Excerpt, least: int) -> _Part:
        """Return "any two of the following" as each two of them together, where each item asks something."""
        parts = [self._read_item(one) for one in item.children]
        asked = [part.asked for part in parts if part.asked is not None]
        if not least < len(asked) <= _MOST_CHOSEN_FROM:
            return self._read_together(item, excerpt)
        self._claim_rest(excerpt, excerpt.part(Span(0, 0)))
        return _Part(item, AnyOf(tuple(AllOf(chosen) for chosen in combinations(asked, least))), parts[-1].trailing)

    def _read_each(self, item: Item, excerpt: Excerpt, lead: Excerpt, below: _Part) -> _Part:
        """Return the alternatives below, each with the words of the lead-in; else all as one statement."""
        asked = _each_led_by(lead, below.asked) if below.asked is not None else None
        if asked is None:
            return self._read_together(item, excerpt)
        self._claim_rest(excerpt, lead)
        return _Part(item, asked, below.trailing)

    def _read_together(self, item: Item, excerpt: Excerpt) -> _Part:
        """Return an item and everything below it as one statement, joined by the words between the parts."""
        spans = [*excerpt.pieces]
        below = list(_below(item))
        for number, part in enumerate(below):
            self.claims += [self._claim("label", span) for span in part.markers]
            words = excerpt_of(self.document, part.lines)
            spans += self._without_mark(words) if number < len(below) - 1 else words.pieces
        trailing, whole = self._cut_trailing(excerpt_of(self.document, spans))
        return _Part(item, self._statement(item, whole), trailing)

    def _without_mark(self, words: Excerpt) -> tuple[Span, ...]:
        """Return the words of a part without the semicolon before the "and" or "or" that they end with."""
        found = find_trailing_join(words.text)
        if found is None or words.text[found[1].start] not in ";:.":
            return words.pieces
        mark = Span(found[1].start, found[1].start + 1)
        self.claims += [self._claim("join", span) for span in words.spans_of(mark)]
        return (*words.part(Span(0, mark.start)).pieces, *words.part(Span(mark.end, len(words.text))).pieces)

    def _read_substitution_list(self, item: Item, excerpt: Excerpt) -> _Part:
        """Set each item of a list aside as a substitution, in the words of the lead-in."""
        before, after = (excerpt.part(span) for span in split_substitution(excerpt.text))
        trailing = unsaid_join("")
        for below in item.children:
            self.claims += [self._claim("label", span) for span in below.markers]
            spans = [*below.lines, *(span for one in _below(below) for span in one.lines)]
            trailing, words = self._cut_trailing(excerpt_of(self.document, spans))
            pieces = (*before.pieces, *_without_full_stop(words).pieces, *after.pieces)
            self._set_aside(below, Excerpt(self.document, pieces))
        return _Part(item, None, trailing)

    def _claim(self, field: str, span: Span) -> Claim:
        return Claim(field, span, " ".join(self.document.text[span.start : span.end].split()))

    def _statement(self, item: Item, excerpt: Excerpt) -> Statement:
        return replace(self.pattern, excerpt=_trimmed(excerpt), label=item.label or self.pattern.label)

    def _set_aside(self, item: Item, excerpt: Excerpt) -> None:
        self.substitutions.append(replace(self._statement(item, excerpt), role=Role.SUBSTITUTION))

    def _cut_trailing(self, excerpt: Excerpt) -> tuple[Join, Excerpt]:
        found = find_trailing_join(excerpt.text)
        if found is None:
            return unsaid_join(excerpt.text), excerpt
        join, place = found
        self.claims += [self._claim("join", span) for span in excerpt.spans_of(place)]
        return join, excerpt.part(Span(0, place.start))

    def _cut_leading(self, excerpt: Excerpt) -> tuple[Join | None, Excerpt]:
        found = find_leading_join(excerpt.text)
        if found is None:
            return None, excerpt
        join, place = found
        self.claims += [self._claim("join", span) for span in excerpt.spans_of(place)]
        return join, excerpt.part(Span(place.end, len(excerpt.text)))

    def _claim_rest(self, excerpt: Excerpt, said: Excerpt) -> None:
        """Claim the words of a lead-in that only join: those after what it says."""
        rest = excerpt.spans_of(Span(len(said.text), len(excerpt.text)))
        self.claims += [self._claim("join", span) for span in rest]


def _asked_with(before: Asked | None, asked: Asked | None) -> Asked | None:
    """Return an equivalent and what is asked in spite of it; none where these are something else."""
    if before is None or asked is None or not _is_equivalent(before) or not is_still_asked(first_words(asked)):
        return None
    return AllOf((before, asked))


def _is_equivalent(asked: Asked) -> bool:
    """Return whether what is asked is an equivalent of the ways printed before it."""
    return says_equivalent(first_words(asked))


def _is_choice(parts: Sequence[_Part]) -> bool:
    """Return whether items are alternatives though no word says so: the last is an equivalent of the others."""
    asking = [part for part in parts if part.asked is not None]
    return (
        len(asking) > 1
        and all(part.item.style and part.trailing.word is None and part.leading is None for part in asking)
        and asking[-1].asked is not None
        and _is_equivalent(asking[-1].asked)
    )


def _with_two_ways(parts: Sequence[_Part]) -> list[_Part]:
    """Return the parts; paragraphs before one that is as good as they are stand with it as two ways."""
    asked = beside_what_is_as_good([part.asked for part in parts], [_is_marked(part) for part in parts])
    return [replace(part, asked=one) for part, one in zip(parts, asked, strict=True)]


def _is_marked(part: _Part) -> bool:
    """Return whether a number or a word says how a part is joined to others."""
    return bool(part.item.style or part.leading or part.trailing.word)


def _between(before: _Part, after: _Part) -> Join:
    if before.trailing.word is None and after.leading is not None:
        return after.leading
    if not after.item.style and before.trailing.word is None:
        return unsaid_join("")
    return before.trailing


def _mixture(parts: Sequence[_Part], joins: Sequence[Join]) -> str:
    names = [part.item.label or "the paragraph" for part in parts]
    said = names[0] + "".join(
        f" {join.word}{'' if join.explicit else ' (not printed)'} {name}"
        for join, name in zip(joins, names[1:], strict=True)
    )
    return f'"and" and "or" are mixed: {said}; read as {_shown(group_by_joins(joins), names)}'


def _shown(group: "int | Group", names: Sequence[str]) -> str:
    if isinstance(group, int):
        return names[group]
    shown = [_shown(part, names) for part in group.parts]
    return f" {group.word} ".join(f"({one})" if " " in one and one not in names else one for one in shown)


def _tree(group: "int | Group", asked: Sequence[Asked]) -> Asked:
    if isinstance(group, int):
        return asked[group]
    parts = tuple(_tree(part, asked) for part in group.parts)
    return AllOf(parts) if group.word == "and" else AnyOf(parts)


def _each_led_by(lead: Excerpt, asked: Asked) -> Asked | None:
    """Return alternatives with the words that lead in to each; none where they are not all alternatives."""
    if isinstance(asked, Statement):
        return replace(asked, excerpt=Excerpt(lead.document, (*lead.pieces, *asked.excerpt.pieces)))
    parts = tuple(_each_led_by(lead, part) for part in asked.parts)
    alternatives = tuple(part for part in parts if part is not None)
    return AnyOf(alternatives) if isinstance(asked, AnyOf) and len(alternatives) == len(parts) else None


def _below(item: Item) -> Iterable[Item]:
    for child in item.children:
        yield child
        yield from _below(child)


def _trimmed(excerpt: Excerpt) -> Excerpt:
    text = excerpt.text
    return excerpt.part(Span(len(text) - len(text.lstrip()), len(text.rstrip())))


def _without_full_stop(excerpt: Excerpt) -> Excerpt:
    text = excerpt.text.rstrip()
    return excerpt.part(Span(0, len(text) - 1 if text.endswith((".", ";")) else len(text)))


def _joins_between(parts: Sequence[_Part], first: _Part) -> list[Join]:
    """Return what joins each part that asks something to the one before it, the first that asks left out."""
    pairs = pairwise(parts)
    return [_between(before, after) for before, after in pairs if after.asked is not None and after is not first]
