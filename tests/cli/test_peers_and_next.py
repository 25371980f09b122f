"""Steps by level and peers, and what comes next, on the command line."""

import json
from pathlib import Path

from ladder.catalog.compiled import compile_catalog
from tests.cli.running import run_here
from tests.eligibility.small_catalogs import SOURCE, Json, catalog_of, grade, service
from tests.golden.commands import PROFILE


def test_lower_pay_is_about_every_class() -> None:
    done = run_here("assess", str(PROFILE), "--target", "0443", "--lower-pay")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "--lower-pay is about the list of next classes" in done.err


def test_level_is_accepted_and_does_nothing() -> None:
    words = ("path", "0441", "0443", "--as-of", "2026-11", "--json")
    assert run_here(*words, "--include", "level") == run_here(*words)


def test_show_lists_peers_on_request(tmp_path: Path) -> None:
    level: Json = {"pay": {"plan": "P", "grade": "2", "source": SOURCE}}
    named = {"class": "us-xx/a", "certainty": "level"}
    catalog = catalog_of(grade("a", **level), grade("b", **level), grade("t", service("e0", 12, named)))
    file = tmp_path / "made.json"
    file.write_bytes(compile_catalog(catalog.record))
    told = run_here("show", "t", "--catalog", str(file)).out
    assert ": 1 year of service, as experience asked; this class, or one at its level" in " ".join(told.split())
    assert "Class a" in told
    assert "this class, or one at its level; HR decides about others" in " ".join(told.split())
    assert "Class b" not in told
    words = ("show", "t", "--catalog", str(file), "--include", "peer")
    assert "Class b" in run_here(*words).out
    steps = json.loads(run_here(*words, "--json").out)["feeders"]
    assert [(step["from"], step["certainty"]) for step in steps] == [("us-xx/a", "level"), ("us-xx/b", "peer")]
