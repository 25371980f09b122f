// Conditions in words: what an answer shows, asks or found closed, never passed in silence.
//
// A condition is { code, text, effect, source, asked_of }: effect "shown" never changes a figure, "asked"
// blocks until declared, "assumed" is taken as true, "closed" was declared against. `asked_of` is the title of the class
// on the way that it comes from, undefined where it is the target's. The words of codes are given by the caller:
// { code: text } as ladder/condition_codes.py has them.

// Effects that an answer hangs on: what the class's own text prints has them, too, where it does.
const HANGING = ["asked", "closed"];

// Codes that a text may print a condition of its own under, whose words say more than the general ones.
export const OWN_WORDS_FIRST = ["SCHOOL", "ORDER", "RECENCY", "BEFORE_APPOINTMENT"];

const EFFECT_WEIGHT = { shown: 0, assumed: 1, closed: 2, asked: 3 };

// Returns a Set of what an answer shows as planned or declared and asks no more: lead duty (docs/semantics.md, C29). What the
// class's own text prints, with its source, is shown whatever is declared: it settles nothing.
export function settledCodes(conditions) {
  const isSettled = ({ code, effect, source }) => code === "LEAD" && effect === "shown" && source === null;
  return new Set(conditions.filter(isSettled).map((one) => one.code));
}

// Returns all of the class's own conditions, then those of the answer in the order of codes, each once.
// `codes` are [code, effect]; where a code comes with several effects the weightiest is told.
export function describeConditions(catalog, classId, codes, words) {
  const effects = new Map();
  for (const [code, effect] of codes) {
    if (!effects.has(code) || EFFECT_WEIGHT[effect] > EFFECT_WEIGHT[effects.get(code)]) {
      effects.set(code, effect);
    }
  }
  const own = ownConditions(catalog, classId, words).map((condition) => {
    const effect = effects.get(condition.code);
    return HANGING.includes(effect) ? { ...condition, effect } : condition;
  });
  const told = [...effects.keys()].filter((code) => !own.some((one) => one.code === code)).sort();
  const further = told.map((code) => {
    return { code, text: wordsFor(catalog, classId, code, words), effect: effects.get(code), source: null };
  });
  return [...own, ...further];
}

// Returns the words of a condition: those of a ruling or requirement, else the general ones.
export function wordsFor(catalog, classId, code, words) {
  const { qualifications, ruledWords = {} } = catalog.classes.get(classId);
  if (Object.hasOwn(ruledWords, code)) {
    return ruledWords[code];
  }
  const judged = (qualifications ? qualifications.requirements : []).find((rule) => rule.kind === "condition" && rule.code === code);
  if (Object.hasOwn(words, code) && !(judged && OWN_WORDS_FIRST.includes(code))) {
    return words[code];
  }
  return judged ? judged.what : code;
}

// Codes whose words say "this class".
const OF_THIS_CLASS = ["PARTIAL_RECORD", "TARGET_CLASS"];

// Returns what a condition says, which need be told but once; of its class, where its words do not say it all, but
// point to a line of a document, or to "this class".
export function whatItSays({ code, text, source, asked_of }) {
  if (OF_THIS_CLASS.includes(code)) return JSON.stringify([code, asked_of ?? "", source]);
  const numbers = text.match(/[0-9]+/gu) ?? [];
  return JSON.stringify([code, text, numbers.includes(String(source?.lines?.[0])) ? source : null]);
}

// Returns the conditions that every answer about the class shows; several may have one code.
function ownConditions(catalog, classId, words) {
  const spec = catalog.classes.get(classId);
  const isExamined = spec.designation && catalog.jurisdictionOf(classId).exam_designations.includes(spec.designation);
  const exam = isExamined ? [{ code: "EXAM", text: words.EXAM, source: spec.source }] : [];
  return [...exam, ...spec.conditions].map(({ code, text, source }) => ({ code, text, effect: "shown", source }));
}
