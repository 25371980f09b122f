// What My path finds, in four groups: a card a class, with its month, why, and what it pays more.
import { nextClasses } from "../../my_path/next_classes.js";
import { makeElement, paragraphOf } from "../details.js";
import { say } from "../messages.js";
import { citeSource, routeWords, whenOf } from "../my_words.js";
import { FIVE_YEARS, drawDots } from "./dots.js";
import { classesAhead } from "./climbs.js";
import { markOf, reachOf } from "./marks.js";
import { PlainWords, spellGain } from "./plain_words.js";
import { mine } from "./reading.js";
import { conditionLists, requirementTable } from "./why.js";

const FIRST_CARDS = 3;
const MORE_CARDS = 60;
const GROUPS = [["now", "my.now", "my.now_if"], ["soon", "my.soon"], ["later", "my.later"], ["else", "my.else", "my.else_lead"], ["unknown", "my.unknown"]];

export class MyAnswers {
  constructor({ names, catalog, onClass, onAim, asOf }) {
    Object.assign(this, { names, catalog, onClass, onAim, asOf, chosen: "", shown: new Map() });
    this.words = new PlainWords(catalog);
    this.sections = new Map(GROUPS.map((group) => [group[0], this.section(...group)]));
    mine("groups").replaceChildren(...[...this.sections.values()].map(({ section }) => section));
    mine("groups").addEventListener("click", (event) => {
      const button = event.target.closest("button[data-why]");
      if (button) this.tellWhy(button.dataset.why, { move: true });
    });
    mine("lower-pay").addEventListener("change", () => this.answers && this.tellGroups());
    mine("why-close").addEventListener("click", () => this.closeWhy());
    mine("why").addEventListener("keydown", (event) => { if (event.key === "Escape") this.closeWhy(); });
  }

  section(name, heading, lead) {
    const section = makeElement("section", undefined, { class: `reach-group of-${name}`, "aria-labelledby": `my-group-${name}` });
    const head = makeElement("div", undefined, { class: "group-head" });
    const note = makeElement("span", lead ? say(lead) : "", { class: "help" });
    const cards = makeElement("ol", undefined, { class: "cards" }), more = makeElement("button", undefined, { type: "button", class: "plain" });
    more.addEventListener("click", () => this.showMore(name));
    head.append(makeElement("h3", say(heading), { id: `my-group-${name}` }), note, more);
    section.append(head, cards);
    return { section, note, cards, more, lead: lead ? say(lead) : "" };
  }

  clear() {
    this.answers = null;
    mine("answers").hidden = true;
    this.chosen = "";
  }

  tell(answers, history, plan) {
    Object.assign(this, { answers, history, plan });
    this.held = new Set(history.present.map((one) => one.classId));
    this.isStaying = plan.kind === "stay" && history.present.length === 1 && !history.changes.length && history.degrees.every(({ fromMonth }) => fromMonth <= 0) && plan.studyHoursAYear === 0;
    mine("answers").hidden = false;
    this.shown.clear();
    this.tellGroups();
  }

  // What climbing comes to, class by class: a class that is sooner reached through others is told by that way.
  tellClimbs(found) {
    for (const [id, answer] of found) {
      if (isSooner(answer, this.answers.get(id))) this.answers.set(id, answer);
    }
    this.tellGroups();
  }

  // The answers that lie ahead, in the order in which they come, each with what it pays more. What is asked of a class is
  // only whether it has a month: those met now, and those without one, are put in a row of their own.
  ahead(answers, { lowerPay }) {
    const asked = answers.map((answer) => ({ target: answer.target, months: answer.months || 1, answer }));
    return nextClasses(this.catalog, this.history, asked, this.plan.include, { lowerPay }).map(({ answer: { answer }, payGain }) => ({ answer, payGain }));
  }

  tellGroups() {
    const lowerPay = mine("lower-pay").checked, byGroup = new Map(GROUPS.map(([name]) => [name, []]));
    for (const answer of this.answers.values()) byGroup.get(reachOf(answer)).push(answer);
    this.groups = new Map([...byGroup].map(([name, answers]) => [name, this.inGroup(name, answers, lowerPay)]));
    const within = ["now", "soon", "later"].flatMap((name) => this.groups.get(name).map(({ answer }) => answer));
    this.tellDots(within);
    for (const [name] of GROUPS) this.tellGroup(name);
    mine("rules").textContent = this.words.ageOf(within.map(({ target }) => target)).join(" ");
    if (this.chosen && this.answers.has(this.chosen)) this.tellWhy(this.chosen);
  }

  // Classes below, and those that pay less, come after the others where they are asked for.
  inGroup(name, answers, lowerPay) {
    const found = this.ahead(answers, { lowerPay });
    if (name === "else") return this.nearFirst(found);
    if (!lowerPay) return found;
    const seen = new Set(found.map(({ answer }) => answer.target));
    const behind = answers.filter(({ target }) => !seen.has(target) && !this.held.has(target));
    return [...found, ...behind.map((answer) => ({ answer, payGain: null }))];
  }

  seriesOf(id) {
    const spec = this.catalog.classes.get(id);
    return spec?.series?.name ?? spec?.occupational_group ?? id;
  }

  // What needs something else: first what steps lead to, then the same series, then what few steps lie between, by which
  // classes of like work hang together, then what pays little more.
  nearFirst(found) {
    const next = new Set(classesAhead(this.catalog, this.held)), homes = new Set([...this.held].map((id) => this.seriesOf(id)));
    const rank = ({ answer }) => Number(!next.has(answer.target)) * 2 + Number(!homes.has(this.seriesOf(answer.target)));
    const hops = hopsFrom(this.catalog, this.held), far = ({ answer }) => hops.get(answer.target) ?? hops.size + 1;
    const gained = ({ payGain }) => (payGain ? Number(payGain.low) : Infinity);
    const keys = new Map(found.map((one) => [one, { rank: rank(one), far: far(one), gained: gained(one) }]));
    return [...found].sort((one, other) => keys.get(one).rank - keys.get(other).rank || keys.get(one).far - keys.get(other).far || keys.get(one).gained - keys.get(other).gained || 0);
  }

  tellDots(within) {
    const count = within.filter(({ months }) => months <= FIVE_YEARS).length;
    mine("dots-heading").textContent = count === 1 ? say("my.in_reach_one") : say("my.in_reach", { count });
    mine("dots-note").textContent = count ? say("my.one_dot") : "";
    mine("dots-drawn").replaceChildren(...(count ? [drawDots(within, this.asOf())] : []));
  }

  tellGroup(name) {
    const { section, note, cards, more, lead } = this.sections.get(name), found = this.groups.get(name);
    const isPair = (name === "now" || name === "soon") && this.groups.get("now").length > 0 && this.groups.get("soon").length > 0;
    const first = name === "unknown" ? 0 : isPair ? 1 : FIRST_CARDS, count = Math.max(first, this.shown.get(name) ?? 0);
    section.hidden = found.length === 0;
    section.classList.toggle("is-half", isPair);
    const shown = found.slice(0, count);
    cards.replaceChildren(...shown.map((one) => this.card(one, name)));
    note.textContent = [lead, shown.length && shown.length < found.length ? say("my.first_of", { shown: shown.length, count: found.length }) : ""].filter(Boolean).join(" ");
    more.hidden = shown.length === found.length;
    more.textContent = say("my.show_all", { count: found.length });
    more.setAttribute("aria-describedby", `my-group-${name}`);
  }

  showMore(name) {
    const { cards } = this.sections.get(name), before = cards.children.length;
    this.shown.set(name, before < FIRST_CARDS ? MORE_CARDS : before + MORE_CARDS);
    this.tellGroup(name);
    cards.children[before]?.querySelector("button").focus();
  }

  card({ answer, payGain }, group) {
    const { words } = this, { target } = answer, title = words.titleOf(target);
    const card = makeElement("li", undefined, { class: "reach-card", "data-class": target });
    const line = makeElement("p", undefined, { class: "when" }), gain = spellGain(payGain);
    line.append(makeElement("b", words.month(answer)));
    if (gain) line.append(makeElement("span", gain, { class: payGain.low.startsWith("-") ? "loss" : "gain" }));
    card.append(this.cardHead(target, title), line, makeElement("p", words.why(answer, { isStaying: this.isStaying }), { dir: "auto" }));
    const done = !answer.steps.length && (group === "soon" || group === "later") ? words.progress(answer) : null;
    if (done) {
      card.append(makeElement("progress", undefined, { max: String(done.asked), value: String(done.done), "aria-label": done.words }), makeElement("p", done.words, { class: "small", dir: "auto" }));
    }
    card.append(...words.decided(answer).map((text) => makeElement("p", text, { class: "chip" })), this.cardFoot(target, title));
    return card;
  }

  // A title that two classes bear has its number beside it, as a small fact.
  cardHead(target, title) {
    const head = makeElement("h4", title, { dir: "auto" }), home = [...this.held].find(Boolean);
    this.twice ??= saidTwice([...this.catalog.classes.values()].map((spec) => spec.title));
    if (this.twice.has(title)) head.append(" ", makeElement("small", this.catalog.classes.get(target).code ?? ""));
    const isAway = home && home.split("/", 1)[0] !== target.split("/", 1)[0];
    if (isAway) head.append(" ", makeElement("small", say("my.where", { jurisdiction: this.catalog.jurisdictionOf(target).name })));
    return head;
  }

  cardFoot(target, title) {
    const foot = makeElement("p", undefined, { class: "foot" });
    foot.append(makeElement("button", say("my.why"), { type: "button", class: "plain", "data-why": target, "aria-label": say("my.why_of", { title }) }),
      makeElement("span", this.words.rules(target), { class: "small" }));
    return foot;
  }

  tellWhy(id, { move = false } = {}) {
    const answer = this.answers.get(id), why = mine("why");
    this.chosen = id;
    const { section } = this.sections.get(reachOf(answer));
    if (why.previousElementSibling !== section) section.after(why);
    why.hidden = false;
    mine("why-heading").textContent = say("my.why_of", { title: this.words.titleOf(id) });
    mine("why-body").replaceChildren(...this.reasons(answer));
    if (!move) return;
    why.focus({ preventScroll: true });
    // What is taller than the window begins at its top.
    why.scrollIntoView({ block: why.offsetHeight > window.innerHeight / 2 ? "start" : "nearest" });
  }

  closeWhy() {
    const button = mine("groups").querySelector(`button[data-why="${CSS.escape(this.chosen)}"]`);
    mine("why").hidden = true;
    this.chosen = "";
    (button ?? mine("path-heading")).focus();
  }

  reasons(answer) {
    const aim = makeElement("button", say("my.aim"), { type: "button" }), show = makeElement("button", say("my.on_map"), { type: "button" });
    aim.addEventListener("click", () => this.onAim(answer.target));
    show.addEventListener("click", () => this.onClass(answer.target));
    const row = makeElement("p", undefined, { class: "row" });
    row.append(...(this.held.has(answer.target) ? [] : [aim]), show);
    const also = [this.words.missing(answer), this.words.rules(answer.target)].filter(Boolean).join(" ");
    const moves = makeElement("ol");
    moves.append(...answer.steps.map((step) => makeElement("li", this.words.move(step), { dir: "auto" })));
    return [paragraphOf(this.verdict(answer)), ...(answer.steps.length ? [moves] : []), requirementTable(answer, this.words), ...conditionLists(answer.conditions, answer.source), paragraphOf(also), row];
  }

  verdict(answer) {
    return say("my.verdict", { when: this.whenAndHow(answer), source: citeSource(answer.source) });
  }

  whenAndHow(answer) {
    const told = whenOf(answer);
    return answer.routes.length ? say("answer.by", { told, routes: routeWords(answer.routes, this.words.titleOf) }) : told;
  }

  aboutClass(id) {
    const answer = this.answers?.get(id);
    if (answer && this.held.has(id)) return [paragraphOf(say("my.holds_aim", { title: this.words.titleOf(id) }))];
    return answer ? [paragraphOf(say("my.about_class", { told: this.whenAndHow(answer) }))] : [];
  }

  marks() {
    return new Map([...(this.answers ?? [])].map(([id, answer]) => [id, this.held.has(id) ? { look: "here", text: say("mark.here") } : markOf(answer)]));
  }

  // The first class that comes next.
  get next() {
    return [...this.groups.get("soon"), ...this.groups.get("later")][0]?.answer;
  }
}

// How many steps, whichever way they lead, lie between the classes held and each class that any steps join to them.
function hopsFrom(catalog, held) {
  const hops = new Map([...held].map((id) => [id, 0]));
  for (const [id, count] of hops) {
    const beside = [...catalog.stepsFrom(id).map((step) => step.targetClass), ...catalog.stepsInto(id).map((step) => step.feederClass)];
    for (const one of beside) if (!hops.has(one)) hops.set(one, count + 1);
  }
  return hops;
}

// Whether an answer tells of an earlier month, or, where neither has one, of an earlier one under a condition.
function isSooner(one, other) {
  const monthOf = ({ months }) => months ?? Infinity, underOf = ({ if_conditions_met: met }) => met?.months ?? Infinity;
  if (monthOf(one) !== monthOf(other)) return monthOf(one) < monthOf(other);
  return one.months === null && underOf(one) < underOf(other);
}

function saidTwice(items) {
  const seen = new Set(), twice = new Set();
  for (const one of items) (seen.has(one) ? twice : seen).add(one);
  return twice;
}
