// What study and degrees stand for: blocks of hours, degrees, and their caps (docs/semantics.md, C4 to
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
const IMPLIED_BACHELOR = new Set(["IMPLIED_BACHELOR"]);
const RELATED_FIELD = new Set(["RELATED_FIELD"]);

// Returns what each substitution of study or a degree gives in the month.
export function creditsAt(month, need, candidacy) {
  if (!need.studies.length && !need.degrees.length && !need.schooling) {
    return [];
  }
  if (need.schooling) {
    return [schoolingCredit(need, month, candidacy)];
  }
  const byHours = need.studies.map((rule) => hoursCredit(rule, month, candidacy));
  return [...byHours, ...need.degrees.map((rule) => degreeCredit(rule, month, candidacy))];
}

// Returns what study fills of an education for which service may stand: all of it once it is met.
function schoolingCredit({ schooling, askedMonths, studies: [block] }, month, candidacy) {
  const { month: met, shown, asked } = educationMonth(schooling, candidacy);
  if (met !== null && met <= month) {
    return { months: askedMonths, what: "study", source: schooling.source, shown, asked: NOTHING };
  }
  const isInField = schooling.fields.length > 0;
  const credit = isInField ? fieldCredit(schooling, block, candidacy) : hoursCredit(block, month, candidacy);
  return { ...credit, asked: unionOf(credit.asked, asked) };
}

// Returns the credit of hours in the fields that are asked; of hours in another field as a person judges (C23).
function fieldCredit(rule, block, candidacy) {
  const { courses } = candidacy.history;
  const creditOf = (some) => {
    const hours = sumOf(some.map((one) => one.semesterHours));
    return smaller(block.at_most_months, monthsFor(hours, block, candidacy.rules.conventions));
  };
  const sure = creditOf(courses.filter((one) => isFieldNamed(one.field, rule.fields)));
  const most = creditOf(courses);
  const related = compare(most, sure) > 0 ? RELATED_FIELD : NOTHING;
  const credit = { months: sure, what: "study", source: rule.source, shown: NOTHING, asked: related };
  return candidacy.isAssumed("RELATED_FIELD") ? { ...credit, months: most, shown: related, asked: NOTHING } : credit;
}

// Returns what study and degrees give in the month to the need, or to all parts of a sum.
export function studyOfParts(month, need, candidacy) {
  return partsOf(need).flatMap((part) => creditsAt(month, part, candidacy));
}

function partsOf(need) {
  return need.parts.length ? need.parts : [need];
}

// Returns what is asked for degrees held or planned, in any month: until a degree in a named field comes, too.
// Hours alone ask nothing.
export function askedOfStudy(need, candidacy) {
  const parts = partsOf(need).filter((part) => part.degrees.length || part.schooling);
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
  const met = schooled.map((part) => Math.max(0, educationMonth(part.schooling, candidacy).month ?? 0));
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

// Returns the semester hours done by the month: quarter hours converted (C6), study under the
// plan added (C14).
export function hoursAt(month, candidacy) {
  const { history, plan, rules } = candidacy;
  const [numerator, denominator] = rules.conventions.quarter_hour_ratio;
  const quarters = divide(multiply(history.quarterHours, numerator), denominator);
  const studied = Math.max(0, month - history.studyFrom);
  return add(add(history.semesterHours, quarters), divide(multiply(plan.studyHoursAYear, studied), 12));
}

// Returns the semester hours that count by the month: those held, or those that a bachelor's
// counts for.
function countedHours(month, candidacy) {
  const levels = new Set(degreesAt(month, candidacy).map((degree) => degree.level));
  return larger(hoursHeld(month, candidacy), hoursOfBachelor(levels, candidacy.rules.conventions));
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

function degreesAt(month, candidacy) {
  return candidacy.history.degrees.filter((degree) => degree.fromMonth <= month);
}

function hoursCredit(rule, month, candidacy) {
  const { conventions } = candidacy.rules;
  const levels = new Set(degreesAt(month, candidacy).map((degree) => degree.level));
  const isImplied = isBachelorImplied(levels, conventions);
  const done = hoursAt(month, candidacy);
  const hours = countedHours(month, candidacy);
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

// Returns the hours that a bachelor's degree, listed or implied, counts for at least (C5, C7).
function hoursOfBachelor(levels, conventions) {
  const isHeld = levels.has("bachelor") || isBachelorImplied(levels, conventions);
  return isHeld ? conventions.bachelor_semester_hours : 0;
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
  if (compare(candidacy.plan.studyHoursAYear, 0) <= 0) {
    return [];
  }
  const blocks = ceilingOf(divide(rule.at_most_months, rule.months));
  const asked = Array.from({ length: blocks }, (_, block) => (block + 1) * rule.semester_hours);
  const months = asked.map((hours) => monthWithHours(hours, candidacy)).filter((month) => month !== null);
  if (candidacy.rules.conventions.study_blocks === "proportional") {
    return Array.from({ length: Math.max(0, ...months) + 1 }, (_, month) => month);
  }
  return months;
}

// Returns the first month by which so many hours count, null if never. The hours rise by study,
// and step up with the first associate and the first bachelor's degree: whatever they come to is
// reached in the month of a degree, or by study since then.
function monthWithHours(hours, candidacy) {
  const yearly = candidacy.plan.studyHoursAYear;
  const degrees = [["associate"], ["bachelor", ...ADVANCED_DEGREES]].map((levels) => firstMonthHeld(levels, candidacy));
  const turns = [0, ...degrees.filter((month) => month !== null).map((month) => Math.max(0, month))];
  if (compare(yearly, 0) > 0) {
    turns.push(...turns.map((turn) => turn + monthsToStudy(subtract(hours, hoursHeld(turn, candidacy)), yearly)));
  }
  return earliestOf(turns.filter((month) => compare(countedHours(month, candidacy), hours) >= 0));
}

function monthsToStudy(hours, yearly) {
  return larger(0, ceilingOf(divide(multiply(hours, 12), yearly)));
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
// and asked: its degree and its hours both, where it asks both.
export function educationMonth(rule, candidacy) {
  const degree = rule.degree === null ? { month: 0, shown: NOTHING, asked: NOTHING } : degreeMonth(rule, candidacy);
  const hours = rule.semester_hours === null ? { month: 0, shown: NOTHING, asked: NOTHING } : hoursMonth(rule, candidacy);
  const isNever = degree.month === null || hours.month === null;
  const month = isNever ? null : Math.max(degree.month, hours.month);
  return { month, shown: unionOf(degree.shown, hours.shown), asked: unionOf(degree.asked, hours.asked) };
}

// Returns when so many hours are done; where fields are named, in those (C23). Hours without a
// field serve only where none is named; hours in another field only as a person judges.
function hoursMonth(rule, candidacy) {
  const met = { month: 0, shown: NOTHING, asked: NOTHING };
  if (!rule.fields.length) {
    return { ...met, month: monthWithHours(rule.semester_hours, candidacy) };
  }
  const { courses } = candidacy.history;
  const hoursOf = (some) => sumOf(some.map((one) => one.semesterHours));
  if (compare(hoursOf(courses.filter((one) => isFieldNamed(one.field, rule.fields))), rule.semester_hours) >= 0) {
    return met;
  }
  if (compare(hoursOf(courses), rule.semester_hours) < 0) {
    return { ...met, month: null };
  }
  const isAssumed = candidacy.isAssumed("RELATED_FIELD");
  return isAssumed ? { ...met, shown: RELATED_FIELD } : { ...met, month: null, asked: RELATED_FIELD };
}

// Returns when a degree of the level asked, in a field that serves, is held.
function degreeMonth(rule, candidacy) {
  const enough = levelsEnough(rule.degree, candidacy.rules.conventions);
  const held = candidacy.history.degrees.filter((one) => enough.includes(one.level));
  const isRelated = rule.or_closely_related && candidacy.isAssumed("CLOSELY_RELATED");
  const serving = held.filter((one) => isRelated || isFieldNamed(one.field, rule.fields));
  const month = earliestOf(serving.map((one) => Math.max(0, one.fromMonth)));
  const isSooner = month === null || held.some((one) => one.fromMonth < month);
  return {
    month,
    shown: month === null ? NOTHING : impliedBy(serving.filter((one) => one.fromMonth <= month), rule.degree),
    asked: held.length && rule.or_closely_related && isSooner ? CLOSELY_RELATED : NOTHING,
  };
}

// Returns what is shown where only a degree above the bachelor's serves for the level asked (C7).
function impliedBy(serving, asked) {
  return serving.some(({ level }) => level === asked || level === "bachelor") ? NOTHING : IMPLIED_BACHELOR;
}

// Returns the levels of degree that meet the level asked (C7).
function levelsEnough(asked, conventions) {
  const implying = conventions.advanced_degree_implies_bachelor ? ADVANCED_DEGREES : [];
  if (asked === "associate") {
    return [asked, "bachelor", ...implying];
  }
  return asked === "bachelor" ? [asked, ...implying] : [asked];
}
