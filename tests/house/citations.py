"""Citations of documents: what is cited is in the repository, by the name that it has there.

A rule is cited as ``docs/semantics.md, C4`` and a section as ``docs/contracts.md, section 5``.
After the first citation of a file a rule may be cited by its id alone, in brackets.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.house.tracked import ROOT

RULES = "docs/semantics.md"
"""Where the rules stand, each under a heading of its own."""
DOCUMENT = re.compile(r"(?<![\w/.-])docs/[A-Za-z0-9_/-]{1,80}\.md\b")
PLACES = re.compile(
    r",?[ \t\n]{1,40}(?:(?://|#)[ ]{0,4})?(?P<places>(?:sections?[ \n]|C[0-9])[^.;:()]{0,60})",
)
"""What comes after a document's name, on its line or the next: rules or sections."""
RULE_ID = re.compile(r"\bC[0-9]{1,3}\b")
RULE_RANGE = re.compile(r"\bC([0-9]{1,3})[ \n]{1,8}(?:(?://|#) )?to[ \n]{1,8}(?:(?://|#) )?C([0-9]{1,3})\b")
SECTION = re.compile(r"\bsections?[ \n]{1,8}([0-9]{1,2})(?: to ([0-9]{1,2}))?\b")
BARE = re.compile(r"\((C[0-9]{1,3}(?:, C[0-9]{1,3}){0,8})\)")
CONVENTION = re.compile(r"\bconvention[: ]C([0-9]{1,3})(?:\+C([0-9]{1,3}))?\b")
HEADING = re.compile(r"^### (C[0-9]{1,3})\. ", re.MULTILINE)
ANCHOR = re.compile(r'^<a id="(c[0-9]{1,3}|section-[0-9]{1,2})"></a>$', re.MULTILINE)
LINK = re.compile(r"\]\((?P<file>[A-Za-z0-9_/.-]{1,80}\.md)(?:#[A-Za-z0-9_-]{0,80})?\)")
NUMBERED = re.compile(r"^## ([0-9]{1,2})\. ", re.MULTILINE)
# Written with brackets, so that this file does not hold what it looks for.
OUTSIDE = re.compile(
    r"SEMANTIC[S]|CONTRACT[S]|\.\./share[d](?!/(?:corpora|cases|specs)\b)|shared/desig[n]"
    r"|(?<!pypa/pip )\bissu[e] #?[0-9]"
)
"""Names of documents that are not in the repository, and of issues (those of another project are named with it)."""


def ids_in(text: str) -> Counter[str]:
    """Return the rules and sections that a document holds, each by its heading, with how often it does."""
    sections = (f"section {number}" for number in NUMBERED.findall(text))
    return Counter([*HEADING.findall(text), *sections])


def without_anchor(text: str) -> list[str]:
    """Find rules and sections whose heading has no anchor of its own, and anchors that have no heading."""
    anchors = Counter(ANCHOR.findall(text))
    headed = Counter({name.lower().replace(" ", "-"): count for name, count in ids_in(text).items()})
    return [
        f"{name}: heading and anchor do not match"
        for name in sorted(set(anchors | headed))
        if anchors[name] != headed[name]
    ]


def doubled(text: str) -> list[str]:
    """Find rules and sections that a document holds twice."""
    return sorted(name for name, count in ids_in(text).items() if count > 1)


def cited_in(text: str) -> set[tuple[str, str]]:
    """Return what a text cites: pairs of a document and a rule or section of it, or of a document and ''."""
    found = set[tuple[str, str]]()
    for document in DOCUMENT.finditer(text):
        places = PLACES.match(text, document.end())
        found.add((document[0], ""))
        found |= {(document[0], place) for place in _places(places["places"] if places else "")}
    found |= {(RULES, place) for bare in BARE.finditer(text) for place in RULE_ID.findall(bare[1])}
    return found | {(RULES, f"C{number}") for case in CONVENTION.finditer(text) for number in case.groups() if number}


def _places(words: str) -> set[str]:
    rules = set(RULE_ID.findall(words))
    for first, last in RULE_RANGE.findall(words):
        rules |= {f"C{number}" for number in range(int(first), int(last) + 1)}
    sections = [(int(first), int(last or first)) for first, last in SECTION.findall(words)]
    return rules | {f"section {number}" for first, last in sections for number in range(first, last + 1)}


def leads_nowhere(texts: Mapping[str, str], root: Path) -> list[str]:
    """Find citations of documents that are not there, and of rules and sections that a document does not hold."""
    held: dict[str, Counter[str]] = {}
    found = []
    for name, text in texts.items():
        for document, place in sorted(cited_in(text)):
            if document not in held:
                held[document] = ids_in(_read(root / document))
            if not (root / document).is_file():
                found.append(f"{name}: {document} is not there")
            elif place and place not in held[document]:
                found.append(f"{name}: {document} has no {place}")
    return found


def dead_links(texts: Mapping[str, str], root: Path) -> list[str]:
    """Find links between documents that lead to no file."""
    return [
        f"{name}: {link['file']}"
        for name, text in texts.items()
        if name.endswith(".md")
        for link in LINK.finditer(text)
        if not (root / name).parent.joinpath(link["file"]).is_file()
    ]


def cites_from_outside(texts: Mapping[str, str]) -> list[str]:
    """Find references to documents that are not in the repository, and to issues."""
    return [
        f"{name}:{number}: {found[0]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        for found in OUTSIDE.finditer(line)
    ]


def bare_without_document(texts: Mapping[str, str]) -> list[str]:
    """Find files that cite a rule by its id alone and nowhere say which document holds it."""
    return [
        f"{name}: says ({found[1]}) and never {RULES}"
        for name, text in texts.items()
        if (found := BARE.search(text)) and RULES not in text and name != RULES
    ]


def texts_of(files: Iterable[Path]) -> dict[str, str]:
    """Return the text of each file that people write, by its path in the repository."""
    kinds = {".py", ".js", ".md", ".yaml", ".yml", ".ipynb", ".toml", ".json", ".sh", ".txt", ".lark", ".html", ".css"}
    return {file.relative_to(ROOT).as_posix(): _read(file) for file in files if file.suffix in kinds or not file.suffix}


def _read(file: Path) -> str:
    return file.read_text("utf-8", errors="replace") if file.is_file() else ""
