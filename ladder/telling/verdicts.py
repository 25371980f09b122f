"""Answers in words: when, by which route, what would change it, and why service counts."""

from collections.abc import Callable, Iterable

from ladder.catalog.catalog import Catalog
from ladder.condition_codes import ConditionCode
from ladder.eligibility.answer_conditions import Effect, is_in_own_words, words_for
from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.clocks import HORIZON
from ladder.paths.ladders import classes_below
from ladder.paths.path_answers import PathAnswer
from ladder.qualifications import Certainty
from ladder.service_time import Month
from ladder.telling.messages import all_of, is_known, say
from ladder.telling.parts import plain_text, with_capital
from ladder.telling.routes import routes_in_words
from ladder.telling.times import spell_month, spell_months, spell_span
from ladder.values import Value

SpellMonth = Callable[[Month], str]
"""How a calendar month is spelt; the terminal keeps its two words on one line."""


def effect_heading(effect: Effect) -> str:
    """Return what stands above the conditions that do the same to an answer."""
    return say(f"effect.{effect.value}")


EFFECTS = (Effect.ASKED, Effect.CLOSED, Effect.ASSUMED, Effect.SHOWN)
"""What conditions do to an answer, in the order in which they are told."""


def why_in_words(why: str) -> str:
    """Return why a job counts toward a requirement."""
    return say(f"why.{why}") if is_known(f"why.{why}") else why


class ToldAnswer(Value):
    """The answer about one class of a catalog, as sentences put it; ``spell`` spells its months."""

    catalog: Catalog
    answer: Assessment
    spell: SpellMonth = spell_month

    def when(self) -> str:
        """Return when the minimum qualifications are met, and by which routes; the beginning of a sentence."""
        answer = self.answer
        if answer.status is Status.NOW:
            return self._by(say("answer.met_now"))
        if answer.status is Status.AFTER and answer.months is not None:
            when = _after(answer.as_of, answer.months, answer.between, self.spell)
            return self._by(say("answer.met", when=when))
        if answer.status is Status.UNKNOWN:
            return say("answer.unknown")
        if any(one.code == ConditionCode.HORIZON for one in answer.conditions):
            return say("answer.beyond", time=spell_months(HORIZON))
        return say("answer.never")

    def _by(self, told: str) -> str:
        routes = self.answer.routes
        return say("answer.by", told=told, routes=routes_in_words(self.catalog, routes)) if routes else told

    def if_conditions_met(self) -> str:
        """Return the sentence that tells what asked conditions would change; nothing where they change nothing."""
        answer, met = self.answer, self.answer.if_conditions_met
        if met is None:
            return ""
        when = say("answer.now")
        if met.months:
            when = _after(answer.as_of, met.months, answer.if_conditions_between, self.spell)
        conditions = MustHold(self.catalog, answer.target, met.months).in_words(met.conditions)
        return with_capital(say("answer.if_met", conditions=conditions, when=when))


def _after(as_of: Month, months: int, between: tuple[int, int] | None, spell: SpellMonth) -> str:
    """Return the time and the month, both figures and the later month where the least is not proved."""
    message = "answer.after_at_latest" if between else "answer.after"
    return say(message, time=spell_span(months, between), month=spell(Month(as_of + months)))


class MustHold(Value):
    """What must hold for an answer about a class of a catalog, as it stands after "if".

    ``months`` are those of the time of which the sentence speaks, 0 if it speaks of none.
    """

    catalog: Catalog
    class_id: str
    months: int = 0

    def in_words(self, codes: Iterable[str]) -> str:
        """Return the conditions of these codes: ``you work here now and you have permanent status``."""
        return plain_text(all_of([self._one(code) for code in codes]))

    def _one(self, code: str) -> str:
        if code == ConditionCode.LEAD and 1 < (asked := self._months_of_lead_work()) <= self.months:
            return say("if.LEAD_months", count=asked)
        text = words_for(self.catalog, self.class_id, code)
        is_known_by_code = is_known(f"if.{code}") and not is_in_own_words(code, text)
        return say(f"if.{code}") if is_known_by_code else say("if.other", text=text.removesuffix("."))

    def _months_of_lead_work(self) -> int:
        """Return the months of lead work that are enough; 0 where several figures, or classes on the way, ask for some.

        What is told of a plan takes all of its work as lead work. Where one requirement alone asks for lead work, so
        many months of it come to the same, if the time told holds as many: months worked already may be lead work too.
        """
        on_the_way = classes_below(self.catalog, self.class_id, frozenset(Certainty)) | {self.class_id}
        asked = [rule.months for one in on_the_way for rule in self.catalog.classes[one].experience() if rule.lead]
        own = [rule.months for rule in self.catalog.classes[self.class_id].experience() if rule.lead]
        return own[0] if asked == own and len(own) == 1 else 0


def filing_in_words(answer: Assessment, *, spell: SpellMonth = spell_month) -> str:
    """Return the sentence that tells from when one may file early; nothing where that is no sooner."""
    if answer.months is None or answer.file_month is None or answer.file_months == answer.months:
        return ""
    sooner = spell_months(answer.months - (answer.file_months or 0))
    if answer.file_months:
        return say("filing.later", month=spell(answer.file_month), sooner=sooner)
    return say("filing.now", sooner=sooner)


def appointment_in_words(answer: Assessment, *, spell: SpellMonth = spell_month) -> str:
    """Return the sentence that tells from when one may be appointed; nothing where that is no later."""
    return "" if answer.appoint_month is None else say("appointment.later", month=spell(answer.appoint_month))


def no_ladder_in_words(catalog: Catalog, answer: PathAnswer, *, spell: SpellMonth = spell_month) -> str:
    """Return the sentence of every door where no ladder joins two classes: whether service counts all the same."""
    start, target = (catalog.classes[one].title for one in (answer.start, answer.target))
    opened = answer.open_route
    if opened is None or opened.months is None:
        return say("path.no_ladder", start=start, target=target)
    told = ToldAnswer(catalog, opened, spell).when()
    return say("path.counts" if answer.service_counts else "path.open", start=start, target=target, told=told)


def month_in_words(answer: Assessment, *, spell: SpellMonth = spell_month) -> str:
    """Return the calendar month in which the minimum qualifications are met; '' where there is none."""
    return "" if answer.month is None else spell(answer.month)


def time_in_words(answer: Assessment) -> str:
    """Return the months in words, or the status where there are none."""
    if answer.months is None or answer.status is Status.NOW:
        return say(f"status.{answer.status.value}")
    return spell_span(answer.months, answer.between)
