// When classes come within reach: a dot a class, by the month, on a line of five years.
import { printMonth, readMonth } from "../../my_path/months.js";
import { say } from "../messages.js";
import { spellMonth } from "../my_words.js";

const SPACE = "http://www.w3.org/2000/svg";
const WIDTH = 960, HEIGHT = 118, LEFT = 24, RIGHT = 110, FOOT = 92;
const STEP = 16, RADIUS = 7, TALLEST = 4, MOST_DOTS = 40;
const LETTER = 7.9;
export const FIVE_YEARS = 60;

export const lookOf = (months) => (months === 0 ? "now" : months <= 12 ? "soon" : "later");

function drawnPart(name, attributes, text) {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

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
  const drawn = drawnPart("svg", { class: "dots", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": name || say("my.next_none") });
  const across = (months) => LEFT + (months / FIVE_YEARS) * (WIDTH - LEFT - RIGHT);
  drawn.append(drawnPart("path", { class: "axis", d: `M${LEFT - 8} ${FOOT}H${WIDTH - RIGHT + 8}` }));
  for (let months = 0; months <= FIVE_YEARS; months += 12) drawn.append(...tick(across(months), months, asOf));
  let taken = 0;
  counts.forEach(([months, count], place) => {
    const stack = stackAt(across(months), months, count);
    const next = counts[place + 1], room = (next ? across(next[0]) - RADIUS : WIDTH) - stack.right;
    const left = Math.max(taken, 0);
    drawn.append(...stack.drawn, ...labelOf(stack, { months, count, asOf, room, space: stack.left - left }));
    taken = stack.right + (room > wordsOfStack(months, count, asOf).length * LETTER ? wordsOfStack(months, count, asOf).length * LETTER : 0);
  });
  return drawn;
}

function tick(x, months, asOf) {
  const month = printMonth(readMonth(asOf) + months), [year, number] = month.split("-");
  const isEnd = months === 0 || months === FIVE_YEARS;
  const text = isEnd ? `${say(`month.${Number(number)}`).slice(0, 3)} ${year}` : year;
  return [drawnPart("path", { class: "axis", d: `M${x} ${FOOT}v5` }), drawnPart("text", { class: months === 0 ? "year first" : "year", x: months === 0 ? x - 8 : x, y: FOOT + 20 }, text)];
}

// Dots of one month, from the line up; more than can be told apart are one bar.
function stackAt(x, months, count) {
  const look = `of-${lookOf(months)}`;
  if (count > MOST_DOTS) {
    return { left: x - RADIUS, right: x + RADIUS, drawn: [drawnPart("rect", { class: look, x: x - RADIUS, y: FOOT - 4 - TALLEST * STEP, width: 2 * RADIUS, height: TALLEST * STEP, rx: 4 })] };
  }
  const columns = Math.ceil(count / TALLEST);
  const start = Math.min(x, WIDTH - RADIUS - (columns - 1) * STEP);
  const drawn = Array.from({ length: count }, (_, place) =>
    drawnPart("circle", { class: look, r: RADIUS, cx: start + Math.floor(place / TALLEST) * STEP, cy: FOOT - 10 - (place % TALLEST) * STEP }));
  return { left: start - RADIUS, right: start + RADIUS + (columns - 1) * STEP, drawn };
}

// The words of a stack at its right where there is room, else at its left, else its figure alone above it.
function labelOf(stack, { months, count, asOf, room, space }) {
  const words = wordsOfStack(months, count, asOf), long = words.length * LETTER + 12, y = FOOT - 6;
  if (room >= long) return [drawnPart("text", { class: "label", x: stack.right + 6, y }, words)];
  if (space >= long) return [drawnPart("text", { class: "label ends", x: stack.left - 6, y }, words)];
  if (room >= 24) return [drawnPart("text", { class: "label", x: stack.right + 4, y }, String(count))];
  return [];
}
