// What the engine is asked about a route: somebody on day one in the first class, at full time, who declared nothing else.
import { findPaths } from "../../my_path/climb.js";
import { assess, planOf } from "../../my_path/eligibility.js";
import { printMonth, readMonth } from "../../my_path/months.js";
import { readHistory } from "../../my_path/profile.js";

export const ASSUMED_ON_DAY_ONE = ["INTERNAL", "STATE_EMPLOYEE", "PERMANENT", "TARGET_CLASS"];

export class DayOne {
  constructor({ catalog, words, asOf }) {
    Object.assign(this, { catalog, words, asOf });
  }

  // The paths between two classes, as the JSON answers have them. `accepted` are conditions taken as true besides, `leadIn`
  // classes whose work is to carry lead duties, `profile` what is declared.
  ask(start, target, { accepted = [], leadIn = [], profile = {}, alternatives = 0 } = {}) {
    const { history } = readHistory(profile, this.catalog, { asOf: this.asOf });
    const plan = planOf({ kind: "climb", assumed: [...ASSUMED_ON_DAY_ONE, ...accepted], lead_in: leadIn });
    return findPaths(this.catalog, history, { start, target, plan, alternatives }, this.words);
  }

  monthAfter(months) {
    return printMonth(readMonth(this.asOf) + months);
  }

  // What a class asks in the month in which it is entered, with the classes held until then behind: the pencil work of one
  // move. Lead work is declared of the class `leadIn` alone, where it is planned for one. Nothing where the class is not met by that alone, so that no figure is shown that does not prove the move.
  asksAt(flights, place, { accepted = [], leadIn = "" } = {}) {
    const held = flights.slice(0, place);
    const month = this.monthAfter(flights[place].fromMonth);
    const leads = leadIn ? leadReferences(flights[place].spec) : [];
    const jobs = held.filter(({ months }) => months).map((one) => ({
      class: one.classId, start: this.monthAfter(one.fromMonth), end: this.monthAfter(one.fromMonth + one.months), ...(one.classId === leadIn && leads.length ? { counts_toward: leads } : {}),
    }));
    const profile = { as_of: month, jobs, present: { class: held.at(-1).classId } };
    const { history, faults } = readHistory(profile, this.catalog, { asOf: month });
    if (faults.length) return [];
    const plan = planOf({ kind: "none", assumed: [...ASSUMED_ON_DAY_ONE, ...accepted.filter((code) => !(leadIn && code === "LEAD"))] });
    const answer = assess(this.catalog, history, flights[place].classId, plan, this.words);
    return answer.status === "now" ? answer.requirements : [];
  }
}

// The requirements of lead work, as a profile names them.
function leadReferences({ class_id: classId, qualifications }) {
  return (qualifications?.requirements ?? []).filter((rule) => rule.kind === "experience" && rule.lead).map((rule) => `${classId}#${rule.id}`);
}
