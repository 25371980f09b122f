"""Identity: codes, aliases and series that do not tell one class from another."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from ladder.checks.catalog_under_check import CatalogUnderCheck, group_by, is_described
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.figures import is_in_digits
from ladder.sources import Severity
from ladder.specification import ClassSpecification
from ladder.titles import fold_title, printed_code

_READS_AS_NUMBER = re.compile(r"[0-9]{1,9}[Ee][0-9]{1,3}")
_WORD = re.compile(r"[A-Za-z0-9]+")
_ENOUGH = 3
"""So many classes show what is usual in a jurisdiction."""


@class_rule(
    "CODE_MISSING",
    Severity.WARNING,
    "A class with a specification has no class code",
    why="Codes hold documents, payroll and rosters together; a title alone changes and repeats.",
    do="Look for the code in the document's header, footer and file name, and write it as 'code'.",
)
def code_missing(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield described classes that have only a slug."""
    if is_described(spec) and spec.code is None:
        yield Spot(("slug",), found=f"slug {spec.slug}", beside="no code")


@class_rule(
    "CODE_LOST_IN_READING",
    Severity.ERROR,
    "The class code is a number where the document prints another code",
    why="0441 read as 441, or 1E10 read as 10000000000, is the code of another class or of none.",
    do="Write the code in quotes, as the document prints it.",
)
def code_lost_in_reading(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield codes of digits that a printed code becomes when a program takes it for a number."""
    if spec.code and is_in_digits(spec.code):
        printed = {*_WORD.findall(spec.source.document), *_WORD.findall(spec.source.quote or "")}
        lost = sorted(word for word in printed if word != spec.code and _as_number(word) == spec.code)
        if lost and spec.code not in printed:
            yield Spot(("code",), found=f"code {spec.code}", beside=f"printed {lost[0]}")


def _as_number(word: str) -> str:
    """Return the digits that a spreadsheet makes of a word; the word itself where it makes none.

    >>> _as_number("0441"), _as_number("1E3"), _as_number("1A21")
    ('441', '1000', '1A21')
    """
    if is_in_digits(word):
        return word.lstrip("0")
    if _READS_AS_NUMBER.fullmatch(word):
        digits, _, zeros = word.upper().partition("E")
        return digits.lstrip("0") + "0" * int(zeros)
    return word


@class_rule(
    "CODE_READS_AS_NUMBER",
    Severity.INFO,
    "The class code is read as a number by spreadsheets",
    why="1E10 becomes 10000000000 as soon as a spreadsheet opens the file, and nobody notices.",
    do="Keep the code; import exports as text, and check codes that come back.",
)
def code_reads_as_number(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield codes of digits, an E and digits."""
    if spec.code and _READS_AS_NUMBER.fullmatch(spec.code):
        digits, _, zeros = spec.code.upper().partition("E")
        yield Spot(("code",), found=f"code {spec.code}", beside=f"read as {digits} with {int(zeros)} zeros")


@catalog_rule(
    "CODE_OF_OTHER_LENGTH",
    Severity.WARNING,
    "The class code is shorter or longer than all others",
    why="A code that lost its leading zero, or gained a digit, is the code of another class.",
    do="Compare the code with the document.",
)
def code_of_other_length(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield codes of digits that alone differ in length, where all codes are digits."""
    for specs in under.by_jurisdiction.values():
        codes = [spec.code for spec in specs if spec.code]
        lengths = Counter(map(len, codes))
        usual, most = max(lengths.items(), key=lambda pair: pair[1], default=(0, 0))
        if most >= _ENOUGH and most == len(codes) - 1 and all(map(is_in_digits, codes)):
            for spec in specs:
                if spec.code and len(spec.code) != usual:
                    beside = f"all {most} others have {usual} digits"
                    yield Spot(("code",), found=f"code {spec.code}", beside=beside, owner=spec.class_id)


@catalog_rule(
    "CODE_PRINTED_TWICE",
    Severity.WARNING,
    "Two classes are printed with the same code",
    why="Documents print the code without the letters of its pay plan; it then means either class.",
    do="Look whether the two are one class, or name both codes in full everywhere.",
)
def code_printed_twice(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose code without its letters is that of an earlier class of the jurisdiction."""
    coded = [spec for spec in under.catalog.classes.values() if spec.code]
    for specs in group_by(((spec.jurisdiction, printed_code(spec.code or "")), spec) for spec in coded).values():
        distinct = {(spec.code or "").casefold() for spec in specs}
        for spec in specs[1:] if len(distinct) > 1 else ():
            beside = f"code {specs[0].code} of {specs[0].title}"
            yield Spot(("code",), found=f"code {spec.code}", beside=beside, owner=spec.class_id)


@catalog_rule(
    "RECORD_FILE_OF_OTHER_CLASS",
    Severity.WARNING,
    "The record file bears the code of another class",
    why="Whoever opens the file to correct one class corrects the other.",
    do="Rename the file, or correct the code.",
)
def record_file_of_other_class(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose file is named after another class of the same jurisdiction."""
    for located in under.classes:
        spec, stem = located.record, PurePath(located.file).stem
        other = under.catalog.classes.get(f"{spec.jurisdiction}/{stem}")
        own = (spec.code or spec.slug or "").casefold()
        if other is not None and not located.name and stem.casefold() != own:
            place = ("code",) if spec.code else ("slug",)
            found = f"file {PurePath(located.file).name}"
            yield Spot(place, found=found, beside=f"class {spec.class_id}", owner=spec.class_id)


@class_rule(
    "ALIAS_EMPTY",
    Severity.WARNING,
    "An alias has no code, title or pay of its own",
    why="Nobody finds the class by it.",
    do="Write the other code or title that the document prints, or take the alias out.",
)
def alias_empty(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield aliases that repeat the class, or name nothing; one with pay of its own is a pay variant."""
    for number, alias in enumerate(spec.aliases):
        is_new_title = alias.title is not None and fold_title(alias.title) != fold_title(spec.title)
        if alias.code is None and alias.pay is None and not is_new_title:
            found = f"alias {alias.title or 'without code and title'}"
            yield Spot(("aliases", number), found=found, beside=spec.title, source=alias.source)


@catalog_rule(
    "ALIAS_TITLE_OF_OTHER",
    Severity.WARNING,
    "The alias of one class is the title of another",
    why="A requirement that prints this title is linked to the one or the other by chance.",
    do="Take out the alias, or find out which class the documents mean.",
)
def alias_title_of_other(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield alias titles, of records and of jurisdictions, that are another described class's own title."""
    owners = group_by(((spec.jurisdiction, fold_title(spec.title)), spec) for spec in under.described)
    aliases = [
        (spec.jurisdiction, alias.title or "", spec.class_id, ("aliases", number), spec.class_id)
        for spec in under.catalog.classes.values()
        for number, alias in enumerate(spec.aliases)
    ] + [
        (one.id, alias.title, alias.class_id, ("title_aliases", number), one.id)
        for one in under.catalog.jurisdictions.values()
        for number, alias in enumerate(one.title_aliases)
    ]
    for jurisdiction, title, class_id, place, owner in aliases:
        for other in owners.get((jurisdiction, fold_title(title)), ()):
            if other.class_id != class_id:
                beside = f"title of {other.class_id}"
                yield Spot(place, found=f"alias {title} of {class_id}", beside=beside, owner=owner)


@catalog_rule(
    "TITLE_ALIAS_TWICE",
    Severity.WARNING,
    "One printed title is an alias of two classes",
    why="A requirement that prints this title cannot be linked to either.",
    do="Keep the alias of the class that the document means.",
)
def title_alias_twice(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield title aliases of a jurisdiction that an earlier one gives to another class."""
    for one in under.catalog.jurisdictions.values():
        first: dict[str, str] = {}
        for number, alias in enumerate(one.title_aliases):
            other = first.setdefault(fold_title(alias.title), alias.class_id)
            if other != alias.class_id:
                found = f"{alias.title} for {alias.class_id}"
                yield Spot(("title_aliases", number), found, f"for {other} above", alias.source, one.id)


@catalog_rule(
    "SERIES_RANK_TWICE",
    Severity.WARNING,
    "Two classes have the same rank in their series",
    why="Which of the two is the promotion cannot be told.",
    do="Look at the series in the documents, and correct a rank.",
)
def series_rank_twice(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose rank an earlier class of the series holds."""
    ranked = [(spec, spec.series) for spec in under.described if spec.series]
    groups = group_by(((spec.jurisdiction, series.name, series.rank), spec) for spec, series in ranked)
    for (_, name, rank), specs in groups.items():
        for spec in specs[1:]:
            found = f"rank {rank} of {name}"
            yield Spot(("series", "rank"), found, f"also {under.name_of(specs[0].class_id)}", owner=spec.class_id)


@catalog_rule(
    "SERIES_RANK_MISSING",
    Severity.INFO,
    "A rank of the series is missing",
    why="A class between two others is not in the catalog, or a rank is wrong; the ladder looks broken there.",
    do="Look for the specification of the missing rank.",
)
def series_rank_missing(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield the class above each gap in the ranks of a series."""
    ranked = [(spec, spec.series) for spec in under.described if spec.series]
    for (_, name), members in group_by(
        ((spec.jurisdiction, series.name), (series.rank, spec)) for spec, series in ranked
    ).items():
        ranks = sorted({rank for rank, _ in members})
        above = {high: low for low, high in pairwise(ranks) if high > low + 1}
        for rank, spec in members:
            if rank in above:
                beside = f"next lower rank {above[rank]}"
                yield Spot(("series", "rank"), f"rank {rank} of {name}", beside, owner=spec.class_id)
