// The page at work: unpacks its data, joins its parts, and keeps its link in step.
import { unpackText, loadVis } from "./packed.js";
import { Around } from "./around.js";
import { Chart } from "./chart.js";
import { Details, useSentences } from "./details.js";
import { Questions, readRoutes } from "./questions.js";
import { Filters } from "./filters.js";
import { useMessages } from "./messages.js";
import { MyPath } from "./my_path.js";
import { showStairs } from "./stairs.js";
import { nameWords } from "./word_places.js";
import { drawSvg, offerFile, readLink, svgFile, writeLink } from "./saving.js";

const PAPER_WAITS = 200;
const GROUPS_A_FRAME = 6;
const byId = (id) => document.getElementById(id);

class Program {
  constructor(data) {
    this.data = data;
    useMessages(data.messages);
    nameWords(data);
    data.steps.forEach((step, place) => { step.place = place; });
    const names = new Map(data.classes.map((one) => [one.id, one.name]));
    this.names = names;
    useSentences(data, names);
    this.groupOf = new Map(data.classes.map((one) => [one.id, one.group]));
    this.views = new Map(data.views.map((view) => [view.name, view]));
    this.around = data.around && !this.views.has("whole") ? new Around(data) : null;
    this.routes = readRoutes();
    this.chosen = "";
    this.route = [];
    this.chart = new Chart({
      region: byId("region"), sheet: byId("sheet"), canvas: byId("canvas"), options: data.options, steps: data.steps,
      onClass: (id) => (this.around ? this.goTo(id) : this.showClass(id)),
      onStep: (place) => this.showStep(place),
      onDrawn: () => this.drawForPaper(),
    });
    this.details = new Details({ cards: new Map(data.classes.map((one) => [one.id, one])), steps: data.steps, moreAbout: (id) => this.myPath?.answers.aboutClass(id) ?? [] });
    this.questions = new Questions({
      data,
      findRoute: (start, target) => this.findRoute(start, target),
      onClass: (id) => this.goTo(id),
      onRoute: (classes, answer) => this.showRoute(classes, answer),
    });
    this.filters = new Filters({ data, onChange: (isSeen) => { this.chart.filter(isSeen); this.keepLink(); } });
    this.listen();
  }

  // The map in vectors, for paper and for files, a moment after the map on screen.
  drawForPaper({ now = false } = {}) {
    clearTimeout(this.drawing);
    const draw = () => byId("printed").replaceChildren(drawSvg(this.chart));
    if (now) draw();
    else this.drawing = setTimeout(draw, PAPER_WAITS);
  }

  listen() {
    for (const button of byId("zoom").querySelectorAll("button")) {
      button.addEventListener("click", () => this.chart.zoom(button.dataset.zoom));
    }
    document.addEventListener("click", (event) => this.followed(event));
    byId("focus").addEventListener("click", () => this.toggleFocus());
    byId("save-svg").addEventListener("click", () => {
      this.drawForPaper({ now: true });
      offerFile(svgFile(this.chart.view.heading), "ladder-map.svg");
    });
    window.addEventListener("beforeprint", () => { if (this.chart.view) this.drawForPaper({ now: true }); });
    byId("save-png").addEventListener("click", async () => offerFile(await this.chart.picture(), "ladder-map.png"));
    byId("print").addEventListener("click", () => window.print());
    byId("link").addEventListener("focus", (event) => event.target.select());
    window.addEventListener("hashchange", () => this.restore());
  }

  // A link to a view or to a class moves the map; on a narrow screen, where there is none, it leads to the words.
  followed(event) {
    const link = event.target.closest?.("a[href^='#']");
    const name = link?.getAttribute("href").slice(1);
    if (!name || !this.isDrawn()) return;
    const isView = this.views.has(name) && link.closest("#views");
    if (!isView && !this.names.has(name.slice("c-".length))) return;
    event.preventDefault();
    if (isView) this.showView(name, { move: true });
    else this.goTo(name.slice("c-".length));
  }

  isDrawn() {
    return getComputedStyle(byId("region")).display !== "none";
  }

  async showView(name, { move = false } = {}) {
    const view = this.viewCalled(name);
    if (!view) return;
    byId("live").hidden = false;
    byId("view-heading").textContent = view.heading;
    byId("view-told").textContent = view.told;
    for (const link of document.querySelectorAll("#views a")) {
      if (link.hash === "#" + name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    await this.chart.show(view);
    if (move) {
      byId("view-heading").focus();
      byId("view-heading").scrollIntoView({ block: "start" });
    }
    this.keepLink();
  }

  viewCalled(name) {
    return this.around?.get(name) ?? this.views.get(name);
  }

  // The view that holds these classes: the one shown if it does, else the whole map, else the last one's group.
  viewFor(classes) {
    const around = classes.length === 1 ? this.around?.nameFor(classes[0]) : "";
    if (around) return around;
    if (this.chart.view && classes.every((id) => this.chart.boxes.has(id))) return this.chart.view.name;
    if (this.views.has("whole")) return "whole";
    const last = this.views.get(this.groupOf.get(classes.at(-1)));
    return last.name;
  }

  async goTo(id) {
    if (!this.isDrawn()) {
      byId("c-" + id).scrollIntoView();
      byId("c-" + id).querySelector("a").focus();
      return;
    }
    await this.showView(this.viewFor([id]));
    this.showClass(id);
    this.chart.centre(id);
    byId("details").focus();
  }

  showClass(id) {
    this.chosen = id;
    this.details.showClass(id);
    const touching = this.data.steps.filter((step) => step.from === id || step.to === id);
    this.chart.select([id], touching.map((step) => step.place));
    byId("focus").setAttribute("aria-pressed", String(this.filters.focus === id));
    this.keepLink();
  }

  showStep(place) {
    this.chosen = "";
    this.details.showStep(place);
    const step = this.data.steps[place];
    this.chart.select([step.from, step.to], [place]);
    this.keepLink();
  }

  toggleFocus() {
    const on = this.filters.focus !== this.chosen;
    this.filters.setFocus(on ? this.chosen : "");
    byId("focus").setAttribute("aria-pressed", String(on));
  }

  findRoute(start, target) {
    const worked = this.myPath?.routeOnDayOne(start, target);
    const told = this.routes.get(start + " " + target);
    if (told) return { ...told, answer: worked?.answer };
    if (worked) return worked;
    const names = `${this.names.get(start)} and ${this.names.get(target)}`;
    return { sentence: `No ladder joins ${names}.` };
  }

  async showRoute(classes, answer = null) {
    this.route = classes;
    const specOf = (id) => this.myPath.catalog.classes.get(id);
    showStairs(byId("stairs"), answer, { start: classes[0], specOf, asOf: this.data.asOf });
    if (classes.length && this.isDrawn()) {
      await this.showView(this.viewFor(classes));
      const places = this.data.steps.filter((step) => {
        const at = classes.indexOf(step.from);
        return at >= 0 && classes[at + 1] === step.to;
      }).map((step) => step.place);
      this.chart.select(classes, places);
      this.chart.centre(classes[0]);
    }
    this.keepLink();
  }

  showMarks(marks) {
    this.chart.setMarks(marks);
    if (this.chosen) this.details.showClass(this.chosen);
  }

  // What is not laid out is not heard: groups off the screen follow, a few in each frame, so that no key waits.
  async layOutGroups() {
    const waiting = document.documentElement.classList.contains("is-loading") ? [...document.querySelectorAll(".group")] : [];
    while (waiting.length) {
      for (const group of waiting.splice(0, GROUPS_A_FRAME)) group.classList.add("is-laid-out");
      await new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 0)); });
    }
  }

  get state() {
    return {
      view: this.chart.view?.name ?? "",
      class: this.chosen,
      from: byId("from").value,
      to: byId("to").value,
      ...this.filters.state,
    };
  }

  keepLink() {
    if (this.isRestoring) return;
    const hash = writeLink(this.state);
    byId("link").value = location.href.replace(/#.*$/s, "") + hash;
    try {
      history.replaceState(null, "", hash);
    } catch {
      // A page in a frame of a notebook has no address of its own; the box still holds the link.
    }
  }

  // Brings back the view, the route and the filters that a link holds.
  async restore() {
    const state = readLink(location.hash);
    if (!state) return;
    this.isRestoring = true;
    const known = (id) => (this.names.has(id) ? id : "");
    byId("from").value = known(state.from);
    byId("to").value = known(state.to);
    this.filters.state = { ...state, focus: known(state.focus) };
    if (byId("from").value && byId("to").value) this.questions.ask();
    if (this.isDrawn()) await this.showView(this.viewCalled(state.view) ? state.view : "");
    if (known(state.class)) {
      this.showClass(state.class);
      this.chart.centre(state.class);
    }
    this.isRestoring = false;
    this.keepLink();
  }

  async start() {
    for (const id of ["ask", "filters", "contents"]) byId(id).hidden = false;
    document.documentElement.classList.add("is-live");
    document.documentElement.dataset.ready = "true";
    await nextTask();
    this.myPath = new MyPath({
      data: this.data, names: this.names,
      onMarks: (marks) => this.showMarks(marks),
      onClass: (id) => this.goTo(id),
    });
    await this.restore();
    const opening = this.views.has("whole") ? "whole" : this.around?.first;
    if (!this.chart.view && opening && this.isDrawn()) await this.showView(opening);
    await this.layOutGroups();
    document.documentElement.dataset.settled = "true";
    if (!this.chart.view) loadVis();
  }
}

// Lets the browser draw and answer keys before the next piece of work.
function nextTask() {
  return new Promise((done) => { setTimeout(done, 0); });
}

const program = new Program(JSON.parse(await unpackText("packed-data")));
await program.start();
