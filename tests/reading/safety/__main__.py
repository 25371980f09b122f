"""``python -m tests.reading.safety``: nobody is told of a way that their documents do not have; exit 1 if somebody is.

Four measures, each over the real documents and the tool that stand beside the checkout;
where they are missing, it says so and ends with 0.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from tests.reading.safety import real_documents, verdicts
from tests.reading.safety.claims import all_claimed, false_claims
from tests.reading.safety.real_documents import CITIES, names_of, opened, printed
from tests.reading.safety.shortening import Breach, breaches_in
from tests.reading.safety.wholeness import wrong_in
from tests.reading.strangers import sentences

PEOPLE, SHORTENED, VARIANTS = 20_000, 50_000, 10_000
MOST_SEEDS = 400
NO_LIMIT = 10_000


def main() -> int:
    """Run every measure in full, or those named; print figures and what is broken."""
    if not real_documents.are_here() or not sentences.are_here():
        _tell("safety: skipped, the real documents and the tool that judges are not beside this checkout")
        return 0
    return int(sum(MEASURES[name]() for name in sys.argv[1:] or MEASURES) > 0)


def tell_claims() -> int:
    """Draw people near what rows and their records ask; each who meets a record must meet its row."""
    claimed, met, broken = all_claimed(), list[bool](), Counter[str]()
    seeds = 2 * -(-PEOPLE // (2 * len(claimed)))
    for one in claimed:
        for seed in range(seeds):
            for claim in islice(false_claims(one, seed, met), 1):
                broken[one.row.name] += 1
                if broken[one.row.name] == 1:
                    two_ways = " (its row can be read in two ways)" if one.row.is_ambiguous else ""
                    _tell(f"  {one.row.name}{two_ways}: {claim.person} by {claim.requires}")
    clear = [one for one in claimed if not one.row.is_ambiguous]
    _tell(f"claims: {len(claimed)} rows, {len(clear)} of them clear, {len(claimed) * seeds:,} people")
    _tell(f"claims: {len(met):,} times a route is met; {len(broken)} rows broken")
    return sum(broken[one.row.name] for one in clear)


def tell_shortened() -> int:
    """Cut one piece out of real documents, then out of small ones, and look for ways that became easier by more."""
    count, broken = Counter[str](), 0
    for breach in shortened(count):
        broken += 1
        _tell(f"  {breach.name}, {breach.kind}: {' '.join(breach.place.split())}\n    {breach.what}")
    _tell(f"shortened: {count['cut']:,} documents, {count['whole after it']:,} whole, {broken} easier than their cut")
    return broken


def shortened(count: Counter[str]) -> Iterator[Breach]:
    """Yield the breaches of all cuts of the real documents, and of as many small documents as the measure takes."""
    for corpus in (*CITIES, "strangers"):
        for folder, name in names_of(corpus):
            one = printed(folder, name)
            yield from breaches_in(name, one.document, one.jurisdiction, NO_LIMIT, count)
    for seed in range(MOST_SEEDS):
        for case in verdicts.all_cases():
            if count["cut"] >= SHORTENED:
                return
            for variant in verdicts.different_variants(case, range(seed, seed + 1)):
                document = opened(variant["document"].encode(), f"{variant['id']}.{variant['format']}")
                yield from breaches_in(variant["id"], document, variant["layout"], NO_LIMIT, count)


def tell_variants() -> int:
    """Read variants of the small documents; none may be read worse than its case."""
    cases, count, broken = verdicts.all_cases(), Counter[str](), Counter[str]()
    seeds = range(-(-VARIANTS * 5 // (4 * len(cases))))
    for case in cases:
        for worse in verdicts.worse_variants(case, seeds, count):
            broken[case["id"]] += 1
            if broken[case["id"]] == 1:
                _tell(
                    f"  {worse.name}: {worse.verdicts[0]}, then {worse.verdicts[1]}: {worse.reasons}\n{worse.document}"
                )
    figures = ", ".join(f"{verdict} {count[verdict]:,}" for verdict in sentences.VERDICTS)
    _tell(f"variants: {count.total():,} of {len(cases)} cases: {figures}; worse than their case: {dict(broken)}")
    return broken.total()


def tell_wholes() -> int:
    """Hold the records that say they are whole against their rows."""
    claimed = all_claimed()
    wrong = [found for one in claimed if (found := wrong_in(one))]
    for one in wrong:
        _tell(f"  {one.name}: {one.what}")
    _tell(f"wholes: {sum(one.is_whole for one in claimed)} of {len(claimed)} records, {len(wrong)} of them wrongly")
    return len(wrong)


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


MEASURES: dict[str, Callable[[], int]] = {
    "claims": tell_claims,
    "wholes": tell_wholes,
    "variants": tell_variants,
    "shortened": tell_shortened,
}

if __name__ == "__main__":
    sys.exit(main())
