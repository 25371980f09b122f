// The month from which something asked is held: a degree, hours, a license; and since when it may have been.
//
// What is held is { month, possibly, shown, asked }: `month` is null if never, less than 0 for earlier. What has no
// month is held from the as-of month of the profile on; it may have been held since `possibly`, which is then earlier
// than any month (docs/semantics.md, C24).

import { earliestOf } from "./clocks.js";
import { NOTHING, unionOf } from "./codes.js";
import { EVER_BEFORE } from "./hours.js";
import { foldTitle } from "./titles.js";

const CREDENTIAL = new Set(["CREDENTIAL"]);

export function heldFrom(month, { possibly = month, shown = NOTHING, asked = NOTHING } = {}) {
  return { month, possibly, shown, asked };
}

// Returns what is held by the as-of month of the profile, nobody says since when.
export function heldSinceEver({ history }, shown = NOTHING) {
  return heldFrom(history.studyFrom, { possibly: EVER_BEFORE, shown });
}

// Returns since when any of these degrees or licenses is held.
export function earliestHeld(found) {
  const month = earliestOf(found.map((one) => one.fromMonth));
  return heldFrom(month, { possibly: found.every((one) => one.isDated) ? month : EVER_BEFORE });
}

// Returns since when all of the parts are held, with the conditions of each.
export function allHeld(parts) {
  return heldFrom(latestMonth(parts.map((one) => one.month)), {
    possibly: latestMonth(parts.map((one) => one.possibly)),
    shown: unionOf(...parts.map((one) => one.shown)),
    asked: unionOf(...parts.map((one) => one.asked)),
  });
}

// Returns since when the first of the parts is held.
export function anyHeld(parts) {
  const first = (months) => earliestOf(months.filter((month) => month !== null));
  return heldFrom(first(parts.map((one) => one.month)), { possibly: first(parts.map((one) => one.possibly)) });
}

// Returns the latest of the months, null if any of them is never, 0 where there is none.
export function latestMonth(months) {
  if (months.includes(null)) return null;
  return months.length ? Math.max(...months) : 0;
}

// Returns since when a license is held; it is asked where no license is declared and this one is not planned.
export function credentialHeld(rule, candidacy) {
  const { licences, licencesToCome } = candidacy.history;
  const name = foldTitle(rule.name);
  const found = [...(licences ?? []), ...licencesToCome].filter((one) => foldTitle(one.name) === name);
  if (found.length || licences !== null) {
    return earliestHeld(found);
  }
  return candidacy.isAssumed("CREDENTIAL") ? heldSinceEver(candidacy, CREDENTIAL) : heldFrom(null, { asked: CREDENTIAL });
}
