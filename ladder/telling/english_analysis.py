"""The sentences of the analysis of a whole ladder in English, by name; a name in braces is a field."""

from collections.abc import Mapping

ANALYSIS: Mapping[str, str] = {
    "analysis.heading.gatekeeper": "Gatekeepers: others must pass them",
    "analysis.heading.gatekeeper_pair": "Pairs of gatekeepers: others must pass one of the two",
    "analysis.heading.entry": "Open to everyone",
    "analysis.heading.dead_end": "No next step",
    "analysis.heading.isolated": "No step in or out",
    "analysis.heading.cycle": "Classes that lead to one another",
    "analysis.heading.reach": "What service in a class opens",
    "analysis.heading.slowest": "Slowest ladders",
    "analysis.heading.degree_only": "A degree asked, whatever the way",
    "analysis.heading.pay_per_month": "Pay gained for each month waited",
    "analysis.heading.open_internal": "Open to everyone against people who work there",
    "analysis.gatekeeper": "Nobody enters {classes} without service in {title}.",
    "analysis.gatekeeper_many": "Nobody enters these {count} classes without service in {title}: {classes}.",
    "analysis.gatekeeper_pair": "Nobody enters {classes} without service in {title} or {other}; either is enough.",
    "analysis.entry": "People in no class may enter {title}: {count} way is open to everyone.",
    "analysis.entry_many": "People in no class may enter {title}: {count} ways are open to everyone.",
    "analysis.dead_end": "No step in our data leaves {title}; {classes} lead to it.",
    "analysis.dead_end_one": "No step in our data leaves {title}; {classes} leads to it.",
    "analysis.dead_end_alone": "No step in our data leaves {title}, and none leads to it.",
    "analysis.isolated": "No step in our data joins {title} to another class.",
    "analysis.cycle": "These classes lead to one another: {classes}.",
    "analysis.reach": "Service in {title} is enough to come to {count} class: {classes}.",
    "analysis.reach_many": "Service in {title} is enough to come to {count} classes: {classes}.",
    "analysis.slowest": "{time}, from {start} to {title} in {moves}.",
    "analysis.slowest_unproved": "{time}, from {start} to {title} in {moves}; a quicker way is not ruled out.",
    "analysis.slowest_if": "{time}, from {start} to {title}, if {conditions}.",
    "analysis.slowest_if_unproved": "{time}, from {start} to {title}, if {conditions}; a quicker way is not ruled out.",
    "analysis.move": "1 move",
    "analysis.moves": "{count} moves",
    "analysis.degree_only": "Nobody enters {title} without {degree}.",
    "analysis.pay_per_month": "From {start} to {title}: {amount} {unit} more for each month waited, after {time}.",
    "analysis.pay_per_month_less": "From {start} to {title}: {amount} {unit} less for each month waited, after {time}.",
    "analysis.open_internal": "{title}: {open} of work by the way open to everyone, {staff} for people who work there.",
    "analysis.open_internal_as": (
        "{title}: {open} of work by the way open to everyone, {staff} as {classes} for people who work there."
    ),
    "analysis.top": (
        "{keepers} of {classes} classes are gatekeepers: nobody enters {kept} without the one that keeps it. The one "
        "that keeps most is {title}."
    ),
    "analysis.top_one": "1 of {classes} classes is a gatekeeper: nobody enters {kept} without {title}.",
    "analysis.top_none": "No class of {classes} is a gatekeeper: no other class hangs on one alone.",
    "analysis.kept_one": "1 other class",
    "analysis.kept_many": "{count} other classes",
    "analysis.of_class_keeps": "{count} hang on {title}: nobody enters {classes} without service in it.",
    "analysis.of_class_keeps_one": "1 class hangs on {title}: nobody enters {classes} without service in it.",
    "analysis.of_class_these": "them",
    "analysis.of_class_keeps_none": "No class hangs on {title} alone.",
    "analysis.of_class_pairs": "With one other class, it keeps {classes}.",
    "analysis.of_class_reach": "Service in it is enough to come to {count}.",
    "analysis.of_class_reach_none": "Service in it alone is enough for no other class.",
    "analysis.of_class_kept": "To enter {title} itself, everybody needs service in {classes}.",
    "analysis.class_one": "1 class",
    "analysis.class_many": "{count} classes",
    "analysis.measured": (
        "Measured on what is asked: study, licenses, work of a kind and what HR decides are taken as given. A class "
        "whose rules are not in our data counts as one that people enter."
    ),
    "analysis.times_some": "{timed} of {joined} pairs of a lowest and a highest class were timed.",
    "analysis.nothing": "Nothing of this is found of {title}.",
    "analysis.nothing_at_all": "Nothing of this is found in our data.",
    "analysis.more": "The first {most} of {count}; --all lists all, --csv has them as a table.",
}
"""Every pattern by its name."""
