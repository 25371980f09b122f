// Calendar months, counted from January of the year 0 (docs/semantics.md, C3: the grain is a month).

const CALENDAR_MONTH = /^([0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?$/u;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Returns the month of YYYY-MM or YYYY-MM-DD, null where the text is no such date. A day date
// loses its part month: with partMonthIsNext a start after the first gives the month after.
export function readMonth(text, { partMonthIsNext = false } = {}) {
  const found = typeof text === "string" ? CALENDAR_MONTH.exec(text) : null;
  if (!found) {
    return null;
  }
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : 0));
  if (day > daysIn(year, month)) {
    return null;
  }
  return year * 12 + month - 1 + Number(partMonthIsNext && day > 1);
}

function daysIn(year, month) {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : DAYS_IN_MONTH[month - 1];
}

// Returns the month as YYYY-MM.
export function printMonth(month) {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${String(month - year * 12 + 1).padStart(2, "0")}`;
}
