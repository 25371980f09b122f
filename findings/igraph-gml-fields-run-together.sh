#!/usr/bin/env bash
# igraph 1.0.0: two fields of a class become one in GML, and the file has the same key twice.
#
# One guesses: names of fields that GML does not allow, pay_min or months_asked, are refused or changed so that they
# stay apart.
# What happens: the underscore is left out: pay_min and paymin are both written as paymin, one below the other, in
# every node. igraph itself then reads one of the two for both; networkx reads a list of two. No message.
# What helps: names of letters and figures that differ without the underscore; GraphML keeps them as they are.
#
# Seen with Python 3.11 on Linux:
#   written: paymin 40000 paymin 52000
#   igraph: {'label': ['Clerk'], 'paymin': [52000.0]}
#   networkx: {'Clerk': {'paymin': [40000, 52000]}}
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    igraph==1.0.0 networkx==3.6.1 || exit 2
cat > "$folder/fields.py" <<'PYTHON'
import sys
from pathlib import Path

import igraph
import networkx

file = Path(sys.argv[1], "ladder.gml")
graph = igraph.Graph(directed=True)
graph.add_vertices(1, attributes={"label": ["Clerk"], "pay_min": [40000], "paymin": [52000]})
graph.write_gml(str(file))
print("written:", *(line.strip() for line in file.read_text().splitlines() if "paymin" in line or "pay_min" in line))
read = igraph.Graph.Read_GML(str(file))
print("igraph:", {name: read.vs[name] for name in read.vs.attributes() if name != "id"})
print("networkx:", dict(networkx.read_gml(file).nodes(data=True)))
PYTHON
"$python" -W ignore "$folder/fields.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
written: paymin 40000 paymin 52000
igraph: {'label': ['Clerk'], 'paymin': [52000.0]}
networkx: {'Clerk': {'paymin': [40000, 52000]}}
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: igraph writes or reads such fields in another way than described" >&2
    exit 1
fi
echo "as described: two fields of pay are one"
