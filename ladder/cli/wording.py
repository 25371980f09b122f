"""The plain words of answers on the terminal: classes, pay, dates, times."""

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import widest_range
from ladder.cli.numbered_sources import Citations
from ladder.cli.page_text import NO_BREAK
from ladder.service_time import Month
from ladder.specification import ClassSpecification, Completeness, Pay
from ladder.telling.citing import dated_words
from ladder.telling.messages import say
from ladder.telling.parts import plain_text
from ladder.telling.pay_words import spell_range


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


def grade_or_range(pay: Pay) -> str:
    """Return pay plan and grade; the pay in the widest unit where no grade is printed."""
    widest = widest_range(pay)
    return spell_range(widest) if widest and not pay.is_graded else grade_of(pay)


def pay_in_words(pay: Pay | None, citations: Citations) -> str:
    """Return the grade, if there is one, and the pay in the widest unit with their source, or that none is printed."""
    if pay is None:
        return say("page.no_pay")
    widest = widest_range(pay)
    figures = f": {spell_range(widest)}" if widest and pay.is_graded else ""
    return citations.beside(grade_or_range(pay) + figures, pay.source)


def dated(spec: ClassSpecification, citations: Citations, *, as_of: Month | None = None) -> str:
    """Return the date that the specification bears, how much of it was seen, and its source."""
    if spec.completeness is Completeness.NAMED_ONLY:
        return citations.beside(say("page.only_named", title=spec.title), spec.source)
    told = plain_text(dated_words(spec, spec.title, as_of=as_of))
    part = say("page.seen_in_part") if spec.completeness is Completeness.PARTIAL else ""
    return " ".join(filter(None, (citations.beside(told, spec.source), part)))
