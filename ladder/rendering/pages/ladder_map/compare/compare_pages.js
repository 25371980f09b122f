// Compare as a place on the page: the tray, the page of two or three classes, and its place in history.
import { CompareFace } from "./compare_face.js";
import { Pickers } from "./pickers.js";
import { CompareTray, withInPlace } from "./tray.js";

const comparePage = () => document.getElementById("compare");

export class Compare {
  constructor({ catalog, classes, answerFor, presentClass, factsTold, onFacts, onPlace }) {
    Object.assign(this, { catalog, onPlace });
    this.known = (id) => catalog.classes.has(id);
    this.face = new CompareFace({ catalog, answerFor, presentClass, factsTold, onFacts });
    this.pickers = new Pickers({ classes, onPick: (place, id) => this.pick(place, id), onRemove: (place) => this.tray.remove(this.tray.ids[place]) });
    this.tray = new CompareTray({ nameOf: (id) => catalog.classes.get(id).title, onChange: () => this.changed(), onOpen: () => this.open() });
    document.addEventListener("ladder:compare", ({ detail }) => { if (this.known(detail.id)) this.tray.add(detail.id); });
    document.getElementById("compare-back").addEventListener("click", () => this.leave());
    window.addEventListener("hashchange", (event) => {
      const wasShown = this.isShown;
      this.restore(new URL(event.newURL).hash);
      this.onPlace({ isLeft: wasShown && !this.isShown });
    });
    // A place that a script goes to changes the address without a word: what is compared makes room for My path.
    document.addEventListener("ladder:my-path", () => {
      if (!this.isShown) return;
      this.restore(location.hash);
      document.getElementById("my-class").focus();
    });
    this.restore(location.hash);
  }

  // The classes that the address names, none where it names no comparison.
  askedBy(hash) {
    const words = new URLSearchParams(hash.replace(/^#/u, "")).get("compare") ?? "";
    return [...new Set(words.split(",").filter((id) => this.known(id)))];
  }

  // What is compared is a place in history; another class in it is the same place.
  open() {
    const hash = "#compare=" + this.tray.ids.map(encodeURIComponent).join(",");
    if (this.isShown) location.replace(location.href.replace(/#.*$/su, "") + hash);
    else {
      this.isOpened = true;
      location.hash = hash;
    }
  }

  // Takes the class chosen in a place, or takes out the one whose box was emptied; two stay.
  pick(place, id) {
    const { ids } = this.tray;
    if (id) this.tray.set(withInPlace(ids, place, id));
    else if (ids[place] && ids.length > 2) this.tray.remove(ids[place]);
    this.pickers.show(this.specs());
  }

  specs() {
    return this.tray.ids.map((id) => this.catalog.classes.get(id));
  }

  leave() {
    if (this.isOpened) history.back();
    else location.hash = "map";
    this.isOpened = false;
  }

  changed() {
    if (this.isShown) {
      if (this.tray.ids.length > 1) this.open();
      else this.leave();
    }
    const event = new CustomEvent("ladder:compared", { detail: { ids: this.tray.ids } });
    document.dispatchEvent(event);
  }

  // Shows the comparison that an address names, or hides what is shown.
  restore(hash) {
    const ids = this.askedBy(hash), wasShown = this.isShown;
    this.isShown = false;
    if (ids.length > 1) this.tray.set(ids);
    this.isShown = ids.length > 1;
    comparePage().hidden = !this.isShown;
    document.documentElement.classList.toggle("has-compare", this.isShown);
    if (this.isShown) {
      this.face.show(this.tray.ids);
      this.pickers.show(this.specs());
      if (!wasShown) comparePage().querySelector("h2").focus();
    } else if (wasShown) this.tray.focus();
  }
}
