// Times beside lines that keep apart: one that would lie over another stands elsewhere on its own line.
import { middleOf, pillSize } from "./pen.js";

function doMeet(one, other) {
  const own = pillSize(one.words), beside = pillSize(other.words);
  return Math.abs(one.x - other.x) < (own.width + beside.width) / 2 && Math.abs(one.y - other.y) < (own.height + beside.height) / 2;
}

// The middles of the parts of a line, the longest part first.
function middlesOf(points) {
  const parts = points.slice(1).map((to, place) => [points[place], to]);
  const long = ([from, to]) => Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  return parts.sort((one, other) => long(other) - long(one)).map(middleOf);
}

// The same times, none over another where its line has room: { line, words, x, y }. Lines that share an end and ask the
// same share one time, which is that of the chosen line where one is.
export function keepApart(pills) {
  const placed = [];
  for (const pill of pills) {
    const shared = placed.findIndex(({ words, x, y }) => words === pill.words && x === pill.x && y === pill.y);
    if (shared >= 0) {
      if (pill.line.isChosen) placed[shared] = pill;
      continue;
    }
    const places = [{}, ...middlesOf(pill.line.points)].map((at) => ({ ...pill, ...at }));
    placed.push(places.find((one) => !placed.some((other) => doMeet(one, other))) ?? pill);
  }
  return placed;
}
