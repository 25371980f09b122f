"""Requirement text as numbered and lettered items to a true tree of statements.

``read_outline`` is the door; ``items`` finds the items, ``joins`` says how "and" and "or"
bind, ``lead_ins`` how words before a list belong to its items.
"""

from ladder.reading.outlines.reading import Outline, read_outline

__all__ = ["Outline", "read_outline"]
