"""The site's folder brought up to date: whole pages or none, and nothing touched that others made."""

import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ladder.errors import BadCallError, BadFileError, CannotWriteError
from ladder.rendering.site.fingerprints import digest_of_bytes
from ladder.rendering.site.manifest import MANIFEST, WrittenPage, print_manifest, read_manifest

_MOST_NAMED = 5

Write = Callable[[Path, bytes], None]
"""Writes a whole file, or raises ``CannotWriteError`` and leaves the old one."""


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """What a page is made from, as a digest, and how it is made."""

    made_from: str
    render: Callable[[], str]


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page: its path below the folder, and how it is prepared."""

    path: str
    prepare: Callable[[], PreparedPage]


@dataclass(slots=True)
class Outcome:
    """What was done to a folder: paths of pages written, unchanged, removed, and left since somebody edited them."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def update_folder(
    folder: Path,
    pages: Sequence[SitePage],
    *,
    write: Write,
    overwrite: bool = False,
    tell: Callable[[], None] = lambda: None,
) -> Outcome:
    """Make the folder hold exactly these pages, writing only those whose bytes change.

    Pages of an earlier site that are no more are removed where nobody has touched them
    since. ``tell`` is called once a page is done.

    Raises:
        BadCallError: links stand in the way, or files that the site did not write as
            they are; nothing is written. With ``overwrite`` such files are replaced.
        BadFileError: the list of what the site wrote cannot be read; not with
            ``overwrite``.
        CannotWriteError: a page cannot be written or removed; the old one stands.

    """
    paths = [page.path for page in pages]
    _refuse_links(folder, [*paths, MANIFEST])
    before = _read_before(folder, overwrite=overwrite)
    present = {path: digest for path in paths if (digest := _digest_of_file(folder / path))}
    if not overwrite:
        _refuse_foreign(pages, before, present)
    now = dict(before)
    outcome = Outcome()
    try:
        for page in pages:
            now[page.path] = _update_page(folder, page, before.get(page.path), present.get(page.path), write, outcome)
            tell()
        for path in _stale(before, paths):
            if _remove(folder, path, before[path], outcome):
                del now[path]
    except BaseException:
        with suppress(CannotWriteError):
            _save_manifest(folder, now, write)
        raise
    _save_manifest(folder, now, write)
    return outcome


# ------------------------------------------------------------------ what may not be touched


def _refuse_links(folder: Path, paths: Iterable[str]) -> None:
    """Refuse to follow links below the folder: they may lead out of it."""
    seen = dict.fromkeys(part for path in paths for part in (*reversed(Path(path).parents), Path(path)))
    links = [part.as_posix() for part in seen if part != Path() and _is_link(folder / part)]
    if links:
        what = f"{_name_some(links)} in {folder} would lead elsewhere: a link stands where the site puts its own"
        raise BadCallError(what=what, try_this="remove it, or name another folder")


def _is_link(path: Path) -> bool:
    return path.is_symlink() or getattr(os.path, "isjunction", lambda _: False)(path)


def _read_before(folder: Path, *, overwrite: bool) -> Mapping[str, WrittenPage]:
    try:
        return read_manifest(folder)
    except BadFileError:
        if overwrite:
            return {}
        raise


def _refuse_foreign(pages: Iterable[SitePage], before: Mapping[str, WrittenPage], present: Mapping[str, str]) -> None:
    """Refuse where a file is neither as the site wrote it nor as it would write it now."""
    foreign = [
        page.path
        for page in pages
        if page.path in present
        and not (page.path in before and before[page.path].sha256 == present[page.path])
        and digest_of_bytes(_content(page.prepare())) != present[page.path]
    ]
    if foreign:
        what = f"{_name_some(foreign)} was not written by the site, or was edited since"
        raise BadCallError(what=what, try_this="move it away, or give --overwrite to replace it")


def _name_some(paths: Sequence[str]) -> str:
    named = ", ".join(paths[:_MOST_NAMED])
    return named if len(paths) <= _MOST_NAMED else f"{named} and {len(paths) - _MOST_NAMED} more"


def _digest_of_file(path: Path) -> str:
    """Return the digest of a plain file; nothing where nothing stands.

    Raises:
        CannotWriteError: what stands there is no plain file, or cannot be read.

    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise CannotWriteError(file=str(path), reason="it is no plain file")
        return digest_of_bytes(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise CannotWriteError(file=str(path), reason=error.strerror or str(error)) from None


# ------------------------------------------------------------------ what is done


def _update_page(
    folder: Path, page: SitePage, before: WrittenPage | None, present: str | None, write: Write, outcome: Outcome
) -> WrittenPage:
    prepared = page.prepare()
    if before and before.made_from == prepared.made_from and before.sha256 == present:
        outcome.unchanged.append(page.path)
        return before
    content = _content(prepared)
    now = WrittenPage(digest_of_bytes(content), prepared.made_from)
    if now.sha256 == present:
        outcome.unchanged.append(page.path)
    else:
        _make_folders(folder, Path(page.path).parent)
        write(folder / page.path, content)
        outcome.written.append(page.path)
    return now


def _content(prepared: PreparedPage) -> bytes:
    return prepared.render().encode("utf-8")


def _make_folders(folder: Path, below: Path) -> None:
    try:
        (folder / below).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(file=str(folder / below), reason=error.strerror or str(error)) from None


def _stale(before: Mapping[str, WrittenPage], paths: Iterable[str]) -> list[str]:
    """Return the pages of the earlier site that are no more, whatever case a disk keeps names in."""
    kept = {path.casefold() for path in paths}
    return sorted(path for path in before if path.casefold() not in kept)


def _remove(folder: Path, path: str, before: WrittenPage, outcome: Outcome) -> bool:
    """Remove a page that nobody has touched, and folders left empty; return whether it is gone."""
    file = folder / path
    if not os.path.lexists(file):
        return True
    if not _is_as_written(folder, path, before):
        outcome.left.append(path)
        return False
    try:
        file.unlink()
    except OSError as error:
        raise CannotWriteError(file=str(file), reason=error.strerror or str(error)) from None
    outcome.removed.append(path)
    _remove_empty(folder, Path(path).parent)
    return True


def _is_as_written(folder: Path, path: str, before: WrittenPage) -> bool:
    parts = [part for part in (Path(path), *Path(path).parents) if part != Path()]
    if any(_is_link(folder / part) for part in parts) or not (folder / path).is_file():
        return False
    return _digest_of_file(folder / path) == before.sha256


def _remove_empty(folder: Path, below: Path) -> None:
    with suppress(OSError):
        while below != Path():
            (folder / below).rmdir()
            below = below.parent


def _save_manifest(folder: Path, pages: Mapping[str, WrittenPage], write: Write) -> None:
    content = print_manifest(pages)
    if _digest_of_file(folder / MANIFEST) != digest_of_bytes(content):
        write(folder / MANIFEST, content)
