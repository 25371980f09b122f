"""The plain words of answers on the terminal: classes, pay, dates, times."""

from ladder.catalog.catalog import Catalog
from ladder.cli.citations import Citations
from ladder.cli.tables import NO_BREAK
from ladder.specification import ClassSpecification, Completeness, Pay
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_range
from ladder.telling.times import spell_date


def name_of(catalog: Catalog, class_id: str) -> str:
    """Return the title with the class id: ``Customer Service Specialist (us-nd/0442)``."""
    return f"{catalog.classes[class_id].title} ({class_id})"


def short_name(catalog: Catalog, class_id: str) -> str:
    """Return the title with the class id if it has a code; a class without one has only its title."""
    return name_of(catalog, class_id) if catalog.classes[class_id].code else catalog.classes[class_id].title


def keep_together(words: str) -> str:
    """Return the words with no break at the end of a line between them."""
    return words.replace(" ", NO_BREAK)


def grade_of(pay: Pay) -> str:
    """Return pay plan and grade: ``Hay I``, ``SH 17``."""
    return keep_together(f"{pay.plan} {pay.grade}")


def pay_in_words(pay: Pay | None, citations: Citations) -> str:
    """Return the grade and the widest unit's range with their source, or that none is printed."""
    if pay is None:
        return say("page.no_pay")
    figures = f": {spell_range(pay.ranges[-1])}" if pay.ranges else ""
    return citations.beside(grade_of(pay) + figures, pay.source)


def pay_cells(pay: Pay | None) -> tuple[str, str]:
    """Return two cells of a row for programs: grade with every range printed, and their source."""
    if pay is None:
        return "", ""
    return "; ".join([f"{pay.plan} {pay.grade}", *map(spell_range, pay.ranges)]), str(pay.source)


def dated(spec: ClassSpecification, citations: Citations) -> str:
    """Return the date that the specification bears, how much of it was seen, and its source."""
    if spec.completeness is Completeness.NAMED_ONLY:
        return citations.beside(say("page.only_named", title=spec.title), spec.source)
    told = say("page.undated", title=spec.title)
    if spec.revision:
        told = say("page.dated", title=spec.title, date=spell_date(spec.revision))
    part = say("page.seen_in_part") if spec.completeness is Completeness.PARTIAL else ""
    return " ".join(filter(None, (citations.beside(told, spec.source), part)))


def spec_date(spec: ClassSpecification) -> str:
    """Return the specification's date in words; ``no date`` where none is printed."""
    return spell_date(spec.revision) if spec.revision else say("page.no_date")
