// Since when an education requirement is met: high school, degree, hours, courses (docs/semantics.md, C7, C23, C32).

import { earliestOf } from "./clocks.js";
import { NOTHING, unionOf } from "./codes.js";
import { compare } from "./exact.js";
import { allHeld, anyHeld, earliestHeld, heldFrom, heldSinceEver } from "./held.js";
import { ADVANCED_DEGREES, EVER_BEFORE, hoursIn, hoursOfDegrees, isFieldNamed, listedHours, monthWithHours } from "./hours.js";

const HIGH_SCHOOL = "high_school";
const IMPLIED_BACHELOR = new Set(["IMPLIED_BACHELOR"]);
const OTHER_FIELD = new Set(["RELATED_FIELD"]);
const SCHOOL = new Set(["SCHOOL"]);

// Returns since when an education requirement is met: its degree, its hours and each of its courses.
export function educationHeld(rule, candidacy) {
  const parts = rule.courses.map((one) => hoursInHeld(one.fields, one.semester_hours, candidacy));
  if (rule.degree !== null) {
    parts.push(rule.degree === HIGH_SCHOOL ? schoolHeld(candidacy) : degreeHeld(rule, candidacy));
  }
  if (rule.semester_hours !== null) {
    const { fields, semester_hours: hours } = rule;
    parts.push(fields.length ? hoursInHeld(fields, hours, candidacy) : hoursHeldSince(hours, candidacy));
  }
  return allHeld(parts);
}

// Returns since when high school is done: as declared, or as any degree or college hours imply.
function schoolHeld(candidacy) {
  const declared = candidacy.history.degrees.filter((one) => one.level === HIGH_SCHOOL);
  if (!declared.length && candidacy.isAssumed("SCHOOL")) {
    return heldSinceEver(candidacy, SCHOOL);
  }
  const own = earliestHeld(declared);
  const found = anyHeld([own, ...implyingSchool(candidacy)]);
  const isSooner = own.month === null || Math.max(0, own.month) > Math.max(0, found.month);
  const shown = found.month !== null && isSooner ? SCHOOL : NOTHING;
  return { ...found, shown, asked: declared.length ? NOTHING : SCHOOL };
}

// Returns since when a degree, or any college hours, are held.
function implyingSchool(candidacy) {
  const { history, plan } = candidacy;
  const found = [earliestHeld(history.degrees.filter((one) => one.level !== HIGH_SCHOOL))];
  if (compare(listedHours(candidacy), 0) > 0) found.push(heldSinceEver(candidacy));
  if (compare(plan.studyHoursAYear, 0) > 0) found.push(heldFrom(history.studyFrom + 1));
  return found;
}

// Returns since when so many hours count: those listed have no month, those of a degree its month.
function hoursHeldSince(asked, candidacy) {
  const { history: { degrees }, rules: { conventions } } = candidacy;
  const undated = hoursOfDegrees(degrees.filter((one) => !one.isDated), conventions);
  const mayBeEarlier = compare(listedHours(candidacy), asked) >= 0 || undated >= asked;
  const { month } = anyHeld([heldFrom(monthWithHours(asked, candidacy)), heldFrom(monthWithDegrees(asked, candidacy))]);
  return heldFrom(month, { possibly: mayBeEarlier ? EVER_BEFORE : month });
}

// Returns the first month in which degrees that have a month count for so many hours by themselves.
function monthWithDegrees(asked, { history, rules }) {
  const dated = history.degrees.filter((one) => one.isDated);
  const byThen = (month) => dated.filter((one) => one.fromMonth <= month);
  const months = dated.map((one) => one.fromMonth);
  return earliestOf(months.filter((month) => hoursOfDegrees(byThen(month), rules.conventions) >= asked));
}

// Returns since when so many hours are done in the fields; hours in another field serve as a person judges (C23).
function hoursInHeld(fields, asked, candidacy) {
  if (compare(hoursIn(fields, candidacy), asked) >= 0) {
    return heldSinceEver(candidacy);
  }
  if (compare(hoursIn([], candidacy), asked) < 0) {
    return heldFrom(null);
  }
  return candidacy.isAssumed("RELATED_FIELD") ? heldSinceEver(candidacy, OTHER_FIELD) : heldFrom(null, { asked: OTHER_FIELD });
}

// Returns since when a degree of the level asked, in a field that serves, is held.
function degreeHeld(rule, candidacy) {
  const enough = levelsEnough(rule.degree, candidacy.rules.conventions);
  const held = candidacy.history.degrees.filter((one) => enough.includes(one.level));
  const named = held.filter((one) => isFieldNamed(one.field, rule.fields, candidacy));
  const judged = new Set([fieldCode(rule)]);
  if (candidacy.isAssumed(fieldCode(rule))) {
    const since = earliestHeld(held);
    return { ...since, shown: unionOf(shownOf(rule, since, held), named.length === held.length ? NOTHING : judged) };
  }
  const since = earliestHeld(named);
  return { ...since, shown: shownOf(rule, since, named), asked: isHeldSooner(earliestHeld(held), since) ? judged : NOTHING };
}

// Returns the condition that a degree in a field not named waits for (C13, C23).
export function fieldCode(rule) {
  return rule.or_closely_related ? "CLOSELY_RELATED" : "RELATED_FIELD";
}

// Returns what is shown where only a degree above the bachelor's serves for the level asked (C7).
function shownOf({ degree: asked }, { month }, serving) {
  const byThen = serving.filter((one) => month !== null && one.fromMonth <= Math.max(0, month));
  const isPlain = byThen.some(({ level }) => level === asked || level === "bachelor");
  return byThen.length && !isPlain ? IMPLIED_BACHELOR : NOTHING;
}

// Returns whether something is held, or may be held, sooner than something else.
function isHeldSooner(one, other) {
  if (one.month === null) return false;
  return other.month === null || one.month < other.month || one.possibly < other.possibly;
}

// Returns the levels of degree that meet the level asked (C7).
function levelsEnough(asked, conventions) {
  const implying = conventions.advanced_degree_implies_bachelor ? ADVANCED_DEGREES : [];
  if (asked === "associate") {
    return [asked, "bachelor", ...implying];
  }
  return asked === "bachelor" ? [asked, ...implying] : [asked];
}
