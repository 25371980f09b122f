// The legend over the drawing: what its arrowheads and dashes say, as far as they occur in it.
import { makeElement } from "./details.js";
import { say } from "./messages.js";
import { svgElement } from "./svg_element.js";

function legendItem(words, { dashes = [], isHollow = false }) {
  const item = makeElement("li");
  const drawn = svgElement("svg", { width: 38, height: 12, viewBox: "0 0 38 12", "aria-hidden": "true" });
  drawn.append(svgElement("path", { class: "legend-line", d: "M0 6H27", "stroke-dasharray": dashes.join(" ") }));
  drawn.append(svgElement("path", { class: isHollow ? "legend-head by-level" : "legend-head", d: "M27 1.5L37 6L27 10.5z" }));
  item.append(drawn, " ", words);
  return item;
}

export function showLegend(list, chart, dashesOf) {
  const lines = chart.linesSeen();
  const kinds = new Map(lines.map((line) => [say(`line.${line.kind}`), dashesOf[line.kind]]));
  const items = kinds.size > 1 ? [...kinds].map(([words, dashes]) => legendItem(words, { dashes })) : [];
  if (lines.some((line) => line.isByLevel)) {
    if (!items.length) items.push(legendItem(say("line.named"), {}));
    items.push(legendItem(say("line.level"), { isHollow: true }));
  }
  list.hidden = items.length === 0;
  list.replaceChildren(...items);
}
