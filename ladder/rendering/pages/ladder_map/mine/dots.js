// When classes come within reach: a dot a class, by the month, on a line of five years.
import { printMonth, readMonth } from "../../my_path/months.js";
import { say } from "../messages.js";
import { spellMonth } from "../my_words.js";
import { svgElement } from "../svg_element.js";

const DOTS_WIDTH = 960, DOTS_HEIGHT = 118, DOTS_LEFT = 24, DOTS_RIGHT = 110, DOTS_FOOT = 92;
const DOT_STEP = 16, DOT_RADIUS = 7, TALLEST_STACK = 4, MOST_DOTS = 40;
const DOTS_LETTER = 7.9;
export const FIVE_YEARS = 60;

export const lookOf = (months) => (months === 0 ? "now" : months <= 12 ? "soon" : "later");

// How many classes come within reach in each month of the next five years, soonest first.
export function countByMonth(answers) {
  const counts = new Map();
  for (const { months } of answers) {
    if (months !== null && months <= FIVE_YEARS) counts.set(months, (counts.get(months) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => one - other);
}

const wordsOfStack = (months, count, asOf) => (months ? say("my.dots_in", { count, month: spellMonth(printMonth(readMonth(asOf) + months)) }) : say("my.dots_now", { count }));

// The picture; its words are its name, for those who do not see it.
export function drawDots(answers, asOf) {
  const counts = countByMonth(answers);
  const name = counts.map(([months, count]) => wordsOfStack(months, count, asOf)).join(", ");
  const drawn = svgElement("svg", { class: "dots", viewBox: `0 0 ${DOTS_WIDTH} ${DOTS_HEIGHT}`, role: "img", "aria-label": name || say("my.next_none") });
  const across = (months) => DOTS_LEFT + (months / FIVE_YEARS) * (DOTS_WIDTH - DOTS_LEFT - DOTS_RIGHT);
  drawn.append(svgElement("path", { class: "axis", d: `M${DOTS_LEFT - 8} ${DOTS_FOOT}H${DOTS_WIDTH - DOTS_RIGHT + 8}` }));
  for (let months = 0; months <= FIVE_YEARS; months += 12) drawn.append(...tick(across(months), months, asOf));
  let taken = 0;
  counts.forEach(([months, count], place) => {
    const stack = stackAt(across(months), months, count);
    const next = counts[place + 1], room = (next ? across(next[0]) - DOT_RADIUS : DOTS_WIDTH) - stack.right;
    const left = Math.max(taken, 0);
    drawn.append(...stack.drawn, ...labelOf(stack, { months, count, asOf, room, space: stack.left - left }));
    taken = stack.right + (room > wordsOfStack(months, count, asOf).length * DOTS_LETTER ? wordsOfStack(months, count, asOf).length * DOTS_LETTER : 0);
  });
  return drawn;
}

function tick(x, months, asOf) {
  const month = printMonth(readMonth(asOf) + months), [year, number] = month.split("-");
  const isEnd = months === 0 || months === FIVE_YEARS;
  const text = isEnd ? `${say(`month.${Number(number)}`).slice(0, 3)} ${year}` : year;
  return [svgElement("path", { class: "axis", d: `M${x} ${DOTS_FOOT}v5` }), svgElement("text", { class: months === 0 ? "dot-year first" : "dot-year", x: months === 0 ? x - 8 : x, y: DOTS_FOOT + 20 }, text)];
}

// Dots of one month, from the line up; more than can be told apart are one bar.
function stackAt(x, months, count) {
  const look = `of-${lookOf(months)}`;
  if (count > MOST_DOTS) {
    return { left: x - DOT_RADIUS, right: x + DOT_RADIUS, drawn: [svgElement("rect", { class: look, x: x - DOT_RADIUS, y: DOTS_FOOT - 4 - TALLEST_STACK * DOT_STEP, width: 2 * DOT_RADIUS, height: TALLEST_STACK * DOT_STEP, rx: 4 })] };
  }
  const columns = Math.ceil(count / TALLEST_STACK);
  const start = Math.min(x, DOTS_WIDTH - DOT_RADIUS - (columns - 1) * DOT_STEP);
  const drawn = Array.from({ length: count }, (_, place) =>
    svgElement("circle", { class: look, r: DOT_RADIUS, cx: start + Math.floor(place / TALLEST_STACK) * DOT_STEP, cy: DOTS_FOOT - 10 - (place % TALLEST_STACK) * DOT_STEP }));
  return { left: start - DOT_RADIUS, right: start + DOT_RADIUS + (columns - 1) * DOT_STEP, drawn };
}

// The words of a stack at its right where there is room, else at its left, else its figure alone above it.
function labelOf(stack, { months, count, asOf, room, space }) {
  const words = wordsOfStack(months, count, asOf), long = words.length * DOTS_LETTER + 12, y = DOTS_FOOT - 6;
  if (room >= long) return [svgElement("text", { class: "label", x: stack.right + 6, y }, words)];
  if (space >= long) return [svgElement("text", { class: "label ends", x: stack.left - 6, y }, words)];
  if (room >= 24) return [svgElement("text", { class: "label", x: stack.right + 4, y }, String(count))];
  return [];
}
