// The pencil work: what each requirement asks, what is held and credited, what is left, and where it is printed.
import { makeElement, paragraphOf } from "../details.js";
import { isMessage, say } from "../messages.js";
import { citeSource, creditedWords, requirementName, spellMonths, tellCondition } from "../my_words.js";

const A_LITTLE = 0.01;
const EFFECTS = ["asked", "closed", "assumed", "shown"];

export function requirementTable(answer, words) {
  if (!answer.requirements.length) return paragraphOf(say("my.no_rules"));
  const headings = ["my.col_what", "my.col_asked", "my.col_held", "my.col_credited", "my.col_left", "my.col_source"].map((one) => say(one));
  const table = makeElement("table", undefined, { role: "table", class: "of-requirements" });
  const head = makeElement("thead", undefined, { role: "rowgroup" }), body = makeElement("tbody", undefined, { role: "rowgroup" });
  const top = makeElement("tr", undefined, { role: "row" });
  top.append(...headings.map((one) => makeElement("th", one, { role: "columnheader", scope: "col" })));
  head.append(top);
  body.append(...answer.requirements.map((one) => requirementRow(one, headings, words, answer.source)));
  table.append(makeElement("caption", say("my.pencil")), head, body);
  return table;
}

function requirementRow(trace, headings, words, answerSource) {
  const row = makeElement("tr", undefined, { role: "row" });
  const cells = trace.asked === null ? ["", "", "", metWords(trace.met_in_months)] : [trace.asked, heldWords(trace), creditWords(trace, words), trace.left];
  const name = requirementName(trace.id.split("#")[1], words.titleOf);
  row.append(makeElement("th", say("page.meaning", { name, what: words.plain(trace.what ?? "") }), { role: "rowheader", scope: "row" }),
    ...[...cells, placeWithin(trace.source, answerSource)].map((text, place) => makeElement("td", String(text), { role: "cell", "data-label": headings[place + 1] })));
  return row;
}

// Where something is printed, without the document where that is the one named above.
function placeWithin(source, above) {
  if (!source || source.document !== above?.document) return citeSource(source);
  return citeSource({ ...source, revision: null }).slice(source.document.length + ", ".length);
}

function metWords(months) {
  if (months === null) return say("my.not_met");
  return months ? say("my.met_in", { time: spellMonths(months) }) : say("my.met");
}

function heldWords({ held, counted }) {
  const parts = counted.map(({ months, title, why }) => say("my.counts_as", { months, title, why: isMessage(`why.${why}`) ? say(`why.${why}`) : why }));
  if (!parts.length) return held;
  const sum = counted.reduce((all, { months }) => all + months, 0), isLess = Math.abs(sum - held) > A_LITTLE;
  const told = say("my.held_parts", { held, parts: parts.join("; ") });
  return isLess ? say("list.sentences", { first: told, last: say("work.together", { months: say("time.months", { count: held }) }) }) : told;
}

function creditWords({ credited }, words) {
  return credited.map(({ months, what }) => say("my.credit", { months, what: creditedWords(what, words.titleOf) })).join("; ") || "0";
}

export function conditionLists(conditions, above = null) {
  return EFFECTS.flatMap((effect) => {
    const own = conditions.filter((one) => one.effect === effect);
    if (!own.length) return [];
    const list = makeElement("ul");
    list.append(...own.map((one) => makeElement("li", [tellCondition(one), one.source && say("my.source_is", { source: placeWithin(one.source, above) })].filter(Boolean).join(" "))));
    return [makeElement("p", say(`effect.${effect}`)), list];
  });
}
