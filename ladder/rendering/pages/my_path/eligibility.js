// One candidate against one class, or against all: status, months, routes, conditions, reasons.
//
// Answers have the keys of the JSON answers (docs/contracts.md, section 5), pay, specification and notes
// left out; sources are those of the compiled records. Climbing is the matter of climb.js.

import { appointmentMonth, askedOnRoutes, bestMonth, conditionsOf, ifConditionsMet, judgeRoutes, missingSets, orderedRoutes, spanOf, statusOf } from "./assessment.js";
import { withinHorizon } from "./clocks.js";
import { describeConditions } from "./conditions.js";
import { readExact } from "./exact.js";
import { filingMonth } from "./filing.js";
import { Candidacy } from "./matching.js";
import { printMonth } from "./months.js";
import { rulesOf } from "./rules.js";
import { traceRequirements } from "./traces.js";

const PLAN_KINDS = ["none", "stay", "climb"];

// Returns the plan: `study` is semester hours a year as a number or text, the others lists. Work
// planned in `lead_in` classes carries lead duties, `via` are classes to take in this order,
// `include` names certainties of steps used besides those named, `assumed` are codes of
// conditions taken as true. Throws a RangeError where kind or study is none.
export function planOf({ kind = "stay", study = 0, lead_in = [], include = [], via = [], assumed = [] } = {}) {
  const studyHoursAYear = readExact(study);
  if (!PLAN_KINDS.includes(kind) || studyHoursAYear === null) {
    throw new RangeError("a plan is none, stay or climb, and study a number of hours a year");
  }
  return {
    kind,
    studyHoursAYear,
    leadIn: new Set(lead_in),
    via: [...via],
    include: new Set(include),
    assumed: new Set(assumed),
  };
}

// Returns when the minimum qualifications of the class are met under the plan, which is none or
// stay. `target` is a class id of the catalog, `words` the texts of condition codes. Months
// count from the history's as-of month.
export function assess(catalog, history, target, plan, words) {
  const rules = rulesOf(catalog, target);
  if (rules === null) {
    return entryUnknown(catalog, history, target, words);
  }
  const candidacy = new Candidacy(history, plan, rules);
  const verdicts = judgeRoutes(rules, candidacy);
  const met = bestMonth(verdicts);
  const months = withinHorizon(met);
  const isPartial = catalog.classes.get(target).completeness === "partial";
  const status = statusOf(months, isPartial || verdicts.some((verdict) => verdict.unknown));
  const monthsUnder = (codes) => withinHorizon(bestMonth(judgeRoutes(rules, candidacy.assuming(codes))));
  const answer = answerOf(catalog, history, target, {
    status,
    months,
    proved_months: months,
    routes: orderedRoutes(verdicts, months),
    if_conditions_met: ifConditionsMet(months, askedOnRoutes(verdicts), monthsUnder),
    file_months: months === null ? null : filingMonth(candidacy, months),
    appoint_months: appointmentMonth(verdicts, months),
  });
  // Of hundreds of answers few are read whole: each of these is worked out the first time that it is read.
  let conditions, missing, requirements;
  return {
    ...answer,
    get conditions() {
      return (conditions ??= conditionsOf(catalog, target, verdicts, months, plan, words, met !== months));
    },
    get missing() {
      return (missing ??= status === "unreachable" && met === null ? missingSets(verdicts) : []);
    },
    get requirements() {
      return (requirements ??= traceRequirements(rules, candidacy));
    },
  };
}

// Returns the answer for every class of the catalog, as a Map from class id.
export function assessAll(catalog, history, plan, words) {
  return new Map([...catalog.classes.keys()].map((id) => [id, assess(catalog, history, id, plan, words)]));
}

// Returns the answer about a class that is only named: unknown, and why.
export function entryUnknown(catalog, history, target, words) {
  const conditions = describeConditions(catalog, target, [["ENTRY_UNKNOWN", "shown"]], words);
  return answerOf(catalog, history, target, { status: "unknown", conditions });
}

// Returns the whole answer, with what is told by default where it is left out.
export function answerOf(catalog, history, target, told) {
  const spec = catalog.classes.get(target);
  const { months = null, file_months: fileMonths = null, appoint_months: appointMonths = null } = told;
  const monthAfter = (count) => (count === null ? null : printMonth(history.asOf + count));
  return {
    target,
    title: spec.title,
    status: told.status,
    months,
    proved_months: null,
    between: spanOf(told.proved_months ?? null, months),
    month: monthAfter(months),
    file_months: fileMonths,
    file_month: monthAfter(fileMonths),
    appoint_months: appointMonths,
    appoint_month: monthAfter(appointMonths),
    as_of: printMonth(history.asOf),
    routes: [],
    conditions: [],
    missing: [],
    if_conditions_met: null,
    requirements: [],
    steps: [],
    source: spec.source,
    ...told,
  };
}
