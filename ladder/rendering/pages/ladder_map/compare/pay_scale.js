// The scale under the pay of classes that are compared: from nothing, in steps of round figures.
import { makeElement } from "../details.js";
import { dollarsOf } from "../dollars.js";
import { say } from "../messages.js";

const MOST_STEPS = 6, ROUND = [1, 2, 2.5, 5, 10];

// The round figure that a step of the scale is long.
function stepOf(most) {
  const least = most / MOST_STEPS, power = 10 ** Math.floor(Math.log10(least));
  return ROUND.map((one) => one * power).find((one) => one >= least);
}

// Where a scale ends that holds so much.
export function scaleUpTo(most) {
  const step = stepOf(most);
  return Math.ceil(most / step) * step;
}

// The figures under the scale.
export function axisOf(scale) {
  const axis = makeElement("div", undefined, { class: "pay-axis", "aria-hidden": "true" }), step = stepOf(scale);
  for (let place = 0; place <= Math.round(scale / step); place += 1) {
    const figure = makeElement("span", dollarsOf(place * step));
    figure.style.setProperty("--at", String((place * step) / scale));
    axis.append(figure);
  }
  return axis;
}

// Where the class held now begins on the scale.
export function ownPay(amount, scale) {
  const place = makeElement("div", undefined, { class: "pay-own" }), words = makeElement("b", say("compare.your_pay", { amount: dollarsOf(amount) }));
  place.style.setProperty("--at", String(Number(amount) / scale));
  place.append(words, makeElement("span", undefined, { class: "pay-mine" }));
  return place;
}
