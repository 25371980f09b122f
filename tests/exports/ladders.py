"""Ladders that exports are tried on: with titles meant to break a format, with months of every kind, made at random."""

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from benchmarks.synthetic import make_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.catalog.steps import Step, StepKind
from ladder.exports.ladder_sheets import STEP_COLUMNS, LadderSheets, Sheet, Value, lay_out_sheets
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.qualifications import Certainty
from ladder.records import validate_json
from ladder.specification import ClassSpecification, Pay, PayRange, PayUnit, Series
from tests.rendering.catalogs import SOURCE, graded

LEADERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\u2212", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Twelve characters by which a text may become a formula."""
TITLES = (
    'Clerk "A"',
    "end",
    "Clerk: Records",
    "<script>alert(1)</script>",
    "bell \x07 and escape \x1b[31m",
    "x" * 40_000,
    "0441",
    "1E5",
    "10-12",
    "TRUE",
    "1. Clerk",
    "- Clerk",
    "`code` **bold**",
    "back\\slash \\N \\",
    'back \\" quote',
    "AT&amp;T & Co",
    "a\nb\r\nc\rd\te",
    "_x0041_",
    "'quoted",
    "Ingénieur 測量員 😀",
    "#35; %% comment",
    "subgraph; graph; default",
    "{braces} [brackets] (round) |pipe|",
    "NaN",
    " blanks ",
    *(f"{leader}1+1" for leader in LEADERS),
)
CODES = ("0441", "441A", "1E5", "end", "a.b_c-d", "441")


def sheets_of(catalog: Catalog, *, include: frozenset[Certainty] = NO_OTHERS) -> LadderSheets:
    """Return the sheets of a catalog, with the steps that exports take."""
    return lay_out_sheets(catalog.classes.values(), steps_used(catalog, include))


def stepping(lower: str, upper: str, months: int | None, *, promotion: bool = False, partial: bool = False) -> Step:
    """Return a step between two classes."""
    return Step(lower, upper, StepKind.NAMED_EXPERIENCE, months, SOURCE, promotion=promotion, partial=partial)


@cache
def hostile() -> LadderSheets:
    """Return classes with hostile titles and awkward codes, each a step above the one before."""
    codes = [*CODES, *(f"{number:04d}" for number in range(1, len(TITLES) - len(CODES) + 1))]
    classes = [replace(graded(code), title=title) for code, title in zip(codes, TITLES, strict=True)]
    ids = [one.class_id for one in classes]
    months = [24, 0, None, 5, 18, 36]
    pairs = pairwise(ids)
    steps = [stepping(lower, upper, months[place % 6]) for place, (lower, upper) in enumerate(pairs)]
    return lay_out_sheets(classes, [*steps, steps[0]._replace(kind=StepKind.TRAINEE_TARGET)])


@cache
def mixed() -> LadderSheets:
    """Return steps whose months are 24, 14.5 and not stated, and whose truth values are true, false and not known."""
    pay = Pay(
        plan="P",
        grade="05",
        ranges=(PayRange(unit=PayUnit.HOURLY, low=Decimal("27.60"), high=Decimal(31)),),
        source=SOURCE,
    )
    low, middle = (
        replace(graded(code, series=Series(name="S", rank=rank)), pay=pay) for code, rank in (("1", 1), ("2", 2))
    )
    alone = graded("3")
    steps = [stepping("xx/1", "xx/2", 24, promotion=True), stepping("xx/2", "xx/1", 0), stepping("xx/2", "xx/3", None)]
    sheets = lay_out_sheets([low, middle, alone], steps)
    return with_months(sheets, (24, Decimal("14.5"), None))


def with_months(sheets: LadderSheets, months: Sequence[Value]) -> LadderSheets:
    """Return the sheets with these months in their steps, in turn."""
    place = [one.name for one in STEP_COLUMNS].index("months")
    rows = tuple(
        (*row[:place], months[number % len(months)], *row[place + 1 :]) for number, row in enumerate(sheets.steps.rows)
    )
    return replace(sheets, steps=Sheet("steps", STEP_COLUMNS, rows))


@cache
def bundled(name: str) -> LadderSheets:
    """Return the sheets of a catalog that comes with ladder."""
    return sheets_of(load_catalog(Path(name)))


@cache
def made(seed: int, count: int = 12) -> LadderSheets:
    """Return a made catalog's sheets."""
    return sheets_of(Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(count, seed=seed)))))


def about(sheets: LadderSheets, seed: int = 0) -> str:
    """Return one of the classes, any."""
    return str(random.Random(seed).choice(sheets.classes.rows)[0])


@st.composite
def any_ladders(draw: st.DrawFn) -> LadderSheets:
    """Draw up to six classes of any title and code, and steps between any two of them."""
    texts = st.text(min_size=1, max_size=12) | st.sampled_from(TITLES[:5] + TITLES[6:])
    codes = draw(st.lists(st.from_regex(r"[A-Za-z0-9._-]{1,6}", fullmatch=True), min_size=2, max_size=6, unique=True))
    classes = [replace(graded(code), title=draw(texts)) for code in codes]
    ends = st.sampled_from([one.class_id for one in classes])
    months = st.none() | st.integers(0, 1200)
    drawn = draw(st.lists(st.tuples(ends, ends, months), max_size=8))
    return lay_out_sheets(classes, [stepping(*one) for one in drawn if one[0] != one[1]])


def many_steps(count: int) -> tuple[LadderSheets, str]:
    """Return a class that so many classes lead to, and its id."""
    top = graded("top")
    below: list[ClassSpecification] = [graded(f"b{number}") for number in range(count)]
    return lay_out_sheets([top, *below], [stepping(one.class_id, top.class_id, 12) for one in below]), top.class_id
