"""Files that nobody would write and that must not hold ladder up: texts, pages and records of a given size.

Each shape says one thing as often as fits. They are made when they are measured, and read
by ladder alone, which bounds or refuses each of them; none is kept in the repository.
"""

from collections.abc import Callable, Mapping
from itertools import count, islice

Shape = Callable[[int], str]
"""Makes a text of about so many characters."""

HEADS: Mapping[str, str] = {
    "us-ct": "State of Connecticut Executive Branch\nBridge Inspector (1234EU)\nPURPOSE OF JOB CLASS (NATURE OF WORK)\n"
    "Inspects.\nSUPERVISION RECEIVED\nGeneral.\nSPECIAL REQUIREMENTS\nNone.\n"
    "MINIMUM QUALIFICATIONS - GENERAL EXPERIENCE\n",
    "us-nd": "State of North Dakota\nFerry\nClass Codes: 0101, 0102\n0101 Ferry Hand I Grade C\n"
    "LEVEL DEFINITION:\nWork.\nMINIMUM QUALIFICATIONS:\n",
    "us-ca-los-angeles": "CLERK\nClass Code: 1358\nOpen Date: 01-02-24\nANNUAL SALARY\n$50,000 to $60,000\n"
    "At the City of Los Angeles.\nREQUIREMENTS/MINIMUM QUALIFICATIONS\n",
    "us-pa-philadelphia": "1X05\nPAY RANGE: EP16\nPARK KEEPER 2\nGENERAL DEFINITION\nKeeps parks.\nMINIMUM ACCEPTABLE "
    "TRAINING AND EXPERIENCE (The following statement represents what is used for tests.)\n",
    "xx-lakes": "Clerk\nCLASS CODE: 12\nMINIMUM QUALIFICATIONS\n",
}
"""What stands before the qualifications, by layout."""

_LONG_LINE = 900_000
_FULL_LINE = 7_900
_CLAUSE = "two years of experience as a Clerk or "


def again(unit: str, *, before: str = "", after: str = "") -> Shape:
    """Return a shape of one unit again and again between two others."""

    def make(size: int) -> str:
        room = max(size - len(before) - len(after), 0)
        return before + unit * (room // len(unit)) + after

    return make


def _lines(unit: str, length: int) -> Shape:
    """Return a shape of lines of a length, each of one unit again and again."""
    return lambda size: again(unit * (min(length, size - 2) // len(unit)) + "x\n")(size)


def numbered(unit: str, *, before: str = "") -> Shape:
    """Return a shape of a unit with a number of its own each time."""
    return lambda size: before + "".join(map(unit.format, islice(count(1), size // (len(unit.format(10_000))))))


def nested(opening: str, closing: str, *, before: str = "") -> Shape:
    """Return a shape of one unit in itself, again and again."""

    def make(size: int) -> str:
        times = (size - len(before)) // (len(opening) + len(closing))
        return before + opening * times + closing * times

    return make


UNITS: Mapping[str, str] = {
    "clauses on one line": _CLAUSE,
    "list marks on one line": "a) ",
    "titles in a list": "Senior Clerk, ",
    "brackets opening": "(",
    "brackets opening among words": "(work ",
    "square brackets": "[",
    "commas": ",",
    "words and commas": "work, ",
    "or A or B": "or A or B ",
    "or": "or ",
    "and/or": "and/or ",
    "and either": "and either ",
    "including one year": "including one year of work and one year of it ",
    "including: one year": "including: one year of work, and one year ",
    "with two years": "with two years of experience ",
    "one sentence of words": "performing clerical work ",
    "one sentence of capital words": "Aa ",
    "substitutions on one line": "A degree may be substituted for one year. ",
    "may be substituted": "may be substituted for ",
    "each of the following": "Each of the following: (1) one year; (2) ",
    "full stops": ".",
    "full stops and letters": "A. ",
    "semicolons": "; ",
    "dashes": "-",
    "money": "$1,000 to $2,000 ",
    "dates": "01-02-2024 January 3, 2020 ",
    "digits": "9",
    "digits and points": "1.2.3.",
    "figures and words": "1 x 2 ",
    "blanks": " ",
    "tabs": "\t",
    "tabs and letters": "\tx",
    "no-break blanks": "\u00a0",
    "letters without blanks": "x",
    "capitals without blanks": "A",
    "hyphens": "well-",
    "capitals and hyphens": "A-",
    "apostrophes": "'",
    "quotes": '"',
    "letters of another script": "\u4e2d\u6587 ",
    "marks over letters": "e\u0301\u0301",
}
"""What fills lines, be they as long as any that is read, or as long as a statement may be."""

TEXTS: Mapping[str, Shape] = {
    **{f"{name}, on long lines": _lines(unit, _LONG_LINE) for name, unit in UNITS.items()},
    **{f"{name}, on lines of a statement": _lines(unit, _FULL_LINE) for name, unit in UNITS.items()},
    "clauses, a line each": again(_CLAUSE.strip() + "\n"),
    "clauses, a sentence each": again("Two years of experience as a Clerk. "),
    "short lines": again("a\n"),
    "blank lines": again("\n", after="Two years of work."),
    "headings": again("MINIMUM QUALIFICATIONS\n"),
    "headings of every layout": again(
        "REQUIREMENTS\nDUTIES\nCLASS CODE:\nEXAMPLES OF WORK\nSPECIAL REQUIREMENTS\nNOTES\nGENERAL DEFINITION\n"
    ),
    "list marks": again("1.\n"),
    "list marks with words": again("1. Two years of experience; or\n"),
    "list marks counted up": numbered("{}. Two years of experience.\n"),
    "list marks of every kind": again("1. a) i) 1) (1) (a) (i) A. I. * x\n"),
    "list marks going deeper": again("1. x:\na. x:\ni. x:\n(1) x:\n(a) x:\n1) x:\na) x:\n"),
    "and, or in turn": again("1. Two years; and\n2. One year; or\n"),
    "titles": again("Senior Clerk\n"),
    "titles in capitals": numbered("SENIOR CLERK {}\n"),
    "titles asked": again("Two years of experience as a Senior Clerk, Clerk, Typist or Chief Clerk II or III.\n"),
    "brackets in brackets": nested("(a ", ")\n", before="Two years of experience "),
    "substitutions": again("A degree may be substituted for one year of experience.\n"),
    "numbers of an outline": numbered("; ({}) one year\n", before="Each of the following: (1) one year"),
    "colons": again(":\n"),
    "bullets": again("\u2022 Two years of work; or\n"),
    "class codes": again("Class Code\n"),
    "class codes with numbers": numbered("Class Code: {}\n"),
    "classes with codes": numbered("Class Codes: 0101, {}\nClerk (1234EU)\n"),
    "digits of a quantity": lambda size: f"Two ({'9' * min(size, _LONG_LINE)}) years of work.\n",
    "blanks between words": again("Two" + " " * 2000 + "years\n"),
    "page feeds": again("\f", after="x"),
    "pages": again("\fx\n"),
    "NUL": again("a\0"),
    "soft hyphens": again("ex\u00ad\nper "),
    "damaged letters": again("\u00e2\u20ac\u2122 \n"),
    "prose": again("Performs clerical work under the supervision of a Chief Clerk and does other work.\n"),
    "prose of years": again("Two years of full-time paid experience in clerical work and a degree in law.\n"),
    "prose of licenses": again("A valid license and registration as a Nurse, and completion of a program of work.\n"),
    "class lists": numbered("{} Clerk 1A04 EP12\n"),
    "notes": again("Applicants who lack one month of experience may file. NOTE: see below.\nPROCESS NOTES\n1. No.\n"),
    "words of their own": numbered("{}th word of work\n"),
    "footers": again("CLASS: 1234EU; EST: 3/3/2009; REV: 3/3/2009;\nPage 1 of 2\n"),
    "specifications one after another": again(
        "State of Connecticut\nClerk (1234EU)\nMINIMUM QUALIFICATIONS - GENERAL EXPERIENCE\n"
        "Two (2) years of work.\nCLASS: 1234EU; EST: 3/3/2009;\n"
    ),
}
"""What stands below the heading of the qualifications."""
