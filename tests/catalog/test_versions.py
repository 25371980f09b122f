"""Of several specifications of a class one is in force; gaps and overlaps are named; later ones change nothing."""

import json
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import ladder
from ladder.catalog.dated import DatedCatalog, find_history, read_dated
from ladder.catalog.files import FilesRead
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.loading import load_catalog
from ladder.errors import BadFileError
from ladder.record_files import LocatedRecord
from ladder.records import validate_json
from ladder.service_time import Month, read_month
from ladder.specification import ClassSpecification
from tests.eligibility.small_catalogs import PLACE, grade, service
from tests.measure import measure

Json = dict[str, Any]
PLACE_FILE = "id: us-xx\nname: Place\n"


def dated(code: str, months: int, *feeders: str, title: str | None = None, **dates: str) -> Json:
    spec = grade(code, service("general", months, *feeders), dates=dates)
    return spec | ({"title": title} if title else {})


def write(folder: Path, *classes: Json, place: str = PLACE_FILE) -> Path:
    home = folder / PLACE
    home.mkdir(parents=True, exist_ok=True)
    (home / "jurisdiction.yaml").write_text(place, "utf-8")
    for number, one in enumerate(classes):
        (home / f"{number:03d}.yaml").write_text(json.dumps(one), "utf-8")
    return folder


def months_at(dated_catalog: DatedCatalog, month: str, code: str = "1") -> int:
    (rule,) = dated_catalog.catalog_at(read_month(month)).classes[f"{PLACE}/{code}"].experience()
    return rule.months


def test_each_month_has_its_own_rules(tmp_path: Path) -> None:
    first, second = dated("1", 12, effective="2010-03-15"), dated("1", 24, revised="2015-07")
    found = read_dated(write(tmp_path, second, first))
    assert found.is_history
    assert [months_at(found, month) for month in ("2010-03", "2015-06", "2015-07", "2026-11")] == [12, 12, 24, 24]
    assert found.catalog_at(read_month("2010-02")).classes == {}


def test_commands_and_python_take_the_rules_in_force(tmp_path: Path) -> None:
    folder = write(tmp_path, dated("1", 12, effective="2010-01"), dated("1", 24, effective="2015-01"))
    catalogs = [load_catalog(folder, as_of=read_month("2012-01")), load_catalog(folder)]
    catalogs.append(ladder.load(folder, as_of="2012-01").catalog)
    assert [one.classes[f"{PLACE}/1"].experience()[0].months for one in catalogs] == [12, 24, 12]


def test_two_of_a_class_without_dates_are_one_too_many(tmp_path: Path) -> None:
    folder = write(tmp_path, dated("1", 12), dated("1", 24))
    assert find_history(folder) is None
    with pytest.raises(BadFileError, match="is given twice"):
        load_catalog(folder)
    with pytest.raises(BadFileError, match="in force from the beginning: neither bears a date"):
        read_dated(folder).catalog_at(read_month("2026-11"))


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (({"effective": "2010-01", "replaced": "2012-01"}, {"effective": "2013-05-02"}), "2012-01 until 2013-05-02"),
        (({"effective": "2010-01", "replaced": "2014-01"}, {"effective": "2013-05"}), "2013-05 until 2014-01"),
        (({"effective": "2010-01"}, {"effective": "2010-01-01"}), "in force from 2010-01"),
    ],
)
def test_gaps_and_overlaps_are_named(dates: tuple[dict[str, str], ...], told: str, tmp_path: Path) -> None:
    folder = write(tmp_path, *(dated("1", 12, **one) for one in dates))
    with pytest.raises(BadFileError) as error:
        read_dated(folder).catalog_at(read_month("2026-11"))
    (fault,) = error.value.faults
    assert told in fault.what
    assert f"{PLACE}/1" in fault.what
    assert (fault.file.endswith("001.yaml"), "000.yaml" in fault.try_this) == (True, True)


def test_a_class_that_is_over_or_not_begun_is_only_named_where_others_name_it(tmp_path: Path) -> None:
    old = dated("1", 12, title="Old Clerk", effective="2010-01", replaced="2014-01")
    new, asking = dated("2", 12, title="New Clerk", effective="2020-01"), dated("3", 12, "1", "2")
    slug = grade("x")
    slug |= {"slug": "trainee", "title": "Trainee"}
    del slug["code"]
    whole = {**dated("4", 12, effective="2020-01"), "slug": "later", "title": "Later"}
    del whole["code"]
    asking["superiors"] = [{"class": f"{PLACE}/{one}", "source": old["source"]} for one in ("trainee", "later")]
    found = read_dated(write(tmp_path, old, new, asking, slug, whole)).catalog_at(read_month("2016-01"))
    told = {one: (spec.title, spec.completeness.value) for one, spec in found.classes.items()}
    assert told == {
        f"{PLACE}/1": ("Old Clerk", "named-only"),
        f"{PLACE}/2": ("2", "named-only"),
        f"{PLACE}/3": ("Class 3", "whole"),
        f"{PLACE}/later": ("later", "named-only"),
        f"{PLACE}/trainee": ("Trainee", "named-only"),
    }


def test_a_ruling_about_rules_that_are_not_in_force_says_nothing(tmp_path: Path) -> None:
    ruling = "rulings: [{class: us-xx/2, counts_toward: [us-xx/1#general, us-xx/3#general], by: HR, reason: same}]\n"
    alias = "title_aliases: [{title: Clerk, class: us-xx/3, source: {document: d, section: s}}]\n"
    classes = dated("1", 12, effective="2010-01"), dated("2", 12), dated("3", 12, effective="2020-01")
    found = read_dated(write(tmp_path, *classes, place=PLACE_FILE + ruling + alias))
    early, late = found.catalog_at(read_month("2012-01")), found.catalog_at(read_month("2026-11"))
    assert [one.rulings[0].counts_toward for one in early.jurisdictions.values()] == [("us-xx/1#general",)]
    assert early.classes["us-xx/3"].completeness.value == "named-only"
    assert len(late.jurisdictions[PLACE].rulings[0].counts_toward) == 2
    before = found.catalog_at(read_month("2005-01"))
    assert before.jurisdictions[PLACE].rulings == ()


def test_other_faults_stay_faults(tmp_path: Path) -> None:
    bad = write(tmp_path / "a", dated("1", 12, "9", effective="2010-01"))
    with pytest.raises(BadFileError, match="us-xx/9 is nowhere"):
        read_dated(bad).catalog_at(read_month("2026-11"))
    with pytest.raises(BadFileError, match="nowhere"):
        load_catalog(bad)
    broken = write(tmp_path / "b", dated("1", 12), {**dated("2", 12), "title": 5})
    with pytest.raises(BadFileError, match="title"):
        read_dated(broken).catalog_at(read_month("2026-11"))
    with pytest.raises(BadFileError):
        read_dated(tmp_path / "none")
    twice = write(tmp_path / "c", dated("1", 12, effective="2010-01"), dated("1", 24, "9", effective="2012-01"))
    with pytest.raises(BadFileError, match="nowhere"):
        load_catalog(twice)


def random_history(chance: random.Random) -> list[Json]:
    """Return up to 5 versions of up to 4 classes, some with gaps and overlaps between them."""
    found = []
    for code in "1234"[: chance.randint(1, 4)]:
        year = chance.randint(2000, 2006)
        for number in range(chance.randint(1, 5)):
            dates = {"effective": f"{year}-01"} if number or chance.random() < 0.9 else {}
            step = chance.randint(0, 4)
            if chance.random() < 0.5:
                dates["replaced"] = f"{max(year + 1, year + step + chance.choice((-1, 0, 0, 1)))}-01"
            found.append(dated(code, chance.randint(1, 9), **dates))
            year += step
    return found


def told_at(classes: list[Json], month: Month) -> object:
    """Return what is answered in a month: the rules by class, or the faults of dates named."""
    records = (validate_json(ClassSpecification, json.dumps(one)) for one in classes)
    located = tuple(LocatedRecord(one, f"{number}") for number, one in enumerate(records))
    files = FilesRead((LocatedRecord(Jurisdiction(id=PLACE, name="Place"), "place"),), located)
    try:
        found = DatedCatalog(files).catalog_at(month)
    except BadFileError as error:
        return sorted((one.what) for one in error.faults)
    return {class_id: spec.experience()[0].months for class_id, spec in found.classes.items()}


def start_of(one: Json) -> str:
    return str(one["dates"].get("effective", ""))


def expected_at(classes: list[Json], month: str) -> object:
    """Return the same by walking through the versions of each class, by hand."""
    rules: dict[str, int] = {}
    faults = []
    for code in sorted({one["code"] for one in classes}):
        mine = sorted((one for one in classes if one["code"] == code and start_of(one) <= month), key=start_of)
        for one, other in pairwise(mine):
            end, start = one["dates"].get("replaced"), start_of(other)
            if start_of(one) == start:
                faults.append(f"two specifications of {PLACE}/{code} are in force from {start}")
            elif end and end > start:
                faults.append(f"two specifications of {PLACE}/{code} are in force from {start} until {end}")
            elif end and end < start:
                faults.append(f"no specification of {PLACE}/{code} is in force from {end} until {start}")
        if mine and not mine[-1]["dates"].get("replaced", "9") <= month:
            rules[f"{PLACE}/{code}"] = mine[-1]["qualifications"]["requirements"][0]["months"]
    return sorted(faults) or rules


@pytest.mark.untraced
@pytest.mark.parametrize("seed", range(measure(200)))
def test_no_answer_moves_when_a_later_version_comes(seed: int) -> None:
    chance = random.Random(seed)
    classes = random_history(chance)
    for year in range(1999, 2026, 3):
        month = f"{year}-01"
        told = told_at(classes, read_month(month))
        assert told == expected_at(classes, month)
        later = dated(chance.choice("1234"), 99, effective=f"{year + chance.randint(1, 9)}-01")
        assert told_at([*classes, later], read_month(month)) == told
