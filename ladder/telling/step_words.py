"""One step in words: what it asks of the feeder class, how sure it is, and what it hangs on."""

from collections.abc import Mapping
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step, StepKind
from ladder.condition_codes import ConditionCode
from ladder.eligibility.answer_conditions import Condition, own_conditions
from ladder.qualifications import Certainty, Experience
from ladder.requirement_references import reference_to
from ladder.telling.class_names import class_part
from ladder.telling.condition_words import code_words, condition_words
from ladder.telling.messages import clauses, is_known, say, sentences, tell
from ladder.telling.parts import Item, Part, Told, Words, plain_text
from ladder.telling.times import spell_months


class StepStyle(NamedTuple):
    """How a kind of step is told apart on a map: by its words, by one word, and by its dashes.

    ``dashes`` are pixels drawn and left out in turn; none is an unbroken line.
    """

    kind: StepKind
    dashes: tuple[int, ...]

    @property
    def words(self) -> str:
        """The kind of step in words: ``experience in a named class``."""
        return say(f"kind.{self.kind.value}")

    @property
    def word(self) -> str:
        """One word for it beside its line."""
        return say(f"word.{self.kind.value}")


STYLES: Mapping[str, StepStyle] = {
    style.kind: style
    for style in (
        StepStyle(StepKind.INTERNAL_QUALIFICATION, ()),
        StepStyle(StepKind.CLASS_SERVICE_SUBSTITUTION, (9, 5)),
        StepStyle(StepKind.PROGRAMME_COMPLETION, (2, 5)),
        StepStyle(StepKind.SPECIAL_EXPERIENCE, (10, 4, 2, 4)),
        StepStyle(StepKind.NAMED_EXPERIENCE, ()),
        StepStyle(StepKind.TRAINEE_TARGET, (2, 5)),
    )
}


_SAID_BY = {
    StepKind.INTERNAL_QUALIFICATION: ConditionCode.INTERNAL,
    StepKind.TRAINEE_TARGET: ConditionCode.TARGET_CLASS,
}
"""The condition that a kind of step says itself."""


class ToldStep(NamedTuple):
    """One step of a catalog, as sentences put it."""

    catalog: Catalog
    step: Step

    def item(self, *, other: str) -> Item:
        """Return a step as the record of one of its ends tells it; ``other`` is the class at its other end."""
        return Item(Told(self._told(class_part(self.catalog, other)), (self.step.source,)))

    def between(self, *, start: str | None = None, target: str | None = None) -> Told:
        """Return the step from its feeder class to its target class; ``start`` and ``target`` are what to call them."""
        named = class_part(self.catalog, self.step.feeder_class), class_part(self.catalog, self.step.target_class)
        ends = [Part(called or one.text, one.class_id) for called, one in zip((start, target), named, strict=True)]
        return Told(tell("step.between", start=ends[0], told=self._told(ends[1])), (self.step.source,))

    def briefly(self, start: str) -> str:
        """Return the step in the words of its line in a drawing, as its target tells it; ``start`` is the other end."""
        kind, length = label_step(self.step)
        said = [words for code, words in self._conditions_by_code() if code != _SAID_BY.get(self.step.kind)]
        partial = tell("step.partial") if self.step.partial else ()
        told = clauses(kind, length, partial)
        return plain_text(tell("step.brief", start=start, told=sentences(told, *said)))

    def _told(self, end: Part) -> Words:
        step = self.step
        told = clauses(
            self._asks() if step.certainty is not Certainty.INFERRED else (),
            tell(f"step.{step.certainty.value}") if step.certainty is not Certainty.NAMED else (),
            tell("step.promotion") if step.promotion else (),
            tell("step.partial") if step.partial else (),
        )
        return sentences(tell("step.one", title=end, told=told), *self._conditions())

    def _asks(self) -> Words:
        time = self.months_asked()
        is_known_length = self.step.months is not None
        if self.step.kind is StepKind.PROGRAMME_COMPLETION:
            return tell("step.programme_length" if is_known_length else "step.programme_unknown", time=time)
        if self.step.kind is StepKind.TRAINEE_TARGET:
            return tell("step.training" if is_known_length else "step.training_unknown", time=time)
        service = tell("step.service" if is_known_length else "step.service_unknown", time=time)
        return tell(f"step.{self.step.kind.value}", service=service)

    def months_asked(self) -> str:
        """Return the service that the step's clause asks of the feeder class, in words."""
        within = self._container()
        length = _length(self.step)
        return say("step.within", time=length, whole=spell_months(within.months)) if within else length

    def _container(self) -> Experience | None:
        """Return the experience requirement that the step's own is a part of."""
        rule = self.catalog.experience_references.get(self.step.requirement or "")
        if not isinstance(rule, Experience) or rule.within is None:
            return None
        container = self.catalog.experience_references.get(reference_to(self.step.target_class, rule.within))
        return container if isinstance(container, Experience) else None

    def _conditions(self) -> tuple[Words, ...]:
        """Return the words of each condition that the step carries."""
        return tuple(words for _, words in self._conditions_by_code())

    def _conditions_by_code(self) -> tuple[tuple[str, Words], ...]:
        own = {condition.code: condition for condition in own_conditions(self.catalog, self.step.target_class)}
        return tuple((code, self._condition(code, own)) for code in self.step.conditions)

    def _condition(self, code: str, own: dict[str, Condition]) -> Words:
        if code in own:
            return condition_words(own[code])
        if is_known(f"step.condition.{code}"):
            return tell(f"step.condition.{code}")
        return code_words(self.catalog, self.step.target_class, code)


def label_step(step: Step) -> tuple[str, ...]:
    """Return the lines of text beside the step in a drawing: its kind, and the least service it asks."""
    word = STYLES[step.kind].word
    if step.certainty is not Certainty.NAMED:
        word = say(f"word.{step.certainty.value}", word=word)
    return word, _length(step)


def _length(step: Step) -> str:
    if step.months is None:
        return say("time.unknown")
    least = spell_months(step.months)
    if step.at_most_months is None:
        return least
    return say("time.range", least=least, most=spell_months(step.at_most_months))
