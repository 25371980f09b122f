// The page at work: unpacks its data, joins its parts, and keeps its place in history in step.
import { unpackText, loadVis } from "./packed.js";
import { Around } from "./around.js";
import { BoxList } from "./box_list.js";
import { Compare } from "./compare/compare_pages.js";
import { Chart } from "./chart.js";
import { Details, factItem, makeElement, useSentences } from "./details.js";
import { askMyPath, bringIntoView, followAim, linkHeld, markPlace, partBesideMap, showPart } from "./places.js";
import { Questions } from "./questions.js";
import { Filters } from "./filters.js";
import { showLegend } from "./legend.js";
import { useLiveStyles } from "./live_styles.js";
import { say, useMessages } from "./messages.js";
import { factsInWords } from "./mine/keeping.js";
import { MyPath } from "./my_path.js";
import { RouteFace } from "./route/face.js";
import { Rungs } from "./rungs.js";
import { wholeData, wholeRecords } from "./whole_classes.js";
import { nameWords, titlesInWords } from "./word_places.js";
import { drawSvg, svgFile, writeLink } from "./saving.js";
import { nextTask } from "./next_task.js";
import { offerFile } from "../offer_file.js";

const PAPER_WAITS = 200;
// Each frame costs a walk over the whole page, so their number does not grow with it.
const FRAMES_TO_LAY_OUT = 16;
const byId = (id) => document.getElementById(id);

class Program {
  constructor(data, around) {
    this.data = data;
    useMessages(data.messages);
    nameWords(data);
    data.steps.forEach((step, place) => { step.place = place; });
    const names = new Map(data.classes.map((one) => [one.id, one.name]));
    this.names = names;
    this.cards = new Map(data.classes.map((one) => [one.id, one]));
    useSentences(data, names);
    this.groupOf = new Map(data.classes.map((one) => [one.id, one.group]));
    this.views = new Map(data.views.map((view) => [view.name, view]));
    this.around = around;
    this.chosen = "";
    this.route = [];
    const { steps, times } = data;
    this.chart = new Chart({
      region: byId("region"), sheet: byId("sheet"), canvas: byId("canvas"), options: data.options, dashes: data.dashes, steps, times,
      onClass: (id) => this.goTo(id),
      onMore: (id) => this.goTo(id),
      onStep: (place) => this.showStep(place),
      onDrawn: () => this.drawForPaper(),
    });
    this.boxList = new BoxList({ list: byId("boxes"), chart: this.chart, steps, onChoose: (id) => this.goTo(id) });
    this.rungs = new Rungs({ place: byId("rungs"), cards: this.cards, steps, times, onChoose: (id) => this.goTo(id, { toRung: true }) });
    this.details = new Details({
      cards: this.cards, steps, times,
      specOf: (id) => this.myPath.catalog.classes.get(id),
      moreAbout: (id) => this.myPath?.answers.aboutClass(id) ?? [],
      onClass: (id) => this.goTo(id),
      onHere: (id) => this.setEnd("from", id),
      onWanted: (id) => this.setEnd("to", id),
      onOpen: (id) => this.openWords(id),
      onCompare: (id) => document.dispatchEvent(new CustomEvent("ladder:compare", { detail: { id } })),
    });
    this.questions = new Questions({
      data,
      onFound: (id) => this.goToFound(id),
      onEnd: (id) => this.goTo(id),
      onRoute: (asked) => this.showRoute(asked),
    });
    this.filters = new Filters({ data, onChange: (isSeen) => { this.chart.filter(isSeen); this.keepLink({ isPlace: false }); } });
    this.listen();
  }

  // The map in vectors, for paper and for files, a moment after the map on screen.
  drawForPaper({ now = false } = {}) {
    clearTimeout(this.drawing);
    const draw = () => {
      byId("printed").replaceChildren(drawSvg(this.chart));
      this.boxList.show(this.chosen);
    };
    if (now) draw();
    else this.drawing = setTimeout(draw, PAPER_WAITS);
  }

  listen() {
    for (const button of byId("zoom").querySelectorAll("button")) {
      button.addEventListener("click", () => this.chart.zoom(button.dataset.zoom));
    }
    document.addEventListener("click", (event) => this.followed(event));
    document.addEventListener("keydown", (event) => this.escaped(event));
    byId("further").addEventListener("click", () => this.showFurther());
    byId("focus").addEventListener("click", () => this.toggleFocus());
    byId("save-svg").addEventListener("click", () => {
      this.drawForPaper({ now: true });
      offerFile(svgFile(this.chart.view.heading), "ladder-map.svg");
    });
    window.addEventListener("beforeprint", () => { if (this.chart.view) this.drawForPaper({ now: true }); });
    byId("save-png").addEventListener("click", async () => offerFile(await this.chart.picture(), "ladder-map.png"));
    byId("print").addEventListener("click", () => window.print());
    byId("link").addEventListener("focus", (event) => event.target.select());
    new ResizeObserver(() => this.fillPage()).observe(byId("ask"));
    window.addEventListener("resize", () => this.fillPage());
    window.addEventListener("popstate", async () => {
      const isFollowed = !history.state;
      markPlace();
      await this.restore();
      // What a link that is followed shows begins at the top; Back and Forward find their own place.
      if (isFollowed && !partBesideMap()) window.scrollTo(0, 0);
      showPart(partBesideMap());
      followAim();
    });
  }

  // A link to a view or to a class moves the map.
  followed(event) {
    const link = event.target.closest?.("a[href^='#']");
    const name = link?.getAttribute("href").slice(1);
    if (!name) return;
    const isView = this.views.has(name) && link.closest("#views") && this.isDrawn();
    if (!isView && !this.names.has(name.slice("c-".length))) return;
    event.preventDefault();
    byId("more").open = false;
    if (isView) this.showView(name, { move: true });
    else this.goTo(name.slice("c-".length), { move: true });
  }

  // Escape closes the menu; else what is chosen on the drawing is no longer.
  escaped(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (byId("more").open) {
      byId("more").open = false;
      byId("more").querySelector("summary").focus();
    } else if (this.chosen && event.target.closest?.("#map")) this.choose("");
  }

  // The drawing and the panel reach to the foot of the window, whatever stands above them.
  fillPage() {
    byId("stage").style.setProperty("--above", byId("stage").getBoundingClientRect().top + window.scrollY + "px");
  }

  isDrawn() {
    return getComputedStyle(byId("region")).display !== "none";
  }

  async showView(name, { move = false } = {}) {
    const view = this.viewCalled(name);
    if (!view) return;
    byId("live").hidden = false;
    this.fillPage();
    byId("view-heading").textContent = view.heading;
    for (const link of document.querySelectorAll("#views a")) {
      if (link.hash === "#" + name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    await this.chart.show(view);
    showLegend(byId("legend"), this.chart, this.data.dashes);
    byId("counted").textContent = say("drawing.counted", { shown: this.chart.view.boxes.length, all: this.data.classes.length.toLocaleString("en-US") });
    byId("further").hidden = !this.around?.furtherThan(name);
    this.boxList.show(this.chosen);
    if (move) byId("region").scrollIntoView({ block: "nearest" });
    this.keepLink();
  }

  showFurther() {
    this.showView(this.around.furtherThan(this.chart.view.name));
    byId("region").focus();
  }

  viewCalled(name = "") {
    return this.around?.get(name) ?? this.views.get(name);
  }

  // The view that holds these classes: the one shown if it does, else the whole map, else the last one's group.
  viewFor(classes) {
    const around = classes.length === 1 ? this.around?.nameFor(classes[0]) : this.around?.nameForAll(classes);
    if (around) return around;
    if (this.chart.view && classes.every((id) => this.chart.boxes.has(id))) return this.chart.view.name;
    if (this.views.has("whole")) return "whole";
    return this.groupOf.get(classes.at(-1));
  }

  // Shows a class: its surroundings and the panel. Focus stays where it is, but for a rung, which is made anew.
  async goTo(id, { toRung = false, move = false } = {}) {
    byId("live").hidden = false;
    if (this.isDrawn()) await this.showView(this.viewFor([id]));
    this.choose(id);
    if (this.isDrawn() && !this.around) this.chart.centre(id);
    if (toRung) byId("rungs").querySelector("[aria-current]").focus();
    if (move) {
      window.scrollTo(0, 0);
      byId("details").focus({ preventScroll: true });
    }
  }

  // A class that is looked for from any part of the page is shown where one can see it.
  async goToFound(id) {
    if (this.compare?.isShown) {
      location.hash = writeLink({ view: this.viewFor([id]), class: id });
      return;
    }
    await this.goTo(id);
    bringIntoView(byId(this.isDrawn() ? "details" : "rungs"));
  }

  choose(id) {
    this.chosen = id;
    const { from, to } = this.questions.ends, told = id || to || from;
    if (told) this.details.showClass(told);
    else this.details.welcome();
    if (id) this.rungs.show(id);
    const touching = id ? this.data.steps.filter((step) => step.from === id || step.to === id) : [];
    this.chart.select(id ? [id] : [], touching.map((step) => step.place));
    byId("focus").hidden = !id;
    byId("focus").setAttribute("aria-pressed", String(Boolean(id) && this.filters.focus === id));
    this.boxList.show(id);
    this.keepLink();
  }

  showStep(place) {
    this.chosen = "";
    this.details.showStep(place);
    const step = this.data.steps[place];
    this.chart.select([step.from, step.to], [place], { full: "" });
    this.keepLink();
  }

  toggleFocus() {
    const on = this.filters.focus !== this.chosen;
    this.filters.setFocus(on ? this.chosen : "");
    byId("focus").setAttribute("aria-pressed", String(on));
  }

  // All that the record of a class holds stands in the words; a city's are filled in when they are opened.
  openWords(id) {
    const place = byId("c-" + id);
    if (this.data.records && !place.dataset.filled) {
      this.records ??= wholeRecords(JSON.parse(this.data.records), this.data.classes);
      const { facts, sources } = this.records.get(id), list = makeElement("ul");
      place.dataset.filled = "true";
      list.append(...facts.map(factItem));
      place.append(list, makeElement("p", say("card.sources") + " " + sources.join("; ")));
    }
    place.classList.add("is-open");
    place.scrollIntoView();
    place.querySelector("a").focus();
  }

  setEnd(which, id) {
    this.questions.ends = { ...this.questions.ends, [which]: id };
    this.questions.ask();
  }

  // The class that one wants to reach, where no path is drawn to it; beside a path in the panel alone.
  async showEnd(id, isDrawn) {
    if (!isDrawn) await this.goTo(id);
    else if (!this.chosen) this.details.showClass(id);
  }

  // The answer to both ends, and its classes on the map; nothing where no route is asked.
  async showRoute(asked) {
    if (!asked) this.routeFace?.hide();
    const classes = (asked && this.routeFace?.show(asked.start, asked.target)) || [];
    this.route = classes;
    this.questions.fold(Boolean(asked));
    if (asked) await this.showEnd(asked.target, classes.length > 0);
    if (classes.length && this.isDrawn()) {
      await this.showView(this.viewFor(classes));
      const places = this.data.steps.filter((step) => {
        const at = classes.indexOf(step.from);
        return at >= 0 && classes[at + 1] === step.to;
      }).map((step) => step.place);
      this.chart.select(classes, places, { full: classes.at(-1), here: classes[0] });
    }
    this.keepLink();
  }

  showMarks(marks) {
    this.chart.setMarks(marks);
    // What is open in the panel stays open where nothing is to be said of the class.
    if (this.chosen && (marks.size || this.isMarked)) this.details.showClass(this.chosen);
    this.isMarked = marks.size > 0;
  }

  // What is not laid out is not heard: groups off the screen follow, a few in each frame, so that no key waits.
  async layOutGroups() {
    const waiting = document.documentElement.classList.contains("is-loading") ? [...document.querySelectorAll(".group")] : [];
    const aFrame = Math.ceil(waiting.length / FRAMES_TO_LAY_OUT);
    while (waiting.length) {
      for (const group of waiting.splice(0, aFrame)) group.classList.add("is-laid-out");
      await new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 0)); });
    }
  }

  get state() {
    const compare = this.compare?.isShown ? this.compare.tray.ids.join(",") : "";
    return { view: this.chart.view?.name ?? "", class: this.chosen, ...this.questions.ends, compare, ...this.filters.state };
  }

  // A view, a class and a route are places in history; filters change the place that one is at.
  keepLink({ isPlace = true } = {}) {
    if (this.isRestoring) return;
    clearTimeout(this.keeping);
    this.isNewPlace ||= isPlace;
    this.keeping = setTimeout(() => this.keepNow(), 0);
  }

  // What a comparison hid is looked for again once it is left.
  movedPlace({ isLeft }) {
    if (isLeft) showPart(partBesideMap());
    this.keepLink({ isPlace: false });
  }

  keepNow() {
    const hash = writeLink(this.state), isNew = this.isNewPlace && hash !== location.hash;
    this.isNewPlace = false;
    byId("link").value = location.href.replace(/#.*$/s, "") + hash;
    try {
      if (isNew) history.pushState({ link: hash }, "", hash);
      else history.replaceState({ link: hash }, "", partBesideMap() ? location.hash : hash);
      // Back to such a part leads to it, not to where the page was scrolled when it was left.
      history.scrollRestoration = partBesideMap() ? "manual" : "auto";
    } catch {
      // A page in a frame of a notebook has no address of its own; the box still holds the link.
    }
    markPlace();
  }

  // Brings back the view, the class, the route and the filters that a link or a place in history holds.
  async restore() {
    const state = linkHeld();
    if (!state) return;
    this.isRestoring = true;
    const known = (id) => (this.names.has(id) ? id : "");
    const from = known(state.from), to = known(state.to), chosen = known(state.class);
    this.questions.ends = { from, to };
    this.chosen = "";
    this.filters.state = { ...state, focus: known(state.focus) };
    await this.questions.ask();
    if (this.isDrawn()) await this.showView(this.viewCalled(state.view) ? state.view : "");
    if (chosen || this.route.length === 0) this.choose(chosen || to || from);
    this.isRestoring = false;
    this.keepLink({ isPlace: false });
  }

  get firstView() {
    if (this.around) return this.around.first;
    return this.views.has("whole") ? "whole" : "group-1";
  }

  // Where nothing is asked: a city opens on a class; a small map on all, as rungs on the longest ladder.
  showFirst() {
    const first = this.around ? this.around.focusOf(this.around.first) : "";
    if (first) this.choose(first);
    else this.rungs.show(this.rungs.first);
  }

  async start() {
    for (const id of ["ask", "contents", "find-place"]) byId(id).hidden = false;
    document.documentElement.classList.add("is-live");
    document.documentElement.dataset.ready = "true";
    await nextTask();
    this.myPath = new MyPath({
      data: this.data, names: this.names,
      onMarks: (marks) => this.showMarks(marks),
      onClass: (id) => this.goTo(id, { move: true }),
    });
    this.routeFace = new RouteFace({ catalog: this.myPath.catalog, words: this.data.words, asOf: this.data.asOf, onMyPath: askMyPath });
    this.compare = new Compare({
      catalog: this.myPath.catalog, classes: this.data.classes, onFacts: (id) => askMyPath({ start: "", target: id }), onPlace: (place) => this.movedPlace(place),
      answerFor: (id) => this.myPath.answers.answers?.get(id), presentClass: () => this.myPath.history?.present[0]?.classId ?? "",
      factsTold: () => factsInWords(this.myPath.answers.words).join(", "),
    });
    await this.restore();
    this.isRestoring = true;
    byId("live").hidden = false;
    if (!this.chart.view && this.isDrawn()) await this.showView(this.firstView);
    if (!this.chosen && !this.route.length && !linkHeld()) this.showFirst();
    this.isRestoring = false;
    this.keepLink({ isPlace: false });
    await this.layOutGroups();
    showPart(partBesideMap());
    followAim();
    document.documentElement.dataset.settled = "true";
    if (!this.chart.view) loadVis();
  }
}

useLiveStyles();
const packedData = JSON.parse(await unpackText("packed-data"));
await nextTask();
const programData = wholeData(packedData, titlesInWords());
await nextTask();
const around = programData.around ? new Around(programData) : null;
delete programData.around;
await nextTask();
const program = new Program(programData, around);
await program.start();
