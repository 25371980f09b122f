// The rules of one class, read out of the table that comes with its catalog: routes of needs, without a person.
//
// ladder/rendering/rule_tables.py makes the table; nothing of it is worked out here. Rules are
// { classId, jurisdiction, conventions, routes, peers, fieldNames }: `fieldNames` is a Map to the one name of a field that
// has several, all folded; `peers` is a Map from other classes at the level of classes named so to those whose level it
// is, which matters only to a plan that includes peers. A route is { id, needs, mayLack, groups }: months of experience that
// one who files for the examination may lack, null where no text lets anyone file early, and the needs of experience in
// groups that share months, where there are any. A need is of kind
//   "service": months of service { reference, what, askedMonths, asked, service, source, standing,
//     lead, capped, studies, degrees, parts, schooling, rate }; `asked` is as rounded; parts are the needs that it is the
//     sum of, if any; schooling is an education for which service may stand, which then gives
//     `rate` months of it a month, in sums;
//   "other": { reference, requirement }, filled by no months of service;
//   "trainee": { reference, feederClass, source }, a training that states no length.
// A service rule is { reference, named, levels, rulings, declaredIsEquivalent, leadSeries, contained, sure, unsure,
// declarable, leads, leadMonths, limits, touching }: service in `sure` classes always counts, in `unsure`
// classes on a condition, in any other only as declared. Service declared for one of the `leads` is
// declared to have carried lead duties. The `limits` { after, lastMonths } say from when on, and how long, any of it
// counts; null for any time (docs/semantics.md, C24, C26). `touching` are the classes and the
// references that any clause of it or of a contained rule speaks of.
// Capped service is { service, atMostMonths, standing, source, rate }: each month of service is
// credited `rate` months, at most so many in all; null is no maximum.

import { referenceTo, ruleAt } from "./catalog.js";
import { divide } from "./exact.js";

/** @typedef {number | string} ClassPlace the place of a class in the catalog; the id of one that is nowhere */
/** @typedef {number | any} RulePlace the place of a record in the class, requirements first; one that the catalog does not hold */
/** @typedef {number | [number, number]} AmountTold a whole number, or a fraction by its parts */
/** @typedef {{sure?: ClassPlace[], unsure?: ClassPlace[], series?: ClassPlace[], rulings?: [ClassPlace, string | null][], equivalent?: true, lead?: AmountTold, limits?: [RulePlace[], number | null], contained?: ServiceTold[], rule?: RulePlace}} ServiceTold */
/** @typedef {ServiceTold & {rate?: AmountTold, most?: AmountTold}} CappedTold */
/** @typedef {ServiceTold & {kind: string, feeder?: ClassPlace, what?: string, months?: AmountTold, asked?: AmountTold, rate?: AmountTold, parts?: number[], capped?: CappedTold[], studies?: RulePlace[], degrees?: RulePlace[]}} NeedTold */
/** @typedef {{needs: NeedTold[], routes: {id: string, needs: number[], mayLack?: number, groups?: number[][]}[], peers?: [ClassPlace, ClassPlace[]][]}} RulesTold */

const RULES = new WeakMap();

// Returns the rules of a class, null where its requirements are not in the data. They are read once a catalog.
export function rulesOf(catalog, classId) {
  if (!RULES.has(catalog)) {
    RULES.set(catalog, new Map());
  }
  const kept = RULES.get(catalog);
  if (!kept.has(classId)) {
    const table = catalog.tableOf(classId);
    kept.set(classId, table && readRules(catalog, catalog.classes.get(classId), table));
  }
  return kept.get(classId);
}

/** @param {any} catalog @param {any} spec @param {RulesTold} told */
function readRules(catalog, spec, told) {
  const { conventions, fieldNames } = catalog.jurisdictionOf(spec.class_id);
  const needs = [], known = (places) => places.map((place) => needs[place]);
  for (const one of told.needs) needs.push(readNeed(one, { catalog, spec, known }));
  return {
    classId: spec.class_id,
    jurisdiction: spec.jurisdiction,
    conventions,
    routes: told.routes.map(({ id, needs: asked, mayLack = null, groups = null }) =>
      ({ id, needs: known(asked), mayLack, groups: groups && groups.map(known) })),
    peers: new Map((told.peers ?? []).map(([peer, levels]) => [catalog.idOf(peer), new Set(levels.map(catalog.idOf))])),
    fieldNames: new Map(fieldNames),
  };
}

/** @param {NeedTold} told @param {any} reading */
function readNeed(told, reading) {
  const { catalog, spec, known } = reading;
  if (told.parts) return sumOfNeeds(told, known(told.parts), reading);
  const rule = ruleAt(spec, told.rule), reference = referenceTo(spec, rule), { source } = rule;
  if (told.kind === "trainee") return { kind: told.kind, reference, feederClass: catalog.idOf(told.feeder), source };
  if (told.kind === "other") return { kind: told.kind, reference, requirement: rule };
  const { what, months, standing = null, lead = false } = rule, schooling = rule.kind === "education" ? rule : null;
  const service = readService(told, schooling ? "" : reference, reading);
  return { what, standing, lead, schooling, parts: [], ...askedBy({ what, months, ...told }, reading), reference, source, service };
}

// Requirements that are additional to one another: a month counts for one of them alone.
function sumOfNeeds(told, parts, reading) {
  const reference = parts.map((part) => part.reference).join("+"), [{ source }] = parts;
  const service = readService(told, reference, reading, parts.map((part) => part.service));
  return { standing: null, lead: false, schooling: null, parts, ...askedBy(told, reading), reference, source, service };
}

/** @param {any} told @param {any} reading */
function askedBy({ what, months, asked = months, rate = 1, capped = [], studies = [], degrees = [] }, reading) {
  const at = (place) => ruleAt(reading.spec, place);
  return {
    kind: "service",
    what,
    askedMonths: amountOf(months),
    asked: amountOf(asked),
    rate: amountOf(rate),
    capped: capped.map((one) => cappedService(one, at(one.rule), reading)),
    studies: studies.map(at),
    degrees: degrees.map(at),
  };
}

/** @param {CappedTold} told @param {any} rule @param {any} reading */
function cappedService(told, rule, reading) {
  const { rate = 1, most = rule.at_most_months } = told, { standing, source } = rule;
  const service = readService(told, referenceTo(reading.spec, rule), reading);
  return { service, standing, source, rate: amountOf(rate), atMostMonths: most === null ? null : amountOf(most) };
}

// A service rule; of a sum, over the rules of its parts.
/** @param {ServiceTold} told @param {string} reference @param {any} reading */
function readService(told, reference, reading, parts = null) {
  const { catalog: { idOf }, spec } = reading, { limits = null, lead = null, sure: surely = null } = told;
  const contained = parts ?? (told.contained ?? []).map((one) => readService(one, referenceTo(spec, ruleAt(spec, one.rule)), reading));
  const inside = (field) => contained.flatMap((one) => [...one[field]]);
  const setOf = (classes = []) => new Set(classes.map(idOf));
  const named = parts ? [] : classesNamed(ruleAt(spec, told.rule));
  const sure = surely ? setOf(surely) : new Set([...named.map((one) => one.class), ...inside("sure")]);
  const unsure = setOf(told.unsure), declarable = new Set([reference, ...(parts ? [] : inside("declarable"))]);
  return {
    reference,
    named: new Map(named.map((one) => [one.class, one])),
    levels: new Set(named.filter((one) => one.certainty !== "named").map((one) => one.class)),
    rulings: new Map((told.rulings ?? []).map(([classId, code]) => [idOf(classId), code])),
    declaredIsEquivalent: told.equivalent ?? false,
    leadSeries: setOf(told.series),
    contained,
    sure,
    unsure,
    declarable,
    leads: new Set([...(lead === null ? [] : [reference]), ...inside("leads")]),
    leadMonths: lead === null ? null : amountOf(lead),
    limits: limits && { after: limits[0].map((place) => ruleAt(spec, place)), lastMonths: limits[1] },
    touching: new Set([...sure, ...unsure, ...declarable, ...inside("touching")]),
  };
}

const classesNamed = ({ classes, named }) => classes ?? (named ? [named] : []);

/** @param {AmountTold} told */
const amountOf = (told) => (typeof told === "number" ? told : divide(...told));
