"""Routes between two classes as the map tells them: the best plan, its moves, its conditions."""

from dataclasses import dataclass
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment, Move, Status
from ladder.telling.citing import cite_source
from ladder.telling.class_names import name_class
from ladder.telling.condition_words import condition_words
from ladder.telling.messages import say, sentences
from ladder.telling.parts import plain_text, with_capital
from ladder.telling.step_words import STYLES
from ladder.telling.times import spell_month, spell_months, spell_span
from ladder.telling.verdicts import MustHold


@dataclass(frozen=True, slots=True)
class RouteView:
    """The route between two classes in plain words: what it comes to, then each move.

    ``classes`` are those held on the way, first to last.
    """

    start: str
    target: str
    sentence: str
    moves: tuple[str, ...]
    classes: tuple[str, ...]


def say_route(catalog: Catalog, start: str, answer: Assessment) -> RouteView:
    """Return the answer of a path in plain words."""
    path = _ToldPath(catalog, answer)
    told = [_verdict(answer), path.were_it_so()]
    if answer.conditions:
        conditions = sentences(*map(condition_words, answer.conditions))
        told.append(say("route.conditions", conditions=conditions))
    verdict = plain_text(sentences(*told))
    ends = {"start": name_class(catalog, start), "target": name_class(catalog, answer.target)}
    return RouteView(
        start=start,
        target=answer.target,
        sentence=say("route.between", **ends, told=verdict),
        moves=tuple(map(path.move, answer.steps)),
        classes=(start, *(move.target_class for move in answer.steps)),
    )


def _verdict(answer: Assessment) -> str:
    if answer.months == 0:
        return say("route.at_once")
    if answer.months is not None and answer.month is not None:
        time, month = spell_span(answer.months, answer.between), spell_month(answer.month)
        return say("route.after_at_latest" if answer.between else "route.after", time=time, month=month)
    return say("route.unknown" if answer.status is Status.UNKNOWN else "route.never")


class _ToldPath(NamedTuple):
    """The best answer from one class of a catalog to another, as sentences put it."""

    catalog: Catalog
    answer: Assessment

    def were_it_so(self) -> str:
        """Return the sentence that tells what asked conditions would open; nothing where they open nothing."""
        met = self.answer.if_conditions_met
        if met is None or self.answer.months is not None:
            return ""
        names = MustHold(self.catalog, self.answer.target, met.months).in_words(met.conditions)
        time = spell_span(met.months, self.answer.if_conditions_between)
        return with_capital(say("route.if_met", conditions=names, time=time))

    def move(self, move: Move) -> str:
        """Return one move: from where, how long it is held, to where, by what kind of step, and its source."""
        style = STYLES.get(move.kind)
        fields = {
            "start": name_class(self.catalog, move.feeder_class),
            "time": spell_months(move.hold_months),
            "target": name_class(self.catalog, move.target_class),
            "by": style.words if style else say("route.open"),
        }
        if move.source:
            return say("route.move_sourced", **fields, source=cite_source(move.source))
        return say("route.move", **fields)
