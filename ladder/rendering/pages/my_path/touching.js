// Which past jobs any clause of a rule speaks of, without a look at each job for each rule.

import { mayTouch } from "./matching.js";

const INDEXES = new WeakMap();
const NO_SERVICES = Object.freeze([]);

// Returns the services that the rule speaks of, in their order.
export function touchedServices(services, rule, candidacy) {
  if (!services.length) {
    return services;
  }
  const { places, planned } = indexOfServices(services);
  const found = rule.leads.size ? planned.filter((place) => mayTouch(services[place], rule, candidacy)) : [];
  for (const name of namesShared(places, rule.touching, candidacy.peers)) {
    found.push(...places.get(name));
  }
  if (!found.length) {
    return NO_SERVICES;
  }
  return [...new Set(found)].sort((one, other) => one - other).map((place) => services[place]);
}

// Returns the names of the services that are among either names; whichever are fewer are looked through.
function namesShared(places, names, others) {
  if (places.size <= names.size + others.size) {
    return [...places.keys()].filter((name) => names.has(name) || others.has(name));
  }
  return [...names, ...others.keys()].filter((name) => places.has(name));
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
