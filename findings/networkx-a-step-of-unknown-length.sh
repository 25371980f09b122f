#!/usr/bin/env bash
# networkx 3.6.1: a step of unknown length is no step, or one month, or a fault: by how it is unknown and who asks.
#
# One guesses: an edge whose months are None, or that has none, is left out by every function or refused by every one.
# What happens: shortest_path (Dijkstra) leaves an edge with None out, silently: the quicker way by it is never named.
# Where the attribute is missing, the edge counts 1: the way of unknown length is the shortest, 13 months.
# bellman_ford ends with TypeError on None, dag_longest_path_length too, and counts 1 where it is missing.
# What helps: a subgraph of the edges whose months are known, and a word about the others.
#
# Seen with Python 3.11 on Linux:
#   months None
#     shortest_path: ['Clerk', 'Analyst', 'Chief']
#     shortest_path_length: 60
#     bellman_ford_path_length: TypeError
#     dag_longest_path_length: TypeError
#   months missing
#     shortest_path: ['Clerk', 'Senior', 'Chief']
#     shortest_path_length: 13
#     bellman_ford_path_length: 13
#     dag_longest_path_length: 60
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: networkx==3.6.1 || exit 2
cat > "$folder/steps.py" <<'PYTHON'
import networkx

LADDER = (("Clerk", "Senior", 12), ("Senior", "Chief", None), ("Clerk", "Analyst", 24), ("Analyst", "Chief", 36))


def drawn(*, missing: bool) -> networkx.DiGraph:
    graph = networkx.DiGraph()
    for feeder, target, months in LADDER:
        graph.add_edge(feeder, target, **({} if missing and months is None else {"months": months}))
    return graph


def told(measure, *words: str, graph: networkx.DiGraph) -> object:
    try:
        return measure(graph, *words, weight="months")
    except TypeError:
        return "TypeError"


for missing in (False, True):
    graph = drawn(missing=missing)
    print("months missing" if missing else "months None")
    for measure in (networkx.shortest_path, networkx.shortest_path_length, networkx.bellman_ford_path_length):
        print(f"  {measure.__name__}:", told(measure, "Clerk", "Chief", graph=graph))
    print("  dag_longest_path_length:", told(networkx.dag_longest_path_length, graph=graph))
PYTHON
"$python" -W ignore "$folder/steps.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
months None
  shortest_path: ['Clerk', 'Analyst', 'Chief']
  shortest_path_length: 60
  bellman_ford_path_length: TypeError
  dag_longest_path_length: TypeError
months missing
  shortest_path: ['Clerk', 'Senior', 'Chief']
  shortest_path_length: 13
  bellman_ford_path_length: 13
  dag_longest_path_length: 60
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: networkx takes an edge of unknown weight in another way than described" >&2
    exit 1
fi
echo "as described: one unknown step is 60 months, 13 months or a fault"
