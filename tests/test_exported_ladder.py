"""The ladder in other tools' formats from Python: the bytes, the losses and the faults of the command."""

import json
from pathlib import Path

import pytest

import ladder
from ladder.catalog.compiled import compile_catalog
from ladder.cli.export import FORMATS
from ladder.errors import BadCallError, LadderError
from ladder.exported_ladder import Export
from ladder.exports.forms import FORMS
from tests.cli.running import run_here
from tests.eligibility.small_catalogs import catalog_of, grade, service

ABOUT = "us-nd/0443"


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_written_and_loses_as_the_command_does(name: str, tmp_path: Path) -> None:
    about = ["--class", ABOUT] if name == "mermaid" else []
    found = ladder.load().export(name, about=ABOUT if about else None, include="peer")
    assert isinstance(found, Export)
    written = found.write(tmp_path / "mine")
    asked = ["export", name, *about, "--include", "peer"]
    assert run_here(*asked, "-o", str(tmp_path / "theirs")).status == 0
    theirs = tmp_path / "theirs"
    if theirs.is_dir():
        assert {one.name: one.read_bytes() for one in written.iterdir()} == {
            one.name: one.read_bytes() for one in theirs.iterdir()
        }
        assert set(found.files) == {one.name for one in theirs.iterdir()}
    else:
        assert written.read_bytes() == theirs.read_bytes() == next(iter(found.files.values()))
    assert found.to_dict() == json.loads(run_here(*asked, "--losses", "--json").out)
    assert len(found.losses.records()) == len(found.to_dict()["losses"])


def test_it_is_one_line_and_a_small_table_and_text_where_people_can_read_it() -> None:
    catalog = ladder.load()
    found = catalog.export("dot")
    assert repr(found) == "Export(dot: 22 classes, 13 steps)"
    assert "<td>steps</td>" in found._repr_html_()
    assert found.text.startswith("digraph")
    for name in ("csv", "xlsx"):
        with pytest.raises(BadCallError, match=f"{name} is no single text"):
            _ = catalog.export(name).text


def test_what_is_lost_is_a_table(tmp_path: Path) -> None:
    place = tmp_path / "catalog.json"
    long = grade("2", service("work", 7, "1"), title="x\x0by")
    place.write_bytes(compile_catalog(catalog_of(grade("1"), long).record))
    lost = ladder.load(place).export("ctdl").losses
    assert lost.to_csv().startswith("sheet,record,column,reason,what")
    assert {row["sheet"] for row in lost.records()} <= {"classes", "steps"}


def test_a_format_or_class_that_is_not_there_is_told() -> None:
    catalog = ladder.load()
    assert tuple(FORMS) == FORMATS
    with pytest.raises(BadCallError, match="there is no format 'pdf'; name one of json, csv, xlsx"):
        catalog.export("pdf")
    with pytest.raises(LadderError, match="no class is called 'nobody'"):
        catalog.export("dot", about="nobody")
    with pytest.raises(LadderError, match="Mermaid draws one class"):
        _ = catalog.export("mermaid").files
    with pytest.raises(LadderError):
        catalog.export("dot", include="hearsay")
