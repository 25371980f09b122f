"""The sentences of the bench page in English, by name; a name in braces is a field."""

from collections.abc import Mapping

BENCH: Mapping[str, str] = {
    "bench.title": "Who could step up, and when",
    "bench.told": "Bench strength of {classes} classes, {month}.",
    "bench.people": "jobs held in these classes",
    "bench.ready": "steps open to people now",
    "bench.single": "classes with only one feeder",
    "bench.empty": "empty benches",
    "bench.legend": "Ready",
    "bench.band.now": "now",
    "bench.band.within_6": "in 6 months",
    "bench.band.within_12": "in 12 months",
    "bench.band.within_24": "in 24 months",
    "bench.class": "Class",
    "bench.in_it": "In it now",
    "bench.by_feeder": "Ready, by the class they come from",
    "bench.ready_now": "Ready now",
    "bench.in_two_years": "in 2 years",
    "bench.watch": "Watch",
    "bench.nobody": "nobody within 24 months",
    "bench.feeders_hidden": "Which classes they come from is hidden: it would tell of few people",
    "bench.more": "and {count} more classes",
    "bench.none": "No warning",
    "bench.withheld": "Not shown: it would tell of few people",
    "bench.if": "{count} if HR confirms the rest",
    "bench.from": "From",
    "bench.others": "Classes that nobody holds, with nobody ready in 2 years: {count}",
    "bench.how": "How we count",
    "bench.save": "Save as table",
    "bench.print": "Print",
    "bench.one": "person",
    "bench.several": "people",
    "bench.found_one": "1 class found",
    "bench.found": "{count} classes found",
    "bench.not_found": "No class on this page has that title or number.",
    "bench.close": "No class on this page has that title or number. Close: {titles}.",
    "bench.counted": (
        "Everybody is taken to stay in the job held now, and to study what they plan. Counted before a class is who "
        "works in the same agency now; not who holds the class, or a higher one of its series, nor who is expected to "
        "be gone by then. 'More people leave than are ready' puts who is expected to be gone within 24 months beside "
        "who is ready by then."
    ),
    "bench.warning.empty_bench": "Empty bench",
    "bench.warning.entry_class": "People enter here from outside",
    "bench.warning.no_ladder_leads_here": "No class leads here in our data",
    "bench.warning.single_feeder": "Only one feeder",
    "bench.warning.exits_exceed_bench": "More people leave than are ready",
    "bench.warning.not_answerable": "HR confirms part of it",
    "bench.means": (
        "Ready means the time and study rules are met. It does not say who would want the job, pass the exam or be "
        "chosen. One person can count for two classes."
    ),
    "bench.known_from": "Service before {month} is not in the roster: people may be ready sooner than is shown.",
    "bench.few": "Fewer than 5 people are shown as <5; what would tell of them is hidden.",
    "bench.empty_page": "Nobody in this roster works in a class whose rules are in our data.",
}
"""The bench: counts, columns, watch words."""
