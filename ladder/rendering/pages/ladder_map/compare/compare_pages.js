// Compare as a place on the page: the tray, the page of two or three classes, and its place in history.
import { CompareFace } from "./compare_face.js";
import { CompareTray } from "./tray.js";

const comparePage = () => document.getElementById("compare");

export class Compare {
  constructor({ catalog, answerFor, presentClass, factsTold, onFacts, onPlace }) {
    this.onPlace = onPlace;
    this.known = (id) => catalog.classes.has(id);
    this.face = new CompareFace({ catalog, answerFor, presentClass, factsTold, onFacts, onRemove: (id) => this.tray.remove(id) });
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

  open() {
    this.isOpened = true;
    location.hash = "compare=" + this.tray.ids.map(encodeURIComponent).join(",");
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
    const ids = this.askedBy(hash);
    this.isShown = false;
    if (ids.length > 1) this.tray.set(ids);
    this.isShown = ids.length > 1;
    comparePage().hidden = !this.isShown;
    document.documentElement.classList.toggle("has-compare", this.isShown);
    if (this.isShown) {
      this.face.show(this.tray.ids);
      comparePage().querySelector("h2").focus();
    }
  }
}
