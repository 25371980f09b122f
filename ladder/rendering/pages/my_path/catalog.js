// All classes and jurisdictions of one compiled catalog, and how a class is found in it.

import { foldCase, foldTitle, printedCode, stripBlanks } from "./titles.js";

const NO_VALUES = Object.freeze([]);

/** @typedef {{from: number | string, to: number | string, kind: string, certainty: string, conditions: string[], rule?: number, months?: number | null, source?: any}} StepTold */
/** @typedef {{rules: (import("./rules.js").RulesTold | null)[], steps: StepTold[], peerSteps: StepTold[]}} TablesTold the rules by the places of classes */
/** @typedef {{jurisdictions: any[], classes: any[], tables: () => TablesTold}} CatalogTold as ladder/rendering/page_catalog.py makes it */

// Returns the catalog that the page holds. Its records must be free of faults; the tables are read when first asked for.
/** @param {CatalogTold} told */
export function openCatalog(told) {
  return new Catalog(told);
}

// Returns a requirement or, behind all of them, a substitution of the class by its place; a record that is none of them as it is.
export function ruleAt({ qualifications }, place) {
  if (typeof place !== "number") return place;
  const { requirements, substitutions } = qualifications;
  return requirements[place] ?? substitutions[place - requirements.length];
}

// Returns what a job counts toward by a requirement or by service that stands for it, as us-nd/0444#special.
export function referenceTo({ class_id: classId }, rule) {
  return `${classId}#${rule.id ?? nameOfSubstitution(rule)}`;
}

function nameOfSubstitution({ kind, named, stands_for: standsFor }) {
  if (named) return `sub:${named.class}`;
  return kind === "programme" ? "program" : standsFor;
}

// Class specifications by class id, with their jurisdictions and steps.
//
// `classes` is a Map from class id to record, in the order of their ids. What only some
// questions need is worked out when it is first asked for.
class Catalog {
  #jurisdictions;
  #places;
  #readTables;
  #kept = new Map();

  /** @param {CatalogTold} told */
  constructor({ jurisdictions, classes, tables }) {
    this.classes = new Map(classes.map((one) => {
      const id = `${one.jurisdiction}/${one.code || one.slug}`;
      return [id, { ...one, class_id: id }];
    }));
    this.#jurisdictions = new Map(jurisdictions.map((one) => [one.id, one]));
    this.#readTables = tables;
    const ids = [...this.classes.keys()];
    this.#places = new Map(ids.map((id, place) => [id, place]));
    // Returns the id of a class by its place; the id of one that is nowhere as it is.
    this.idOf = (place) => (typeof place === "number" ? ids[place] : place);
  }

  // Returns what was worked out under this name, working it out the first time.
  #once(name, workOut) {
    if (!this.#kept.has(name)) {
      this.#kept.set(name, workOut());
    }
    return this.#kept.get(name);
  }

  get #tables() {
    return this.#once("tables", this.#readTables);
  }

  // Returns the table of a class's rules, null where its requirements are not in the data.
  tableOf(classId) {
    return this.#tables.rules[this.#places.get(classId)];
  }

  // Returns the jurisdiction of a class.
  jurisdictionOf(classId) {
    return this.#jurisdictions.get(classId.split("/", 1)[0]);
  }

  // Returns what every answer about these classes says besides, as texts.
  notesAbout(classIds) {
    return [...new Set(classIds.flatMap((classId) => this.jurisdictionOf(classId).notes))];
  }

  // Returns the steps that lead to the class: { feederClass, targetClass, kind, months, source, conditions, certainty, rule,
  // requirement }, the record that draws it and the reference to that, null where none does.
  stepsInto(classId) {
    return this.#stepsBy("steps", "targetClass").get(classId) || NO_VALUES;
  }

  // Returns the steps that the class leads to.
  stepsFrom(classId) {
    return this.#stepsBy("steps", "feederClass").get(classId) || NO_VALUES;
  }

  // Returns the steps from peers of classes named by their level that lead to the class; no other list holds them.
  peerStepsInto(classId) {
    return this.#stepsBy("peerSteps", "targetClass").get(classId) || NO_VALUES;
  }

  // Returns the steps that the class leads to as a peer.
  peerStepsFrom(classId) {
    return this.#stepsBy("peerSteps", "feederClass").get(classId) || NO_VALUES;
  }

  #stepsBy(list, end) {
    const steps = this.#once(list, () => this.#tables[list].map((one) => this.#step(one)));
    return this.#once(`${list} by ${end}`, () => grouped(steps.map((step) => [step[end], step])));
  }

  /** @param {StepTold} told */
  #step({ from, to, kind, certainty, conditions, rule: place = null, months = null, source }) {
    const [feederClass, targetClass] = [from, to].map(this.idOf), target = this.classes.get(targetClass);
    const rule = place === null ? { months, source: source ?? target.source } : ruleAt(target, place);
    const requirement = place === null ? null : referenceTo(target, rule);
    return { feederClass, targetClass, kind, certainty, conditions, months: rule.months ?? null, source: rule.source, requirement };
  }

  // A Map from every requirement that service can count toward, as us-nd/0444#special, to its rule.
  get references() {
    return this.#once("references", () => {
      const found = new Map();
      for (const spec of this.classes.values()) {
        for (const rule of serviceRulesOf(spec)) found.set(referenceTo(spec, rule), rule);
      }
      return found;
    });
  }

  // Returns the rule behind a reference, one that no service counts toward too; undefined where there is none.
  ruleBehind(reference) {
    const [classId, name] = reference.split("#");
    return this.references.get(reference) ?? this.classes.get(classId)?.qualifications?.requirements.find(({ id }) => id === name);
  }

  // Returns the ids of all classes that the id, code or title may mean: none, one or several.
  findClasses(text) {
    const wanted = stripBlanks(text);
    if (this.classes.has(wanted)) {
      return [wanted];
    }
    const folded = foldCase(wanted);
    if (wanted.includes("/")) {
      const ids = this.#once("ids", () => grouped([...this.classes.keys()].map((id) => [foldCase(id), id])));
      return ids.get(folded) || NO_VALUES;
    }
    const codes = this.#once("codes", () => this.#allCodes());
    const titles = this.#once("titles", () => this.#allTitles());
    return codes.get(folded) || titles.get(foldTitle(wanted)) || NO_VALUES;
  }

  // Codes as printed stand behind whole codes: a class called 5246 beats 5246SH.
  #allCodes() {
    const whole = [];
    for (const spec of this.classes.values()) {
      const aliases = spec.aliases.map((alias) => alias.code);
      const codes = [spec.code || spec.slug || "", ...aliases.filter((code) => code)];
      whole.push(...codes.map((code) => [code, spec.class_id]));
    }
    const short = grouped(whole.map(([code, id]) => [foldCase(printedCode(code)), id]));
    return new Map([...short, ...grouped(whole.map(([code, id]) => [foldCase(code), id]))]);
  }

  #allTitles() {
    const titles = [];
    for (const spec of this.classes.values()) {
      const aliases = this.jurisdictionOf(spec.class_id).title_aliases.filter((one) => one.class === spec.class_id);
      const told = [spec, ...spec.aliases, ...aliases].map((one) => one.title).filter((title) => title);
      titles.push(...told.map((title) => [foldTitle(title), spec.class_id]));
    }
    return grouped(titles);
  }
}

// What service can count toward: experience, then substitutions.
function serviceRulesOf({ qualifications }) {
  const { requirements, substitutions } = qualifications ?? { requirements: [], substitutions: [] };
  return [...requirements.filter((rule) => rule.kind === "experience"), ...substitutions.filter((rule) => rule.kind === "service")];
}

// Returns the values by their keys, each value once, in the order given.
function grouped(pairs) {
  const found = new Map();
  for (const [key, value] of pairs) {
    found.set(key, (found.get(key) || new Set()).add(value));
  }
  return new Map([...found].map(([key, values]) => [key, Object.freeze([...values])]));
}
