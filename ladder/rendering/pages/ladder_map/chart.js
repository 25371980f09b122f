// The movable drawing of one view: its boxes stand still; the region around it scrolls, and the view follows.
import { viewOfNetwork } from "./networks.js";
import { say, sayList } from "./messages.js";
import { loadVis } from "./packed.js";
import { keepApart } from "./pills.js";
import { FACE, distanceFrom, drawHead, drawLetters, drawLine, drawPill, drawRounded, middleOf, pillSize } from "./pen.js";

const MOST_ZOOM = 3, LEAST_ZOOM = 0.1;
const LEAST_LETTER = 11 / 12;
const MOST_PIXELS = 8000;
const ALL_TIMED = 15;
const NEAR = 7;
const BETWEEN = " \u00b7 ";
const INKS = ["ground", "frame", "frame-edge", "band", "ink", "soft", "box", "box-edge", "line", "route", "on-route", "on-here", "mark-edge", "halo", "here", "is-now", "is-soon", "is-later", "is-never", "is-depends"];

// The words of a box from its left edge, the title bold.
function writeIn(ctx, { lines, second, width }, { x, y, ink, soft }) {
  const told = [...lines.map((words) => ({ words, size: "700 13px", ink })), ...(second ? [{ words: second, size: "400 12px", ink: soft }] : [])];
  const at = { x: x - width / 2 + 12, align: "left", most: width - 18 };
  const tall = told.length > 3 ? 14 : 16;
  told.forEach((line, place) => {
    drawLetters(ctx, line.words, { ...at, y: y + tall * (place - (told.length - 1) / 2), font: `${line.size} ${FACE}`, ink: line.ink });
  });
}

export class Chart {
  constructor({ region, sheet, canvas, options, steps, times, dashes, onClass, onStep, onMore, onDrawn }) {
    Object.assign(this, { region, sheet, canvas, options, steps, times, dashes, onClass, onStep, onMore, onDrawn });
    this.view = null;
    this.network = null;
    this.boxes = new Map();
    this.scale = 1;
    this.shift = { x: 0, y: 0 };
    this.marks = new Map();
    this.chosen = { classes: new Set(), steps: new Set(), near: new Set(), full: "" };
    this.pointed = "";
    this.isSeen = { ofClass: () => true, ofStep: () => true };
    region.addEventListener("scroll", () => this.look());
    new ResizeObserver(() => this.resize()).observe(region);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  // Draws the view; the one before goes.
  async show(view) {
    const vis = await loadVis();
    if (this.told === view) return;
    this.network?.destroy();
    this.told = view;
    this.view = view.boxes ? view : viewOfNetwork(view);
    this.boxes = new Map(this.view.boxes.map((box) => [box.id, box]));
    this.mixInks();
    this.nodes = new vis.DataSet(this.view.boxes.map((box) => ({ id: box.id, x: box.x, y: box.y, shape: "custom", ctxRenderer: (at) => this.renderer(box, at) })));
    const edges = new vis.DataSet(this.view.lines.map(({ from, to }, id) => ({ id, from, to, hidden: true })));
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges }, this.options);
    this.canvas.firstElementChild.tabIndex = -1;
    this.network.on("click", ({ pointer, nodes }) => this.clicked(pointer.canvas, nodes[0]));
    this.network.on("hoverNode", () => { this.canvas.style.cursor = "pointer"; });
    this.network.on("blurNode", () => { this.canvas.style.cursor = ""; });
    this.network.on("beforeDrawing", (context) => this.drawUnder(context));
    this.network.on("afterDrawing", (context) => this.drawOver(context));
    this.scale = this.fitting(LEAST_LETTER);
    this.region.scrollTo(0, 0);
    this.filter();
    this.resize();
  }

  clicked(at, id) {
    const folded = this.foldedSeen().find((one) => Math.abs(at.x - one.x) < one.width / 2 && Math.abs(at.y - one.y) < one.height / 2);
    if (folded) return this.onMore(folded.id);
    if (id && this.boxes.has(id)) return this.onClass(id);
    const near = this.linesSeen().map((line) => ({ line, off: distanceFrom(at, line.points) })).sort((one, other) => one.off - other.off)[0];
    const timed = this.timesSeen().find((one) => Math.hypot(at.x - one.x, at.y - one.y) < 2 * NEAR);
    if (timed) return this.onStep(timed.line.places[0]);
    return near && near.off < NEAR ? this.onStep(near.line.places[0]) : undefined;
  }

  // The size at which the whole view stands in the region, never above actual size nor below the least.
  fitting(least) {
    const { region, view } = this;
    const whole = Math.min(region.clientWidth / view.width, region.clientHeight / view.height, 1);
    return Math.max(whole, least);
  }

  // The middle of what is seen stays the middle.
  look() {
    if (!this.network) return;
    this.network.moveTo({ position: this.middle(), scale: this.scale, animation: false });
  }

  middle() {
    const { region, shift, scale } = this;
    return {
      x: (region.scrollLeft + region.clientWidth / 2 - shift.x) / scale,
      y: (region.scrollTop + region.clientHeight / 2 - shift.y) / scale,
    };
  }

  resize() {
    if (!this.network || !this.region.clientWidth) return;
    const { region, view, scale } = this;
    const width = region.clientWidth, height = region.clientHeight;
    const full = { x: Math.max(width, view.width * scale), y: Math.max(height, view.height * scale) };
    this.sheet.style.width = full.x + "px";
    this.sheet.style.height = full.y + "px";
    this.sheet.dataset.scale = scale;
    this.shift = { x: (full.x - view.width * scale) / 2, y: (full.y - view.height * scale) / 2 };
    this.canvas.style.width = width + "px";
    this.canvas.style.height = height + "px";
    this.network.setSize(width + "px", height + "px");
    this.network.redraw();
    this.look();
  }

  centre(id) {
    const box = this.boxes.get(id);
    if (box) this.scrollTo(box);
  }

  scrollTo({ x, y }) {
    const { region, scale, shift } = this;
    region.scrollTo(x * scale + shift.x - region.clientWidth / 2, y * scale + shift.y - region.clientHeight / 2);
    this.look();
  }

  zoom(how) {
    if (!this.network) return;
    const wanted = how === "whole" ? this.fitting(LEAST_ZOOM) : this.scale * (how === "in" ? 1.25 : 0.8);
    const middle = this.middle();
    this.scale = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted));
    this.resize();
    this.scrollTo(middle);
  }

  // Colours come from the style sheet, so that light, dark and print agree; they are looked up once a painting.
  mixInks() {
    const style = getComputedStyle(document.documentElement);
    this.inks = Object.fromEntries(INKS.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
  }

  paint() {
    if (!this.network) return;
    this.mixInks();
    this.network.redraw();
  }

  // ------------------------------------------------------------ what is seen, for the screen and for vectors

  boxesSeen() {
    if (!this.view) return [];
    return this.view.boxes.filter((box) => this.isSeen.ofClass(box.id)).map((box) => this.marked(box));
  }

  // A box with what My path tells of its class: beside the pay, which stays, and in the place of all else.
  marked(box) {
    const mark = this.marks.get(box.id);
    if (!mark) return box;
    const kept = (box.second ?? "").split(BETWEEN).filter((part) => part && part !== say("drawing.gatekeeper"));
    return { ...box, mark, second: [...kept, mark.text].join(BETWEEN) };
  }

  linesSeen() {
    const seen = this.view.lines.filter((line) => line.places.some((place) => this.isSeen.ofStep(this.steps[place])));
    return seen.map((line) => {
      const own = line.places.map((place) => this.steps[place]);
      const isChosen = line.places.some((place) => this.chosen.steps.has(place));
      return { ...line, kind: own[0].kind, isByLevel: own.every((step) => step.certainty !== "named"), isChosen };
    });
  }

  // The times on lines: of what is chosen, and of all where they are few, where one line alone leads by.
  timesSeen() {
    const seen = this.linesSeen();
    const isAlone = (end, id) => seen.filter((line) => line[end] === id).length === 1;
    return keepApart(seen.flatMap((line) => {
      const words = sayList([...new Set(line.places.map((place) => this.times[place]).filter(Boolean))], "list.or");
      const isDue = line.isChosen || seen.length <= ALL_TIMED;
      const at = this.timePlace(line, isAlone);
      return words && isDue && at ? [{ line, words, ...at }] : [];
    }));
  }

  // Where the time of a line stands: where it has room, else at the bend beside the box that it alone leads to or from.
  // Of a panel only what is chosen has a time without room, at the end that is not the chosen class.
  timePlace(line, isAlone) {
    const { points, from, to, hasRoom, timeAt, isChosen, isTimedIfChosen } = line;
    if (hasRoom) return timeAt;
    if (isTimedIfChosen) return isChosen ? bendOf(points, from === this.chosen.full ? -2 : 1) : null;
    if (points.length === 2) return timeAt;
    if (isAlone("to", to)) return points.at(-2);
    return isAlone("from", from) || isChosen ? points[1] : null;
  }

  // How many more there are around a box than are drawn: a pill at its lower right corner, so far out that it covers
  // neither the pay in the box nor the time of a line that stands under the middle of it.
  foldedSeen() {
    return this.boxesSeen().filter((box) => box.hidden).map((box) => {
      const words = say("drawing.hidden", { count: box.hidden }), size = pillSize(words);
      return { id: box.id, words, x: box.x + box.width / 2 - size.width / 2 + 18, y: box.y + box.height / 2 + 6, ...size };
    });
  }

  // ------------------------------------------------------------ drawing

  renderer(box, { ctx, x, y, state }) {
    const { width, height } = box;
    return { drawNode: () => this.drawBox(ctx, box, { x, y, ...state }), nodeDimensions: { width, height } };
  }

  drawBox(ctx, box, { x, y, hover }) {
    const { inks, chosen } = this, { width, height } = box, { ground, ink, soft } = this.inksOf(box);
    const isNear = hover || chosen.classes.has(box.id) || chosen.near.has(box.id);
    if (box.id === this.pointed) {
      drawRounded(ctx, { x, y, width: width + 14, height: height + 14, radius: 14, ground: inks.halo, edge: inks.ink, line: 3 });
    }
    const edge = isNear ? inks.route : inks["box-edge"], dashes = box.look.includes("only-named") ? [5, 4] : [];
    drawRounded(ctx, { x, y, width, height, radius: 8, ground, edge, line: isNear ? 2 : 1, dashes });
    writeIn(ctx, this.marked(box), { x, y, ink, soft });
  }

  // The ground of a box, its letters, and those of its second line: whether one is there, it is chosen, or what is told of it.
  inksOf(box) {
    const { inks, chosen } = this, mark = this.marks.get(box.id);
    if (box.id === chosen.here || mark?.look === "here") return { ground: inks.here, ink: inks["on-here"], soft: inks["on-here"] };
    if (box.id === chosen.full && chosen.classes.has(box.id)) return { ground: inks.route, ink: inks["on-route"], soft: inks["on-route"] };
    return { ground: mark ? inks["is-" + mark.look] : box.look.includes("outside") ? inks.frame : inks.box, ink: inks.ink, soft: mark ? inks.ink : inks.soft };
  }

  drawUnder(context) {
    const { inks } = this;
    if (this.isSaving) {
      context.fillStyle = inks.ground;
      context.fillRect(-MOST_PIXELS, -MOST_PIXELS, 3 * MOST_PIXELS, 3 * MOST_PIXELS);
    }
    for (const [place, frame] of this.view.frames.entries()) {
      if (frame.isBand) this.drawBand(context, frame, place);
      else this.drawFrame(context, frame);
    }
    const lines = this.linesSeen().sort((one, other) => one.isChosen - other.isChosen);
    for (const line of lines) {
      const look = { ink: line.isChosen ? inks.route : inks.line, width: line.isChosen ? 2.5 : 1.25 };
      drawLine(context, line.points, { ...look, dashes: this.dashes[line.kind] });
    }
    // A full head stands over a hollow one at the same place: the rules name one of the two.
    for (const line of lines.sort((one, other) => other.isByLevel - one.isByLevel)) {
      drawHead(context, line.points, { ink: line.isChosen ? inks.route : inks.line, ground: inks.box, isHollow: line.isByLevel, width: line.isChosen ? 2 : 1.25 });
    }
  }

  drawOver(context) {
    const { inks } = this;
    for (const { line, words, x, y } of this.timesSeen()) {
      drawPill(context, words, { x, y, ground: inks.ground, edge: line.isChosen ? inks.route : inks.line, ink: inks.ink, dashes: line.isByLevel ? [4, 3] : [] });
    }
    for (const { words, x, y } of this.foldedSeen()) {
      drawPill(context, words, { x, y, ground: inks.band, edge: inks["box-edge"], ink: inks.ink, weight: 400 });
    }
  }

  drawFrame(context, frame) {
    const { inks } = this;
    context.beginPath();
    context.roundRect(frame.x, frame.y, frame.width, frame.height, 12);
    context.fillStyle = inks.band;
    context.fill();
    drawLetters(context, frame.heading, { x: frame.x + 16, y: frame.y + 20, font: `600 15px ${FACE}`, ink: inks.ink, align: "left", most: frame.width - 28 });
  }

  // The name of a band stands at the left of what is seen, wherever that is.
  drawBand(context, { y, height, heading }, place) {
    const { inks } = this;
    context.fillStyle = place % 2 ? inks.band : inks.frame;
    context.fillRect(-MOST_PIXELS, y, 3 * MOST_PIXELS, height);
    const left = this.isSaving ? 0 : Math.min(0, this.network.DOMtoCanvas({ x: 0, y: 0 }).x);
    bandLines(heading).forEach((line, at) => {
      drawLetters(context, line, { x: left + 16, y: y + height / 2 + 18 * at - 9, font: `${at ? 400 : 600} ${at ? 12 : 14}px ${FACE}`, ink: at ? inks.soft : inks.ink, align: "left" });
    });
  }

  // ------------------------------------------------------------ what is chosen

  setMarks(marks) {
    this.marks = marks;
    this.paint();
    if (this.network) this.onDrawn(this);
  }

  // Shows the classes and steps that the filters let through.
  filter(isSeen = this.isSeen) {
    this.isSeen = isSeen;
    if (!this.network) return;
    this.nodes.update(this.view.boxes.map(({ id }) => ({ id, hidden: !isSeen.ofClass(id) })));
    this.network.redraw();
    this.onDrawn(this);
  }

  // Marks these classes and steps; the one class that is `full` stands out in full color, the one that is `here` in gold.
  select(classes, places, { full = classes[0], here = "" } = {}) {
    const ends = places.flatMap((place) => [this.steps[place].from, this.steps[place].to]);
    this.chosen = { classes: new Set(classes), steps: new Set(places), near: new Set(ends), full, here };
    if (!this.network) return;
    this.network.redraw();
    this.onDrawn(this);
  }

  // Rings the box that the list of boxes points at, and brings it into view.
  point(id) {
    this.pointed = id;
    if (!this.network) return;
    const box = this.boxes.get(id), seen = this.region.getBoundingClientRect();
    if (box) {
      const at = this.network.canvasToDOM(box);
      const isIn = at.x > 90 && at.y > 40 && at.x < seen.width - 90 && at.y < seen.height - 40;
      if (!isIn) this.scrollTo(box);
    }
    this.network.redraw();
  }

  // The whole view as a picture, as it looks now; the screen is as before afterwards.
  async picture() {
    const { width, height } = this.view;
    const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
    this.isSaving = true;
    this.network.setSize(width * scale + "px", height * scale + "px");
    this.network.moveTo({ position: { x: width / 2, y: height / 2 }, scale, animation: false });
    this.network.redraw();
    const canvas = this.canvas.querySelector("canvas");
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
    this.isSaving = false;
    this.resize();
    return blob;
  }
}

// A bend of a line, the middle of a straight one.
function bendOf(points, place) {
  return points.length === 2 ? middleOf(points) : points.at(place);
}

// The name of a band in two short lines: "$80,000", "to $99,999".
export function bandLines(heading) {
  const [first, ...rest] = heading.split(" ");
  return heading.startsWith("$") ? [first, rest.join(" ")] : [heading.slice(0, heading.indexOf(" ", 6)), heading.slice(heading.indexOf(" ", 6) + 1)];
}
