"""What a map page holds deflated, unpacked without a browser."""

import base64
import json
import re
import zlib
from typing import Any


def unpack(text: str) -> str:
    return zlib.decompress(base64.b64decode(text)).decode("utf-8")


def packed_texts(page: str) -> dict[str, str]:
    """Return every packed text of the page by its name."""
    found = re.findall(r'<script type="text/plain" id="packed-(\w+)">([^<]*)</script>', page)
    return {name: unpack(text) for name, text in found}


def map_data(page: str) -> dict[str, Any]:
    """Return what the page's program works on."""
    read: dict[str, Any] = json.loads(packed_texts(page)["data"])
    return read
