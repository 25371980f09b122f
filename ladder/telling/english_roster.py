"""The sentences about rosters in English, by name: what was read, what was not, and what cannot be answered."""

from collections.abc import Mapping

ROSTER: Mapping[str, str] = {
    "roster.rows": "{rows} rows in: {people} of people, {spans} spans of service, {joined} joined to them, {aside} set "
    "aside, {rejected} rejected.",
    "roster.people": "{employees} people as of {month}; {present} of them hold a job now.",
    "roster.without_jobs": "{number} people have no row of jobs: they count for no class.",
    "roster.without_people": "{number} people have no row in the people table: their service alone is known.",
    "roster.touched": "{number} people have a rejected row: their months may fall short, and a job "
    "held now may be missing.",
    "roster.faults": "{number} faults; the table rejected lists them by row.",
    "roster.columns": "{column} is read from {names}",
    "roster.unused": "Not read: {names}",
    "roster.fte_missing": "No column tells the share of full time: everybody is taken as full time.",
    "roster.class_few": "Texts of fewer than {least} rows each, which might tell who is meant: see rejected",
    "roster.gap": "Between {one} and {other}: {number} records have no row. Nothing is counted there.",
    "roster.snapshots": "Snapshots: {first} to {last}, {number} of them.",
    "roster.ruling": "{text}",
    "roster.template_written": "The tables are in {place}: fill them in below the line of help, which may stay.",
    "roster.nobody": "The roster holds no people.",
    "roster.tables_written": "The tables are in {place}.",
    "roster.column.incumbents": "hold it",
    "roster.column.ready_now": "now",
    "roster.column.within_12": "in 12",
    "roster.column.within_24": "in 24",
    "roster.column.if_24": "if, 24",
    "roster.column.gap_24": "gap, 24",
    "roster.heading.read": "What was read",
    "roster.heading.columns": "Columns of {file}",
    "roster.heading.dates": "Dates, by the different texts of each column",
    "roster.heading.classes": "Classes that are not found",
    "roster.heading.snapshots": "Snapshots and gaps",
    "roster.heading.cannot": "What this layout cannot answer",
    "roster.heading.rulings": "Rulings for this run",
    "roster.heading.faults": "What keeps rows from being used",
}
"""Every pattern by its name; a name in braces is a field."""
