"use strict";
(() => {
  const element = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(element(id).textContent);
  const data = read("map-data");
  const drawing = read("map-network");
  const region = element("region");
  const sheet = element("sheet");
  const canvas = element("canvas");
  const classes = new Map(data.classes.map((one) => [one.id, one]));
  const boxes = new Map(drawing.nodes.map((node) => [node.id, node]));
  const routes = new Map(data.routes.map((one) => [one.start + " " + one.target, one]));
  const stepOf = (id) => { const found = /^step (\d+) /.exec(id); return found ? data.steps[Number(found[1])] : null; };

  // The map: its network stands still; the region around it scrolls, and the view follows.
  sheet.hidden = false;
  region.classList.add("is-live");
  const nodes = new vis.DataSet(drawing.nodes);
  const edges = new vis.DataSet(drawing.edges);
  let network;
  try {
    network = new vis.Network(canvas, { nodes, edges }, read("map-options"));
  } catch (fault) {
    sheet.hidden = true;
    region.classList.remove("is-live");
    throw fault;
  }
  canvas.firstElementChild.tabIndex = -1;
  let scale = 1;
  let shift = { x: 0, y: 0 };

  const look = () => {
    const width = region.clientWidth, height = region.clientHeight;
    const x = (region.scrollLeft + width / 2 - shift.x) / scale;
    const y = (region.scrollTop + height / 2 - shift.y) / scale;
    network.moveTo({ position: { x, y }, scale, animation: false });
  };
  const resize = () => {
    const width = region.clientWidth, height = region.clientHeight;
    const full = { x: Math.max(width, data.width * scale), y: Math.max(height, data.height * scale) };
    sheet.style.width = full.x + "px";
    sheet.style.height = full.y + "px";
    shift = { x: (full.x - data.width * scale) / 2, y: (full.y - data.height * scale) / 2 };
    canvas.style.width = width + "px";
    canvas.style.height = height + "px";
    network.setSize(width + "px", height + "px");
    network.redraw();
    look();
  };
  const centre = (x, y) => region.scrollTo(
    x * scale + shift.x - region.clientWidth / 2, y * scale + shift.y - region.clientHeight / 2);
  const zoomTo = (wanted) => {
    const x = (region.scrollLeft + region.clientWidth / 2 - shift.x) / scale;
    const y = (region.scrollTop + region.clientHeight / 2 - shift.y) / scale;
    scale = Math.min(3, Math.max(0.1, wanted));
    resize();
    centre(x, y);
    look();
  };
  const zooms = {
    in: () => scale * 1.25,
    out: () => scale / 1.25,
    whole: () => Math.min(region.clientWidth / data.width, region.clientHeight / data.height, 1),
    actual: () => 1,
  };
  for (const button of element("zoom").querySelectorAll("button")) {
    button.addEventListener("click", () => zoomTo(zooms[button.dataset.zoom]()));
  }
  region.addEventListener("scroll", look);
  new ResizeObserver(resize).observe(region);

  // Colours come from the style sheet, so that light, dark and print agree.
  const paint = () => {
    const style = getComputedStyle(document.documentElement);
    const ink = (name) => style.getPropertyValue("--" + name).trim();
    const marked = { background: ink("mark"), border: ink("mark-edge") };
    const colours = { background: ink("box"), border: ink("box-edge"), highlight: marked, hover: marked };
    const letters = { classes: { color: ink("ink") }, words: { color: ink("ink"), background: ink("frame"), size: 13 } };
    nodes.update(drawing.nodes.map((node) => ({ id: node.id, color: colours, font: letters[node.group] || {} })));
    network.setOptions({
      edges: { color: { color: ink("line"), highlight: ink("mark-edge"), hover: ink("mark-edge"), inherit: false } },
    });
  };
  network.on("beforeDrawing", (context) => {
    const style = getComputedStyle(document.documentElement);
    for (const frame of data.frames) {
      context.fillStyle = style.getPropertyValue("--frame");
      context.strokeStyle = style.getPropertyValue("--frame-edge");
      context.lineWidth = 1;
      context.beginPath();
      context.rect(frame.x, frame.y, frame.width, frame.height);
      context.fill();
      context.stroke();
      context.fillStyle = style.getPropertyValue("--ink");
      context.font = "600 18px system-ui, sans-serif";
      context.textAlign = "left";
      context.textBaseline = "alphabetic";
      context.fillText(frame.heading, frame.x + 20, frame.y + 34);
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  // What is chosen is told in words beside the map.
  const partsOf = (place) => drawing.edges.filter((edge) => edge.id.startsWith("step " + place + " ")).map((e) => e.id);
  const mark = (chosenClasses, chosenSteps) => network.setSelection(
    { nodes: chosenClasses, edges: chosenSteps.flatMap(partsOf) }, { highlightEdges: false });
  const tell = (heading, body) => {
    element("details-heading").textContent = heading;
    element("details-body").replaceChildren(...body);
    element("details").hidden = false;
  };
  const paragraph = (text) => {
    const made = document.createElement("p");
    made.dir = "auto";
    made.textContent = text;
    return made;
  };
  const showClass = (id) => {
    const told = element("about-" + id).querySelector(".facts").cloneNode(true);
    const touching = data.steps.filter((step) => step.from === id || step.to === id);
    tell(classes.get(id).name, [told, ...touching.map((step) => paragraph(step.sentence))]);
    mark([id], touching.map((step) => step.place));
  };
  const showStep = (step) => {
    tell("A step", [paragraph(step.sentence), paragraph("The target class pays: " + step.pay)]);
    mark([step.from, step.to], [step.place]);
  };
  const goTo = (id) => {
    showClass(id);
    centre(boxes.get(id).x, boxes.get(id).y);
  };
  network.on("click", (event) => {
    const id = event.nodes[0];
    const step = stepOf(id ?? event.edges[0] ?? "");
    if (classes.has(id)) showClass(id);
    else if (step) showStep(step);
  });
  for (const link of document.querySelectorAll("a[data-class]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(link.dataset.class);
      element("details").focus();
    });
  }

  // Questions: a class by its words, a route between two classes.
  const say = (text, moves = []) => {
    element("result").textContent = text;
    element("moves").hidden = moves.length === 0;
    element("moves").replaceChildren(...moves.map((move) => {
      const item = document.createElement("li");
      item.dir = "auto";
      item.textContent = move;
      return item;
    }));
  };
  const fold = (text) => text.toLocaleLowerCase("en").replace(/\s+/g, " ").trim();
  const matches = (text) => data.classes.filter((one) => fold(one.name).includes(text) || one.id.toLowerCase().includes(text));
  const find = (event) => {
    const text = fold(element("find").value);
    if (!text) return say("");
    const found = matches(text);
    const names = found.slice(0, 5).map((one) => one.name).join("; ");
    const more = found.length > 5 ? "; and " + (found.length - 5) + " more" : "";
    say(found.length ? found.length + (found.length === 1 ? " class: " : " classes: ") + names + more : "No class has these words.");
    if (found.length && event.key === "Enter") goTo(found[0].id);
  };
  element("find").addEventListener("input", find);
  element("find").addEventListener("keydown", (event) => { if (event.key === "Enter") find(event); });
  const joined = (start, target) => {
    const seen = new Set([start]);
    for (const here of seen) data.steps.filter((step) => step.from === here).forEach((step) => seen.add(step.to));
    return seen.has(target);
  };
  const route = () => {
    const start = element("from").value, target = element("to").value;
    if (!start || !target) return say("Choose a class in both lists.");
    if (start === target) return say("Choose two different classes.");
    const names = "from " + classes.get(start).name + " to " + classes.get(target).name;
    const found = routes.get(start + " " + target);
    if (found) {
      say(found.sentence, found.moves);
      mark(found.classes, data.steps.filter((step) => {
        const at = found.classes.indexOf(step.from);
        return at >= 0 && found.classes[at + 1] === step.to;
      }).map((step) => step.place));
      centre(boxes.get(start).x, boxes.get(start).y);
    } else if (joined(start, target)) {
      say("A ladder leads " + names + ". Its time is not worked out on this page: ask ladder path " + start + " " + target + ".");
    } else {
      say("No ladder leads " + names + ".");
    }
  };
  element("from").addEventListener("change", route);
  element("to").addEventListener("change", route);

  element("ask").hidden = false;
  element("zoom").hidden = false;
  paint();
  resize();
})();
