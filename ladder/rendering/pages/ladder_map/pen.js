// What is drawn on the canvas of the map: rounded boxes, right-angled lines with round corners, arrowheads, pills.

export const FACE = "\"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
const CORNER = 8;
const HEAD = { long: 10, half: 4.5 };
const PILL = { high: 20, sides: 18, letter: 6.6 };

export function drawRounded(ctx, { x, y, width, height, radius, ground, edge, line, dashes = [] }) {
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - height / 2, width, height, radius);
  ctx.fillStyle = ground;
  ctx.fill();
  ctx.lineWidth = line;
  ctx.strokeStyle = edge;
  ctx.setLineDash(dashes);
  ctx.stroke();
  ctx.setLineDash([]);
}

export function drawLetters(ctx, words, { x, y, font, ink, align, most }) {
  ctx.font = font;
  ctx.fillStyle = ink;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.fillText(words, x, y, most);
}

export function pillSize(words) {
  return { width: Math.ceil(words.length * PILL.letter) + PILL.sides, height: PILL.high };
}

export function drawPill(ctx, words, { x, y, ground, edge, ink, dashes, weight = 700 }) {
  drawRounded(ctx, { x, y, ...pillSize(words), radius: PILL.high / 2, ground, edge, line: 1.5, dashes });
  drawLetters(ctx, words, { x, y, font: `${weight} 12px ${FACE}`, ink, align: "center" });
}

function toward(corner, other, most) {
  const across = other.x - corner.x, down = other.y - corner.y;
  const away = Math.min(most, Math.floor((Math.abs(across) + Math.abs(down)) / 2));
  return { x: corner.x + away * Math.sign(across), y: corner.y + away * Math.sign(down) };
}

// A line as commands of a path, its corners round where they are right-angled: ["M", x, y], ["L", x, y], ["Q", ...].
export function pathParts(points) {
  const parts = [["M", points[0].x, points[0].y]];
  for (let place = 1; place < points.length - 1; place += 1) {
    const [before, corner, after] = points.slice(place - 1, place + 2);
    const start = toward(corner, before, CORNER), end = toward(corner, after, CORNER);
    const isRight = (before.x === corner.x) !== (after.x === corner.x);
    if (isRight) parts.push(["L", start.x, start.y], ["Q", corner.x, corner.y, end.x, end.y]);
    else parts.push(["L", corner.x, corner.y]);
  }
  parts.push(["L", points.at(-1).x, points.at(-1).y]);
  return parts;
}

export function drawLine(ctx, points, { ink, width, dashes }) {
  ctx.beginPath();
  for (const [command, ...at] of pathParts(points)) {
    if (command === "M") ctx.moveTo(...at);
    else if (command === "L") ctx.lineTo(...at);
    else ctx.quadraticCurveTo(...at);
  }
  ctx.strokeStyle = ink;
  ctx.lineWidth = width;
  ctx.setLineDash(dashes);
  ctx.stroke();
  ctx.setLineDash([]);
}

// The head at the end of a line: full, or hollow where the rule names a level.
export function drawHead(ctx, points, { ink, ground, isHollow, width }) {
  const tip = points.at(-1), before = points.at(-2);
  const long = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const by = { x: (tip.x - before.x) / long, y: (tip.y - before.y) / long };
  const foot = { x: tip.x - by.x * HEAD.long, y: tip.y - by.y * HEAD.long };
  ctx.beginPath();
  ctx.moveTo(tip.x - by.x, tip.y - by.y);
  ctx.lineTo(foot.x - by.y * HEAD.half, foot.y + by.x * HEAD.half);
  ctx.lineTo(foot.x + by.y * HEAD.half, foot.y - by.x * HEAD.half);
  ctx.closePath();
  ctx.fillStyle = isHollow ? ground : ink;
  ctx.fill();
  ctx.strokeStyle = ink;
  ctx.lineWidth = Math.max(1, width * 0.75);
  ctx.stroke();
}

// The middle of a straight part.
export function middleOf([from, to]) {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

// How far a point is from a line.
export function distanceFrom({ x, y }, points) {
  let least = Infinity;
  for (let place = 1; place < points.length; place += 1) {
    const from = points[place - 1], to = points[place];
    const across = to.x - from.x, down = to.y - from.y, long = across * across + down * down || 1;
    const share = Math.min(1, Math.max(0, ((x - from.x) * across + (y - from.y) * down) / long));
    least = Math.min(least, Math.hypot(x - from.x - share * across, y - from.y - share * down));
  }
  return least;
}
