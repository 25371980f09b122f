// Places of the page by its address: a view, a part beside the map, My path with a class that is aimed at.
import { readLink } from "./saving.js";

const LEAST_SEEN = 160;

// My path with the present class filled in, and the class that is aimed at: a place in history.
export function askMyPath({ start, target }) {
  if (partBesideMap()?.id !== "my-path") {
    try {
      history.pushState({ link: location.hash }, "", "#my-path");
    } catch {
      // A page in a frame of a notebook has no address of its own.
    }
    markPlace();
  }
  document.dispatchEvent(new CustomEvent("ladder:my-path", { detail: { class: start, target } }));
  document.getElementById("my-path").scrollIntoView();
}

// The bar says which part of the page one is at.
export function markPlace() {
  const ways = [...document.querySelectorAll(".bar nav a[href*='#']")], part = partBesideMap()?.id ?? "map";
  const before = ways.find((one) => one.hasAttribute("aria-current")), here = ways.find(({ hash }) => hash === "#" + part) ?? before;
  if (!before || before === here) return;
  here.setAttribute("aria-current", before.getAttribute("aria-current"));
  before.removeAttribute("aria-current");
}

// The class that a link to My path aims at, as "#aim=us-nd/0444" does.
const aimHeld = () => readLink(location.hash)?.aim ?? "";

export function followAim() {
  if (aimHeld()) askMyPath({ start: "", target: aimHeld() });
}

// What a place in history holds: its address, else what was kept beside an address that names a part of the page.
export function linkHeld() {
  return (aimHeld() ? null : readLink(location.hash)) ?? readLink(history.state?.link ?? "");
}

// The part of the page that the address names, as "#my-path" does; null where it names the map or holds a view.
export function partBesideMap() {
  const part = document.getElementById(aimHeld() ? "my-path" : location.hash.slice(1));
  return part?.id === "map" ? null : part;
}

// Such a part is where it is only once all above it is drawn, later than the browser looked for it.
export function showPart(part) {
  if (!part) return;
  part.scrollIntoView();
  part.querySelector("h2[tabindex]")?.focus({ preventScroll: true });
}

const isSeen = ({ top, bottom }) => top < window.innerHeight - LEAST_SEEN && bottom > LEAST_SEEN;

// Scrolls to the top of the page, and on to the place where that does not show enough of it.
export function bringIntoView(place) {
  if (!isSeen(place.getBoundingClientRect())) window.scrollTo(0, 0);
  if (!isSeen(place.getBoundingClientRect())) place.scrollIntoView();
}
