"""The text of a PDF, page by page."""

from ctypes import c_double

from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
from pypdfium2.raw import (
    FPDF_PAGEOBJ_IMAGE,
    FS_RECTF,
    FPDFText_GetCharAngle,
    FPDFText_GetCharOrigin,
    FPDFText_GetLooseCharBox,
    FPDFText_GetUnicode,
    FPDFText_IsGenerated,
    FPDFText_IsHyphen,
)

from ladder.reading.extent import MOST_CHARACTERS
from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.limits import LARGEST_EXTRACT
from ladder.reading.text.pdf_layout import HYPHEN_AT_LINE_END, lay_out
from ladder.reading.text.pdf_shifts import Letter, shift_figures


def read_pdf_text(content: bytes) -> Extract:
    """Return the text of the pages; a page that shows a picture and no text is a scanned one.

    A hyphen at the end of a line stays there, as it is printed. Figures above or below
    their line are set apart (:mod:`ladder.reading.text.pdf_shifts`), and columns and
    cells are told (:mod:`ladder.reading.text.pdf_layout`), as far as a document is read.

    Raises:
        UnfitDocumentError: more text than a document holds.

    """
    texts, scanned = [], []
    left = LARGEST_EXTRACT
    for number, page in enumerate(PdfDocument(content), start=1):
        texts.append(_read_page(page, measured=max(MOST_CHARACTERS - LARGEST_EXTRACT + left, 0)))
        if not texts[-1].strip() and _shows_pictures(page):
            scanned.append(number)
        page.close()
        left -= len(texts[-1])
        if left < 0:
            message = f"it holds more than {LARGEST_EXTRACT:,} characters of text"
            raise UnfitDocumentError(message)
    return Extract("\n\f".join(texts), paged=True, scanned=tuple(scanned))


def _read_page(page: PdfPage, *, measured: int) -> str:
    """Return the text of a page; of so many letters it is asked where they stand."""
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    letters = [_read_letter(text_page, place) for place in range(min(text_page.count_chars(), measured))]
    rest = text[len(letters) :].replace("\r\n", "\n").replace(HYPHEN_AT_LINE_END, "-\n")
    rest = rest.removeprefix("\n") if letters and letters[-1].text == "\r" else rest
    text_page.close()
    return (lay_out(letters, shift_figures(letters)) + rest).replace("\f", " ")


def _read_letter(text_page: PdfTextPage, place: int) -> Letter:
    text = chr(FPDFText_GetUnicode(text_page, place))
    if FPDFText_IsGenerated(text_page, place) == 1:
        return Letter(text, is_made=True)
    if FPDFText_IsHyphen(text_page, place) == 1:
        text = HYPHEN_AT_LINE_END
    across, baseline, box = c_double(), c_double(), FS_RECTF()
    FPDFText_GetCharOrigin(text_page, place, across, baseline)
    FPDFText_GetLooseCharBox(text_page, place, box)
    is_upright = FPDFText_GetCharAngle(text_page, place) == 0
    return Letter(text, box.left, box.right, baseline.value, box.top - box.bottom if is_upright else 0.0)


def _shows_pictures(page: PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
