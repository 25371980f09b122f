// The movable drawing of one view: its network stands still; the region around it scrolls, and the view follows.
import { loadVis } from "./packed.js";

const FACE = "\"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
const MOST_ZOOM = 3;
const LEAST_ZOOM = 0.1;
const MOST_PIXELS = 8000;

export class Chart {
  constructor({ region, sheet, canvas, options, steps, onClass, onStep, onDrawn }) {
    Object.assign(this, { region, sheet, canvas, options, steps, onClass, onStep, onDrawn });
    this.view = null;
    this.network = null;
    this.scale = 1;
    this.shift = { x: 0, y: 0 };
    this.marks = new Map();
    this.isSeen = { ofClass: () => true, ofStep: () => true };
    region.addEventListener("scroll", () => this.look());
    new ResizeObserver(() => this.resize()).observe(region);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  // Draws the view; the one before goes.
  async show(view) {
    const vis = await loadVis();
    if (this.view === view) return;
    this.network?.destroy();
    const drawn = JSON.parse(view.network);
    this.view = view;
    this.nodesDrawn = drawn.nodes;
    this.boxes = new Map(drawn.nodes.map((node) => [node.id, node]));
    this.partsOf = new Map();
    for (const edge of drawn.edges) {
      const place = placeInView(edge.id);
      this.partsOf.set(place, [...(this.partsOf.get(place) ?? []), edge.id]);
    }
    this.edgesDrawn = drawn.edges;
    // The group is for us alone: to vis it would bring colours of its own.
    this.nodes = new vis.DataSet(drawn.nodes.map(({ group, ...node }) => ({ ...node, ...this.lookOf({ ...node, group }) })));
    this.edges = new vis.DataSet(drawn.edges);
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, this.optionsNow());
    this.canvas.firstElementChild.tabIndex = -1;
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("beforeDrawing", (context) => this.drawFrames(context));
    this.scale = 1;
    this.region.scrollTo(0, 0);
    this.resize();
    this.filter();
  }

  clicked(event) {
    const id = event.nodes[0] ?? event.edges[0] ?? "";
    const place = placeInView(id);
    if (place >= 0) this.onStep(this.view.steps[place]);
    else if (this.boxes.has(id)) this.onClass(id);
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
    this.shift = { x: (full.x - view.width * scale) / 2, y: (full.y - view.height * scale) / 2 };
    this.canvas.style.width = width + "px";
    this.canvas.style.height = height + "px";
    this.network.setSize(width + "px", height + "px");
    this.network.redraw();
    this.look();
  }

  centre(id) {
    const box = this.boxes?.get(id);
    if (box) this.scrollTo(box);
  }

  scrollTo({ x, y }) {
    const { region, scale, shift } = this;
    region.scrollTo(x * scale + shift.x - region.clientWidth / 2, y * scale + shift.y - region.clientHeight / 2);
    this.look();
  }

  zoom(how) {
    if (!this.network) return;
    const whole = Math.min(this.region.clientWidth / this.view.width, this.region.clientHeight / this.view.height, 1);
    const wanted = { in: this.scale * 1.25, out: this.scale / 1.25, whole, actual: 1 }[how];
    const middle = this.middle();
    this.scale = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted));
    this.resize();
    this.scrollTo(middle);
  }

  // Colours come from the style sheet, so that light, dark and print agree.
  ink(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  optionsNow() {
    const colour = { color: this.ink("line"), highlight: this.ink("mark-edge"), hover: this.ink("mark-edge"), inherit: false };
    return { ...this.options, edges: { ...this.options.edges, color: colour } };
  }

  lookOf(node) {
    if (node.group === "times") return this.lookOfTime(node);
    if (node.group === "words") return { font: { ...this.options.nodes.font, color: this.ink("ink"), background: this.ink("frame"), size: 13 } };
    if (node.group === "bends") return {};
    const marked = { background: this.ink("mark"), border: this.ink("mark-edge") };
    const mark = this.marks.get(node.id);
    if (node.card) return this.lookOfCard(node, mark);
    const ground = this.ink(mark ? "is-" + mark.look : node.group === "outside" ? "frame" : "box");
    return {
      label: mark ? this.labelWith(node, mark.text) : node.label,
      color: { background: ground, border: this.ink("box-edge"), highlight: marked, hover: marked },
      borderWidth: mark?.look === "now" ? 3 : 1,
      font: { ...this.options.nodes.font, color: this.ink("ink") },
    };
  }

  // A time on its line: a pill. Colours are looked up once, not in each drawing of it.
  lookOfTime(node) {
    const width = node.label.length * 7 + 18, height = 20;
    const [ground, edge, ink] = ["ground", "route", "ink"].map((name) => this.ink(name));
    const drawNode = (ctx, x, y) => {
      drawRounded(ctx, { x, y, width, height, radius: height / 2, ground, edge, line: 1.5 });
      drawLetters(ctx, node.label, { x, y, font: `700 12px ${FACE}`, ink, align: "center" });
    };
    return { shape: "custom", ctxRenderer: ({ ctx, x, y }) => ({ drawNode: () => drawNode(ctx, x, y), nodeDimensions: { width, height } }) };
  }

  // The box of a class in bands of pay, drawn by the page itself: title, pay, how many neighbours are not drawn.
  lookOfCard(node, mark) {
    const width = node.widthConstraint.minimum, height = node.heightConstraint.minimum;
    const isFocus = node.group === "focus";
    const names = [mark ? "is-" + mark.look : isFocus ? "route" : "box", isFocus && !mark ? "ground" : "ink", "route", "box-edge"];
    const [ground, ink, chosenEdge, plainEdge] = names.map((name) => this.ink(name));
    const second = secondLine(node, mark);
    const all = [...node.label.split("\n").map((line) => [line, `700 13px ${FACE}`]), ...(second ? [[second, `400 12px ${FACE}`]] : [])];
    const drawNode = (ctx, x, y, { selected, hover }) => {
      const line = selected || isFocus || mark?.look === "now" ? 3 : hover ? 2 : 1;
      const dashes = node.card.look === "only-named" ? [5, 4] : [];
      drawRounded(ctx, { x, y, width, height, radius: 8, ground, edge: selected || isFocus ? chosenEdge : plainEdge, line, dashes });
      all.forEach(([words, font], place) => {
        const at = { x: x - width / 2 + 12, y: y + 16 * (place - (all.length - 1) / 2) };
        drawLetters(ctx, words, { ...at, font, ink, align: "left", most: width - 20 });
      });
    };
    return {
      shape: "custom",
      ctxRenderer: ({ ctx, x, y, state }) => ({ drawNode: () => drawNode(ctx, x, y, state), nodeDimensions: { width, height } }),
    };
  }

  // What My path says of a class stands where its pay stood.
  labelWith(node, text) {
    const lines = node.label.split("\n");
    return [...lines.slice(0, lines.length - node.pay_lines), text].join("\n");
  }

  paint() {
    if (!this.network) return;
    this.nodes.update(this.nodesDrawn.map((node) => ({ id: node.id, ...this.lookOf(node) })));
    this.network.setOptions({ edges: this.optionsNow().edges });
  }

  setMarks(marks) {
    this.marks = marks;
    this.paint();
    if (this.network) this.onDrawn(this);
  }

  // Boxes, and words beside lines, that the filters let through, each as it looks now.
  boxesSeen() {
    return this.nodesDrawn.filter((node) => node.group !== "bends" && !this.nodes.get(node.id).hidden).map((node) => {
      const mark = this.marks.get(node.id);
      const className = ["box", node.group === "outside" ? "outside" : "", mark ? "is-" + mark.look : ""].filter(Boolean).join(" ");
      const label = node.card ? [node.label, secondLine(node, mark)].filter(Boolean).join("\n") : this.nodes.get(node.id).label;
      return { node, look: { label, className } };
    });
  }

  // The lines that the filters let through, from the border of the feeder's box to that of the target's.
  linesSeen() {
    const seen = [...this.partsOf].filter(([, ids]) => !this.edges.get(ids[0]).hidden);
    return seen.map(([place, ids]) => {
      const parts = ids.map((id) => this.edges.get(id));
      const bends = parts.slice(1).map((edge) => this.boxes.get(edge.from));
      const first = this.boxes.get(parts[0].from), last = this.boxes.get(parts.at(-1).to);
      const start = borderPoint(first, bends[0] ?? last), end = borderPoint(last, bends.at(-1) ?? first);
      return { kind: this.steps[this.view.steps[place]].kind, points: [start, ...bends, end] };
    });
  }

  // Shows the classes and steps that the filters let through.
  filter(isSeen = this.isSeen) {
    this.isSeen = isSeen;
    if (!this.network) return;
    const seenAt = this.view.steps.map((place) => isSeen.ofStep(this.steps[place]));
    this.nodes.update(this.nodesDrawn.map((node) => {
      const place = placeInView(node.id);
      return { id: node.id, hidden: !(place >= 0 ? seenAt[place] : isSeen.ofClass(node.id)) };
    }));
    this.edges.update(this.edgesDrawn.map((edge) => ({ id: edge.id, hidden: !seenAt[placeInView(edge.id)] })));
    this.onDrawn(this);
  }

  select(classes, places) {
    if (!this.network) return;
    const own = places.map((place) => this.view.steps.indexOf(place)).filter((place) => place >= 0);
    const nodes = classes.filter((id) => this.boxes.has(id));
    this.network.setSelection({ nodes, edges: own.flatMap((place) => this.partsOf.get(place)) }, { highlightEdges: false });
  }

  drawFrames(context) {
    if (this.isSaving) {
      context.fillStyle = this.ink("ground");
      context.fillRect(-MOST_PIXELS, -MOST_PIXELS, 3 * MOST_PIXELS, 3 * MOST_PIXELS);
    }
    for (const [place, frame] of this.view.frames.entries()) {
      if (frame.isBand) {
        this.drawBand(context, frame, place);
        continue;
      }
      context.fillStyle = this.ink("frame");
      context.strokeStyle = this.ink("frame-edge");
      context.lineWidth = 1;
      context.beginPath();
      context.rect(frame.x, frame.y, frame.width, frame.height);
      context.fill();
      context.stroke();
      context.fillStyle = this.ink("ink");
      context.font = "600 18px system-ui, sans-serif";
      context.textAlign = "left";
      context.textBaseline = "alphabetic";
      context.fillText(frame.heading, frame.x + 20, frame.y + 34);
    }
  }

  drawBand(context, { x, y, width, height, heading }, place) {
    context.fillStyle = this.ink(place % 2 ? "band" : "frame");
    context.fillRect(x - MOST_PIXELS, y, width + 2 * MOST_PIXELS, height);
    context.fillStyle = this.ink("ink");
    context.textAlign = "left";
    context.textBaseline = "middle";
    bandLines(heading).forEach((line, at) => {
      context.font = `${at ? 400 : 600} ${at ? 12 : 14}px ${FACE}`;
      context.fillText(line, x + 14, y + height / 2 + 18 * at - 9);
    });
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

// What stands under the title of a card: what My path says of the class, else its pay, and how many are not drawn.
function secondLine({ card }, mark) {
  return [mark?.text ?? card.pay, card.more].filter(Boolean).join(" \u00b7 ");
}

function drawRounded(ctx, { x, y, width, height, radius, ground, edge, line, dashes = [] }) {
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

function drawLetters(ctx, words, { x, y, font, ink, align, most }) {
  ctx.font = font;
  ctx.fillStyle = ink;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.fillText(words, x, y, most);
}

// The name of a band in two short lines: "$80,000", "to $99,999".
export function bandLines(heading) {
  const [first, ...rest] = heading.split(" ");
  return heading.startsWith("$") ? [first, rest.join(" ")] : [heading.slice(0, heading.indexOf(" ", 6)), heading.slice(heading.indexOf(" ", 6) + 1)];
}

// Where a straight line from the middle of a box toward a point leaves the box.
function borderPoint(box, toward) {
  if (!box.widthConstraint) return { x: box.x, y: box.y };
  const half = { x: box.widthConstraint.minimum / 2, y: box.heightConstraint.minimum / 2 };
  const by = { x: toward.x - box.x, y: toward.y - box.y };
  const share = Math.min(half.x / Math.abs(by.x || 1e-9), half.y / Math.abs(by.y || 1e-9), 1);
  return { x: Math.round(box.x + by.x * share), y: Math.round(box.y + by.y * share) };
}

// Which step of its view a part of the network belongs to; -1 for a class.
function placeInView(id) {
  const found = /^step ([0-9]+) /.exec(id);
  return found ? Number(found[1]) : -1;
}
