// Profile files to histories: shape looked over, names resolved, every fault told (docs/contracts.md,
// section 3). The profile is the parsed JSON object of a profile file.
//
// A history is
//   { asOf, past, present, standing, semesterHours, quarterHours, studyFrom, courses,
//     degrees, programmes, licences, licencesToCome, changes }
// where asOf is a calendar month (see months.js), months of plans count from it, and
//   past, present: lists of services
//     { number, title, classId, targetClass, declared, fte, months, row, future }
//     number: the job's place in the profile from 1, 0 for present or planned service;
//     declared: Set of requirement references; fte, months: exact numbers; months is null where
//     row, the days held, is given (see service_rows.js); classId, targetClass may be null;
//     future: true for present and planned service;
//   standing: Map from "internal", "state_employee", "permanent" to { value, jurisdictions },
//     jurisdictions a Set, or null for the target's own; see standingIn;
//   semesterHours, quarterHours: exact numbers; semesterHours are all that were done;
//   courses: list of { field, semesterHours }, those done in one field;
//   studyFrom: the month from which the plan's study is done: 0, or less where part of the plan
//     lies behind;
//   degrees: list of { level, field, fromMonth, isDated }, fromMonth 0 for degrees held now, or less; one that is not
//     dated is held by the as-of month, since nobody says when;
//   programmes: Map from class id to { approved, completed, completedAt }, approved and
//     completedAt null where the profile does not say;
//   licences: list of { name, fromMonth, isDated }, null where not declared; licencesToCome: those planned;
//   changes: list of { month, fte, leaveUntil }, in order; fte or leaveUntil is null.
// Plans (planOf in eligibility.js) are
//   { kind, studyHoursAYear, leadIn, via, include, assumed }: kind "none", "stay" or "climb",
//   studyHoursAYear exact, via a list of class ids, the others Sets of text.
// All of them are values: copy them with { ...history, present }, never change them.

import { exact, larger, sumOf } from "./exact.js";
import { readMonth } from "./months.js";
import { classTextOf, findFormFaults } from "./profile_form.js";
import { joinPast, readRow } from "./service_rows.js";
import { STANDINGS } from "./standing.js";

const ANOTHER_CLASS = "another class";
const NOT_LISTED = { approved: null, completed: false, completedAt: null };

// Returns { history, faults }: the history that a profile declares, null where there are faults,
// and every fault as { place, what }. `asOf` beats the profile's own as-of month, which beats
// `today`; both are "YYYY-MM" or null. Service after the as-of month is a fault.
export function readHistory(profile, catalog, { asOf = null, today = null } = {}) {
  const formFaults = findFormFaults(profile);
  if (formFaults.length) {
    return { history: null, faults: formFaults };
  }
  const month = readMonth(asOf ?? profile.as_of ?? today);
  if (month === null) {
    return { history: null, faults: [{ place: ["as_of"], what: "there is no as-of month; write YYYY-MM" }] };
  }
  const faults = [];
  const history = resolveProfile(profile, new Names(catalog, faults), month);
  return faults.length ? { history: null, faults } : { history, faults };
}

function resolveProfile(profile, names, asOf) {
  const events = profile.events ?? [];
  const past = (profile.jobs ?? []).map((job, index) => pastJob(job, index, names, asOf));
  const present = presentJobs(profile, names);
  if (present.length > 1) {
    refuseUnclearChanges(events, names);
  }
  const education = profile.education ?? {};
  const courses = (education.courses ?? []).map((one) => ({ field: one.field, semesterHours: exact(one.semester_hours) }));
  return {
    asOf,
    past: joinPast(past, asOf, present.length > 0),
    present,
    standing: declaredStanding(profile.standing ?? {}, present),
    semesterHours: larger(exact(education.semester_hours ?? 0), sumOf(courses.map((one) => one.semesterHours))),
    quarterHours: exact(education.quarter_hours ?? 0),
    studyFrom: 0,
    courses,
    degrees: degreesOf(education.degrees ?? [], events, names, asOf),
    programmes: programmesOf(profile.programs ?? [], events, names, asOf),
    licences: licencesOf(profile, names, asOf),
    licencesToCome: licencesPlanned(events, asOf),
    changes: changesOf(events, asOf),
  };
}

// Finds classes and requirements by name, and files a fault for each that is not there.
class Names {
  constructor(catalog, faults) {
    this.catalog = catalog;
    this.faults = faults;
  }

  refuse(place, what) {
    this.faults.push({ place, what });
  }

  classId(text, place) {
    if (text === null) {
      return null;
    }
    const found = this.catalog.findClasses(text);
    if (found.length !== 1) {
      this.refuse(place, found.length ? `${text} may be ${found.join(" or ")}` : `no class is called ${text}`);
    }
    return found.length === 1 ? found[0] : null;
  }

  // A recorded target class may be any title: one that is no class of the catalog is surely
  // not the class asked (docs/semantics.md, C12).
  targetClass(text) {
    const found = text === null ? [null] : this.catalog.findClasses(text);
    return found.length === 1 ? found[0] : ANOTHER_CLASS;
  }

  declared(references, place) {
    references.forEach((reference, index) => {
      if (!this.catalog.references.has(reference)) {
        this.refuse([...place, "counts_toward", index], `there is no experience requirement ${reference}`);
      }
    });
    return new Set(references);
  }
}

function pastJob(job, index, names, asOf) {
  const place = ["jobs", index];
  const { start = null, end = null } = job;
  const [begun, ended] = [start, end].map((text) => (text === null ? asOf : readMonth(text)));
  if (Math.max(begun, ended) > asOf) {
    names.refuse(place, `the job has service after the as-of month: ${begun > asOf ? start : end}`);
  }
  const months = (job.months ?? null) === null ? null : exact(job.months);
  return { ...serviceOf(job, index + 1, place, names), months, row: start === null ? null : readRow(start, end, asOf) };
}

function serviceOf(work, number, place, names) {
  const text = classTextOf(work);
  const classId = names.classId(text, [...place, "class"]);
  const title = classId === null ? text ?? "a job" : names.catalog.classes.get(classId).title;
  return {
    number,
    title: work.title ?? title,
    classId,
    targetClass: names.targetClass(work.target_class ?? null),
    declared: names.declared(work.counts_toward ?? [], place),
    fte: exact(work.fte ?? 1),
    months: null,
    row: null,
    future: number === 0,
  };
}

// Returns the present jobs: those declared, else the jobs with a start and no end, whose faults
// are told where they stand among the past jobs.
function presentJobs(profile, names) {
  const present = profile.present ?? null;
  if (Array.isArray(present)) {
    return present.map((work, index) => serviceOf(work, 0, ["present", index], names));
  }
  if (present !== null) {
    return [serviceOf(present, 0, ["present"], names)];
  }
  const silent = new Names(names.catalog, []);
  const open = (profile.jobs ?? []).filter((job) => (job.start ?? null) !== null && (job.end ?? null) === null);
  return open.map((job) => serviceOf(job, 0, [], silent));
}

function refuseUnclearChanges(events, names) {
  events.forEach((event, index) => {
    if ((event.fte ?? null) !== null) {
      names.refuse(["events", index, "fte"], "a change of fte does not say which of several jobs changes");
    }
  });
}

// A truth value goes with the jurisdictions of the present classes, else with the target's.
function declaredStanding(standing, present) {
  const held = new Set(present.filter((one) => one.classId).map((one) => one.classId.split("/", 1)[0]));
  const found = new Map();
  for (const name of STANDINGS) {
    const value = standing[name] ?? null;
    if (Array.isArray(value)) {
      found.set(name, { value: true, jurisdictions: new Set(value) });
    } else if (value !== null) {
      found.set(name, { value, jurisdictions: held.size ? held : null });
    }
  }
  return found;
}

function degreesOf(degrees, events, names, asOf) {
  const held = degrees.map(({ level, field = null, month = null }, index) =>
    ({ level, field, ...heldSinceMonth(month, ["education", "degrees", index, "month"], names, asOf) }));
  const planned = events.filter((event) => (event.degree ?? null) !== null);
  return [...held, ...planned.map((event) => {
    const { level, field = null } = event.degree;
    return { level, field, fromMonth: monthsAhead(event, asOf), isDated: true };
  })];
}

// The licenses held, null where nothing is declared of them.
function licencesOf(profile, names, asOf) {
  const key = (profile.licenses ?? null) === null ? "licences" : "licenses";
  return (profile[key] ?? null) && profile[key].map((one, index) => {
    const { name, month = null } = typeof one === "string" ? { name: one } : one;
    return { name, ...heldSinceMonth(month, [key, index, "month"], names, asOf) };
  });
}

function licencesPlanned(events, asOf) {
  const planned = events.filter((event) => (event.licence ?? event.license ?? null) !== null);
  return planned.map((event) => ({ name: event.licence ?? event.license, fromMonth: monthsAhead(event, asOf), isDated: true }));
}

// The month of the plan, 0 or less, from which something is held: the as-of month where none is told.
function heldSinceMonth(text, place, names, asOf) {
  if (text === null) {
    return { fromMonth: 0, isDated: false };
  }
  if (readMonth(text) > asOf) {
    names.refuse(place, `it is held from ${text} on, after the as-of month`);
  }
  return { fromMonth: Math.min(0, readMonth(text, { partMonthIsNext: true }) - asOf), isDated: true };
}

// Events planned happen in their month, at the soonest in the as-of month.
function planMonth(event, asOf) {
  return Math.max(0, monthsAhead(event, asOf));
}

function monthsAhead(event, asOf) {
  return readMonth(event.month, { partMonthIsNext: true }) - asOf;
}

// Each program is listed once, and complete by the earliest month given (docs/semantics.md, C30).
function programmesOf(enrolments, events, names, asOf) {
  const found = new Map();
  enrolments.forEach(({ name, approved = null, completed = false, months_remaining = null }, index) => {
    const place = ["programs", index, "name"], classId = names.classId(name, place);
    if (found.has(classId)) {
      names.refuse(place, `${name} is listed twice`);
    } else if (classId !== null) {
      found.set(classId, { approved, completed, completedAt: completed ? 0 : months_remaining });
    }
  });
  events.forEach((event, index) => {
    const place = ["events", index, "program_completed"], text = event.program_completed ?? null;
    const classId = names.classId(text, place), state = found.get(classId) ?? NOT_LISTED;
    if (state.completed) {
      names.refuse(place, `${text} is completed already: the list of programs says so`);
    } else if (classId !== null) {
      const month = planMonth(event, asOf);
      found.set(classId, { ...state, completedAt: Math.min(month, state.completedAt ?? month) });
    }
  });
  return found;
}

function changesOf(events, asOf) {
  const found = [];
  const inTime = [...events].sort((one, other) => monthsAhead(one, asOf) - monthsAhead(other, asOf));
  for (const event of inTime) {
    const { fte = null, leave_months: leave = null } = event;
    const ahead = monthsAhead(event, asOf), month = Math.max(0, ahead);
    if (fte !== null) {
      found.push({ month, fte: exact(fte), leaveUntil: null });
    }
    if (leave !== null && ahead + leave > 0) {
      found.push({ month, fte: null, leaveUntil: ahead + leave });
    }
  }
  return found;
}
