"""The general reader: outlines of a layout that no reader of a jurisdiction knows.

It reads only what labels and well-known headings say (``headings.yaml``). What it does
not know stays unread; it takes nothing for a fact that is not labelled as one.
"""

from ladder.reading.jurisdictions.outline.reader import FIELD_READERS, GeneralReader

__all__ = ["FIELD_READERS", "GeneralReader"]
