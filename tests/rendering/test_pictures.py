"""What a drawing says: in its boxes, along its lines, and of its dashes."""

from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import steps_used
from ladder.rendering.ladder_panels import panels_of
from ladder.rendering.layout.band_drawing import BandLine
from ladder.rendering.layout.shapes import Point
from ladder.rendering.layout.wrapping import measure_text
from ladder.rendering.pictures import Picture, PicturedLine, box_label, legend_of, picture_lines

CITY = Catalog(read_bundled(name="los-angeles"))


def test_a_box_says_title_pay_and_how_much_is_known() -> None:
    assert box_label(CITY.classes["us-ca-los-angeles/1116"]) == ("Secretary", "$49,423", "")
    long = box_label(CITY.classes["us-ca-los-angeles/1404"])
    assert long[0].split("\n") == ["Airport Chief", "Information", "Security Officer"]
    cut = [one for one in CITY.classes.values() if box_label(one)[0].endswith("\u2026")]
    assert len(cut) < 20, "of hundreds of titles nearly all stand whole"
    named = next(spec for spec in CITY.classes.values() if spec.qualifications is None)
    assert box_label(named)[1:] == ("", "only-named")


def line(kind: str, *, by_level: bool = False) -> PicturedLine:
    return PicturedLine((Point(0, 0), Point(0, 9)), kind, by_level, None, "")


def test_lines_of_one_look_need_no_legend() -> None:
    assert legend_of([]) == []
    assert legend_of([line("internal_qualification"), line("named_experience")]) == []


def test_the_legend_tells_each_dash_and_the_hollow_head() -> None:
    told = legend_of([line("special_experience", by_level=True), line("internal_qualification")])
    assert [look for look, _ in told][1:] == ["special_experience", "by-level"]
    assert len({words for _, words in told}) == 3
    assert [look for look, _ in legend_of([line("named_experience", by_level=True)])] == ["", "by-level"]


def test_a_legend_stands_below_the_drawing_and_within_it() -> None:
    bare = Picture("", 100, 50, (), [line("special_experience", by_level=True), line("internal_qualification")])
    told = bare.with_legend()
    assert told.height > 50
    assert all(one.top >= 50 for one in told.legend)
    assert max(one.left + measure_text(one.words) for one in told.legend) <= told.width
    assert Picture("", 100, 50, (), ()).with_legend() == Picture("", 100, 50, (), ())


def test_a_line_of_several_steps_has_all_their_times_and_a_full_head_where_one_names_the_class() -> None:
    steps = tuple(steps_used(CITY, frozenset()))
    ends = [(one.feeder_class, one.target_class) for one in steps]
    several = sorted({pair for pair in ends if ends.count(pair) > 1})
    assert several
    drawn = [BandLine(pair, (Point(0, 0), Point(0, 9)), Point(0, 4)) for pair in several]
    own = {pair: [one for one in steps if (one.feeder_class, one.target_class) == pair] for pair in several}
    for told, pair in zip(picture_lines(CITY, drawn, steps), several, strict=True):
        assert told.by_level == all(one.certainty.value != "named" for one in own[pair])
        assert (" or " in told.time) == (len({one.months for one in own[pair] if one.months}) > 1)


def test_boxes_of_a_brief_drawing_stand_in_columns() -> None:
    catalog = load_catalog()
    picture = panels_of(catalog, catalog.classes, catalog.steps).picture("All")
    assert sum(map(len, picture.columns.values())) == len(picture.boxes)
    assert sum(map(len, picture.lines_by_look.values())) == len(picture.lines)
    assert all(one.straight_path.startswith("M") and "L" not in one.straight_path for one in picture.lines)
