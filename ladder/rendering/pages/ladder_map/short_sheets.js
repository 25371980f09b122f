// The drawings in bands in full, as around.js takes them, out of what ladder/rendering/short_sheets.py makes of them.
import { fromColumns } from "./columns.js";

// Returns for each place the places that steps lead on to, in order, and those beside it either way.
export function neighborsBy(steps, placeOf) {
  const onward = new Map(), beside = new Map();
  const add = (map, key, place) => map.set(key, (map.get(key) ?? new Set()).add(place));
  for (const step of steps) {
    const from = placeOf.get(step.from), to = placeOf.get(step.to);
    if (from === to) continue;
    add(onward, from, to);
    add(beside, from, to);
    add(beside, to, from);
  }
  return { onward: new Map([...onward].map(([from, places]) => [from, [...places].sort(ascending)])), beside };
}

const ascending = (one, other) => one - other;

export const wholeSheets = (columns, neighbors, boxHeight) => fromColumns(columns).map((sheet) => wholeSheet(sheet, neighbors, boxHeight));

function wholeSheet({ focus, width, bands, boxes, lines }, { onward, beside }, boxHeight) {
  const corners = new Map(boxes.map(([id, left, top]) => [id + focus, { left, top }]));
  const height = bands.reduce((all, [, tall]) => all + tall, 0);
  let foot = height;
  const told = bands.map(([name, tall]) => [name, (foot -= tall), tall]);
  const placed = [...corners].map(([place, { left, top }]) => [place, left, top, [...beside.get(place) ?? []].filter((one) => !corners.has(one)).length]);
  const ends = [...corners.keys()].sort(ascending).flatMap((from) => (onward.get(from) ?? []).filter((to) => corners.has(to)).map((to) => [from, to]));
  return [focus, width, height, told, placed, lines.map((line, at) => wholeLine(line, ends[at], corners, boxHeight))];
}

function wholeLine({ out, down, bend, in: enters, lane, other }, [from, to], corners, boxHeight) {
  const start = corners.get(from), end = corners.get(to);
  const x = start.left + out, y = start.top + down, last = end.top + (down ? 0 : boxHeight);
  const turns = bend === undefined ? [] : lane === undefined ? [y + bend, end.left + enters] : [y + bend, start.left + lane, end.top + other, end.left + enters];
  return [from, to, x, y, ...turns, last];
}
