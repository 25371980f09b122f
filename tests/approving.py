"""Approved outputs: compared with today's, or taken from it where ``LADDER_GOLDEN=update`` asks for that.

A run that takes them compares nothing, so it fails at its end (tests/conftest.py) unless ``--approve``
says that taking them is all it is for, as ``make golden`` does. Where ``CI=true`` nothing is taken.
"""

import os
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "LADDER_GOLDEN"
UPDATE = os.environ.get(VARIABLE) == "update"
REWRITTEN = f"{VARIABLE}=update: approved outputs were rewritten: look at the diff, and run again without"
NOT_HERE = f"{VARIABLE} is set, and CI=true: approved outputs are taken by a person who reads the diff"


def approved(file: Path, now: bytes | str) -> bytes:
    """Return what is approved of a file; today's output is written first where the run takes it."""
    if UPDATE:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(now.encode() if isinstance(now, str) else now)
    return file.read_bytes()


def approved_text(file: Path, now: str) -> str:
    """Return the text that is approved; see ``approved``."""
    return approved(file, now).decode()


def refusal(environment: Mapping[str, str]) -> str:
    """Return why a run may not even begin, or nothing."""
    return NOT_HERE if environment.get(VARIABLE) and environment.get("CI") == "true" else ""


def verdict(environment: Mapping[str, str], *, asked_for: bool) -> str:
    """Return why a run that ended has failed all the same, or nothing."""
    return REWRITTEN if environment.get(VARIABLE) and not asked_for else ""
