"""The answer about one class in the sentence that a report begins with."""

from ladder.eligibility.answers import Assessment, Status
from ladder.rendering.views.citations import Page
from ladder.telling.messages import tell
from ladder.telling.parts import Part, Words
from ladder.telling.times import spell_months
from ladder.telling.verdicts import MustHold, month_in_words, time_in_words


def headline(page: Page, one: Assessment) -> Words:
    """Return when the minimum of the class is met, or why no month can be told."""
    title, met = Part(page.catalog.classes[one.target].title, one.target), one.if_conditions_met
    if one.status is Status.NOW:
        return tell("progress.now", title=title)
    if one.months is not None:
        message = "progress.at_latest" if one.between else "progress.after"
        return tell(message, title=title, time=time_in_words(one), month=month_in_words(one))
    if met:
        conditions = MustHold(page.catalog, one.target, met.months).in_words(met.conditions)
        message = "progress.if" if met.months else "progress.if_now"
        return tell(message, title=title, time=spell_months(met.months), conditions=conditions)
    return tell("progress.unknown" if one.status is Status.UNKNOWN else "progress.never", title=title)
