// Standing: internal candidate, state employee, permanent status, each in a jurisdiction.

import { NOTHING } from "./codes.js";

// The standings that a profile may declare.
export const STANDINGS = Object.freeze(["internal", "state_employee", "permanent"]);

// Their condition codes.
export const STANDING_CODES = new Set(STANDINGS.map((standing) => standing.toUpperCase()));

// Returns whether the standing is held in the jurisdiction; null if that is not declared.
export function standingIn(history, standing, jurisdiction) {
  const told = history.standing.get(standing);
  if (!told || (told.jurisdictions !== null && !told.jurisdictions.has(jurisdiction))) {
    return null;
  }
  return told.value;
}

// Returns the codes asked and the codes closed for a standing that a rule asks, null for none.
export function standingCodes(standing, candidacy) {
  if (standing === null || candidacy.isAssumed(standing.toUpperCase())) {
    return { asked: NOTHING, closed: NOTHING };
  }
  const held = standingIn(candidacy.history, standing, candidacy.rules.jurisdiction);
  const code = new Set([standing.toUpperCase()]);
  return { asked: held === null ? code : NOTHING, closed: held === false ? code : NOTHING };
}
