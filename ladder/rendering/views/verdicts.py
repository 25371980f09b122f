"""The plain words of answers: when, by which route, what would change it, and why service counts."""

from collections.abc import Callable

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.clocks import HORIZON
from ladder.eligibility.conditions import Effect
from ladder.rendering.views.requirements import routes_in_words
from ladder.rendering.views.words import spell_month
from ladder.service_time import Month, spell_months, spell_span

SpellMonth = Callable[[Month], str]
"""How a calendar month is spelt; the terminal keeps its two words on one line."""

_STATUSES = {Status.NOW: "now", Status.UNKNOWN: "unknown", Status.UNREACHABLE: "never under this plan"}
EFFECTS = {
    Effect.ASKED: "Not settled; if these held, the answer might change:",
    Effect.CLOSED: "Declared false or not granted, which shuts a route:",
    Effect.ASSUMED: "Taken as true here, since no profile says otherwise:",
    Effect.SHOWN: "For people to decide, or to know; the figures are the same either way:",
}
WHY = {
    "named class": "the text names the class",
    "ruling": "a recorded ruling says so",
    "declared": "the profile says so",
    "declared equivalent": "the profile says that it is equivalent",
    "lead duty": "lead duty",
}


def when_in_words(catalog: Catalog, answer: Assessment, *, spell: SpellMonth = spell_month) -> str:
    """Return when the minimum qualifications are met, and by which routes; the beginning of a sentence."""
    by = f", by {routes_in_words(catalog, answer.routes)}" if answer.routes else ""
    if answer.status is Status.NOW:
        return f"the minimum qualifications are met now{by}"
    if answer.status is Status.AFTER and answer.months is not None:
        return f"the minimum qualifications are met {_after(answer.as_of, answer.months, answer.between, spell)}{by}"
    if answer.status is Status.UNKNOWN:
        return "unknown, as a fact that the answer needs is not in the data (see Conditions)"
    if any(one.code == "HORIZON" for one in answer.conditions):
        return f"the minimum qualifications are not met within {spell_months(HORIZON)}, the longest time that is sought"
    return "the minimum qualifications are not met under this plan, however long it goes on"


def _after(as_of: Month, months: int, between: tuple[int, int] | None, spell: SpellMonth) -> str:
    """Return the time and the month, both figures and the later month where the least is not proved."""
    told = f"after {spell_span(months, between)}, in {spell(Month(as_of + months))}"
    return f"{told} at the latest" if between else told


def if_conditions_in_words(answer: Assessment, *, spell: SpellMonth = spell_month) -> str:
    """Return the sentence that tells what asked conditions would change; nothing where they change nothing."""
    met = answer.if_conditions_met
    if met is None:
        return ""
    when = "now" if met.months == 0 else _after(answer.as_of, met.months, answer.if_conditions_between, spell)
    codes = f"the condition{'s' if len(met.conditions) > 1 else ''} {' and '.join(met.conditions)}"
    return f"If {codes} held (see Conditions), they would be met {when}."


def time_in_words(answer: Assessment) -> str:
    """Return the months in words, or the status where there are none."""
    if answer.months is None or answer.status is Status.NOW:
        return _STATUSES[answer.status]
    return spell_span(answer.months, answer.between)
