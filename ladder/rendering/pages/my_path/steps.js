// The steps between classes, read from the requirements alone (docs/semantics.md, section 5).
//
// A step is { feederClass, targetClass, kind, months, source, atMostMonths, conditions,
// certainty, promotion, partial, requirement }, as ladder/catalog/steps.py has it.


// Returns every step: in the order of classes and their texts, inferred ones last.
// A step from a class to itself is none.
export function findSteps(classes, jurisdictions) {
  const found = [];
  for (const target of classes.values()) {
    const drawn = [...stepsOfRequirements(target), ...stepsOfSubstitutions(target), ...stepsOfTrainees(target)];
    const between = drawn.filter((step) => step.feederClass !== step.targetClass);
    found.push(...between.map((step) => completedStep(step, classes)));
  }
  const isOffering = (spec) => {
    const jurisdiction = jurisdictions.get(spec.jurisdiction);
    return jurisdiction !== undefined && jurisdiction.offers_inferred_steps;
  };
  return [...found, ...inferredSteps([...classes.values()].filter(isOffering))];
}

// Yields a step from each peer of a class that a text names by its level, in the order of the steps. A peer that the
// same requirement names itself has its own step; the same step may come more than once.
export function* findPeerSteps(steps, classes, peersOf) {
  const endsOf = (step) => [step.feederClass, step.targetClass, step.requirement].join(" ");
  const named = new Set(steps.map(endsOf));
  for (const step of steps.filter(({ certainty }) => certainty === "level")) {
    const conditions = [...new Set([...step.conditions, "EQUIVALENT"])];
    for (const feederClass of peersOf(step.feederClass)) {
      const peer = { ...step, feederClass, conditions, certainty: "peer" };
      if (feederClass !== step.targetClass && !named.has(endsOf(peer))) yield completedStep(peer, classes);
    }
  }
}

// Returns the peers of the classes that a class's text names by their level, as a Map from peer to a Set of those that
// it is a peer of.
export function findLevelPeers({ qualifications, class_id: classId }, peersOf) {
  const found = new Map();
  const { requirements, substitutions } = qualifications;
  const named = requirements.flatMap((rule) => (rule.kind === "experience" ? rule.classes : []));
  named.push(...substitutions.flatMap((rule) => (rule.kind === "service" && rule.named ? [rule.named] : [])));
  const peersNamed = { level: peersOf, peer: (one) => [one] };
  for (const { class: level, certainty } of named.filter((one) => peersNamed[one.certainty])) {
    for (const peer of peersNamed[certainty](level).filter((one) => one !== classId)) {
      found.set(peer, (found.get(peer) || new Set()).add(level));
    }
  }
  return found;
}

// Returns the same text for equal steps, and for them alone.
export function stepKey(step) {
  const { document, section, lines = null, revision = null, page = null, quote = null } = step.source;
  return JSON.stringify([...Object.values({ ...step, source: null }), document, section, lines, revision, page, quote]);
}

function newStep(fields) {
  return {
    feederClass: "",
    targetClass: "",
    kind: "",
    months: null,
    source: null,
    atMostMonths: null,
    conditions: [],
    certainty: "named",
    promotion: false,
    partial: false,
    requirement: null,
    ...fields,
  };
}

function* stepsOfRequirements(target) {
  for (const rule of target.qualifications ? target.qualifications.requirements : []) {
    if (rule.kind === "experience") {
      const conditions = conditionsOfStep(target, rule);
      for (const named of rule.classes) {
        yield serviceStep(target, named, { rule, kind: kindOfStep(rule), conditions, requirement: rule.id });
      }
    } else if (rule.kind === "condition") {
      for (const named of rule.classes) {
        const judged = { rule, kind: "named_experience", conditions: [rule.code], requirement: rule.id };
        yield serviceStep(target, named, judged);
      }
    } else if (rule.kind === "programme") {
      yield programmeStep(target, rule, rule.id);
    }
  }
}

function* stepsOfSubstitutions(target) {
  for (const rule of target.qualifications ? target.qualifications.substitutions : []) {
    if (rule.kind === "service" && rule.named !== null) {
      const requirement = `sub:${rule.named.class}`, conditions = standingCode(rule.standing);
      yield serviceStep(target, rule.named, { rule, kind: "class_service_substitution", conditions, requirement });
    } else if (rule.kind === "programme") {
      yield programmeStep(target, rule, "program");
    }
  }
}

function serviceStep(target, named, { rule, kind, conditions, requirement }) {
  const trainee = named.target_class_required ? ["TARGET_CLASS"] : [];
  return newStep({
    feederClass: named.class,
    targetClass: target.class_id,
    kind,
    months: rule.months ?? null,
    source: rule.source,
    conditions: [...standingCode(named.only_for), ...conditions, ...trainee],
    certainty: named.certainty,
    requirement: `${target.class_id}#${requirement}`,
  });
}

function programmeStep(target, rule, requirement) {
  return newStep({
    feederClass: rule.programme,
    targetClass: target.class_id,
    kind: "programme_completion",
    source: rule.source,
    conditions: rule.approval_required ? ["DAS_APPROVED"] : [],
    requirement: `${target.class_id}#${requirement}`,
  });
}

function* stepsOfTrainees(feeder) {
  for (const named of feeder.trainee_targets) {
    yield newStep({
      feederClass: feeder.class_id,
      targetClass: named.class,
      kind: "trainee_target",
      months: named.months,
      source: named.source,
      atMostMonths: named.at_most_months,
      conditions: ["TARGET_CLASS"],
    });
  }
}

// Yields a step from each grade to the next above in one occupational group and plan.
function* inferredSteps(classes) {
  const ladders = new Map();
  for (const spec of classes) {
    const { pay, occupational_group: group } = spec;
    if (pay && group && /^[0-9]{1,9}$/u.test(pay.grade)) {
      const key = JSON.stringify([spec.jurisdiction, group, pay.plan]);
      ladders.set(key, [...(ladders.get(key) || []), { grade: Number(pay.grade), spec }]);
    }
  }
  for (const rungs of ladders.values()) {
    for (const target of rungs) {
      const lower = rungs.filter((one) => one.grade < target.grade);
      const next = lower.reduce((most, one) => (most === null || one.grade > most ? one.grade : most), null);
      yield* lower.filter((one) => one.grade === next).map((one) => inferredStep(one.spec, target.spec));
    }
  }
}

function inferredStep(feeder, target) {
  return newStep({
    feederClass: feeder.class_id,
    targetClass: target.class_id,
    kind: "named_experience",
    certainty: "inferred",
    source: target.source,
  });
}

function kindOfStep(rule) {
  if (rule.standing === "internal") {
    return "internal_qualification";
  }
  return rule.within || rule.additional_to ? "special_experience" : "named_experience";
}

function conditionsOfStep(target, rule) {
  const equivalent = rule.or_equivalent ? ["EQUIVALENT"] : [];
  const shown = target.conditions.map((one) => one.code).filter((code) => code === "SELECTION");
  return [...standingCode(rule.standing), ...equivalent, ...leadBeside(target, rule), ...shown];
}

// Returns LEAD where a route asks this requirement together with lead duty (docs/semantics.md, C17).
function leadBeside(target, rule) {
  const { routes, requirements } = target.qualifications;
  const together = new Set(routes.flatMap((route) => (route.requires.includes(rule.id) ? route.requires : [])));
  return requirements.some((other) => other.kind === "experience" && other.lead && together.has(other.id))
    ? ["LEAD"]
    : [];
}

function standingCode(standing) {
  return standing ? [standing.toUpperCase()] : [];
}

// Returns the step with what only both records together tell.
function completedStep(step, classes) {
  const feeder = classes.get(step.feederClass), target = classes.get(step.targetClass);
  if (!feeder || !target) {
    return step;
  }
  const partial = feeder.completeness === "partial" || target.completeness === "partial";
  return { ...step, promotion: climbsSeries(feeder, target), partial };
}

function climbsSeries(feeder, target) {
  const { series: lower } = feeder, { series: upper } = target;
  const joined = lower && upper && feeder.jurisdiction === target.jurisdiction && lower.name === upper.name;
  return Boolean(joined) && lower.rank < upper.rank;
}
