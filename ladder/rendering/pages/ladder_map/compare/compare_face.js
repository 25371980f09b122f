// Two or three classes side by side: when for you, pay on one scale, the ways in, where each leads, what HR decides.
import { makeElement } from "../details.js";
import { dollarsOf, signedDollars, unitWords } from "../dollars.js";
import { isMessage, say, sayList } from "../messages.js";
import { reachOf } from "../mine/marks.js";
import { waysMissing } from "../missing.js";
import { citeSource, spellMonth, spellMonths, whenOf, withCapital } from "../my_words.js";
import { briefOf } from "../route/chips.js";
import { gainBetween, gradeOf, highestPay, lowestPay, ownUnit, payUnitOf } from "../route/flights.js";
import { tellStrong } from "../route/strong.js";
import { asClass } from "../route/todo.js";
import { commonEnds, conditionRows, framesOf, marksOf, rowsOf, waysInto, waysOn } from "./compared.js";
import { axisOf, ownPay, scaleUpTo } from "./pay_scale.js";
import { shapeOf } from "./tray.js";

const PLACES_ONLY = ["facts.experience", "facts.service", "facts.Education", "facts.Credential", "facts.Programme", "facts.StandingHeld", "facts.condition"];
const comparePart = (name) => document.getElementById("compare-" + name);

export class CompareFace {
  constructor({ catalog, answerFor, presentClass, factsTold, onFacts }) {
    Object.assign(this, { catalog, answerFor, presentClass, factsTold, onFacts });
    const places = PLACES_ONLY.filter(isMessage).map((name) => placePattern(say(name, { place: "\u0000", about: "\u0000" })));
    this.isPlaceOnly = (text) => places.some((pattern) => pattern.test(text));
    this.specOf = (id) => catalog.classes.get(id);
    comparePart("differences").addEventListener("click", (event) => this.toggleDifferences(event.target));
    comparePart("print").addEventListener("click", () => window.print());
    comparePart("change").addEventListener("click", () => this.onFacts(""));
  }

  show(ids) {
    this.ids = ids;
    this.cited = new Set();
    const specs = ids.map(this.specOf), into = specs.map((spec) => waysInto(spec, this.isPlaceOnly)), on = ids.map((id) => waysOn(this.catalog, id, this.isPlaceOnly));
    const answers = ids.map((id) => this.answerFor(id)), hasFacts = answers.every(Boolean);
    const noneOf = (message) => (spec) => (!spec.qualifications ? "compare.unknown" : spec.completeness === "partial" ? "compare.in_part" : message);
    this.tellSentence(specs, answers, commonEnds(on), hasFacts);
    comparePart("you").hidden = !hasFacts;
    comparePart("told").textContent = hasFacts ? say("compare.you", { facts: this.factsTold() }) : "";
    const table = comparePart("rows");
    table.replaceChildren(
      columnsOf(ids.length),
      this.headRow(specs),
      this.whenRow(answers, hasFacts),
      this.payRow(specs),
      this.groupRow("compare.ways_in", "compare.ways_in_help"),
      ...this.wayRows(rowsOf(into), specs, noneOf("compare.no_way"), (row) => this.asFeeder(row.feeder), { any: "compare.any_way" }),
      this.groupRow("compare.leads_to", "compare.leads_to_help"),
      ...this.wayRows(rowsOf(on), specs, () => "compare.no_step", (row) => this.titleOf(row.feeder), { any: "compare.any_class", gains: true }),
      this.groupRow("compare.hr", "compare.hr_help"),
      ...this.wayRows(conditionRows(specs, this.isPlaceOnly).map(({ code, cells }) => ({ feeder: null, label: withCapital(briefOf(code) || say("route.page.hr_other")), cells })), specs, noneOf("compare.not_said"), (row) => row.label, { any: "compare.any_condition", texts: true }),
    );
    comparePart("sources").replaceChildren(...[...this.cited].map((text) => makeElement("li", text, { dir: "auto" })));
  }

  // "As a Chief Clerk", and that it is the class held now.
  asFeeder(id) {
    const told = asClass(this.titleOf(id));
    return id === this.presentClass() ? say("compare.your_class", { told }) : told;
  }

  titleOf(id) {
    return this.specOf(id)?.title ?? id;
  }

  tellSentence(specs, answers, ends, hasFacts) {
    const place = comparePart("sentence");
    place.replaceChildren();
    const dated = hasFacts ? answers.filter(({ months }) => months !== null).sort((one, other) => one.months - other.months) : [];
    if (dated.length) tellStrong(place, dated[0].months ? "compare.first" : "compare.first_now", { title: this.titleOf(dated[0].target), month: spellMonth(dated[0].month) });
    else tellStrong(place, hasFacts ? "compare.none_dated" : "compare.side_by_side");
    if (ends.length) {
      place.append(" ");
      tellStrong(place, specs.length === 2 ? "compare.both_lead" : "compare.all_lead", { titles: sayList(ends.map((id) => this.titleOf(id))) });
    }
  }

  headRow(specs) {
    const row = makeElement("tr");
    row.append(makeElement("td"), ...specs.map((spec, place) => {
      const head = makeElement("th", undefined, { scope: "col" });
      head.append(shapeOf(place), " ", makeElement("span", spec.title, { dir: "auto" }));
      return head;
    }));
    const head = makeElement("thead");
    head.append(row);
    return head;
  }

  rowOf(label, help = "") {
    const row = makeElement("tr"), head = makeElement("th", label, { scope: "row", dir: "auto" });
    if (help) head.append(makeElement("span", help, { class: "help" }));
    row.append(head);
    return row;
  }

  groupRow(label, help) {
    const row = makeElement("tr", undefined, { class: "of-group" });
    const head = makeElement("th", say(label), { scope: "colgroup", colspan: String(this.ids.length + 1) });
    head.append(" ", makeElement("span", say(help), { class: "help" }));
    row.append(head);
    return row;
  }

  whenRow(answers, hasFacts) {
    const row = this.rowOf(say("compare.when"), say("compare.when_help"));
    if (!hasFacts) {
      row.classList.add("on-screen");
      row.append(this.withoutFacts());
    } else {
      row.append(...answers.map((answer, place) => {
        const cell = makeElement("td");
        cell.append(this.mark(place), this.whenWords(answer));
        return cell;
      }));
    }
    return row;
  }

  // Without facts nothing is told of anybody: one cell leads to where they are typed.
  withoutFacts() {
    const cell = makeElement("td", undefined, { colspan: String(this.ids.length) }), button = makeElement("button", say("compare.add_facts"), { type: "button", id: "compare-facts" });
    button.addEventListener("click", () => this.onFacts(this.ids[0]));
    cell.append(button, " ", makeElement("span", say("compare.add_facts_help"), { class: "help" }));
    return cell;
  }

  whenWords(answer) {
    const { months, month } = answer, made = makeElement("div", undefined, { dir: "auto", class: `when of-${reachOf(answer)}` });
    made.append(makeElement("b", months === null ? say("compare.no_date") : months ? spellMonth(month) : say("compare.now")), " ");
    if (months) made.append(say("compare.in_time", { time: spellMonths(months) }));
    if (months === null) made.append(...this.missingWays(answer));
    return made;
  }

  // What is missing by the first way, and the others on demand.
  missingWays(answer) {
    const [first, ...others] = waysMissing(answer, this.catalog);
    if (!first) return [whenOf(answer)];
    const told = say("missing.is", { what: first });
    if (!others.length) return [told];
    const more = makeElement("details", undefined, { class: "cited" }), list = makeElement("ul");
    list.append(...others.map((text) => makeElement("li", withCapital(text), { dir: "auto" })));
    more.append(makeElement("summary", say(others.length === 1 ? "compare.or_another" : "compare.or_others", { count: others.length })), list);
    return [told, more];
  }

  // The number of a class before each of its cells: seen on a narrow page, where the columns stand below one another.
  mark(place) {
    const mark = shapeOf(place);
    mark.classList.add("of-cell");
    return mark;
  }

  payRow(specs) {
    const paid = specs.filter((spec) => ownUnit(spec)), unit = paid.length ? payUnitOf(paid) : "", row = this.rowOf(say("compare.pay"), unit ? say("compare.pay_help", { unit: unitWords(unit) }) : "");
    if (unit) row.append(this.payCell(specs, unit));
    else row.append(...specs.map((spec, place) => {
      const cell = makeElement("td");
      cell.append(this.mark(place), this.unpaid(spec));
      return cell;
    }));
    return row;
  }

  // The pay of all on one scale from nothing, and where the class held now begins.
  payCell(specs, unit) {
    const own = this.presentClass() && this.specOf(this.presentClass()), mine = own ? lowestPay(own, unit) : null;
    const scale = scaleUpTo(Math.max(...specs.map((spec) => Number(highestPay(spec, unit) ?? 0)), Number(mine ?? 0)));
    const cell = makeElement("td", undefined, { class: "pay-scale", colspan: String(specs.length) });
    if (mine) cell.append(ownPay(mine, scale));
    cell.append(...specs.map((spec, place) => this.payLine(spec, place, unit, scale)), axisOf(scale));
    return cell;
  }

  payLine(spec, place, unit, scale) {
    const line = makeElement("div", undefined, { class: "pay-line" }), track = makeElement("div", undefined, { class: "pay-track" });
    const low = lowestPay(spec, unit), high = highestPay(spec, unit);
    if (low === null) track.append(this.unpaid(spec));
    else {
      track.style.setProperty("--low", String(Number(low) / scale));
      track.style.setProperty("--high", String(Number(high) / scale));
      track.append(makeElement("b", dollarsOf(low), { class: "pay-low" }), makeElement("span", undefined, { class: "pay-range" }));
      if (high !== low) track.append(makeElement("b", say("compare.up_to", { amount: dollarsOf(high) }), { class: "pay-high" }));
    }
    line.append(track, this.sourceOf(spec.pay?.source), shapeOf(place));
    return line;
  }

  // What a class without pay in the unit of the others prints: pay in its own, a grade, or nothing.
  unpaid(spec) {
    const own = ownUnit(spec);
    if (own) return say("pay.range", { low: dollarsOf(lowestPay(spec, own)), high: dollarsOf(highestPay(spec, own)), unit: unitWords(own) });
    return gradeOf(spec) ? say("route.page.grade", { grade: gradeOf(spec) }) : say("compare.no_pay");
  }

  sourceOf(source) {
    const cited = citeSource(source);
    if (cited) this.cited.add(cited);
    const made = makeElement("details", undefined, { class: "cited" });
    if (cited) made.append(makeElement("summary", say("compare.source")), makeElement("p", cited, { class: "source", dir: "auto" }));
    return cited ? made : "";
  }

  wayRows(rows, specs, none, labelOf, told) {
    if (!rows.length) return [this.emptyRow(specs, none, told.any)];
    return rows.map((row) => {
      const marks = marksOf(row.cells), made = this.rowOf(row.feeder || row.label ? labelOf(row) : say("compare.other_way"));
      if (marks.every((one) => one.kind === "same" && one.same.length === marks.length)) made.classList.add("is-same");
      for (const frame of framesOf(marks)) made.append(this.cellOf(row, frame, none, specs, told));
      return made;
    });
  }

  // Where no class has anything to tell, each says why.
  emptyRow(specs, none, label) {
    const made = this.rowOf(say(label));
    made.append(...specs.map((spec, place) => {
      const cell = makeElement("td"), body = makeElement("div");
      body.append(this.mark(place), say(none(spec)));
      cell.append(body);
      return cell;
    }));
    return made;
  }

  cellOf(row, { place, span, mark }, none, specs, { gains = false, texts = false }) {
    const cell = makeElement("td", undefined, { class: `is-${mark.kind}`, ...(span > 1 ? { colspan: String(span) } : {}) });
    const ways = row.cells[place];
    const body = makeElement("div");
    for (let at = place; at < place + span; at += 1) body.append(this.mark(at));
    if (!ways.length) body.append(say(none(specs[place])));
    for (const way of ways) body.append(this.wayOf(way, texts), ...(ways.length > 1 ? [this.sourceOf(way.source)] : []));
    if (gains && ways.length) body.append(...this.gainsOf(specs, row.feeder, { place, span }));
    if (ways.length) body.append(this.markWords(mark, texts), ...(ways.length === 1 ? [this.sourceOf(ways[0].source)] : []));
    cell.append(body);
    return cell;
  }

  wayOf(way, isText) {
    return isText ? makeElement("span", way.text, { dir: "auto" }) : this.wayWords(way);
  }

  wayWords({ months, isByLevel, work, feeder, also }) {
    const made = makeElement("span", undefined, { dir: "auto" });
    if (months !== null) made.append(makeElement("b", spellMonths(months)), isByLevel ? ` ${say("compare.by_level")}` : "");
    else if (feeder) made.append(say("time.unknown"));
    if (!feeder) made.append(also.map((rule) => askedWords(rule).replace(/\.$/u, "")).join("; "));
    else if (work) made.append(": ", work);
    made.append(" ");
    return made;
  }

  gainsOf(specs, target, { place, span }) {
    return specs.slice(place, place + span).flatMap((spec, at) => this.gainWords(spec, target, span > 1 ? place + at : null));
  }

  gainWords(lower, target, place) {
    const upper = this.specOf(target), unit = upper && payUnitOf([lower, upper]), gain = unit ? gainBetween(lower, upper, unit) : null;
    if (!gain || !Number(gain)) return [];
    const made = makeElement("span", signedDollars(gain), { class: gain.startsWith("-") ? "loss" : "gain" });
    return place === null ? [made, " "] : [made, ` ${say("compare.from_place", { place: place + 1 })} `];
  }

  // How a cell stands to the others; of texts that HR decides by, only whether they are the same.
  markWords({ kind, same }, isText) {
    const made = makeElement("span", undefined, { class: "said" });
    if (kind === "only") made.append(say("compare.only_here"));
    else if (isText && kind !== "same") return "";
    else if (kind === "other") made.append(say("compare.other_work"));
    else if (kind === "untold") made.append(say("compare.work_untold"));
    else if (kind === "same") made.append(say("compare.same_in"), " ", ...same.map((place) => shapeOf(place)));
    return made;
  }

  toggleDifferences(button) {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isOn));
    comparePart("rows").classList.toggle("only-differences", isOn);
  }
}

// The columns of the table: the names of the rows take a width of their own, the classes share what is left.
function columnsOf(count) {
  const columns = makeElement("colgroup");
  columns.append(makeElement("col", undefined, { class: "of-label" }), makeElement("col", undefined, { span: String(count) }));
  return columns;
}

// What a rule asks: its months, where it asks some, and its words.
function askedWords({ months, what = "" }) {
  return months ? say("page.meaning", { name: spellMonths(months), what }) : what;
}


// What matches a text that tells a place alone, whatever the place.
function placePattern(text) {
  const parts = text.split(/\u0000+/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su");
}
