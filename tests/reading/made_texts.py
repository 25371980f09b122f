"""Texts made from a pattern, most of which it matches."""

import re

from hypothesis import strategies as st


def texts_of(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Return texts that a pattern matches, most of them; a word behind any letters stands behind a blank in them."""
    return st.from_regex(re.compile(pattern.pattern.replace(r"]{0,12}\b", "]{0,12} "), pattern.flags))
