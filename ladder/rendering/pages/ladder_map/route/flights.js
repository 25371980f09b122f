// A route as flights of stairs: each class, from which month, how long it is held, what it pays, what it pays more.
import { payGain } from "../../my_path/pay_gains.js";
import { compare, readExact } from "../../my_path/exact.js";

const WIDEST_UNITS = ["yearly", "monthly", "biweekly", "hourly"];
// Words that stand for the grade where a document prints pay without one; they name no grade.
const NO_GRADE = ["annual salary", "salary"];

export function flightsOf(answer, start, specOf) {
  const held = answer.steps.map((step) => ({ classId: step.from || start, months: step.hold_months, fromMonth: step.at_month - step.hold_months, move: step }));
  const last = { classId: answer.steps.at(-1)?.to ?? answer.target, months: 0, fromMonth: answer.months, move: null };
  return [...held, last].map((one) => ({ ...one, spec: specOf(one.classId), title: specOf(one.classId).title }));
}

// The lowest pay that a class prints in a unit, as exact text; null where there is none.
export function lowestPay(spec, unit) {
  const lows = (spec.pay?.ranges ?? []).filter((one) => one.unit === unit).map(({ low }) => String(low));
  return lows.length ? lows.reduce((least, low) => (compare(readExact(low), readExact(least)) < 0 ? low : least)) : null;
}

export function highestPay(spec, unit) {
  const highs = (spec.pay?.ranges ?? []).filter((one) => one.unit === unit).map(({ high }) => String(high));
  return highs.length ? highs.reduce((most, high) => (compare(readExact(high), readExact(most)) > 0 ? high : most)) : null;
}

// The unit of time that every class prints its pay in, the widest one; "" where there is none.
export function payUnitOf(specs) {
  return WIDEST_UNITS.find((unit) => specs.every((spec) => lowestPay(spec, unit) !== null)) ?? "";
}

// The widest unit that one class prints its pay in.
export function ownUnit(spec) {
  return payUnitOf([spec]);
}

// What one class pays more at its start than another, in this unit; null where that cannot be told.
export function gainBetween(lower, upper, unit) {
  const gain = payGain(lower.pay, upper.pay);
  return gain && gain.unit === unit ? gain.low : null;
}

export function gradeOf(spec) {
  const grade = spec.pay?.grade;
  return grade && !NO_GRADE.includes(grade) ? grade : "";
}
