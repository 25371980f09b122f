// Hours and degrees held in a month of the plan, and the fields that they are in (docs/semantics.md, C5 to C7, C23).

import { earliestOf } from "./clocks.js";
import { add, ceilingOf, compare, divide, larger, multiply, subtract, sumOf } from "./exact.js";
import { foldTitle } from "./titles.js";

// Degrees above the bachelor's; a law degree is not a doctorate here.
export const ADVANCED_DEGREES = ["master", "law", "doctorate"];

// Earlier than any month of a plan: since when something without a month may have been held.
export const EVER_BEFORE = -1000000;

// Returns the semester hours done by the month: those listed, and study under the plan (C14).
export function hoursAt(month, candidacy) {
  const studied = Math.max(0, month - candidacy.history.studyFrom);
  return add(listedHours(candidacy), divide(multiply(candidacy.plan.studyHoursAYear, studied), 12));
}

// Returns the semester hours that the profile lists, quarter hours converted (C6).
export function listedHours({ history, rules }) {
  const [numerator, denominator] = rules.conventions.quarter_hour_ratio;
  return add(history.semesterHours, divide(multiply(history.quarterHours, numerator), denominator));
}

// Returns the semester hours that count by the month: those held, or those that a bachelor's counts for.
export function countedHours(month, candidacy) {
  return larger(hoursHeld(month, candidacy), hoursOfBachelor(levelsOf(degreesAt(month, candidacy)), candidacy.rules.conventions));
}

// Returns the hours done, and what an associate degree held by the month added to them. In the
// month of the degree the hours held are at least those that it counts for; study from then on is
// added (C5, reading 11). A second associate degree adds nothing.
function hoursHeld(month, candidacy) {
  const done = hoursAt(month, candidacy);
  const awarded = firstMonthHeld(["associate"], candidacy);
  if (awarded === null || awarded > month) {
    return done;
  }
  const { associate_semester_hours: associate } = candidacy.rules.conventions;
  return add(done, larger(0, subtract(associate, hoursAt(awarded, candidacy))));
}

// Returns the month in which a degree of these levels is first held, null if never; less than 0
// for earlier.
function firstMonthHeld(levels, candidacy) {
  const held = candidacy.history.degrees.filter((degree) => levels.includes(degree.level));
  return earliestOf(held.map((degree) => degree.fromMonth));
}

// Returns the degrees held by the month.
export function degreesAt(month, candidacy) {
  return candidacy.history.degrees.filter((degree) => degree.fromMonth <= month);
}

export function levelsOf(degrees) {
  return new Set(degrees.map((degree) => degree.level));
}

// Returns the semester hours that degrees count for by themselves (C5).
export function hoursOfDegrees(degrees, conventions) {
  const levels = levelsOf(degrees);
  const associate = levels.has("associate") ? conventions.associate_semester_hours : 0;
  return Math.max(associate, hoursOfBachelor(levels, conventions));
}

// Returns the hours that a bachelor's degree, listed or implied, counts for at least (C5, C7).
function hoursOfBachelor(levels, conventions) {
  const isHeld = levels.has("bachelor") || isBachelorImplied(levels, conventions);
  return isHeld ? conventions.bachelor_semester_hours : 0;
}

// Returns whether a higher degree stands for a bachelor's that is not listed (C7).
export function isBachelorImplied(levels, conventions) {
  const isAdvanced = ADVANCED_DEGREES.some((level) => levels.has(level));
  return conventions.advanced_degree_implies_bachelor && isAdvanced && !levels.has("bachelor");
}

// Returns the first month by which so many hours count, no month before the profile's as-of month; null if never. The
// hours rise by study, and step up with the first associate and the first bachelor's degree: whatever they come to is
// reached in the month of a degree, or by study since then.
export function monthWithHours(hours, candidacy) {
  const { plan: { studyHoursAYear: yearly }, history: { studyFrom: begins } } = candidacy;
  const degrees = [["associate"], ["bachelor", ...ADVANCED_DEGREES]].map((levels) => firstMonthHeld(levels, candidacy));
  const turns = [begins, ...degrees.filter((month) => month !== null).map((month) => Math.max(begins, month))];
  if (compare(yearly, 0) > 0) {
    turns.push(...turns.map((turn) => turn + monthsToStudy(subtract(hours, hoursHeld(turn, candidacy)), yearly)));
  }
  return earliestOf(turns.filter((month) => compare(countedHours(month, candidacy), hours) >= 0));
}

function monthsToStudy(hours, yearly) {
  return larger(0, ceilingOf(divide(multiply(hours, 12), yearly)));
}

// Returns whether a declared field is among those named, or a recorded alias of one; any serves where none is named.
export function isFieldNamed(field, fields, { rules: { fieldNames } }) {
  const oneName = (name) => fieldNames.get(foldTitle(name)) ?? foldTitle(name);
  return !fields.length || (field !== null && fields.some((name) => oneName(name) === oneName(field)));
}

// Returns the semester hours of courses in any of the fields (C23).
export function hoursIn(fields, candidacy) {
  const courses = candidacy.history.courses.filter((one) => isFieldNamed(one.field, fields, candidacy));
  return sumOf(courses.map((one) => one.semesterHours));
}
