// A route to scale: time across, the lowest pay of each class up from nothing, and what is to be served in each.
import { printMonth, readMonth } from "../my_path/months.js";
import { lowestYearly } from "../my_path/pay_gains.js";
import { makeElement } from "./details.js";
import { say } from "./messages.js";
import { spellMonth, spellMonths, spellSpan } from "./my_words.js";

const SVG_SPACE = "http://www.w3.org/2000/svg";
const STAIRS_WIDTH = 1100, STAIRS_HEIGHT = 250, STAIRS_FOOT = 230, STAIRS_ROOM = 190;
const LEAST_RISE = 60;

// Dollars as the record has them: cents only where there are some, and never rounded.
const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 4, trailingZeroDisplay: "stripIfInteger" });

// The flights of a route: each class, from which month, how long it is held, what it pays, what it pays more than before.
export function flightsOf(answer, start, specOf) {
  const held = answer.steps.map((step) => ({ classId: step.from || start, months: step.hold_months, fromMonth: step.at_month - step.hold_months }));
  const last = { classId: answer.steps.at(-1).to, months: 0, fromMonth: answer.months };
  return [...held, last].map((one, place) => {
    const spec = specOf(one.classId), gain = answer.steps[place - 1]?.pay_gain;
    return { ...one, title: spec.title, pay: lowestYearly(spec.pay), gain: gain?.unit === "yearly" ? gain.low : "0" };
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

function flightItem(one, monthOf) {
  const item = makeElement("li");
  item.append(makeElement("b", one.title, { dir: "auto" }));
  if (one.pay !== null) {
    const line = makeElement("p", dollars.format(one.pay) + " ", { class: "pay" });
    const isLess = one.gain.startsWith("-"), gained = dollars.format(one.gain.replace("-", ""));
    if (Number(one.gain)) line.append(makeElement("span", (isLess ? "\u2212" : "+") + gained, { class: isLess ? "loss" : "gain" }));
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
  const monthOf = (months) => printMonth(readMonth(asOf) + months);
  list.append(...flights.map((one) => flightItem(one, monthOf)));
  const head = makeElement("h3", undefined, { class: "answer" });
  const [time, month] = [spellSpan(answer), spellMonth(answer.month)];
  head.append(makeElement("b", time), say("stairs.to"), makeElement("b", month), say("stairs.for", { title: flights.at(-1).title }));
  const scale = makeElement("p", say(isPaid ? "stairs.scale" : "stairs.scale_steps"), { class: "help" });
  return place.replaceChildren(head, scale, drawn, list);
}
