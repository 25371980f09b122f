// The climb laid out flat for search: counters, demands and doors by number.
//
// Amounts of service are whole numbers of a unit that all amounts of one climb share, so they are exact; they are
// all plain numbers or, where these would grow too large, all big integers. Months and places are plain numbers.
// A set of places is a sorted list. A counter is a set of places whose service some demand counts.

export const START_PLACE = 0;

// Later than any month of a plan.
export const UNREACHED = 1000000;

// Families of sets of places, and sets compared with one another: fewer make the bound no worse than lower.
const MOST_FAMILIES = 64, MOST_COMPARED = 256;

export const placesKey = (places) => places.join(" ");

export const byNumber = (one, other) => one - other;

export function unitePlaces(sets) {
  return [...new Set(sets.flat())].sort(byNumber);
}

// Whether every place of the one set is in the other.
export const isPartOf = (places, others) => places.every((place) => others.includes(place));

export const shareNoPlace = (places, others) => !places.some((place) => others.includes(place));

// Whole months that service of some amount takes at least, where a month brings so much.
export function monthsToServe(amount, aMonth) {
  if (amount <= 0) return 0;
  const rest = amount % aMonth;
  const whole = Number((amount - rest) / aMonth);
  return rest > 0 ? whole + 1 : whole;
}

export function creditIn(credit, month) {
  let at = credit.length - 1;
  while (credit[at].month > month) at -= 1;
  return credit[at].amount;
}

// What has accrued in whichever class is held, from month 0 up to the month.
export function servedBy(board, month) {
  const { accrual } = board.climb;
  let at = accrual.length - 1;
  while (at > 0 && accrual[at].start > month) at -= 1;
  const { start, before, share } = accrual[at];
  /** @type {any} */
  const elapsed = typeof share === "bigint" ? BigInt(month - start) : month - start;
  return before + elapsed * share;
}

// Whole months of service that an amount of a demand takes at least.
export const monthsToFill = (board, flat, amount) => monthsToServe(amount, board.greatestShare * flat.mostAMonth);

// The first month by which the amount has accrued, UNREACHED if never.
export function firstMonthServed(board, amount) {
  const { accrual } = board.climb;
  for (const [at, { start, before, share }] of accrual.entries()) {
    if (amount <= before) return at ? start : 0;
    const month = share > 0 ? start + monthsToServe(amount - before, share) : UNREACHED;
    if (month < UNREACHED && (at + 1 === accrual.length || month <= accrual[at + 1].start)) return month;
  }
  return UNREACHED;
}

// Lays out a climb: { places, doors, goal, accrual, zero, asked, unknown }, the doors as lists of routes
// { id, ready, demands }, a demand as { places, months, credit, levels, begins }: no month before `begins` counts.
export function layOut(climb) {
  const counters = new Map();
  const demands = [];
  const routes = [];
  const routesOf = [];
  [...climb.doors, climb.goal].forEach((doorRoutes, door) => {
    const first = routes.length;
    for (const route of doorRoutes) {
      const numbers = route.demands.map((demand) => demands.push(flatDemand(demand, counters, climb.one)) - 1);
      routes.push(flatRoute(route, door, numbers, numbers.map((one) => demands[one].helped)));
    }
    routesOf.push(routes.slice(first).map((_, number) => first + number));
  });
  const goal = climb.places.length;
  const found = [...counters.values()];
  const sets = found.map((counter) => counter.places);
  return {
    climb,
    goal,
    counters: sets,
    begins: found.map((counter) => counter.begins),
    demands,
    routes,
    routesOf,
    routeOfDemand: routes.flatMap((route, number) => route.demands.map(() => number)),
    demandsAt: numbersByPlace(goal, demands.map((flat) => flat.helped)),
    gains: numbersByPlace(goal, sets),
    most: mostUseful(climb, sets.length, demands),
    doorsNear: doorsNear(goal, demands, routes),
    greatestShare: climb.accrual.reduce((most, { share }) => (share > most ? share : most), climb.zero),
    cost: routes.reduce((cost, route) => cost + costOf(route), 1),
  };
}

// The steps of work that one look at a route takes: each demand, and a quarter more for every further family that holds
// it.
const costOf = ({ demands, families }) => {
  const held = families.reduce((count, family) => count + family.length, 0);
  return demands.length + Math.floor(Math.max(0, held - demands.length) / 4);
};

function flatDemand(demand, counters, one) {
  const { places, levels, begins } = demand;
  const numberOf = (helped) => {
    const key = `${placesKey(helped)}@${begins}`;
    if (!counters.has(key)) counters.set(key, { number: counters.size, places: helped, begins });
    return counters.get(key).number;
  };
  const told = levels.length ? levels : [{ weight: one, places }];
  const counting = told.map((level) => ({ counter: numberOf(level.places), weight: level.weight }));
  const mostAMonth = counting.reduce((most, { weight }) => most + weight, one - one);
  const isPlain = !levels.length;
  return { counter: counting[0].counter, counting, isPlain, mostAMonth, demand, helped: places, key: placesKey(places) };
}

function flatRoute(route, door, demands, masks) {
  const changes = new Set(route.demands.flatMap((demand) => (demand.credit ?? []).map((step) => step.month)));
  changes.delete(0);
  const families = nestedFamilies(masks);
  return { id: route.id, door, ready: route.ready, demands, families, changes: [...changes].sort(byNumber) };
}

// For each place the numbers of the sets that hold it.
function numbersByPlace(places, sets) {
  const found = Array.from({ length: places }, () => []);
  sets.forEach((set, number) => set.forEach((place) => found[place].push(number)));
  return found;
}

// For each counter the most that any demand can use.
function mostUseful(climb, counters, demands) {
  const most = new Array(counters).fill(climb.zero);
  const raise = (counter, amount) => { if (amount > most[counter]) most[counter] = amount; };
  for (const flat of demands) {
    flat.counting.forEach(({ counter, weight }) => raise(counter, wholeTimes(flat.demand.months, weight)));
  }
  return most;
}

// How many of a weight come to an amount, in whole numbers.
function wholeTimes(amount, weight) {
  const rest = amount % weight;
  return rest > 0 ? (amount - rest) / weight + (weight / weight) : amount / weight;
}

// For each place the doors that a month there may open: by service or by time.
function doorsNear(places, demands, routes) {
  const timed = routes.filter((route) => route.ready || route.changes.length).map((route) => route.door);
  const near = Array.from({ length: places }, () => new Set(timed));
  for (const route of routes) {
    for (const number of route.demands) demands[number].helped.forEach((place) => near[place].add(route.door));
  }
  return near.map((doors) => [...doors].filter((door) => door !== START_PLACE && door !== places).sort(byNumber));
}

// The largest families of these sets in which any two are nested or disjoint. Each family is given innermost first,
// as { position, container }: the position of the least set that holds it, or -1. Where there are more than MOST_FAMILIES,
// so many; a set in none of them stands alone.
export function nestedFamilies(masks) {
  const order = masks.map((_, position) => position)
    .sort((one, other) => masks[one].length - masks[other].length || one - other);
  const agree = (one, other) => areNestedOrApart(masks[one], masks[other]);
  const families = largestFamilies(order.slice(0, MOST_COMPARED), agree);
  const held = new Set(families.flat());
  const alone = order.filter((one) => !held.has(one)).map((one) => [one]);
  return [...families, ...alone].map((family) =>
    family.map((position, at) => ({
      position,
      container: family.slice(at + 1).find((other) => isPartOf(masks[position], masks[other])) ?? -1,
    })));
}

const areNestedOrApart = (one, other) =>
  shareNoPlace(one, other) || isPartOf(one, other) || isPartOf(other, one);

// The largest families in which all agree with one another, grown one member at a time: each member joins what agrees
// with it of every family, and families that do not wholly agree with it stay as they are besides.
function largestFamilies(members, agree) {
  let families = members.length ? [[]] : [];
  for (const member of members) {
    const agreeing = families.map((family) => family.filter((one) => agree(member, one)));
    const apart = families.filter((family, at) => agreeing[at].length < family.length);
    const joined = notCovered(agreeing).map((family) => [...family, member]);
    families = [...joined, ...apart].slice(0, MOST_FAMILIES);
  }
  return families;
}

// The families that are not part of another, each once, larger ones first.
function notCovered(families) {
  const kept = [];
  for (const family of [...families].sort((one, other) => other.length - one.length)) {
    if (!kept.some((other) => isPartOf(family, other))) kept.push(family);
  }
  return kept;
}

// ------------------------------------------------------------------ states: counters, month, open places

// What a demand still asks in a state; negative where more is held.
export function leftToServe(flat, values, month) {
  const { months, credit } = flat.demand;
  let left = credit === null ? months : months - creditIn(credit, month);
  if (flat.isPlain) return left - values[flat.counter];
  for (const { counter, weight } of flat.counting) left -= weight * values[counter];
  return left;
}

// The counters after service in a place from a month to another, none beyond what can be used.
export function serveIn(board, values, place, since, until) {
  const moved = values.slice();
  const amount = servedBy(board, until) - servedBy(board, since);
  for (const counter of board.gains[place]) {
    const begins = board.begins[counter];
    const served = begins <= since ? amount : servedBy(board, Math.max(begins, until)) - servedBy(board, begins);
    const more = moved[counter] + served;
    moved[counter] = more > board.most[counter] ? board.most[counter] : more;
  }
  return moved;
}

export function isDoorOpen(board, door, values, month) {
  return board.routesOf[door].some((number) => {
    const route = board.routes[number];
    return month >= route.ready && route.demands.every((one) => leftToServe(board.demands[one], values, month) <= 0);
  });
}

// A set of open places: its list, its key, and by place whether it is in.
function openPlaces(board, list) {
  const has = new Array(board.goal).fill(false);
  list.forEach((place) => { has[place] = true; });
  return { list, has, key: placesKey(list) };
}

// The places open in month 0: the first class, and doors already met.
export function openAtStart(board, values) {
  const list = [START_PLACE];
  for (let place = 1; place < board.goal; place += 1) {
    if (isDoorOpen(board, place, values, 0)) list.push(place);
  }
  return openPlaces(board, list);
}

// The places open after service in a place. A door once open stays so; the first class only while it is held.
export function openAfter(board, place, values, month, known) {
  const left = known.has[START_PLACE] && place !== START_PLACE;
  const opened = board.doorsNear[place].filter((door) => !known.has[door] && isDoorOpen(board, door, values, month));
  if (!left && !opened.length) return known;
  const kept = left ? known.list.filter((one) => one !== START_PLACE) : known.list;
  return openPlaces(board, [...kept, ...opened].sort(byNumber));
}
