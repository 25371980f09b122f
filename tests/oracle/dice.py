"""What chance decides in a random case, and which rules the engine does not know yet."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from tests.oracle.documents import Json

HOME, ABROAD = "us-aa", "us-bb"
SOURCE = {"document": "d", "section": "s"}
AS_OF = "2026-11"
FIELDS = ("labor", "law", "history")

ALIAS = "jurisprudence"
"""Another name of the second field."""

RULES_NOT_BUILT_YET: dict[str, str] = {}
"""Rules that the engine does not follow yet; no random case turns on them. Must end empty."""

_One = TypeVar("_One")


class Dice:
    """Chance, from one seed; ``climbs`` tells whether the case asks for the best way."""

    def __init__(self, rng: Random, *, climbs: bool) -> None:
        self.rng = rng
        self.climbs = climbs

    def makes(self, rule: str) -> bool:
        """Tell whether cases may turn on a rule."""
        return rule not in RULES_NOT_BUILT_YET

    def chance(self, share: float) -> bool:
        """Return true so often."""
        return self.rng.random() < share

    def pick(self, from_these: Sequence[_One]) -> _One:
        """Return one of these."""
        return self.rng.choice(from_these)

    def some(self, from_these: Sequence[_One], most: int | None = None) -> list[_One]:
        """Return one of these, or more up to so many; none where there is none."""
        if not from_these:
            return []
        most = len(from_these) if most is None else min(most, len(from_these))
        return self.rng.sample(from_these, self.rng.randint(1, most))

    def months(self, most: int) -> int:
        """Return 1 to so many months, small ones more often."""
        return min(self.rng.randint(1, most), self.rng.randint(1, most))

    def number(self, least: int, most: int) -> int:
        """Return a whole number."""
        return self.rng.randint(least, most)


def named_only(slug: str) -> Json:
    """Return a program that texts only name."""
    return {
        "jurisdiction": HOME,
        "slug": slug,
        "title": slug,
        "is_programme": True,
        "completeness": "named-only",
        "source": SOURCE,
    }
