"""The output that the README shows is what the commands print; LADDER_GOLDEN=update renews it."""

import re
import shlex
from collections.abc import Iterator

from tests.approving import approved_text
from tests.golden.test_golden import output_of
from tests.measure import ROOT

README = ROOT / "README.md"
EXAMPLE = re.compile(r"```console\n((?:\$ [^\n]*\n)+)(.*?)```\n", re.DOTALL)
PROFILE = "tests/golden/profile.yaml"


def examples(text: str) -> Iterator[re.Match[str]]:
    """Yield each block that shows a ladder command with its output."""
    yield from (found for found in EXAMPLE.finditer(text) if "--as-of" in found[1] or "ladder show" in found[1])


def shown(commands: str) -> str:
    """Return what the last command of a block prints."""
    words = shlex.split(commands.splitlines()[-1].removeprefix("$ ladder "), comments=True)
    return output_of(*[str(ROOT / PROFILE) if word == PROFILE else word for word in words])


def test_golden_readme_shows_what_the_commands_print() -> None:
    text = README.read_text(encoding="utf-8")
    renewed = text
    for found in examples(text):
        renewed = renewed.replace(found[0], f"```console\n{found[1]}{shown(found[1])}```\n")
    text = approved_text(README, renewed)
    assert len(list(examples(text))) == 3
    assert text == renewed, "if the new output is right, run 'make golden' and read the diff"


def test_readme_leaves_nothing_to_do() -> None:
    assert "TODO" not in README.read_text(encoding="utf-8")
