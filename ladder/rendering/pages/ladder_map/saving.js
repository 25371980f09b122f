// Keeping the map: as SVG, as PNG, on paper, and as a link.
import { bandLines } from "./chart.js";

const STYLES_KEPT = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order",
  "font-family", "font-size", "font-weight", "text-anchor",
];

export function offerFile(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const SVG = "http://www.w3.org/2000/svg";

function svgElement(name, attributes = {}, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// The view as it looks now, with its filters and marks, in vectors: for paper, and for a file.
export function drawSvg(chart) {
  const { view } = chart;
  const size = { width: view.width, height: view.height };
  const drawn = svgElement("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, class: "drawn", "aria-hidden": "true" });
  for (const frame of view.frames) {
    if (frame.isBand) {
      drawn.append(...bandAt(frame, view.frames.indexOf(frame)));
      continue;
    }
    const { x, y, width, height, heading } = frame;
    drawn.append(svgElement("rect", { class: "frame", x, y, width, height, rx: 8 }));
    drawn.append(svgElement("text", { class: "frame-heading", x: x + 20, y: y + 34 }, heading));
  }
  const lines = svgElement("g"), words = svgElement("g", { class: "words" }), boxes = svgElement("g", { class: "titles" });
  for (const line of chart.linesSeen()) {
    const d = "M" + line.points.map(({ x, y }) => `${x} ${y}`).join("L");
    lines.append(svgElement("path", { class: "step " + line.kind, d }));
  }
  for (const { node, look } of chart.boxesSeen()) {
    if (node.group === "words" || node.group === "times") words.append(textAt(node.x, node.y - 8 * countLines(node.label) + 12, node.label, 16));
    else boxes.append(...boxAt(node, look));
  }
  drawn.append(lines, words, boxes);
  return drawn;
}

function bandAt({ x, y, width, height, heading }, place) {
  const band = svgElement("rect", { class: place % 2 ? "band odd" : "band", x, y, width, height });
  const words = bandLines(heading).map((line, at) => svgElement("text", { class: "band-heading", x: x + 14, y: y + height / 2 + 18 * at - 4 }, line));
  return [band, ...words];
}

function countLines(label) {
  return label.split("\n").length;
}

function boxAt(node, look) {
  const width = node.widthConstraint.minimum, height = node.heightConstraint.minimum;
  const dashes = node.shapeProperties?.borderDashes;
  const box = svgElement("rect", { class: look.className, rx: 4, x: node.x - width / 2, y: node.y - height / 2, width, height });
  if (dashes) box.setAttribute("stroke-dasharray", dashes.join(" "));
  return [box, textAt(node.x, node.y - 9 * countLines(look.label) + 14, look.label, 18)];
}

function textAt(x, y, label, height) {
  const text = svgElement("text", { x, y });
  label.split("\n").forEach((line, place) => {
    text.append(svgElement("tspan", { x, dy: place ? height : 0 }, line));
  });
  return text;
}

// The drawing as a file of its own: what the page's style sheet says is written into each element.
export function svgFile(heading) {
  const drawn = document.querySelector("#printed svg");
  const copy = drawn.cloneNode(true);
  const sources = [...drawn.querySelectorAll("*")], copies = [...copy.querySelectorAll("*")];
  sources.forEach((source, place) => keepStyle(source, copies[place]));
  const arrow = document.querySelector(".arrows defs");
  const kept = arrow.cloneNode(true);
  keepStyle(arrow.querySelector("path"), kept.querySelector("path"));
  copy.prepend(kept);
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("role", "img");
  copy.removeAttribute("aria-hidden");
  copy.prepend(svgElement("title", {}, heading));
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

function keepStyle(source, copy) {
  const style = getComputedStyle(source);
  for (const name of STYLES_KEPT) copy.setAttribute(name, style.getPropertyValue(name));
  if (source.classList.contains("step")) copy.setAttribute("marker-end", "url(#arrow)");
  copy.removeAttribute("class");
}

export function readLink(hash) {
  const words = hash.replace(/^#/, "");
  return words.includes("=") ? Object.fromEntries(new URLSearchParams(words)) : null;
}

export function writeLink(state) {
  const told = Object.entries(state).filter(([, value]) => value);
  return "#" + new URLSearchParams(told).toString();
}
