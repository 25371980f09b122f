// Whether an object has the form of a profile file: its fields, their kinds and bounds, as
// ladder/candidates.py has them. A fault is { place, what }: place is the way to the field.

import { compare, readExact } from "./exact.js";
import { isBefore, readMonth } from "./months.js";
import { STANDINGS } from "./standing.js";

const DEGREE_LEVELS = ["high_school", "associate", "bachelor", "master", "law", "doctorate"];
const LONGEST_TEXT = 400;
const MOST_MONTHS = 1200;
const MOST_CREDIT_HOURS = 2000;
const MOST_JOBS = 2000;
const MOST_NAMED = 200;

// Returns every fault in the form of the profile, none where it has the form of one.
export function findFormFaults(profile) {
  const faults = [];
  checkProfile(profile, [], (place, what) => faults.push({ place, what }));
  return faults;
}

// Returns what job or present work calls its class: the field may go by either name.
export function classTextOf(work) {
  return (Object.hasOwn(work, "class") ? work.class : work.class_text) ?? null;
}

// Checks are functions of a value, its place, and what to call with each fault.
/** @param {any} fields @param {{required?: string[], whole?: (value: any) => string | null}} [bounds] */
function groupOf(fields, { required = [], whole = () => null } = {}) {
  return (value, place, refuse) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      refuse(place, "this must be a group of fields");
      return;
    }
    let isSound = true;
    const refuseHere = (where, what) => {
      isSound = false;
      refuse(where, what);
    };
    const given = Object.keys(value).filter((name) => value[name] !== undefined);
    checkFields(value, given, fields, place, refuseHere);
    for (const name of required.filter((one) => !given.includes(one))) {
      refuseHere([...place, name], "the field is missing");
    }
    const what = isSound ? whole(value) : null;
    if (what) {
      refuse(place, what);
    }
  };
}

function checkFields(value, given, fields, place, refuse) {
  for (const name of given) {
    if (!Object.hasOwn(fields, name) || (name === "class_text" && given.includes("class"))) {
      refuse([...place, name], "there is no such field");
    } else {
      fields[name](value[name], [...place, name], refuse);
    }
  }
}

// A list of more than is read is refused as a whole: not one of its items is looked at.
function listOf(check, most = MOST_NAMED) {
  return (value, place, refuse) => {
    if (Array.isArray(value) && value.length > most) {
      refuse(place, `there is too much here: ${value.length}; write at most ${most}`);
    } else if (Array.isArray(value)) {
      value.forEach((one, index) => check(one, [...place, index], refuse));
    } else {
      refuse(place, "this must be a list");
    }
  };
}

function orNull(check) {
  return (value, place, refuse) => (value === null ? undefined : check(value, place, refuse));
}

// Returns a check that calls out the one sentence wherever the value does not hold.
function mustHold(holds, what) {
  return (value, place, refuse) => (holds(value) ? undefined : refuse(place, what));
}

// Text may hold anything that can be printed and saved: no NUL, no half of a pair of units.
function isText(value) {
  return typeof value === "string" && !/[\0\p{Surrogate}]/u.test(value);
}

function isClassText(value) {
  return isText(value) && value.length > 0 && [...value].length <= LONGEST_TEXT;
}

function isAtMost(value, most) {
  const amount = readExact(value);
  return amount !== null && compare(amount, 0) >= 0 && compare(amount, most) <= 0;
}

function isShare(value) {
  return isAtMost(value, 1) && readExact(value) !== 0;
}

function wholeNumber(least) {
  const what = `this must be a whole number from ${least} to ${MOST_MONTHS}`;
  return mustHold((value) => Number.isInteger(value) && value >= least && value <= MOST_MONTHS, what);
}

const checkReference = mustHold(
  (value) => isText(value) && [...value].length <= LONGEST_TEXT,
  `this must be text of at most ${LONGEST_TEXT} characters`,
);
const checkClassText = mustHold(isClassText, `this must be text of 1 to ${LONGEST_TEXT} characters`);
const checkMonth = mustHold((value) => readMonth(value) !== null, "this is not a month; write YYYY-MM");
const checkTruth = mustHold((value) => typeof value === "boolean", "this must be true or false");
const checkShare = mustHold(isShare, "a share of full time is more than 0 and at most 1");
const checkMonths = mustHold((value) => isAtMost(value, MOST_MONTHS), `months are 0 to ${MOST_MONTHS}`);
const checkHours = mustHold((value) => isAtMost(value, MOST_CREDIT_HOURS), `hours are 0 to ${MOST_CREDIT_HOURS}`);

const WORK_FIELDS = {
  class: orNull(checkClassText),
  class_text: orNull(checkClassText),
  title: orNull(checkClassText),
  fte: checkShare,
  counts_toward: listOf(checkReference),
  target_class: orNull(checkClassText),
};

const checkJob = groupOf(
  { ...WORK_FIELDS, months: orNull(checkMonths), start: orNull(checkMonth), end: orNull(checkMonth) },
  { whole: (job) => whatIsUnnamed(job) || whatIsWrongWithLength(job) },
);

const checkPresentJob = groupOf(WORK_FIELDS, { whole: whatIsUnnamed });

function whatIsUnnamed(work) {
  const isNamed = classTextOf(work) || work.title || (work.counts_toward || []).length;
  return isNamed ? null : "a job needs a class, a title or what it counts toward";
}

function whatIsWrongWithLength({ months = null, start = null, end = null }) {
  if ((months === null) === (start === null)) {
    return "a job has either months or a start";
  }
  if (end !== null && start === null) {
    return "a job with an end needs a start";
  }
  const isReversed = start !== null && end !== null && isBefore(end, start);
  return isReversed ? "the job ends before it starts" : null;
}

function checkPresent(value, place, refuse) {
  (Array.isArray(value) ? listOf(checkPresentJob) : checkPresentJob)(value, place, refuse);
}

const PLANNED_DEGREE = {
  level: mustHold((value) => DEGREE_LEVELS.includes(value), "this is no level of degree"),
  field: orNull(checkClassText),
};
const checkDegree = groupOf({ ...PLANNED_DEGREE, month: orNull(checkMonth) }, { required: ["level"] });
const checkNamedLicence = groupOf({ name: checkClassText, month: orNull(checkMonth) }, { required: ["name"] });

// A license is its name alone, or its name with the month from which it is held.
function checkLicence(value, place, refuse) {
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  (isGroup ? checkNamedLicence : checkClassText)(value, place, refuse);
}

const checkCourses = groupOf(
  { field: checkClassText, semester_hours: checkHours },
  { required: ["field", "semester_hours"] },
);

const checkEvent = groupOf(
  {
    month: checkMonth,
    degree: orNull(groupOf(PLANNED_DEGREE, { required: ["level"] })),
    fte: orNull(checkShare),
    leave_months: orNull(wholeNumber(1)),
    program_completed: orNull(checkClassText),
    licence: orNull(checkClassText),
    license: orNull(checkClassText),
  },
  { required: ["month"], whole: whatIsNotOneThing },
);

const PLANNED = ["degree", "fte", "leave_months", "program_completed", "licence", "license"];

function whatIsNotOneThing(event) {
  const told = PLANNED.filter((name) => (event[name] ?? null) !== null);
  return told.length === 1 ? null : "an event is one of: degree, fte, leave_months, program_completed, licence";
}

const checkEnrolment = groupOf(
  {
    name: checkClassText,
    approved: orNull(checkTruth),
    completed: checkTruth,
    months_remaining: orNull(wholeNumber(0)),
  },
  { required: ["name"] },
);

function checkStandings(value, place, refuse) {
  const check = orNull(checkStanding);
  groupOf(Object.fromEntries(STANDINGS.map((standing) => [standing, check])))(value, place, refuse);
}

// A standing is true or false, or the list of jurisdictions where it is held.
function checkStanding(value, place, refuse) {
  (Array.isArray(value) ? listOf(checkReference) : checkTruth)(value, place, refuse);
}

const checkProfile = groupOf(
  {
    as_of: orNull(checkMonth),
    standing: checkStandings,
    jobs: listOf(checkJob, MOST_JOBS),
    present: orNull(checkPresent),
    education: groupOf({
      semester_hours: checkHours,
      quarter_hours: checkHours,
      courses: listOf(checkCourses),
      degrees: listOf(checkDegree),
    }),
    events: listOf(checkEvent, MOST_JOBS),
    programs: listOf(checkEnrolment),
    licences: orNull(listOf(checkLicence)),
    licenses: orNull(listOf(checkLicence)),
  },
  { whole: whatIsSpelledTwice },
);

function whatIsSpelledTwice({ licences = null, licenses = null }) {
  const isTwice = licences !== null && licenses !== null;
  return isTwice ? "licenses and licences are one list by two spellings: give one of them" : null;
}
