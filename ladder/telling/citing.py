"""Where a fact was printed, in words."""

from ladder.service_time import MONTHS_A_YEAR, Month, read_month
from ladder.sources import Source
from ladder.specification import ClassSpecification
from ladder.telling.messages import say, sentences, tell
from ladder.telling.parts import Field, Words
from ladder.telling.times import spell_date

_OLD_YEARS = 2


def cite_source(source: Source) -> str:
    """Return the citation in one line: document, section, page, lines, revision."""
    place = f"{source.document}, {source.section}"
    if source.page:
        place = say("source.page", place=place, page=source.page)
    if source.lines:
        first, last = source.lines
        if first == last:
            place = say("source.line", place=place, first=first)
        else:
            place = say("source.lines", place=place, first=first, last=last)
    return say("source.revision", place=place, revision=source.revision) if source.revision else place


def dated_words(spec: ClassSpecification, title: Field, *, as_of: Month | None = None) -> Words:
    """Return the sentence with the date of a class's rules, and how old they are in a month that is named.

    ``title`` is what to call the class. Of rules less than two years old only the date is told.
    """
    if not spec.revision:
        return tell("page.undated", title=title)
    told = tell("page.dated", title=title, date=spell_date(spec.revision))
    years = 0 if as_of is None else (as_of - read_month(spec.revision)) // MONTHS_A_YEAR
    return sentences(told, tell("page.old", years=years) if years >= _OLD_YEARS else ())
