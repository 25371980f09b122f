// All classes and jurisdictions of one compiled catalog, and how a class is found in it.

import { fillClass, fillJurisdiction } from "./records.js";
import { serviceReference } from "./service_credit.js";
import { findLevelPeers, findPeerSteps, findSteps, stepKey } from "./steps.js";
import { foldCase, foldTitle, printedCode, stripBlanks } from "./titles.js";

const NO_VALUES = Object.freeze([]);
const NO_RULINGS = new Map();
// Words that stand for the grade where a document prints pay without one; they tell no level.
const UNGRADED = ["annual salary", "salary"];
const NO_SERIES = new Set();

// Returns the catalog that a parsed compiled file holds. Its records must be free of faults.
export function openCatalog(compiled) {
  return new Catalog(compiled);
}

// Class specifications by class id, with their jurisdictions and steps.
//
// `classes` is a Map from class id to record, in the order of the file. What only some
// questions need is worked out when it is first asked for.
class Catalog {
  #jurisdictions;
  #kept = new Map();

  constructor(compiled) {
    const records = compiled.classes.map(fillClass);
    this.classes = new Map(records.map((spec) => [spec.class_id, spec]));
    this.#jurisdictions = new Map(compiled.jurisdictions.map((one) => [one.id, fillJurisdiction(one)]));
  }

  // Returns what was worked out under this name, working it out the first time.
  #once(name, workOut) {
    if (!this.#kept.has(name)) {
      this.#kept.set(name, workOut());
    }
    return this.#kept.get(name);
  }

  // Returns the jurisdiction of a class; one without a record has the defaults.
  jurisdictionOf(classId) {
    const name = classId.split("/", 1)[0];
    const known = this.#jurisdictions.get(name);
    return known || this.#once(`jurisdiction ${name}`, () => fillJurisdiction({ id: name, name }));
  }

  // Every step of the catalog, in the order of classes and their texts; inferred ones last.
  get steps() {
    return this.#once("steps", () => findSteps(this.classes, this.#jurisdictions));
  }

  // Returns the steps that lead to the class.
  stepsInto(classId) {
    return this.#stepsBy("targetClass").get(classId) || NO_VALUES;
  }

  // Returns the steps that the class leads to.
  stepsFrom(classId) {
    return this.#stepsBy("feederClass").get(classId) || NO_VALUES;
  }

  #stepsBy(end) {
    return this.#once(end, () => grouped(distinctSteps(this.steps).map((step) => [step[end], step])));
  }

  // Returns the other classes at the level of the class: same jurisdiction, pay plan and grade; none without a grade.
  peersOf(classId) {
    const levels = this.#once("levels", () => {
      const paid = [...this.classes.values()].filter(hasLevel);
      return grouped(paid.map((spec) => [levelKey(spec), spec.class_id]));
    });
    const spec = this.classes.get(classId);
    return (spec && hasLevel(spec) ? levels.get(levelKey(spec)) : NO_VALUES).filter((one) => one !== classId);
  }

  // Returns the steps from peers of classes named by their level that lead to the class; no other list holds them.
  peerStepsInto(classId) {
    return this.#peerStepsBy("targetClass").get(classId) || NO_VALUES;
  }

  // Returns the steps that the class leads to as a peer.
  peerStepsFrom(classId) {
    return this.#peerStepsBy("feederClass").get(classId) || NO_VALUES;
  }

  #peerStepsBy(end) {
    const peers = this.#once("peer steps", () =>
      distinctSteps([...findPeerSteps(this.steps, this.classes, (classId) => this.peersOf(classId))]));
    return this.#once(`peers by ${end}`, () => grouped(peers.map((step) => [step[end], step])));
  }

  // Returns the peers of the classes that the class's text names by their level, with those that they are peers of.
  levelPeers(classId) {
    return findLevelPeers(this.classes.get(classId), (one) => this.peersOf(one));
  }

  // Returns a Map to the one name of a field of study that has several, all folded (docs/semantics.md, C23).
  fieldNamesOf(classId) {
    const groups = this.jurisdictionOf(classId).field_aliases;
    return new Map(groups.flatMap((group) => group.map((name) => [foldTitle(name), foldTitle(group[0])])));
  }

  // A Map from every requirement that service can count toward, as us-nd/0444#special, to its rule.
  get references() {
    return this.#once("references", () => {
      const found = new Map();
      for (const [classId, spec] of this.classes) {
        for (const [requirement, rule] of serviceRulesOf(spec.qualifications)) {
          found.set(`${classId}#${requirement}`, rule);
        }
      }
      return found;
    });
  }

  // Returns the classes whose service a recorded ruling counts for the requirement, as a Map
  // from class id to the condition that it shows, or null (docs/semantics.md, C11).
  rulingsFor(reference) {
    const rulings = this.#once("rulings", () => this.#allRulings());
    return rulings.get(reference) || NO_RULINGS;
  }

  #allRulings() {
    const found = new Map();
    for (const jurisdiction of this.#jurisdictions.values()) {
      for (const ruling of jurisdiction.rulings) {
        for (const reference of ruling.counts_toward) {
          found.set(reference, found.get(reference) || new Map());
          found.get(reference).set(ruling.class, ruling.shows);
        }
      }
    }
    return found;
  }

  // Returns the trainee classes that name the class as their target, as [class id, what they state].
  traineeClassesFor(classId) {
    const trainees = this.#once("trainees", () => {
      const told = ([feeder, target]) => JSON.stringify([feeder, target]);
      return grouped(this.#eachOf("trainee_targets", (id, target) => [target.class, [id, target]]), told);
    });
    return trainees.get(classId) || NO_VALUES;
  }

  #eachOf(field, pairOf) {
    return [...this.classes].flatMap(([id, spec]) => spec[field].map((one) => pairOf(id, one)));
  }

  // Returns a Set of the classes of the same series, the class itself included.
  seriesOf(classId) {
    const series = this.#once("series", () => {
      const named = [...this.classes.values()].filter((spec) => spec.series);
      const groups = grouped(named.map((spec) => [seriesKey(spec), spec.class_id]));
      return new Map([...groups].map(([key, ids]) => [key, new Set(ids)]));
    });
    const spec = this.classes.get(classId);
    return (spec.series && series.get(seriesKey(spec))) || NO_SERIES;
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

function distinctSteps(steps) {
  return [...new Map(steps.map((step) => [stepKey(step), step])).values()];
}

function hasLevel({ pay }) {
  return Boolean(pay) && !UNGRADED.includes(pay.grade);
}

function levelKey({ jurisdiction, pay }) {
  return JSON.stringify([jurisdiction, pay.plan, pay.grade]);
}

function seriesKey(spec) {
  return JSON.stringify([spec.jurisdiction, spec.series.name]);
}

// Yields what service can count toward, by requirement id: experience, then substitutions.
function* serviceRulesOf(qualifications) {
  for (const rule of qualifications ? qualifications.requirements : NO_VALUES) {
    if (rule.kind === "experience") {
      yield [rule.id, rule];
    }
  }
  for (const rule of qualifications ? qualifications.substitutions : NO_VALUES) {
    if (rule.kind === "service") {
      yield [serviceReference(rule), rule];
    }
  }
}

// Returns the values by their keys, each value once, in the order given.
function grouped(pairs, keyOf = (value) => value) {
  const found = new Map();
  for (const [key, value] of pairs) {
    found.set(key, found.get(key) || new Map());
    const known = found.get(key);
    known.set(keyOf(value), known.get(keyOf(value)) || value);
  }
  return new Map([...found].map(([key, values]) => [key, Object.freeze([...values.values()])]));
}
