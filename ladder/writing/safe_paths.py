"""Paths that a data file names: only those that stay in their folder on every disk are taken."""

import re
from pathlib import PurePosixPath

LONGEST_NAME = 255
"""Bytes of the longest name that disks take."""

_OUTLANDISH = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def fault_of_path(path: str) -> str:
    """Return what is wrong with a path below a folder, written with ``/``; empty where nothing is.

    >>> fault_of_path("us-nd/0441.yaml")
    ''
    >>> fault_of_path("../0441.yaml")
    'it leads out of the folder'
    """
    if not path or path.startswith("/") or ".." in path.split("/"):
        return "it leads out of the folder" if path else "it is empty"
    if _OUTLANDISH.search(path):
        return "it holds a character that is part of no name on some disks"
    if str(PurePosixPath(path)) != path:
        return "it is no plain path"
    return next(filter(None, map(_fault_of_name, path.split("/"))), "")


def _fault_of_name(name: str) -> str:
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return "it is no text"
    if size > LONGEST_NAME:
        return "it has a name that is too long"
    if name.startswith(".") or name != name.rstrip(" ."):
        return "it has a hidden name, or one that ends in a blank or a full stop"
    return "it has a name that some disks keep for devices" if _DEVICES.fullmatch(name) else ""
