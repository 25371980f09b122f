"""Where a fact was printed, in words."""

from ladder.sources import Source
from ladder.specification import ClassSpecification
from ladder.telling.messages import say, tell
from ladder.telling.parts import Field, Words
from ladder.telling.times import spell_date


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


def dated_words(spec: ClassSpecification, title: Field) -> Words:
    """Return the sentence with the date that a specification bears; ``title`` is what to call its class."""
    if spec.revision:
        return tell("page.dated", title=title, date=spell_date(spec.revision))
    return tell("page.undated", title=title)
