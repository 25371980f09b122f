// Rows of past service by date: joined to unbroken service, then counted in months.
//
// A row is one job at one pay and one share of full time. Rows are joined before anything is counted (docs/semantics.md, C19),
// so that one span comes to the same months as its rows, wherever it is split. A row is
//   { start, end, endsOnADay, heldUntil, unbrokenUntil }
// in days (see months.js): `end` is exclusive, as printed, with a day or not. Once joined, the row is held up to
// `heldUntil`, and service of any kind goes on from it without a day's break up to `unbrokenUntil`; both exclusive.

import { divide } from "./exact.js";
import { DAYS_A_MONTH, daysInMonth, hasDay, nextDay, readDay } from "./months.js";

const MIDDLE = 14;

// Returns the row as printed, not yet joined; one without an end (null) goes on up to the as-of month.
export function readRow(start, end, asOf) {
  const begun = readDay(start);
  const ended = Math.max(begun, end === null ? asOf * DAYS_A_MONTH : readDay(end));
  return { start: begun, end: ended, endsOnADay: end !== null && hasDay(end), heldUntil: ended, unbrokenUntil: ended };
}

// Returns a row of whole months, up to `until`, exclusive.
export function rowOfMonths(since, until) {
  const end = until * DAYS_A_MONTH;
  return { start: since * DAYS_A_MONTH, end, endsOnADay: false, heldUntil: end, unbrokenUntil: end };
}

// Returns the history of a person who is at work from the as-of month on, in whatever job.
export function goingOn(history) {
  return history.present.length ? history : { ...history, past: joinPast(history.past, history.asOf, true) };
}

// Returns the history of a person who holds this job alone from the as-of month on.
export function holdingNow(history, service) {
  return { ...goingOn(history), present: [service] };
}

// Returns the past jobs with their rows joined; jobs without dates touch nothing. `goesOn` says that a job goes on from
// the as-of month: it is a row that begins there.
export function joinPast(past, asOf, goesOn) {
  const dated = past.filter((one) => one.row !== null);
  const joined = joinRows(dated.map((one) => one.row), asOf * DAYS_A_MONTH, goesOn);
  const rows = new Map(dated.map((one, place) => [one, joined[place]]));
  return past.map((one) => (rows.has(one) ? { ...one, row: rows.get(one) } : one));
}

function joinRows(rows, stop, goesOn) {
  const begins = new Set(rows.map((row) => row.start));
  if (goesOn) {
    begins.add(stop);
  }
  const single = singleDays(rows);
  return unbroken(rows.map((row) => {
    const heldUntil = Math.min(heldUntilOf(row, begins, single), Math.max(stop, row.start));
    return { ...row, heldUntil };
  }));
}

// Returns the days that are a whole row, printed with the end on that day or on the next.
function singleDays(rows) {
  const isOneDay = (row) => row.end === nextDay(row.start) || (row.end === row.start && row.endsOnADay);
  return new Set(rows.filter(isOneDay).map((row) => row.start));
}

// A row gains its last day where another begins on the day after; none where a row of that day alone stands between.
function heldUntilOf(row, begins, single) {
  const following = nextDay(row.end);
  const isTaken = row.start < row.end && single.has(row.end);
  return row.endsOnADay && begins.has(following) && !isTaken ? following : row.end;
}

function unbroken(rows) {
  const places = rows.map((_, place) => place).filter((place) => rows[place].start < rows[place].heldUntil);
  places.sort((one, other) => rows[one].start - rows[other].start);
  const found = rows.map((row) => ({ ...row, unbrokenUntil: row.heldUntil }));
  for (const together of spansOf(places, rows)) {
    const unbrokenUntil = latestEnd(together, rows);
    for (const place of together) {
      found[place].unbrokenUntil = unbrokenUntil;
    }
  }
  return found;
}

// Returns the places of rows, in order of their starts, in lists: one for each unbroken span.
function spansOf(places, rows) {
  const spans = [];
  let until = -1;
  for (const place of places) {
    const { start, heldUntil } = rows[place];
    if (start > until) {
      spans.push([]);
    }
    spans.at(-1).push(place);
    until = Math.max(until, heldUntil);
  }
  return spans;
}

function latestEnd(places, rows) {
  return places.reduce((latest, place) => Math.max(latest, rows[place].heldUntil), -1);
}

// Returns the months in which a joined row counts, as { since, until, share }: none where it holds none.
export function monthsOf(row, rule) {
  if (row === null) {
    return [];
  }
  if (rule === "days") {
    return monthsByDays(row);
  }
  const isHalf = rule === "half_month";
  const since = monthsUp(row.start - (isHalf ? MIDDLE : 0));
  const held = monthsUp(row.heldUntil - (isHalf ? MIDDLE : 0));
  const until = isHalf ? held : Math.min(held, Math.floor(row.unbrokenUntil / DAYS_A_MONTH));
  return since < until ? [{ since, until, share: 1 }] : [];
}

function monthsUp(days) {
  return Math.ceil(days / DAYS_A_MONTH);
}

// Each month, or run of whole months, for the row's days over the days of the month.
function monthsByDays(row) {
  const first = Math.floor(row.start / DAYS_A_MONTH), last = Math.floor(row.heldUntil / DAYS_A_MONTH);
  const edges = [...new Set([first, Math.min(first + 1, last), last, last + 1])];
  const spans = edges.slice(1).map((until, place) => {
    return { since: edges[place], until, share: shareOfMonth(row, edges[place]) };
  });
  return spans.filter(({ share }) => share !== 0);
}

function shareOfMonth(row, month) {
  const start = month * DAYS_A_MONTH, length = daysInMonth(month);
  const days = Math.min(row.heldUntil - start, length) - Math.max(row.start - start, 0);
  return days === length ? 1 : divide(Math.max(0, days), length);
}
