"""Classes as the cells of a roster name them: by id, code, title or alias; what is not found is asked about."""

from functools import cached_property

from ladder.catalog.catalog import Catalog
from ladder.errors import UnknownClassError
from ladder.histories import ANOTHER_CLASS
from ladder.requirement_references import class_referred_to
from ladder.roster.code_patterns import CodeReader, with_zeros
from ladder.roster.row_faults import FaultCode, Refusals
from ladder.roster_layouts import Layout

MOST_LOOKED_NEAR = 60
"""Texts for which near titles are looked for; of more, nobody reads them, and looking takes time."""
_LONGEST = 400


class ClassFinder:
    """Finds classes of a catalog; a text that names none, or several, gets the number of a refusal."""

    def __init__(self, layout: Layout, catalog: Catalog, refusals: Refusals) -> None:
        """Take the catalog, and how the layout writes codes."""
        self.catalog, self._refusals = catalog, refusals
        self._codes = CodeReader(layout.code_pattern, layout.code_digits)
        self._first = layout.jurisdiction
        self.class_ids = tuple(catalog.classes)
        self._places = {class_id: place for place, class_id in enumerate(self.class_ids)}
        self._near_to: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> int:
        """Return the place of a class among the catalog's, or the number of a refusal."""
        text = text[:_LONGEST]
        found = self._by_code(text)
        if len(found) == 1:
            return self._places[found[0]]
        return self._refused(self._codes.read(text), found)

    def target_class(self, text: str) -> str:
        """Return the id of a recorded target class, as profiles take it: another class where no one class is named."""
        found = self._by_code(text)
        return found[0] if len(found) == 1 else ANOTHER_CLASS

    def _by_code(self, text: str) -> tuple[str, ...]:
        """Return the classes that a text names as a code of the layout's form, else as it is."""
        code = self._codes.read(text)
        return self._found(code) or (self._found(text) if code != text else ())

    def _found(self, text: str) -> tuple[str, ...]:
        found = self.catalog.find_classes(f"{self._first}/{text}") if self._first else ()
        found = found or self.catalog.find_classes(text)
        own = tuple(one for one in found if one.partition("/")[0] == self._first)
        return own or found

    def _refused(self, text: str, found: tuple[str, ...]) -> int:
        if found:
            what = f"this names more than one class: {', '.join(found)}"
            return self._refusals.number(FaultCode.CLASS_AMBIGUOUS, what, "write the id of the one that is meant")
        for code in with_zeros(text):
            if self.catalog.find_classes(code):
                what = f"no class has this code, but one has it with {len(code) - len(text)} zero in front"
                try_this = f"keep codes as text, or write code_digits: {len(code)} in the layout"
                return self._refusals.number(FaultCode.CODE_WITHOUT_ZERO, what, try_this)
        return self._unknown(text)

    def _unknown(self, text: str) -> int:
        near = self.near(text)
        told = f"near to it: {', '.join(near)}" if near else "'ladder classes' lists the classes"
        return self._refusals.number(FaultCode.CLASS_UNKNOWN, "no class is called so", told)

    def near(self, text: str) -> tuple[str, ...]:
        """Return the classes that are near to a text, of the first texts that are asked about."""
        if text not in self._near_to and len(self._near_to) < MOST_LOOKED_NEAR:
            self._near_to[text] = candidates_for(text, self.catalog)
        return self._near_to.get(text, ())


def candidates_for(text: str, catalog: Catalog) -> tuple[str, ...]:
    """Return the classes that are near to a text that names none."""
    try:
        catalog.find_class(text)
    except UnknownClassError as error:
        return error.candidates
    return ()


class References:
    """Finds the requirements that service is declared to count toward, several in one cell, each with ``;`` between."""

    def __init__(self, refusals: Refusals, catalog: Catalog) -> None:
        """Begin with no declaration; place 0 is none."""
        self._catalog, self._refusals = catalog, refusals
        self.declared: list[frozenset[str]] = [frozenset()]
        self._places = {frozenset[str](): 0}

    def read(self, text: str) -> int:
        """Return the place of what is declared, or the number of a refusal."""
        named = frozenset(filter(None, (one.strip() for one in text.split(";"))))
        unknown = sorted(one for one in named if one not in self._catalog.experience_references)
        if unknown:
            return self._refused(unknown[0])
        place = self._places.setdefault(named, len(self.declared))
        if place == len(self.declared):
            self.declared.append(named)
        return place

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        """The requirements of each class that service can count toward."""
        known: dict[str, list[str]] = {}
        for reference in self._catalog.experience_references:
            known.setdefault(class_referred_to(reference), []).append(reference)
        return known

    def _refused(self, reference: str) -> int:
        known = self._known.get(class_referred_to(reference), [])
        try_this = f"known: {', '.join(known)}" if known else "'ladder profile new' lists what service can count toward"
        return self._refusals.number(
            FaultCode.REQUIREMENT_UNKNOWN, "service cannot count toward this: there is no such requirement", try_this
        )
