"""The text of a PDF, page by page."""

from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.limits import LARGEST_EXTRACT

_HYPHEN_AT_LINE_END = "\ufffe"


def read_pdf_text(content: bytes) -> Extract:
    """Return the text of the pages; a page that shows a picture and no text is a scanned one.

    A hyphen at the end of a line stays there, as it is printed.

    Raises:
        UnfitDocumentError: more text than a document holds.

    """
    texts, scanned = [], []
    left = LARGEST_EXTRACT
    for number, page in enumerate(PdfDocument(content), start=1):
        texts.append(_read_page(page))
        if not texts[-1].strip() and _shows_pictures(page):
            scanned.append(number)
        page.close()
        left -= len(texts[-1])
        if left < 0:
            message = f"it holds more than {LARGEST_EXTRACT:,} characters of text"
            raise UnfitDocumentError(message)
    return Extract("\n\f".join(texts), paged=True, scanned=tuple(scanned))


def _read_page(page: PdfPage) -> str:
    text_page = page.get_textpage()
    text: str = text_page.get_text_range().replace("\r\n", "\n").replace("\f", " ")
    text_page.close()
    return text.replace(_HYPHEN_AT_LINE_END, "-\n")


def _shows_pictures(page: PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
