// The answer to From and To: one sentence, the route to scale, what to do in each class, other ways, and what HR decides.
import { makeElement, paragraphOf } from "../details.js";
import { dollarsOf, signedDollars } from "../dollars.js";
import { say, sayInPieces } from "../messages.js";
import { missingWords } from "../missing.js";
import { readMonth } from "../../my_path/months.js";
import { spellMonth, spellMonths, spellSpan, withCapital } from "../my_words.js";
import { chipOf, chipsOf } from "./chips.js";
import { DayOne } from "./day_one.js";
import { payUnitOf, flightsOf, gainBetween, gradeOf, lowestPay } from "./flights.js";
import { waysToAsk } from "./other_ways.js";
import { proofOf, sourcesOf, unmetProof } from "./proof.js";
import { ageLine, conditionWords, tellBelow, tellVerdict } from "./sentences.js";
import { layStairs, layUpright } from "./stairs_layout.js";
import { paintStairs, paintUpright } from "./stairs_picture.js";
import { tellStrong } from "./strong.js";
import { goalItem, needsOnce, todoItem } from "./todo.js";
import { datesOfRules, isStudySure, leadMonthsAsked, storyOf } from "./verdict.js";

const NARROW = 640, PAPER = 720, LEAST_COLUMN = 150;
const routePart = (name) => document.getElementById("route-" + name);

function startingPay(spec, unit) {
  if (unit && lowestPay(spec, unit) !== null) return dollarsOf(lowestPay(spec, unit));
  return gradeOf(spec) ? say("route.page.grade", { grade: gradeOf(spec) }) : "";
}

export class RouteFace {
  constructor({ catalog, words, asOf, onMyPath, onLink }) {
    Object.assign(this, { catalog, words, asOf, onMyPath, onLink, accepted: [] });
    this.dayOne = new DayOne({ catalog, words, asOf });
    this.specOf = (id) => catalog.classes.get(id);
    this.titleOf = (id) => catalog.classes.get(id)?.title;
    routePart("print").addEventListener("click", () => window.print());
    routePart("copy").addEventListener("click", () => this.copyLink());
    routePart("facts").addEventListener("click", () => this.onMyPath({ start: this.start, target: this.target }));
    routePart("why").addEventListener("click", () => this.toggleProof());
    routePart("conditions").addEventListener("change", () => this.accept());
    new ResizeObserver(() => this.draw()).observe(routePart("chart"));
    window.addEventListener("beforeprint", () => this.draw(PAPER));
    window.addEventListener("afterprint", () => this.draw());
  }

  hide() {
    clearTimeout(this.later);
    this.story = null;
    routePart("copied").textContent = "";
    this.announce(null);
    delete document.getElementById("route").dataset.asked;
    document.getElementById("route").hidden = true;
    document.documentElement.classList.remove("has-route");
  }

  // Answers from one class to another. Returns the classes on the way.
  show(start, target) {
    Object.assign(this, { start, target, accepted: [] });
    routePart("copied").textContent = "";
    const found = this.dayOne.ask(start, target), asked = found.best?.if_conditions_met?.conditions ?? [];
    document.getElementById("route").dataset.asked = `${start} ${target}`;
    this.offered = { conditions: asked, known: found.best?.conditions ?? [] };
    this.tell(found);
    this.offerConditions();
    document.getElementById("route").hidden = false;
    document.documentElement.classList.add("has-route");
    this.draw();
    return this.flights ? this.flights.map((one) => one.classId) : [];
  }

  // What is asked is answered in place: the boxes that are ticked are taken as true.
  accept() {
    this.accepted = [...routePart("conditions").querySelectorAll("input:checked")].map((one) => one.value);
    this.tell(this.dayOne.ask(this.start, this.target, { accepted: this.accepted }));
    this.draw();
  }

  hopefulOf({ best }) {
    const open = best?.months === null ? best.if_conditions_met?.conditions : null;
    return open ? this.dayOne.ask(this.start, this.target, { accepted: [...this.accepted, ...open] }) : null;
  }

  tell(found) {
    const story = storyOf(found, this.hopefulOf(found));
    this.story = story;
    const isReached = ["after", "if"].includes(story.state) && story.answer.months > 0;
    this.taken = [...this.accepted, ...(story.conditions ?? [])];
    this.lead = this.taken.includes("LEAD") && isReached ? this.leadOf(story.answer) : null;
    this.flights = isReached ? this.flightsOf(story.answer) : null;
    this.tellHead(found);
    for (const name of ["chart", "todo", "more", "cited"]) routePart(name).hidden = !isReached;
    if (isReached) this.tellTodo();
    else this.tellUnmet();
    routePart("proof").replaceChildren();
    routePart("proof").hidden = true;
    this.tellChips();
    this.tellWays();
    // What hangs on a condition is told on this page, which tells the condition; the sheets of My path know none.
    this.announce(isReached && story.state === "after" && !this.accepted.length ? story.answer : null);
  }

  // What is answered, for the other parts of the page: where it begins, and the answer, null where no route is drawn.
  announce(answer) {
    document.dispatchEvent(new CustomEvent("ladder:route", { detail: { start: answer ? this.start : "", answer } }));
  }

  // How many months of lead work do, and in which class they are planned: where the engine says that so many are enough.
  leadOf(answer) {
    const months = leadMonthsAsked(answer, this.specOf), last = answer.steps.at(-1);
    if (!months || last.hold_months < months) return null;
    const others = this.taken.filter((code) => code !== "LEAD");
    const again = this.dayOne.ask(this.start, this.target, { accepted: others, leadIn: [last.from || this.start] });
    return again.best?.months === answer.months ? { months, classId: last.from || this.start } : null;
  }

  flightsOf(answer) {
    const flights = flightsOf(answer, this.start, this.specOf), specs = flights.map((one) => one.spec);
    const unit = payUnitOf(specs), most = unit ? Math.max(...specs.map((spec) => Number(lowestPay(spec, unit)))) : 0;
    this.unit = most > 0 ? unit : "";
    return flights.map((one, place) => {
      const isLead = this.lead?.classId === one.classId && one.months > 0;
      return {
        ...one, ...this.timesOf(one), ...this.payOf(one.spec, place ? flights[place - 1].spec : null),
        height: this.unit ? Number(lowestPay(one.spec, unit)) / most : null,
        stripe: isLead ? { months: this.lead.months, text: say("route.page.lead_stripe", { count: this.lead.months }) } : null,
      };
    });
  }

  timesOf({ fromMonth, months }) {
    const start = spellMonth(this.dayOne.monthAfter(fromMonth));
    if (!months) return { start, held: "", when: start };
    const time = spellMonths(months);
    return { start, held: say("route.page.held_in", { time }), when: say("stairs.held", { month: start, time }) };
  }

  // What a class pays at the start, else its grade, and what that is more than in the class before.
  payOf(spec, before) {
    const own = this.unit || payUnitOf([spec]), pay = startingPay(spec, own);
    const gain = before && own ? gainBetween(before, spec, own) : null;
    return { pay, gain: gain && Number(gain) ? signedDollars(gain) : "", isLoss: Boolean(gain?.startsWith("-")), isDashed: !this.unit && !pay };
  }

  tellHead() {
    const { story, specOf } = this, ends = { start: specOf(this.start), target: specOf(this.target) };
    const leadMonths = this.lead?.months ?? null;
    const result = document.getElementById("result"), below = routePart("below");
    result.replaceChildren();
    tellVerdict(result, story, { ...ends, leadMonths });
    below.replaceChildren();
    const unit = payUnitOf([ends.start, ends.target]), low = unit ? gainBetween(ends.start, ends.target, unit) : null;
    const degree = story.answer && isStudySure(story.answer) ? "route.page.no_degree" : "route.page.no_degree_here";
    tellBelow(below, story, { gain: low === null ? null : { low, unit }, degree, leadMonths, target: ends.target });
    if (story.state === "never") tellStrong(below, ...this.missingTold());
    const why = routePart("why");
    why.hidden = story.state === "no_path";
    why.setAttribute("aria-expanded", "false");
    why.textContent = story.state === "after" ? say("route.page.why_time", { time: spellSpan(story.answer) }) : say("route.page.why");
    this.tellAge(story.answer?.steps.length ? story.answer.steps.map((step) => specOf(step.to)) : [ends.target]);
  }

  // How old the rules of a path are, and what is to know of its classes besides; no rules are on a path that is none.
  tellAge(entered) {
    const notes = this.catalog.notesAbout(entered.map((spec) => spec.class_id));
    const lines = this.story.state === "no_path" ? [] : [ageLine(datesOfRules(entered))];
    routePart("age").replaceChildren(...lines, ...notes.map((text) => makeElement("p", text, { class: "age", dir: "auto" })));
  }

  missingTold() {
    const what = missingWords(this.story.answer, this.catalog);
    return what ? ["route.page.missing", { what }] : ["route.page.missing_none"];
  }

  tellUnmet() {
    routePart("todo").replaceChildren();
    const { state } = this.story, links = routePart("links");
    links.replaceChildren();
    links.hidden = !["no_path", "never", "unknown_class"].includes(state);
    if (links.hidden) return;
    const leadTo = [...new Set(this.catalog.stepsInto(this.target).map((step) => step.feederClass))].filter((id) => this.specOf(id));
    const items = leadTo.map((id) => {
      const item = makeElement("li");
      item.append(makeElement("a", this.titleOf(id), { href: routeLink(id, this.target), dir: "auto" }));
      return item;
    });
    const list = makeElement("ul");
    list.append(...items);
    links.append(paragraphOf(say(items.length ? "route.page.leads_to" : "route.page.leads_to_none", { title: this.titleOf(this.target) })), ...(items.length ? [list] : []));
  }

  tellTodo() {
    routePart("links").hidden = true;
    const list = routePart("todo"), { flights } = this;
    const byLevel = (flight, next) => flight.move.source && this.catalog.stepsInto(next.classId).some((step) => step.feederClass === flight.classId && step.certainty === "level");
    const needs = needsOnce(flights), textOf = (code) => this.words[code] ?? say("route.page.hr_other");
    list.replaceChildren(...flights.slice(0, -1).map((one, place) => todoItem(one, flights[place + 1], { textOf, isByLevel: byLevel(one, flights[place + 1]), needs: needs[place] })), goalItem(flights.at(-1)));
    routePart("sources").replaceChildren(...sourcesOf(flights, this.story.answer).map((one) => makeElement("li", one, { dir: "auto" })));
  }

  scaleWords(isNarrow) {
    if (isNarrow) return say("route.page.scale_upright");
    if (this.unit) return say("route.page.scale", { unit: say(`pay.unit.${this.unit}`) });
    return say(this.flights.some((one) => one.isDashed) ? "route.page.scale_dashed" : "route.page.scale_even");
  }

  tellChips() {
    const { answer } = this.story, chips = answer ? chipsOf(answer.conditions) : [];
    routePart("hr").hidden = !chips.length;
    for (const [name, own] of [["chips", chips.filter((one) => one.isByHr)], ["known", chips.filter((one) => !one.isByHr)]]) {
      routePart(name).replaceChildren(...own.map(({ label, told, isByHr }) => chipOf(label, told, { isByHr })));
      routePart(name).previousElementSibling.hidden = !own.length;
    }
  }

  tellWays() {
    clearTimeout(this.later);
    routePart("others").hidden = true;
    routePart("ways").replaceChildren();
    if (this.story.state !== "after" && this.story.state !== "if") return;
    const { dayOne, start, target, specOf } = this, best = this.story.answer;
    if (this.story.found.best.if_conditions_met && best.months !== null && this.story.state === "after") this.addWays([this.conditionalWay()]);
    const waiting = waysToAsk({ dayOne, start, target, best, specOf, accepted: this.taken, leadIn: [] });
    const turn = () => {
      const { value, done } = waiting.next();
      if (done || this.story?.answer !== best) return;
      this.addWays(value());
      this.later = setTimeout(turn, 0);
    };
    this.later = setTimeout(turn, 0);
  }

  conditionalWay() {
    const { best } = this.story.found, met = best.if_conditions_met;
    const conditions = conditionWords(met.conditions, best.conditions, null);
    return { time: met.months ? spellSpan(met) : say("answer.now"), beside: say("route.page.sooner", { time: spellMonths(best.months - met.months) }), told: ["route.page.way_if", { conditions }], price: met.months ? spellMonth(this.dayOne.monthAfter(met.months)) : say("route.page.at_once") };
  }

  addWays(rows) {
    for (const row of rows) {
      const item = makeElement("li");
      if (row.note) item.append(makeElement("span", row.note, { class: "way-note" }));
      else item.append(makeElement("strong", row.time), makeElement("span", row.beside, { class: "beside" }), this.wayTold(row), makeElement("span", row.price, { class: "price" }));
      routePart("ways").append(item);
    }
    routePart("others").hidden = !routePart("ways").querySelector("strong");
  }

  wayTold({ told: [name, fields], start, leadsTo }) {
    const place = makeElement("span", undefined, { class: "way", dir: "auto" });
    const href = start ? routeLink(start, this.target) : leadsTo && routeLink(this.start, leadsTo);
    place.append(...sayInPieces(name, fields).map((text, at) => (at % 2 && href ? makeElement("a", text, { href }) : text)));
    return place;
  }

  offerConditions() {
    const { conditions, known } = this.offered, place = routePart("conditions");
    place.hidden = !conditions.length;
    place.replaceChildren(...conditions.map((code) => {
      const label = makeElement("label"), box = makeElement("input", undefined, { type: "checkbox", value: code, autocomplete: "off" });
      const words = conditionWords([code], known, code === "LEAD" ? this.lead?.months ?? null : null);
      label.append(box, " ", withCapital(words));
      const offer = makeElement("div");
      offer.append(label, chipOf(say("route.page.meaning"), known.filter((one) => one.code === code), { isByHr: true }));
      return offer;
    }));
  }

  toggleProof() {
    const why = routePart("why"), isOpen = why.getAttribute("aria-expanded") === "true";
    why.setAttribute("aria-expanded", String(!isOpen));
    const place = routePart("proof"), { answer } = this.story;
    if (!isOpen) place.replaceChildren(...(this.flights ? proofOf(this.flights, { dayOne: this.dayOne, accepted: this.taken, leadIn: this.lead?.classId ?? "", titleOf: this.titleOf }) : unmetProof(answer, this.titleOf)));
    place.hidden = isOpen;
  }

  async copyLink() {
    const link = location.href.replace(/#.*$/su, "") + routeLink(this.start, this.target), said = routePart("copied");
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = say("route.page.copied");
    } catch {
      said.textContent = say("route.page.copy_by_hand", { link });
    }
  }

  // Draws the route as wide as there is room, or as paper is.
  draw(paper = 0) {
    const place = routePart("chart");
    if (!this.flights || place.hidden) return;
    const width = Math.floor(paper || place.clientWidth);
    if (!width) return;
    const isNarrow = width < NARROW, flights = this.flights;
    const [first, last] = [flights[0], flights.at(-1)];
    const brief = { startWords: first.start, endWords: last.start, startYear: Math.floor(readMonth(this.asOf) / 12) };
    const laid = isNarrow ? layUpright(flights, { width }) : layStairs(flights, { width, ...brief });
    place.replaceChildren(isNarrow ? paintUpright(laid) : paintStairs(laid));
    routePart("scale").textContent = this.scaleWords(isNarrow);
    const list = routePart("todo"), isFolded = !isNarrow && laid.treads.some((one) => !one.words);
    list.classList.toggle("is-folded", isFolded);
    list.classList.toggle("is-narrow", isNarrow);
    const columns = isNarrow ? [] : laid.treads.map((one) => one.right - one.left);
    const isInLine = columns.length > 0 && Math.min(...columns) >= LEAST_COLUMN;
    list.classList.toggle("is-in-line", isInLine);
    list.style.gridTemplateColumns = isInLine ? columns.map((one) => `${one}px`).join(" ") : "";
  }
}

// A link that asks for a route.
export function routeLink(start, target) {
  return "#" + new URLSearchParams({ from: start, to: target }).toString();
}
