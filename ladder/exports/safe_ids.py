"""Ids that every format takes: letters, digits and low lines, and no two classes with one id."""

import re

_UNSAFE = re.compile("[^A-Za-z0-9]")


def safe_id(class_id: str) -> str:
    """Return the id of a class in a drawing or a graph: what is no letter or digit as its number.

    >>> safe_id("us-nd/0441")
    'c_us_2d_nd_2f_0441'
    """
    return "c_" + _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", class_id)


def step_id(step: object) -> str:
    """Return the id of a step by its number: ``s3``."""
    return f"s{step}"
