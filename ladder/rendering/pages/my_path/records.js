// The records of a compiled catalog, with the defaults that the file leaves out put back in.
//
// Field names stay as the file writes them (at_most_months, class); what the engine computes
// from them has camel case names. Sources stay as they are in the file.

const CONVENTIONS = Object.freeze({
  part_time: "prorated",
  overlap: "capped_at_full_time",
  rounding: "never_up",
  day_rule: "first_day",
  study_blocks: "whole",
  bachelor_semester_hours: 120,
  associate_semester_hours: 60,
  quarter_hour_ratio: Object.freeze([2, 3]),
  advanced_degree_implies_bachelor: true,
  equivalents: "asked",
});

const NAMED_CLASS = { certainty: "named", target_class_required: false, only_for: null };
const REQUIREMENTS = {
  experience: {
    classes: [],
    or_equivalent: false,
    or_in_field: false,
    lead: false,
    within: null,
    additional_to: null,
    after: null,
    within_last_months: null,
    standing: null,
  },
  education: { degree: null, fields: [], or_closely_related: false, semester_hours: null, courses: [] },
  credential: { by: null },
  programme: { approval_required: false },
  standing: {},
  condition: { classes: [] },
};
const SUBSTITUTIONS = {
  study: { fields: [], related_field: false },
  degree: { fields: [], or_closely_related: false },
  service: {
    named: null,
    what: null,
    gives_months: null,
    gives_years: null,
    at_most_months: null,
    also_counts: false,
    standing: null,
  },
  programme: { approval_required: false },
};
const SPECIFICATION = {
  code: null,
  slug: null,
  is_programme: false,
  aliases: [],
  series: null,
  pay: null,
  bargaining_unit: null,
  occupational_group: null,
  designation: null,
  qualifications: null,
  early_filing: null,
  conditions: [],
  trainee_targets: [],
  superiors: [],
  notes: [],
};
const DATES = { effective: null, established: null, revised: null, replaces: null, source: null };
const JURISDICTION = {
  convention_notes: [],
  notes: [],
  title_aliases: [],
  field_aliases: [],
  rulings: [],
  pay_basis: null,
  grades_lowest_first: [],
  exam_designations: [],
  offers_inferred_steps: false,
};

// Returns the record of one class; class_id is its jurisdiction, a slash, its code or slug.
export function fillClass(raw) {
  const { qualifications, pay } = raw;
  return {
    ...SPECIFICATION,
    ...raw,
    class_id: `${raw.jurisdiction}/${raw.code || raw.slug}`,
    pay: pay ? { ranges: [], ...pay } : null,
    dates: { ...DATES, ...raw.dates },
    early_filing: raw.early_filing ? { routes: [], ...raw.early_filing } : null,
    aliases: (raw.aliases || []).map((one) => ({ code: null, title: null, pay: null, ...one })),
    trainee_targets: (raw.trainee_targets || []).map((one) => ({ months: null, at_most_months: null, ...one })),
    qualifications: qualifications ? fillQualifications(qualifications) : null,
  };
}

function fillQualifications(raw) {
  return {
    requirements: raw.requirements.map(fillRequirement),
    routes: raw.routes,
    substitutions: (raw.substitutions || []).map(fillSubstitution),
  };
}

function fillRequirement(raw) {
  const filled = { ...REQUIREMENTS[raw.kind], ...raw };
  return raw.classes ? { ...filled, classes: raw.classes.map(namedClass) } : filled;
}

function fillSubstitution(raw) {
  const filled = { ...SUBSTITUTIONS[raw.kind], ...raw };
  return raw.named ? { ...filled, named: namedClass(raw.named) } : filled;
}

// Returns how a requirement's own text names a class, with the defaults.
export function namedClass(raw) {
  return { ...NAMED_CLASS, ...raw };
}

// Returns the record of one jurisdiction; one without a record has all defaults.
export function fillJurisdiction(raw) {
  return {
    ...JURISDICTION,
    ...raw,
    conventions: { ...CONVENTIONS, ...raw.conventions },
    rulings: (raw.rulings || []).map((one) => ({ shows: null, ...one })),
  };
}
