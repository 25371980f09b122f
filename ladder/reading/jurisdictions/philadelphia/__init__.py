"""Class specifications of the City of Philadelphia: pages in one layout, written over sixty years.

General and specific experience are added in them; "one year of which" is a part. A class
may have specialties and options, and lists classes that typically meet what it asks.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from ladder.condition_codes import ConditionCode
from ladder.reading.drafts import ClassDraft, SpecialIs
from ladder.reading.jurisdictions.philadelphia.class_lists import ListReader, read_listed
from ladder.reading.jurisdictions.philadelphia.conditions import ConditionReader, read_condition
from ladder.reading.jurisdictions.philadelphia.history import read_dates, read_history
from ladder.reading.jurisdictions.philadelphia.identity import (
    read_code,
    read_end_mark,
    read_identity,
    read_pay,
    read_specialties,
    read_title,
)
from ladder.reading.jurisdictions.philadelphia.instead import put_beside_education
from ladder.reading.jurisdictions.philadelphia.layout import Kind, read_heading, split_parts
from ladder.reading.jurisdictions.philadelphia.notes import sort_notes
from ladder.reading.jurisdictions.philadelphia.requirements import RequirementReader
from ladder.reading.jurisdictions.philadelphia.routes import StatementMaker, ask, undecided
from ladder.reading.jurisdictions.philadelphia.specialties import Specialties
from ladder.reading.passages import Document

_OWN_WORDS = re.compile(
    r"used to admit or\s{1,5}reject appli(?:cants|cations)|END OF JOB CLASS SPECIFICATION"
    r"|CITY OF PHILADELPHIA (?:PERSONNEL|OFFICE OF HUMAN)",
    re.IGNORECASE,
)


class PhiladelphiaReader:
    """The layout of the City of Philadelphia."""

    jurisdiction = "us-pa-philadelphia"
    name = "City of Philadelphia"

    def recognises(self, document: Document) -> bool:
        """Return whether the document holds words that the City prints in each specification."""
        return bool(_OWN_WORDS.search(document.text))

    def read(self, document: Document) -> Sequence[ClassDraft]:
        """Return the draft of the one class that a page specifies."""
        parts = split_parts(document)
        history = read_history(document, parts)
        revision = history.dates.revised or history.dates.established
        identity = read_identity(document, parts, revision=revision)
        specialties = Specialties(identity.specialties)
        minimum = [part for part in parts if part.kind is Kind.MINIMUM]
        found = RequirementReader(document, specialties).read(line for part in minimum for line in part.lines)
        conditions = ConditionReader(document, revision)
        conditions.read(parts)
        lists = ListReader(document, identity, specialties)
        lists.give(found, [*found.class_lists, *conditions.class_lists])
        substitutes, demands, shown = sort_notes(found.notes)
        instead = put_beside_education(found, [*found.substitutions, *substitutes])
        for words in found.languages:
            conditions.show_words(ConditionCode.LANGUAGE, words)
        for words in shown:
            conditions.show_words("NOTE", words)
        make = StatementMaker(document)
        headings = [claim for part in parts for claim in part.claims]
        return (
            ClassDraft(
                jurisdiction=self.jurisdiction,
                code=identity.code,
                title=identity.title,
                pay=identity.pay,
                dates=history.dates,
                conditions=tuple(conditions.shown),
                asked=ask(found, specialties.names, [*demands, *undecided(found, specialties.without_mark())], make),
                substitutions=tuple(make(words) for words in instead),
                special_is=SpecialIs.ADDITIONAL,
                title_excerpt=identity.title_excerpt,
                revision=revision,
                claims=(
                    *identity.claims,
                    *history.claims,
                    *headings,
                    *found.claims,
                    *conditions.claims,
                    *lists.claims,
                ),
                notes=(*identity.notes, *history.notes, *lists.notes, *specialties.notes()),
            ),
        )


READER = PhiladelphiaReader()

FIELD_READERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "code": read_code,
        "condition": read_condition,
        "date": read_dates,
        "end_mark": read_end_mark,
        "furniture": lambda _: "",
        "heading": read_heading,
        "listed_class": read_listed,
        "pay": read_pay,
        "specialties": read_specialties,
        "title": read_title,
    }
)
__all__ = ["FIELD_READERS", "READER", "PhiladelphiaReader"]
