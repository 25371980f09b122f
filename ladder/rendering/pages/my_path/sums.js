// Requirements that are additional to one another: the sums that they must reach together.
//
// A month counts for one of them alone. Each is a side: a requirement, and those within it, for which a month counts
// at once. For every choice of sides, and of one requirement of each, the service that counts for any of them must
// reach what they ask together.

import { combinationsOf, productOf } from "./choices.js";
import { divide, sumOf } from "./exact.js";
import { serviceNeed, serviceRule } from "./needs.js";
import { sidesOf } from "./service_credit.js";

// Yields a need for each sum that requirements of a route must reach together.
export function* jointNeeds(names, needs, qualifications) {
  for (const sides of sidesOf(names, qualifications)) {
    for (let size = 2; size <= sides.length; size += 1) {
      for (const chosen of combinationsOf(sides, size).flatMap(productOf)) {
        yield sumOfNeeds(chosen.map((name) => needs.get(name)));
      }
    }
  }
}

function sumOfNeeds(parts) {
  const reference = parts.map((part) => part.reference).join("+");
  return serviceNeed({
    reference,
    what: "the sum of requirements that are additional to one another",
    askedMonths: sumOf(parts.map((part) => inService(part.askedMonths, part))),
    service: serviceRule(reference, new Map(), { contained: parts.map((part) => part.service), isSum: true }),
    source: parts[0].source,
    capped: parts.flatMap((part) => part.capped.map((one) => oneForOne(one, part))),
    parts,
  });
}

// Returns months of a requirement as the months of service that give them.
export function inService(months, part) {
  return part.rate === 1 ? months : divide(months, part.rate);
}

function oneForOne(one, part) {
  const atMostMonths = one.atMostMonths === null ? null : inService(one.atMostMonths, part);
  return { ...one, rate: divide(one.rate, part.rate), atMostMonths };
}
