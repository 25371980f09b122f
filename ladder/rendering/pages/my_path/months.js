// Calendar months, counted from January of the year 0: plans have the grain of a month (docs/semantics.md, C3). Calendar days,
// counted as if every month had 31, so that a month is 31 of them: past service has that of a day (C19).

const CALENDAR_MONTH = /^([0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?$/u;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const DAYS_A_MONTH = 31;

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

// Returns how many days a month has, as it is counted here.
export function daysInMonth(month) {
  const year = Math.floor(month / 12);
  return daysIn(year, month - year * 12 + 1);
}

// Returns the day of YYYY-MM-DD, or the first day of YYYY-MM, of a date that readMonth takes.
export function readDay(text) {
  return readMonth(text) * DAYS_A_MONTH + (hasDay(text) ? Number(text.slice(8)) - 1 : 0);
}

// Returns whether a date is written with its day.
export function hasDay(text) {
  return text.length > "YYYY-MM".length;
}

// Returns the day after.
export function nextDay(day) {
  const month = Math.floor(day / DAYS_A_MONTH);
  return (day % DAYS_A_MONTH) + 1 === daysInMonth(month) ? (month + 1) * DAYS_A_MONTH : day + 1;
}

// Returns whether one date lies before another, as far as both are written out.
export function isBefore(one, other) {
  const written = Math.min(one.length, other.length);
  return one.slice(0, written) < other.slice(0, written);
}

// Returns the month as YYYY-MM.
export function printMonth(month) {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${String(month - year * 12 + 1).padStart(2, "0")}`;
}
