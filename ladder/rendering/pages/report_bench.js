// The bench at work: a search over its classes, the table as a file, and paper.
import { findClasses } from "./finding/find_classes.js";
import { offerFile } from "./offer_file.js";

const byId = (id) => document.getElementById(id);
const told = (id) => JSON.parse(byId(id).textContent);
const messages = told("messages");
const say = (name, fields = {}) => messages[name].replace(/\{(\w+)\}/g, (_, field) => fields[field]);
const classes = [...document.querySelectorAll(".bench tbody tr")].map((row, place) => ({
  row, place, title: row.querySelector("th span").textContent, code: row.querySelector("th small").textContent, others: [],
}));
const box = byId("find");

function tell({ found, close }) {
  if (!box.value.trim()) return "";
  if (found.length) return found.length === 1 ? say("bench.found_one") : say("bench.found", { count: found.length.toLocaleString("en") });
  return close.length ? say("bench.close", { titles: close.map((one) => one.title).join(", ") }) : say("bench.not_found");
}

function search() {
  const answer = findClasses(classes, box.value);
  const shown = new Set(answer.found);
  for (const one of classes) one.row.hidden = !shown.has(one);
  byId("found").textContent = tell(answer);
}

// A byte order mark tells Excel that the letters are UTF-8.
byId("save").addEventListener("click", () => offerFile(new Blob(["\ufeff", told("saved")], { type: "text/csv" }), "bench.csv"));
byId("print").addEventListener("click", () => window.print());
byId("buttons").hidden = false;
if (classes.length) {
  box.addEventListener("input", search);
  byId("find-place").hidden = false;
}
document.querySelector('.bar a[href$="#counted"]').addEventListener("click", () => { byId("counted").open = true; });
