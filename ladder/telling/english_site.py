"""What the pages of a site say in English, beside what records and answers say."""

from collections.abc import Mapping

SITE: Mapping[str, str] = {
    "page.language": "en",
    "site.title": "Career ladders",
    "bar.pages": "Site",
    "bar.on_page": "On this page",
    "bar.explore": "Explore",
    "bar.my_path": "My path",
    "bar.classes": "All classes",
    "bar.about": "About",
    "bar.jurisdictions": "{count} jurisdictions",
    "foot.glossary": "Glossary",
    "find.label": "Find a class",
}
"""Every pattern by its name, as in ``telling/english.py``."""
