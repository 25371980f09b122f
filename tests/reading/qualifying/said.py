"""Drafts of a class from trees that a test writes down: what the grammar would have said."""

from ladder.qualifications import Experience, Judgement, Requirement
from ladder.reading.drafts import Asked, ClassDraft, ListedClass, Role, Statement
from ladder.reading.passages import Document, Excerpt, Span
from ladder.reading.qualifying.assembling import Qualified, qualify
from ladder.reading.requirement_grammar.tree import (
    ClassMention,
    ExperienceClause,
    ExperiencePart,
    Manner,
    Node,
    Quantity,
    SentenceReading,
)


class Said:
    """A document made of statements, each with what was read from it."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._read: dict[str, SentenceReading] = {}
        self.document = Document("said.txt", "".join(f"Statement {number:03}.\n" for number in range(100)))

    def statement(
        self,
        node: Node | SentenceReading | None,
        *,
        role: Role = Role.OPEN,
        label: str = "",
        specialty: str = "",
        listed: tuple[ListedClass, ...] = (),
    ) -> Statement:
        number = len(self._read)
        start = number * len("Statement 000.\n")
        excerpt = Excerpt(self.document, (Span(start, start + len("Statement 000.")),))
        reading = node if isinstance(node, SentenceReading) else SentenceReading(node)
        self._read[excerpt.text] = reading
        return Statement(excerpt, role=role, label=label, specialty=specialty, listed=listed)

    def qualify(self, asked: Asked | None, *substitutions: Statement, **layout: object) -> Qualified:
        draft = ClassDraft(jurisdiction="us-xx", title="Clerk 9", asked=asked, substitutions=substitutions)
        for name, value in layout.items():
            object.__setattr__(draft, name, value)
        return qualify(draft, read_sentence=lambda text, _: self._read[text])


def service(months: int | None = 24, *titles: str, hours: int | None = None, **more: object) -> ExperienceClause:
    """Return a clause that asks service, in the classes titled."""
    clause = ExperienceClause(Quantity(months=months, hours=hours), what="work", classes=named(*titles))
    for name, value in more.items():
        object.__setattr__(clause, name, value)
    return clause


def named(*titles: str, manner: Manner = Manner.NAMED) -> tuple[ClassMention, ...]:
    return tuple(ClassMention(title, manner) for title in titles)


def part(months: int | None = 12, *titles: str, lead: bool = False) -> ExperiencePart:
    hours = None if months is not None else 100
    return ExperiencePart(Quantity(months=months, hours=hours), what="part", classes=named(*titles), lead=lead)


def rules_by_id(found: Qualified) -> dict[str, Requirement]:
    assert found.rules is not None
    return {rule.id: rule for rule in found.rules.requirements}


def routes_of(found: Qualified) -> dict[str, tuple[str, ...]]:
    assert found.rules is not None
    return {route.id: route.requires for route in found.rules.routes}


def experience(found: Qualified, name: str) -> Experience:
    rule = rules_by_id(found)[name]
    assert isinstance(rule, Experience)
    return rule


def judged(found: Qualified, name: str) -> Judgement:
    rule = rules_by_id(found)[name]
    assert isinstance(rule, Judgement)
    return rule
