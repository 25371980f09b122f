"""Small documents, and variants of them, judged by the tool that stands beside the checkout."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from ladder.cli.read_pages import reading_lines
from tests.reading.safety.real_documents import opened, read
from tests.reading.strangers.case_reading import Case, cases_of
from tests.reading.strangers.sentences import FILES, VERDICTS, load_tool
from tests.reading.strangers.variants import variants


class Worse(NamedTuple):
    """A variant whose verdict is worse than that of its case, or wrong or silent."""

    name: str
    verdicts: tuple[str, str]
    reasons: str
    document: str


@lru_cache(maxsize=1)
def all_cases() -> tuple[Case, ...]:
    """Return the cases of both files."""
    return tuple(case for file in FILES for case in cases_of(file))


def different_variants(case: Case, seeds: range) -> Iterator[Case]:
    """Yield the variants of a case by these seeds, each document once."""
    seen: set[str] = set()
    for seed in seeds:
        one = variants(case, seed)
        if one["document"] not in seen:
            seen.add(one["document"])
            yield one


def verdict_on(case: Case) -> tuple[str, list[str]]:
    """Return the verdict on what is read of a case, and the reasons for it."""
    document = opened(case["document"].encode(), f"{case['id']}.{case['format']}")
    lines = [json.loads(line) for line in reading_lines(read(document, case["layout"]), set())]
    verdict, reasons = _tool().judge(case, lines)
    return verdict, reasons


def worse_variants(case: Case, seeds: range, count: Counter[str]) -> Iterator[Worse]:
    """Yield the variants that are read worse than their case; ``count`` is told the verdict on each."""
    expected, _ = verdict_on(case)
    for one in different_variants(case, seeds):
        verdict, reasons = verdict_on(one)
        count[verdict] += 1
        if verdict in {"wrong", "silent"} or VERDICTS.index(verdict) > VERDICTS.index(expected):
            yield Worse(one["id"], (expected, verdict), " | ".join(reasons), one["document"])


@lru_cache(maxsize=1)
def _tool() -> Any:  # noqa: ANN401 - a program beside the checkout
    return load_tool()
