"""Documents made for the tests: words as DOCX and PDF, and scans."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

_IMAGE = b"<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Length 64>>"
_BEFORE_PAGES = 4


def pdf_of(*pages: Sequence[str]) -> bytes:
    """Return a PDF whose pages hold these lines; a page without lines shows a picture."""
    return pdf_of_streams(*(_text_stream(lines) if lines else b"q 400 0 0 400 50 50 cm /Im0 Do Q" for lines in pages))


def pdf_of_streams(*streams: bytes, head: bytes = b"") -> bytes:
    """Return a PDF with a page for each stream of content; ``head`` says how the streams are packed."""
    numbers = [_BEFORE_PAGES + 1 + 2 * page for page in range(len(streams))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        _IMAGE + b"stream\n" + bytes(64) + b"\nendstream",
    ]
    for number, stream in zip(numbers, streams, strict=True):
        resources = b"/Resources<</Font<</F1 3 0 R>>/XObject<</Im0 4 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]%b/Contents %d 0 R>>" % (resources, number + 1))
        objects.append(b"<<%b/Length %d>>stream\n%b\nendstream" % (head, len(stream), stream))
    return _join(objects)


def _text_stream(lines: Sequence[str]) -> bytes:
    shown = (
        line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines
    )
    return b"BT /F1 9 Tf 12 TL 40 740 Td " + b" ".join(b"(%b) Tj T*" % line for line in shown) + b" ET"


def _join(objects: Sequence[bytes]) -> bytes:
    content, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(content))
    return content + head + table + tail


def docx_of(*lines: str) -> bytes:
    """Return a DOCX with a paragraph for each line."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return bytes_of(document)


def bytes_of(document: object) -> bytes:
    """Return a document of python-docx as the bytes of its file."""
    file = BytesIO()
    document.save(file)  # type: ignore[attr-defined]  # python-docx has no class of its own to name
    return file.getvalue()


def docx_with(body: str, *, parts: Mapping[str, bytes] | None = None, before: str = "") -> bytes:
    """Return a DOCX whose body is this XML; ``parts`` are added as they are, ``before`` stands before its root."""
    names = "".join(
        f' xmlns:{prefix}="{address}"'
        for prefix, address in {
            "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        }.items()
    )
    root = f"<?xml version='1.0' encoding='UTF-8'?>{before}<w:document{names}><w:body>{body}</w:body></w:document>"
    return replace_parts(docx_of(), {"word/document.xml": root.encode(), **(parts or {})})


def replace_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a zip with some of its parts put in or exchanged."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return made.getvalue()
