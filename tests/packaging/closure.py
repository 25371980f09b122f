"""What a folder of wheels still lacks for a machine of another kind, by the metadata in the wheels themselves.

pip, asked to download for another platform, looks at the conditions of requirements
with the eyes of the machine that it runs on: on Linux it leaves out what click needs on
Windows only. So the folder is looked through again with the other machine's eyes.
"""

import zipfile
from collections.abc import Iterator, Mapping
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_SYSTEMS = {
    "win": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macosx": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
}
_MACHINES = {"amd64": "AMD64", "x86_64": "x86_64", "arm64": "arm64", "aarch64": "aarch64", "win32": "x86"}


class Target(NamedTuple):
    """A kind of machine: tags of its platform, none for this very machine, and its Python, such as ``3.11``."""

    platforms: tuple[str, ...] = ()
    python_version: str = ""

    def environment(self) -> dict[str, str]:
        """Return what the conditions of requirements ask about, as that machine answers."""
        told = {name: str(value) for name, value in default_environment().items()}
        if self.python_version:
            short = ".".join(self.python_version.split(".")[:2])
            told |= {"python_version": short, "python_full_version": f"{short}.0"}
        if self.platforms:
            tag = self.platforms[0]
            told |= next(system for start, system in _SYSTEMS.items() if tag.startswith(start))
            told["platform_machine"] = next((name for end, name in _MACHINES.items() if tag.endswith(end)), "")
        return told


class Closure(NamedTuple):
    """What is needed of a folder of wheels: the wheels that are there, the requirements that no wheel meets."""

    wheels: frozenset[Path]
    missing: tuple[str, ...]


def find_closure(folder: Path, root: str, target: Target) -> Closure:
    """Return what the root requirement needs on the target, found from wheel to wheel."""
    wheels = {canonicalize_name(wheel.name.partition("-")[0]): wheel for wheel in sorted(folder.glob("*.whl"))}
    environment, used, missing = target.environment(), set[Path](), dict[str, None]()
    waiting, seen = [Requirement(root)], set[str]()
    while waiting:
        need = waiting.pop()
        if str(need) in seen:
            continue
        seen.add(str(need))
        wheel = wheels.get(canonicalize_name(need.name))
        if wheel is None or not need.specifier.contains(wheel.name.split("-")[1], prereleases=True):
            missing[f"{need.name}{_extras(need)}{need.specifier}"] = None
            continue
        used.add(wheel)
        waiting += _needs_of(wheel, need, environment)
    return Closure(frozenset(used), tuple(missing))


def _extras(need: Requirement) -> str:
    return f"[{','.join(sorted(need.extras))}]" if need.extras else ""


def _needs_of(wheel: Path, asked: Requirement, environment: Mapping[str, str]) -> Iterator[Requirement]:
    """Yield what a wheel needs on the target, with the extras that are asked of it."""
    for line in _metadata(wheel):
        need = Requirement(line)
        marker = need.marker
        if marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in ("", *asked.extras)):
            need.marker = None
            yield need


def _metadata(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(archive.read(name).decode("utf-8")).get_all("Requires-Dist") or []
