// Views of one class with those a few steps away: the sheets that the page brings, as views that the chart draws.
import { middleOf } from "./pen.js";
import { neighborsBy, wholeSheets } from "./short_sheets.js";
import { wholeLabels } from "./whole_classes.js";

const AROUND = "around-", FURTHER = "further-";
// Pixels under the lowest band, where a pill hangs from a box.
const FOOT = 10;

export class Around {
  constructor({ around, classes, steps }) {
    const { first, box, sheets, further, labels } = around;
    Object.assign(this, { firstPlace: first, box, classes, steps });
    this.placeOf = new Map(classes.map((one, place) => [one.id, place]));
    const neighbors = neighborsBy(steps, this.placeOf);
    // Hundreds of drawings wait as text, which takes a quarter of the room; those that are looked at are read.
    const byPlace = (columns) => new Map(wholeSheets(columns, neighbors, box[1]).map(([place, ...sheet]) => [place, JSON.stringify(sheet)]));
    this.sheets = { [AROUND]: byPlace(sheets), [FURTHER]: byPlace(further) };
    this.labels = wholeLabels(labels, classes);
    this.views = new Map();
  }

  get first() {
    return AROUND + this.firstPlace;
  }

  // The name of the view around a class; none where no step touches it.
  nameFor(id) {
    const place = this.placeOf.get(id);
    return this.sheets[AROUND].has(place) ? AROUND + place : "";
  }

  // The class that a view is drawn around; none of another view.
  focusOf(name) {
    const place = placeIn(name);
    return place < 0 ? "" : this.classes[place].id;
  }

  // The name of the view that shows more around the class of this one; none where there is no more.
  furtherThan(name) {
    const place = placeIn(name);
    return name.startsWith(AROUND) && this.sheets[FURTHER].has(place) ? FURTHER + place : "";
  }

  // The name of the view that shows most of these classes, nearest to their middle; none where no step touches them.
  nameForAll(ids) {
    const middle = (ids.length - 1) / 2;
    const inOrder = ids.map((id, at) => ({ place: this.placeOf.get(id), off: Math.abs(at - middle) })).sort((one, other) => one.off - other.off);
    let best = { name: "", shown: 0 };
    for (const kind of [AROUND, FURTHER]) {
      for (const { place } of inOrder) {
        const boxes = this.sheetOf(kind, place)?.[3] ?? [];
        const held = new Set(boxes.map(([one]) => this.classes[one].id));
        const shown = ids.filter((id) => held.has(id)).length;
        if (shown > best.shown) best = { name: kind + place, shown };
      }
    }
    return best.name;
  }

  get(name) {
    const kind = [AROUND, FURTHER].find((one) => name.startsWith(one)), place = placeIn(name);
    if (!kind || !this.sheets[kind].has(place)) return undefined;
    if (!this.views.has(name)) this.views.set(name, this.viewOf(name, place, this.sheetOf(kind, place)));
    return this.views.get(name);
  }

  sheetOf(kind, place) {
    return this.sheets[kind].has(place) ? JSON.parse(this.sheets[kind].get(place)) : undefined;
  }

  viewOf(name, focus, [width, height, bands, boxes, lines]) {
    const frames = bands.map(([heading, top, tall]) => ({ heading, x: 0, y: top, width, height: top + tall === height ? tall + FOOT : tall, isBand: true }));
    const focusId = this.classes[focus].id, stepsOf = placesByEnds(this.steps, new Set(boxes.map(([place]) => this.classes[place].id)));
    return {
      name, width, height: height + FOOT, frames, heading: this.classes[focus].name, focus: focusId,
      boxes: boxes.map((box) => this.boxOf(box)),
      lines: lines.map((line) => this.lineOf(line, focusId, stepsOf)),
    };
  }

  boxOf([place, left, top, hidden]) {
    const [width, height] = this.box;
    const [title, pay, look] = this.labels[place];
    return { id: this.classes[place].id, lines: title.split("\n"), second: pay, look, hidden, x: left + width / 2, y: top + height / 2, width, height };
  }

  lineOf([from, to, ...turns], focus, stepsOf) {
    const ends = [this.classes[from].id, this.classes[to].id];
    const points = pointsOf(turns);
    const isOutward = ends[0] === focus;
    const timeAt = points.length === 2 ? middleOf(points) : isOutward ? points.at(-2) : points[1];
    return { from: ends[0], to: ends[1], places: stepsOf.get(ends.join(" ")), points, timeAt, hasRoom: ends.includes(focus) };
  }
}

// The places of the steps between these classes, by their ends.
export function placesByEnds(steps, drawn) {
  const found = new Map();
  for (const { from, to, place } of steps) {
    const key = from + " " + to;
    if (drawn.has(from) && drawn.has(to)) found.set(key, [...(found.get(key) ?? []), place]);
  }
  return found;
}

// The place of the class that a view of this name is drawn around; -1 for any other view.
function placeIn(name) {
  const found = /^(?:around|further)-([0-9]+)$/.exec(name);
  return found ? Number(found[1]) : -1;
}

// The points of a right-angled line: where it begins, then by turns how high and how far across it goes.
export function pointsOf([x, y, ...turns]) {
  const points = [{ x, y }];
  turns.forEach((turn, place) => points.push(place % 2 ? { ...points.at(-1), x: turn } : { ...points.at(-1), y: turn }));
  return points;
}
