// When one may file for the examination: before the experience asked is complete, where a text lets one (docs/semantics.md, C21).
//
// Everything else of a route must be held in the filing month, and what is left of its experience be no more than may
// be lacking. No ladder moves by it.

import { openCaps, servedByMonth } from "./asked.js";
import { firstMonthWhen } from "./clocks.js";
import { compare, larger, smaller, subtract, sumOf } from "./exact.js";
import { findNeed } from "./findings.js";
import { creditService } from "./holdings.js";
import { standingCodes } from "./standing.js";
import { studyCredit } from "./study.js";
import { isWindowed, leftInside } from "./windows.js";

// Returns the first month, up to and with `by`, in which one may file by some route; null where no route has early
// filing, or none comes to it by then. A route without early filing counts from the month in which it is met.
export function filingMonth(candidacy, by) {
  const { routes } = candidacy.rules;
  if (routes.every((route) => route.mayLack === null)) return null;
  const found = routes.map((route) => monthOfRoute(route, candidacy, by)).filter((month) => month !== null);
  return found.length ? Math.min(...found) : null;
}

function monthOfRoute(route, candidacy, by) {
  const months = monthsOfTheRest(route, candidacy);
  const latest = Math.max(0, ...months);
  if (months.includes(null) || latest > by) return null;
  const left = experienceLeft(route, candidacy);
  const isEnough = (month) => compare(left(month), route.mayLack ?? 0) <= 0;
  if (route.needs.some((need) => isWindowed(need, candidacy))) {
    const months = Array.from({ length: by - latest + 1 }, (_, later) => latest + later);
    return months.find(isEnough) ?? null;
  }
  const month = firstMonthWhen(isEnough, by);
  return month === null ? null : Math.max(month, latest);
}

// When each thing is held that is no experience (education is none, also where service stands for it); null for
// standing that experience asks and that is not held.
function monthsOfTheRest(route, candidacy) {
  return route.needs.flatMap((need) => {
    if (need.kind !== "service" || need.schooling) return [findNeed(need, candidacy).month];
    const { asked, closed } = standingCodes(need.standing, candidacy);
    return asked.size || closed.size ? [null] : [];
  });
}

// What is left of the route's experience by a month. Of a requirement and the parts within it the larger remainder
// counts, and of requirements that are additional to one another the sum; what has nothing to do with one another adds.
function experienceLeft(route, candidacy) {
  const alone = route.needs.filter((need) => need.kind === "service" && !need.schooling).map((need) => [need]);
  const groups = (route.groups ?? alone).map((needs) => needs.map((need) => remainderOf(need, candidacy)));
  return (month) => sumOf(groups.map((group) => group.map((left) => left(month)).reduce(larger)));
}

function remainderOf(need, candidacy) {
  if (isWindowed(need, candidacy)) {
    const inside = leftInside(need, candidacy);
    return (month) => larger(0, inside(month));
  }
  const { asked } = need;
  const study = studyCredit(need, candidacy);
  const service = creditService(need, openCaps(need, candidacy), candidacy);
  return (month) => {
    const served = service.map((one) => servedByMonth(one, month)).reduce(smaller);
    return larger(0, subtract(subtract(asked, study.at(month)), served));
  };
}
