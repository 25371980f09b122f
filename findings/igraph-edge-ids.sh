#!/usr/bin/env bash
# igraph 1.0.0: the id of an edge read from GraphML is the id of a node: that of the node with the edge's number.
#
# One guesses: an edge with id="s1" has "s1" in the attribute "id" of the graph, as with igraph 0.11.9.
# What happens: the first edge is given the id of the first node in the file, the second that of the second, whatever
# they join; where there are more edges than nodes, the others have an empty id. Nothing is said. Ends and other
# attributes are right, so that only what is looked up by the id of an edge is wrong.
# What helps: tell the id a second time, as an attribute of another name (step="s1").
# Beside it, in both versions: an attribute of type boolean that an edge does not have is read as False, a missing
# number as nan and a missing text as "": "not stated" becomes "no".
#
# Seen with Python 3.11 on Linux, two nodes "a" and "b", three edges:
#   igraph 0.11.9: id s1 s2 s3, step s1 s2 s3, promotion True False False
#   igraph 1.0.0: id a b -, step s1 s2 s3, promotion True False False
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/ladder.graphml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="edge" attr.name="step" attr.type="string"/>
  <key id="d1" for="edge" attr.name="promotion" attr.type="boolean"/>
  <graph id="G" edgedefault="directed">
    <node id="a"/>
    <node id="b"/>
    <edge id="s1" source="b" target="a"><data key="d0">s1</data><data key="d1">true</data></edge>
    <edge id="s2" source="b" target="a"><data key="d0">s2</data><data key="d1">false</data></edge>
    <edge id="s3" source="a" target="b"><data key="d0">s3</data></edge>
  </graph>
</graphml>
XML
cat > "$folder/read.py" <<'PYTHON'
import sys

import igraph

edges = igraph.Graph.Read_GraphML(sys.argv[1]).es
told = {name: " ".join(str(one) or "-" for one in edges[name]) for name in ("id", "step", "promotion")}
print(f"igraph {igraph.__version__}:", ", ".join(f"{name} {values}" for name, values in told.items()))
PYTHON
for version in 0.11.9 1.0.0; do
    "${PYTHON:-python3}" -m venv "$folder/$version" || exit 2
    python="$folder/$version/bin/python"
    "$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: "igraph==$version" || exit 2
    "$python" "$folder/read.py" "$folder/ladder.graphml" || exit 2
done | tee "$folder/seen"
cat > "$folder/described" <<'TEXT'
igraph 0.11.9: id s1 s2 s3, step s1 s2 s3, promotion True False False
igraph 1.0.0: id a b -, step s1 s2 s3, promotion True False False
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: igraph reads other ids than described" >&2
    exit 1
fi
echo "as described: the ids of edges are those of nodes"
