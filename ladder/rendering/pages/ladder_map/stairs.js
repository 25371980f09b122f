// A route to scale: time across, the lowest pay of each class up from nothing, and what is to be served in each.
import { makeElement } from "./details.js";
import { say } from "./messages.js";
import { spellMonth, spellMonths, spellSpan } from "./my_words.js";

const SVG_SPACE = "http://www.w3.org/2000/svg";
const STAIRS_WIDTH = 1100, STAIRS_HEIGHT = 250, STAIRS_FOOT = 230, STAIRS_ROOM = 190;
const LEAST_RISE = 60;

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 });

// The lowest yearly pay of a class in dollars; none where none is printed.
export function payOf(spec) {
  const yearly = (spec.pay?.ranges ?? []).filter((one) => one.unit === "yearly").map((one) => Number(one.low));
  return yearly.length ? Math.min(...yearly) : null;
}

// The flights of a route: each class, from which month, how long it is held, what it pays.
export function flightsOf(answer, start, specOf) {
  const held = answer.steps.map((step) => ({ classId: step.from || start, months: step.hold_months, fromMonth: step.at_month - step.hold_months }));
  return [...held, { classId: answer.steps.at(-1)?.to ?? start, months: 0, fromMonth: answer.months }].map((one) => {
    const spec = specOf(one.classId);
    return { ...one, title: spec.title, pay: payOf(spec) };
  });
}

function stairPart(name, attributes) {
  const made = document.createElementNS(SVG_SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// The picture: flights whose width is time, whose height is pay where all of it is known, else one rise a class.
function stairsPicture(flights, months) {
  const most = Math.max(...flights.map((one) => one.pay ?? 0));
  const isPaid = flights.every((one) => one.pay !== null) && most > 0;
  const across = (month) => (months ? (month / months) * (STAIRS_WIDTH - 40) : 0) + 10;
  const up = (one, place) => STAIRS_FOOT - (isPaid ? (one.pay / most) * STAIRS_ROOM : LEAST_RISE + (place * (STAIRS_ROOM - LEAST_RISE)) / Math.max(1, flights.length - 1));
  const drawn = stairPart("svg", { class: "flights", viewBox: `0 0 ${STAIRS_WIDTH} ${STAIRS_HEIGHT}`, "aria-hidden": "true" });
  for (let month = 12; month < months; month += 12) {
    drawn.append(stairPart("path", { class: "year", d: `M${across(month)} 20V${STAIRS_FOOT}` }));
  }
  flights.forEach((one, place) => {
    const left = across(one.fromMonth), right = across(one.fromMonth + one.months), top = up(one, place);
    const next = flights[place + 1];
    if (one.months) drawn.append(stairPart("rect", { class: place ? "ground" : "ground here", x: left, y: top, width: right - left, height: STAIRS_FOOT - top }));
    drawn.append(stairPart("path", { class: "tread", d: `M${left} ${top}H${Math.max(right, left)}` }));
    if (next) drawn.append(stairPart("path", { class: "rise", d: `M${right} ${top}V${up(next, place + 1)}` }));
    drawn.append(stairPart("circle", { class: place ? "landing" : "landing here", cx: left, cy: top, r: place && next ? 4 : 8 }));
  });
  return { drawn, isPaid };
}

function flightItem(one, before, monthOf) {
  const item = makeElement("li");
  item.append(makeElement("b", one.title, { dir: "auto" }));
  if (one.pay !== null) {
    const line = makeElement("p", dollars.format(one.pay) + " ", { class: "pay" });
    const gain = before && before.pay !== null ? one.pay - before.pay : 0;
    if (gain) line.append(makeElement("span", (gain > 0 ? "+" : "\u2212") + dollars.format(Math.abs(gain)), { class: gain > 0 ? "gain" : "loss" }));
    item.append(line);
  }
  const when = spellMonth(monthOf(one.fromMonth));
  item.append(makeElement("p", one.months ? say("stairs.held", { month: when, time: spellMonths(one.months) }) : when, { class: "when" }));
  return item;
}

// Shows a route under the question; nothing where there is none.
export function showStairs(place, answer, { start, specOf, asOf }) {
  place.hidden = !answer;
  if (!answer) return place.replaceChildren();
  const flights = flightsOf(answer, start, specOf);
  const { drawn, isPaid } = stairsPicture(flights, answer.months);
  const list = makeElement("ol", undefined, { class: "todo" });
  const monthOf = (months) => laterMonth(asOf, months);
  list.append(...flights.map((one, at) => flightItem(one, flights[at - 1], monthOf)));
  const head = makeElement("h3", undefined, { class: "answer" });
  const [time, month] = [spellSpan(answer), spellMonth(answer.month)];
  head.append(makeElement("b", time), say("stairs.to"), makeElement("b", month), say("stairs.for", { title: flights.at(-1).title }));
  const scale = makeElement("p", say(isPaid ? "stairs.scale" : "stairs.scale_steps"), { class: "help" });
  return place.replaceChildren(head, scale, drawn, list);
}

function laterMonth(asOf, months) {
  const [year, month] = asOf.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}
