"""Time along given classes: each is held only until the next one's qualifications are met."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ladder.eligibility.assessment import RouteVerdict, best_month, judge_routes
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import HORIZON, within_horizon
from ladder.eligibility.matching import Candidacy
from ladder.histories import History, Service
from ladder.paths.futures import Hold, history_after
from ladder.paths.problem import planned_service
from ladder.paths.starts import Start
from ladder.values import Value


class Journey(NamedTuple):
    """A person on the way: what was held so far, what is held now, in which month."""

    case: Case
    start: Start
    month: int
    held: Service
    done: tuple[Hold, ...] = ()

    @property
    def now(self) -> History:
        """The history in this month, with the class held going on."""
        return history_after(
            self.case.history,
            self.month,
            self.done,
            accrual=self.start.accrual,
            present=self.held,
        )

    @property
    def rungs(self) -> tuple[str, ...]:
        """The classes held so far, in order, the present one last."""
        return (*(hold.service.class_id or "" for hold in self.done), self.held.class_id or "")

    def judge(self, class_id: str, *, entering: bool = False) -> tuple[RouteVerdict, ...]:
        """Return the verdicts on a class if the one held goes on; none if it is only named.

        Who is ``entering`` it is appointed to it on the way.
        """
        candidacy = self.candidacy_for(class_id)
        return () if candidacy is None else judge_routes(candidacy._replace(entering=entering))

    def candidacy_for(self, class_id: str) -> Candidacy | None:
        """Return the person as of this month, before a class, if the class held goes on; none if it is only named."""
        return self.case.staying().of_climb()._replace(history=self.now).candidacy(class_id)

    def stages(self) -> Iterator["Journey"]:
        """Yield the journey as it was when each class was entered, this one last."""
        for number, hold in enumerate(self.done):
            yield self._replace(month=hold.from_month, held=hold.service, done=self.done[:number])
        yield self

    def entering(self, class_id: str, *, after: int) -> "Journey":
        """Return the journey once the class held has been held so much longer and left."""
        month = self.month + after
        hold = Hold(self.held, self.month, month)
        entered = planned_service(class_id, self.case.catalog.classes[class_id].title)._replace(fte=self.held.fte)
        return self._replace(month=month, held=entered, done=(*self.done, hold))


def set_out(case: Case, start: Start) -> Journey:
    """Return the journey in month 0, in the first class."""
    return Journey(case, start, 0, start.service)


class Travelled(Value):
    """A journey along given classes: the target's month, or the class that was never open.

    ``beyond`` says that it would be, but later than any month that is sought.
    """

    journey: Journey
    months: int | None
    stuck_at: str | None = None
    beyond: bool = False


def travel(journey: Journey, via: Sequence[str], target: str, *, stop_early: bool) -> Travelled:
    """Return the time along the classes, in order, to the target.

    With ``stop_early`` the journey ends as soon as the target's qualifications are met;
    otherwise every class is entered, for no time if need be.
    """
    for class_id in via:
        wait = best_month(journey.judge(class_id, entering=True))
        if stop_early:
            enough = best_month(journey.judge(target))
            if enough is not None and (wait is None or enough <= wait):
                return _arriving(journey, target, enough)
        if wait is None or journey.month + wait > HORIZON:
            return Travelled(journey, None, class_id, beyond=wait is not None)
        journey = journey.entering(class_id, after=wait)
    enough = best_month(journey.judge(target))
    if enough is None:
        return Travelled(journey, None, target)
    return _arriving(journey, target, enough)


def asked_on_the_way(journey: Journey, onward: Sequence[str]) -> frozenset[str]:
    """Return what was asked, as each class was entered, of the classes ``onward`` that still lay ahead."""
    return frozenset(
        code
        for number, stage in enumerate(journey.stages())
        for class_id in onward[number:]
        for verdict in stage.judge(class_id, entering=class_id != onward[-1])
        for code in verdict.codes("asked")
    )


def _arriving(journey: Journey, target: str, after: int) -> Travelled:
    months = within_horizon(journey.month + after)
    return Travelled(journey, months, None if months is not None else target, beyond=months is None)


def follow(journey: Journey, held: Sequence[str]) -> Journey:
    """Return the journey along the class held in each month; the last class goes on.

    A class is entered in the first month it is held.
    """
    for month, class_id in enumerate(held):
        if class_id != journey.held.class_id:
            journey = journey.entering(class_id, after=month - journey.month)
    return journey
