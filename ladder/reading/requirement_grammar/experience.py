"""Experience clauses and their parts: "two years as a Storekeeper, one year of which in a warehouse"."""

import re
from dataclasses import dataclass, field, replace
from itertools import filterfalse, takewhile

from lark import Token, Tree

from ladder.figures import read_whole_number
from ladder.qualifications import Standing
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.grammar import Parsed, blank_even, outer_tokens, span_of
from ladder.reading.requirement_grammar.quantities import MONTHS_A_YEAR, NUMBERS
from ladder.reading.requirement_grammar.titles import mention_at_level, read_titles, without_pay_designation
from ladder.reading.requirement_grammar.tree import (
    ClassMention,
    ExperienceClause,
    ExperiencePart,
    Manner,
    Quantity,
)

_FIRST_WORDS = re.compile(
    r"(?i:(?:of |for )?(?:(?:must|shall|has|have|had|was|were|is|are|be|been|being|have been)(?= |$) ?){0,3}"
    r"(?:(?:involved|included|include)(?= ) )?(?:of )?(?:(?:experience|service|paid)(?=[ ,]|$)[ ,]{0,2})?)"
)
_LEAD = re.compile(r"(?i:\b(?:team leader|lead worker|lead capacity|(?:as a|or) lead\b|lead or supervis))")
_OUTSIDE = re.compile(r"^(?:County|United States|U\.S|Federal)")
_OR_AT_END = re.compile(r"(?:^|[ ,])or$")
_IN_THE_FIELD = "in the field"
_WORDS_AND_FIGURES = re.compile(r"[a-z]+|[0-9]+")
# "Which has included two terms as": time in another unit is a part of the service, so that all of it was not there.
_SOME_TIME_IN = re.compile(
    r"(?i:\b(?:which|that) (?:(?:has|have|had|must|shall) ){0,2}includ(?:e|es|ed) (?:at least )?"
    r"(?:one|two|three|four|five|six|[0-9]{1,2}|time|service)\b)"
)
_MAY_BE = re.compile(r"(?i:(?:may|can|might|need not)\b)")
_OF_WHICH = re.compile(r"(?i:,? (?:of )?which$)")


@dataclass
class _Gathered:
    """What is gathered of an experience, or of a part of one, in the order printed."""

    quantity: Quantity
    span: Span
    is_part: bool = False
    words: list[str] = field(default_factory=list)
    classes: list[ClassMention] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    employer: str | None = None
    target_class: str | None = None
    within_last_months: int | None = None
    standing: Standing | None = None

    def what(self) -> str:
        """Return the words as printed, without those that only say that it is experience."""
        return _without_first_words(" ".join(word for word in map(blank_even, self.words) if word))


class ExperienceReader:
    """One clause of experience."""

    def __init__(self, text: str, findings: Findings) -> None:
        """Begin with the statement's text and what was found in it so far."""
        self._text = text
        self._findings = findings
        self._closed = False

    def read(self, parsed: Parsed) -> tuple[tuple[ExperienceClause, ...], ...]:
        """Return the ways to meet the clause, each of clauses asked together; none where its amount is not plain.

        One of its parts may suffice: a way each. "Two years each" in several classes are
        asked together.

        Production: ``experience``.
        """
        children = list(parsed.children)
        before = list(takewhile(lambda child: not _is_quantity(child), children))
        quantity = self._quantity(children[len(before)]) if len(before) < len(children) else None
        if quantity is None:
            return ()
        whole = _Gathered(quantity, span_of(parsed), standing=_standing(before))
        details = [*filterfalse(_is_token, before), *filterfalse(_is_part, children[len(before) + 1 :])]
        self._gather(whole, details)
        parts = [self._part(child, whole) for child in children if _is_part(child)]
        ways = self._ways([part for part in parts if part is not None])
        return tuple(self._each(whole, self._clause(whole, way)) for way in ways)

    def _each(self, whole: _Gathered, clause: ExperienceClause) -> tuple[ExperienceClause, ...]:
        """Return the clause, or where it asks the service of each class, one for each of them."""
        if "each" not in whole.flags:
            return (clause,)
        if len(clause.classes) > 1:
            return tuple(replace(clause, classes=(one,)) for one in clause.classes)
        # Which things the service is asked of each of is not plain.
        self._findings.unread.append(whole.span)
        return (clause,)

    def read_details(self, children: list[Parsed | Token], span: Span) -> tuple[str, tuple[ClassMention, ...]]:
        """Return the words and classes of a clause without an amount, such as present employment."""
        whole = _Gathered(Quantity(), span)
        self._gather(whole, children)
        return whole.what(), tuple(whole.classes)

    def _quantity(self, token: "Parsed | Token") -> Quantity | None:
        return self._findings.quantity(str(token), span_of(token))

    def _clause(self, whole: _Gathered, parts: list[ExperiencePart]) -> ExperienceClause:
        outside = whole.employer is not None and _OUTSIDE.match(whole.employer)
        classes = [] if outside else without_pay_designation(self._text, whole.classes)
        what = whole.what()
        return ExperienceClause(
            quantity=whole.quantity,
            what="" if what == _IN_THE_FIELD and "or_in_field" in whole.flags else what,
            classes=tuple(classes),
            parts=tuple(parts),
            or_equivalent="or_equivalent" in whole.flags,
            or_in_field="or_in_field" in whole.flags,
            of_general="of_general" in whole.flags,
            lead="lead" in whole.flags or _LEAD.search(what) is not None,
            full_time="full_time" in whole.flags,
            after_study="after_study" in whole.flags,
            after_other="after_other" in whole.flags,
            of_previous="of_previous" in whole.flags,
            employer=whole.employer,
            standing=whole.standing,
            target_class=whole.target_class,
            within_last_months=whole.within_last_months,
            span=whole.span,
        )

    # ------------------------------------------------------------------ parts

    def _part(self, parsed: Parsed | Token, whole: _Gathered) -> ExperiencePart | None:
        """Return a part of the experience; none, and unread, where its amount is not plain or it is an alternative.

        Production: ``part``.
        """
        assert not isinstance(parsed, Token)  # noqa: S101 - parts are productions
        children = list(parsed.children)
        opening = list(takewhile(lambda child: isinstance(child, Token) and child.type in _OPENING, children))
        quantity = self._part_quantity(opening, whole)
        if quantity is None:
            return None
        part = _Gathered(quantity, span_of(parsed), is_part=True)
        closing = next((n for n, c in enumerate(children) if isinstance(c, Token) and c.type == "CLOSE_PART"), None)
        self._gather(part, children[len(opening) : closing])
        if closing is not None:
            self._gather(whole, children[closing + 1 :])
        what = part.what()
        if _MAY_BE.match(what):
            # "One year of which may be volunteer work" asks no part.
            self._findings.unread.append(part.span)
            return None
        return ExperiencePart(
            quantity=quantity,
            what=what,
            classes=tuple(part.classes),
            or_equivalent="or_equivalent" in part.flags,
            lead="lead" in part.flags or _LEAD.search(what) is not None,
            span=part.span,
        )

    def _ways(self, parts: list[ExperiencePart]) -> list[list[ExperiencePart]]:
        """Return the parts that are asked together, in each way that suffices: each alone where "or" joins them all.

        Of parts that "or" joins and others do not, those after "or" are unread: which
        belong together is not said.
        """
        joined = [_OR_AT_END.search(part.what) is not None for part in parts[:-1]]
        plain = [replace(part, what=blank_even(_OR_AT_END.sub("", part.what))) for part in parts]
        if joined and all(joined):
            return [[part] for part in plain]
        kept = [part for part, after_or in zip(plain, [False, *joined], strict=False) if not after_or]
        self._findings.unread += [part.span for part in plain if part not in kept]
        return [kept]

    def _part_quantity(self, opening: list[Parsed | Token], whole: _Gathered) -> Quantity | None:
        kinds = {token.type: token for token in opening if isinstance(token, Token)}
        counted = next((kinds[kind] for kind in ("QUANTITY", "SHARE") if kind in kinds), None)
        if counted is not None:
            quantity = self._findings.quantity(_OF_WHICH.sub("", counted), span_of(counted))
            return quantity and self._unless_too_much(quantity, whole.quantity, counted)
        token = next(kinds[kind] for kind in _NUMBER_ALONE if kind in kinds)
        return self._unless_too_much(Quantity(months=_months_said(token), span=span_of(token)), whole.quantity, token)

    def _unless_too_much(self, part: Quantity, whole: Quantity, token: Token) -> Quantity | None:
        """Return the amount of a part; none, and unread, where it is more than the whole."""
        if ExperienceClause(whole).holds(part):
            return part
        self._findings.unread.append(span_of(token))
        return None

    # ------------------------------------------------------------------ details

    def _gather(self, into: _Gathered, children: list[Parsed | Token]) -> None:
        run: list[Token] = []
        for number, child in enumerate(children):
            if isinstance(child, Token) and child.type in _WORDS:
                run.append(child)
                continue
            self._end_run(into, run, before=child)
            run = []
            if isinstance(child, Token) and child.type == "QUANTITY":
                self._leave(children[number:])
                return
            after = _kind_after(children, number)
            self._closed = after in {"THAT_LEVEL", "OR_EQUIVALENT", "OR_ABOVE"}
            self._take(into, child)
            if into.classes and _is_class(child) and after == "OR_ABOVE":
                # Which classes are above is for a person to say, as which are equal.
                into.flags.add("or_equivalent")
        self._end_run(into, run, before=None)

    def _leave(self, rest: list[Parsed | Token]) -> None:
        """List as unread what follows an amount that no production covers."""
        self._findings.unread.append(Span(span_of(rest[0]).start, span_of(rest[-1]).end))

    def _end_run(self, into: _Gathered, run: list[Token], *, before: Parsed | Token | None) -> None:
        """Keep the words of a run; "or" between them and classes says that service in the field serves besides."""
        if not run:
            return
        words = blank_even(self._text[run[0].start_pos : run[-1].end_pos])
        if into.classes and words.startswith("or "):
            into.flags.add("or_in_field")
            words = words.removeprefix("or ")
        if isinstance(before, Tree) and before.data in _NAMING and _OR_AT_END.search(words):
            into.flags.add("or_in_field")
            words = _OR_AT_END.sub("", words)
        into.words.append(words)

    def _take(self, into: _Gathered, child: Parsed | Token) -> None:
        if isinstance(child, Token):
            self._take_token(into, child)
        else:
            self._take_production(into, child)

    def _take_token(self, into: _Gathered, token: Token) -> None:
        flag = _FLAGS.get(token.type)
        if flag is not None:
            into.flags.add(flag)
        if token.type == "OF_PERMANENT":
            into.standing = Standing.PERMANENT
        elif token.type == "EMPLOYER" and into.employer is None and not into.is_part:
            into.employer = _employer(token)
        elif token.type == "TITLE_LEVEL":
            self._take_level(into, token)
        elif token.type in _KEPT or (token.type == "OR_ABOVE" and not into.classes):
            into.words.append(str(token))

    def _take_level(self, into: _Gathered, token: Token) -> None:
        mention = mention_at_level(token)
        if mention is None:
            into.words.append(str(token))
        else:
            into.classes.append(mention)

    def _take_production(self, into: _Gathered, production: Parsed) -> None:
        if production.data in _MANNERS and _SOME_TIME_IN.search(" ".join(into.words)):
            span = span_of(production)
            into.words.append(self._text[span.start : span.end])
        elif production.data in _MANNERS:
            mentions, rest = read_titles(
                production,
                _MANNERS[production.data],
                is_closed=self._closed,
                is_combined=not into.flags.isdisjoint({"combined", "each"}),
            )
            into.classes += mentions
            if not mentions:
                rest = span_of(production)
            if rest is not None:
                into.words.append(self._text[rest.start : rest.end])
        elif production.data == "recency" and into.is_part:
            span = span_of(production)
            into.words.append(self._text[span.start : span.end])
        elif production.data == "recency":
            self._take_recency(into, production)
        elif production.data == "target":
            into.target_class = blank_even(outer_tokens(production)[0].partition("class of ")[2])
        else:
            token = outer_tokens(production)[0]
            into.classes.append(ClassMention(blank_even(token), Manner.NAMED, None, span_of(token)))

    def _take_recency(self, into: _Gathered, production: Parsed) -> None:
        quantity = self._quantity(outer_tokens(production)[-1])
        if quantity is not None:
            into.within_last_months = quantity.months


_WORDS = frozenset({"PLAIN", "WORD", "MARK", "LABEL", "MINIMUM", "WITHIN_LAST"})
_KEPT = frozenset({"EMPLOYER", "DESIGNATED", "EXCLUDED", "COMBINED", "EACH_OF_THESE", "AFTER_OTHER"})
_OPENING = frozenset(
    {
        "INCLUDING",
        "AND_ALSO",
        "MINIMUM",
        "QUANTITY",
        "SHARE",
        "OF_WHICH",
        "OPEN_PART",
        "WITH_SOME_OF",
        "WITH_AMOUNT",
        "SOME_OF_WHICH",
        "SOME_AS",
        "IN_AMOUNT",
    }
)
_NUMBER_ALONE = ("WITH_SOME_OF", "SOME_OF_WHICH", "SOME_AS")
_NAMING = frozenset({"named", "level", "own_employer"})
_MANNERS = {"named": Manner.NAMED, "level": Manner.LEVEL}
_FLAGS = {
    "FULL_TIME": "full_time",
    "OF_GENERAL": "of_general",
    "THAT_LEVEL": "or_equivalent",
    "OR_EQUIVALENT": "or_equivalent",
    "LEAD": "lead",
    "EACH_OF": "each",
    "EACH_OF_THESE": "each",
    "AFTER_OTHER": "after_other",
    "COMBINED": "combined",
    "OF_THIS": "of_previous",
    "AFTER_STUDY": "after_study",
}
_STANDINGS = {"INTERNAL_CANDIDATES": Standing.INTERNAL, "STATE_EMPLOYEES": Standing.STATE_EMPLOYEE}
_EMPLOYER_WORDS = re.compile(r"(?i:(?:with(?:in)?|for|in|by) (?:the )?)")


def _without_first_words(words: str) -> str:
    """Return the words without those at their front that only say that it is experience."""
    first = _FIRST_WORDS.match(words)
    rest = words[first.end() if first else 0 :]
    return blank_even("" if rest == "work" else rest)


def _is_token(child: "Parsed | Token") -> bool:
    return isinstance(child, Token)


def _is_quantity(child: "Parsed | Token") -> bool:
    return isinstance(child, Token) and child.type == "QUANTITY"


def _kind_after(children: list[Parsed | Token], number: int) -> str:
    """Return the kind of token that stands after a child; none at the end or before a group."""
    after = children[number + 1] if number + 1 < len(children) else None
    return after.type if isinstance(after, Token) else ""


def _is_class(child: "Parsed | Token") -> bool:
    return not isinstance(child, Token) and child.data in _MANNERS


def _is_part(child: "Parsed | Token") -> bool:
    return not isinstance(child, Token) and child.data == "part"


def _standing(before: "list[Parsed | Token]") -> Standing | None:
    return next((_STANDINGS[one.type] for one in before if isinstance(one, Token) and one.type in _STANDINGS), None)


def _employer(token: Token) -> str:
    return _EMPLOYER_WORDS.sub("", blank_even(token), count=1)


def with_standing(clause: ExperienceClause, standing: Standing) -> ExperienceClause:
    """Return the clause for people of a standing; one that the sentence itself names stays."""
    return clause if clause.standing is not None else replace(clause, standing=standing)


def _months_said(token: Token) -> int:
    """Return the months of "two of the four years": a number alone counts years, unless months are named."""
    numbers = map(_number, _WORDS_AND_FIGURES.findall(token.casefold()))
    number = next(number for number in numbers if number is not None)
    return number if "month" in token else number * MONTHS_A_YEAR


def _number(word: str) -> int | None:
    return NUMBERS[word] if word in NUMBERS else read_whole_number(word)
