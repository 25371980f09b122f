"""Pools that may be published: no count of 1 to 4 people, nor what could be worked out to be one.

What is hidden beside a small count prints "hidden"; medians are left out.
"""

from ladder.revisions.pools import Count, Pool, PoolChange, Ready
from ladder.roster.count_blocks import FEW, HIDDEN, block_of, is_small


def publish_pool(pool: Pool) -> Pool:
    """Return the pools of a change as they may be published."""
    dropped = tuple((reference, _few(people)) for reference, people in pool.dropped)
    return Pool(tuple(map(_published, pool.classes)), dropped)


def _published(one: PoolChange) -> PoolChange:
    before = _chain(one.before.within)
    after = tuple(_apart(*pair) for pair in zip(_chain(one.after.within), before, strict=True))
    gained, lost = _together(one.gained, one.lost)
    with_degree, without = _parts(gained, one.gained_with_degree, one.gained_without)
    lost_with, lost_without = _parts(lost, one.lost_with_degree, one.lost_without)
    counts = (gained, lost, with_degree, without, lost_with, lost_without)
    return PoolChange(one.class_id, Ready(before, None), Ready(after, None), *counts)


def _chain(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    """Return counts that rise as a bench prints them."""
    return tuple(block_of([[int(one) for one in counts]]).printed(0))


def _apart(after: Count, before: Count) -> Count:
    """Return the later count; hidden where it differs by few from the one before the change."""
    if isinstance(after, int) and isinstance(before, int) and is_small(after - before):
        return HIDDEN
    return after


def _few(count: Count) -> Count:
    return FEW if isinstance(count, int) and is_small(count) else count


def _together(*counts: Count) -> tuple[Count, ...]:
    """Return counts of which one could be worked out from the others: all are hidden but 0 where one is small."""
    if not any(isinstance(one, int) and is_small(one) for one in counts):
        return counts
    return tuple(_few(one) if one == 0 or _few(one) == FEW else HIDDEN for one in counts)


def _parts(whole: Count, *parts: Count) -> tuple[Count, ...]:
    """Return the parts of a count; hidden with it."""
    return _together(*parts) if isinstance(whole, int) else tuple(HIDDEN if one else 0 for one in parts)
