"""The published schemas: in step with the models, and true of the data."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ladder.catalog.schemas import build_schemas
from tests.cases.run_cases import load_yaml

DATA = Path(__file__).parents[2] / "data"


def schema_of(file: Path) -> str:
    """Return the name of the schema that a file of the data is written after."""
    if file.parent.name == "layouts":
        return "layout"
    return "jurisdiction" if file.stem == "jurisdiction" else "class"


@cache
def validator_of(name: str) -> Any:  # noqa: ANN401 - jsonschema has no types
    """Return the validator of a published schema, which is itself looked over once."""
    schema = json.loads((DATA / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def test_the_published_schemas_are_those_of_the_models() -> None:
    published = {file.name: file.read_text(encoding="utf-8") for file in (DATA / "schema").iterdir()}
    assert published == build_schemas(), "run 'ladder schema -o data/schema'"


@pytest.mark.parametrize("file", sorted(DATA.glob("*/*.yaml")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_data_fit_the_published_schemas(file: Path) -> None:
    name = schema_of(file)
    validator_of(name).validate(load_yaml(file))


@pytest.mark.parametrize("file", sorted(DATA.glob("*/*.yaml")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_first_line_of_each_file_names_its_schema(file: Path) -> None:
    name = schema_of(file)
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../schema/{name}.schema.json"
