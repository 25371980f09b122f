"""Pages say in plain words what the records hold, and give the source of every figure."""

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.answers import Assessment, IfConditionsMet, Status
from ladder.paths.ladders import steps_used
from ladder.qualifications import Certainty
from ladder.rendering.views.map_words import MapView, map_view
from ladder.rendering.views.routes import joined_pairs, route_views
from ladder.rendering.views.step_views import step_view
from ladder.service_time import read_month
from ladder.telling.map_routes import say_route
from ladder.telling.messages import say
from ladder.telling.step_words import STYLES, label_step
from ladder.telling.times import spell_date
from tests.rendering.catalogs import catalog_of, graded

AS_OF = read_month("2026-11")


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def view(bundled: Catalog) -> MapView:
    return map_view(bundled, tuple(steps_used(bundled, frozenset())), title="Map", as_of=AS_OF)


def sentence(view: MapView, feeder: str, target: str) -> str:
    return next(one.told for one in view.steps if (one.feeder_class, one.target_class) == (feeder, target))


def passage(view: MapView, feeder: str, target: str) -> str:
    """Return the passage that the letter beside the step's sentence leads to, after the document that it is in."""
    card = next(card for card in view.cards if card.class_id == target)
    letter = next(one.letter for one in card.into if one.step.feeder_class == feeder)
    own = next(source for source in card.sources if source.startswith(f"{letter}: "))
    return f"{card.sources[0]}; {own}"


def test_a_step_is_one_sentence_with_months_kind_certainty_conditions_and_source(view: MapView) -> None:
    told = sentence(view, "us-nd/0441", "us-nd/0442")
    assert told.startswith(
        "From Customer Service Representative (0441, grade H) to Customer Service Specialist (0442, grade I): "
        "2 years of service, for people who work here now; a promotion in its series."
    )
    assert "work here now" in told
    assert passage(view, "us-nd/0441", "us-nd/0442").endswith("line 98")
    assert "revision 2012-07" in passage(view, "us-nd/0441", "us-nd/0442")


def test_months_inside_a_longer_requirement_say_so(view: MapView) -> None:
    assert "1 year of the 3 years of service" in sentence(view, "us-ct/office-assistant", "us-ct/6435CL")


def test_a_length_that_no_document_states_is_never_a_number(view: MapView) -> None:
    assert "length not in our data" in sentence(view, "us-ct/connecticut-careers-trainee", "us-ct/5246SH")
    assert "1 year to 2 years" in sentence(view, "us-ct/5989VR", "us-ct/6163MP")


def test_every_figure_of_the_page_has_a_source(view: MapView) -> None:
    ours = {"Recorded rulings", "Notes"}
    told = [fact for card in view.cards for fact in card.facts if fact.label not in ours]
    assert all(fact.letter for fact in told if any(letter.isdigit() for letter in fact.text))
    for card in view.cards:
        letters = {source.partition(":")[0] for source in card.sources}
        assert {letter for fact in card.facts for letter in fact.letter.split()} | {
            one.letter for one in card.into
        } <= letters
    assert all(passage(view, one.feeder_class, one.target_class) for one in view.steps)
    assert all("Source: " in move for route in view.routes for move in route.moves)


def test_every_answer_names_the_specifications_date(view: MapView, bundled: Catalog) -> None:
    summaries = {card.class_id: card.summary for card in view.cards}
    assert "rules dated July 2012" in summaries["us-nd/0444"]
    assert set(summaries) == set(bundled.classes)
    for class_id, spec in bundled.classes.items():
        assert (f"dated {spell_date(spec.revision)}" if spec.revision else "no date printed") in summaries[class_id]


def test_the_note_of_a_replaced_plan_is_told(view: MapView) -> None:
    notes = {one.name: one.notes for one in view.jurisdictions}
    assert any("2020-07-01" in note for note in notes["North Dakota"])


def test_steps_left_out_are_counted(view: MapView, bundled: Catalog) -> None:
    assert view.left_out.startswith("1 step")
    with_all = map_view(bundled, bundled.steps, title="Map", as_of=AS_OF)
    assert with_all.left_out == ""
    inferred = bundled.steps[-1]
    assert label_step(inferred) == ("experience, inferred", "length not in our data")
    assert ": our own reading, in no text." in step_view(bundled, inferred, 0).told


def test_each_kind_of_step_has_its_own_word_and_those_of_one_sense_have_one_line() -> None:
    assert len({style.word for style in STYLES.values()}) == len(STYLES)
    senses = {(style.dashes, say(f"line.{style.kind}")) for style in STYLES.values()}
    assert len(senses) == len({dashes for dashes, _ in senses}) == 4


def test_a_source_is_named_once_a_class_under_a_letter(view: MapView) -> None:
    card = next(card for card in view.cards if card.class_id == "us-nd/0442")
    assert card.sources[0].startswith("a: 002_349053c8399e9c6d.txt, Heading")
    assert all("002_349053c8399e9c6d.txt" not in source for source in card.sources[1:])
    assert len({source.partition(": ")[2] for source in card.sources}) == len(card.sources)


def test_every_two_joined_classes_have_a_route_nearest_first() -> None:
    catalog = catalog_of(graded("1"), graded("2", feeders=["1"]), graded("3", feeders=["2"]), graded("4"))
    assert sorted(joined_pairs(catalog.steps)) == [(1, "xx/1", "xx/2"), (1, "xx/2", "xx/3"), (2, "xx/1", "xx/3")]
    routes = route_views(catalog, catalog.steps, as_of=AS_OF)
    assert [(one.start, one.target) for one in routes] == [("xx/1", "xx/2"), ("xx/2", "xx/3"), ("xx/1", "xx/3")]
    assert "1 year, to November 2027" in routes[0].sentence
    assert "2 years, to November 2028" in routes[2].sentence
    assert routes[2].classes == ("xx/1", "xx/2", "xx/3")


def test_a_circle_gives_routes_both_ways_and_none_to_itself() -> None:
    catalog = catalog_of(graded("1", feeders=["2"]), graded("2", feeders=["1"]))
    assert sorted(joined_pairs(catalog.steps)) == [(1, "xx/1", "xx/2"), (1, "xx/2", "xx/1")]


ANSWERS = {
    "you can apply now, if an exam is open.": Assessment("xx/1", Status.NOW, AS_OF, months=0, proved_months=0),
    "2 years 4 months, to March 2029.": Assessment("xx/1", Status.AFTER, AS_OF, months=28, proved_months=28),
    "between 2 years and 2 years 4 months, to March 2029 at the latest.": Assessment(
        "xx/1", Status.AFTER, AS_OF, months=28, proved_months=24
    ),
    "we cannot say: part of the rules is missing here.": Assessment("xx/1", Status.UNKNOWN, AS_OF),
    "Time in your class alone will not do it.": Assessment("xx/1", Status.UNREACHABLE, AS_OF),
    "4 years, if enough of your work is lead work (your supervisor must confirm it).": Assessment(
        "xx/1", Status.UNREACHABLE, AS_OF, if_conditions_met=IfConditionsMet(48, ("LEAD",))
    ),
}


@pytest.mark.parametrize("words", ANSWERS)
def test_each_status_has_its_words(words: str) -> None:
    assert words in say_route(catalog_of(graded("1")), "xx/1", ANSWERS[words]).sentence


def test_the_word_eligible_is_never_used(view: MapView) -> None:
    told = [one.told for one in view.steps] + [one.sentence for one in view.routes]
    assert not [words for words in told if "eligible" in words or "entitled" in words]


def test_level_and_inferred_are_told_apart(bundled: Catalog) -> None:
    step = bundled.steps[0]._replace(certainty=Certainty.LEVEL)
    assert "level" in label_step(step)[0]
