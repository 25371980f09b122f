"""The sentences about rosters in English, by name: what was read, what was not, and what cannot be answered."""

from collections.abc import Mapping

ROSTER: Mapping[str, str] = {
    "roster.rows": "{rows} rows in: {people} of people, {spans} spans of service, {joined} joined to them, {aside} set "
    "aside, {rejected} rejected.",
    "roster.people": "People as of {month}: {employees}; with a job now: {present}.",
    "roster.one_day": "The table is of one day: it gives incumbents, and no months before it. Months count from that "
    "day on, so people may be ready sooner than is told.",
    "roster.known_from": "Service before {month}, the first snapshot, is not in the table: people may be ready "
    "sooner than is told.",
    "roster.no_class_found": "No row names a class of this catalog. --catalog names another; 'ladder catalogs' lists "
    "those that come with ladder.",
    "roster.without_jobs": "People with no row of jobs, who count for no class: {number}",
    "roster.without_people": "People with no row in the people table, of whom service alone is known: {number}",
    "roster.touched": "People with a rejected row, whose months may fall short and whose present job may be missing: "
    "{number}",
    "roster.faults": "Faults, which the table rejected lists by row: {number}",
    "roster.columns": "{column} is read from {names}",
    "roster.unused": "Not read: {names}",
    "roster.fte_missing": "No column tells the share of full time: everybody is taken as full time.",
    "roster.class_few": "Texts of fewer than {least} rows each, which might tell who is meant: see rejected",
    "roster.gap": "Between {one} and {other}, records without a row, for which nothing is counted there: {number}",
    "roster.snapshots": "Snapshots: {first} to {last}, {number} of them.",
    "roster.snapshot": "One snapshot: {first}.",
    "roster.parts": "Parts: {parts}. Finished before and kept: {kept}. Read and evaluated now: {evaluated}.",
    "roster.parts_damaged": "Kept parts that were damaged and are evaluated anew: {number}",
    "roster.template_written": "The tables are in {place}: fill them in below the line of help, which may stay.",
    "roster.nobody": "The roster holds no people.",
    "roster.page_written": "The bench is in {place}: open it in any browser.",
    "roster.tables_written": "The tables are in {place}.",
    "roster.summary": "Classes with rules, where people of this roster work: {number}",
    "roster.summary.ready": "with somebody ready now: {number}",
    "roster.summary.empty_bench": "with an empty bench: {number}",
    "roster.summary.single_feeder": "with only one feeder: {number}",
    "roster.summary.exits_exceed_bench": "where more people leave within 24 months than are ready by then: {number}",
    "roster.summary.not_answerable": "of which HR must confirm part: {number}",
    "roster.note.bench": "Ready now, within 12 and within 24 months; if: the same, if what HR must confirm is true; "
    "gap: who leaves within 24 months, less who is ready by then.",
    "roster.note.observed": "People moved so, and no rule in our data names the step.",
    "roster.note.next_step": "One step taken for everybody; readied: who comes within 24 months by it.",
    "roster.more": "and {number} more rows",
    "roster.whole": "These are the rows to look at first. --xlsx FILE, --csv FOLDER or --all gives every table whole, "
    "--html FILE a page to look at.",
    "roster.column.incumbents": "hold it",
    "roster.column.ready_now": "now",
    "roster.column.within_12": "in 12",
    "roster.column.within_24": "in 24",
    "roster.column.if_24": "if",
    "roster.column.gap_24": "gap",
    "roster.column.warnings": "watch",
    "roster.column.people readied": "readied",
    "roster.heading.read": "What was read",
    "roster.heading.bench": "The bench",
    "roster.heading.feeders": "Where they come from",
    "roster.heading.next_step": "What would ready most people",
    "roster.heading.answerable": "What a roster can answer, class by class",
    "roster.heading.observed": "Moves that people made",
    "roster.heading.persons": "Person by person",
    "roster.heading.columns": "Columns of {file}",
    "roster.heading.dates": "Dates, by the different texts of each column",
    "roster.heading.classes": "Classes that are not found",
    "roster.heading.snapshots": "Snapshots and gaps",
    "roster.heading.cannot": "What this layout cannot answer",
    "roster.heading.rulings": "Rulings for this run",
    "roster.heading.faults": "What keeps rows from being used",
}
"""Every pattern by its name; a name in braces is a field."""
