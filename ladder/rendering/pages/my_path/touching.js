// Which past jobs any clause of a rule speaks of, without a look at each job for each rule.

import { mayTouch } from "./matching.js";

const INDEXES = new WeakMap();

// Returns the services that the rule speaks of, in their order.
export function touchedServices(services, rule, candidacy) {
  if (!services.length) {
    return services;
  }
  const { places, planned } = indexOfServices(services);
  const found = new Set(rule.leads.size ? planned.filter((place) => mayTouch(services[place], rule, candidacy)) : []);
  for (const name of [...rule.touching, ...candidacy.peers.keys()]) {
    for (const place of places.get(name) ?? []) {
      found.add(place);
    }
  }
  return [...found].sort((one, other) => one - other).map((place) => services[place]);
}

// Returns the services that any of the rules speaks of, in their order.
export function touchedByAny(services, rules, candidacy) {
  const touched = new Set(rules.flatMap((rule) => touchedServices(services, rule, candidacy)));
  return touched.size === services.length ? services : services.filter((one) => touched.has(one));
}

// The places of services by class and by what they are declared toward; lists of services never change.
function indexOfServices(services) {
  if (!INDEXES.has(services)) {
    const places = new Map();
    services.forEach((service, place) => {
      for (const name of new Set([service.classId, ...service.declared])) {
        if (!places.has(name)) {
          places.set(name, []);
        }
        places.get(name).push(place);
      }
    });
    const planned = services.flatMap((service, place) => (service.future ? [place] : []));
    INDEXES.set(services, { places, planned });
  }
  return INDEXES.get(services);
}
