"""The list of what the site wrote, kept beside its pages: ``ladder-site.json``."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ladder.errors import BadFileError, Fault, FaultKind
from ladder.rendering.site.addresses import is_page
from ladder.writing import FolderGuard

MANIFEST = "ladder-site.json"
_FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")
_REMEDY = "give --overwrite to begin anew, which leaves behind pages that the site no longer has"


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """One page as it was written: the digest of its bytes, and of all that it was made from."""

    sha256: str
    made_from: str


def read_manifest(guard: FolderGuard) -> Mapping[str, WrittenPage]:
    """Return the pages that the site wrote into the folder, by their paths; none where it wrote none.

    Raises:
        BadFileError: the list is not as the site writes it. A path that no page can
            have is one such fault, so that nothing outside the folder is ever touched.
        CannotWriteError: a pipe or a folder stands in its place.

    """
    file = guard.folder / MANIFEST
    content = guard.content(MANIFEST)
    try:
        return {} if content is None else _read(json.loads(content))
    except (ValueError, RecursionError) as error:
        what = f"this is not the list of pages that the site wrote: {error}"
        raise BadFileError([Fault(str(file), 0, "", what, _REMEDY, FaultKind.FILE_UNREADABLE)]) from None


def _read(raw: object) -> Mapping[str, WrittenPage]:
    if not isinstance(raw, dict) or raw.get("format") != _FORMAT or not isinstance(raw.get("files"), dict):
        message = f"it has no format {_FORMAT}"
        raise ValueError(message)
    return {path: _read_entry(path, entry) for path, entry in raw["files"].items()}


def _read_entry(path: str, entry: object) -> WrittenPage:
    if not is_page(path):
        message = f"{path!r} is no page of a site"
        raise ValueError(message)
    digests = [entry.get(name) for name in ("sha256", "made_from")] if isinstance(entry, dict) else []
    known = [digest for digest in digests if isinstance(digest, str) and _DIGEST.fullmatch(digest)]
    if len(known) != len(("sha256", "made_from")):
        message = f"{path!r} has no digests"
        raise ValueError(message)
    return WrittenPage(*known)


def print_manifest(pages: Mapping[str, WrittenPage]) -> bytes:
    """Return the list as JSON, one page a line in order of path."""
    lines = [
        f" {json.dumps(path)}: {json.dumps({'sha256': one.sha256, 'made_from': one.made_from})}"
        for path, one in sorted(pages.items())
    ]
    listed = ",\n".join(lines)
    return f'{{"format": {_FORMAT}, "files": {{\n{listed}\n}}}}\n'.encode()
