"""Experience that must be recent, month by month: what is held inside a window that ends at the month answered.

Old service falls out of the window, so what is met in one month need not be met in a later
one (docs/semantics.md, C26): the months are looked at one after the other.
"""

from collections.abc import Callable, Sequence

from ladder.eligibility.clocks import HORIZON, Amount
from ladder.eligibility.holdings import amounts_held, credit_service
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.need_asked import asked_of, open_caps
from ladder.eligibility.needs import AnyNeed, Need
from ladder.eligibility.since import NEVER, since_when
from ladder.eligibility.study import study_credit


def is_windowed(need: AnyNeed, candidacy: Candidacy) -> bool:
    """Return whether old service falls out of what the need counts; on a climb none does, where it counts at all."""
    return isinstance(need, Need) and need.service.limits.last_months is not None and not candidacy.plan.climbs


def left_inside(need: Need, candidacy: Candidacy) -> Callable[[int], Amount]:
    """Return what tells the months that are left of the need in a month of the plan, less than 0 where more is held."""
    asked, study = asked_of(need, candidacy.rules.conventions), study_credit(need, candidacy)
    held = amounts_held(need.service, candidacy)

    def left(month: int) -> Amount:
        seen = candidacy._replace(month=month)
        service = credit_service(need, held(seen), open_caps(need, seen), seen)
        return asked - study.at(month) - min([one.by(month) for one in service])

    return left


def first_month_inside(needs: Sequence[Need], candidacy: Candidacy, *, begin: int = 0) -> int | None:
    """Return the first month from ``begin`` on in which all of the needs are met at once, None if never.

    Beyond the last month that is sought only the month from which nothing changes any more is looked at.
    """
    lefts = [left_inside(need, candidacy) for need in needs]
    months = _months_looked_at(begin, max(begin, *(_settled(need, candidacy) for need in needs)))
    return next((month for month in months if all(left(month) <= 0 for left in lefts)), None)


def _months_looked_at(begin: int, settled: int) -> list[int]:
    return [*range(begin, min(settled, HORIZON) + 1), *([settled] if settled > HORIZON else [])]


def may_fall_out(need: AnyNeed, candidacy: Candidacy) -> bool:
    """Return whether old service may fall out of what the need counts so that it is unmet in some month."""
    return any(map(_is_unmet(need, 0, candidacy), _months_looked_at(0, _settled(need, candidacy))))


def unmet_at_once(needs: Sequence[tuple[AnyNeed, int]], candidacy: Candidacy) -> list[tuple[int, ...]]:
    """Return the smallest sets of needs, by their places, without which the others are some day met at once.

    Each need comes with the first month in which it is met, old service falling out or not.
    """
    unmet = [_is_unmet(need, month, candidacy) for need, month in needs]
    settled = [max(month, _settled(need, candidacy)) for need, month in needs]
    months = _months_looked_at(0, max(settled, default=0))
    found = {tuple(place for place, is_unmet in enumerate(unmet) if is_unmet(month)) for month in months}
    return sorted(one for one in found if not any(set(other) < set(one) for other in found))


def _is_unmet(need: AnyNeed, begin: int, candidacy: Candidacy) -> Callable[[int], bool]:
    """Return what tells whether a need is unmet in a month, where it is first met in the month of ``begin``."""
    if not isinstance(need, Need) or not is_windowed(need, candidacy):
        return lambda month: month < begin
    left = left_inside(need, candidacy)
    return lambda month: left(month) > 0


def _settled(need: AnyNeed, candidacy: Candidacy) -> int:
    """Return a month from which what is held inside the window stays the same; 0 where there is no window."""
    if not isinstance(need, Need) or not is_windowed(need, candidacy):
        return 0
    limits = need.service.limits
    since = since_when(limits._replace(last_months=None), candidacy)
    changes = [month for one in candidacy.history.changes for month in (one.month, one.leave_until or 0)]
    begins = since.begins if since.month < NEVER else 0
    return max(study_credit(need, candidacy).last_change, begins, *changes, 0) + (limits.last_months or 0) + 1
