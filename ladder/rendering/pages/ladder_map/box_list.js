// The boxes of the drawing as a list for the keyboard, and for those who hear the page: arrows follow steps, Enter chooses.
import { makeElement } from "./details.js";

export class BoxList {
  constructor({ list, chart, steps, onChoose }) {
    Object.assign(this, { list, chart, steps, onChoose });
    this.boxes = [];
    this.active = -1;
    list.addEventListener("keydown", (event) => { if (this.pressed(event)) event.preventDefault(); });
    list.addEventListener("focus", () => this.point(Math.max(0, this.active)));
    list.addEventListener("blur", () => this.chart.point(""));
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role='option']");
      if (option) this.onChoose(this.boxes[[...list.children].indexOf(option)].id);
    });
  }

  // Lists what is seen, row by row from the top; the class chosen is the one pointed at.
  show(chosen) {
    this.boxes = this.chart.boxesSeen().sort((one, other) => one.y - other.y || one.x - other.x);
    this.list.replaceChildren(...this.boxes.map((box, place) => {
      const option = makeElement("li", [box.lines.join(" "), box.second].filter(Boolean).join(", "), { role: "option", id: `box-${place}`, dir: "auto" });
      option.setAttribute("aria-selected", String(box.id === chosen));
      return option;
    }));
    this.active = this.boxes.findIndex((box) => box.id === chosen);
    if (document.activeElement === this.list) this.point(Math.max(0, this.active));
    else this.list.removeAttribute("aria-activedescendant");
  }

  point(place) {
    if (!this.boxes.length) return;
    this.active = place;
    this.list.setAttribute("aria-activedescendant", `box-${place}`);
    this.chart.point(this.boxes[place].id);
  }

  pressed({ key }) {
    const here = this.boxes[this.active];
    if (key === "Enter" || key === " ") {
      if (here) this.onChoose(here.id);
      return true;
    }
    const place = { ArrowUp: () => this.alongStep("from", "to"), ArrowDown: () => this.alongStep("to", "from"), ArrowLeft: () => this.active - 1, ArrowRight: () => this.active + 1, Home: () => 0, End: () => this.boxes.length - 1 }[key]?.();
    if (place === undefined) return false;
    if (place >= 0 && place < this.boxes.length) this.point(place);
    return true;
  }

  // The place of the first class drawn that a step leads to, or from; where there is none, that of the one here.
  alongStep(here, there) {
    const id = this.boxes[this.active]?.id;
    const others = new Set(this.steps.filter((step) => step[here] === id).map((step) => step[there]));
    const found = this.boxes.findIndex((box) => others.has(box.id));
    return found < 0 ? this.active : found;
  }
}
