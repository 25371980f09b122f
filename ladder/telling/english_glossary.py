"""The glossary in English: one text of Markdown, that of ``docs/glossary.md``, and the headings of its tables."""

from collections.abc import Mapping
from importlib.resources import files

GLOSSARY: Mapping[str, str] = {
    "glossary.heading": "Glossary",
    "glossary.term": "Term",
    "glossary.meaning": "What it means here",
    "glossary.printed_by": "Who prints it",
    "glossary.terms": files("ladder.telling").joinpath("glossary.md").read_text("utf-8"),
}
"""What the page of the glossary says."""
