"""No published pool tells of 1 to 4 people, nor lets them be worked out."""

from ladder.revisions.pools import Pool, PoolChange, Ready
from ladder.revisions.published_pools import publish_pool


def published(before: tuple[int, ...], after: tuple[int, ...], *moved: int) -> PoolChange:
    one = PoolChange("xx/1", Ready(before, 3), Ready(after, 4), *moved)
    (found,) = publish_pool(Pool((one,), ())).classes
    assert (found.before.median, found.after.median) == (None, None)
    return found


def test_large_counts_are_told() -> None:
    found = published((0, 5, 10, 10), (10, 15, 15, 20), 10, 0, 5, 5, 0, 0)
    assert (found.before.within, found.after.within) == ((0, 5, 10, 10), (10, 15, 15, 20))
    assert found[3:] == (10, 0, 5, 5, 0, 0)


def test_small_counts_and_what_tells_of_them_are_not() -> None:
    found = published((1, 7, 8, 20), (11, 11, 12, 26), 9, 3, 2, 7, 3, 0)
    assert found.before.within == ("<5", 7, "hidden", 20)
    assert found.after.within == (11, "hidden", "hidden", 26)
    assert found[3:] == ("hidden", "<5", "hidden", "hidden", "hidden", 0)
    few = published((0, 0, 0, 0), (8, 8, 8, 8), 8, 0, 1, 7, 0, 0)
    assert few[3:] == (8, 0, "<5", "hidden", 0, 0)


def test_few_people_with_service_toward_what_is_taken_out_are_not_counted() -> None:
    assert publish_pool(Pool((), (("xx/1#a", 2), ("xx/1#b", 5)))).dropped == (("xx/1#a", "<5"), ("xx/1#b", 5))
