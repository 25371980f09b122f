// What is chosen, told in words beside the map.
import { say } from "./messages.js";

export function makeElement(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export function paragraphOf(text) {
  return makeElement("p", text, { dir: "auto" });
}

export class Details {
  constructor({ cards, steps, moreAbout }) {
    Object.assign(this, { cards, steps, moreAbout });
    this.panel = document.getElementById("details");
  }

  tell(heading, body, { isClass }) {
    document.getElementById("details-heading").textContent = heading;
    document.getElementById("details-body").replaceChildren(...body);
    document.getElementById("details-actions").hidden = !isClass;
    this.panel.hidden = false;
    this.panel.scrollTop = 0;
  }

  showClass(id) {
    const card = this.cards.get(id);
    const list = makeElement("ul");
    list.append(
      ...card.facts.map(([label, text, letter]) => factItem(label, text, letter)),
      ...card.into.map(([place, letter]) => factItem("", stepSentence(place), letter)),
    );
    const onward = this.steps.filter((step) => step.from === id);
    const leads = makeElement("ul");
    leads.append(...onward.map((step) => makeElement("li", stepSentence(step.place))));
    const summary = document.getElementById("c-" + id).querySelector("p").textContent;
    const told = [paragraphOf(summary), ...this.moreAbout(id), list];
    if (onward.length) told.push(makeElement("h4", say("card.leads_on")), leads);
    told.push(makeElement("p", say("card.sources") + " " + card.sources.join("; "), { class: "source" }));
    this.tell(card.name, told, { isClass: true });
  }

  showStep(place) {
    this.tell("A step", [paragraphOf(stepSentence(place))], { isClass: false });
  }

  hide() {
    this.panel.hidden = true;
  }
}

function factItem(label, text, letter) {
  const item = makeElement("li");
  if (label) item.append(makeElement("b", label), " ");
  item.append(text);
  if (letter) item.append(" ", makeElement("i", letter));
  return item;
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
