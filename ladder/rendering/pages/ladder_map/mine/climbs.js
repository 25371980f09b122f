// Which classes a person may climb to: those that steps lead to, however many stand between.

// The classes that steps lead to, the nearest first.
export function classesAhead(catalog, held) {
  const seen = new Set(held), found = [];
  let front = [...held].filter((id) => id && catalog.classes.has(id));
  while (front.length) {
    const next = front.flatMap((id) => [...catalog.stepsFrom(id), ...catalog.peerStepsFrom(id)].map((step) => step.targetClass));
    front = [...new Set(next)].filter((id) => !seen.has(id));
    for (const id of front) seen.add(id);
    found.push(...front);
  }
  return found;
}

// Those for which climbing may change the answer: where one present class goes on, and nothing is met now.
export function classesToClimb(catalog, { present }, plan, answers) {
  const held = new Set(present.map((one) => one.classId));
  if (plan.kind !== "stay" || held.size !== 1 || held.has(null)) return [];
  return classesAhead(catalog, held).filter((id) => answers.get(id).status !== "now");
}
