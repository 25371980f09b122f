// My answer on paper: the answer to be kept on the first sheet, what HR looks at on the second. No name stands in it.
import { printMonth, readMonth } from "../../my_path/months.js";
import { payGain } from "../../my_path/pay_gains.js";
import { makeElement } from "../details.js";
import { say, sayList } from "../messages.js";
import { citeSource, requirementName, spellMonth, spellMonths, spellSpan } from "../my_words.js";
import { drawPaperLadder, flightsOnPaper, shortMonth } from "./paper_ladder.js";
import { PaperSources } from "./paper_sources.js";
import { spellGain } from "./plain_words.js";
import { mine } from "./reading.js";

// Letters that a sheet takes in the common size; more are set smaller, so that the answer stays on two sheets.
const MOST_LETTERS = 2500;

const paperText = (name, text, attributes = {}) => makeElement(name, text, { dir: "auto", ...attributes });

export class Paper {
  constructor({ words, catalog, traceOf, filingOf, place }) {
    Object.assign(this, { words, catalog, traceOf, filingOf, place, specOf: (id) => catalog.classes.get(id) });
  }

  clear() {
    mine("paper").replaceChildren();
    mine("paper").hidden = true;
    document.documentElement.classList.remove("has-answer");
  }

  // Makes the sheets of an answer. `start` is the class that it begins in, "" where there is none; `facts` what was told, as
  // pairs of a name and a value; `other` another way, where there is one.
  show({ answer, start, facts, other = null }) {
    Object.assign(this, { answer, start, sources: new PaperSources() });
    this.steps = answer.steps.length || answer.months === null || !start ? answer.steps : [this.onlyMove(answer, start)];
    const asked = this.askedTable(), confirmed = this.confirmTable();
    const first = [this.sentence(), this.brief(confirmed.count), ...this.ladder(), ...this.todo(), ...this.otherWay(other)];
    const second = [...asked, ...confirmed.parts, ...this.told(facts), ...this.sourceList(), ...this.age()];
    const sheets = [this.sheet(first, 1), this.sheet(second, 2)];
    for (const sheet of sheets) sheet.classList.toggle("is-full", sheet.textContent.length > MOST_LETTERS);
    mine("paper").replaceChildren(...sheets);
    mine("paper").hidden = false;
    document.documentElement.classList.add("has-answer");
  }

  // Somebody who stays in the one class until the other is open makes one move.
  onlyMove(answer, start) {
    return { from: start, to: answer.target, hold_months: answer.months, at_month: answer.months, route: answer.routes[0] ?? "", source: answer.source };
  }

  monthAfter(months) {
    return printMonth(readMonth(this.answer.as_of) + months);
  }

  sheet(parts, page) {
    const sheet = makeElement("div", undefined, { class: "sheet" }), head = makeElement("div", undefined, { class: "sheet-head" });
    head.append(paperText("b", say("paper.title")), paperText("span", this.place), paperText("span", say("paper.page", { month: spellMonth(this.answer.as_of), page }), { class: "sheet-page" }));
    const foot = makeElement("div", undefined, { class: "sheet-foot" });
    foot.append(paperText("span", say("paper.foot")), paperText("span", say("paper.made")));
    sheet.append(head, ...parts.filter(Boolean), foot);
    return sheet;
  }

  sentence() {
    const { answer, words } = this, title = words.titleOf(answer.target);
    const more = words.onCondition(answer);
    const told = answer.status === "now" ? say("paper.now", { title })
      : answer.months === null ? say(answer.status === "unknown" ? "paper.cannot_say" : "paper.no_date", { title })
        : say("paper.for", { time: spellSpan(answer), month: spellMonth(answer.month), title });
    return paperText("h2", `${told}.${more ? ` ${more}` : ""}`, { class: "sheet-answer" });
  }

  brief(confirmed) {
    const count = this.steps.length, gain = spellGain(this.gain());
    const moves = count ? (count === 1 ? say("paper.move") : say("paper.moves", { count })) : "";
    return paperText("p", [moves, gain ? say(gain.startsWith("+") ? "paper.grows" : "paper.falls", { gain: gain.slice(1) }) : "", confirmed ? say("paper.confirms", { count: confirmed }) : ""].filter(Boolean).join(" "));
  }

  gain() {
    return this.start ? payGain(this.specOf(this.start)?.pay, this.specOf(this.answer.target).pay) : null;
  }

  ladder() {
    if (this.answer.months === null) return [paperText("h3", say("paper.missing")), paperText("p", this.words.missing(this.answer) || this.words.why(this.answer, { isStaying: false }))];
    if (!this.steps.length) return [];
    const flights = flightsOnPaper({ ...this.pathOf(), steps: this.steps }, this.start, this.specOf), isPaid = flights.every(({ pay }) => pay !== null);
    return [paperText("h3", say("paper.ladder")), drawPaperLadder(flights, this.answer.as_of), paperText("p", [say(isPaid ? "paper.scale" : "paper.scale_steps"), flights[0].months ? say("paper.striped") : ""].join(" "), { class: "small" })];
  }

  pathOf() {
    const { target, months } = this.answer;
    return { target, months };
  }

  todo() {
    if (!this.steps.length) return [];
    const filing = this.start && this.steps.length > 1 ? this.filingOf(this.answer, this.start) : [];
    filing[this.steps.length - 1] = this.answer.file_months;
    const rows = this.steps.flatMap((step, place) => this.todoRows(step, filing[place] ?? null));
    return [paperText("h3", say("paper.todo")), paperTable(["", say("paper.when"), say("paper.what"), say("paper.time"), say("paper.done")], rows, "todo-table"), paperText("p", say("paper.first_months"))];
  }

  todoRows(step, file) {
    const { words } = this, begin = step.at_month - step.hold_months;
    const from = begin ? shortMonth(this.monthAfter(begin)) : say("paper.now_word"), title = words.titleOf(step.to);
    const rows = [];
    if (step.hold_months) {
      const last = step.hold_months > 1 || begin ? shortMonth(this.monthAfter(step.at_month - 1)) : "";
      const isHeld = !begin && (!step.from || step.from === this.start);
      const what = isHeld ? say("paper.stay") : say("paper.work", { title: words.titleOf(step.from) });
      rows.push([box(), last && last !== from ? say("paper.span", { first: from, last }) : from, what, spellMonths(step.hold_months), ""]);
    }
    if (file !== null && file < step.at_month) {
      rows.push([box(), file ? shortMonth(this.monthAfter(file)) : say("paper.now_word"), say("paper.file", { title }), say("paper.early", { time: spellMonths(step.at_month - file) }), ""]);
    }
    const when = step.at_month ? shortMonth(this.monthAfter(step.at_month)) : say("paper.now_word");
    rows.push({ class: "is-met", cells: [box(), when, say("paper.met", { title }), step.at_month ? say("paper.after", { time: spellMonths(step.at_month) }) : "", ""] });
    return rows;
  }

  otherWay(other) {
    if (!other?.months) return [];
    const titles = sayList(other.steps.slice(0, -1).map((step) => this.words.titleOf(step.to)));
    const told = titles ? say("paper.through", { time: spellSpan(other), titles }) : spellSpan(other);
    return [paperText("p", say("paper.other", { told }))];
  }

  // What each class on the way asks by the way that is counted, what is held of it, and what is left.
  askedTable() {
    const targets = this.steps.length ? this.steps : [{ to: this.answer.target, route: this.answer.routes[0] ?? "" }];
    const rows = targets.flatMap((step) => this.askedRows(step));
    if (!rows.length) return [];
    return [paperText("h3", say("paper.asks")), paperTable([say("paper.class_way"), say("paper.asked"), say("paper.have"), say("paper.left"), say("paper.bar")], rows, "asked-table")];
  }

  askedRows({ to, route }) {
    const wanted = this.requirementsOf(to, route), traces = this.traceOf(to).filter(({ asked }) => asked !== null);
    const own = traces.filter(({ id }) => wanted.has(id.split("#")[1]));
    return (own.length ? own : traces).map((trace) => {
      const has = Math.max(0, trace.asked - trace.left), cell = makeElement("div");
      const titles = [...new Set(trace.counted.map(({ title }) => title))];
      const what = this.words.plain(trace.what ?? "") || requirementName(trace.id.split("#")[1], this.words.titleOf);
      cell.append(paperText("b", this.words.titleOf(to)), makeElement("br"), paperText("span", titles.length ? sayList(titles) : what), this.mark(to, trace.source));
      return [cell, String(trace.asked), String(Math.floor(has * 100) / 100), paperText("b", String(Math.ceil(trace.left * 100) / 100)), bar(has, trace.asked)];
    });
  }

  requirementsOf(id, route) {
    const parts = route.split("+"), routes = this.specOf(id).qualifications?.routes ?? [];
    return new Set([...parts, ...routes.filter((one) => parts.includes(one.id)).flatMap((one) => one.requires ?? [])]);
  }

  confirmTable() {
    const { answer } = this, counted = this.traceOf(this.steps[0]?.to ?? answer.target).flatMap(({ counted: parts, source }) => parts.map((one) => ({ ...one, source })));
    const seen = new Set(), lines = [];
    for (const { title, months, source } of counted) {
      const text = say("paper.counts", { months, title, month: spellMonth(this.monthAfter(-1)) });
      if (!seen.has(text)) lines.push(cellOf(this.cited(text, source, this.steps[0]?.to ?? answer.target)));
      seen.add(text);
    }
    for (const { text, source } of answer.conditions.filter((one) => !one.asked_of)) {
      if (!seen.has(text)) lines.push(cellOf(this.cited(text, source)));
      seen.add(text);
    }
    lines.push(...this.onTheWay());
    if (!lines.length) return { count: 0, parts: [] };
    const rows = lines.map((cell) => [cell, yesNo()]);
    const signed = makeElement("div", undefined, { class: "signed" });
    signed.append(...["paper.signature", "paper.office", "paper.date"].map((name) => paperText("span", say(name))));
    return { count: lines.length, parts: [paperText("h3", say("paper.confirm")), paperTable([say("paper.to_confirm"), say("paper.hr_says")], rows, "confirm-table"), paperText("p", say("paper.remarks"), { class: "remarks" }), signed] };
  }

  told(facts) {
    const list = makeElement("dl", undefined, { class: "told" });
    for (const [name, value] of facts) {
      const one = makeElement("div");
      one.append(paperText("dt", name), paperText("dd", value));
      list.append(one);
    }
    return [paperText("h3", say("paper.told")), list];
  }

  // The class on the way whose text a condition stands in; null where that cannot be told by the text itself.
  classOf(source) {
    const same = (one) => one && one.document === source.document && String(one.lines) === String(source.lines) && one.section === source.section;
    const ids = [...new Set([...this.steps.map((step) => step.to), this.answer.target])].filter((id) => {
      const { conditions = [], qualifications } = this.specOf(id);
      return [...conditions, ...(qualifications?.requirements ?? []), ...(qualifications?.substitutions ?? [])].some((one) => same(one.source));
    });
    return ids.length === 1 ? ids[0] : null;
  }

  // What HR must confirm of each class on the way, in a line each.
  onTheWay() {
    const further = this.answer.conditions.filter((one) => one.asked_of);
    return [...new Set(further.map((one) => one.asked_of))].map((title) => {
      const cell = paperText("span", say("answer.on_the_way", { title, told: "" }));
      for (const { text, source } of further.filter((one) => one.asked_of === title)) cell.append(...this.cited(text, source), " ");
      return cell;
    });
  }

  // Words of a record with the mark of their source, where they have one.
  cited(text, source, id = source ? this.classOf(source) : null) {
    const plain = this.words.plain(text);
    return source ? [`${plain} `, this.mark(id, source)] : [plain];
  }

  // The mark under which a source stands in the list.
  mark(id, source) {
    if (!source) return "";
    if (id === null) return this.sources.mark((place) => place || citeSource(source), citeSource(source));
    const date = this.words.dateInWords(id), fields = { title: this.words.titleOf(id), code: this.specOf(id).code ?? "", date };
    const place = citeSource({ ...source, revision: null }).slice(source.document.length + ", ".length);
    return this.sources.mark((places) => say(date ? "paper.source" : "paper.source_undated", { ...fields, place: places }), place);
  }

  sourceList() {
    const listed = this.sources.listed();
    if (!listed.length) return [];
    const list = makeElement("ol", undefined, { class: "sheet-sources" });
    list.append(...listed.map((text) => paperText("li", text)));
    return [paperText("h3", say("paper.sources")), list];
  }

  age() {
    const texts = this.words.ageOf([...new Set([...this.steps.map((step) => step.to), this.answer.target])]);
    return texts.length ? [paperText("p", texts.join(" "), { class: "sheet-age" })] : [];
  }
}

function box() {
  return makeElement("span", undefined, { class: "tick-box" });
}

function yesNo() {
  const cell = makeElement("span", undefined, { class: "yes-no" });
  cell.append(box(), say("paper.yes"), box(), say("paper.no"));
  return cell;
}

function bar(has, asked) {
  return makeElement("progress", undefined, { max: String(asked), value: String(has), "aria-label": `${has} / ${asked}` });
}

function cellOf(parts) {
  const cell = paperText("span");
  cell.append(...parts);
  return cell;
}

// A table of the sheet: cells are texts or elements; a row may have a look of its own.
function paperTable(headings, rows, look) {
  const table = makeElement("table", undefined, { class: look }), head = makeElement("thead"), body = makeElement("tbody"), top = makeElement("tr");
  top.append(...headings.map((text) => (text ? makeElement("th", text, { scope: "col" }) : makeElement("td"))));
  head.append(top);
  for (const row of rows) {
    const made = makeElement("tr", undefined, row.class ? { class: row.class } : {});
    made.append(...(row.cells ?? row).map((cell) => {
      const place = makeElement("td", undefined, { dir: "auto" });
      place.append(cell);
      return place;
    }));
    body.append(made);
  }
  table.append(head, body);
  return table;
}
