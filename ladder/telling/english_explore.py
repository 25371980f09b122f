"""The sentences of the map page's Explore in English, by name: finding a class, the drawing, the panel beside it."""

from collections.abc import Mapping

EXPLORE: Mapping[str, str] = {
    "find.count": "{count} classes.",
    "find.one": "1 class: {title}.",
    "find.none": "No class has that title or number.",
    "find.close": "No class has that title or number. Close: {titles}.",
}
"""Every message of this part by its name."""
