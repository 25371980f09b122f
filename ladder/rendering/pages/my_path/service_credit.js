// Service that stands for study or for other service: what it comes to, and which requirements share its months.

import { divide } from "./exact.js";
import { experienceOf } from "./needs.js";

const YEAR_OF_STUDY = 30;
const MONTHS_OF_DEGREES = { associate: 24, bachelor: 48 };

// Returns the months credited for the months of service that a rule tells, null where it prints no rate.
function givenBy(rule) {
  return rule.gives_years === null ? rule.gives_months : rule.gives_years * 12;
}

// Returns whether the service stands for the whole requirement, and counts alone (docs/semantics.md, C9).
export function isWholeService(rule) {
  return rule.kind === "service" && rule.at_most_months === null && givenBy(rule) === null;
}

// Returns what a job counts toward by the service: in a class, or of a kind that stands for the requirement.
export function serviceReference(rule) {
  return rule.named === null ? rule.stands_for : `sub:${rule.named.class}`;
}

// Returns the service that stands for months of a requirement, as printed.
export function ratedFor(qualifications, name) {
  const service = qualifications.substitutions.filter((one) => one.kind === "service" && !isWholeService(one));
  return service.filter((one) => one.stands_for === name);
}

// Returns the months credited for a month of service.
export function rateOf(rule) {
  const given = givenBy(rule);
  return given === null ? 1 : divide(given, rule.months);
}

// Returns the months of service that study comes to: a bachelor's 48, 30 semester hours 12 (docs/semantics.md, C22).
export function monthsOfEducation(rule) {
  return rule.degree === null ? rule.semester_hours * 12 / YEAR_OF_STUDY : MONTHS_OF_DEGREES[rule.degree];
}

// Returns how hours count toward study that service may stand for: in years.
export function studyBlocks(rule, months) {
  const block = { semester_hours: YEAR_OF_STUDY, months: 12, at_most_months: months, related_field: false };
  return [{ kind: "study", stands_for: rule.id, ...block, source: rule.source }];
}

// Returns, for each group of requirements additional to one another, the sides that a route has of it: the names for
// which a month counts at once. Service that stands for study is a side beside all experience of the route, unless it
// counts for experience besides. A group may have a single side.
export function sidesOf(names, qualifications) {
  const experience = new Map(experienceOf(qualifications).map((rule) => [rule.id, rule]));
  const schooling = names.filter((name) => standsApart(name, qualifications)).map((name) => [name]);
  if (!schooling.length && ![...experience.values()].some((rule) => rule.additional_to)) {
    return [];
  }
  const groups = outerGroups(names, qualifications, experience).map((group) => [...group, ...schooling]);
  const inner = innerRoots(experience).map((root) => {
    const members = [...experience.keys()].filter((name) => endOfAdditions(name, experience) === root);
    const sides = members.map((member) => names.filter((name) => holdersOf(name, experience).includes(member)));
    return sides.filter((side) => side.length);
  });
  return [...groups, ...inner];
}

// Returns the sides of experience by the requirement that others are added to, outermost ones alone.
function outerGroups(names, qualifications, experience) {
  const whole = qualifications.substitutions.filter(isWholeService).map(serviceReference);
  const groups = new Map();
  for (const name of names.filter((one) => experience.has(one) || whole.includes(one))) {
    const outermost = holdersOf(name, experience).at(-1);
    const root = endOfAdditions(outermost, experience);
    groups.set(root, groups.get(root) || new Map());
    const sides = groups.get(root);
    sides.set(outermost, [...sides.get(outermost) || [], name]);
  }
  return [...groups.values()].map((sides) => [...sides.values()]);
}

// Returns the requirements that others are added to and that are within another.
function innerRoots(experience) {
  const added = [...experience.values()].filter((rule) => rule.additional_to);
  const roots = new Set(added.map((rule) => endOfAdditions(rule.id, experience)));
  return [...roots].filter((root) => experience.get(root).within);
}

// Returns whether service stands for the requirement, an education, and counts for nothing besides.
function standsApart(name, qualifications) {
  const rule = qualifications.requirements.find((one) => one.id === name);
  const subs = ratedFor(qualifications, name);
  return Boolean(rule) && rule.kind === "education" && subs.length > 0 && !subs.some((one) => one.also_counts);
}

// Returns the requirement itself, and what it is within, innermost first.
function holdersOf(name, experience) {
  const found = [name];
  while (experience.has(found.at(-1)) && experience.get(found.at(-1)).within) {
    found.push(experience.get(found.at(-1)).within);
  }
  return found;
}

// Returns the requirement at the end of the chain of additions, the name itself if none.
function endOfAdditions(name, experience) {
  let root = name;
  while (experience.has(root) && experience.get(root).additional_to) {
    root = experience.get(root).additional_to;
  }
  return root;
}
