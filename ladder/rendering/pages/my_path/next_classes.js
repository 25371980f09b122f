// Which classes come next for a person, as ladder/paths/next_classes.py has it (docs/semantics.md, C27).

import { classesBelow } from "./climb_journeys.js";
import { byCode } from "./codes.js";
import { isLoss, payGain, preferredOrder } from "./pay_gains.js";

// The classes that come next as { answer, payGain }, of answers about any classes: not yet met, none held now, none
// below it in its series, none on a ladder into it; those that pay less only where asked for. Classes of the
// jurisdictions of those held come first, then the soonest, then more pay, then code order.
export function nextClasses(catalog, history, answers, include, { lowerPay = false } = {}) {
  const held = classesHeld(history);
  const behind = new Set(held.flatMap((one) => [one, ...classesBelow(catalog, one, include), ...belowInSeries(catalog, one)]));
  const homes = new Set(held.map(placeOf));
  const ahead = answers.filter(({ target, months }) => months && !behind.has(target)).map((answer) => {
    const isAway = homes.size > 0 && !homes.has(placeOf(answer.target));
    return { answer, payGain: payGained(catalog, held, answer.target), away: Number(isAway) };
  });
  const found = ahead.filter(({ payGain: gain }) => lowerPay || gain === null || !isLoss(gain));
  const order = new Map(preferredOrder(catalog, found.map(({ answer }) => answer.target)).map((classId, place) => [classId, place]));
  found.sort((one, other) =>
    one.away - other.away || one.answer.months - other.answer.months || order.get(one.answer.target) - order.get(other.answer.target));
  return found.map(({ answer, payGain: gain }) => ({ answer, payGain: gain }));
}

const placeOf = (classId) => classId.split("/", 1)[0];

function classesHeld(history) {
  return [...new Set(history.present.map((one) => one.classId).filter((classId) => classId))].sort(byCode);
}

// What the class pays more than the one class held now; null without one, or pay in no common unit.
function payGained(catalog, held, classId) {
  return held.length === 1 ? payGain(catalog.classes.get(held[0]).pay, catalog.classes.get(classId).pay) : null;
}

function belowInSeries(catalog, classId) {
  const { series, jurisdiction } = catalog.classes.get(classId);
  const isBelow = (one) => one.series?.name === series.name && one.jurisdiction === jurisdiction && one.series.rank < series.rank;
  return series ? [...catalog.classes.values()].filter(isBelow).map((one) => one.class_id) : [];
}
