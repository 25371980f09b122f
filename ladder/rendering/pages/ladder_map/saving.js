// Keeping the map: as SVG, as PNG, on paper, and as a link.
import { bandLines } from "./chart.js";
import { pathParts, pillSize } from "./pen.js";
import { SVG_SPACE, svgElement } from "./svg_element.js";

const STYLES_KEPT = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order",
  "font-family", "font-size", "font-weight", "text-anchor",
];

// The view as it looks now, with its filters and marks, in vectors: for paper, and for a file.
export function drawSvg(chart) {
  const { view } = chart;
  const size = { width: view.width, height: view.height };
  const drawn = svgElement("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, class: "drawn", "aria-hidden": "true" });
  for (const [place, frame] of view.frames.entries()) {
    if (frame.isBand) drawn.append(...bandAt(frame, place));
    else drawn.append(...frameAt(frame));
  }
  const lines = svgElement("g"), times = svgElement("g"), boxes = svgElement("g", { class: "titles" });
  for (const line of chart.linesSeen()) {
    const d = pathParts(line.points).map(([command, ...at]) => command + at.join(" ")).join("");
    lines.append(svgElement("path", { class: ["step", line.kind, line.isByLevel ? "by-level" : "", line.isChosen ? "chosen" : ""].filter(Boolean).join(" "), d }));
  }
  for (const { words, x, y } of chart.timesSeen()) times.append(...pillAt(words, x, y));
  for (const box of chart.boxesSeen()) boxes.append(...boxAt(box, chart.chosen));
  for (const { words, x, y } of chart.foldedSeen()) boxes.append(...pillAt(words, x, y));
  drawn.append(lines, times, boxes);
  return drawn;
}

function frameAt({ x, y, width, height, heading }) {
  const ground = svgElement("rect", { class: "frame", x, y, width, height, rx: 12 });
  return [ground, svgElement("text", { class: "frame-heading", x: x + 16, y: y + 26 }, heading)];
}

function bandAt({ x, y, width, height, heading }, place) {
  const band = svgElement("rect", { class: place % 2 ? "band odd" : "band", x, y, width, height });
  const words = bandLines(heading).map((line, at) => svgElement("text", { class: "band-heading", x: x + 14, y: y + height / 2 + 18 * at - 4 }, line));
  return [band, ...words];
}

function pillAt(words, x, y) {
  const { width, height } = pillSize(words);
  const ground = svgElement("rect", { class: "pill", x: x - width / 2, y: y - height / 2, width, height, rx: height / 2 });
  return [ground, svgElement("text", { class: "time", x, y: y + 4 }, words)];
}

function boxAt(box, chosen) {
  const { x, y, width, height, mark } = box;
  const looks = ["box", box.look, chosen.classes.has(box.id) ? "chosen" : "", mark ? "is-" + mark.look : ""];
  const rect = svgElement("rect", { class: looks.filter(Boolean).join(" "), rx: 8, x: x - width / 2, y: y - height / 2, width, height });
  const all = [...box.lines, ...(box.second ? [box.second] : [])], tall = all.length > 3 ? 14 : 16;
  const words = textAt(x - width / 2 + 12, y - (tall / 2) * (all.length - 1) + 4, all, tall);
  words.setAttribute("class", "card");
  return [rect, words];
}

function textAt(x, y, lines, height) {
  const text = svgElement("text", { x, y });
  lines.forEach((line, place) => text.append(svgElement("tspan", { x, dy: place ? height : 0 }, line)));
  return text;
}

// The drawing as a file of its own: what the page's style sheet says is written into each element.
export function svgFile(heading) {
  const drawn = document.querySelector("#printed svg");
  const copy = drawn.cloneNode(true);
  const sources = [...drawn.querySelectorAll("*")], copies = [...copy.querySelectorAll("*")];
  sources.forEach((source, place) => keepStyle(source, copies[place]));
  const arrows = document.querySelector(".arrows defs");
  const kept = arrows.cloneNode(true);
  const heads = [...arrows.querySelectorAll("path")];
  [...kept.querySelectorAll("path")].forEach((head, place) => keepStyle(heads[place], head));
  copy.prepend(kept);
  copy.setAttribute("xmlns", SVG_SPACE);
  copy.setAttribute("role", "img");
  copy.removeAttribute("aria-hidden");
  copy.prepend(svgElement("title", {}, heading));
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

function keepStyle(source, copy) {
  const style = getComputedStyle(source);
  for (const name of STYLES_KEPT) copy.setAttribute(name, style.getPropertyValue(name));
  if (source.classList.contains("step")) copy.setAttribute("marker-end", source.classList.contains("by-level") ? "url(#hollow)" : "url(#arrow)");
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
