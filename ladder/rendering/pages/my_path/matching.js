// Whether one job's service counts for one requirement, and what that leans on.
//
// A job counts by what the profile declares and by the rules that the catalog states, and by
// nothing else (docs/semantics.md, C11).
//
// A match is { counts, why, shown, asked, closed }: `asked` are codes of conditions that are not
// declared (were all of them true, the service would count), `closed` codes of what was declared
// and stands against it.

import { LEAD, NOTHING, byCode, unionOf } from "./codes.js";
import { standingIn } from "./standing.js";

const NO_PEERS = new Map();
const NO_MATCH = { counts: false, why: "", shown: new Set(), asked: new Set(), closed: new Set() };

// One history under one plan, before the rules of one class. What was found out about it is
// kept (see onceFor); spreading a candidacy loses it, so make another with `new`.
export class Candidacy {
  #kept = new Map();

  // `month` is that in which service must be recent, where it must. Who is `entering` the class must be appointed to
  // it, not only meet its minimum qualifications.
  constructor(history, plan, rules, { month = 0, entering = false } = {}) {
    this.history = history;
    this.plan = plan;
    this.rules = rules;
    this.month = month;
    this.entering = entering;
  }

  // Whether classes are taken in turn, now or before the job that goes on.
  get isClimbing() {
    return this.plan.kind === "climb" || Boolean(this.plan.isOfClimb);
  }

  // Returns the same candidacy in an answer for a month.
  answeringFor(month) {
    return new Candidacy(this.history, this.plan, this.rules, { month, entering: this.entering });
  }

  // Returns whether the plan takes the condition as true.
  isAssumed(code) {
    return this.plan.assumed.has(code);
  }

  // The classes whose service may count as that of one at their level; none unless the plan includes peers.
  get peers() {
    return this.plan.include.has("peer") ? this.rules.peers : NO_PEERS;
  }

  // Returns the same candidacy with more conditions taken as true.
  assuming(codes) {
    const plan = { ...this.plan, assumed: new Set([...this.plan.assumed, ...codes]) };
    return new Candidacy(this.history, plan, this.rules, { month: this.month, entering: this.entering });
  }

  // Returns what was found out under these two keys, finding it out the first time.
  onceFor(question, about, findOut) {
    const found = this.#kept.get(question) || new Map();
    this.#kept.set(question, found);
    if (!found.has(about)) {
      found.set(about, findOut());
    }
    return found.get(about);
  }
}

function newMatch(counts, why, { shown = NOTHING, asked = NOTHING, closed = NOTHING }) {
  return { counts, why, shown, asked, closed };
}

// Returns whether the service counts for the rule, and what that leans on. It counts where any
// clause takes it; where none does, the clause that asks least is told.
export function matchService(service, rule, candidacy) {
  if (!mayTouch(service, rule, candidacy)) {
    return NO_MATCH;
  }
  const found = [...ownMatches(service, rule, candidacy)];
  found.push(...rule.contained.map((inner) => matchService(service, inner, candidacy)));
  const counting = found.find((match) => match.counts);
  if (counting) {
    return isLed(service, rule, candidacy) ? { ...counting, shown: unionOf(counting.shown, LEAD) } : counting;
  }
  const asking = found.filter((match) => match.asked.size);
  if (asking.length) {
    return asking.reduce((least, match) => (match.asked.size < least.asked.size ? match : least));
  }
  return found.find((match) => match.closed.size) || NO_MATCH;
}

// Returns whether any clause of the rule speaks of the service. Most service has nothing to do
// with most rules: a quick look spares the rest.
export function mayTouch(service, rule, candidacy) {
  if (rule.touching.has(service.classId) || candidacy.peers.has(service.classId)) {
    return true;
  }
  if (rule.leads.size && isPlannedAsLead(service, candidacy)) {
    return true;
  }
  for (const reference of service.declared) {
    if (rule.touching.has(reference)) {
      return true;
    }
  }
  return false;
}

function* ownMatches(service, rule, candidacy) {
  const classId = service.classId || "";
  if (rule.named.has(classId) && rule.named.get(classId).certainty !== "peer") {
    yield byName(service, rule.named.get(classId), candidacy);
  } else if (candidacy.peers.has(classId)) {
    for (const level of [...candidacy.peers.get(classId)].filter((one) => rule.levels.has(one)).sort(byCode)) {
      yield byName(service, rule.named.get(level), candidacy, "class at the level named", ["EQUIVALENT"]);
    }
  }
  if (rule.rulings.has(classId)) {
    const code = rule.rulings.get(classId);
    yield newMatch(true, "ruling", { shown: code ? new Set([code]) : NOTHING });
  }
  if ([...service.declared].some((reference) => rule.declarable.has(reference))) {
    yield byDeclaration(rule, candidacy);
  }
  yield* leadMatches(service, rule, candidacy);
}

// Lead duty is never read from a class alone (docs/semantics.md, C17).
function* leadMatches(service, rule, candidacy) {
  if (rule.leadMonths !== null && isPlannedAsLead(service, candidacy)) {
    yield newMatch(true, "lead duty planned", {});
  } else if (rule.leadSeries.has(service.classId || "")) {
    yield judgedMatch("lead duty", ["LEAD"], [], candidacy);
  }
}

// A class counts by name; for some only where a standing is held, or where the trainee
// appointment recorded the target class (docs/semantics.md, C12). `judged` are conditions asked in any case.
function byName(service, named, candidacy, why = "named class", judged = []) {
  const asked = [...judged], closed = [];
  const file = (code, value) => {
    if (!value) {
      (value === null ? asked : closed).push(code);
    }
  };
  if (named.only_for) {
    file(named.only_for.toUpperCase(), standingIn(candidacy.history, named.only_for, candidacy.rules.jurisdiction));
  }
  if (named.target_class_required) {
    file("TARGET_CLASS", service.targetClass === null ? null : service.targetClass === candidacy.rules.classId);
  }
  return judgedMatch(why, asked, closed, candidacy);
}

// Declared service counts; toward a requirement that names classes it is service declared as
// equivalent, which a person must judge (docs/semantics.md, C13).
function byDeclaration(rule, candidacy) {
  const { history, rules } = candidacy;
  const applies = (named) => !named.only_for || standingIn(history, named.only_for, rules.jurisdiction) !== false;
  const isEquivalent = rule.declaredIsEquivalent && [...rule.named.values()].some(applies);
  if (isEquivalent && rules.conventions.equivalents === "asked") {
    return judgedMatch("declared equivalent", ["EQUIVALENT"], [], candidacy);
  }
  return newMatch(true, "declared", { shown: new Set(["FIELD_MATCH"]) });
}

// Returns whether service that counts is declared as the lead work that the rule takes, or
// planned as such: LEAD is then shown (docs/semantics.md, C29).
function isLed(service, rule, candidacy) {
  const isDeclared = () => [...service.declared].some((reference) => rule.leads.has(reference));
  return rule.leads.size > 0 && (isPlannedAsLead(service, candidacy) || isDeclared());
}

function isPlannedAsLead(service, candidacy) {
  return service.future && candidacy.plan.leadIn.has(service.classId);
}

// Returns the match once the conditions that the plan assumes are taken as true.
function judgedMatch(why, asked, closed, candidacy) {
  if (closed.length) {
    return newMatch(false, why, { closed: new Set(closed) });
  }
  const open = asked.filter((code) => !candidacy.isAssumed(code));
  const assumed = asked.filter((code) => candidacy.isAssumed(code));
  return newMatch(!open.length, why, { shown: new Set(assumed), asked: new Set(open) });
}
