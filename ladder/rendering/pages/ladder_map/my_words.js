// The words of an answer under "My path", by the catalog of messages: times, routes, requirements, conditions.
import { OWN_WORDS_FIRST } from "../my_path/conditions.js";
import { isMessage, say, sayList } from "./messages.js";

export const A_YEAR = 12;
const OWN_ROUTES = ["general", "internal", "program"];
const OWN_REQUIREMENTS = [...OWN_ROUTES, "special", "education", "credential", "part", "units", "unread"];

// An id in the words of a record, of a class or of what one asks.
const REFERENCE = /(?<![A-Za-z0-9._/-])[a-z][a-z0-9.-]{0,40}\/[A-Za-z0-9._-]{1,80}(?:#[A-Za-z0-9_.:/-]{1,80})?/gu;

export const withCapital = (text) => text.replace(/^./u, (letter) => letter.toUpperCase());

export function spellMonths(months) {
  const years = Math.floor(months / A_YEAR), rest = months % A_YEAR;
  if (years && rest) return say("time.both", { years: counted(years, "year"), months: counted(rest, "month") });
  return years ? counted(years, "year") : counted(rest, "month");
}

function counted(count, noun) {
  return say(`time.${noun}${count === 1 ? "" : "s"}`, { count });
}

// The words of a condition; what comes from a class on the way, with its title.
export const tellCondition = ({ text, asked_of }) => (asked_of ? say("answer.on_the_way", { title: asked_of, told: text }) : text);

// A calendar month, as "2027-03", in words.
export function spellMonth(month) {
  const [year, number] = month.split("-").map(Number);
  return say("date.month", { month: say(`month.${number}`), year });
}

// A time in words, or both figures where the least is only known to lie between them.
export function spellSpan({ months, between }) {
  return between ? say("time.between", { least: spellMonths(between[0]), most: spellMonths(between[1]) }) : spellMonths(months);
}

// The date that the specification of a class bears: revised, else effective, else that of its document; "" where there is none.
export const revisionOf = ({ dates, source }) => dates?.revised ?? dates?.effective ?? source?.revision ?? "";

export function citeSource(source) {
  if (!source) return "";
  let place = `${source.document}, ${source.section}`;
  if (source.page) place = say("source.page", { place, page: source.page });
  const [first, last] = source.lines ?? [];
  if (source.lines) place = say(first === last ? "source.line" : "source.lines", { place, first, last });
  return source.revision ? say("source.revision", { place, revision: source.revision }) : place;
}

// When one may file before the minimum is met; nothing where no text lets one, or that is no sooner.
function filingOf({ months, file_months: fileMonths = null, file_month: fileMonth }) {
  if (fileMonths === null || fileMonths === months) return "";
  return fileMonths ? say("my.file_later", { month: spellMonth(fileMonth) }) : say("my.file_now");
}

// From when one may be appointed; nothing where that is no later.
function appointmentOf({ appoint_month: month = null }) {
  return month === null ? "" : say("my.appointed", { month: spellMonth(month) });
}

function timeOf({ between, month, ...told }) {
  const fields = { time: spellSpan({ between, ...told }), month: spellMonth(month) };
  return say(between ? "answer.after_at_latest" : "answer.after", fields);
}

// The words of conditions that are the same whatever the class.
let generalWords = {};

export function useGeneralWords(words) {
  generalWords = words;
}

// What must hold, as it stands after "if".
export function nameOf(code, conditions) {
  const found = conditions.find((one) => one.code === code);
  const isPrinted = OWN_WORDS_FIRST.includes(code) && found && !found.source && found.text !== generalWords[code];
  if (isMessage(`if.${code}`) && !isPrinted) return say(`if.${code}`);
  return say("if.other", { text: (found?.text ?? "").replace(/\.$/, "") });
}

export function whenOf(answer) {
  const { status, if_conditions_met: met, conditions } = answer;
  if (status === "now") return say("answer.now") + appointmentOf(answer);
  const told = status === "after" ? timeOf(answer) + filingOf(answer) + appointmentOf(answer) : status === "unknown" ? say("answer.unknown") : notMet(answer);
  if (!met) return told;
  const when = met.months ? say("my.after", { time: spellSpan(met) }) : say("answer.now");
  return told + say("my.if", { conditions: sayList(met.conditions.map((code) => nameOf(code, conditions))), when });
}

function notMet({ conditions }) {
  return say(conditions.some(({ code }) => code === "HORIZON") ? "my.beyond" : "my.never");
}

// The sentence where no ladder joins two classes, as every door tells it: whether service counts all the same.
export function noLadderWords({ from, to, open_route: opened, service_counts: counts }, titleOf) {
  const ends = { start: titleOf(from), target: titleOf(to) };
  if (opened.months === null) return say("path.no_ladder", ends);
  const isNow = opened.status === "now";
  const told = isNow ? say("answer.met_now") + appointmentOf(opened) : say("answer.met", { when: whenOf(opened) });
  return say(counts ? "path.counts" : "path.open", { ...ends, told });
}

const spaced = (name) => name.replace(/[-_:]/g, " ");

// Routes in words, any of which will do: each made of parts that "+" joins.
export function routeWords(routes, titleOf) {
  return sayList(routes.map((route) => sayList(route.split("+").map((part) => partOfRoute(part, titleOf)))), "list.or");
}

function partOfRoute(part, titleOf) {
  const [kind, classId] = part.split(":");
  if (classId && titleOf(classId)) return say(kind === "program" ? "route.completing" : "route.service", { title: titleOf(classId) });
  if (OWN_ROUTES.includes(part)) return say(`route.${part}`);
  const [name, ...number] = part.split("-");
  if (name === "route" && number.length) return say("route.way", { number: sayList(number) });
  if (OWN_ROUTES.includes(name) && number.length) return say("route.number", { route: say(`route.${name}`), number: number.join("-") });
  return say("route.way", { number: spaced(part) });
}

// What a requirement is called: "General experience", "Service as Office Assistant".
export function requirementName(name, titleOf) {
  const [kind, classId] = name.split(":");
  if (classId && titleOf(classId)) return say(kind === "program" ? "requirement.completing" : "requirement.service", { title: titleOf(classId) });
  const [first, ...rest] = name.split("-"), number = rest.join("-");
  if (first === "requirement" && number) return say("requirement.requirement", { number });
  if (!OWN_REQUIREMENTS.includes(first) || /^[a-z]/i.test(number)) return withCapital(spaced(name));
  const told = say(`requirement.${first}`);
  return number ? say("requirement.numbered", { name: told, number }) : told;
}

// The same within a sentence: "general experience".
export const calledName = (name, titleOf) => requirementName(name, titleOf).replace(/^./u, (letter) => letter.toLowerCase());

// What stands for months of a requirement: study, a degree, or service; the beginning of a sentence.
export function creditedWords(what, titleOf) {
  const [level, word] = what.split(" ");
  if (word === "degree" && isMessage(`degree.${level}`)) return withCapital(say(`degree.${level}`));
  if (what.startsWith("service under ")) return say("credit.service", { requirement: calledName(what.split("#")[1], titleOf) });
  return say("credit.study");
}

// Words of a record in which an id stands for a class or for what one asks, with titles in their place.
export function withTitles(text, titleOf) {
  return text.replace(REFERENCE, (found) => {
    const [id, name] = found.split("#"), title = titleOf(id);
    if (title === undefined) return found;
    return name === undefined ? title : say("my.words_of", { title, what: requirementName(name, titleOf) });
  });
}
