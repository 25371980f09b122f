"""The published JSON Schemas of the files that people write."""

import json
from collections.abc import Mapping
from hashlib import sha256

from ladder.candidates import Profile
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.records import Record, json_schema_of
from ladder.roster_layouts import Layout
from ladder.specification import ClassSpecification

MODELS: Mapping[str, type[Record]] = {
    "class.schema.json": ClassSpecification,
    "jurisdiction.schema.json": Jurisdiction,
    "profile.schema.json": Profile,
    "layout.schema.json": Layout,
}
"""The schemas by file name, and the record that each is made from."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build_schemas() -> Mapping[str, str]:
    """Return the text of each schema by its file name."""
    return {name: print_schema(name) for name in MODELS}


def digest_of_schema(content: bytes) -> str:
    """Return the digest by which a schema is known again."""
    return sha256(content).hexdigest()


def is_schema_of_ours(content: bytes, *, written: str | None = None) -> bool:
    """Return whether the bytes are those of a schema as ladder writes or wrote it.

    ``written`` is the digest of the schema that was written there last, where that is
    known.
    """
    digest = digest_of_schema(content)
    now = (digest_of_schema(text.encode("utf-8")) for text in build_schemas().values())
    return digest == written or digest in _WRITTEN_BEFORE or digest in now


_WRITTEN_BEFORE = frozenset(
    {
        "48a1234731b4ace8bd966347f5204709b9ba81d75effe0631b4a28c9ee14072f",
        "945c5acfc27fbc68e35e675f1608c3567967f1dc6f476529c2c4ffe40dfa8529",
        "5cc0a9c67b40cf234a93aa3128d9759e5e192862d60b67eaaf7a8e6efac424a2",
    }
)
"""Digests of the schemas of version 0.1, which kept no list of what it wrote."""


def print_schema(name: str) -> str:
    """Return the text of the schema of a file name."""
    schema = {"$schema": _DIALECT, **json_schema_of(MODELS[name])}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
