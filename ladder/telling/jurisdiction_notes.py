"""What every answer about a class of a jurisdiction says besides."""

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.telling.messages import say
from ladder.telling.times import spell_date


def jurisdiction_notes(jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """Return the notes of the jurisdiction, each with its date where its words do not hold it."""
    return tuple(
        say("note.dated", text=note.text, date=spell_date(note.date))
        if note.date and note.date not in note.text
        else note.text
        for note in jurisdiction.notes
    )
