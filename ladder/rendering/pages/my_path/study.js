// What study and degrees stand for: blocks of hours, degrees, and their caps (SEMANTICS C4 to
// C8 and C14); the switches are the jurisdiction's conventions.
//
// A study credit is { months, what, source, shown, asked }: what one substitution gives in one
// month of the plan.

import { NO_CREDIT, earliestOf, risingCredit } from "./clocks.js";
import { NOTHING, unionOf } from "./codes.js";
import { add, ceilingOf, compare, divide, floorOf, larger, multiply, smaller, subtract, sumOf } from "./exact.js";
import { inService } from "./sums.js";
import { foldTitle } from "./titles.js";

// Degrees above the bachelor's; a law degree is not a doctorate here.
const ADVANCED_DEGREES = ["master", "law", "doctorate"];
const CLOSELY_RELATED = new Set(["CLOSELY_RELATED"]);

// Returns what each substitution of study or a degree gives in the month.
export function creditsAt(month, need, candidacy) {
  if (!need.studies.length && !need.degrees.length && !need.schooling) {
    return [];
  }
  const byHours = need.studies.map((rule) => hoursCredit(rule, month, candidacy));
  const credited = [...byHours, ...need.degrees.map((rule) => degreeCredit(rule, month, candidacy))];
  return need.schooling ? schoolingCredits(need, credited, month, candidacy) : credited;
}

// Returns what study fills of an education for which service may stand: all of it once it is met.
function schoolingCredits({ schooling, askedMonths }, credited, month, candidacy) {
  const { month: met, shown, asked } = educationMonth(schooling, candidacy);
  const credit = { months: 0, what: "study", source: schooling.source, shown: NOTHING, asked: NOTHING };
  const isMet = met !== null && met <= month;
  return isMet ? [{ ...credit, months: askedMonths, shown }] : [...credited, { ...credit, asked }];
}

// Returns what study and degrees give in the month to the need, or to all parts of a sum.
export function studyOfParts(month, need, candidacy) {
  return partsOf(need).flatMap((part) => creditsAt(month, part, candidacy));
}

function partsOf(need) {
  return need.parts.length ? need.parts : [need];
}

// Returns what is asked for degrees held or planned; hours alone ask nothing.
export function askedOfStudy(need, candidacy) {
  const parts = partsOf(need).filter((part) => part.degrees.length || part.schooling);
  if (!parts.length) {
    return NOTHING;
  }
  const last = Math.max(0, ...candidacy.history.degrees.map((degree) => degree.fromMonth));
  return unionOf(...parts.flatMap((part) => creditsAt(last, part, candidacy).map((credit) => credit.asked)));
}

// Returns the whole credit of study and degrees as it steps up over the plan. The credit of a
// requirement never exceeds what it asks.
export function studyCredit(need, candidacy) {
  const parts = partsOf(need);
  if (!parts.some((part) => part.studies.length || part.degrees.length || part.schooling)) {
    return NO_CREDIT;
  }
  const met = parts.filter((part) => part.schooling).map((part) => educationMonth(part.schooling, candidacy).month ?? 0);
  const rules = parts.flatMap((part) => part.studies);
  const blocks = rules.flatMap((rule) => monthsOfBlocks(rule, candidacy));
  const months = [...candidacy.history.degrees.map((degree) => degree.fromMonth), ...blocks, ...met];
  return risingCredit(months, (month) => sumOf(parts.map((part) => inService(creditOfPart(part, month, candidacy), part))));
}

function creditOfPart(part, month, candidacy) {
  return smaller(part.askedMonths, sumOf(creditsAt(month, part, candidacy).map((credit) => credit.months)));
}

// Returns the semester hours done by the month: quarter hours converted (C6), study added (C14).
export function hoursAt(month, candidacy) {
  const { history, plan, rules } = candidacy;
  const [numerator, denominator] = rules.conventions.quarter_hour_ratio;
  const quarters = divide(multiply(history.quarterHours, numerator), denominator);
  return add(add(history.semesterHours, quarters), divide(multiply(plan.studyHoursAYear, month), 12));
}

function degreesAt(month, candidacy) {
  return candidacy.history.degrees.filter((degree) => degree.fromMonth <= month);
}

function hoursCredit(rule, month, candidacy) {
  const { conventions } = candidacy.rules;
  const levels = new Set(degreesAt(month, candidacy).map((degree) => degree.level));
  const isImplied = isBachelorImplied(levels, conventions);
  const done = hoursAt(month, candidacy);
  const hours = larger(done, hoursOfDegrees(levels, conventions, isImplied));
  const months = smaller(rule.at_most_months, monthsFor(hours, rule, conventions));
  const shown = [];
  if (rule.related_field && months !== 0) {
    shown.push("RELATED_FIELD");
  }
  if (isImplied && compare(done, conventions.bachelor_semester_hours) < 0 && months !== 0) {
    shown.push("IMPLIED_BACHELOR");
  }
  if (!isImplied && reachesCapWithoutDegree(rule, hours, levels, conventions)) {
    shown.push("NO_DEGREE_AT_CAP");
  }
  return { months, what: "study", source: rule.source, shown: new Set(shown), asked: NOTHING };
}

function isBachelorImplied(levels, conventions) {
  const isAdvanced = ADVANCED_DEGREES.some((level) => levels.has(level));
  return conventions.advanced_degree_implies_bachelor && isAdvanced && !levels.has("bachelor");
}

// Returns the hours that the degrees count for at least (C5, C7).
function hoursOfDegrees(levels, conventions, isImplied) {
  if (isImplied || levels.has("bachelor")) {
    return conventions.bachelor_semester_hours;
  }
  return levels.has("associate") ? conventions.associate_semester_hours : 0;
}

function hoursOfDegree(level, conventions) {
  const levels = new Set([level]);
  return hoursOfDegrees(levels, conventions, isBachelorImplied(levels, conventions));
}

// Whole blocks only, unless the jurisdiction credits part of a block too (C4).
function monthsFor(hours, rule, conventions) {
  const blocks = divide(hours, rule.semester_hours);
  return multiply(conventions.study_blocks === "whole" ? floorOf(blocks) : blocks, rule.months);
}

// Returns whether hours alone reach what a bachelor's degree would give (C5).
function reachesCapWithoutDegree(rule, hours, levels, conventions) {
  const { bachelor_semester_hours: bachelor } = conventions;
  if (levels.has("bachelor") || compare(hours, bachelor) < 0) {
    return false;
  }
  return compare(rule.at_most_months, monthsFor(bachelor, rule, conventions)) >= 0;
}

// Returns the months in which study completes a block, up to the cap; in months of part blocks,
// every month up to the cap.
function monthsOfBlocks(rule, candidacy) {
  const yearly = candidacy.plan.studyHoursAYear;
  if (compare(yearly, 0) <= 0) {
    return [];
  }
  const done = hoursAt(0, candidacy);
  const blocks = ceilingOf(divide(rule.at_most_months, rule.months));
  if (candidacy.rules.conventions.study_blocks === "proportional") {
    const last = monthsUntil(blocks * rule.semester_hours, done, yearly);
    return Array.from({ length: last + 1 }, (_, month) => month);
  }
  return Array.from({ length: blocks }, (_, block) => monthsUntil((block + 1) * rule.semester_hours, done, yearly));
}

function monthsUntil(hours, done, yearly) {
  return larger(0, ceilingOf(divide(multiply(subtract(hours, done), 12), yearly)));
}

// Returns the credit of a degree above the bachelor's, counted once (C8).
function degreeCredit(rule, month, candidacy) {
  const held = degreesAt(month, candidacy).filter((degree) => degree.level === rule.degree);
  const credit = { months: 0, what: `${rule.degree} degree`, source: rule.source, shown: NOTHING, asked: NOTHING };
  if (held.some((degree) => isFieldNamed(degree.field, rule.fields))) {
    return { ...credit, months: rule.months };
  }
  if (!held.length || !rule.or_closely_related) {
    return credit;
  }
  const isAssumed = candidacy.isAssumed("CLOSELY_RELATED");
  return isAssumed ? { ...credit, months: rule.months, shown: CLOSELY_RELATED } : { ...credit, asked: CLOSELY_RELATED };
}

// Returns whether a degree's field is among those named; any serves where none is named.
function isFieldNamed(field, fields) {
  return !fields.length || (field !== null && fields.some((name) => foldTitle(name) === foldTitle(field)));
}

// Returns the month an education requirement is met, null if never, and the conditions shown
// and asked.
export function educationMonth(rule, candidacy) {
  if (rule.degree === null) {
    return { month: hoursMonth(rule.semester_hours || 0, candidacy), shown: NOTHING, asked: NOTHING };
  }
  const enough = levelsEnough(rule.degree, candidacy.rules.conventions);
  const held = candidacy.history.degrees.filter((one) => enough.includes(one.level));
  const isImplied = held.length > 0 && !held.some((one) => one.level === rule.degree);
  const isRelated = rule.or_closely_related && candidacy.isAssumed("CLOSELY_RELATED");
  const serving = held.filter((one) => isRelated || isFieldNamed(one.field, rule.fields));
  const month = earliestOf(serving.map((one) => one.fromMonth));
  const isSooner = month === null || held.some((one) => one.fromMonth < month);
  return {
    month,
    shown: serving.length && isImplied ? new Set(["IMPLIED_BACHELOR"]) : NOTHING,
    asked: held.length && rule.or_closely_related && isSooner ? CLOSELY_RELATED : NOTHING,
  };
}

// Returns the levels of degree that meet the level asked (C7).
function levelsEnough(asked, conventions) {
  const implying = conventions.advanced_degree_implies_bachelor ? ADVANCED_DEGREES : [];
  if (asked === "associate") {
    return [asked, "bachelor", ...implying];
  }
  return asked === "bachelor" ? [asked, ...implying] : [asked];
}

// Returns the month in which hours done, or hours that degrees count for, are enough.
function hoursMonth(hours, candidacy) {
  const { conventions } = candidacy.rules, yearly = candidacy.plan.studyHoursAYear;
  const degrees = candidacy.history.degrees.filter((one) => hoursOfDegree(one.level, conventions) >= hours);
  const reached = degrees.map((degree) => degree.fromMonth);
  const done = hoursAt(0, candidacy);
  if (compare(done, hours) >= 0 || compare(yearly, 0) > 0) {
    reached.push(compare(done, hours) < 0 ? monthsUntil(hours, done, yearly) : 0);
  }
  return earliestOf(reached);
}
