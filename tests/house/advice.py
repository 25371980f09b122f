"""Advice to users that would lead them to another project: on an index, the bare name is a stranger's."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

COMMAND = "ladder"
"""The name of the command and of the package to import, which is another project's name on an index."""
# Pieced together, so that this file does not hold what it looks for.
_WITH_EXTRA = rf"(?<![-\w.]){COMMAND}\\?\[[a-z]{{3,}}(?:,[a-z]+)*\\?\]"
_TO_INSTALL = (
    rf"\b(?:install|download|add|require)s?(?: --?[-\w]+)* *[\"'`]?{COMMAND}(?=[\"'`]|[=<>~!@]|$|[.,;)]? |[.,;)]$)"
)
_AS_DISTRIBUTION = rf"\b(?:version|distribution|metadata|requires)\([\"']{COMMAND}[\"']\)"
ADVICE = re.compile(f"{_WITH_EXTRA}|{_TO_INSTALL}|{_AS_DISTRIBUTION}", re.IGNORECASE | re.MULTILINE)


def advice_to_install_a_stranger(files: Iterable[Path], root: Path) -> list[str]:
    """Find lines that name the command where the project's name on an index is meant."""
    return [told for file in files for told in _advice_in(file, file.relative_to(root).as_posix())]


def _advice_in(file: Path, name: str) -> Iterator[str]:
    text = file.read_text("utf-8", errors="replace")
    for found in ADVICE.finditer(text):
        yield f"{name}:{text.count(chr(10), 0, found.start()) + 1}: {found[0]}"
