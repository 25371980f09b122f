// The sentences of a route: the answer in one, and the line below it.
import { makeElement } from "../details.js";
import { dollarsOf, unitWords } from "../dollars.js";
import { isMessage, say, sayList } from "../messages.js";
import { nameOf, noLadderWords, spellMonth, spellMonths, spellSpan } from "../my_words.js";
import { briefOf } from "./chips.js";
import { tellStrong } from "./strong.js";

const MONTHS_A_YEAR = 12;

// "Between 3 and 4 years", or in months where one of the two is not whole years.
function spanWords({ between, ...told }) {
  if (!between) return spellSpan({ between, ...told });
  const [least, most] = between;
  if (least % MONTHS_A_YEAR || most % MONTHS_A_YEAR) return say("route.page.between", { least: spellMonths(least), most: spellMonths(most) });
  return say("route.page.between_years", { least: least / MONTHS_A_YEAR, most: most / MONTHS_A_YEAR });
}

// What must hold besides, as it stands after "if": lead work by its months where they are known.
export function conditionWords(codes, conditions, leadMonths) {
  return sayList(codes.map((code) => conditionOne(code, conditions, leadMonths)));
}

function conditionOne(code, conditions, leadMonths) {
  if (code === "LEAD" && leadMonths) return say("route.page.lead", { count: leadMonths });
  const isNamed = isMessage(`if.${code}`) || !briefOf(code);
  return isNamed ? nameOf(code, conditions) : say("route.page.if_rule", { what: briefOf(code) });
}

// Puts the answer into the element, in one sentence.
export function tellVerdict(element, story, { start, target, leadMonths }) {
  const { state, answer, found } = story, title = target.title;
  if (state === "no_path") return tellNoPath(element, found, { start, target });
  const fields = { title };
  if (answer.months) Object.assign(fields, { time: spanWords(answer), month: spellMonth(answer.month) });
  const late = answer.between ? "_at_latest" : "";
  if (state === "if") {
    fields.conditions = conditionWords(story.conditions, [...found.best.conditions, ...answer.conditions], leadMonths);
    return tellStrong(element, answer.months ? `route.page.verdict.if${late}` : "route.page.verdict.now_if", fields);
  }
  return tellStrong(element, `route.page.verdict.${state}${state === "after" ? late : ""}`, fields);
}

function tellNoPath(element, found, { start, target }) {
  const titles = new Map([[found.from, start.title], [found.to, target.title]]);
  element.append(noLadderWords(found, (id) => titles.get(id)));
  return element;
}

// The line below: what the month is, how many moves, whether a degree is asked, what pay does.
export function tellBelow(element, story, { gain, degree, target }) {
  const { state, answer } = story, told = [];
  const tell = (name, fields = {}) => told.push([name, fields]);
  if (["after", "if"].includes(state)) {
    if (state === "if") tell(story.conditions.includes("LEAD") ? "route.page.confirm_lead" : "route.page.confirm", {});
    if (state === "if" && story.found.best.months === null) tell("route.page.without", { title: target.title });
    if (state === "after") tell("route.page.first_month");
    tell(answer.steps.length === 1 ? "route.page.move_one" : "route.page.moves", { count: answer.steps.length, degree: say(degree) });
    if (gain) tell(payMessage(gain), { amount: dollarsOf(gain.low.replace("-", "")), unit: unitWords(gain.unit) });
    tellDates(tell, answer);
  }
  for (const [name, fields] of told) {
    if (element.childNodes.length) element.append(" ");
    tellStrong(element, name, fields);
  }
  return element;
}

function payMessage({ low }) {
  if (!Number(low)) return "route.page.pay_same";
  return low.startsWith("-") ? "route.page.pay_less" : "route.page.pay_more";
}

// Two dates: from when one may file, from when one may be appointed, which nobody can say where a license has no date.
function tellDates(tell, { file_month: filing, file_months: months, appoint_month: appointed, month, conditions }) {
  const sooner = filing && filing !== month, isOpen = !appointed && conditions.some(({ code }) => code === "BEFORE_APPOINTMENT");
  if (sooner && isOpen) tell(months ? "my.files_later" : "my.files_now", { month: spellMonth(filing) });
  else if (sooner) tell(months ? "route.page.file_from" : "route.page.file_now", { month: spellMonth(filing), later: spellMonth(appointed ?? month) });
  else if (appointed && appointed !== month) tell("route.page.appointed", { month: spellMonth(month), later: spellMonth(appointed) });
}

// A line on how old the rules are.
export function ageLine(dates) {
  if (!dates) return makeElement("p", say("route.page.age_unknown"), { class: "age" });
  const [first, last] = [spellMonth(dates.first), spellMonth(dates.last)];
  return makeElement("p", first === last ? say("route.page.age_one", { month: first }) : say("route.page.age", { first, last }), { class: "age" });
}
