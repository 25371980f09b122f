"""The parsers of the grammar files, kept as tables: to make them anew takes as long as reading sixty documents.

``make data`` writes the tables. They are used as long as they belong to the grammar
files, to Lark and to Python as these are; else the parser is made anew.
"""

import json
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import lark
from lark import Lark

from ladder.reading.requirement_grammar.first_letters import FirstLetters, first_letters
from ladder.reading.requirement_grammar.passage_parser import Tables

_FOLDER = Path(__file__).parent
_LETTERS = _FOLDER / "first_letters.py"


class Grammar(NamedTuple):
    """A grammar file, the productions that a passage is parsed as, and the files that it takes phrases from."""

    file: Path
    starts: tuple[str, ...]
    imported: tuple[Path, ...] = ()

    @property
    def tables(self) -> Path:
        """The file of its tables."""
        return self.file.with_suffix(".tables")


QUANTITIES = Grammar(_FOLDER / "quantities.lark", ("quantity", "study"))
_STARTS = ("clause", "stands_for", "rate_said", "seam", "by_the_way")
REQUIREMENTS = Grammar(_FOLDER / "requirements.lark", _STARTS, (QUANTITIES.file,))


def load_tables(grammar: Grammar) -> Tables:
    """Return the tables of a grammar, those that are kept where they are of this very grammar."""
    kept, mark = _kept(grammar), _mark(grammar)
    if not kept.startswith(mark):
        return make_tables(grammar)
    letters, _, parser = kept[len(mark) :].partition(b"\n")
    return Tables(Lark.load(BytesIO(parser)), {name: FirstLetters(*one) for name, one in json.loads(letters).items()})


def make_tables(grammar: Grammar) -> Tables:
    """Return the tables of a grammar, made from its file."""
    made = Lark.open(str(grammar.file), parser="lalr", start=list(grammar.starts), maybe_placeholders=False)
    return Tables(made, {one.name: first_letters(one.pattern.to_regexp()) for one in made.terminals})


def write_tables(grammars: tuple[Grammar, ...] = (REQUIREMENTS, QUANTITIES)) -> None:
    """Write the tables of grammars beside them; tables that are of this very grammar stay as they are."""
    for grammar in grammars:
        if not are_current(grammar):
            made, parser = make_tables(grammar), BytesIO()
            made.parser.save(parser)
            letters = json.dumps(made.letters, sort_keys=True).encode()
            grammar.tables.write_bytes(_mark(grammar) + letters + b"\n" + parser.getvalue())


def are_current(grammar: Grammar) -> bool:
    """Return whether the tables are of the grammar files, Lark and Python as they are."""
    return _kept(grammar).startswith(_mark(grammar))


def _kept(grammar: Grammar) -> bytes:
    return grammar.tables.read_bytes() if grammar.tables.exists() else b""


def _mark(grammar: Grammar) -> bytes:
    """Return what the tables were made from: the grammar files, how letters are found, Lark's version and Python's."""
    versions = f"{lark.__version__} {sys.version_info[:2]}".encode()
    files = (one.read_bytes() for one in (grammar.file, *grammar.imported, _LETTERS))
    return sha256(b"\0".join((versions, *files))).hexdigest().encode() + b"\n"
