"""What the box of a class says in a drawing."""

from ladder.catalog.catalog import Catalog
from ladder.specification import ClassSpecification
from ladder.telling.class_names import marks_of
from ladder.telling.pay_words import pay_in_brief


def box_paragraphs(catalog: Catalog, spec: ClassSpecification) -> tuple[str, str, str]:
    """Return what the box of a class says: its title, its marks, and in one line what it pays."""
    return spec.title, ", ".join(marks_of(catalog, spec)), pay_in_brief(spec.pay)
