"""One budget of work for all stages of an answer, counted in steps and never in seconds.

A step is one demand looked at, or what takes about as long. Every stage spends from the
same work, so that no question runs without end, and every run gives the same answer.
"""

FIRST_PLAN = 200_000
"""Steps that a first plan may take, whatever the budget for all that comes after it."""

WORK = 130_000
"""Steps for one answer, beyond those of its first plan."""


class Work:
    """Steps that may still be spent, by a stage or by a part of it.

    A part ends where it has spent its own steps, or where the whole has spent all.
    """

    def __init__(self, steps: int, *, whole: "Work | None" = None) -> None:
        """Keep the steps, and the work that this one is a part of."""
        self._left = steps
        self._whole = whole
        self.is_done: bool = steps < 0 or (whole is not None and whole.is_done)
        """Whether more was asked for than there was, here or in the whole."""

    @property
    def left(self) -> int:
        """The steps that may still be spent, none below zero."""
        own = max(0, self._left)
        return own if self._whole is None else min(own, self._whole.left)

    def spend(self, steps: int) -> bool:
        """Take the steps, and return whether there were so many."""
        self._left -= steps
        enough = self._whole is None or self._whole.spend(steps)
        self.is_done = self._left < 0 or not enough
        return not self.is_done

    def part(self, steps: int) -> "Work":
        """Return a part of this work, of at most so many steps."""
        return Work(steps, whole=self)

    def share(self, parts: int) -> "Work":
        """Return one part of so many, of what is left."""
        return self.part(self.left // parts)
