#!/usr/bin/env bash
# rdflib 7.6.0: times to eligibility as durations are sorted by their letters, and "at most a year" finds nothing.
#
# One guesses: rdflib knows durations (9 months has a value, and 12 months equal a year), so ORDER BY puts 9 months
# before a year, FILTER keeps what is at most a year, and what was read as P18M is written as P18M.
# What happens: ORDER BY puts 9 months last, behind two years; FILTER with <= keeps nothing, not even what is equal,
# and says nothing; P18M is written as P1Y6M, so that a file that is only copied differs. xsd:yearMonthDuration, which
# has an order by its definition, is treated alike.
# What helps: months as whole numbers beside, or in place of, durations, wherever somebody sorts or compares.
#
# Seen with Python 3.11 on Linux:
#   duration: order 12, 18, 24, 9 months; at most a year: none; equal to a year: 12 months; P18M written as P1Y6M
#   yearMonthDuration: the same
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: rdflib==7.6.0 || exit 2
cat > "$folder/durations.py" <<'PYTHON'
from rdflib import XSD, Graph, Literal, URIRef

TIME = URIRef("urn:ladder:time")


def names(graph, rest):
    return ", ".join(str(row.name).rpartition(":")[2] for row in graph.query(f"SELECT ?name WHERE {{ {rest}")) or "none"


for kind in (XSD.duration, XSD.yearMonthDuration):
    graph = Graph()
    for months, printed in ((18, "P18M"), (24, "P2Y"), (9, "P9M"), (12, "P12M")):
        graph.add((URIRef(f"urn:ladder:{months}"), TIME, Literal(printed, datatype=kind)))
    year = f'"P1Y"^^<{kind}>'
    found = [
        f"order {names(graph, f'?name <{TIME}> ?time }} ORDER BY ?time')} months",
        f"at most a year: {names(graph, f'?name <{TIME}> ?time FILTER(?time <= {year}) }}')}",
        f"equal to a year: {names(graph, f'?name <{TIME}> ?time FILTER(?time = {year}) }}')} months",
    ]
    copied = Graph().parse(data=f'<urn:a> <{TIME}> "P18M"^^<{kind}> .', format="turtle").serialize(format="nt")
    found.append(f"P18M written as {copied.split(chr(34))[1]}")
    print(f"{kind.rpartition('#')[2]}: {'; '.join(found)}")
PYTHON
"$python" -W ignore "$folder/durations.py" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
duration: order 12, 18, 24, 9 months; at most a year: none; equal to a year: 12 months; P18M written as P1Y6M
yearMonthDuration: order 12, 18, 24, 9 months; at most a year: none; equal to a year: 12 months; P18M written as P1Y6M
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: rdflib compares durations in another way than described" >&2
    exit 1
fi
echo "as described: nine months stand behind two years"
