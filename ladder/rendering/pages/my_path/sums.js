// Requirements that are additional to one another: the sums that they must reach together.
//
// A month counts for one of them alone. Each is a side: a requirement, and those within it, for which a month counts
// at once. For every choice of sides, and of one requirement of each, the service that counts for any of them must
// reach what they ask together.

import { combinationsOf, productOf } from "./choices.js";
import { sumOf } from "./exact.js";
import { experienceOf, serviceNeed, serviceRule } from "./needs.js";

// Yields a need for each sum that requirements of a route must reach together.
export function* jointNeeds(names, needs, qualifications) {
  const experience = new Map(experienceOf(qualifications).map((rule) => [rule.id, rule]));
  const roots = new Set([...experience.keys()].map((name) => addedTo(name, experience)));
  for (const root of roots) {
    const members = [...experience.keys()].filter((name) => addedTo(name, experience) === root);
    const sides = members.map((member) => sideOf(member, names, experience)).filter((side) => side.length);
    sides.sort((one, other) => names.indexOf(one[0]) - names.indexOf(other[0]));
    yield* sumsOfSides(sides.map((side) => side.map((name) => needs.get(name))));
  }
}

// Returns the requirement at the end of the chain of additions, the name itself if none.
function addedTo(name, experience) {
  let root = name;
  while (experience.get(root).additional_to) {
    root = experience.get(root).additional_to;
  }
  return root;
}

// Returns the names of a route that are the requirement or within it.
function sideOf(member, names, experience) {
  return names.filter((name) => experience.has(name) && isPartOfRule(name, member, experience));
}

function isPartOfRule(name, member, experience) {
  let around = name;
  while (around && around !== member) {
    around = experience.get(around).within;
  }
  return around === member;
}

function* sumsOfSides(sides) {
  for (let size = 2; size <= sides.length; size += 1) {
    for (const chosen of combinationsOf(sides, size)) {
      yield* productOf(chosen).map(sumOfNeeds);
    }
  }
}

function sumOfNeeds(parts) {
  const reference = parts.map((part) => part.reference).join("+");
  return serviceNeed({
    reference,
    what: "the sum of requirements that are additional to one another",
    askedMonths: sumOf(parts.map((part) => part.askedMonths)),
    service: serviceRule(reference, new Map(), { contained: parts.map((part) => part.service), isSum: true }),
    source: parts[0].source,
    capped: parts.flatMap((part) => part.capped),
    parts,
  });
}
