// What study and degrees stand for: blocks of hours, degrees, and their caps (docs/semantics.md, C4 to
// C8 and C14); the switches are the jurisdiction's conventions.
//
// A study credit is { months, what, source, shown, asked }: what one substitution gives in one
// month of the plan.

import { inService } from "./asked.js";
import { HORIZON, NO_CREDIT, risingCredit } from "./clocks.js";
import { NOTHING, unionOf } from "./codes.js";
import { ceilingOf, compare, divide, floorOf, larger, multiply, smaller, sumOf } from "./exact.js";
import {
  countedHours,
  degreesAt,
  hoursAt,
  hoursIn,
  hoursOfDegrees,
  isBachelorImplied,
  isFieldNamed,
  levelsOf,
  monthWithHours,
} from "./hours.js";
import { educationHeld, fieldCode } from "./schooling.js";

const RELATED_FIELD = new Set(["RELATED_FIELD"]);

// Returns what each substitution of study or a degree gives in the month.
export function creditsAt(month, need, candidacy) {
  if (!need.studies.length && !need.degrees.length && !need.schooling) {
    return [];
  }
  if (need.schooling) {
    return [schoolingCredit(need, month, candidacy)];
  }
  const degrees = degreesAt(month, candidacy);
  const byHours = need.studies.map((rule) =>
    rule.fields.length ? fieldCredit(rule, rule.fields, degrees, candidacy) : hoursCredit(rule, month, candidacy));
  return [...byHours, ...need.degrees.map((rule) => degreeCredit(rule, month, candidacy))];
}

// Returns what study fills of an education for which service may stand: all of it once it is met.
function schoolingCredit({ schooling, askedMonths, studies: [block] }, month, candidacy) {
  const { month: met, shown, asked } = educationHeld(schooling, candidacy);
  if (met !== null && met <= month) {
    return { months: askedMonths, what: "study", source: schooling.source, shown, asked: NOTHING };
  }
  const { fields } = schooling;
  const credit = fields.length ? fieldCredit(block, fields, [], candidacy) : hoursCredit(block, month, candidacy);
  return { ...credit, asked: unionOf(credit.asked, asked) };
}

// Returns what study and degrees give in the month to the need, or to all parts of a sum.
export function studyOfParts(month, need, candidacy) {
  return partsOf(need).flatMap((part) => creditsAt(month, part, candidacy));
}

function partsOf(need) {
  return need.parts.length ? need.parts : [need];
}

// Returns what is asked for degrees held or planned, in any month: until a degree in a named field comes, too.
// Hours in whatever field ask nothing.
export function askedOfStudy(need, candidacy) {
  const parts = partsOf(need).filter((part) => part.degrees.length || part.schooling || part.studies.some((one) => one.fields.length));
  if (!parts.length) {
    return NOTHING;
  }
  const months = new Set([0, ...candidacy.history.degrees.map((degree) => Math.max(0, degree.fromMonth))]);
  const found = [...months].flatMap((month) => parts.flatMap((part) => creditsAt(month, part, candidacy)));
  return unionOf(...found.map((credit) => credit.asked));
}

// Returns the whole credit of study and degrees as it steps up over the plan. The credit of a
// requirement never exceeds what it asks.
export function studyCredit(need, candidacy) {
  const parts = partsOf(need);
  if (!parts.some((part) => part.studies.length || part.degrees.length || part.schooling)) {
    return NO_CREDIT;
  }
  const schooled = parts.filter((part) => part.schooling);
  const met = schooled.map((part) => Math.max(0, educationHeld(part.schooling, candidacy).month ?? 0));
  const rules = parts.flatMap((part) => part.studies);
  const blocks = rules.flatMap((rule) => monthsOfBlocks(rule, candidacy));
  const degrees = candidacy.history.degrees.map((degree) => Math.max(0, degree.fromMonth));
  const months = [...degrees, ...blocks, ...met];
  // A sum is in months of service, a requirement by itself in its own.
  const inUnit = (credit, part) => (need.parts.length ? inService(credit, part) : credit);
  return risingCredit(months, (month) => sumOf(parts.map((part) => inUnit(creditOfPart(part, month, candidacy), part))));
}

function creditOfPart(part, month, candidacy) {
  return smaller(part.askedMonths, sumOf(creditsAt(month, part, candidacy).map((credit) => credit.months)));
}

// Returns the credit of all hours, and of degrees for what they count for in hours.
function hoursCredit(rule, month, candidacy) {
  const degrees = degreesAt(month, candidacy);
  return creditOfHours(rule, countedHours(month, candidacy), hoursAt(month, candidacy), { degrees, candidacy });
}

// Returns the credit of hours that count, of which so many are done, with what is shown of the degrees.
function creditOfHours(rule, hours, done, { degrees, candidacy: { rules: { conventions } } }) {
  const levels = levelsOf(degrees);
  const isImplied = isBachelorImplied(levels, conventions);
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

// Returns the credit of hours and degrees in the fields; of those in another field as a person judges (C23).
function fieldCredit(rule, fields, degrees, candidacy) {
  const sure = creditInFields(rule, fields, degrees, candidacy);
  const most = creditInFields(rule, [], degrees, candidacy);
  const related = compare(most.months, sure.months) > 0 ? RELATED_FIELD : NOTHING;
  const isAssumed = candidacy.isAssumed("RELATED_FIELD");
  return isAssumed ? { ...most, shown: unionOf(most.shown, related) } : { ...sure, asked: related };
}

// Returns the credit of the courses and degrees in any of the fields, in whatever field where none is named.
function creditInFields(rule, fields, degrees, candidacy) {
  const serving = degrees.filter((one) => isFieldNamed(one.field, fields, candidacy));
  const done = hoursIn(fields, candidacy);
  const hours = larger(done, hoursOfDegrees(serving, candidacy.rules.conventions));
  return creditOfHours(rule, hours, done, { degrees: serving, candidacy });
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
// every month that is sought, and the last of all.
function monthsOfBlocks(rule, candidacy) {
  if (compare(candidacy.plan.studyHoursAYear, 0) <= 0) {
    return [];
  }
  const blocks = ceilingOf(divide(rule.at_most_months, rule.months));
  const asked = Array.from({ length: blocks }, (_, block) => (block + 1) * rule.semester_hours);
  const months = asked.map((hours) => monthWithHours(hours, candidacy)).filter((month) => month !== null);
  if (candidacy.rules.conventions.study_blocks === "proportional") {
    const last = Math.max(0, ...months);
    return [...Array.from({ length: Math.min(last, HORIZON) + 1 }, (_, month) => month), last];
  }
  return months.map((month) => Math.max(0, month));
}

// Returns the credit of a degree above the bachelor's, counted once (C8).
function degreeCredit(rule, month, candidacy) {
  const held = degreesAt(month, candidacy).filter((degree) => degree.level === rule.degree);
  const credit = { months: 0, what: `${rule.degree} degree`, source: rule.source, shown: NOTHING, asked: NOTHING };
  if (held.some((degree) => isFieldNamed(degree.field, rule.fields, candidacy))) {
    return { ...credit, months: rule.months };
  }
  const judged = held.length ? new Set([fieldCode(rule)]) : NOTHING;
  const isAssumed = held.length && candidacy.isAssumed(fieldCode(rule));
  return isAssumed ? { ...credit, months: rule.months, shown: judged } : { ...credit, asked: judged };
}
