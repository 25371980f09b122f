// Appended to the page's modules by page_engine.py: answers tasks as the page would, from text to text.

const openTold = ({ tables, ...told }) => openCatalog({ ...told, tables: () => tables });

const taskReader = (catalogs) => {
  const opened = new Map();
  return (key) => {
    if (!opened.has(key)) opened.set(key, openTold(catalogs[key]));
    return opened.get(key);
  };
};

const taskPlan = (told) => planOf({
  kind: told.kind, study: told.study, lead_in: told.lead_in, include: told.include, via: told.via, assumed: told.assumed,
});

const taskNext = ({ answer: { target, months, month }, payGain: gain }) => ({ target, months, month, pay_gain: gain });

const answerTask = (catalog, asked, budget, words) => {
  const { history, faults } = readHistory(asked.profile, catalog, { asOf: asked.as_of, today: asked.today });
  if (faults.length) return { refused: true };
  const plan = taskPlan(asked.plan);
  if (asked.kind === "assess") return assess(catalog, history, asked.target, plan, words);
  if (asked.kind === "all") {
    const all = [...assessAll(catalog, history, plan, words).values()];
    const next = [false, true].map((lowerPay) => nextClasses(catalog, history, all, plan.include, { lowerPay }));
    return { all, next: next.map((list) => ({ list: list.map(taskNext) })) };
  }
  if (asked.kind === "climb") {
    return assessClimb(catalog, history, asked.target, plan, { budget }, words) ?? { refused: true };
  }
  const between = { start: asked.from, target: asked.target, plan, budget };
  return findPaths(catalog, history, between, words) ?? { refused: true };
};

globalThis.answerBatch = (text) => {
  const { catalogs, tasks, budget, words } = JSON.parse(text);
  const catalogOf = taskReader(catalogs);
  const answers = tasks.map(({ catalog, asked }) => {
    try {
      return answerTask(catalogOf(catalog), asked, budget, words);
    } catch (fault) {
      return { threw: String(fault.stack) };
    }
  });
  return JSON.stringify(answers);
};

// The steps into each class, as every_class.py tells them.
globalThis.stepsOf = (told) => {
  const catalog = openTold(JSON.parse(told));
  const cited = ({ document, section, lines }) => [document, section, lines ?? []];
  const into = (id) => [...catalog.stepsInto(id), ...catalog.peerStepsInto(id)];
  return JSON.stringify([...catalog.classes.keys()].map((id) => into(id).map((step) => ({ ...step, source: cited(step.source) }))));
};
