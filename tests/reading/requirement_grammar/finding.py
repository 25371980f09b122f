"""What a finder of lost words finds in a text, beside places that are held."""

from collections.abc import Callable, Iterable, Iterator

from ladder.reading.passages import Span

Finder = Callable[[str, Iterable[Span]], Iterator[Span]]


def found(finder: Finder, text: str, *held: str) -> list[str]:
    """Return the words found, where each of the words ``held`` stands in a place that is held."""
    places = [Span(text.index(words), text.index(words) + len(words)) for words in held]
    return [text[slice(*one)] for one in finder(text, places)]
