"""The record of a class says all that the catalog holds of it, with sources, and links what it may."""

import re
from collections.abc import Mapping

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.rendering.templates import template_environment
from ladder.rendering.views.citations import SourceList
from ladder.rendering.views.class_records import CitedItem, ClassRecordView, record_view
from tests.rendering.catalogs import hostile_catalog


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def told(record: ClassRecordView, label: str) -> list[str]:
    return [str(fact.words) for fact in section(record, "facts") if fact.label == label]


def section(record: ClassRecordView, name: str) -> tuple[CitedItem, ...]:
    return next((one.items for one in record.sections if one.name == name), ())


PAINTED = """{% from "citing.html" import labeled, listed with context %}{% for one in record.sections %}
{{ one.heading }} {{ labeled(one.items) }} {{ listed(one.items) }}{% endfor %}"""


def painted(record: ClassRecordView, link: Mapping[str, str]) -> str:
    return template_environment().from_string(PAINTED).render(record=record, link=link)


def test_a_record_holds_what_the_specification_prints(bundled: Catalog) -> None:
    record = record_view(bundled, "us-ct/5246SH")
    assert told(record, "Pay") == [
        "SH 17: $27.60 to $34.86 an hour; $2,207.86 to $2,788.78 every two weeks; $57,625 to $72,787 a year"
    ]
    assert told(record, "Also known as")[0].startswith("4952, Labor Department Community Services Representative (RC):")
    assert told(record, "Also printed as") == ["Labor Department Community Service Representative"]
    assert told(record, "Pay as 4952") == ["SH 20"]
    substitutions = [str(one.words) for one in section(record, "substitutions")]
    assert substitutions[0] == "15 college credits count as 6 months of the general experience, up to 4 years."
    assert len(substitutions) == len(section(record, "steps_into")) + 1 == 4
    assert len(section(record, "conditions")) == 4


def test_routes_name_their_requirements_and_what_is_part_of_what(bundled: Catalog) -> None:
    record = record_view(bundled, "us-nd/0444")
    assert [str(one.words) for one in section(record, "routes")] == [
        (
            "Open to everyone: general experience (7 years) and special experience (1 year of the general experience "
            "as lead worker)."
        ),
        (
            "For people who work here now: service here (1 year) and special experience (1 year of the general "
            "experience as lead worker)."
        ),
    ]
    requirements = section(record, "requirements")
    assert [one.label.partition(",")[0] for one in requirements] == [
        "General experience",
        "Special experience",
        "Service here",
    ]
    assert "Only for people who work here now." in str(requirements[2].words)
    assert any(
        "grew in complexity" in str(one.words) and "0443" in str(one.words) for one in section(record, "rulings")
    )
    assert any("2020-07-01" in note for note in record.notes_of_jurisdiction)


def test_a_class_that_is_only_named_says_so_and_who_names_it(bundled: Catalog) -> None:
    record = record_view(bundled, "us-nd/customer-service-manager")
    assert "other classes name it" in told(record, "What we have")[0]
    assert told(record, "Works over") == ["Customer Service Senior Consultant (0444, grade K)"]
    assert not any(section(record, one) for one in ("routes", "requirements", "substitutions"))


def test_every_fact_with_a_figure_names_its_passage(bundled: Catalog) -> None:
    for class_id in bundled.classes:
        record = record_view(bundled, class_id)
        unsourced = ("routes", "rulings", "notes")
        cited = [one.words for part in record.sections if part.name not in unsourced for one in part.items]
        assert {one.source for one in cited} <= {one.number for one in record.sources}
        assert [one.number for one in record.sources] == list(range(1, len(record.sources) + 1))


def test_numbers_go_on_where_the_page_has_cited_before(bundled: Catalog) -> None:
    sources = SourceList()
    first = record_view(bundled, "us-nd/0443", sources)
    second = record_view(bundled, "us-nd/0444", sources)
    assert second.sources[: len(first.sources)] == first.sources
    assert record_view(bundled, "us-nd/0443").sources == first.sources


def test_classes_are_linked_where_the_page_has_an_address(bundled: Catalog) -> None:
    record = record_view(bundled, "us-nd/0443")
    page = painted(record, {"us-nd/0442": "../0442/index.html"})
    assert '<a href="../0442/index.html"><bdi>Customer Service Specialist (0442, grade I)</bdi></a>' in page
    assert "0444" in page
    assert page.count("<a href=") - page.count('<a href="#source-') == page.count("../0442/index.html")
    assert "<a href=" not in re.sub(r'<a href="#source-', "", painted(record, {}))


def test_hostile_words_are_escaped_and_kept() -> None:
    catalog = hostile_catalog()
    for class_id in catalog.classes:
        page = painted(record_view(catalog, class_id), {})
        assert "<script" not in page
        assert "<img" not in page
        assert "<b>" not in page
