// The panel beside the map: the class that is chosen, in short, each figure one click from its source.
import { payGain } from "../my_path/pay_gains.js";
import { signedDollars, unitWords } from "./dollars.js";
import { say, sayList } from "./messages.js";

const WORDED = 10;

export function makeElement(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export function paragraphOf(text) {
  return makeElement("p", text, { dir: "auto" });
}

// What a step gains in its lowest pay, in words: "+$16,182"; nothing where the two print no pay in one unit.
export function gainWords(gain) {
  if (!gain) return "";
  const told = signedDollars(gain.low);
  return gain.unit === "yearly" ? told : say("pay.gain", { gain: told, unit: unitWords(gain.unit) });
}

// A button that shows a paragraph of sources below it, and takes it away again.
function sourceButton(text, name, sources) {
  const button = makeElement("button", text, { type: "button", class: "cite", "aria-expanded": "false", "aria-label": name });
  const list = makeElement("ul", undefined, { class: "source", hidden: "" });
  list.append(...sources.map((one) => makeElement("li", one, { dir: "auto" })));
  button.addEventListener("click", () => {
    list.hidden = !list.hidden;
    button.setAttribute("aria-expanded", String(!list.hidden));
  });
  return { button, list };
}

export class Details {
  constructor({ cards, steps, times, specOf, moreAbout, onClass, onHere, onWanted, onOpen, onCompare }) {
    Object.assign(this, { cards, steps, times, specOf, moreAbout, onClass, onHere, onWanted, onOpen, onCompare });
    this.panel = document.getElementById("details");
    this.body = document.getElementById("details-body");
    this.heading = document.getElementById("details-heading");
  }

  tell(heading, { above = [], body }) {
    this.heading.textContent = heading;
    document.getElementById("details-above").replaceChildren(...above);
    this.body.replaceChildren(...body);
    document.getElementById("welcome").hidden = true;
    document.getElementById("chosen").hidden = false;
    this.panel.scrollTop = 0;
  }

  // What the panel says where nothing is chosen: how to begin.
  welcome() {
    document.getElementById("welcome").hidden = false;
    document.getElementById("chosen").hidden = true;
  }

  showClass(id) {
    const card = this.cards.get(id);
    const above = [];
    if (card.field) above.push(makeElement("span", card.field, { class: "chip", dir: "auto" }));
    if (card.code) above.push(makeElement("span", say("panel.number", { code: card.code }), { class: "number-fact" }));
    this.tell(card.title, { above, body: [...this.pay(card), this.actions(id), ...this.moreAbout(id), ...this.leads(id), ...this.ways(id), ...this.decided(card), ...this.last(id)] });
  }

  pay(card) {
    if (!card.pay) return [];
    const [text, source] = card.pay;
    const line = makeElement("p", undefined, { class: "pay-line" });
    const { button, list } = sourceButton("1", say("panel.pay_source"), [source]);
    line.append(makeElement("b", text, { dir: "auto" }), " ", button);
    return [line, list];
  }

  actions(id) {
    const row = makeElement("div", undefined, { class: "panel-actions" });
    const here = makeElement("button", say("panel.here"), { type: "button", class: "primary" });
    const wanted = makeElement("button", say("panel.wanted"), { type: "button", class: "secondary" });
    here.addEventListener("click", () => this.onHere(id));
    wanted.addEventListener("click", () => this.onWanted(id));
    row.append(here, wanted);
    return row;
  }

  // One row for each class that steps lead to or from: its title, what it pays more, the time asked.
  rows(ends) {
    const list = makeElement("ul", undefined, { class: "panel-rows" });
    for (const { other, gain, times } of ends) {
      const item = makeElement("li");
      const open = makeElement("button", this.cards.get(other).title, { type: "button", class: "plain", dir: "auto" });
      open.addEventListener("click", () => this.onClass(other));
      const facts = makeElement("span", undefined, { class: "panel-facts" });
      const told = gainWords(gain);
      if (told) facts.append(makeElement("span", told, { class: told.startsWith("+") ? "gain" : "loss" }), " ");
      facts.append(makeElement("span", times || say("panel.no_time"), { class: "panel-time" }));
      item.append(open, facts);
      list.append(item);
    }
    return list;
  }

  endsOf(id, here, there) {
    const found = new Map();
    for (const step of this.steps) {
      if (step[here] !== id) continue;
      const times = found.get(step[there]) ?? new Set();
      if (this.times[step.place]) times.add(this.times[step.place]);
      found.set(step[there], times);
    }
    return [...found].map(([other, times]) => ({ other, times: sayList([...times], "list.or") }));
  }

  leads(id) {
    const pay = this.specOf(id).pay;
    const ends = this.endsOf(id, "from", "to").map((end) => ({ ...end, gain: payGain(pay, this.specOf(end.other).pay) }));
    ends.sort((one, other) => Number(other.gain?.low ?? 0) - Number(one.gain?.low ?? 0));
    if (!ends.length) return [makeElement("h4", say("panel.leads")), paragraphOf(say("lead.no_step_from"))];
    return [makeElement("h4", say("panel.leads")), this.rows(ends)];
  }

  ways(id) {
    const card = this.cards.get(id), ends = this.endsOf(id, "to", "from");
    if (!ends.length) return [makeElement("h4", say("panel.no_ways")), paragraphOf(say("lead.no_step_into"))];
    const counted = ends.length <= WORDED ? say(`ways.${ends.length}`) : say("ways.many", { count: ends.length });
    const into = card.into.map(([place]) => `${stepSentence(place)} ${this.steps[place].source}`);
    const { button, list } = sourceButton(say("panel.why"), say("panel.why_ways"), into);
    const head = makeElement("div", undefined, { class: "panel-head" });
    head.append(makeElement("h4", counted), button);
    return [head, list, this.rows(ends)];
  }

  decided({ decided = [] }) {
    if (!decided.length) return [];
    const told = makeElement("details", undefined, { class: "hr-chip" });
    const list = makeElement("ul");
    list.append(...decided.map((one) => makeElement("li", one, { dir: "auto" })));
    told.append(makeElement("summary", decided.length === 1 ? say("panel.decides_one") : say("panel.decides", { count: decided.length })), list);
    return [told];
  }

  last(id) {
    const row = makeElement("p", undefined, { class: "panel-last" });
    const open = makeElement("a", say("panel.open"), { href: "#c-" + id, class: "open-page" });
    open.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.onOpen(id);
    });
    row.append(open);
    if (this.onCompare) {
      const compare = makeElement("button", say("panel.compare"), { type: "button", class: "compare" });
      compare.addEventListener("click", () => this.onCompare(id));
      row.append(" ", compare);
    }
    return [row];
  }

  showStep(place) {
    this.tell(say("panel.step"), { body: [paragraphOf(stepSentence(place))] });
  }
}

let toldSteps = [];

// The sentences of a page of hundreds, whose own words are brief: patterns, which of them each step has, and names.
export function useSentences({ sentences, steps }, names) {
  const ends = { start: "from", target: "to" };
  const told = (step) => sentences[step.told].replace(/\{(start|target)\}/g, (_, end) => names.get(step[ends[end]]));
  toldSteps = sentences.length ? steps.map((step) => () => told(step)) : [];
}

// A step's sentence, without the letter of its source.
export function stepSentence(place) {
  return toldSteps[place]?.() ?? document.getElementById("s-" + place).firstChild.textContent.trim();
}

// A fact of a record, with the letter of its source.
export function factItem([label, text, letter]) {
  const item = makeElement("li");
  if (label) item.append(makeElement("b", label), " ");
  item.append(text);
  if (letter) item.append(" ", makeElement("i", letter));
  return item;
}
