"""Record files that nobody would write, for :mod:`benchmarks.bounds`: classes and profiles, in YAML and JSON."""

import json
from collections.abc import Mapping

from benchmarks.hostile import Shape, again, nested, numbered

_CLASS = """\
jurisdiction: xx-lakes
code: "12"
title: Clerk
completeness: named-only
source: {document: a.txt, section: Heading}
"""
_WHOLE = _CLASS.replace("named-only", "whole")
_RULES = """\
qualifications:
  requirements:
  - {kind: experience, id: general, months: 24, what: work, source: {document: a.txt, section: Minimum}}
  routes:
  - {id: general, requires: [general]}
"""
_ONE_RULE = "  - {{kind: experience, id: r{}, months: 24, what: work, source: {{document: a.txt, section: M}}}}\n"

CLASSES: Mapping[str, Shape] = {
    "digits": again("9", before=_CLASS + "designation: "),
    "digits and a point": again("9", before=_CLASS + "designation: 1."),
    "digits and underscores": again("1_", before=_CLASS + "designation: "),
    "digits and colons": again("1:", before=_CLASS + "designation: "),
    "digits, then a letter": again("9", before=_CLASS + "designation: ", after="x"),
    "digits in quotes": again("9", before=_CLASS + 'designation: "', after='"'),
    "digits for a number": again("9", before=_CLASS + "pay: {ranges: [{unit: yearly, low: ", after=", high: 2}]}"),
    "a long title": again("Clerk ", before=_CLASS.replace("title: Clerk\n", "") + "title: "),
    "a long code": again("A", before=_CLASS.replace('code: "12"\n', "") + "code: "),
    "a long date": again("9", before=_CLASS + 'dates: {revised: "', after='"}'),
    "a long name of a field": again("x", before=_CLASS, after=": 1"),
    "many names of fields": numbered("field{}: 1\n", before=_CLASS),
    "one field again and again": again("title: Clerk\n", before=_CLASS),
    "notes": again("- x\n", before=_CLASS + "notes:\n"),
    "long notes": again("- " + "word " * 2000 + "\n", before=_CLASS + "notes:\n"),
    "aliases": numbered(
        "- {{title: Clerk {}, note: x, source: {{document: a, section: b}}}}\n", before=_CLASS + "aliases:\n"
    ),
    "superiors": numbered(
        "- {{class: xx-lakes/c{}, source: {{document: a, section: b}}}}\n", before=_CLASS + "superiors:\n"
    ),
    "requirements": numbered(
        _ONE_RULE, before=_WHOLE + "qualifications:\n  routes:\n  - {id: x, requires: [r1]}\n  requirements:\n"
    ),
    "routes": numbered("  - {{id: r{}, requires: [general]}}\n", before=_WHOLE + _RULES),
    "one route of many": again("general, ", before=_WHOLE + _RULES + "  - {id: x, requires: [", after="general]}\n"),
    "lists in lists": again("[", before=_CLASS + "notes: "),
    "lists in lists, closed": nested("[", "]", before=_CLASS + "notes: "),
    "groups in groups": again("{a: ", before=_CLASS + "notes: "),
    "dashes": again("- ", before=_CLASS + "notes:\n"),
    "tags": again("!!str x: 1\n", before=_CLASS),
    "a long tag": again("x", before=_CLASS + "notes: !", after=" y"),
    "anchors": numbered("a{0}: &a{0} x\n", before=_CLASS),
    "aliases of anchors": again("- *a\n", before=_CLASS + "notes:\n- &a x\n"),
    "comments": again("# x\n", before=_CLASS),
    "blank lines": again("\n", before=_CLASS),
    "documents": again("---\n", before=_CLASS),
    "a text over many lines": again("  x\n", before=_CLASS + "designation: |\n"),
    "a folded text": again("  x\n\n", before=_CLASS + "designation: >\n"),
    "escapes": again("\\x41", before=_CLASS + 'designation: "', after='"'),
    "quotes": again("''", before=_CLASS + "designation: '", after="'"),
    "question marks": again("? x\n", before=_CLASS),
    "yes and no": again("- yes\n", before=_CLASS + "notes:\n"),
    "decimals": again("- 1.5\n", before=_CLASS + "notes:\n"),
    "numbers with exponents": again("- 1e3\n", before=_CLASS + "notes:\n"),
}
"""Class files, in YAML."""

_JOBS = "jobs:\n"

PROFILES: Mapping[str, Shape] = {
    "jobs": again("- {class: us-nd/0441, months: 1}\n", before=_JOBS),
    "jobs by dates": again("- {title: Clerk, start: 2001-01, end: 2001-02}\n", before=_JOBS),
    "jobs of titles of their own": numbered("- {{title: Clerk {}, months: 1}}\n", before=_JOBS),
    "jobs of classes nowhere": numbered("- {{class: Clerk {}, months: 1}}\n", before=_JOBS),
    "jobs of parts of months": numbered("- {{class: us-nd/0441, months: 0.{}, fte: 0.7}}\n", before=_JOBS),
    "present jobs": again("- {class: us-nd/0441}\n", before="present:\n"),
    "digits": again("9", before="jobs:\n- {class: us-nd/0441, months: ", after="}"),
    "a long class": again("Clerk ", before="jobs:\n- {class: ", after=", months: 1}"),
    "licenses": numbered("- License {}\n", before="licences:\n"),
    "degrees": again("- {level: bachelor, field: law}\n", before="education:\n degrees:\n"),
    "events": again("- {month: 2030-01, fte: 0.5}\n", before="present: {class: us-nd/0441}\nevents:\n"),
    "references": again("us-nd/0442#general, ", before="jobs:\n- {title: x, months: 1, counts_toward: [", after="]}"),
}
"""Profiles, in YAML."""


def _in_json(shape: str, size: int) -> str:
    one = {"class": "us-nd/0441", "months": 1}
    made = {
        "jobs": lambda: json.dumps({"jobs": [one] * (size // 40)}),
        "digits": lambda: '{"jobs": [{"months": ' + "9" * size + "}]}",
        "a number with an exponent": lambda: '{"jobs": [' + "1e999," * (size // 6) + "1]}",
        "lists in lists": lambda: '{"jobs": ' + "[" * size,
        "a text without end": lambda: '{"jobs": "' + "x" * size,
        "escapes": lambda: '{"jobs": "' + "\\u0041" * (size // 6) + '"}',
        "one field again and again": lambda: '{"jobs": [], ' + '"jobs": [], ' * (size // 12) + '"x": 1}',
        "blanks": lambda: "{" + " " * size + "}",
    }
    return made[shape]()


JSON_PROFILES: Mapping[str, Shape] = {
    name: (lambda size, name=name: _in_json(name, size))  # type: ignore[misc] # the name is bound now
    for name in (
        "jobs", "digits", "a number with an exponent", "lists in lists", "a text without end", "escapes",
        "one field again and again", "blanks",
    )
}  # fmt: skip
"""Profiles, in JSON."""
