// Two or three classes laid side by side, as values: which ways lead into each, where each leads, what HR decides; and where
// cells say the same. A person never enters here.

// A way into a class is { feeder, months, isByLevel, work, also, source }: `work` is the kind of work in the rule's own words,
// null where the data holds only the place where it is printed; `feeder` is null for a way that names no class, which `also` tells.
export function waysInto({ qualifications }, isPlaceOnly) {
  if (!qualifications) return [];
  const rules = new Map(qualifications.requirements.map((rule) => [rule.id, rule]));
  const ways = qualifications.routes.flatMap((route) => waysOfRoute(route.requires.map((id) => rules.get(id)), isPlaceOnly));
  const byService = qualifications.substitutions.filter((rule) => rule.kind === "service" && rule.named);
  return [...ways, ...byService.map((rule) => wayBy(rule.named, rule, [], isPlaceOnly))];
}

function waysOfRoute(rules, isPlaceOnly) {
  const named = rules.filter((rule) => rule.kind === "experience" && rule.classes.length);
  const also = rules.filter((rule) => !named.includes(rule));
  if (!named.length) return [{ feeder: null, months: null, isByLevel: false, work: workOf(also, isPlaceOnly), also, source: also[0]?.source ?? null }];
  return named.flatMap((rule) => rule.classes.map((one) => wayBy(one, rule, also.concat(named.filter((other) => other !== rule)), isPlaceOnly)));
}

function wayBy(named, rule, also, isPlaceOnly) {
  const isByLevel = named.certainty === "level" || Boolean(rule.or_equivalent);
  return { feeder: named.class, months: rule.months ?? null, isByLevel, work: workOf([rule, ...also], isPlaceOnly), also, source: rule.source };
}

// The kind of work in one text; null as soon as a part of it is told by its place alone.
function workOf(rules, isPlaceOnly) {
  const texts = rules.map((rule) => rule.what ?? "");
  return texts.some((text) => !text || isPlaceOnly(text)) ? null : texts.map((text) => text.replace(/\s+/gu, " ").trim()).join("; ");
}

// Where a class leads: { feeder: the class led to, months, isByLevel, work, source } of each step.
export function waysOn(catalog, classId, isPlaceOnly) {
  return catalog.stepsFrom(classId).map((step) => {
    const rule = step.requirement ? catalog.ruleBehind(step.requirement) : null;
    const work = rule ? workOf([rule], isPlaceOnly) : null;
    return { feeder: step.targetClass, months: step.months, isByLevel: step.certainty === "level", work, also: [], source: step.source };
  });
}

// The rows of several lists of ways: one for each class that any of them names, in the order met; then those that name no
// class, which share a row where they ask work of the same words, or where their words are not told. Each row is
// { feeder, cells }, a cell for each list: its ways, or an empty list.
export function rowsOf(lists) {
  const rows = new Map();
  lists.forEach((ways, place) => {
    ways.forEach((way) => {
      const key = way.feeder ?? (way.work === null ? "untold" : `work ${way.work}`);
      if (!rows.has(key)) rows.set(key, { feeder: way.feeder, cells: lists.map(() => []) });
      const cell = rows.get(key).cells[place];
      if (!cell.some((one) => isSameWay(one, way))) cell.push(way);
    });
  });
  const all = [...rows.values()];
  return [...all.filter(({ feeder }) => feeder), ...all.filter(({ feeder }) => !feeder)];
}

// What a way asks besides the months of its class, by months and words.
const besides = ({ also }) => JSON.stringify(also.map((rule) => [rule.months ?? null, rule.what ?? ""]));

function isSameWay(one, other) {
  return one.months === other.months && one.isByLevel === other.isByLevel && one.work === other.work && besides(one) === besides(other);
}

// All months that a way asks, its own and those of what it asks besides.
const monthsAsked = ({ months, also }) => JSON.stringify([months, ...also.map((rule) => rule.months ?? null)]);

// Whether two cells ask the same: months, level and kind of work agree, and the kind of work is known of both.
export function saysTheSame(one, other) {
  if (one.length !== 1 || other.length !== 1) return false;
  return one[0].work !== null && isSameWay(one[0], other[0]);
}

// How each cell of a row stands to the others: { kind, same }. "none" is no way at all, "only" the one cell that has one,
// "same" agrees with the cells `same`, "other" has the same months for other work, "untold" the same months where the kind of
// work is not told, "differs" other months.
export function marksOf(cells) {
  const filled = cells.filter((cell) => cell.length).length;
  return cells.map((cell, place) => {
    if (!cell.length) return { kind: "none", same: [] };
    if (filled === 1) return { kind: "only", same: [] };
    const same = cells.flatMap((other, at) => (at === place || saysTheSame(cell, other) ? [at] : []));
    if (same.length > 1) return { kind: "same", same };
    const alike = cells.filter((other, at) => at !== place && other.length === 1 && cell.length === 1 && monthsAsked(other[0]) === monthsAsked(cell[0]));
    return { kind: kindBeside(cell, alike), same: [] };
  });
}

// How a cell stands to those of the same months, none of which says the same.
function kindBeside([own], alike) {
  if (alike.some(([other]) => other.work === null || own.work === null)) return "untold";
  return alike.some(([other]) => other.work !== own.work) ? "other" : "differs";
}

// The cells of a row as they stand in a table: neighbors that say the same are joined into one: { place, span, mark }.
export function framesOf(marks) {
  const found = [];
  marks.forEach((mark, place) => {
    const before = found.at(-1);
    const isJoined = mark.kind === "same" && before && before.mark.kind === "same" && mark.same.includes(before.place) && before.place + before.span === place;
    if (isJoined) before.span += 1;
    else found.push({ place, span: 1, mark });
  });
  return found;
}

// What conditions each class prints: a row for each code, with its texts in each class.
export function conditionRows(specs, isPlaceOnly) {
  const codes = [...new Set(specs.flatMap((spec) => spec.conditions.map((one) => one.code)))];
  return codes.map((code) => ({
    code,
    cells: specs.map((spec) => spec.conditions.filter((one) => one.code === code).map((one) => ({ feeder: code, months: null, isByLevel: false, work: isPlaceOnly(one.text) ? null : one.text, also: [], text: one.text, source: one.source }))),
  }));
}

// The classes that all of these lead to.
export function commonEnds(lists) {
  const [first, ...rest] = lists.map((ways) => new Set(ways.map((way) => way.feeder)));
  return [...(first ?? [])].filter((id) => rest.every((ends) => ends.has(id)));
}
