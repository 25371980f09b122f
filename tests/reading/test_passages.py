"""Documents, excerpts and what no claim covers."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.reading.passages import Claim, Document, Excerpt, Span, find_unread

TEXT = "Clerk 3\n\nDUTIES\nFiles papers\nand answers calls\n\nPAGE 2\nwhere asked.\n"
DOCUMENT = Document("clerk.txt", TEXT)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_lines_count_from_one_and_an_empty_passage_has_one() -> None:
    assert DOCUMENT.lines_of(span_of("Files papers\nand answers")) == (4, 5)
    assert DOCUMENT.lines_of(Span(0, 0)) == (1, 1)
    assert DOCUMENT.line_at(len(TEXT)) == 9


def test_pages_are_those_of_the_lines() -> None:
    paged = Document("clerk.pdf", TEXT, pages=(1, 1, 1, 1, 1, 1, 2, 2, 2))
    assert paged.page_at(span_of("where").start) == 2
    assert DOCUMENT.page_at(0) is None
    assert paged.cite("Duties", span_of("where asked.")).page == 2


def test_a_citation_quotes_the_words_on_one_line() -> None:
    source = DOCUMENT.cite(
        "Duties", span_of("Files papers\nand answers calls"), span_of("where asked."), revision="2020-01"
    )
    assert source.quote == "Files papers and answers calls where asked."
    assert (source.lines, source.revision, source.document) == ((4, 8), "2020-01", "clerk.txt")
    assert DOCUMENT.cite("Duties", span_of("DUTIES"), quoted=False).quote is None


def test_an_excerpt_leads_back_over_what_stands_between_its_pieces() -> None:
    excerpt = Excerpt(DOCUMENT, (span_of("Files papers\nand answers calls"), span_of("where asked.")))
    assert excerpt.text == "Files papers and answers calls where asked."
    at = excerpt.text.index("where")
    assert excerpt.to_document(at) == span_of("where").start
    assert excerpt.to_document(10_000) == span_of("where asked.").end
    crossing = Span(excerpt.text.index("calls"), excerpt.text.index("asked"))
    assert excerpt.part(crossing).text == "calls where "
    assert excerpt.spans_of(Span(at, at + 5)) == (span_of("where"),)


def test_what_no_claim_covers_is_listed_by_its_lines() -> None:
    claims = [
        Claim("title", span_of("Clerk 3")),
        Claim("heading", span_of("DUTIES")),
        Claim("furniture", span_of("PAGE 2")),
    ]
    assert find_unread(DOCUMENT, claims) == ((4, 5), (8, 8))
    assert find_unread(DOCUMENT, [Claim("all", Span(0, len(TEXT)))]) == ()
    assert find_unread(DOCUMENT, [Claim("all", Span(0, len(TEXT) - 1)), Claim("inside", Span(3, 5))]) == ()
    assert find_unread(Document("empty.txt", ""), []) == ()


def test_lines_with_only_blank_lines_between_them_are_one_run() -> None:
    assert find_unread(DOCUMENT, []) == ((1, 8),)
    assert find_unread(Document("x.txt", "a\n\nb"), [Claim("part", Span(0, 0))]) == ((1, 3),)


@given(st.text(alphabet="ab \n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_every_character_is_claimed_or_on_a_line_that_is_listed(text: str, pairs: list[tuple[int, int]]) -> None:
    document = Document("any.txt", text)
    claims = [Claim("x", Span(min(pair), min(max(pair), len(text)))) for pair in pairs]
    unread = find_unread(document, claims)
    claimed = {place for claim in claims for place in range(claim.span.start, claim.span.end)}
    listed = {line for first, last in unread for line in range(first, last + 1)}
    for place, letter in enumerate(text):
        assert letter.isspace() or place in claimed or document.line_at(place) in listed
    assert list(unread) == sorted(unread)
