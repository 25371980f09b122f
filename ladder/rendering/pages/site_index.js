// The index at work: a search over titles, numbers and other names, chips of groups, and the order of the rows.
import { findClasses } from "./finding/find_classes.js";

const byId = (id) => document.getElementById(id);
const messages = JSON.parse(byId("messages").textContent);
const say = (name, fields = {}) => messages[name].replace(/\{(\w+)\}/g, (_, field) => fields[field]);
const rows = [...document.querySelectorAll(".of-classes tbody tr")];
const classes = JSON.parse(byId("search-data").textContent).map(([title, code, others], place) => ({
  title, code, others, place, row: rows[place], link: rows[place].querySelector("th a"),
}));
const inOrder = { doors: byNumber("doors"), pay: byNumber("pay"), title: (one, other) => titleOf(one).localeCompare(titleOf(other), "en") };
const box = byId("find");
let group = "", order = "doors", found = classes;

function titleOf(row) {
  return row.querySelector("th").textContent;
}

// The highest first; rows without the figure come last.
function byNumber(name) {
  const figure = (row) => (row.dataset[name] === "" ? -1 : Number(row.dataset[name]));
  return (one, other) => figure(other) - figure(one);
}

function linkTo(one) {
  const item = document.createElement("li"), link = document.createElement("a");
  link.href = one.link.getAttribute("href");
  link.dir = "auto";
  link.textContent = one.title;
  item.append(link);
  return item;
}

function tell(close) {
  const isAsked = box.value.trim() !== "", none = isAsked && !found.length;
  const count = found.length === 1 ? say("index.found_one") : say("index.found", { count: found.length.toLocaleString("en") });
  const missed = say(close.length ? "index.none_close" : "index.none");
  byId("found").textContent = none ? missed : isAsked ? count : "";
  byId("close").hidden = !none || !close.length;
  byId("close").replaceChildren(...close.map(linkTo));
  if (byId("plot")) byId("plot").hidden = isAsked;
}

// The rows that are found, of the group chosen; the best match first while something is typed, else in the order chosen.
function show() {
  const seen = new Set(found.map((one) => one.row).filter((row) => !group || row.dataset.group === group));
  const ranks = new Map(found.map((one, place) => [one.row, place]));
  const compare = box.value.trim() ? (one, other) => (ranks.get(one) ?? rows.length) - (ranks.get(other) ?? rows.length) : inOrder[order];
  for (const table of document.querySelectorAll(".of-classes tbody")) {
    const own = rows.filter((row) => table.contains(row));
    for (const row of own) row.hidden = !seen.has(row);
    table.append(...own.toSorted(compare));
    table.closest("section").hidden = !own.some((row) => seen.has(row));
  }
}

function search() {
  const answer = findClasses(classes, box.value);
  found = answer.found;
  tell(answer.close);
  show();
}

function press(buttons, pressed) {
  for (const one of buttons) one.setAttribute("aria-pressed", String(one === pressed));
}

function listen(id, name, choose) {
  const buttons = [...(byId(id)?.querySelectorAll("button") ?? [])];
  if (buttons.length) byId(id).hidden = false;
  for (const one of buttons) {
    one.addEventListener("click", () => {
      press(buttons, one);
      choose(one.dataset[name]);
      show();
    });
  }
}

listen("chips", "group", (chosen) => { group = chosen; });
listen("sort", "sort", (chosen) => { order = chosen; });
box.addEventListener("input", search);
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && box.value.trim() && found.length) found[0].link.click();
});
byId("search").hidden = false;
if (box.value) search();
if (location.hash === "#find") box.focus();
