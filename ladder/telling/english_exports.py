"""What exports say in English, by name: labels of drawings, and what a format cannot hold."""

from collections.abc import Mapping

EXPORTS: Mapping[str, str] = {
    "export.drawn_class": "{title}\n{code}",
    "export.shown_class": "{title} ({code})",
    "export.drawn_months": "{months} months",
    "export.holds": "Every export holds the classes and the steps between them. The rules behind the steps are in "
    "'ladder show CLASS --json'.",
    "export.nothing_lost": "{form} holds every value of {classes} classes and {steps} steps.",
    "export.lost": "What {form} does not hold as it is: {number} values.",
    "export.some_lost": "{form} does not hold {number} values as they are: 'ladder export {form} --losses' lists them.",
    "export.written": "{classes} classes and {steps} steps are in {place}.",
    "export.at_record": "{sheet} {record}, {column}",
    "export.at_column": "{sheet}, {column}",
    "export.whole_record": "{sheet} {record}",
    "export.loss.half_letter": "Half of a letter is written as U+FFFD.",
    "export.loss.control": "Control characters are written as U+FFFD.",
    "export.loss.line_end": "Every line end is written as a line feed.",
    "export.loss.one_line": "Line ends, tabs and control characters are written as blanks.",
    "export.loss.too_long": "The beginning alone is written; the whole is too long.",
    "export.loss.apostrophe": "An apostrophe stands in front, so that no program takes the text for a number or runs "
    "it. Take one away, and the text is back.",
    "export.loss.backslash": "Every backslash is written twice. Graphviz draws one.",
    "export.loss.escape": "Excel shows the text as it is; other programs may show _x005F_ in it.",
    "export.loss.years": "CTDL counts decimal years, and these months have no exact one. Our own term tells "
    "the months.",
    "export.loss.no_place": "There is no place for this column.",
    "export.loss.left_out": "Left out: the drawing shows no more steps.",
}
"""Every pattern by its name; a name in braces is a field."""
