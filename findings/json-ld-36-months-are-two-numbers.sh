#!/usr/bin/env bash
# PyLD 3.3.0 and rdflib 7.6.0: 36.0 months in one JSON-LD file are an integer to one and a double to the other.
#
# One guesses: two processors of JSON-LD make the same triples of the same file, so that their graphs can be compared
# and joined by value.
# What happens: PyLD makes the integer 36, as the standard has it; rdflib the double 36.0. As graphs they are not
# isomorphic, and a pattern with 36 finds nothing in rdflib's; only a FILTER compares by value. json.dump of a float
# or numpy column gives just such numbers.
# What helps: whole numbers as int before they are dumped; others as text with the kind xsd:decimal.
#
# Seen with Python 3.11 on Linux:
#   PyLD: 36 integer
#   PyLD: 1 class asks 36
#   rdflib: 36.0 double
#   rdflib: 0 class asks 36
#   the same graph: False
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: pyld==3.3.0 rdflib==7.6.0 || exit 2
cat > "$folder/numbers_of_months.py" <<'PYTHON'
import json

import rdflib
from pyld import jsonld
from rdflib.compare import isomorphic

PLACE = "https://agency.example/"
text = json.dumps({"@context": {"asked": PLACE + "asked"}, "@id": PLACE + "class", "asked": 36.0})
quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})
by_pyld = rdflib.Graph().parse(data=quads, format="nt")
by_rdflib = rdflib.Graph().parse(data=text, format="json-ld")
for name, graph in (("PyLD", by_pyld), ("rdflib", by_rdflib)):
    asked = graph.value(rdflib.URIRef(PLACE + "class"), rdflib.URIRef(PLACE + "asked"))
    print(f"{name}: {asked} {asked.datatype.fragment}")
    found = graph.query(f"select ?class where {{ ?class <{PLACE}asked> 36 }}")
    print(f"{name}: {len(found)} class asks 36")
print("the same graph:", isomorphic(by_pyld, by_rdflib))
PYTHON
"$python" -W ignore "$folder/numbers_of_months.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
PyLD: 36 integer
PyLD: 1 class asks 36
rdflib: 36.0 double
rdflib: 0 class asks 36
the same graph: False
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: PyLD or rdflib reads such numbers in another way than described" >&2
    exit 1
fi
echo "as described: 36 months are another number by each of two readers"
