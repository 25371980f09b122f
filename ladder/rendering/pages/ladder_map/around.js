// Views of one class with those a few steps away: the sheets that the page brings, as views that the chart draws.
import { wholeSheets } from "./short_sheets.js";

const AROUND = "around-";

export class Around {
  constructor({ around, classes, steps }) {
    this.told = around;
    this.classes = classes;
    this.placeOf = new Map(classes.map((one, place) => [one.id, place]));
    this.sheets = new Map(wholeSheets(around.sheets).map(([place, ...sheet]) => [place, sheet]));
    this.stepsOf = new Map();
    for (const step of steps) {
      const key = step.from + " " + step.to;
      this.stepsOf.set(key, [...(this.stepsOf.get(key) ?? []), step.place]);
    }
    this.views = new Map();
  }

  get first() {
    return AROUND + this.told.first;
  }

  // The name of the view around a class; none where no step touches it.
  nameFor(id) {
    const place = this.placeOf.get(id);
    return this.sheets.has(place) ? AROUND + place : "";
  }

  get(name) {
    const place = name.startsWith(AROUND) ? Number(name.slice(AROUND.length)) : -1;
    if (!this.sheets.has(place)) return undefined;
    if (!this.views.has(name)) this.views.set(name, this.viewOf(name, place));
    return this.views.get(name);
  }

  viewOf(name, focus) {
    const [width, height, bands, boxes, lines] = this.sheets.get(focus);
    const nodes = boxes.map((box) => this.boxNode(box, focus)), edges = [], steps = [];
    for (const [from, to, ...turns] of lines) {
      const places = this.stepsOf.get(this.classes[from].id + " " + this.classes[to].id);
      const step = steps.push(places[0]) - 1, points = pointsOf(turns), isOfFocus = from === focus || to === focus;
      addLine({ nodes, edges }, { step, points, width: isOfFocus ? 2.5 : 1 });
      const times = [...new Set(places.map((place) => this.told.times[place]).filter(Boolean))];
      if (isOfFocus && times.length) {
        const at = timeAt(from === focus ? points.toReversed() : points, this.told.time);
        nodes.push({ id: `step ${step} words`, shape: "box", group: "times", label: times.join(" or "), ...at });
      }
    }
    const frames = bands.map(([heading, top, tall]) => ({ heading, x: 0, y: top, width, height: tall, isBand: true }));
    const heading = this.classes[focus].name;
    const told = `${boxes.length} of ${this.classes.length} classes: up to two steps either way.`;
    return { name, heading, told, width, height, frames, steps, network: JSON.stringify({ nodes, edges }) };
  }

  boxNode([place, left, top, hidden], focus) {
    const [width, height] = this.told.box;
    const [label, pay, look] = this.told.labels[place];
    return {
      id: this.classes[place].id, label, shape: "box", card: { pay, look, more: hidden ? `+${hidden} more` : "" }, group: place === focus ? "focus" : "classes", pay_lines: 0,
      x: left + width / 2, y: top + height / 2,
      widthConstraint: { minimum: width, maximum: width }, heightConstraint: { minimum: height },
    };
  }
}

// The points of a right-angled line: where it begins, then by turns how high and how far across it goes.
function pointsOf([x, y, ...turns]) {
  const points = [{ x, y }];
  turns.forEach((turn, place) => points.push(place % 2 ? { ...points.at(-1), x: turn } : { ...points.at(-1), y: turn }));
  return points;
}

// The middle of a time: beside the box where the line begins.
function timeAt([outer, bend], away) {
  return { x: outer.x, y: outer.y + (bend.y > outer.y ? away : -away) };
}

// A line in straight parts between points without size, as the network of every view has it.
function addLine({ nodes, edges }, { step, points, width }) {
  const bends = points.map((point, place) => ({ id: `step ${step} bend ${place}`, label: " ", shape: "dot", group: "bends", size: 0, ...point, chosen: false }));
  nodes.push(...bends);
  for (let part = 1; part < bends.length; part += 1) {
    const arrows = part === bends.length - 1 ? "to" : "";
    edges.push({ from: bends[part - 1].id, to: bends[part].id, id: `step ${step} part ${part - 1}`, arrows: arrows && { to: { enabled: true, scaleFactor: 0.5 } }, width });
  }
}
