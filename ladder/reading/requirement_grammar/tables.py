"""The parser of the grammar file, kept as tables: to make it anew takes as long as reading sixty documents.

``make data`` writes the tables. They are used as long as they belong to the grammar
files, to Lark and to Python as these are; else the parser is made anew.
"""

import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import lark
from lark import Lark

_FOLDER = Path(__file__).parent
GRAMMAR = _FOLDER / "requirements.lark"
_IMPORTED = _FOLDER / "quantities.lark"
TABLES = _FOLDER / "requirements.tables"
_STARTS = ("clause", "stands_for", "rate_said", "seam", "by_the_way")


def load_parser() -> Lark:
    """Return the parser of the grammar, from its tables where they are of this very grammar."""
    kept, mark = _kept(), _mark()
    return Lark.load(BytesIO(kept[len(mark) :])) if kept.startswith(mark) else make_parser()


def make_parser() -> Lark:
    """Return the parser of the grammar, made from the grammar file."""
    return Lark.open(str(GRAMMAR), parser="lalr", start=list(_STARTS), maybe_placeholders=False)


def write_tables() -> None:
    """Write the tables of the grammar beside it; tables that are of this very grammar stay as they are."""
    if are_current():
        return
    tables = BytesIO()
    make_parser().save(tables)
    TABLES.write_bytes(_mark() + tables.getvalue())


def are_current() -> bool:
    """Return whether the tables are of the grammar files, Lark and Python as they are."""
    return _kept().startswith(_mark())


def _kept() -> bytes:
    return TABLES.read_bytes() if TABLES.exists() else b""


def _mark() -> bytes:
    """Return what the tables were made from: both grammar files, Lark's version and Python's."""
    versions = f"{lark.__version__} {sys.version_info[:2]}".encode()
    return sha256(b"\0".join((versions, GRAMMAR.read_bytes(), _IMPORTED.read_bytes()))).hexdigest().encode() + b"\n"
