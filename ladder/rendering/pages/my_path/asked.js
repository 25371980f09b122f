// Of whom a need asks what: the standing that a rule asks; and service by a month.

import { add, divide, multiply } from "./exact.js";
import { standingCodes } from "./standing.js";

// Returns months of a requirement as the months of service that give them.
export function inService(months, part) {
  return part.rate === 1 ? months : divide(months, part.rate);
}

// Returns the substitutions by service whose standing, if they ask one, is held or assumed.
export function openCaps(need, candidacy) {
  return need.capped.filter((one) => {
    const { asked, closed } = standingCodes(one.standing, candidacy);
    return !asked.size && !closed.size;
  });
}

// Returns the months by one bound on the credited service, up to a month of the plan.
export function servedByMonth({ months, accruals }, month) {
  return accruals.reduce((total, [weight, accrual]) => add(total, multiply(weight, accrual.by(month))), months);
}
