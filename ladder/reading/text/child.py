"""The process that opens a document of marks or of a container: bounded in memory, time and what it may write.

It reads the document's bytes from its standard input and writes a line of JSON, which
holds the fields of an :class:`~ladder.reading.text.extracts.Extract` or says why there is
none (``refused``), and the text below it. It imports no more than the kind of document
asks for, to start quickly.
"""

import contextlib
import json
from collections.abc import Callable, Mapping
from typing import BinaryIO

from ladder.errors import BadFileError
from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.limits import CHILD_MEMORY, CHILD_SECONDS, LARGEST_CONTAINER, LARGEST_EXTRACT

Reader = Callable[[bytes], Extract]


def main(kind: str, stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Answer the document on standard input, of a kind that :data:`_READERS` names."""
    limit_this_process()
    stdout.write(answer(kind, stdin.read(LARGEST_CONTAINER)))
    stdout.flush()


def answer(kind: str, content: bytes) -> bytes:
    """Return the child's whole answer to a document."""
    try:
        return _tell(_READERS[kind]()(content))
    except UnfitDocumentError as error:
        return _refuse(str(error))
    except BadFileError as error:
        return _refuse(error.faults[0].what)
    except (MemoryError, RecursionError):
        return _refuse("reading it takes more memory than a document should")
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere in the packages that open it
        return _refuse(f"it cannot be opened: {_first_line(error)}")


def limit_this_process() -> None:
    """Bound the memory, the processor time and the output of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - Windows has none; its child is bounded by the clock alone
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_AS: CHILD_MEMORY,
        resource.RLIMIT_CPU: CHILD_SECONDS,
        resource.RLIMIT_FSIZE: 4 * LARGEST_EXTRACT + 1_000_000,
        resource.RLIMIT_CORE: 0,
    }
    for what, bound in bounds.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (bound, bound))


def _tell(extract: Extract) -> bytes:
    if len(extract.text) > LARGEST_EXTRACT:
        return _refuse(f"it holds more than {LARGEST_EXTRACT:,} characters of text")
    head = json.dumps(extract._replace(text="")._asdict())
    return f"{head}\n{extract.text}".encode("utf-8", errors="replace")


def _refuse(what: str) -> bytes:
    return json.dumps({"refused": what}).encode() + b"\n"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def _html() -> Reader:
    from ladder.reading.text.web_page import read_page  # noqa: PLC0415 - only the packages of the kind asked for

    return read_page


def _docx() -> Reader:
    from ladder.reading.text.docx_text import read_docx_text  # noqa: PLC0415 - as above

    return read_docx_text


def _pdf() -> Reader:
    from ladder.reading.text.pdf_text import read_pdf_text  # noqa: PLC0415 - as above

    return read_pdf_text


def _odt() -> Reader:
    from ladder.reading.text.odt_text import read_odt_text  # noqa: PLC0415 - as above

    return read_odt_text


def _rtf() -> Reader:
    from ladder.reading.text.rtf_text import read_rtf_text  # noqa: PLC0415 - as above

    return read_rtf_text


def _xlsx() -> Reader:
    from ladder.reading.text.xlsx_rows import read_xlsx  # noqa: PLC0415 - as above

    return read_xlsx


def _json() -> Reader:
    from ladder.reading.text.json_rows import read_json_rows  # noqa: PLC0415 - as above

    return read_json_rows


_READERS: Mapping[str, Callable[[], Reader]] = {
    "DOCX": _docx,
    "PDF": _pdf,
    "HTML": _html,
    "ODT": _odt,
    "RTF": _rtf,
    "XLSX": _xlsx,
    "JSON": _json,
}
