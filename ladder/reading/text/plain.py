"""Plain text: its encoding found, its letters made plain, its lines and pages kept."""

from ladder.reading.passages import Document
from ladder.reading.text.decoding import decode_text
from ladder.reading.text.limits import check_lines, refuse_document
from ladder.reading.text.normalise import write_plain
from ladder.reading.text.pages import part_pages


def read_plain(content: bytes, *, name: str) -> Document:
    """Return plain text as a document; its lines are the file's own.

    A form feed begins a page. Notes: ``ENCODING_CP1252`` where the bytes are not UTF-8,
    ``ENCODING_UTF16`` where UTF-16 comes without a mark, ``MOJIBAKE`` for each line that
    holds characters damaged before.

    Raises:
        BadFileError: no text, NUL bytes, a file of another kind, or too long a line.

    """
    decoded = decode_text(content, name=name)
    text = write_plain(decoded.text)
    check_lines(text, name=name)
    if not text.strip():
        refuse_document(name, "there is no text in the file", "name a file with text")
    words, pages = part_pages(text)
    return Document(name, words, decoded.notes, pages if "\f" in text else ())
