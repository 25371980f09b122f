// Why a route takes as long as it does: what each class asks, what is held and credited by then, what is left, and where
// it is printed; and where the pay is printed.
import { makeElement, paragraphOf } from "../details.js";
import { isMessage, say } from "../messages.js";
import { citeSource, requirementName, routeWords, spellMonths } from "../my_words.js";
import { dollarsOf, unitWords } from "../dollars.js";
import { highestPay, lowestPay, ownUnit } from "./flights.js";

const HEADINGS = ["page.requirement", "page.asked", "page.held", "page.credited", "page.left", "page.source"];

// The requirements that are met in the month of a move, as a table.
function asksTable(requirements, caption, titleOf) {
  const table = makeElement("table", undefined, { role: "table", class: "of-proof" });
  const head = makeElement("thead", undefined, { role: "rowgroup" }), body = makeElement("tbody", undefined, { role: "rowgroup" });
  const top = makeElement("tr", undefined, { role: "row" });
  top.append(...HEADINGS.map((one) => makeElement("th", say(one), { role: "columnheader", scope: "col" })));
  head.append(top);
  body.append(...requirements.map((one) => asksRow(one, titleOf)));
  table.append(makeElement("caption", caption), head, body);
  return table;
}

function asksRow(trace, titleOf) {
  const row = makeElement("tr", undefined, { role: "row" });
  const id = trace.id.split("#")[1], name = requirementName(id, titleOf);
  // What stands in place of a requirement is told by its name, which names its class.
  const isNamed = id === "program" || id.includes(":");
  row.append(makeElement("th", isNamed ? name : say("page.meaning", { name, what: trace.what }), { role: "rowheader", scope: "row", dir: "auto" }));
  const cells = [trace.asked, heldOf(trace), trace.credited.reduce((sum, one) => sum + one.months, 0), trace.left, citeSource(trace.source)];
  const told = trace.asked === null ? ["", "", "", trace.met_in_months === 0 ? say("page.met") : say("page.not_met"), cells[4]] : cells;
  row.append(...told.map((text, place) => makeElement("td", String(text ?? ""), { role: "cell", "data-label": say(HEADINGS[place + 1]), dir: "auto" })));
  return row;
}

function heldOf({ held, counted }) {
  const told = counted.map((one) => say("route.page.held_as", { months: one.months, title: one.title, why: isMessage(`why.${one.why}`) ? say(`why.${one.why}`) : one.why }));
  return told.length ? told.join("; ") : held;
}

// What proves each move: the classes entered, with what each asks in that month.
export function proofOf(flights, { dayOne, accepted, leadIn, titleOf }) {
  const told = [paragraphOf(say("route.page.proof"))];
  flights.slice(1).forEach((flight, at) => {
    const place = at + 1, move = flights[at].move;
    told.push(makeElement("h3", say("route.page.proof_of", { title: flight.title, month: flight.start }), { dir: "auto" }));
    const by = routeWords([move.route].filter(Boolean), titleOf);
    const fields = { start: flights[at].title, time: spellMonths(flights[at].months), target: flight.title, by, source: citeSource(move.source) };
    told.push(paragraphOf(say(by ? "route.move_sourced" : "route.page.move_sourced", fields)));
    const met = dayOne.asksAt(flights, place, { accepted, leadIn }).filter((one) => one.left === 0 || (one.asked === null && one.met_in_months === 0));
    if (met.length) told.push(asksTable(met, say("route.page.proof_table", { title: flight.title }), titleOf));
  });
  return [...told, ...payLines(flights)];
}

function payLines(flights) {
  const list = makeElement("ul");
  for (const { spec, title } of flights) {
    const unit = ownUnit(spec);
    if (!unit) continue;
    const fields = { title, low: dollarsOf(lowestPay(spec, unit)), high: dollarsOf(highestPay(spec, unit)), unit: unitWords(unit), source: citeSource(spec.pay.source) };
    list.append(makeElement("li", say("route.page.pay_line", fields), { dir: "auto" }));
  }
  return list.childElementCount ? [makeElement("h3", say("route.page.pay_heading")), list] : [];
}

// What the target asks where no plan meets it: what is held and left today.
export function unmetProof(answer, titleOf) {
  const told = [paragraphOf(say("route.page.proof_unmet", { title: answer.title }))];
  if (answer.requirements.length) told.push(asksTable(answer.requirements, say("route.page.proof_table", { title: answer.title }), titleOf));
  for (const one of answer.conditions.filter(({ effect }) => effect === "asked" || effect === "closed")) told.push(paragraphOf(one.text));
  return told;
}

// Every place that the route rests on, each once.
export function sourcesOf(flights, answer) {
  const cited = flights.flatMap(({ move, spec }) => [move?.source, spec.pay?.source]).map(citeSource);
  cited.push(...answer.conditions.map((one) => citeSource(one.source)), ...answer.requirements.map((one) => citeSource(one.source)));
  return [...new Set(cited.filter(Boolean))];
}
