// Views that pyvis wrote as networks, as views that the chart draws: boxes of classes and lines of steps.

export function viewOfNetwork(view) {
  const { nodes, edges } = JSON.parse(view.network);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parts = new Map();
  for (const edge of edges) {
    const place = placeInView(edge.id);
    parts.set(place, [...(parts.get(place) ?? []), edge]);
  }
  const boxes = nodes.filter((node) => node.widthConstraint).map(boxOfNode);
  const lines = [...parts].map(([place, own]) => {
    const points = pointsOfEdges(own, byId), words = byId.get(`step ${place} words`);
    return { from: own[0].from, to: own.at(-1).to, places: [view.steps[place]], points, timeAt: { x: words.x, y: words.y }, hasRoom: true };
  });
  return { ...view, boxes, lines };
}

function boxOfNode(node) {
  const lines = node.label.split("\n");
  return {
    id: node.id, lines, second: "", payLines: node.pay_lines, hidden: 0, isCard: false,
    look: node.look, isOutside: node.group === "outside",
    x: node.x, y: node.y, width: node.widthConstraint.minimum, height: node.heightConstraint.minimum,
  };
}

function pointsOfEdges(own, byId) {
  const bends = own.slice(1).map((edge) => ({ x: byId.get(edge.from).x, y: byId.get(edge.from).y }));
  const first = byId.get(own[0].from), last = byId.get(own.at(-1).to);
  return [borderPoint(first, bends[0] ?? last), ...bends, borderPoint(last, bends.at(-1) ?? first)];
}

// Where a straight line from the middle of a box toward a point leaves the box.
function borderPoint(box, to) {
  const half = { x: box.widthConstraint.minimum / 2, y: box.heightConstraint.minimum / 2 };
  const by = { x: to.x - box.x, y: to.y - box.y };
  const share = Math.min(half.x / Math.abs(by.x || 1e-9), half.y / Math.abs(by.y || 1e-9), 1);
  return { x: Math.round(box.x + by.x * share), y: Math.round(box.y + by.y * share) };
}

// Which step of its view a part of the network belongs to; -1 for a class.
function placeInView(id) {
  const found = /^step ([0-9]+) /.exec(id);
  return found ? Number(found[1]) : -1;
}
