// The stairs of a route as SVG, by their layout. Words are told in the list below as well, so the picture is not read aloud.
import { svgElement } from "../svg_element.js";

const STEPS_OF_BAR = 11;

function sheetOf(look, { width, height }) {
  const drawn = svgElement("svg", { class: look, viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  const hatch = svgElement("pattern", { id: `hatch-${look}`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  hatch.append(svgElement("rect", { class: "stripe-ground", width: 8, height: 8 }), svgElement("path", { class: "stripe-line", d: "M0 0V8" }));
  const defined = svgElement("defs", {});
  defined.append(hatch);
  drawn.append(defined);
  return drawn;
}

function stairWords({ x, y, text, look, gain, isLoss }) {
  const made = svgElement("text", { class: `of-${look}`, x, y }, gain ? undefined : text);
  if (gain) made.append(`${text}  `, svgElement("tspan", { class: isLoss ? "loss" : "gain" }, gain));
  return made;
}

const dashedIf = (look, isDashed) => (isDashed ? `${look} dashed` : look);

export function paintStairs(laid) {
  const drawn = sheetOf("flights", laid), { foot, top, treads, goal } = laid;
  for (const { x, isEnd } of laid.years.slice(0, -1)) drawn.append(svgElement("path", { class: isEnd ? "year start" : "year", d: `M${x} ${top}V${foot}` }));
  treads.forEach((one, place) => {
    if (one.right > one.left) drawn.append(svgElement("rect", { class: dashedIf(place ? "ground" : "ground here", one.isDashed), x: one.left, y: one.top, width: one.right - one.left, height: foot - one.top }));
  });
  treads.forEach((one, place) => drawn.append(...treadParts(one, treads[place + 1] ?? goal)));
  drawn.append(...goalParts(goal, treads[0] ?? { left: goal.x, top: goal.top }, foot));
  for (const { x, text, anchor } of laid.years) if (text) drawn.append(svgElement("text", { class: "of-year", x, y: foot + 20, "text-anchor": anchor }, text));
  return drawn;
}

// A tread with what is planned on it, the rise to the next, and its words.
function treadParts({ stripe, left, right, top, isDashed, words }, next) {
  const parts = stripe ? [svgElement("rect", { class: "stripe", fill: "url(#hatch-flights)", x: stripe.left, y: stripe.top, width: stripe.right - stripe.left, height: stripe.foot - stripe.top })] : [];
  if (stripe?.text) parts.push(svgElement("text", { class: "of-stripe", x: (stripe.left + stripe.right) / 2, y: stripe.foot - 7 }, stripe.text));
  const tread = svgElement("path", { class: dashedIf("tread", isDashed), d: `M${left} ${top}H${right}` });
  return [...parts, tread, svgElement("path", { class: "rise", d: `M${right} ${top}V${next.top}` }), ...(words ?? []).map(stairWords)];
}

// The pole with its flag, where the stairs begin, where they end, and the words of the end.
function goalParts(goal, { left, top }, foot) {
  return [
    svgElement("path", { class: "pole", d: `M${goal.x} ${foot}V${goal.top - 34}` }),
    svgElement("path", { class: "flag", d: `M${goal.x} ${goal.top - 36}h34l-9 9l9 9h-34z` }),
    svgElement("circle", { class: "landing here", cx: left, cy: top, r: 8 }),
    svgElement("circle", { class: dashedIf("landing", goal.isDashed), cx: goal.x, cy: goal.top, r: 9 }),
    ...goal.words.map(stairWords),
  ];
}

export function paintUpright(laid) {
  const drawn = sheetOf("upright", laid), middle = STEPS_OF_BAR;
  laid.landings.forEach((one, place) => {
    const look = dashedIf(place ? "ground" : "ground here", one.isDashed), x = middle - laid.bar / 2;
    if (one.to > one.at) drawn.append(svgElement("rect", { class: look, x, y: one.at, width: laid.bar, height: one.to - one.at }));
    if (one.stripe !== null) drawn.append(svgElement("rect", { class: "stripe", fill: "url(#hatch-upright)", x, y: Math.max(one.at, one.stripe), width: laid.bar, height: one.to - Math.max(one.at, one.stripe) }));
  });
  const last = laid.landings.length - 1;
  laid.landings.forEach((one, place) => {
    const words = one.words[0].y - 5;
    if (words - one.at > 8) drawn.append(svgElement("path", { class: "joint", d: `M${middle + 8} ${one.at}L${one.words[0].x - 14} ${words}H${one.words[0].x - 6}` }));
    drawn.append(svgElement("circle", { class: place === 0 ? "landing here" : place === last ? "landing" : "landing between", cx: middle, cy: one.at, r: place && place < last && isCrowded(laid.landings, place) ? 4 : 9 }));
    drawn.append(...one.words.map(stairWords));
  });
  return drawn;
}

function isCrowded(landings, place) {
  return landings.some((one, other) => other !== place && Math.abs(one.at - landings[place].at) < 20);
}
