// The tray of classes to be compared: filled from anywhere on the page, three at most.
import { makeElement } from "../details.js";
import { say } from "../messages.js";

export const MOST_IN_TRAY = 3;
const SHAPES = ["circle", "square", "diamond"];
const trayPart = (name) => document.getElementById("compare-" + name);

// The mark of a place: its number in a shape of its own.
export function shapeOf(place) {
  return makeElement("span", String(place + 1), { class: `shape ${SHAPES[place]}` });
}

// The ids with one more, or what is said instead of taking it: { ids, refused }.
export function withOneMore(ids, id) {
  if (ids.includes(id)) return { ids, refused: false };
  if (ids.length >= MOST_IN_TRAY) return { ids, refused: true };
  return { ids: [...ids, id], refused: false };
}

// The ids with this one in a place, or after the last; one that stood in another place changes places with it.
export function withInPlace(ids, place, id) {
  const changed = ids.map((one) => (one === id ? ids[place] ?? one : one));
  changed[Math.min(place, ids.length)] = id;
  return [...new Set(changed)];
}

export class CompareTray {
  constructor({ nameOf, onChange, onOpen }) {
    Object.assign(this, { nameOf, onChange, onOpen, ids: [] });
    trayPart("open").addEventListener("click", () => this.onOpen());
  }

  add(id) {
    const { ids, refused } = withOneMore(this.ids, id);
    this.ids = ids;
    this.tell(refused ? "compare.full" : "");
  }

  remove(id) {
    const place = this.ids.indexOf(id);
    this.ids = this.ids.filter((one) => one !== id);
    this.tell("");
    const buttons = trayPart("classes").querySelectorAll("button");
    (buttons[Math.min(place, buttons.length - 1)] ?? trayPart("open")).focus();
  }

  // Takes the focus of what was left: to the button that leads back there, or to the class that is left.
  focus() {
    (this.ids.length > 1 ? trayPart("open") : trayPart("classes").querySelector("button"))?.focus({ preventScroll: true });
  }

  set(ids) {
    this.ids = ids.slice(0, MOST_IN_TRAY);
    this.tell("");
  }

  tell(refusal) {
    const { ids } = this;
    trayPart("tray").hidden = !ids.length;
    trayPart("classes").replaceChildren(...ids.map((id, place) => this.itemOf(id, place)));
    trayPart("room").hidden = ids.length >= MOST_IN_TRAY;
    trayPart("room").textContent = say(ids.length === 1 ? "compare.two_places" : "compare.one_place");
    trayPart("open").hidden = ids.length < 2;
    trayPart("open").textContent = say("compare.open", { count: ids.length });
    trayPart("said").textContent = refusal ? say(refusal) : ids.length === 1 ? say("compare.one_more") : "";
    this.onChange(ids);
  }

  itemOf(id, place) {
    const item = makeElement("li"), name = this.nameOf(id);
    const button = makeElement("button", "\u00d7", { type: "button", "aria-label": say("compare.take_out", { title: name }) });
    button.addEventListener("click", () => this.remove(id));
    item.append(shapeOf(place), " ", makeElement("span", name, { dir: "auto" }), button);
    return item;
  }
}
