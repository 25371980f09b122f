"""The Python door answers what the commands answer, in plain values, one line and small tables."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import networkx as nx
import pytest

import ladder
from ladder.errors import LadderError
from ladder.plain_answers import Answer, Answers
from ladder.workbench import Catalog, Profile
from tests.cli.running import run_here

AS_OF = "2026-11"
DECLARED = {
    "standing": {"internal": True},
    "jobs": [{"class": "us-nd/0442", "months": 8, "fte": 0.5}],
    "present": {"class": "us-nd/0442"},
    "education": {"semester_hours": 60},
}
Call = Callable[[Catalog, Profile], Any]

CALLS: dict[str, tuple[Call, list[str]]] = {
    "one class by title": (
        lambda classes, one: classes.assess(one, "customer service consultants", as_of=AS_OF),
        ["assess", "PROFILE", "--target", "us-nd/0443"],
    ),
    "one class on a climb": (
        lambda classes, one: classes.assess(one, "0444", plan="climb", lead_in="0443", as_of=AS_OF),
        ["assess", "PROFILE", "--target", "0444", "--plan", "climb", "--lead-in", "0443"],
    ),
    "several classes": (
        lambda classes, one: classes.assess(one, ["0443", "6435CL"], study=12.5, as_of=AS_OF),
        ["assess", "PROFILE", "--target", "0443", "--target", "6435CL", "--study", "12.5"],
    ),
    "every class": (lambda classes, one: classes.assess(one, as_of=AS_OF), ["assess", "PROFILE"]),
    "a path": (
        lambda classes, _one: classes.path("0441", "Customer Service Consultant", as_of=AS_OF),
        ["path", "0441", "0443"],
    ),
    "a path of a person by a class": (
        lambda classes, one: classes.path("0442", "0444", profile=one, via=["0443"], k=0, as_of=AS_OF),
        ["path", "0442", "0444", "--profile", "PROFILE", "--via", "0443", "-k", "0"],
    ),
    "no path": (lambda classes, _one: classes.path("0443", "0441", as_of=AS_OF), ["path", "0443", "0441"]),
    "reach": (
        lambda classes, _one: classes.reach("0441", within=36, as_of=AS_OF),
        ["reach", "0441", "--within", "36"],
    ),
    "feeders": (
        lambda classes, one: classes.feeders("us-ct/5246SH", profile=one, include="peer", as_of=AS_OF),
        ["feeders", "us-ct/5246SH", "--profile", "PROFILE", "--include", "peer"],
    ),
    "measures": (lambda classes, _one: classes.measures(as_of=AS_OF), ["report", "catalog"]),
    "progress": (
        lambda classes, one: classes.progress(one, "0444", lower_pay=True, plan="climb", as_of=AS_OF),
        ["report", "profile", "PROFILE", "--target", "0444", "--lower-pay", "--plan", "climb"],
    ),
    "progress toward several": (
        lambda classes, one: classes.progress(one, ["0444", "6435CL"], study=30, as_of=AS_OF),
        ["report", "profile", "PROFILE", "--target", "0444", "--target", "6435CL", "--study", "30"],
    ),
    "classes": (lambda classes, _one: classes.classes, ["classes"]),
    "findings": (lambda classes, _one: classes.check(as_of=AS_OF), ["check"]),
}


@pytest.fixture(scope="module")
def classes() -> Catalog:
    return ladder.load()


@pytest.fixture(scope="module")
def one(classes: Catalog) -> Profile:
    return classes.profile(DECLARED)


@pytest.mark.parametrize("name", CALLS)
def test_each_call_gives_what_the_command_gives(name: str, classes: Catalog, one: Profile, tmp_path: Path) -> None:
    (tmp_path / "me.json").write_text(json.dumps(DECLARED), "utf-8")
    call, command = CALLS[name]
    found = call(classes, one)
    words = [str(tmp_path / "me.json") if word == "PROFILE" else word for word in command]
    month = [] if name == "classes" else ["--as-of", AS_OF]
    assert found.to_dict() == json.loads(run_here(*words, *month, "--json").out)
    assert "\n" not in repr(found)
    assert len(repr(found)) <= 200
    assert len(found._repr_html_()) < 12_000
    if not isinstance(found, Answer) or name.startswith(("a path", "no path")):
        if name != "findings":
            assert found.to_csv() == run_here(*words, *month, "--csv").out
        assert len(found.records()) == found.to_csv().count("\n") - 1


def test_measures_are_tables_by_their_names(classes: Catalog, one: Profile) -> None:
    found = classes.measures(as_of=AS_OF)
    assert repr(found) == (
        "Tables(jurisdictions: 2, entries: 9, one_feeder: 5, degrees_asked: 1, "
        "dead_ends: 10, not_whole: 14, step_times: 13, most_steps: 9, most_months: 6, breaks: 3, gatekeepers: 0)"
    )
    assert found.as_of == AS_OF
    assert [(row["class"], row["status"]) for row in found.breaks.records()][-1] == ("us-nd/0444", "unreachable")
    assert found.breaks[-1].if_conditions_met.months == 12
    assert found.breaks.to_dict() == {"breaks": found.to_dict()["breaks"]}
    assert {"step_times", "ladders_timed"} <= set(dir(found))
    assert "<td>step_times</td><td>13</td>" in found._repr_html_()
    with pytest.raises(AttributeError, match="there is no 'waits' here; there are as_of"):
        _ = found.waits
    progress = classes.progress(one, "0443", as_of=AS_OF)
    assert [row["target"] for row in progress.next.records()] == [door.target for door in progress.next]
    assert progress.assessments.records() == classes.assess(one, ["0443"], as_of=AS_OF).records()


def test_a_planners_first_half_hour(tmp_path: Path) -> None:
    catalog = ladder.load()
    profile = catalog.profile(DECLARED)
    answer = catalog.assess(profile, "Customer Service Consultant", as_of=AS_OF)
    assert (answer.status, answer.months, answer.month, answer.routes) == ("after", 8, "2027-07", ("internal",))
    assert answer.requirements[0].source.document.endswith(".txt")
    path = catalog.path("0441", "Customer Service Consultant", as_of=AS_OF)
    assert [(step.from_class, step.to, step.hold_months) for step in path.best.steps] == [
        ("us-nd/0441", "us-nd/0442", 24),
        ("us-nd/0442", "us-nd/0443", 12),
    ]
    assert {row["to"] for row in catalog.reach("0441", as_of=AS_OF).records()} == {
        "us-nd/0442",
        "us-nd/0443",
        "us-nd/0444",
    }
    assert catalog.steps[0].from_class == "us-ct/social-services-trainee"
    assert isinstance(catalog.graph(), nx.MultiDiGraph)
    drawn = catalog.map(as_of=AS_OF)
    assert repr(drawn) == "LadderMap(classes=22, as_of='2026-11')"
    assert drawn._repr_html_().startswith("<iframe")
    assert len(drawn._repr_html_()) < 40_000 < len(drawn.page)
    assert drawn.write(tmp_path / "map.html").read_text("utf-8") == drawn.page


def test_a_profile_is_a_file_a_dictionary_or_text(classes: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_text("present: {class: us-nd/0442}\nas_of: 2026-10\n", "utf-8")
    given: list[Any] = [
        file,
        str(file),
        file.read_text("utf-8"),
        {"present": {"class": "us-nd/0442"}, "as_of": "2026-10"},
    ]
    told = [classes.assess(one, "0443").to_dict() for one in given]
    assert told == [told[0]] * 4
    assert told[0]["as_of"] == "2026-10"
    assert classes.assess(classes.profile(file), "0443", as_of=AS_OF).as_of == AS_OF
    assert repr(classes.profile(file)) == f"Profile({file}: 0 past jobs, present: us-nd/0442, as of 2026-10)"


def test_a_profile_of_another_catalog_is_read_anew(classes: Catalog, one: Profile) -> None:
    other = ladder.load()
    assert other.profile(one).classes is other
    assert classes.profile(one) is one
    assert other.assess(one, "0443", as_of=AS_OF).to_dict() == classes.assess(one, "0443", as_of=AS_OF).to_dict()


def test_a_month_may_be_a_date(classes: Catalog, one: Profile) -> None:
    day: Any = date(2026, 11, 1)
    assert classes.assess(one, "0443", as_of=day).as_of == AS_OF


def test_findings_have_their_columns_where_there_are_none(classes: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    found = classes.check(as_of=AS_OF)
    assert list(found.records()[0]) == list(found.to_dict()["findings"][0])
    monkeypatch.setattr("ladder.checks.checked_paths.find_all", lambda _under: ())
    assert classes.check(as_of=AS_OF).to_csv() == found.to_csv().partition("\n")[0] + "\n"


REFUSED: dict[str, tuple[Call, str]] = {
    "a wrong title": (
        lambda classes, one: classes.assess(one, "Customer Service Consultent"),
        r"no class is called 'Customer Service Consultent'; did you mean us-nd/0443 \(Customer Service Consultant\)",
    ),
    "a path that is not climbed": (
        lambda classes, _one: classes.path("0441", "0443", plan="stay"),
        "a path is climbed",
    ),
    "reach that is not climbed": (lambda classes, _one: classes.reach("0441", plan="none"), "a path is climbed"),
    "feeders that do not climb": (lambda classes, _one: classes.feeders("0444", plan="stay"), "a path is climbed"),
    "via without a climb": (lambda classes, one: classes.assess(one, "0444", via="0443"), "via takes classes on a"),
    "no such plan": (lambda classes, one: classes.assess(one, plan="fly"), "one of none, stay, climb"),
    "no such certainty": (lambda classes, _one: classes.reach("0441", include="all"), "one of named, level, peer"),
    "too much study": (lambda classes, _one: classes.reach("0441", study=201), "not between 0 and 200"),
    "no month": (lambda classes, _one: classes.reach("0441", as_of="soon"), "such as '2026-11'"),
    "fewer than no ladders": (lambda classes, _one: classes.path("0441", "0443", k=-1), "ask for 0 to 50"),
    "one class twice": (lambda classes, _one: classes.path("0441", "0441"), "both FROM and TO"),
    "a faulty profile": (lambda classes, _one: classes.profile({"jobs": 1}), "profile.json:1: jobs"),
    "a profile with a number that is none": (
        lambda classes, _one: classes.profile({"education": {"semester_hours": float("nan")}}),
        "profile.json:1",
    ),
    "text that is no profile": (lambda classes, _one: classes.profile("me"), "the profile:1"),
    "text that no system takes for a name": (lambda classes, _one: classes.profile("x" * 5000), "the profile:1"),
    "a file that is not there": (lambda classes, _one: classes.profile("me.yaml"), "there is no file 'me.yaml'"),
    "progress toward no class": (lambda classes, one: classes.progress(one, "0445"), "did you mean us-nd/0444"),
    "progress by a class without a climb": (
        lambda classes, one: classes.progress(one, via="0443"),
        "via takes classes",
    ),
    "measures in no month": (lambda classes, _one: classes.measures(as_of="soon"), "such as '2026-11'"),
    "a wrong code": (lambda classes, one: classes.assess(one, "0445"), r"did you mean us-nd/0444 \(Customer"),
    "no catalog": (lambda _classes, _one: ladder.load("nowhere"), "nowhere"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_in_words(name: str, classes: Catalog, one: Profile) -> None:
    call, told = REFUSED[name]
    with pytest.raises(ladder.LadderError, match=told):
        call(classes, one)


def test_a_name_that_an_answer_has_not_is_told_with_those_it_has(classes: Catalog) -> None:
    found = classes.path("0441", "0443", as_of=AS_OF)
    with pytest.raises(AttributeError, match="there are from_class, to, best, alternatives, truncated"):
        _ = found.months
    assert {"from_class", "best"} <= set(dir(found))


def test_answers_are_a_sequence(classes: Catalog) -> None:
    found = classes.reach("0441", as_of=AS_OF)
    assert isinstance(found, Answers)
    assert [one.target for one in found] == [found[0].target, *(one.target for one in found[1:])]
    assert found[0] == next(iter(found))
    assert len({found[0], next(iter(found))}) == 1


def test_a_cell_of_a_notebook_is_escaped() -> None:
    shown = Answer({"title": "<script>alert(1)</script>", "months": None})._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize(
    ("installed", "told"), [(("pandas", "polars"), "pandas"), (("polars",), "polars"), ((), "needs pandas or polars")]
)
def test_a_data_frame_is_of_pandas_else_of_polars(
    installed: tuple[str, ...], told: str, classes: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def frame(maker: str, rows: list[list[object]], **words: object) -> SimpleNamespace:
        kept = SimpleNamespace(maker=maker, rows=rows, columns=words.get("columns") or words.get("schema"))
        kept.convert_dtypes = lambda: kept
        kept.astype = lambda types: SimpleNamespace(**vars(kept), types=types)
        return kept

    for name in ("pandas", "polars"):
        fake = SimpleNamespace(DataFrame=lambda rows, _name=name, **words: frame(_name, rows, **words))
        monkeypatch.setitem(sys.modules, name, fake if name in installed else None)
    table = classes.assess({}, ["0029MP"], as_of=AS_OF)
    if not installed:
        with pytest.raises(ladder.LadderError, match=told):
            table.to_frame()
        return
    made = table.to_frame()
    assert (made.maker, made.columns) == (told, list(table.records()[0]))
    assert made.rows[0][made.columns.index("pay_low")] == 72178.0
    assert made.rows[0][made.columns.index("months")] is None
    assert told == "polars" or made.types == {"pay_low": "Float64", "pay_high": "Float64"}


def test_a_catalog_is_shown_on_one_line(classes: Catalog) -> None:
    assert repr(classes) == "Catalog(the bundled data: 22 classes, 14 steps)"


def test_to_import_ladder_loads_no_package() -> None:
    ask = "import sys, ladder; print(sorted({'pydantic', 'networkx', 'click', 'jinja2', 'yaml'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True)
    assert told.stdout == "[]\n"


def test_a_roster_is_its_tables(tmp_path: Path) -> None:
    classes = ladder.load()
    jobs, people = tmp_path / "jobs.csv", tmp_path / "people.csv"
    rows = "e1,us-nd/0441,2020-01-01,\ne2,us-nd/0442,2020-01-01,\ne3,zzzz,2020-01-01,\n"
    jobs.write_text(f"id,class,start,end\n{rows}", encoding="utf-8")
    people.write_text("id,internal\ne1,yes\n", encoding="utf-8")
    layout = {"jobs": {"employee": "id"}, "people": {"employee": "id"}}
    rulings = tmp_path / "rulings.yaml"
    ruling = "{class: 5246SH, counts_toward: ['us-nd/0441#general'], by: chief, date: 2026-03}"
    rulings.write_text(f"rulings: [{ruling}]\n", encoding="utf-8")
    words: dict[str, Any] = {"layout": layout, "rulings": rulings, "as_of": "2026-11"}
    with pytest.raises(LadderError, match=r"jobs[.]csv:4: class: no class is called so"):
        classes.roster(jobs, people, **words)
    found = classes.roster(jobs, people, **words, skip_bad=True, persons=True)
    assert [one["row"] for one in found.rejected.records()] == [4]
    assert {one["class"]: one["incumbents"] for one in found.bench.records()}["us-nd/0442"] == 1
    assert found.bench.to_csv().startswith("class,title,grade,incumbents,")
    assert {one["employee"] for one in found.persons.records()} == {"e1", "e2"}
    assert found.to_dict()["rulings"][0]["by"] == "chief"
    assert "persons" not in classes.roster(jobs, people, **words, skip_bad=True).to_dict()
