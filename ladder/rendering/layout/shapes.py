"""What all drawings are made of."""

from typing import NamedTuple


class Point(NamedTuple):
    """A place on a drawing in pixels, from its upper left corner."""

    x: int
    y: int
