"""What is remembered between tests: what an untraced test remembered first, a traced one works out anew.

A function that remembers its answers runs once in a process. Where an untraced test is the first to call it, no traced
test would run its lines, and whether they count as covered would hang on the order of the tests.
"""

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from types import ModuleType
from typing import TypeAlias

Remembering: TypeAlias = "_lru_cache_wrapper[object]"


class WarmedCaches:
    """The functions of ladder that an untraced test was the first to call."""

    def __init__(self) -> None:
        self._found: tuple[int, list[Remembering]] = (0, [])
        self._before: frozenset[int] = frozenset()
        self._warmed: list[Remembering] = []

    def before_untraced(self) -> None:
        """Note which functions remember something before an untraced test."""
        self._before = frozenset(id(one) for one in self._filled())

    def after_untraced(self) -> None:
        """Note which functions the untraced test was the first to call."""
        self._warmed += [one for one in self._filled() if id(one) not in self._before]

    def before_traced(self) -> None:
        """Let those functions forget, so that a traced test runs their lines."""
        while self._warmed:
            self._warmed.pop().cache_clear()

    def _filled(self) -> Iterator[Remembering]:
        if self._found[0] != len(sys.modules):
            modules = [one for name, one in sys.modules.items() if name.partition(".")[0] == "ladder"]
            self._found = (len(sys.modules), [one for module in modules for one in _remembering(module)])
        return (one for one in self._found[1] if one.cache_info().currsize)


def _remembering(module: ModuleType) -> Iterator[Remembering]:
    return (
        one
        for one in vars(module).values()
        if isinstance(one, _lru_cache_wrapper) and one.__module__ == module.__name__
    )
