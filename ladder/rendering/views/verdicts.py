"""The plain words of answers: when, by which route, what would change it, and why service counts."""

from collections.abc import Callable

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.clocks import HORIZON
from ladder.eligibility.conditions import Effect
from ladder.paths.answers import PathAnswer
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
    "class at the level named": "it is a class at the level that the text names, taken as equivalent",
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


def filing_in_words(answer: Assessment, *, spell: SpellMonth = spell_month) -> str:
    """Return the sentence that tells from when one may file early; nothing where that is no sooner."""
    if answer.months is None or answer.file_month is None or answer.file_months == answer.months:
        return ""
    sooner = spell_months(answer.months - (answer.file_months or 0))
    since, then = (f"from {spell(answer.file_month)}", " then") if answer.file_months else ("now", "")
    return f"You may file {since}, {sooner} earlier, if the agency's examination is open{then}."


def no_ladder_in_words(catalog: Catalog, answer: PathAnswer, *, spell: SpellMonth = spell_month) -> str:
    """Return the sentence of every door where no ladder joins two classes: whether service counts all the same."""
    start, target = (catalog.classes[one].title for one in (answer.start, answer.target))
    opened = answer.open_route
    if opened is None or opened.months is None:
        return f"No ladder joins {start} and {target}: no text in the data leads from one to the other."
    counts = "your service counts" if answer.service_counts else "it is open all the same"
    met = when_in_words(catalog, opened, spell=spell)
    return f"No rule names {start} as a step to {target}, but {counts}: going on as {start}, {met}."


def time_in_words(answer: Assessment) -> str:
    """Return the months in words, or the status where there are none."""
    if answer.months is None or answer.status is Status.NOW:
        return _STATUSES[answer.status]
    return spell_span(answer.months, answer.between)
