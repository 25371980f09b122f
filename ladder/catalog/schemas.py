"""The published JSON Schemas of the files that people write."""

import json
from collections.abc import Mapping

from pydantic import BaseModel

from ladder.candidates import Profile
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.specification import ClassSpecification

MODELS: Mapping[str, type[BaseModel]] = {
    "class.schema.json": ClassSpecification,
    "jurisdiction.schema.json": Jurisdiction,
    "profile.schema.json": Profile,
}
"""The schemas by file name, and the model that each is made from."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build_schemas() -> Mapping[str, str]:
    """Return the text of each schema by its file name."""
    return {name: _print_schema(model) for name, model in MODELS.items()}


def _print_schema(model: type[BaseModel]) -> str:
    for field in model.model_fields.values():
        # Records are built when first used; pydantic below 2.14 prints no default whose model is not built yet.
        if isinstance(field.default, BaseModel):
            type(field.default).model_rebuild()
    schema = {"$schema": _DIALECT, **model.model_json_schema(by_alias=True)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
