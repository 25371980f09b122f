"""Classes are counted by jurisdiction and completeness, steps by where they lead."""

from dataclasses import replace

from ladder.catalog.loading import load_catalog
from ladder.measures.counts import JurisdictionCount, classes_not_whole, count_jurisdictions
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.specification import Completeness
from tests.rendering.catalogs import graded

WHOLE, PARTIAL, NAMED = Completeness.WHOLE, Completeness.PARTIAL, Completeness.NAMED_ONLY


def test_the_counts_of_the_bundled_data() -> None:
    catalog = load_catalog()
    steps = tuple(steps_used(catalog, NO_OTHERS))
    connecticut, dakota = count_jurisdictions(tuple(catalog.classes.values()), steps)
    assert dakota == JurisdictionCount("us-nd", 6, {WHOLE: 4, PARTIAL: 0, NAMED: 2}, 3)
    assert (connecticut.jurisdiction, connecticut.classes, connecticut.steps) == ("us-ct", 16, len(steps) - 3)
    assert sum(connecticut.by_completeness.values()) == 16


def test_a_step_is_counted_where_it_leads() -> None:
    specs = (graded("1", jurisdiction="aa"), graded("2", jurisdiction="bb", feeders=["aa/1"]))
    step = next(one for one in load_catalog().steps)._replace(feeder_class="aa/1", target_class="bb/2")
    assert [(one.jurisdiction, one.steps) for one in count_jurisdictions(specs, [step])] == [("aa", 0), ("bb", 1)]
    assert count_jurisdictions((), ()) == ()


def test_classes_not_whole_are_those_named_or_seen_in_part_in_their_order() -> None:
    part = replace(graded("3", feeders=["1"]), completeness=PARTIAL)
    assert classes_not_whole([part, graded("1"), graded("2", feeders=["1"])]) == (part, graded("1"))
