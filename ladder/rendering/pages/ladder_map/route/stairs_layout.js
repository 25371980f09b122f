// Where everything of a route's stairs stands: time across, pay up from nothing, and each class's words within its tread
// where they fit. What does not fit is told below the chart, never squeezed; the scale is never bent.
import { linesForced, linesWithin, widthOf } from "./text_lines.js";

export const STAIR_TITLE = { size: 15, weight: 700 }, STAIR_WORDS = { size: 14 }, STAIR_SMALL = { size: 13 };
const TITLE_LINE = 19, WORDS_LINE = 20, SMALL_LINE = 19;
const MARGIN = 10, GOAL_ROOM = 176, GOAL_GAP = 16, PAD = 14;
const TOP = 40, STAIR_FOOT = 258, AXIS = 24;
const LOWEST_STEP = 76, STRIPE = 24;
const YEAR_ROOM = 64, YEAR_GAP = 12;
const YEARS_APART = [1, 2, 5, 10, 20, 50];

// `flights` are { title, pay, gain, when, months, fromMonth, height, isDashed, stripe }: `height` is a share of the highest,
// or null where every class gets one step more than the one before; `pay` and `gain` are words, "" where there are none.
export function layStairs(flights, { width, startWords, endWords, startYear }, measure = widthOf) {
  const months = flights.at(-1).fromMonth;
  const right = width - GOAL_ROOM - GOAL_GAP - MARGIN;
  const across = (month) => MARGIN + (months ? (month / months) * (right - MARGIN) : 0);
  const rises = flights.map((one, place) => riseOf(one, place, flights.length));
  const treads = flights.slice(0, -1).map((one, place) => {
    const tread = { left: across(one.fromMonth), right: across(one.fromMonth + one.months), top: STAIR_FOOT - rises[place], foot: STAIR_FOOT };
    return { ...tread, isDashed: one.isDashed, words: wordsWithin(one, tread, measure), stripe: stripeOf(one, tread, across, measure) };
  });
  const goal = flights.at(-1), goalTop = STAIR_FOOT - rises.at(-1);
  return {
    width, height: STAIR_FOOT + AXIS + 6, foot: STAIR_FOOT, top: TOP - 8, treads,
    goal: { x: across(months), top: goalTop, isDashed: goal.isDashed, words: goalWords(goal, across(months), goalTop, measure) },
    years: yearMarks({ months, startYear, startWords, endWords, across }, measure),
  };
}

function riseOf({ height }, place, count) {
  if (height !== null) return height * (STAIR_FOOT - TOP);
  return LOWEST_STEP + (place * (STAIR_FOOT - TOP - LOWEST_STEP)) / Math.max(1, count - 1);
}

// The words of a class from its top left corner on, as { x, y, text, look }; null where the tread has no room for them.
function wordsWithin(one, { left, right, top, foot }, measure) {
  const room = right - left - 2 * PAD;
  const titles = linesWithin(one.title, room, STAIR_TITLE, measure);
  if (!titles || widthOfPay(one, measure) > room || measure(one.when, STAIR_SMALL) > room) return null;
  const told = stacked(one, titles, left + PAD, top);
  const end = told.at(-1).y + 5;
  return end <= foot - (one.stripe ? STRIPE : 0) ? told : null;
}

function widthOfPay({ pay, gain }, measure) {
  return measure([pay, gain].filter(Boolean).join("  "), { ...STAIR_WORDS, weight: 600 });
}

function stacked(one, titles, x, top) {
  let y = top + 5;
  const told = titles.map((text) => ({ x, y: (y += TITLE_LINE) - 3, text, look: "title" }));
  if (one.pay) told.push({ x, y: (y += WORDS_LINE) - 3, text: one.pay, look: "pay", gain: one.gain, isLoss: one.isLoss });
  told.push({ x, y: (y += SMALL_LINE) - 3, text: one.when, look: "when" });
  return told;
}

// The goal has a column of its own at the right: its words stand whatever they are.
function goalWords(goal, x, top, measure) {
  const titles = linesForced(goal.title, GOAL_ROOM, STAIR_TITLE, measure);
  const told = stacked(goal, titles, x + GOAL_GAP, top - 14);
  const over = Math.max(0, told.at(-1).y + 6 - STAIR_FOOT);
  return told.map((one) => ({ ...one, y: one.y - over }));
}

function stripeOf(one, { right, foot }, across, measure) {
  if (!one.stripe) return null;
  const left = Math.max(across(one.fromMonth), right - (across(one.stripe.months) - across(0)));
  const fits = measure(one.stripe.text, { ...STAIR_SMALL, weight: 700 }) <= right - left - 8;
  return { left, right, top: foot - STRIPE + 2, foot, text: fits ? one.stripe.text : "" };
}

// The lines of the calendar: the month of the start, each first month of so many years, the month of the end.
function yearMarks({ months, startYear, startWords, endWords, across }, measure) {
  const marks = [{ x: across(0), text: startWords, isEnd: true, anchor: "start" }];
  if (!months) return marks;
  const taken = [[across(0), across(0) + measure(startWords, STAIR_SMALL)]];
  const around = (x, text) => [x - measure(text, STAIR_SMALL) / 2, x + measure(text, STAIR_SMALL) / 2];
  const isClear = ([left, right]) => taken.every(([from, to]) => right + YEAR_GAP <= from || left - YEAR_GAP >= to);
  const textAt = (x, text) => {
    const place = around(x, text);
    if (!isClear(place)) return "";
    taken.push(place);
    return text;
  };
  const last = { x: across(months), text: textAt(across(months), endWords), isEnd: true, anchor: "middle" };
  const apart = YEARS_APART.find((years) => across(12 * years) - across(0) >= YEAR_ROOM) ?? YEARS_APART.at(-1);
  for (let year = apart; 12 * year < months; year += apart) {
    const x = across(12 * year);
    marks.push({ x, text: textAt(x, String(startYear + year)), isEnd: false, anchor: "middle" });
  }
  return [...marks, last];
}

// ------------------------------------------------------------------ upright

const BAR = 12, BAR_WORDS = 44, BAR_TOP = 14, BAR_GAP = 10, LEAST_HOLD = 62, MOST_TALL = 520;

// The same route upright, for a narrow page: months down, to scale; words that have no room beside their landing stand lower,
// joined to it by a line.
export function layUpright(flights, { width }, measure = widthOf) {
  const months = flights.at(-1).fromMonth, room = width - BAR_WORDS - 4;
  const shortest = Math.min(...flights.slice(0, -1).map((one) => one.months).filter(Boolean));
  const tall = months ? Math.min(MOST_TALL, Math.max(180, (months / shortest) * LEAST_HOLD)) : 0;
  const down = (month) => BAR_TOP + (months ? (month / months) * tall : 0);
  let free = 0;
  const landings = flights.map((one) => {
    const at = down(one.fromMonth), top = Math.max(at - BAR_TOP, free);
    const words = uprightWords(one, BAR_WORDS, top, room, measure);
    free = words.at(-1).y + BAR_GAP;
    return { at, to: down(one.fromMonth + one.months), top, words, isDashed: one.isDashed, stripe: one.stripe ? down(one.fromMonth + one.months) - (down(one.stripe.months) - down(0)) : null };
  });
  return { width, height: Math.max(BAR_TOP + tall + 20, free + 4), bar: BAR, landings };
}

function uprightWords(one, x, top, room, measure) {
  const [first, ...rest] = [one.start, one.pay].filter(Boolean);
  const small = linesForced([first, ...rest].join(" \u00b7 "), room, STAIR_SMALL, measure);
  let y = top + 1;
  const told = small.map((text) => ({ x, y: (y += SMALL_LINE) - 3, text, look: "when" }));
  for (const text of linesForced(one.title, room, STAIR_TITLE, measure)) told.push({ x, y: (y += TITLE_LINE) - 2, text, look: "title" });
  if (one.held) told.push(...linesForced(one.held, room, STAIR_WORDS, measure).map((text) => ({ x, y: (y += WORDS_LINE) - 2, text, look: "words" })));
  return told;
}
