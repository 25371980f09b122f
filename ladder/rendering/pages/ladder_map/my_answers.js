// What My path finds, told: every class with its month, the reasons for one, the ladders to another.
import { makeElement, paragraphOf } from "./details.js";
import { MyNext } from "./my_next.js";

const FIRST_ROWS = 15;
const MOST_FAULTS = 100;
const A_YEAR = 12;
const LOOKS = [["now", "● now"], ["soon", "◐ within a year"], ["later", "○ later"], ["never", "– not under this plan"], ["depends", "? depends on what a person or a missing fact decides"]];
const EFFECTS = {
  asked: "Not settled; if it held, the answer might change",
  closed: "Declared false or not granted, which shuts a route",
  assumed: "Taken as true here",
  shown: "For people to decide, or to know",
};
const WHY = {
  "named class": "the text names the class",
  "class at the level named": "it is a class at the level that the text names, taken as equivalent",
  ruling: "by a recorded ruling",
  declared: "declared",
  "declared equivalent": "declared as equivalent",
  "lead duty": "lead duty",
};
const myPart = (name) => document.getElementById("my-" + name);

export function spellMonths(months) {
  const years = Math.floor(months / A_YEAR), rest = months % A_YEAR;
  const parts = [counted(years, "year"), counted(rest, "month")].filter(Boolean);
  return parts.join(" ") || "0 months";
}

function counted(number, noun) {
  return number ? `${number} ${noun}${number === 1 ? "" : "s"}` : "";
}

export function citeSource(source) {
  if (!source) return "";
  const [first, last] = source.lines ?? [];
  const lines = source.lines ? (first === last ? `line ${first}` : `lines ${first}-${last}`) : "";
  const told = [source.document, source.section, lines, source.revision ? `revision ${source.revision}` : ""];
  return told.filter(Boolean).join(", ");
}

// How a class is marked on the map: by sign and word, and by colour besides.
export function markOf(answer) {
  const { status, months, if_conditions_met: met } = answer;
  if (status === "now") return { look: "now", text: "● now" };
  if (status === "after") {
    const years = Math.floor(months / A_YEAR), rest = months % A_YEAR;
    const brief = [years ? `${years} yr` : "", rest ? `${rest} mo` : ""].filter(Boolean).join(" ");
    return months <= A_YEAR ? { look: "soon", text: `◐ in ${brief}` } : { look: "later", text: `○ in ${brief}` };
  }
  if (status === "unknown" || met) return { look: "depends", text: "? depends" };
  return { look: "never", text: "– not on this plan" };
}

// When one may file before the minimum is met; nothing where no text lets one, or that is no sooner.
function filingOf({ months, file_months: fileMonths = null, file_month: fileMonth }) {
  if (fileMonths === null || fileMonths === months) return "";
  const from = fileMonths ? `from ${fileMonth} on, if the agency's examination is open then` : "now, if the agency's examination is open";
  return `; you may file ${from}`;
}

// A time in words, or both figures where the least is only known to lie between them.
const spellSpan = ({ months, between }) =>
  (between ? `between ${spellMonths(between[0])} and ${spellMonths(between[1])}` : spellMonths(months));

export function whenOf(answer) {
  const { status, month, between, if_conditions_met: met } = answer;
  const sooner = met ? (met.months ? `after ${spellSpan(met)}` : "now") : "";
  const were = met ? `; were ${met.conditions.join(" and ")} true, ${sooner}` : "";
  if (status === "now") return "now";
  if (status === "after") return `after ${spellSpan(answer)}, from ${month} on${between ? " at the latest" : ""}${filingOf(answer)}${were}`;
  return (status === "unknown" ? "unknown: a fact is not in the data" : notMet(answer)) + were;
}

function notMet({ conditions }) {
  const isBeyond = conditions.some(({ code }) => code === "HORIZON");
  return isBeyond ? "not within 100 years, the longest time that is sought" : "not under this plan";
}

// The sentence where no ladder joins two classes, as every door tells it: whether service counts all the same.
export function noLadderWords({ from, to, open_route: opened, service_counts: counts }, titleOf) {
  if (opened.months === null) return `No ladder joins ${titleOf(from)} and ${titleOf(to)}: no text in the data leads from one to the other.`;
  const why = counts ? "your service counts" : "it is open all the same";
  return `No rule names ${titleOf(from)} as a step to ${titleOf(to)}, but ${why}: going on as ${titleOf(from)}, the minimum qualifications are met ${whenOf(opened)}.`;
}

const RANKS = ["now", "after", "depends", "unreachable", "unknown"];

function rankOf({ status, if_conditions_met: met }) {
  return RANKS.indexOf(met && status !== "now" && status !== "after" ? "depends" : status);
}

// Soonest first, then what depends on a condition, then the rest; of one month in the order of class ids.
export function inOrderOfTime(answers) {
  return [...answers.values()].sort((one, other) =>
    rankOf(one) - rankOf(other) || (one.months ?? 0) - (other.months ?? 0) || (one.target < other.target ? -1 : 1));
}

export class MyAnswers {
  constructor({ names, catalog, onClass }) {
    Object.assign(this, { names, catalog, onClass, rowsShown: FIRST_ROWS, chosen: "" });
    this.next = new MyNext({ names, catalog, whenOf });
    myPart("legend").replaceChildren(...LOOKS.map(([look, text]) => makeElement("li", text, { class: "is-" + look })));
    myPart("all").addEventListener("click", () => {
      this.rowsShown = Infinity;
      this.tellRows();
    });
    myPart("rows").addEventListener("click", (event) => {
      const button = event.target.closest("button[data-why]");
      if (button) this.tellWhy(button.dataset.why, { move: true });
    });
  }

  clear(message = "") {
    this.answers = null;
    myPart("answers").hidden = true;
    myPart("summary").textContent = message;
  }

  tellFaults(faults) {
    const told = faults.slice(0, MOST_FAULTS).map(({ place, what }) => makeElement("li", `${placeInWords(place)}: ${what}`));
    if (faults.length > MOST_FAULTS) told.push(makeElement("li", `and ${faults.length - MOST_FAULTS} more`));
    const list = makeElement("ul");
    list.append(...told);
    myPart("faults").replaceChildren(...(faults.length ? [makeElement("p", "Please look at:"), list] : []));
  }

  tell(answers, history, { include }) {
    this.answers = answers;
    this.present = new Set(history.present.map((one) => one.classId));
    this.ordered = inOrderOfTime(answers);
    myPart("answers").hidden = false;
    myPart("summary").textContent = this.summary(this.next.tell(this.ordered, history, include));
    this.tellRows();
    if (answers.has(this.chosen)) this.tellWhy(this.chosen);
  }

  summary(next) {
    const count = (look) => this.ordered.filter((one) => markOf(one).look === look).length;
    const then = next ? ` Next: ${this.names.get(next.target)}, ${whenOf(next)}.` : "";
    return `The minimum qualifications of ${count("now")} of ${this.ordered.length} classes are met now, of ${count("soon")} within a year, of ${count("later")} later.${then}`;
  }

  tellRows() {
    const rows = this.ordered.slice(0, this.rowsShown);
    myPart("rows").replaceChildren(...rows.map((one) => this.row(one)));
    myPart("all").hidden = rows.length === this.ordered.length;
    myPart("all").textContent = `Show every class (${this.ordered.length})`;
  }

  row(answer) {
    const row = makeElement("tr", undefined, { role: "row" });
    const head = makeElement("th", undefined, { role: "rowheader", scope: "row" });
    head.append(makeElement("button", this.names.get(answer.target), { type: "button", class: "plain", "data-why": answer.target }));
    const missing = answer.missing.map((one) => one.map((name) => this.requirementWords(name)).join(" and ")).join("; or ");
    const codes = answer.conditions.map((one) => one.code + (one.effect === "shown" ? "" : ` (${one.effect})`)).join(", ");
    const none = answer.status === "unknown" ? "not known" : "nothing";
    row.append(head, ...[["When", whenOf(answer) + (this.present.has(answer.target) ? " (your present class)" : "")], ["By", this.routeWords(answer) || "no route"], ["What is missing", missing || none], ["Conditions", codes || "none"]]
      .map(([label, text]) => makeElement("td", text, { role: "cell", "data-label": label })));
    return row;
  }

  routeWords({ routes }) {
    return routes.map((id) => ({ general: "the open route", internal: "the internal route", program: "a training programme" })[id]
      ?? (id.startsWith("sub:") ? `service as ${this.names.get(id.slice(4)) ?? id.slice(4)}` : `route ${id}`)).join("; or ");
  }

  requirementWords(reference) {
    const [id, name] = reference.split("#");
    const rule = this.catalog.references.get(reference);
    const isAsked = rule && rule.months !== undefined && !rule.gives_months && !rule.gives_years;
    const asked = isAsked ? ` (${spellMonths(rule.months)})` : "";
    return `${name}${asked} of ${this.names.get(id) ?? id}`;
  }

  tellWhy(id, { move = false } = {}) {
    const answer = this.answers.get(id);
    this.chosen = id;
    myPart("why").hidden = false;
    myPart("why-heading").textContent = `Why: ${this.names.get(id)}`;
    myPart("why-body").replaceChildren(...this.reasons(answer));
    if (move) {
      myPart("why").focus();
      myPart("why").scrollIntoView({ block: "nearest" });
    }
  }

  // The pencil work: what each requirement asks, what is held and credited, what is left, and where it is printed.
  reasons(answer) {
    const show = makeElement("button", "Show this class on the map", { type: "button" });
    show.addEventListener("click", () => this.onClass(answer.target));
    return [paragraphOf(this.verdict(answer)), requirementTable(answer), ...conditionLists(answer.conditions), show];
  }

  verdict(answer) {
    const by = answer.routes.length ? `, by ${this.routeWords(answer)}` : "";
    return `The minimum qualifications are met: ${whenOf(answer)}${by}. Source: ${citeSource(answer.source)}.`;
  }

  aboutClass(id) {
    const answer = this.answers?.get(id);
    return answer ? [paragraphOf(`My path: ${whenOf(answer)}${answer.routes.length ? ", by " + this.routeWords(answer) : ""}.`)] : [];
  }

  marks() {
    return new Map([...(this.answers ?? [])].map(([id, answer]) => [id, markOf(answer)]));
  }

  // The ladders to one class: the best with its moves, the next best, and where the search stopped.
  tellLadders(found, target) {
    myPart("ladders").hidden = !found;
    if (!found) return;
    const parts = found.best ? this.ladderWords(found.best, "The best plan") : [paragraphOf(this.noLadder(found))];
    for (const other of found.alternatives ?? []) parts.push(...this.ladderWords(other, "Another ladder"));
    if (found.stopped) parts.push(paragraphOf("The search stopped at its bound: a sooner plan than the first shown may exist, but none sooner than what is proved."));
    if (found.truncated) parts.push(paragraphOf("Not every ladder was looked at for the others."));
    myPart("ladders-body").replaceChildren(...parts);
  }

  noLadder(found) {
    return noLadderWords(found, (id) => this.catalog.classes.get(id).title);
  }

  ladderWords(answer, heading) {
    const list = makeElement("ol");
    list.append(...answer.steps.map((step) => makeElement("li", this.moveWords(step))));
    return [makeElement("h4", `${heading}: ${whenOf(answer)}`), list, ...conditionLists(answer.conditions)];
  }

  moveWords(step) {
    const cited = citeSource(step.source);
    return `Hold ${this.names.get(step.from)} for ${spellMonths(step.hold_months)}, then ${this.names.get(step.to)} by ${this.routeWords({ routes: [step.route] })}.${cited ? ` Source: ${cited}.` : ""}`;
  }
}

function placeInWords(place) {
  const [first, ...rest] = place ?? [];
  const told = rest.map((one) => (typeof one === "number" ? one + 1 : String(one).replaceAll("_", " ")));
  return [String(first ?? "profile").replaceAll("_", " "), ...told].join(", ");
}

function requirementTable(answer) {
  const table = makeElement("table", undefined, { role: "table", class: "of-requirements" });
  const headings = ["Requirement", "Asked", "Held", "Credited", "Left", "Source"];
  const head = makeElement("thead", undefined, { role: "rowgroup" }), body = makeElement("tbody", undefined, { role: "rowgroup" });
  const top = makeElement("tr", undefined, { role: "row" });
  top.append(...headings.map((one) => makeElement("th", one, { role: "columnheader", scope: "col" })));
  head.append(top);
  body.append(...answer.requirements.map((one) => requirementRow(one, headings)));
  const caption = makeElement("caption", "What is asked, in months, and what is held");
  table.append(caption, head, body);
  return answer.requirements.length ? table : paragraphOf("Its own requirements are not in the data.");
}

function requirementRow(trace, headings) {
  const row = makeElement("tr", undefined, { role: "row" });
  const credited = trace.credited.map((one) => `${one.months}: ${one.what}`).join("; ");
  const counted = trace.counted.map((one) => `${one.months} as ${one.title}, ${WHY[one.why] ?? one.why}`).join("; ");
  const cells = [trace.asked ?? "", counted ? `${trace.held} (${counted})` : trace.held ?? "", credited || (trace.asked === null ? "" : "0"),
    trace.asked === null ? (trace.met_in_months === null ? "not met" : trace.met_in_months ? `met in ${trace.met_in_months}` : "met") : trace.left, citeSource(trace.source)];
  row.append(makeElement("th", `${trace.id.split("#")[1]}: ${trace.what}`, { role: "rowheader", scope: "row" }),
    ...cells.map((text, place) => makeElement("td", String(text), { role: "cell", "data-label": headings[place + 1] })));
  return row;
}

function conditionLists(conditions) {
  return Object.entries(EFFECTS).flatMap(([effect, heading]) => {
    const own = conditions.filter((one) => one.effect === effect);
    if (!own.length) return [];
    const list = makeElement("ul");
    list.append(...own.map((one) => makeElement("li", `${one.code}: ${one.text}${one.source ? ` Source: ${citeSource(one.source)}.` : ""}`)));
    return [makeElement("p", heading + ":"), list];
  });
}
