"""A page to its text, or to the job postings that it holds as data where it shows no words of its own."""

from collections.abc import Iterable, Iterator, Mapping

from ladder.reading.text.extracts import Extract
from ladder.reading.text.html import Page, parse_html
from ladder.reading.text.job_postings import is_posting
from ladder.reading.text.json_rows import entries_of, fields_of, load_json, pack_entries
from ladder.reading.text.limits import refuse_document

_FEWEST_LETTERS = 300
_MOST_QUOTED = 200


def read_page(content: bytes) -> Extract:
    """Return the text of a page; of one with next to no words its JobPostings, packed as rows.

    Raises:
        MissingExtraError: selectolax is not installed.
        BadFileError: neither words nor postings, NUL bytes, or too long a line.

    """
    page = parse_html(content, name="page")
    notes = [(note.code, note.severity.value, note.line, note.text) for note in page.notes]
    postings = list(_postings(page)) if len(page.text) < _FEWEST_LETTERS else []
    if postings:
        return pack_entries(postings)._replace(notes=(*notes, _note(page)))
    if not page.text.strip():
        refuse_document("page", "there are no words on the page", "name a page with text")
    return Extract(page.text, notes=tuple(notes), headings=page.headings)


def _note(page: Page) -> tuple[str, str, int, str]:
    shown = " ".join(page.text.split())[:_MOST_QUOTED]
    what = f"read from the JobPosting that the page holds as data, since it shows only: {shown or 'nothing'}"
    return ("JOB_POSTING_READ", "INFO", 0, what)


def _postings(page: Page) -> Iterator[Mapping[str, str]]:
    trees = (tree for text in page.data for tree in _trees(text))
    return (fields_of(one) for tree in trees for one in entries_of(tree) if is_posting(one))


def _trees(text: str) -> Iterable[object]:
    """Return the values of a script, none where they are no JSON: many pages hold such."""
    try:
        return (load_json(text),)
    except ValueError:
        return ()
