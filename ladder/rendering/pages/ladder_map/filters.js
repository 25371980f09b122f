// Filters by jurisdiction, series, kind and certainty of step, and the focus on one class. The words follow the drawing.

import { say } from "./messages.js";

// Every class that leads to the class, or that it leads on to, over any number of steps seen.
export function classesAround(id, steps) {
  const found = new Set([id]);
  for (const [here, there] of [["from", "to"], ["to", "from"]]) {
    const reached = new Set([id]);
    for (const at of reached) {
      for (const step of steps) if (step[here] === at) reached.add(step[there]);
    }
    for (const one of reached) found.add(one);
  }
  return found;
}

export class Filters {
  constructor({ data, onChange }) {
    Object.assign(this, { data, onChange });
    this.jurisdiction = document.getElementById("only-jurisdiction");
    this.series = document.getElementById("only-series");
    this.boxes = [...document.querySelectorAll("#filters input")];
    this.focus = "";
    this.fillSeries();
    this.jurisdiction.addEventListener("change", () => {
      this.fillSeries();
      this.apply();
    });
    this.series.addEventListener("change", () => this.apply());
    for (const box of this.boxes) box.addEventListener("change", () => this.apply());
  }

  fillSeries() {
    const kept = this.data.jurisdictions.filter((one) => !this.jurisdiction.value || one.id === this.jurisdiction.value);
    const groups = kept.flatMap((one) => one.groups);
    const headings = new Map(kept.flatMap((one) => one.groups.map((name, place) => [name, one.headings[place]])));
    const before = this.series.value;
    this.series.replaceChildren(new Option(say("map.any"), ""), ...groups.map((name) => new Option(headings.get(name), name)));
    this.series.value = groups.includes(before) ? before : "";
  }

  shut(kind) {
    return this.boxes.filter((box) => !box.checked && box.dataset[kind]).map((box) => box.dataset[kind]);
  }

  get state() {
    return {
      jurisdiction: this.jurisdiction.value,
      series: this.series.value,
      without: [...this.shut("kind"), ...this.shut("certainty")].join(" "),
      focus: this.focus,
    };
  }

  set state({ jurisdiction = "", series = "", without = "", focus = "" }) {
    const shut = without.split(" ");
    this.jurisdiction.value = jurisdiction;
    this.fillSeries();
    this.series.value = series;
    for (const box of this.boxes) box.checked = !shut.includes(box.dataset.kind ?? box.dataset.certainty);
    this.focus = focus;
    this.apply();
  }

  setFocus(id) {
    this.focus = id;
    this.apply();
  }

  apply() {
    const kinds = this.shut("kind"), certainties = this.shut("certainty");
    const lets = (step) => !kinds.includes(step.kind) && !certainties.includes(step.certainty);
    const around = this.focus ? classesAround(this.focus, this.data.steps.filter(lets)) : null;
    const groupOf = new Map(this.data.classes.map((one) => [one.id, one.group]));
    const inGroup = (id) => !this.series.value || groupOf.get(id) === this.series.value;
    const inHome = (id) => !this.jurisdiction.value || id.startsWith(this.jurisdiction.value + "/");
    const ofClass = (id) => inHome(id) && inGroup(id) && (!around || around.has(id));
    const ofStep = (step) => lets(step) && ofClass(step.from) && ofClass(step.to);
    this.showWords(ofClass, ofStep);
    this.onChange({ ofClass, ofStep });
  }

  showWords(ofClass, ofStep) {
    let classes = 0, steps = 0;
    for (const one of this.data.classes) {
      const seen = ofClass(one.id);
      document.getElementById("c-" + one.id).hidden = !seen;
      classes += seen;
    }
    for (const step of this.data.steps) {
      const seen = ofStep(step);
      document.getElementById("s-" + step.place).hidden = !seen;
      steps += seen;
    }
    const seenGroups = new Set(this.data.classes.filter((one) => ofClass(one.id)).map((one) => one.group));
    for (const group of document.querySelectorAll(".group")) group.hidden = !seenGroups.has(group.id);
    for (const link of document.querySelectorAll("#views li a")) {
      link.parentElement.hidden = !seenGroups.has(link.hash.slice(1));
    }
    const all = classes === this.data.classes.length && steps === this.data.steps.length;
    const fields = { classes, steps, allClasses: this.data.classes.length, allSteps: this.data.steps.length };
    document.getElementById("filtered").textContent = all ? "" : say("map.shown", fields);
  }
}
