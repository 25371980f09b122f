// The search of the index: every word typed must be found in a class's name, place or other names.
"use strict";
(() => {
  const MOST = 40;
  const box = document.getElementById("find");
  if (!box) return;
  const list = document.getElementById("results"), status = document.getElementById("found");
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const classes = JSON.parse(document.getElementById("search-data").textContent)
    .map(([name, place, words, link]) => ({ name, place, link, all: fold(`${name} ${place} ${words}`) }));

  const count = (number, more) => {
    if (!number) return "No class has these words.";
    const told = number === 1 ? "1 class" : `${number} classes`;
    return more ? `${told}; the first ${MOST} are listed. Type more to find fewer.` : told;
  };

  const line = found => {
    const item = document.createElement("li"), link = document.createElement("a"), name = document.createElement("bdi");
    const place = document.createElement("span");
    name.textContent = found.name;
    link.href = found.link;
    link.append(name);
    place.className = "marks";
    place.textContent = ` ${found.place}`;
    item.dir = "auto";
    item.append(link, place);
    return item;
  };

  const search = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    const found = words.length ? classes.filter(one => words.every(word => one.all.includes(word))) : [];
    status.textContent = words.length ? count(found.length, found.length > MOST) : "";
    list.replaceChildren(...found.slice(0, MOST).map(line));
  };

  box.addEventListener("input", search);
  box.addEventListener("keydown", event => {
    if (event.key === "Enter") list.querySelector("a")?.focus();
  });
  document.getElementById("search").hidden = false;
  search();
})();
