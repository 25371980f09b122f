"""docs/architecture.md tells the layers of pyproject.toml, line by line, and each folder that there is."""

import re
import tomllib

from tests.house.tracked import ROOT, tracked_or_skip

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ROW = re.compile(r"^\| (`[^|]+) \| .+ \|$", re.MULTILINE)


def names_in(heading: str) -> list[frozenset[str]]:
    """Return the names in the first cell of each row of the table under a heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [frozenset(re.findall(r"`([^`]+)`", cell)) for cell in ROW.findall(section)]


def layers() -> list[frozenset[str]]:
    """Return the modules of each layer, the highest first."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (house,) = [one for one in linter["contracts"] if one["id"] == "house"]
    return [frozenset(line.replace("|", " ").split()) for line in house["layers"]]


def test_the_table_of_packages_is_the_layers_in_their_order() -> None:
    assert names_in("Which package does what") == layers()


def test_the_picture_shows_only_what_is_there() -> None:
    (picture,) = re.findall(r"```mermaid\n(.*?)```", PAGE, re.DOTALL)
    shown = set(re.findall(r"[a-z_]+", re.sub(r"[a-z]+\(\[[^\]]*\]\)|flowchart LR", "", picture)))
    ends = set(re.findall(r"([a-z]+)\(\[", picture))
    assert shown - ends <= frozenset().union(*layers())


def test_each_folder_is_told() -> None:
    folders = {
        file.relative_to(ROOT).parts[0] for file in tracked_or_skip(ROOT) if len(file.relative_to(ROOT).parts) > 1
    }
    told = {name.rstrip("/") for names in names_in("Where what is kept") for name in names}
    assert told == folders - {"ladder"}
