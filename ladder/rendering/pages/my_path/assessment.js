// The verdict on every route of a class, and the answer made of them (docs/semantics.md, section 4).
//
// A verdict is { route, month, unknown, findings, licensed, lapsed, apart }: month null means never, unless unknown.
// `licensed` is when everything that is asked by appointment is held, null if never; where old service falls out of what
// some need counts, when that need is met then, too. `lapsed` says that by the time all that is held, old service has
// fallen out for good. `apart` is for needs that are each met some day, but never at once: the sets that would have to
// be met besides.

import { earliestOf, withinHorizon } from "./clocks.js";
import { NOTHING, sharedBy, unionOf, without } from "./codes.js";
import { describeConditions } from "./conditions.js";
import { askedToStay, findNeed } from "./findings.js";
import { latestMonth } from "./held.js";
import { productOf, smallerChoices } from "./choices.js";
import { STANDING_CODES } from "./standing.js";
import { firstMonthInside, isWindowed, unmetAtOnce } from "./windows.js";

// Sets of asked conditions looked at for the fewest that do: all sets of ten.
const MOST_SETS = 1023;

// Returns the verdict of every route, in document order.
export function judgeRoutes(rules, candidacy) {
  return rules.routes.map((route) => judgeRoute(route, route.needs.map((need) => findNeed(need, candidacy)), candidacy));
}

function judgeRoute(route, findings, candidacy) {
  const never = findings.some((finding) => finding.month === null && !finding.unknown);
  const unknown = !never && findings.some((finding) => finding.month === null);
  const month = latestMonth(findings.map((finding) => finding.month));
  const licensed = latestMonth(findings.map((finding) => finding.appointed));
  const found = { route: route.id, month, unknown, findings, licensed, lapsed: false, apart: [] };
  const windowed = route.needs.filter((need) => isWindowed(need, candidacy));
  return windowed.length ? judgedAtOnce(found, route, windowed, candidacy) : found;
}

// Returns the verdict on a route where old service falls out of what some of its needs count.
function judgedAtOnce(found, route, windowed, candidacy) {
  const begin = Math.max(0, ...found.findings.map((finding) => finding.month ?? 0));
  const month = found.unknown || found.month !== null ? firstMonthInside(windowed, candidacy, begin) : null;
  const isLater = month !== null && found.licensed !== null && found.licensed > month;
  const licensed = isLater ? firstMonthInside(windowed, candidacy, found.licensed) : found.licensed;
  return {
    ...found,
    month: found.unknown ? null : month,
    unknown: found.unknown && month !== null,
    findings: keptFindings(route, found.findings, candidacy, month),
    licensed,
    lapsed: found.licensed !== null && withinHorizon(licensed) === null,
    apart: month === null ? neverAtOnce(route, found.findings, candidacy) : [],
  };
}

// Returns the findings of a route, with what could keep the needs that are met now where the route is not.
function keptFindings(route, findings, candidacy, month) {
  if (month === 0) return findings;
  return findings.map((one, number) => {
    const need = route.needs[number];
    return need.kind === "service" && one.month === 0 ? { ...one, asked: askedToStay(need, candidacy) } : one;
  });
}

// Returns what is missing of the smallest sets of needs, each met some day, without which the others are at once: for
// each need left out, the requirements any one of which would do.
function neverAtOnce(route, findings, candidacy) {
  const found = findings.map(({ month, missing }, number) => ({ need: route.needs[number], month, missing }));
  const met = found.filter(({ month }) => month !== null);
  return unmetAtOnce(met, candidacy).map((places) => places.map((place) => met[place].missing));
}

// Returns the condition codes of one kind in a verdict: "shown", "asked" or "closed".
export function codesOf(verdict, kind) {
  return unionOf(...verdict.findings.map((finding) => finding[kind]));
}

// Returns whether something declared false shuts the route.
function isRouteClosed(verdict) {
  return verdict.findings.some((finding) => finding.isClosed);
}

// Returns the smallest sets of requirements that would have to be met besides; none if one
// cannot be. Where requirements share months, any one of them may be the one that is missing.
function missingOf(verdict) {
  const unmet = verdict.findings.filter((finding) => finding.month === null).map((finding) => finding.missing);
  const sets = verdict.apart.length ? verdict.apart.map((one) => [...unmet, ...one]) : [unmet];
  return minimalSets(sets.flatMap((one) => productOf(one).map((chosen) => [...new Set(chosen)])));
}

// Returns the first month in which somebody may be appointed by any route, where that is later than `months` (C25).
export function appointmentMonth(verdicts, months) {
  const found = verdicts.map((verdict) => latestMonth([verdict.month, verdict.licensed]));
  const first = earliestOf(found.filter((month) => month !== null));
  return months === null || first === null || first <= months ? null : withinHorizon(first);
}

// Returns whether a route met in that month is never met with its license, and no other route helps (C25).
function isNeverAppointed(verdicts, months) {
  const canBe = ({ month, licensed }) => withinHorizon(latestMonth([month, licensed])) !== null;
  return months !== null && !verdicts.some(canBe) && verdicts.some(({ month, lapsed }) => month === months && lapsed);
}

// Returns the sets that contain no other, smallest first, each once.
export function minimalSets(sets) {
  const kept = [];
  for (const candidate of [...sets].sort((one, other) => one.length - other.length)) {
    if (candidate.length && !kept.some((smallerSet) => smallerSet.every((name) => candidate.includes(name)))) {
      kept.push(candidate);
    }
  }
  return kept;
}

// Returns the inclusion-minimal sets of requirements that are not met. A route closed by
// something declared false offers no set while another is open.
export function missingSets(verdicts) {
  const unshut = minimalSets(verdicts.filter((verdict) => !isRouteClosed(verdict)).flatMap(missingOf));
  return unshut.length ? unshut : minimalSets(verdicts.flatMap(missingOf));
}

// Returns the least month of any route, null if none is ever met.
export function bestMonth(verdicts) {
  return earliestOf(verdicts.map((verdict) => verdict.month).filter((month) => month !== null));
}

// Returns the status that holds first: now, after, unknown, unreachable.
export function statusOf(months, unknown) {
  if (months !== null) {
    return months === 0 ? "now" : "after";
  }
  return unknown ? "unknown" : "unreachable";
}

// Returns the routes met in that month: fewer conditions first, then internal, then as printed.
export function orderedRoutes(verdicts, months) {
  const met = verdicts.filter((verdict) => months !== null && verdict.month === months);
  const ranked = met.map((verdict) => {
    const leaning = unionOf(codesOf(verdict, "shown"), codesOf(verdict, "closed")).size;
    return { route: verdict.route, leaning, isInternal: verdict.route === "internal" };
  });
  ranked.sort((one, other) => one.leaning - other.leaning || Number(other.isInternal) - Number(one.isInternal));
  return ranked.map(({ route }) => route);
}

// Returns every condition of the answer: the class's own, then those of its routes. What is
// shown goes with the routes that give the answer, or with all routes where none does. What is
// asked or closed is named on every route. `beyond` says that the answer would be later than any
// month that is sought.
export function conditionsOf(catalog, target, verdicts, months, plan, words, beyond = false) {
  const codes = beyond ? [["HORIZON", "shown"]] : [];
  const file = (found, effect) => codes.push(...[...found].map((code) => [code, effect]));
  for (const verdict of verdicts) {
    if (months === null || verdict.month === months) {
      const shown = codesOf(verdict, "shown");
      file(without(shown, plan.assumed), "shown");
      file(sharedBy(shown, plan.assumed), "assumed");
    }
    file(codesOf(verdict, "closed"), "closed");
    file(stillAsked(verdict, months), "asked");
  }
  if (isNeverAppointed(verdicts, months)) codes.push(["NEVER_AT_ONCE", "shown"]);
  if (catalog.classes.get(target).completeness === "partial") {
    codes.push(["PARTIAL_RECORD", "shown"]);
  }
  return describeConditions(catalog, target, codes, words);
}

// Returns what the route asks and could still matter; standing is named in any case.
function stillAsked(verdict, months) {
  const asked = codesOf(verdict, "asked");
  return months === 0 ? sharedBy(asked, STANDING_CODES) : asked;
}

// Returns the best month were asked conditions true, by the fewest of them, as
// { months, conditions }; null where that changes nothing. `monthsUnder` tells the months under
// conditions taken as true. At most MOST_SETS sets are looked at, and only while there is `more`
// work to spend; where that ends first, all conditions stand, of which fewer may do.
export function ifConditionsMet(months, asked, monthsUnder, more = () => true) {
  const codes = [...asked].sort();
  const best = codes.length ? monthsUnder(codes) : null;
  if (best === null || (months !== null && best >= months)) {
    return null;
  }
  let sets = 0;
  for (const chosen of smallerChoices(codes)) {
    sets += 1;
    if (sets > MOST_SETS || !more()) {
      break;
    }
    const found = monthsUnder(chosen);
    if (found !== null && found <= best) {
      return { months: found, between: null, conditions: chosen };
    }
  }
  return { months: best, between: null, conditions: codes };
}

// Returns what is asked, with what is asked once that is taken as true, and so on: conditions stand behind one another on
// a climb. `askedUnder` tells what is asked under a set of them.
export function askedInTurn(asked, askedUnder) {
  let found = asked;
  while (found.size) {
    const more = unionOf(found, askedUnder(found));
    if (more.size === found.size) break;
    found = more;
  }
  return found;
}

// Returns both months where one is proved and the other works and they are not one, else null.
export function spanOf(proved, months) {
  return proved === null || months === null || proved === months ? null : [proved, months];
}

// Returns what is asked on any route.
export function askedOnRoutes(verdicts) {
  return verdicts.reduce((asked, verdict) => unionOf(asked, codesOf(verdict, "asked")), NOTHING);
}
