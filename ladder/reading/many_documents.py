"""Documents read one after another, and many in several processes: the same readings, in the same order.

This process opens the files and keeps watch over what it reads; the others make readings
of what the files hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ladder.errors import BadCallError, LadderError
from ladder.reading.class_rows import documents_in
from ladder.reading.documents import read_document
from ladder.reading.jurisdictions.outline.vocabulary import HeadingWords, words_for
from ladder.reading.readings import Reading
from ladder.reading.text.kinds import SUFFIXES, Kind
from ladder.reading.text.opening import fetch_file
from ladder.reading.worker_processes import SharedWork, count_processors

MANY = 100
"""So many documents are read in several processes: of fewer, starting these takes longer than the reading."""

MANY_TEXTS = 1_000
"""The same for plain texts and Markdown, which take less than a tenth of what a page, a DOCX or a PDF takes."""

_TEXTS = frozenset({Kind.PLAIN, Kind.MARKDOWN})
"""The kinds that hold one class and are read as they stand: a table, were it of text, holds many classes."""


class HowRead(NamedTuple):
    """How documents are read.

    ``jurisdiction`` is whose they are, ``headings`` a file of headings, where the call names
    them. Not ``whole``, most claims are dropped, which only a review page shows.
    """

    jurisdiction: str | None = None
    headings: Path | None = None
    whole: bool = True


class DocumentRead(NamedTuple):
    """What became of a document: its readings, or why there are none.

    ``is_crash`` says that ladder itself is at fault, ``is_bad_call`` that no document could be read so.
    """

    readings: tuple[Reading, ...] = ()
    fault: str = ""
    is_crash: bool = False
    is_bad_call: bool = False


class _Opened(NamedTuple):
    """A document's bytes, and how they are read."""

    path: Path
    name: str
    content: bytes
    words: HeadingWords | None
    how: HowRead


_Task = _Opened | DocumentRead
"""A document that was opened, or what became of one that could not be."""


def read_each(paths: Sequence[Path], how: HowRead, *, processes: int | None = None) -> Iterator[DocumentRead]:
    """Yield what becomes of each document, in order; a fault of one keeps no other from being read.

    ``processes`` are as many as the machine has processors for, unless they are named.

    Raises:
        BadCallError: the call asks for what cannot be, whatever the document.
        Exception: a fault of ladder itself, where there is one document alone.

    """
    if len(paths) == 1:
        yield _read_alone(paths[0], how)
        return
    count = processes if processes is not None else count_processors() if are_many(paths) else 1
    work = SharedWork(_read_packed, _told_at_death, processes=count)
    for path, one in zip(paths, work.results(_opened(path, how) for path in paths), strict=True):
        if one.is_bad_call:
            _readings_of(_open(path, how))
        yield one._replace(readings=tuple(map(_unpacked, one.readings)))


def are_many(paths: Sequence[Path]) -> bool:
    """Return whether reading takes so long that several processes are done sooner.

    >>> [are_many([Path(name)] * 100) for name in ("page.html", "classes.csv", "bulletin.txt", "bulletin.md")]
    [True, True, False, False]
    """
    texts = sum(SUFFIXES.get(path.suffix.casefold()) in _TEXTS for path in paths)
    return texts * MANY + (len(paths) - texts) * MANY_TEXTS >= MANY * MANY_TEXTS


def _read_alone(path: Path, how: HowRead) -> DocumentRead:
    """Read a document that is the only one; a fault of ladder itself is raised, so that it can be looked into."""
    try:
        return DocumentRead(_readings_of(_open(path, how)))
    except BadCallError:
        raise
    except LadderError as error:
        return DocumentRead(fault=str(error))


def _open(path: Path, how: HowRead) -> _Opened:
    words = words_for(path, named=how.headings)
    name, content = fetch_file(path)
    return _Opened(path, name, content, words, how)


def _opened(path: Path, how: HowRead) -> _Task:
    try:
        return _open(path, how)
    except BadCallError:
        raise
    except LadderError as error:
        return DocumentRead(fault=str(error))
    except Exception as error:  # noqa: BLE001 - no fault of one document, were it ladder's, may lose the others
        return _crashed(path, error)


def _readings_of(one: _Opened) -> tuple[Reading, ...]:
    jurisdiction, words = one.how.jurisdiction, one.words
    documents = documents_in(one.content, name=one.name, words=words)
    readings = tuple(
        reading for each in documents for reading in read_document(each, jurisdiction=jurisdiction, words=words)
    )
    return readings if one.how.whole else tuple(replace(each, claims=each.claims[:1]) for each in readings)


def _read_packed(task: _Task) -> DocumentRead:
    """Read a document that was opened; what it holds can be sent from one process to another."""
    if isinstance(task, DocumentRead):
        return task
    try:
        return DocumentRead(tuple(map(_packed, _readings_of(task))))
    except BadCallError:
        return DocumentRead(is_bad_call=True)
    except LadderError as error:
        return DocumentRead(fault=str(error))
    except Exception as error:  # noqa: BLE001 - as above
        return _crashed(task.path, error)


def _packed(one: Reading) -> Reading:
    return replace(one, printed=dict(one.printed), codes=dict(one.codes))


def _unpacked(one: Reading) -> Reading:
    return replace(one, printed=MappingProxyType(one.printed), codes=MappingProxyType(one.codes))


def _crashed(path: Path, error: Exception) -> DocumentRead:
    told = " ".join(str(error).split())
    what = f"a fault of ladder itself: {type(error).__name__}: {told}; read it alone with --debug"
    return DocumentRead(fault=f"{path}: {what}", is_crash=True)


def _told_at_death(task: _Task) -> DocumentRead:
    if isinstance(task, DocumentRead):
        return task
    what = "the process that read it came to an end: it takes more memory than there is, or ladder itself is at fault"
    return DocumentRead(fault=f"{task.path}: {what}; the others were read; read it alone with --debug", is_crash=True)
