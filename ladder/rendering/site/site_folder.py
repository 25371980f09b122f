"""The site's folder brought up to date: whole pages or none, and nothing touched that others made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ladder.errors import BadCallError, BadFileError, CannotWriteError
from ladder.rendering.site.fingerprints import digest_of_bytes
from ladder.rendering.site.manifest import MANIFEST, WrittenPage, print_manifest, read_manifest
from ladder.writing import FolderGuard, Removal, Write, replace_file
from ladder.writing.folder_guard import name_some


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
    write: Write = replace_file,
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
    guard, paths = FolderGuard(folder, write), [page.path for page in pages]
    guard.prepare([*paths, MANIFEST])
    before = _read_before(guard, overwrite=overwrite)
    stale = _stale(before, paths)
    guard.prepare([], stale)
    present = {path: digest for path in paths if (digest := _digest(guard, path))}
    if not overwrite:
        _refuse_foreign(pages, before, present)
    now = dict(before)
    outcome = Outcome()
    try:
        for page in pages:
            now[page.path] = _update_page(guard, page, before.get(page.path), present.get(page.path), outcome)
            tell()
        for path in stale:
            if _remove(guard, path, before[path], outcome):
                del now[path]
    except BaseException:
        with suppress(CannotWriteError):
            _save_manifest(guard, now)
        raise
    _save_manifest(guard, now)
    return outcome


# ------------------------------------------------------------------ what may not be touched


def _read_before(guard: FolderGuard, *, overwrite: bool) -> Mapping[str, WrittenPage]:
    try:
        return read_manifest(guard)
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
        what = f"{name_some(foreign)} was not written by the site, or was edited since"
        raise BadCallError(what=what, try_this="move it away, or give --overwrite to replace it")


def _digest(guard: FolderGuard, path: str) -> str:
    """Return the digest of a plain file; nothing where nothing stands."""
    content = guard.content(path)
    return "" if content is None else digest_of_bytes(content)


# ------------------------------------------------------------------ what is done


def _update_page(
    guard: FolderGuard, page: SitePage, before: WrittenPage | None, present: str | None, outcome: Outcome
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
        guard.write(page.path, content)
        outcome.written.append(page.path)
    return now


def _content(prepared: PreparedPage) -> bytes:
    return prepared.render().encode("utf-8")


def _stale(before: Mapping[str, WrittenPage], paths: Iterable[str]) -> list[str]:
    """Return the pages of the earlier site that are no more, whatever case a disk keeps names in."""
    kept = {path.casefold() for path in paths}
    return sorted(path for path in before if path.casefold() not in kept)


def _remove(guard: FolderGuard, path: str, before: WrittenPage, outcome: Outcome) -> bool:
    """Remove a page that nobody has touched, and folders left empty; return whether it is gone."""
    removal = guard.remove(path, lambda content: digest_of_bytes(content) == before.sha256)
    if removal is Removal.LEFT:
        outcome.left.append(path)
    elif removal is Removal.DONE:
        outcome.removed.append(path)
        guard.remove_empty(path)
    return removal is not Removal.LEFT


def _save_manifest(guard: FolderGuard, pages: Mapping[str, WrittenPage]) -> None:
    content = print_manifest(pages)
    if guard.content(MANIFEST) != content:
        guard.write(MANIFEST, content)
