// Views of ladders in panels, which pyvis wrote as networks, as views that the chart draws.

const pointOf = ([x, y]) => ({ x, y });

export function viewOfNetwork(view) {
  const { nodes, edges } = JSON.parse(view.network);
  const frames = view.frames.map(({ left, top, ...frame }) => ({ ...frame, x: left, y: top }));
  return { ...view, frames, boxes: nodes.map(boxOfNode), lines: edges.map(lineOfEdge) };
}

function boxOfNode({ id, label, second, look, x, y, widthConstraint, heightConstraint }) {
  const size = { width: widthConstraint.minimum, height: heightConstraint.minimum };
  return { id, lines: label.split("\n"), second, look, hidden: 0, x, y, ...size };
}

function lineOfEdge({ from, to, steps, points, time }) {
  return { from, to, places: steps, points: points.map(pointOf), timeAt: time && pointOf(time), hasRoom: Boolean(time), isTimedIfChosen: true };
}
