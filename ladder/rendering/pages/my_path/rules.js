// The rules of one class made ready for arithmetic: routes of needs, without a person.
//
// Whole substitutions become routes of their own (SEMANTICS C9), experience within another
// counts for both (C16), and experience additional to another asks for months that the other
// cannot use: the two together must reach the sum.
//
// Rules are { classId, jurisdiction, conventions, routes, peers }: `peers` is a Map from other classes at the level of
// classes named so to those whose level it is, which matters only to a plan that includes peers. A route is { id, needs }; a need is
//   kind "service": months of service { reference, what, askedMonths, service, source, standing,
//     lead, capped, studies, degrees, parts }; parts are the needs that it is the sum of, if any;
//   kind "other": { reference, requirement }, filled by no months of service;
//   kind "trainee": { reference, feederClass, source }, a training that states no length.
// A service rule is { reference, named, rulings, declaredIsEquivalent, leadSeries, contained,
// sure, unsure, declarable, touching }: service in `sure` classes always counts, in `unsure`
// classes on a condition, in any other only as declared. `touching` are the classes and the
// references that any clause of it or of a contained rule speaks of.
// Capped service is { service, atMostMonths, standing, source }.

import { namedClass } from "./records.js";

const NO_CLASSES = new Set();
const NO_NAMES = new Map();
const RULES = new WeakMap();

// Returns the service rule, with the classes that count for sure told from those that may.
export function serviceRule(reference, named, { isSum = false, contained = [], ...more } = {}) {
  const { rulings = NO_NAMES, declaredIsEquivalent = false, leadSeries = NO_CLASSES } = more;
  const onCondition = [...named.values()].filter((one) => one.target_class_required || one.only_for || one.certainty === "peer");
  const unsure = new Set([...onCondition.map((one) => one.class), ...leadSeries]);
  const sure = new Set([...named.keys()].filter((classId) => !onCondition.includes(named.get(classId))));
  for (const classId of [...rulings.keys(), ...contained.flatMap((one) => [...one.sure])]) {
    sure.add(classId);
  }
  for (const classId of contained.flatMap((one) => [...one.unsure])) {
    unsure.add(classId);
  }
  const declarable = new Set([reference, ...(isSum ? [] : contained.flatMap((one) => [...one.declarable]))]);
  const touching = new Set([...sure, ...unsure, ...declarable, ...contained.flatMap((one) => [...one.touching])]);
  return {
    reference,
    named,
    levels: new Set([...named.values()].filter((one) => one.certainty !== "named").map((one) => one.class)),
    rulings,
    declaredIsEquivalent,
    leadSeries,
    contained,
    sure,
    unsure: new Set([...unsure].filter((classId) => !sure.has(classId))),
    declarable,
    touching,
  };
}

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
  const routes = [...expandedRoutes(spec.qualifications)].map(([id, names]) => ({
    id,
    needs: [...names.map((name) => needs.get(name)), ...jointNeeds(names, needs, spec.qualifications)],
  }));
  return {
    classId: spec.class_id,
    jurisdiction: spec.jurisdiction,
    conventions: catalog.jurisdictionOf(spec.class_id).conventions,
    routes: [...routes, ...traineeRoutes(catalog, spec.class_id)],
    peers: catalog.levelPeers(spec.class_id),
  };
}

// Returns a need of service with what is left out by default.
function serviceNeed(fields) {
  return { kind: "service", standing: null, lead: false, capped: [], studies: [], degrees: [], parts: [], ...fields };
}

// Yields a route for each trainee class that names this class as its target (SEMANTICS C12).
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

// Yields the printed routes, then each with whole substitutions in place (SEMANTICS C9).
function* expandedRoutes(qualifications) {
  const whole = [...wholeSubstitutions(qualifications)];
  for (const route of qualifications.routes) {
    yield [route.id, route.requires];
  }
  for (const route of qualifications.routes) {
    yield* substitutedRoutes(route, whole, isSameRoute(route, qualifications.routes[0]));
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

// Returns every choice of one from each list, the last list changing fastest.
export function productOf(lists) {
  return lists.reduce((found, list) => found.flatMap((begun) => list.map((one) => [...begun, one])), [[]]);
}

// Returns every choice of so many of the values, in their order.
export function combinationsOf(values, size) {
  if (size === 0) {
    return [[]];
  }
  return values.flatMap((value, place) =>
    combinationsOf(values.slice(place + 1), size - 1).map((rest) => [value, ...rest]));
}

// Yields the substitutions that stand for a whole requirement, by requirement id.
export function* wholeSubstitutions(qualifications) {
  let programmes = 0;
  for (const rule of qualifications.substitutions) {
    if (rule.kind === "service" && rule.at_most_months === null) {
      yield [`sub:${rule.named.class}`, rule];
    } else if (rule.kind === "programme") {
      programmes += 1;
      yield [programmes === 1 ? "program" : `program:${rule.programme}`, rule];
    }
  }
}

function* needsOf(catalog, spec) {
  for (const rule of spec.qualifications.requirements) {
    const reference = `${spec.class_id}#${rule.id}`;
    const isService = rule.kind === "experience";
    yield [rule.id, isService ? experienceNeed(catalog, spec, rule) : otherNeed(reference, rule)];
  }
  for (const [name, substitution] of wholeSubstitutions(spec.qualifications)) {
    const reference = `${spec.class_id}#${name}`;
    const isService = substitution.kind === "service";
    yield [name, isService ? wholeServiceNeed(reference, substitution) : wholeProgramme(reference, name, substitution)];
  }
}

function otherNeed(reference, requirement) {
  return { kind: "other", reference, requirement };
}

function experienceNeed(catalog, spec, rule) {
  const standingIn = spec.qualifications.substitutions.filter((one) => one.stands_for === rule.id);
  const capped = standingIn.filter((one) => one.kind === "service" && one.at_most_months !== null);
  return serviceNeed({
    reference: `${spec.class_id}#${rule.id}`,
    what: rule.what,
    askedMonths: rule.months,
    service: experienceRule(catalog, spec, rule),
    source: rule.source,
    standing: rule.standing,
    lead: rule.lead,
    capped: capped.map((one) => cappedService(spec, one)),
    studies: standingIn.filter((one) => one.kind === "study"),
    degrees: standingIn.filter((one) => one.kind === "degree"),
  });
}

function cappedService(spec, substitution) {
  const reference = `${spec.class_id}#sub:${substitution.named.class}`;
  return {
    service: namedService(reference, substitution),
    atMostMonths: substitution.at_most_months,
    standing: substitution.standing,
    source: substitution.source,
  };
}

function namedService(reference, rule) {
  return serviceRule(reference, new Map([[rule.named.class, rule.named]]), { declaredIsEquivalent: true });
}

function wholeServiceNeed(reference, rule) {
  return serviceNeed({
    reference,
    what: `service in ${rule.named.class}, in place of ${rule.stands_for} experience`,
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

// Experience within this one is part of it: a month there is a month here (SEMANTICS C16).
function experienceRule(catalog, spec, rule) {
  const reference = `${spec.class_id}#${rule.id}`;
  const inside = experienceOf(spec.qualifications).filter((other) => other.within === rule.id);
  return serviceRule(reference, new Map(rule.classes.map((named) => [named.class, named])), {
    rulings: catalog.rulingsFor(reference),
    declaredIsEquivalent: rule.classes.length > 0 && !rule.or_in_field,
    leadSeries: rule.lead ? catalog.seriesOf(spec.class_id) : NO_CLASSES,
    contained: inside.map((other) => experienceRule(catalog, spec, other)),
  });
}

// Returns the experience requirements in the order printed.
export function experienceOf(qualifications) {
  return qualifications.requirements.filter((rule) => rule.kind === "experience");
}

// Yields a need for each set of requirements that are additional to one another.
function* jointNeeds(names, needs, qualifications) {
  const experience = new Map(experienceOf(qualifications).map((rule) => [rule.id, rule]));
  const ofExperience = names.filter((name) => experience.has(name));
  const roots = ofExperience.map((name) => addedTo(name, experience));
  for (const root of new Set(roots)) {
    const group = ofExperience.filter((_, place) => roots[place] === root);
    for (let size = 2; size <= group.length; size += 1) {
      for (const chosen of combinationsOf(group, size)) {
        const whole = sumOfNeeds(chosen.map((name) => needs.get(name)).filter((need) => need.kind === "service"));
        yield whole;
        yield* sumsWithSubstitutes(whole);
      }
    }
  }
}

// Returns the requirement at the end of the chain of additions, the name itself if none.
function addedTo(name, experience) {
  let root = name;
  while (experience.has(root) && experience.get(root).additional_to) {
    root = experience.get(root).additional_to;
  }
  return root;
}

function sumOfNeeds(parts) {
  const reference = parts.map((part) => part.reference).join("+");
  return serviceNeed({
    reference,
    what: "the sum of requirements that are additional to one another",
    askedMonths: parts.reduce((months, part) => months + part.askedMonths, 0),
    service: serviceRule(reference, NO_NAMES, { contained: parts.map((part) => part.service), isSum: true }),
    source: parts[0].source,
    capped: parts.flatMap((part) =>
      part.capped.map((one) => ({ ...one, atMostMonths: Math.min(one.atMostMonths, part.askedMonths) }))),
    parts,
  });
}

// Yields the sums that substitutions by service must reach together with direct service. Where
// jobs are held at once, a month that counts directly and a month that stands for it are one
// month: the maxima of the other substitutions are all that may be added.
function* sumsWithSubstitutes(whole) {
  const places = whole.capped.map((_, place) => place);
  for (let size = 1; size <= places.length; size += 1) {
    for (const chosen of combinationsOf(places, size)) {
      const others = whole.capped.filter((_, place) => !chosen.includes(place));
      const spared = others.reduce((months, one) => months + one.atMostMonths, 0);
      if (whole.askedMonths > spared) {
        yield sumWithSubstitutes(whole, chosen.map((place) => whole.capped[place].service), spared);
      }
    }
  }
}

function sumWithSubstitutes(whole, substitutes, spared) {
  const contained = [whole.service, ...substitutes];
  const reference = contained.map((one) => one.reference).join("+");
  const service = serviceRule(reference, NO_NAMES, { contained, isSum: true });
  return { ...whole, reference, askedMonths: whole.askedMonths - spared, service, capped: [] };
}
