"""Job bulletins of the City of Los Angeles.

``bulletins`` is the reader; ``header``, ``salaries`` and ``process_notes`` read the parts
of a bulletin, ``filing`` compares what it says of itself with its file's name.
"""

from ladder.reading.jurisdictions.los_angeles.bulletins import LosAngelesReader
from ladder.reading.jurisdictions.los_angeles.fields import FIELD_READERS

READER = LosAngelesReader()

__all__ = ["FIELD_READERS", "READER", "LosAngelesReader"]
