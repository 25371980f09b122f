// Answers of My path in short, plain words: the month of a card, why, what is missing, what HR decides, how old the rules are.
import { signedDollars, unitWords } from "../dollars.js";
import { isMessage, say, sayList } from "../messages.js";
import { waysMissing } from "../missing.js";
import { citeSource, nameOf, requirementName, revisionOf, routeWords, spellMonth, spellMonths, spellSpan, withCapital, withTitles } from "../my_words.js";


// What the lowest pay gains or loses a year, as "+$3,750.50 a year"; "" where it cannot be told.
export function spellGain(gain) {
  if (!gain) return "";
  return say("pay.gain", { gain: signedDollars(gain.low), unit: unitWords(gain.unit) });
}

export class PlainWords {
  constructor(catalog) {
    Object.assign(this, { catalog, titleOf: (id) => catalog.classes.get(id)?.title });
  }

  // The month of a card.
  month(answer) {
    if (answer.status === "now") return say("my.card_now");
    if (answer.status !== "after") return say("my.card_none");
    return answer.between ? say("my.card_at_latest", { month: spellMonth(answer.month) }) : spellMonth(answer.month);
  }

  // Why, in a sentence, and what else is to know of the month.
  why(answer, { isStaying }) {
    const told = [this.reason(answer, isStaying), this.onCondition(answer), this.filing(answer), this.appointment(answer)];
    return told.filter(Boolean).join(" ");
  }

  reason(answer, isStaying) {
    if (answer.status === "now") return say("my.by_route", { routes: routeWords(answer.routes, this.titleOf) });
    if (answer.steps.length) return this.climbed(answer);
    if (answer.status === "after") return say(isStaying ? "my.more_in_class" : "my.more_on_plan", { time: spellSpan(answer) });
    if (answer.status === "unknown") return this.unknown(answer);
    if (answer.conditions.some(({ code }) => code === "HORIZON")) return say("my.beyond_card");
    return answer.if_conditions_met ? "" : this.missing(answer);
  }

  // What comes last on a path of several classes.
  climbed({ steps }) {
    const last = steps.at(-1);
    return say("my.after_as", { time: spellMonths(last.hold_months), title: this.titleOf(last.from) });
  }

  unknown({ conditions }) {
    return say(conditions.some(({ code }) => code === "ENTRY_UNKNOWN") ? "my.cannot_say" : "my.cannot_say_part");
  }

  // What would change the answer, in the same sentence as its condition.
  onCondition({ if_conditions_met: met, conditions }) {
    if (!met) return "";
    const names = sayList(met.conditions.map((code) => nameOf(code, conditions)));
    return say("my.if_met", { when: met.months ? withCapital(spellSpan(met)) : say("my.time_now"), conditions: names });
  }

  filing({ months, file_months: fileMonths = null, file_month: month }) {
    if (fileMonths === null || fileMonths === months) return "";
    return fileMonths ? say("my.files_later", { month: spellMonth(month) }) : say("my.files_now");
  }

  appointment({ appoint_month: month = null }) {
    return month === null ? "" : say("my.appointed_card", { month: spellMonth(month) });
  }

  // The smallest set of what is missing, and how many other ways there are.
  missing(answer) {
    const [what, ...others] = waysMissing(answer, this.catalog);
    if (!what) return "";
    const more = others.length ? ` ${others.length === 1 ? say("my.other_way") : say("my.other_ways", { count: others.length })}` : "";
    return say("missing.is", { what }) + more;
  }

  // The requirement that the month hangs on, as how much of it is done; null where none is counted in months.
  progress(answer) {
    const open = answer.requirements.filter(({ asked, left, met_in_months: met }) => asked && left > 0 && met === answer.months);
    const [last] = open.sort((one, other) => other.left - one.left);
    if (!last) return null;
    const titles = [...new Set(last.counted.map(({ title }) => title))], what = titles.length ? sayList(titles) : this.plain(last.what ?? "") || requirementName(last.id.split("#")[1], this.titleOf);
    const done = Math.max(0, rounded(last.asked - last.left));
    return { done, asked: last.asked, words: say(titles.length ? "my.done_as" : "my.done_of", { done, asked: last.asked, what }) };
  }

  // What HR decides about this answer, as short words.
  decided({ conditions }) {
    const codes = new Set(conditions.filter(({ effect }) => effect === "shown" || effect === "assumed").map(({ code }) => code));
    return [...codes].filter((code) => isMessage(`hr.${code}`)).map((code) => say("my.hr", { what: say(`hr.${code}`) }));
  }

  // When the rules of a class are of, as YYYY-MM or YYYY-MM-DD; "" where the documents bear no date.
  dateOf(id) {
    return revisionOf(this.catalog.classes.get(id));
  }

  dateInWords(id) {
    const date = this.dateOf(id);
    return date && spellDate(date);
  }

  rules(id) {
    const date = this.dateInWords(id);
    return date ? say("my.rules_of", { date }) : say("my.rules_undated");
  }

  // How old the rules of several classes are, and what every answer about them says besides.
  ageOf(ids) {
    return [this.rulesOf(ids), ...this.catalog.notesAbout(ids)].filter(Boolean);
  }

  rulesOf(ids) {
    const years = [...new Set(ids.map((id) => this.dateOf(id).slice(0, 4)).filter((year) => /^[0-9]{4}$/u.test(year)))].sort();
    if (!years.length) return "";
    const [first, last] = [years[0], years.at(-1)];
    return say("my.rules_old", { rules: first === last ? say("my.rules_one", { first }) : say("my.rules_between", { first, last }) });
  }

  // A move of a path: what is held for how long, and by which way the next class is open then.
  move(step) {
    const { titleOf } = this;
    const fields = { start: titleOf(step.from), time: spellMonths(step.hold_months), target: titleOf(step.to) };
    const told = { ...fields, by: routeWords([step.route], titleOf), source: citeSource(step.source) };
    return say(told.source ? "route.move_sourced" : "route.move", told);
  }

  // Words of a record in which an id stands for a class or for what one asks.
  plain(text) {
    return withTitles(text, this.titleOf);
  }
}

function spellDate(date) {
  const [year, month, day] = date.split("-");
  if (!month) return year;
  return day ? say("date.day", { month: say(`month.${Number(month)}`), day: Number(day), year }) : spellMonth(date);
}

// Figures of JSON may be decimals; what is told of them has at most two places.
const rounded = (number) => Math.floor(number * 100) / 100;
