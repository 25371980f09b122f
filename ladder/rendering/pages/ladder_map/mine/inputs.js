// What people type, read forgivingly and never guessed: lengths, shares of full time, months, credits. Each reader returns
// { value }, or { fault }: the name of the message that says what to write.
import { compare, divide, multiply, printExact, readExact, sumOf } from "../../my_path/exact.js";
import { printMonth, readMonth } from "../../my_path/months.js";
import { say } from "../messages.js";

const FULL_TIME_HOURS = "40";
const MOST_LENGTH = 1200;
const MOST_CREDITS = 2000;
const DECIMAL = "([0-9]{1,9}(?:[.,][0-9]{1,9})?)";
const PERCENT = new RegExp(`^${DECIMAL} ?(?:%|percent|per cent)$`, "u");
const HOURS = new RegExp(`^${DECIMAL} ?(?:(?:h|hrs?|hours?)(?: ?of ?${DECIMAL})?|of ?${DECIMAL} ?(?:h|hrs?|hours?)?)(?: ?(?:a|per|each|every|/) ?(?:week|wk))?$`, "u");
const NUMBER = new RegExp(`^${DECIMAL}$`, "u");
const LENGTH = new RegExp(`^(?:${DECIMAL} ?(?:years?|yrs?|y))?(?:,? ?(?:and )?${DECIMAL} ?(?:months?|mos?|m))?$`, "u");
const WORDS_OF_SHARE = new Map([["full", "1"], ["full time", "1"], ["full-time", "1"], ["half", "0.5"], ["half time", "0.5"], ["half-time", "0.5"], ["1/2", "0.5"], ["1/4", "0.25"], ["3/4", "0.75"]]);
const WORDS_OF_LENGTH = new Map([["a year", "12"], ["one year", "12"], ["half a year", "6"], ["a month", "1"]]);
const MONTH_NAMES = ["month.1", "month.2", "month.3", "month.4", "month.5", "month.6", "month.7", "month.8", "month.9", "month.10", "month.11", "month.12"];
const ISO = /^([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?$/u;
const MONTH_AND_YEAR = /^([0-9]{1,2}) ?[/.-] ?([0-9]{4})$/u;
const YEAR_AND_MONTH = /^([0-9]{4}) ?[/.] ?([0-9]{1,2})$/u;
const THREE_NUMBERS = /^([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{4})$/u;
const NAME_FIRST = /^(\p{L}+)\.?(?: ([0-9]{1,2})(?:st|nd|rd|th)?)?,? ?([0-9]{4})$/u;
const DAY_FIRST = /^([0-9]{1,2})(?:st|nd|rd|th)?\.? (\p{L}+)\.?,? ([0-9]{4})$/u;

const tidied = (text) => text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();

// A number as typed, with a point or a comma; a comma before three digits may stand for thousands, and is not taken.
function numberOf(text) {
  return /,[0-9]{3}$/u.test(text) ? null : readExact(text.replace(",", "."));
}

// A length in months: "31,5", "18 months", "2 years", "1 year 6 months".
export function readLength(typed) {
  const text = tidied(typed), fault = "my.fault_length";
  const known = WORDS_OF_LENGTH.get(text) ?? (NUMBER.test(text) ? text : undefined);
  const [, years, months] = (known === undefined && LENGTH.exec(text)) || [];
  const parts = [[years, 12], [months ?? known, 1]].filter(([count]) => count !== undefined).map(([count, each]) => [numberOf(count), each]);
  if (!parts.length || parts.some(([count]) => count === null)) return { fault };
  const total = sumOf(parts.map(([count, each]) => multiply(count, each)));
  return compare(total, MOST_LENGTH) > 0 ? { fault: "my.fault_long" } : ended(total, fault);
}

// An exact amount as the decimal text of a profile, which has at most nine places.
function ended(amount, fault) {
  const value = printExact(amount);
  return readExact(value) === null ? { fault } : { value };
}

// Whole months: a leave, what is left of a program.
export function readWholeMonths(typed) {
  const { value, fault } = readLength(typed);
  return fault || !/^[0-9]+$/u.test(value) ? { fault: "my.fault_whole" } : { value: Number(value) };
}

// A share of full time: "50%", "0,5", "half", "20 hours a week" (of 40), "20 of 35 hours".
export function readShare(typed) {
  const text = tidied(typed), fault = "my.fault_share";
  const share = typedShare(text);
  if (share === null || compare(share, 0) <= 0 || compare(share, 1) > 0) return { fault };
  return ended(share, "my.fault_share_ends");
}

function typedShare(text) {
  const known = WORDS_OF_SHARE.get(text) ?? (NUMBER.test(text) ? text : undefined);
  if (known !== undefined) return numberOf(known);
  const percent = PERCENT.exec(text);
  if (percent) return quotient(percent[1], "100");
  const hours = HOURS.exec(text);
  return hours ? quotient(hours[1], hours[2] ?? hours[3] ?? FULL_TIME_HOURS) : null;
}

function quotient(one, other) {
  const [top, bottom] = [one, other].map(numberOf);
  return top === null || bottom === null || compare(bottom, 0) === 0 ? null : divide(top, bottom);
}

// Credits, or hours of study: "60", "31,5", "60 hours".
export function readCredits(typed) {
  const found = /^([0-9.,]+) ?(?:semester |quarter )?(?:credits?|hours?|units?)?$/u.exec(tidied(typed));
  const value = found ? numberOf(found[1]) : null;
  const isNone = value === null || compare(value, 0) < 0 || compare(value, MOST_CREDITS) > 0;
  return isNone ? { fault: "my.fault_credits" } : { value: printExact(value) };
}

// A month or a day as YYYY-MM or YYYY-MM-DD: "Sept 2024", "9/2024", "2024-09-16", "16 Sept 2024". Of two numbers that
// may each be the month none is taken for it.
export function readWhen(typed) {
  const text = tidied(typed);
  const found = numbersOfDate(text) ?? namedDate(text);
  if (found === null) return { fault: "my.fault_month" };
  if (found.fault) return found;
  const [year, month, day] = found;
  const value = [year, ...[month, day].filter((one) => one !== undefined).map((one) => String(one).padStart(2, "0"))].join("-");
  return readMonth(value) === null ? { fault: "my.fault_month" } : { value };
}

function numbersOfDate(text) {
  const iso = ISO.exec(text);
  if (iso) return iso.slice(1);
  const monthFirst = MONTH_AND_YEAR.exec(text), yearFirst = YEAR_AND_MONTH.exec(text);
  if (monthFirst) return [monthFirst[2], monthFirst[1]];
  if (yearFirst) return [yearFirst[1], yearFirst[2]];
  const three = THREE_NUMBERS.exec(text);
  return three ? unmistakable(three.slice(1).map(Number)) : null;
}

// Of 9/16/2024 only one number can be the month; of 5/6/2024 either.
function unmistakable([first, second, year]) {
  if (first <= 12 && second <= 12 && first !== second) return { fault: "my.fault_order" };
  return first <= 12 ? [year, first, second] : [year, second, first];
}

function namedDate(text) {
  const named = NAME_FIRST.exec(text), counted = DAY_FIRST.exec(text);
  const [name, day, year] = named ? named.slice(1) : counted ? [counted[2], counted[1], counted[3]] : [];
  const month = name === undefined ? 0 : monthCalled(name);
  return month ? [year, month, day] : null;
}

// The number of a month by its name or the first letters of it, at least three; 0 where that may be none or several.
function monthCalled(name) {
  const found = Array.from({ length: 12 }, (_, place) => place + 1).filter((month) => say(MONTH_NAMES[month - 1]).toLowerCase().startsWith(name));
  return name.length >= 3 && found.length === 1 ? found[0] : 0;
}

// A month in the words in which it can be typed again.
export function whenInWords(text, spell) {
  return text.length > "YYYY-MM".length ? text : spell(text);
}

// The first month of a date.
export function monthOfDate(text) {
  return printMonth(readMonth(text));
}
