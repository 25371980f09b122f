// The rules of one class made ready for arithmetic: routes of needs, without a person.
//
// Whole substitutions become routes of their own (docs/semantics.md, C9), experience within another
// counts for both (C16), and experience additional to another asks for months that the other
// cannot use: the two together must reach the sum.
//
// Rules are { classId, jurisdiction, conventions, routes, peers, fieldNames }: `fieldNames` is a Map to the one name of a
// field that has several, all folded; `peers` is a Map from other classes at the level of
// classes named so to those whose level it is, which matters only to a plan that includes peers. A route is
// { id, needs, mayLack }: months of experience that one who files for the examination may lack, null where no text lets
// anyone file early.

import { productOf } from "./choices.js";
import { NO_CLASSES, NO_NAMES, experienceOf, serviceNeed, serviceRule } from "./needs.js";
import { namedClass } from "./records.js";
import {
  isWholeService,
  monthsOfEducation,
  rateOf,
  ratedFor,
  serviceReference,
  studyBlocks,
} from "./service_credit.js";
import { jointNeeds } from "./sums.js";

const RULES = new WeakMap();

// Returns the rules of a class, null where its requirements are not in the data. They are
// worked out once a catalog.
export function rulesOf(catalog, classId) {
  if (!RULES.has(catalog)) {
    RULES.set(catalog, new Map());
  }
  const kept = RULES.get(catalog);
  if (!kept.has(classId)) {
    const spec = catalog.classes.get(classId);
    kept.set(classId, spec.qualifications ? workOutRules(catalog, spec) : null);
  }
  return kept.get(classId);
}

function workOutRules(catalog, spec) {
  const needs = new Map(needsOf(catalog, spec));
  const mayLack = (route) => monthsThatMayLack(spec.early_filing, route);
  const routes = [...expandedRoutes(spec.qualifications)].map(([id, printed, names]) => ({
    id,
    mayLack: mayLack(printed),
    needs: [...names.map((name) => needs.get(name)), ...jointNeeds(names, needs, spec.qualifications)],
  }));
  return {
    classId: spec.class_id,
    jurisdiction: spec.jurisdiction,
    conventions: catalog.jurisdictionOf(spec.class_id).conventions,
    routes: [...routes, ...[...traineeRoutes(catalog, spec.class_id)].map((one) => ({ ...one, mayLack: mayLack(one.id) }))],
    peers: catalog.levelPeers(spec.class_id),
    fieldNames: catalog.fieldNamesOf(spec.class_id),
  };
}

// Returns how much experience one who files by the route may lack; null where the text says none (C21).
function monthsThatMayLack(early, route) {
  return early && (!early.routes.length || early.routes.includes(route)) ? early.lacking_months : null;
}

// Yields a route for each trainee class that names this class as its target (docs/semantics.md, C12).
function* traineeRoutes(catalog, classId) {
  for (const [feederClass, target] of catalog.traineeClassesFor(classId)) {
    const id = `sub:${feederClass}`, reference = `${classId}#${id}`, source = target.source;
    const months = target.at_most_months || target.months;
    if (months === null) {
      yield { id, needs: [{ kind: "trainee", reference, feederClass, source }] };
      continue;
    }
    const named = new Map([[feederClass, namedClass({ class: feederClass, target_class_required: true })]]);
    const service = serviceRule(reference, named, { declaredIsEquivalent: true });
    const what = `training in ${feederClass}`;
    yield { id, needs: [serviceNeed({ reference, what, askedMonths: months, service, source })] };
  }
}

// Yields routes as printed, then with whole substitutions in place (docs/semantics.md, C9): its id, the printed one's, what it asks.
function* expandedRoutes(qualifications) {
  const whole = [...wholeSubstitutions(qualifications)];
  for (const route of qualifications.routes) {
    yield [route.id, route.id, route.requires];
  }
  for (const route of qualifications.routes) {
    for (const [id, chosen] of substitutedRoutes(route, whole, isSameRoute(route, qualifications.routes[0]))) {
      yield [id, route.id, chosen];
    }
  }
}

function isSameRoute(one, other) {
  return one.id === other.id && JSON.stringify(one.requires) === JSON.stringify(other.requires);
}

function* substitutedRoutes(route, whole, isBare) {
  const choices = route.requires.map((name) => {
    const subs = whole.filter(([, rule]) => rule.stands_for === name);
    return [name, ...subs.map(([sub]) => sub)];
  });
  for (const chosen of productOf(choices)) {
    if (chosen.some((name, place) => name !== route.requires[place])) {
      const subs = chosen.filter((name) => !route.requires.includes(name)).join("+");
      yield [isBare ? subs : `${route.id}+${subs}`, chosen];
    }
  }
}

// Yields the substitutions that stand for a whole requirement, by requirement id.
export function* wholeSubstitutions(qualifications) {
  let programmes = 0;
  for (const rule of qualifications.substitutions) {
    if (isWholeService(rule)) {
      yield [serviceReference(rule), rule];
    } else if (rule.kind === "programme") {
      programmes += 1;
      yield [programmes === 1 ? "program" : `program:${rule.programme}`, rule];
    }
  }
}

/** @returns {Generator<[string, any]>} */
function* needsOf(catalog, spec) {
  for (const rule of spec.qualifications.requirements) {
    const reference = `${spec.class_id}#${rule.id}`;
    yield [rule.id, needOfRequirement(catalog, spec, rule, reference)];
  }
  for (const [name, substitution] of wholeSubstitutions(spec.qualifications)) {
    const reference = `${spec.class_id}#${name}`;
    const isService = substitution.kind === "service";
    yield [name, isService ? wholeServiceNeed(reference, substitution) : wholeProgramme(reference, name, substitution)];
  }
}

function needOfRequirement(catalog, spec, rule, reference) {
  if (rule.kind === "experience") {
    return experienceNeed(catalog, spec, rule);
  }
  const isServed = rule.kind === "education" && ratedFor(spec.qualifications, rule.id).length > 0;
  return isServed ? educationNeed(spec, rule, reference) : otherNeed(reference, rule);
}

function otherNeed(reference, requirement) {
  return { kind: "other", reference, requirement };
}

function experienceNeed(catalog, spec, rule) {
  const standingIn = spec.qualifications.substitutions.filter((one) => one.stands_for === rule.id);
  const service = experienceRule(catalog, spec, rule);
  return serviceNeed({
    reference: `${spec.class_id}#${rule.id}`,
    what: rule.what,
    askedMonths: rule.months,
    service,
    source: rule.source,
    standing: rule.standing,
    lead: rule.lead,
    capped: ratedFor(spec.qualifications, rule.id).map((one) => cappedService(spec, one, service.limits)),
    studies: standingIn.filter((one) => one.kind === "study"),
    degrees: standingIn.filter((one) => one.kind === "degree"),
  });
}

// The months that an education comes to, which study fills first, and then service (docs/semantics.md, C22).
function educationNeed(spec, rule, reference) {
  const askedMonths = monthsOfEducation(rule);
  const service = ratedFor(spec.qualifications, rule.id);
  return serviceNeed({
    reference,
    what: rule.what,
    askedMonths,
    service: serviceRule("", NO_NAMES),
    source: rule.source,
    capped: service.map((one) => cappedService(spec, one)),
    studies: studyBlocks(rule, askedMonths),
    schooling: rule,
    rate: rateOf(service[0]),
  });
}

function cappedService(spec, substitution, limits = null) {
  const reference = `${spec.class_id}#${serviceReference(substitution)}`;
  return {
    service: { ...namedService(reference, substitution), limits },
    atMostMonths: substitution.at_most_months,
    standing: substitution.standing,
    source: substitution.source,
    rate: rateOf(substitution),
  };
}

function namedService(reference, rule) {
  /** @type {[string, any][]} */
  const named = rule.named === null ? [] : [[rule.named.class, rule.named]];
  return serviceRule(reference, new Map(named), { declaredIsEquivalent: true });
}

function wholeServiceNeed(reference, rule) {
  return serviceNeed({
    reference,
    what: `service in ${serviceReference(rule).replace(/^sub:/u, "")}, in place of ${rule.stands_for} experience`,
    askedMonths: rule.months,
    service: namedService(reference, rule),
    source: rule.source,
    standing: rule.standing,
  });
}

function wholeProgramme(reference, name, rule) {
  return otherNeed(reference, {
    kind: "programme",
    id: name,
    what: `completion of ${rule.programme}, in place of ${rule.stands_for} experience`,
    programme: rule.programme,
    approval_required: rule.approval_required,
    source: rule.source,
  });
}

// Experience within this one is part of it: a month there is a month here (docs/semantics.md, C16).
function experienceRule(catalog, spec, rule) {
  const reference = `${spec.class_id}#${rule.id}`;
  const inside = experienceOf(spec.qualifications).filter((other) => other.within === rule.id);
  return serviceRule(reference, new Map(rule.classes.map((named) => [named.class, named])), {
    rulings: catalog.rulingsFor(reference),
    declaredIsEquivalent: rule.classes.length > 0 && !rule.or_in_field,
    leadSeries: rule.lead ? catalog.seriesOf(spec.class_id) : NO_CLASSES,
    leadMonths: rule.lead ? rule.months : null,
    limits: limitsOf(rule, spec.qualifications),
    contained: inside.map((other) => experienceRule(catalog, spec, other)),
  });
}

// What service must come after, and within how many months of the month answered: of the rule itself and of what it is
// within, which it is part of (docs/semantics.md, C24, C26).
function limitsOf(rule, qualifications) {
  const around = [rule];
  while (around[around.length - 1].within) {
    const { within } = around[around.length - 1];
    around.push(qualifications.requirements.find((one) => one.id === within));
  }
  const names = around.map((one) => one.after);
  const after = qualifications.requirements.filter((one) => names.includes(one.id));
  const windows = around.map((one) => one.within_last_months).filter((months) => months !== null);
  const lastMonths = windows.length ? Math.min(...windows) : null;
  return after.length || lastMonths !== null ? { after, lastMonths } : null;
}
