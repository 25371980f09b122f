"""The plain words of answers on the terminal: classes, pay, dates, times."""

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import widest_range
from ladder.cli.citations import Citations
from ladder.cli.tables import NO_BREAK
from ladder.rendering.views.words import spell_date
from ladder.service_time import spell_months
from ladder.specification import ClassSpecification, Completeness, Pay, PayRange, PayUnit

_UNITS = {
    PayUnit.HOURLY: "an hour",
    PayUnit.BIWEEKLY: "every two weeks",
    PayUnit.MONTHLY: "a month",
    PayUnit.YEARLY: "a year",
}


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
    return range_in_words(widest) if widest and not pay.is_graded else grade_of(pay)


def range_in_words(one: PayRange) -> str:
    """Return a range of pay: ``$57,625 to $72,787 a year``; one figure where both are one."""
    top = "" if one.low == one.high else f" to {_dollars(one.high)}"
    return f"{_dollars(one.low)}{top} {_UNITS[one.unit]}"


def _dollars(amount: object) -> str:
    return f"${amount:,.2f}".removesuffix(".00")


def pay_in_words(pay: Pay | None, citations: Citations) -> str:
    """Return the grade, if there is one, and the pay in the widest unit with their source, or that none is printed."""
    if pay is None:
        return "not in the data"
    widest = widest_range(pay)
    figures = f": {range_in_words(widest)}" if widest and pay.is_graded else ""
    return citations.beside(grade_or_range(pay) + figures, pay.source)


def dated(spec: ClassSpecification, citations: Citations) -> str:
    """Return the date that the specification bears, how much of it was seen, and its source."""
    if spec.completeness is Completeness.NAMED_ONLY:
        return citations.beside(f"{spec.title} is only named in other specifications.", spec.source)
    date = f"bears the date {spec_date(spec)}" if spec.revision else "bears no date"
    part = " It was seen only in part." if spec.completeness is Completeness.PARTIAL else ""
    return citations.beside(f"The specification of {spec.title} {date}", spec.source) + "." + part


def spec_date(spec: ClassSpecification) -> str:
    """Return the specification's date in words; ``no date`` where none is printed."""
    return spell_date(spec.revision) if spec.revision else "no date"


def asked_in_words(months: int | None, at_most: int | None = None) -> str:
    """Return months asked in words, or a least and a most; ``length not stated`` for none."""
    if months is None:
        return "length not stated"
    return f"{spell_months(months)} to {spell_months(at_most)}" if at_most else spell_months(months)
