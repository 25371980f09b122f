// Exact clocks: how service accrues from the as-of month on, and how credit steps up.
//
// Months of a plan are whole numbers from 0, the as-of month; amounts are exact numbers.

import { add, ceilingOf, compare, divide, multiply, smaller, subtract, sumOf } from "./exact.js";

// The last month that is sought: an answer may say it, but none that comes later (docs/semantics.md, C31).
export const HORIZON = 1200;

// Returns the month, null where it is later than any that is sought.
export const withinHorizon = (month) => (month === null || month > HORIZON ? null : month);

// Service that accrues at a share of full time, which may change in some months.
//
// `segments` are [first month, months of service before it, share from it on], the first at
// month 0.
export class Accrual {
  constructor(segments) {
    this.segments = segments;
  }

  // Returns the months of service accrued from month 0 up to the month.
  by(month) {
    const [start, before, share] = latestOf(this.segments, month);
    return add(before, multiply(month - start, share));
  }

  // Returns what accrues from a month on alone.
  starting(month) {
    if (month <= 0) {
      return this;
    }
    const before = this.by(month);
    const later = this.segments.filter(([start]) => start > month);
    const share = latestOf(this.segments, month)[2];
    const shifted = later.map(([start, sofar, pace]) => [start, subtract(sofar, before), pace]);
    return new Accrual([[0, 0, 0], [month, 0, share], ...shifted]);
  }

  // The share of full time after the last change.
  get lastShare() {
    return this.segments[this.segments.length - 1][2];
  }

  // The month of the last change.
  get lastChange() {
    return this.segments[this.segments.length - 1][0];
  }

  // Returns the first month by which the amount has accrued, null if never.
  firstMonthWith(amount) {
    for (const [index, [start, before, share]] of this.segments.entries()) {
      if (compare(amount, before) <= 0) {
        return index ? start : 0;
      }
      const following = index + 1 < this.segments.length ? this.segments[index + 1][0] : null;
      if (share !== 0) {
        const month = start + ceilingOf(divide(subtract(amount, before), share));
        if (following === null || month <= following) {
          return month;
        }
      }
    }
    return null;
  }
}

// No service accrues.
export const NEVER = new Accrual([[0, 0, 0]]);

// Months that study and degrees stand for, as they step up over the plan.
//
// `steps` are [month, months of credit from it on], the first at month 0, rising.
export class Credit {
  constructor(steps) {
    this.steps = steps;
  }

  // Returns the months of credit in the month.
  at(month) {
    return latestOf(this.steps, month)[1];
  }

  // The month from which the credit stays the same.
  get lastChange() {
    return this.steps[this.steps.length - 1][0];
  }
}

// Study and degrees give nothing.
export const NO_CREDIT = new Credit([[0, 0]]);

// Returns the last of these lists, each headed by its month, that begins by the month.
function latestOf(rising, month) {
  let low = 1, high = rising.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (rising[middle][0] <= month) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return rising[low - 1];
}

// Returns how the services accrue together for one requirement (docs/semantics.md, C1, C2).
export function accrualOf(services, changes, conventions) {
  const leaves = changes.map((change) => change.leaveUntil).filter((until) => until);
  const starts = inOrder([0, ...changes.map((change) => change.month), ...leaves]);
  const segments = [];
  for (const start of starts) {
    const share = shareAt(start, services, changes, conventions);
    if (!segments.length) {
      segments.push([0, 0, share]);
      continue;
    }
    const [earlier, before, rate] = segments[segments.length - 1];
    if (compare(share, rate) !== 0) {
      segments.push([start, add(before, multiply(start - earlier, rate)), share]);
    }
  }
  return new Accrual(segments);
}

function shareAt(month, services, changes, conventions) {
  if (changes.some((change) => change.leaveUntil && change.month <= month && month < change.leaveUntil)) {
    return 0;
  }
  const planned = changes.filter((change) => change.fte !== null && change.month <= month);
  const latest = planned.length ? planned[planned.length - 1].fte : null;
  const shares = services.map((service) => creditedShare(latest === null ? service.fte : latest, conventions));
  return together(shares, conventions);
}

// Returns what a month at this share of full time counts for (docs/semantics.md, C1).
export function creditedShare(fte, conventions) {
  return conventions.part_time === "prorated" ? fte : 1;
}

// Returns what jobs held in one month count for together (docs/semantics.md, C2).
export function together(shares, conventions) {
  const total = sumOf(shares);
  return conventions.overlap === "capped_at_full_time" ? smaller(1, total) : total;
}

// Returns the credit that steps up in some of these months.
export function risingCredit(months, creditAt) {
  const steps = [];
  for (const month of inOrder([0, ...months])) {
    const credit = creditAt(month);
    if (!steps.length || compare(credit, steps[steps.length - 1][1]) > 0) {
      steps.push([month, credit]);
    }
  }
  return new Credit(steps);
}

// Returns the whole numbers in rising order, each once.
export function inOrder(months) {
  return [...new Set(months)].sort((one, other) => one - other);
}

// Returns the first month from which a rising quantity is enough, null if not by the horizon.
export function firstMonthWhen(enough, horizon) {
  if (!enough(horizon)) {
    return null;
  }
  let low = 0, high = horizon;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

// Returns the least of the months, null of none.
export function earliestOf(months) {
  return months.length ? months.reduce((least, month) => (month < least ? month : least)) : null;
}
