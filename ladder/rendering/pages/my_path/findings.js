// One need of a route under a plan: the month it is met, and what that leans on.
//
// A finding is { month, unknown, isClosed, shown, asked, closed, missing, appointed }. `month` counts from
// the as-of month; null means never under the plan, unless `unknown` says that a fact is not in
// the data. A closed need is shut by something declared false. `missing` are requirements any
// one of which, were it met, would leave nothing to ask here. Nobody is appointed before
// `appointed`, null for never.

import { openCaps, servedByMonth } from "./asked.js";
import { firstMonthWhen, withinHorizon } from "./clocks.js";
import { LEAD, NOTHING, unionOf, without } from "./codes.js";
import { add, ceilingOf, compare, divide, multiply } from "./exact.js";
import { credentialHeld } from "./held.js";
import { askedToCount, creditService, holdService } from "./holdings.js";
import { educationHeld } from "./schooling.js";
import { standingCodes } from "./standing.js";
import { askedOfStudy, studyCredit, studyOfParts } from "./study.js";
import { firstMonthInside, isWindowed, mayFallOut } from "./windows.js";

const BEFORE_APPOINTMENT = new Set(["BEFORE_APPOINTMENT"]);

function newFinding(month, fields) {
  return {
    month,
    unknown: false,
    isClosed: false,
    shown: NOTHING,
    asked: NOTHING,
    closed: NOTHING,
    missing: [],
    appointed: 0,
    ...fields,
  };
}

// Returns when the need is met under the candidacy's plan. For a climbing plan only what needs
// no planned service is found.
export function findNeed(need, candidacy) {
  return candidacy.onceFor("finding", need, () => {
    if (need.kind === "service") {
      return findServiceNeed(need, candidacy);
    }
    return need.kind === "trainee" ? findTraineeNeed(need, candidacy) : findOtherNeed(need, candidacy);
  });
}

function findServiceNeed(need, candidacy) {
  const holding = holdService(need.service, candidacy);
  const month = firstMonthOf(need, candidacy);
  const { asked, closed } = standingCodes(need.standing, candidacy);
  const study = studyOfParts(month || 0, need, candidacy);
  const isAssumed = need.standing !== null && candidacy.isAssumed(need.standing.toUpperCase());
  return newFinding(asked.size || closed.size ? null : month, {
    isClosed: closed.size > 0,
    shown: unionOf(
      holding.shown,
      ...study.map((credit) => credit.shown),
      ...openCaps(need, candidacy).map((one) => holdService(one.service, candidacy).shown),
      isAssumed ? new Set([need.standing.toUpperCase()]) : NOTHING,
    ),
    asked: unionOf(asked, blockingCodes(need, month, holding, candidacy)),
    closed: unionOf(closed, holding.closed),
    missing: need.parts.length ? need.parts.map((part) => part.reference) : [need.reference],
  });
}

// Returns what is asked for service that stands for months of the need, up to a maximum.
export function askedInCaps(need, candidacy) {
  const held = need.capped.map((one) => askedToCount(one.service, directUnless(one, need), candidacy));
  return unionOf(...held, ...need.capped.map((one) => standingCodes(one.standing, candidacy).asked));
}

// Returns the direct service of which nothing is asked again; none where a month of the substitution is worth more.
function directUnless(one, need) {
  return compare(one.rate, 1) > 0 ? null : need.service;
}

// Returns what would bring the need forward were it declared or judged true: nothing where it is met now.
function blockingCodes(need, month, holding, candidacy) {
  return month === 0 ? NOTHING : whatMightCount(need, month, holding, candidacy);
}

// Returns what could keep a need that is met now from being unmet later, were it declared or judged true (C26).
export function askedToStay(need, candidacy) {
  return mayFallOut(need, candidacy) ? whatMightCount(need, 0, holdService(need.service, candidacy), candidacy) : NOTHING;
}

// Returns what is asked of service and study that does not count for sure. Lead duty is not asked where work declared
// or planned as such fills what is asked of it (docs/semantics.md, C29).
function whatMightCount(need, month, holding, candidacy) {
  const open = unionOf(holding.asked, askedOfStudy(need, candidacy), askedInCaps(need, candidacy));
  const asked = need.lead && month === null ? unionOf(open, LEAD) : open;
  const isSettled = asked.has("LEAD") && leadRules(need.service).every((rule) => isFilled(rule, candidacy));
  return isSettled ? without(asked, LEAD) : asked;
}

// Returns the rule and those contained that ask for lead duty themselves.
function leadRules(rule) {
  return [...(rule.leadMonths === null ? [] : [rule]), ...rule.contained.flatMap(leadRules)];
}

// Returns whether declared and planned service fills the lead duty that the rule asks, sooner or later.
function isFilled(rule, candidacy) {
  const { months, accrual } = holdService(rule, candidacy);
  return accrual.lastShare !== 0 || compare(add(months, accrual.by(accrual.lastChange)), rule.leadMonths) >= 0;
}

// Returns the first month in which each bound on the credited service, and credit of study, come to
// what is asked: met only at no less (C3).
function firstMonthOf(need, candidacy) {
  if (isWindowed(need, candidacy)) {
    return firstMonthInside([need], candidacy);
  }
  const { asked } = need;
  const service = creditService(need, openCaps(need, candidacy), candidacy);
  const study = studyCredit(need, candidacy);
  const enough = (month) => service.every((one) => compare(add(servedByMonth(one, month), study.at(month)), asked) >= 0);
  return firstMonthWhen(enough, horizonOf(asked, service, study));
}

// Returns a month by which the amount is reached if it ever is.
function horizonOf(asked, service, study) {
  const accruals = service.flatMap((one) => one.accruals);
  const settled = Math.max(study.lastChange, ...accruals.map(([, accrual]) => accrual.lastChange));
  const running = accruals.map(([weight, accrual]) => multiply(weight, accrual.lastShare)).filter((share) => share !== 0);
  return settled + Math.max(0, ...running.map((share) => ceilingOf(divide(asked, share))));
}

// Returns unknown for a trainee in a class whose length of training is not in the data (C18).
function findTraineeNeed(need, candidacy) {
  const { history, rules } = candidacy;
  const trained = [...history.past, ...history.present].filter((one) => one.classId === need.feederClass);
  const targets = new Set(trained.map((one) => one.targetClass));
  const isRecorded = targets.has(rules.classId);
  if (isRecorded || (targets.has(null) && candidacy.isAssumed("TARGET_CLASS"))) {
    const shown = new Set(isRecorded ? ["PROGRAM_LENGTH"] : ["PROGRAM_LENGTH", "TARGET_CLASS"]);
    return newFinding(null, { unknown: true, shown });
  }
  return newFinding(null, { asked: targets.has(null) ? new Set(["TARGET_CLASS"]) : NOTHING });
}

const FINDERS = {
  education: findEducation,
  programme: findProgramme,
  credential: findCredential,
  standing: findStanding,
  condition: findJudgement,
};

function findOtherNeed(need, candidacy) {
  const { month, ...fields } = FINDERS[need.requirement.kind](need.requirement, candidacy);
  return newFinding(month, { missing: [need.reference], ...fields });
}

function findEducation(rule, candidacy) {
  return findHeld(educationHeld(rule, candidacy));
}

// Nothing is asked of what is held now.
function findHeld({ month, shown, asked }) {
  return { month: notBeforeNow(month), shown, asked: month !== null && month <= 0 ? NOTHING : asked };
}

const notBeforeNow = (month) => (month === null ? null : Math.max(0, month));

// What a person must judge is never decided by arithmetic: asked, unless it is assumed.
function findJudgement(rule, candidacy) {
  const code = new Set([rule.code]);
  return candidacy.isAssumed(rule.code) ? { month: 0, shown: code } : { month: null, asked: code };
}

function findStanding(rule, candidacy) {
  const { asked, closed } = standingCodes(rule.standing, candidacy);
  const code = rule.standing.toUpperCase();
  return {
    month: asked.size || closed.size ? null : 0,
    isClosed: closed.size > 0,
    shown: candidacy.isAssumed(code) ? new Set([code]) : NOTHING,
    asked,
    closed,
  };
}

function findCredential(rule, candidacy) {
  const found = credentialHeld(rule, candidacy);
  if (rule.by === null) {
    return findHeld(found);
  }
  const month = notBeforeNow(withinHorizon(found.month));
  const shown = month !== null && !found.shown.size ? NOTHING : BEFORE_APPOINTMENT;
  const isTold = !found.asked.size;
  return candidacy.entering && isTold ? { month, shown } : { month: 0, shown, appointed: month };
}

// Returns the month a listed programme is complete; its length is never invented (C18).
function findProgramme(rule, candidacy) {
  const state = candidacy.history.programmes.get(rule.programme);
  if (!state) {
    return { month: null };
  }
  if (state.approved === false && rule.approval_required) {
    return { month: null, isClosed: true, closed: new Set(["DAS_APPROVED"]) };
  }
  const shown = [];
  if (rule.approval_required && state.approved === null) {
    shown.push("DAS_APPROVED");
  }
  if (!state.completed) {
    shown.push("PROGRAM_COMPLETION");
  }
  if (state.completedAt === null) {
    shown.push("PROGRAM_LENGTH");
  }
  return { month: state.completedAt, unknown: state.completedAt === null, shown: new Set(shown) };
}
