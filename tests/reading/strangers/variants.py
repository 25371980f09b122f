"""Variants of a small document whose right reading is known: the document and the reading change together.

What changes: figures, the way amounts are written, classes, fields, joining words, the order and the marks of items,
headings, blank lines. A change is made only where the case shows that it keeps the meaning; elsewhere the words stay.
"""

from collections.abc import Callable
from itertools import pairwise
from random import Random

from tests.reading.strangers.case_amounts import amounts_of, with_amounts_as, with_other_figures
from tests.reading.strangers.case_items import (
    MARKS,
    has_marks,
    in_other_order,
    refers_to_items,
    runs_of,
    with_marks,
    with_space_between,
)
from tests.reading.strangers.case_reading import (
    Case,
    Figures,
    asked_figures,
    standing_figures,
    with_document,
    with_figures,
)
from tests.reading.strangers.case_words import (
    fields_that_stand,
    names_that_stand,
    rejoined,
    renamed,
    studies_of,
    with_blank_lines,
    with_loud_headings,
)

PLACES = (
    *("Anchor", "Beacon", "Cistern", "Culvert", "Dredge", "Elm", "Flume", "Gantry", "Hatchery", "Inlet", "Isthmus"),
    *("Levee", "Pontoon", "Sluice", "Trellis", "Weir"),
)
TRADES = ("Marker", "Patroller", "Recorder", "Sampler", "Setter", "Splicer", "Tuner", "Weigher")
FIELDS = (
    "barge loading",
    "dike repair",
    "ice cutting",
    "oyster counting",
    "peat drying",
    "quarry blasting",
    "rail welding",
    "thatching",
    "valve fitting",
    "elm pruning",
    "masonry",
    "glazing",
)
STUDIES = ("astronomy", "botany", "ceramics", "economics", "linguistics", "mathematics", "oceanography", "philosophy")
JOINING_WORDS = ("plus", "and", "as well as", "together with")
MANNERS = ("words", "digits", "both", "months")
TRIES = 60


def variants(case: Case, seed: int) -> Case:
    """Return a variant of a case; the same seed gives the same one, and seed after seed gives others."""
    choose = Random(f"{case['id']}#{seed}")
    for change in CHANGES:
        if choose.random() < 0.6:
            case = change(case, choose)
    return {**case, "id": f"{case['id']}-v{seed}"}


def other_figures(case: Case, choose: Random) -> Case:
    """Give other months and years, in the same order of size; none where a figure cannot be followed in the text."""
    figures = new_figures(case, choose)
    document = with_other_figures(case["document"], figures)
    return with_document(with_figures(case, figures), document) if figures else case


def new_figures(case: Case, choose: Random) -> Figures:
    """Return a new figure for each asked one that may change; none where some figure does not stand in the text."""
    amounts = amounts_of(case["document"])
    printed = {figure for amount in amounts for figure in amount.figures}
    asked = asked_figures(case)
    if not asked <= printed or not all(amount.agrees for amount in amounts):
        return {}
    years = {figure for amount in amounts if amount.in_years for figure in amount.figures}
    moving = sorted(asked - standing_figures(case))
    for _ in range(TRIES):
        figures = {old: _drawn(choose, in_years=old in years) for old in moving}
        if _keeps_order(figures, standing_figures(case)) and not set(figures.values()) & (printed - set(moving)):
            return figures
    return {}


def other_manner(case: Case, choose: Random) -> Case:
    """Write the amounts in another manner; not where figures at odds are the matter."""
    return case if case["ambiguous"] else with_document(case, with_amounts_as(case["document"], choose.choice(MANNERS)))


def other_names(case: Case, choose: Random) -> Case:
    """Give the classes other names; one that holds the name of another keeps doing so."""
    given: dict[str, str] = {}
    unused = [f"{place} {trade}" for place in PLACES for trade in TRADES]
    choose.shuffle(unused)
    for old in names_that_stand(case):
        base = next((known for known in given if known in old), None)
        given[old] = old.replace(base, given[base]) if base else unused.pop() + _level(old)
    return renamed(case, given)


def other_fields(case: Case, choose: Random) -> Case:
    """Give other fields of work and of study, one for one."""
    studies = studies_of(case)
    work, study = list(FIELDS), list(STUDIES)
    choose.shuffle(work)
    choose.shuffle(study)
    given = {field: (study if field in studies else work).pop() for field in fields_that_stand(case)}
    return renamed(case, given)


def other_joining_word(case: Case, choose: Random) -> Case:
    """Join what is asked besides by another word of the same meaning."""
    return with_document(case, rejoined(case["document"], choose.choice(JOINING_WORDS)))


def other_order(case: Case, choose: Random) -> Case:
    """Put the items of each list into another order, where one word joins them all and nothing refers to them."""
    document = case["document"]
    for run in runs_of(document) if not refers_to_items(document) else ():
        if len(run.joiners) <= 1:
            document = in_other_order(document, run, choose.sample(range(len(run.lines)), len(run.lines)))
    return with_document(case, document)


def other_marks(case: Case, choose: Random) -> Case:
    """Number the items in another style, where nothing refers to them."""
    document = case["document"]
    for run in runs_of(document) if not refers_to_items(document) else ():
        if has_marks(document, run) and run.style != "-":
            document = with_marks(document, run, choose.choice([style for style in MARKS if style != "-"]))
    return with_document(case, document)


def more_blank_lines(case: Case, choose: Random) -> Case:
    """Set paragraphs, and at times items, further apart."""
    document = case["document"]
    if case["format"] == "txt" and choose.random() < 0.5:
        for run in reversed(runs_of(document)):
            document = with_space_between(document, run)
    return with_document(case, with_blank_lines(document, is_html=case["format"] == "html"))


def loud_headings(case: Case, choose: Random) -> Case:
    """Put the headings into capitals, at times."""
    return with_document(case, with_loud_headings(case["document"])) if choose.random() < 0.7 else case


CHANGES: tuple[Callable[[Case, Random], Case], ...] = (
    other_joining_word,
    other_figures,
    other_manner,
    other_names,
    other_fields,
    other_order,
    other_marks,
    loud_headings,
    more_blank_lines,
)


def _drawn(choose: Random, *, in_years: bool) -> int:
    """Draw a figure: whole years up to nine, or months."""
    return 12 * choose.randint(1, 9) if in_years else choose.choice([n for n in range(2, 60) if n % 12])


def _keeps_order(figures: Figures, standing: set[int]) -> bool:
    """Tell whether new figures stand in the same order as the old ones, among themselves and to those that stay."""
    ordered = sorted([*figures.items(), *((figure, figure) for figure in standing)])
    new = [figure for _, figure in ordered]
    return all(one < other for one, other in pairwise(new))


def _level(title: str) -> str:
    """Return the level at the end of a title, such as `` II``, or nothing."""
    last = title.rsplit(" ", 1)[-1]
    return f" {last}" if set(last) <= set("IV") else ""
