// What My path finds, told: every class with its month, the reasons for one, the ladders to another.
import { makeElement, paragraphOf } from "./details.js";
import { isMessage, say } from "./messages.js";
import { MyNext } from "./my_next.js";
import { A_YEAR, citeSource, nameOf, noLadderWords, requirementName, routeWords, spellMonths, whenOf } from "./my_words.js";

const FIRST_ROWS = 15;
const MOST_FAULTS = 100;
const LOOKS = [["now", "● now"], ["soon", "◐ within a year"], ["later", "○ later"], ["never", "– not under this plan"], ["depends", "? depends on what a person or a missing fact decides"]];
const EFFECTS = ["asked", "closed", "assumed", "shown"];
const myPart = (name) => document.getElementById("my-" + name);

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
    const none = answer.status === "unknown" ? "not known" : "nothing";
    row.append(head, ...[["When", whenOf(answer) + (this.present.has(answer.target) ? " (your present class)" : "")], ["By", this.routeWords(answer) || "no route"], ["What is missing", missing || none], ["Conditions", conditionsInBrief(answer.conditions) || "none"]]
      .map(([label, text]) => makeElement("td", text, { role: "cell", "data-label": label })));
    return row;
  }

  titleOf(id) {
    return this.catalog.classes.get(id)?.title;
  }

  routeWords({ routes }) {
    return routeWords(routes, (id) => this.titleOf(id));
  }

  // A requirement by its name and the months that it asks; the row that it stands in names the class.
  requirementWords(reference) {
    const name = requirementName(reference.split("#")[1], (id) => this.titleOf(id));
    const rule = this.catalog.references.get(reference);
    const isAsked = rule && rule.months !== undefined && !rule.gives_months && !rule.gives_years;
    return isAsked ? say("requirement.asked", { name, asked: spellMonths(rule.months) }) : name;
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
    return [paragraphOf(this.verdict(answer)), requirementTable(answer, (id) => this.titleOf(id)), ...conditionLists(answer.conditions), show];
  }

  verdict(answer) {
    return `The minimum qualifications are met: ${this.whenAndHow(answer)}. Source: ${citeSource(answer.source)}.`;
  }

  whenAndHow(answer) {
    const told = whenOf(answer);
    return answer.routes.length ? say("answer.by", { told, routes: this.routeWords(answer) }) : told;
  }

  aboutClass(id) {
    const answer = this.answers?.get(id);
    return answer ? [paragraphOf(`My path: ${this.whenAndHow(answer)}.`)] : [];
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
    return noLadderWords(found, (id) => this.titleOf(id));
  }

  ladderWords(answer, heading) {
    const list = makeElement("ol");
    list.append(...answer.steps.map((step) => makeElement("li", this.moveWords(step))));
    return [makeElement("h4", `${heading}: ${whenOf(answer)}`), list, ...conditionLists(answer.conditions)];
  }

  moveWords(step) {
    const fields = { start: this.names.get(step.from), time: spellMonths(step.hold_months), target: this.names.get(step.to) };
    const told = { ...fields, by: this.routeWords({ routes: [step.route] }), source: citeSource(step.source) };
    return say(told.source ? "route.move_sourced" : "route.move", told);
  }
}

function placeInWords(place) {
  const [first, ...rest] = place ?? [];
  const told = rest.map((one) => (typeof one === "number" ? one + 1 : String(one).replaceAll("_", " ")));
  return [String(first ?? "profile").replaceAll("_", " "), ...told].join(", ");
}

function requirementTable(answer, titleOf) {
  const table = makeElement("table", undefined, { role: "table", class: "of-requirements" });
  const headings = ["Requirement", "Asked", "Held", "Credited", "Left", "Source"];
  const head = makeElement("thead", undefined, { role: "rowgroup" }), body = makeElement("tbody", undefined, { role: "rowgroup" });
  const top = makeElement("tr", undefined, { role: "row" });
  top.append(...headings.map((one) => makeElement("th", one, { role: "columnheader", scope: "col" })));
  head.append(top);
  body.append(...answer.requirements.map((one) => requirementRow(one, headings, titleOf)));
  const caption = makeElement("caption", "What is asked, in months, and what is held");
  table.append(caption, head, body);
  return answer.requirements.length ? table : paragraphOf("Its own requirements are not in the data.");
}

function requirementRow(trace, headings, titleOf) {
  const row = makeElement("tr", undefined, { role: "row" });
  const credited = trace.credited.map((one) => `${one.months}: ${one.what}`).join("; ");
  const counted = trace.counted.map((one) => `${one.months} as ${one.title}, ${isMessage(`why.${one.why}`) ? say(`why.${one.why}`) : one.why}`).join("; ");
  const cells = [trace.asked ?? "", counted ? `${trace.held} (${counted})` : trace.held ?? "", credited || (trace.asked === null ? "" : "0"),
    trace.asked === null ? (trace.met_in_months === null ? "not met" : trace.met_in_months ? `met in ${trace.met_in_months}` : "met") : trace.left, citeSource(trace.source)];
  row.append(makeElement("th", say("page.meaning", { name: requirementName(trace.id.split("#")[1], titleOf), what: trace.what }), { role: "rowheader", scope: "row" }),
    ...cells.map((text, place) => makeElement("td", String(text), { role: "cell", "data-label": headings[place + 1] })));
  return row;
}

function conditionLists(conditions) {
  return EFFECTS.flatMap((effect) => {
    const own = conditions.filter((one) => one.effect === effect);
    if (!own.length) return [];
    const list = makeElement("ul");
    list.append(...own.map((one) => makeElement("li", `${one.text}${one.source ? ` Source: ${citeSource(one.source)}.` : ""}`)));
    return [makeElement("p", say(`effect.${effect}`)), list];
  });
}

// The conditions in few words: what hangs on them by name, and how many there are to know besides.
function conditionsInBrief(conditions) {
  const shown = conditions.filter(({ effect }) => effect === "shown").length;
  const told = conditions.filter(({ effect }) => effect !== "shown").map(({ code, effect }) => say(`my.${effect}`, { name: nameOf(code, conditions) }));
  return [...told, ...(shown ? [say("my.shown", { count: shown })] : [])].join("; ");
}
