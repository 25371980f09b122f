// The ladder on paper, to scale: time across, the lowest pay of each class up from nothing, stripes for the class held now.
import { printMonth, readMonth } from "../../my_path/months.js";
import { lowestYearly } from "../../my_path/pay_gains.js";
import { dollarsOf } from "../dollars.js";
import { say } from "../messages.js";
import { spellMonths } from "../my_words.js";
import { svgElement } from "../svg_element.js";

const SHEET_WIDTH = 820, SHEET_HEIGHT = 300, SHEET_FOOT = 272, SHEET_ROOM = 210;
const LEAST_STEP = 40, SHEET_LETTERS = 8.8, SHEET_LINE = 17;

// The flights of a path: each class, from which month, how long it is held, what it pays.
export function flightsOnPaper(answer, start, specOf) {
  const held = answer.steps.map((step) => ({ classId: step.from || start, fromMonth: step.at_month - step.hold_months, months: step.hold_months }));
  const last = { classId: answer.target, fromMonth: answer.months, months: 0 };
  return [...held, last].map((one) => ({ ...one, title: specOf(one.classId)?.title ?? "", pay: lowestYearly(specOf(one.classId)?.pay) }));
}

export function shortMonth(month) {
  const [year, number] = month.split("-");
  return say("date.month", { month: say(`month.${Number(number)}`).slice(0, 3), year });
}

// Words in lines of so many letters, at most three.
function linesOf(text, width) {
  const lines = [""], most = Math.max(6, Math.floor(width / SHEET_LETTERS));
  for (const word of text.split(" ")) {
    if (lines.at(-1) && lines.at(-1).length + word.length + 1 > most && lines.length < 3) lines.push(word);
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  return lines;
}

export function drawPaperLadder(flights, asOf) {
  const months = flights.at(-1).fromMonth, isPaid = flights.every(({ pay }) => pay !== null), most = Math.max(...flights.map(({ pay }) => pay ?? 0));
  const end = SHEET_WIDTH - 190, across = (month) => 10 + (months ? month / months : 1) * (end - 10);
  const up = ({ pay }, place) => SHEET_FOOT - (isPaid && most ? (pay / most) * SHEET_ROOM : LEAST_STEP + (place * (SHEET_ROOM - LEAST_STEP)) / Math.max(1, flights.length - 1));
  const drawn = svgElement("svg", { class: "paper-ladder", viewBox: `0 0 ${SHEET_WIDTH} ${SHEET_HEIGHT}`, "aria-hidden": "true" });
  drawn.append(stripes());
  let free = 0;
  flights.forEach((one, place) => {
    const left = across(one.fromMonth), top = up(one, place), right = across(one.fromMonth + one.months);
    drawn.append(...(one.months ? flight(left, top, right, place) : []), svgElement("path", { class: "post", d: `M${left} ${top - (one.months ? 0 : 6)}V${SHEET_FOOT + 8}` }));
    const room = one.months ? right - left - 12 : SHEET_WIDTH - left - 12;
    drawn.append(...flightWords(one, { x: left + 10, y: top + 20, room, isAbove: room < 110 || SHEET_FOOT - top < 70 }));
    const text = one.fromMonth ? shortMonth(printMonth(readMonth(asOf) + one.fromMonth)) : say("paper.now_word");
    if (left >= free) {
      drawn.append(svgElement("text", { class: "tick", x: left, y: SHEET_FOOT + 24 }, text));
      free = left + text.length * SHEET_LETTERS + 8;
    }
  });
  const last = flights.at(-1), goal = { x: across(last.fromMonth), y: up(last, flights.length - 1) };
  drawn.append(svgElement("path", { class: "goal", d: `M${goal.x} ${goal.y}V${goal.y - 28}h28l-8 7l8 7h-27V${goal.y}z` }), svgElement("circle", { class: "goal", cx: goal.x, cy: goal.y, r: 7 }));
  return drawn;
}

function stripes() {
  const defs = svgElement("defs", {}), pattern = svgElement("pattern", { id: "my-stripes", width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svgElement("path", { class: "stripe", d: "M0 0V9" }));
  defs.append(pattern);
  return defs;
}

function flight(left, top, right, place) {
  const ground = { class: place % 2 ? "ground odd" : "ground", x: left, y: top, width: right - left, height: SHEET_FOOT - top };
  if (place === 0) ground.fill = "url(#my-stripes)";
  return [svgElement("rect", ground), svgElement("path", { class: "tread", d: `M${left} ${top}H${right}` })];
}

// The words of a flight: in it, or above its tread where it is narrow or low.
function flightWords({ title, pay, months }, { x, y, room, isAbove }) {
  const facts = [pay === null ? "" : say("paper.pay_of", { amount: dollarsOf(pay) }), months ? spellMonths(months) : ""].filter(Boolean);
  const lines = [...linesOf(title, isAbove ? Math.max(room, 150) : room).map((text) => [text, "name"]), ...facts.map((text) => [text, "fact"])];
  const start = isAbove ? Math.max(14, y - 26 - SHEET_LINE * (lines.length - 1)) : y;
  return lines.map(([text, look], place) => svgElement("text", { class: look, x, y: start + SHEET_LINE * place }, text));
}
