"""The tiny picture of starting pay: a column for each band, the low ones marked."""

from collections import Counter
from collections.abc import Sequence

from ladder.rendering.layout.pay_bands import BAND
from ladder.rendering.views.tiny_pictures import Counted, Picture, draw_columns
from ladder.telling.messages import say

LOW_PAY = 60_000
"""Dollars a year below which a class without a next step is counted by itself."""
_BANDS = 8
"""Columns of the picture of pay; the last one holds what is above it too."""


def pay_columns(pays: Sequence[int]) -> Picture | None:
    """Return a column for each band of starting pay, those below the low pay marked; None where no pay is known."""
    bands = Counter(pay // BAND for pay in pays)
    if not bands:
        return None
    every = range(min(bands), min(max(bands), min(bands) + _BANDS - 1) + 1)
    counts = {band: bands[band] for band in every}
    counts[every[-1]] = sum(number for band, number in bands.items() if band >= every[-1])
    return draw_columns(
        [
            Counted(_thousands(band) if place % 2 == 0 else "", counts[band], (band + 1) * BAND <= LOW_PAY)
            for place, band in enumerate(every)
        ]
    )


def _thousands(band: int) -> str:
    return say("found.thousands", thousands=band * BAND // 1000)
