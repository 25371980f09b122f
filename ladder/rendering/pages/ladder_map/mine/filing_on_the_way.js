// When one may file for each class of a path: the engine's own figure, along the same journey.
import { setOut } from "../../my_path/climb_journeys.js";
import { enrolledIn, startIn } from "../../my_path/climb_problem.js";
import { filingAlong } from "../../my_path/climb_reports.js";
import { goingOn } from "../../my_path/service_rows.js";

// A month for each step, null where no text lets anyone file early.
export function filingMonths({ catalog, history, plan }, { steps, target }, start) {
  const enrolled = enrolledIn(catalog, goingOn(history), start);
  let journey = setOut(catalog, enrolled, { ...plan, kind: "climb" }, startIn(catalog, enrolled, start, target));
  return steps.map(({ to, hold_months: held, at_month: month }) => {
    const found = filingAlong(journey, to, month);
    journey = journey.entering(to, held);
    return found;
  });
}
