#!/usr/bin/env bash
# python-docx 1.2.0: the text of a paragraph leaves out what Word shows, where it leaves nothing to be noticed by.
#
# One guesses: the text of a paragraph is the one before a tracked change, or the one after it; and what stands in a
# field of a form is a part of it.
# What happens: a tracked change is neither: "Requires two years", changed to "three", reads "Requires  years": what was
# taken out is left out, and so is what was put in. Words in a content control, with which agencies make the forms of
# their class specifications, are left out too: "Hours:  a week". The sentence stays a sentence, and its figure is gone.
# mammoth 1.13.0, docx2txt 0.9 and docx2python 3.7.1 read the words after the change, and the form's.
# Known for changes (python-openxml/python-docx#340, open since 2016).
#
# Seen on Linux, Python 3.11: see the lines that are printed.
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check \
    python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9 docx2python==3.7.1 || exit 2
cd "$folder"
"$python" - <<'PYTHON'
import sys

import docx
import docx2python
import docx2txt
import mammoth
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def run(text: str, tag: str = "w:t") -> object:
    """Return a run of words."""
    made, words = OxmlElement("w:r"), OxmlElement(tag)
    words.text = text
    made.append(words)
    return made


def wrapped(tag: str, inner: object, **attributes: str) -> object:
    """Return an element that holds another."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.append(inner)
    return made


document = docx.Document()
change = {"author": "HR", "date": "2026-01-01T00:00:00Z"}
asked = document.add_paragraph("Requires ")
asked._p.append(wrapped("w:del", run("two", "w:delText"), id="1", **change))
asked._p.append(wrapped("w:ins", run("three"), id="2", **change))
asked.add_run(" years")
hours = document.add_paragraph("Hours: ")
hours._p.append(wrapped("w:sdt", wrapped("w:sdtContent", run("40"))))
hours.add_run(" a week")
document.save("class.docx")

with open("class.docx", "rb") as file:
    by_mammoth = mammoth.extract_raw_text(file).value
seen = {
    "python-docx": [one.text for one in docx.Document("class.docx").paragraphs],
    "mammoth": [line for line in by_mammoth.split("\n") if line],
    "docx2txt": [line for line in docx2txt.process("class.docx").split("\n") if line],
    "docx2python": [line for line in docx2python.docx2python("class.docx").text.split("\n") if line],
}
for reader, lines in seen.items():
    print(f"{reader:13}{lines}")
shown = ["Requires three years", "Hours: 40 a week"]
expected = {name: shown for name in seen} | {"python-docx": ["Requires  years", "Hours:  a week"]}
sys.exit("CHANGED: see the lines" if seen != expected else 0)
PYTHON
echo "as described: python-docx gives neither what was there before the change nor after it"
