"""A folder of wheels for a computer without a network: ``python -m tests.packaging.wheels make FOLDER``.

The folder holds the project's wheel, all that it needs at run time, the readers of
documents too, in the versions of ``constraints.txt``, and ``INSTALL.txt``. ``try FOLDER``
installs from it without a network and without pip's configuration, and compares what
every call of ``smoke.CALLS`` answers with this environment.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.house.tracked import ROOT
from tests.packaging.closure import Closure, Target, find_closure
from tests.packaging.environments import (
    CannotInstallError,
    answers_of,
    fresh_environment,
    here,
    reaches_an_index,
    skip_aloud,
    tell,
)
from tests.packaging.requirements import RUN_TIME_EXTRAS, Project, read_project
from tests.packaging.smoke import differences, wrong_answers

_TURNS = 10
"""How often what is missing is fetched: each turn goes one wheel deeper at least."""
_NOTE = """career-ladder {version}, with all that it needs, for {target}.

Copy this folder to the computer. There, with Python {python}, in the folder that holds this file:

Windows:
    py -{python} -m venv ladder-environment
    ladder-environment\\Scripts\\python -m pip install --no-index -f . "{root}"
    ladder-environment\\Scripts\\ladder --help

macOS, Linux:
    python{python} -m venv ladder-environment
    ladder-environment/bin/python -m pip install --no-index -f . "{root}"
    ladder-environment/bin/ladder --help

No step of this asks the network for anything.
"""


def main() -> None:
    """Make the folder, or try it; say what is wrong."""
    words = argparse.ArgumentParser(prog="python -m tests.packaging.wheels", description=__doc__)
    words.add_argument("what", choices=("make", "try", "try-here"))
    words.add_argument("folder", type=Path)
    words.add_argument("--platform", default="", help="tags of another platform, such as win_amd64")
    words.add_argument("--python-version", default="", help="of that computer, such as 3.11")
    asked = words.parse_args()
    if asked.what == "make":
        make_folder(asked.folder, Target(tuple(asked.platform.split()), asked.python_version))
    elif asked.what == "try":
        _try_without_network(asked.folder.resolve())
    else:
        _try(asked.folder)


def root_requirement(project: Project) -> str:
    """Return what is installed: the project by its name on an index, with its run-time extras."""
    return f"{project.name}[{','.join(RUN_TIME_EXTRAS)}]"


def make_folder(folder: Path, target: Target) -> None:
    """Fill the folder with the wheels of the target and the note; what older runs left there is removed.

    Raises:
        SystemExit: pip cannot fetch all of them.

    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.whl"), folder / "INSTALL.txt"):
        old.unlink(missing_ok=True)
    project = read_project()
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder.resolve())]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    found = _fetch_all(folder, project, target)
    for wheel in set(folder.glob("*.whl")) - found.wheels:
        wheel.unlink()
    (folder / "INSTALL.txt").write_text(install_note(project, target), "utf-8")
    sys.stdout.write(f"{len(found.wheels)} wheels in {folder}; INSTALL.txt there says how to install them\n")


def install_note(project: Project, target: Target) -> str:
    """Return what ``INSTALL.txt`` says."""
    python = target.python_version or f"{sys.version_info.major}.{sys.version_info.minor}"
    told = ", ".join(target.platforms) or f"computers such as this one ({sys.platform})"
    return _NOTE.format(version=project.version, target=told, python=python, root=root_requirement(project))


def _fetch_all(folder: Path, project: Project, target: Target) -> Closure:
    _fetch(folder, target, project.needs)
    found = find_closure(folder, root_requirement(project), target)
    for _ in range(_TURNS):
        if not found.missing:
            return found
        _fetch(folder, target, found.missing)
        found = find_closure(folder, root_requirement(project), target)
    sys.exit(f"the wheels are not complete: {', '.join(found.missing)}")


def _fetch(folder: Path, target: Target, needs: Iterable[str]) -> None:
    """Let pip download the wheels of requirements, in the versions of the constraints."""
    words = ["download", "--quiet", "--only-binary", ":all:", "--constraint", str(ROOT / "constraints.txt")]
    for platform in target.platforms:
        words += ["--platform", platform]
    if target.python_version:
        words += ["--python-version", target.python_version]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words, "--dest", str(folder), *needs]
    if status := subprocess.run(command, check=False).returncode:
        sys.exit(status)


def _try_without_network(folder: Path) -> None:
    """Make the folder anew where pip reaches an index, then try it where none can be reached."""
    if reaches_an_index():
        make_folder(folder, Target())
    elif not next(folder.glob("*.whl"), None):
        skip_aloud("the folder of wheels")
    command = [*_no_network(), sys.executable, "-m", "tests.packaging.wheels", "try-here", str(folder)]
    sys.exit(subprocess.run(command, cwd=ROOT, env=_unconfigured(), check=False).returncode)


def _no_network() -> list[str]:
    """Return the words before a command that take the network away from it; none where this system has no such."""
    words = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
        return words
    sys.stderr.write(
        "the network cannot be taken away on this system; a proxy that nobody answers stands in its place\n"
    )
    return []


def _unconfigured() -> dict[str, str]:
    """Return the environment without pip's configuration, and with proxies that nobody answers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    nobody = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    return {**kept, **nobody, "PIP_CONFIG_FILE": os.devnull}


def _try(folder: Path) -> None:
    with fresh_environment() as environment:
        try:
            environment.install("--no-index", "-f", str(folder), root_requirement(read_project()))
        except CannotInstallError as error:
            tell("the folder of wheels", [f"pip cannot install from it: {error}"])
        answered, here_answered = answers_of(environment), answers_of(here())
        tell("the folder of wheels", wrong_answers(answered) + differences(answered, here_answered))


if __name__ == "__main__":
    main()
