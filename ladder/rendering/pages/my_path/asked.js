// What a need asks in numbers, and of whom: months as rounded, the standing that a rule asks, service by a month.

import { add, exact, multiply, subtract } from "./exact.js";
import { standingCodes } from "./standing.js";

// Returns the months that must be reached: half a month less where months of experience are rounded. An education for
// which service may stand is not asked in months, and is not rounded (docs/semantics.md, C3).
export function askedOf(need, conventions) {
  const isExperience = (need.parts.length ? need.parts : [need]).some((part) => !part.schooling);
  return isExperience ? roundedMonths(need.askedMonths, conventions) : need.askedMonths;
}

// Returns months of experience as they are asked: half a month less where they are rounded (C3).
export function roundedMonths(months, conventions) {
  return conventions.rounding === "nearest_month" && months > 0 ? subtract(months, exact("0.5")) : months;
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
