// What a route of a class asks, as values: service that counts, needs, and the rest.
//
// A need is of kind
//   "service": months of service { reference, what, askedMonths, service, source, standing,
//     lead, capped, studies, degrees, parts, schooling, rate }; parts are the needs that it is the
//     sum of, if any; schooling is an education for which service may stand, which then gives
//     `rate` months of it a month, in sums;
//   "other": { reference, requirement }, filled by no months of service;
//   "trainee": { reference, feederClass, source }, a training that states no length.
// A service rule is { reference, named, levels, rulings, declaredIsEquivalent, leadSeries, contained,
// sure, unsure, declarable, leads, leadMonths, limits, touching }: service in `sure` classes always counts, in `unsure`
// classes on a condition, in any other only as declared. Service declared for one of the `leads` is
// declared to have carried lead duties. The `limits` { after, lastMonths } say from when on, and how long, any of it
// counts; null for any time (docs/semantics.md, C24, C26). `touching` are the classes and the
// references that any clause of it or of a contained rule speaks of.
// Capped service is { service, atMostMonths, standing, source, rate }: each month of service is
// credited `rate` months, at most so many in all; null is no maximum.

export const NO_CLASSES = new Set();
export const NO_NAMES = new Map();

// Returns the service rule, with the classes that count for sure told from those that may.
/** @param {string} reference @param {Map<string, any>} named @param {any} [options] */
export function serviceRule(reference, named, { isSum = false, contained = [], ...more } = {}) {
  const { rulings = NO_NAMES, declaredIsEquivalent = false, leadSeries = NO_CLASSES, leadMonths = null, limits = null } = more;
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
    leads: new Set([...(leadMonths === null ? [] : [reference]), ...contained.flatMap((one) => [...one.leads])]),
    leadMonths,
    limits,
    touching,
  };
}

// Returns a need of service with what is left out by default.
export function serviceNeed(fields) {
  const none = { standing: null, lead: false, capped: [], studies: [], degrees: [], parts: [], schooling: null, rate: 1 };
  return { kind: "service", ...none, ...fields };
}

// Returns the experience requirements in the order printed.
export function experienceOf(qualifications) {
  return qualifications.requirements.filter((rule) => rule.kind === "experience");
}
