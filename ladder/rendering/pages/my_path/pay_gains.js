// What one class pays more than another, where both print their pay in one unit of time.

import { byCode } from "./codes.js";
import { compare, floorOf, multiply, readExact } from "./exact.js";

const WIDEST_UNIT_FIRST = ["yearly", "monthly", "biweekly", "hourly"];
const NO_RANGES = new Map();
const NO_PAY = {};

// Returns what is worked out once for each pay: it never changes, and every key that is typed asks all classes for it.
function oncePerPay(workOut) {
  const known = new WeakMap();
  return (pay) => {
    if (!known.has(pay)) known.set(pay, workOut(pay));
    return known.get(pay);
  };
}

const rangesOf = oncePerPay(rangesByUnit);
const lowPayOf = oncePerPay(highestLow);
const gainsFrom = oncePerPay((lower) => oncePerPay((upper) => gainOfRanges(rangesFor(lower), rangesFor(upper))));

const rangesFor = (pay) => (pay.ranges ? rangesOf(pay) : NO_RANGES);

// Returns { unit, low, high }, what the lowest and the highest pay gain as exact text, in the widest unit that both
// print; null if there is none.
export function payGain(lower, upper) {
  return gainsFrom(lower || NO_PAY)(upper || NO_PAY);
}

function gainOfRanges(low, high) {
  const unit = WIDEST_UNIT_FIRST.find((one) => low.has(one) && high.has(one));
  if (!unit) return null;
  const gained = (end) => dollarsBetween(low.get(unit)[end], high.get(unit)[end]);
  return { unit, low: gained("low"), high: gained("high") };
}

// Whether a class pays less: its lowest pay, or with the same lowest pay its highest.
export function isLoss({ low, high }) {
  return Number(low) < 0 || (Number(low) === 0 && Number(high) < 0);
}

// The lowest pay of a class for a year, in dollars; null where none is printed for a year.
export function lowestYearly(pay) {
  const yearly = rangesFor(pay || NO_PAY).get("yearly");
  return yearly ? Number(yearly.low) : null;
}

// The range of each unit; of several in one unit, from the lowest low to the highest high.
function rangesByUnit(pay) {
  const found = new Map();
  for (const { unit, low, high } of pay.ranges) {
    const before = found.get(unit) ?? { low, high };
    const isLower = compare(readExact(low), readExact(before.low)) < 0;
    const isHigher = compare(readExact(high), readExact(before.high)) > 0;
    found.set(unit, { low: isLower ? low : before.low, high: isHigher ? high : before.high });
  }
  return found;
}

// The difference of two amounts in dollars, with as many places as the finer of the two.
function dollarsBetween(from, to) {
  const places = Math.max(...[from, to].map((text) => (String(text).split(".")[1] ?? "").length));
  const unitsIn = (text) => {
    const [whole, parts = ""] = String(text).split(".");
    return BigInt(whole + parts.padEnd(places, "0"));
  };
  const units = unitsIn(to) - unitsIn(from);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  const point = digits.length - places;
  return (units < 0n ? "-" : "") + digits.slice(0, point) + (places ? "." + digits.slice(point) : "");
}

// Classes with higher printed pay first, then in the order of their codes.
export function preferredOrder(catalog, classes) {
  const pay = new Map([...classes].map((classId) => [classId, lowPayOf(catalog.classes.get(classId).pay || NO_PAY)]));
  return [...classes].sort((one, other) => pay.get(other) - pay.get(one) || byCode(one, other));
}

// The highest lowest pay printed, in whole cents; 0 if none.
function highestLow({ ranges = [] }) {
  return ranges.reduce((most, { low }) => Math.max(most, floorOf(multiply(readExact(low) ?? 0, 100))), 0);
}
