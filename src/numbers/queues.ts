/*
 * Waiting lines in the long run: Poisson arrivals, and servers who take the next case as soon as they are free. Loads are in
 * erlangs: the hours of work that arrive in an hour, and so the servers that are busy on average. Where the load is as large as
 * the servers or larger, the line grows without end: waits are Infinity, which whoever reports must say in words.
 */

/** Where a limit is met exactly, as one person with a fifth of the work keeps one wait in five, rounding must not decide. */
const ROUNDING = 1e-9;

/** Servers who have as much to do as they have time for cannot keep up, and rounding must not decide that they can. */
const keepUp = (servers: number, load: number): boolean => load < servers * (1 - ROUNDING);

/** Chance that a case has to wait (Erlang C), from 0 to 1; 1 where the servers cannot keep up. Cost: linear in servers. */
export function chanceToWait(servers: number, load: number): number {
  if (load <= 0) return 0;
  if (!keepUp(servers, load)) return 1;
  let blocked = 1;
  for (let at = 1; at <= servers; at++) blocked = (load * blocked) / (at + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** Means of a line with several servers and exponential service (M/M/c), times in those of `service`. */
export interface Line {
  readonly utilisation: number;
  readonly chanceToWait: number;
  /** Mean time before a case is taken up. */
  readonly wait: number;
  /** Mean number of cases that wait, and that are there. */
  readonly waiting: number;
  readonly there: number;
}

/**
 * @param load - Erlangs.
 * @param service - Mean length of a case.
 * @param variation - Squared coefficient of variation of that length, 1 where it is exponential. For one server exact
 * (Pollaczek–Khinchine), for several an approximation (Allen & Cunneen).
 */
export function lineOf(servers: number, load: number, service: number, variation = 1): Line {
  const utilisation = load / servers;
  const chance = chanceToWait(servers, load);
  const wait =
    load <= 0
      ? 0
      : !keepUp(servers, load)
        ? Infinity
        : ((chance * service) / (servers - load)) * ((1 + variation) / 2);
  const waiting = load <= 0 ? 0 : (wait * load) / service;
  return { utilisation, chanceToWait: chance, wait, waiting, there: waiting + load };
}

/** Share of cases taken up within a time, service exponential. */
export function takenUpWithin(time: number, servers: number, load: number, service: number): number {
  if (!keepUp(servers, load)) return 0;
  return 1 - chanceToWait(servers, load) * Math.exp((-(servers - load) * time) / service);
}

/** Fewest servers that are good enough; `isEnough` gets better with every one. Cost: the logarithm of the load times that of one look. */
export function fewestServers(load: number, isEnough: (servers: number) => boolean): number {
  // Neither no load nor one without end has a number of servers.
  if (!(load > 0)) return 0;
  if (load === Infinity) return Infinity;
  // Steps that double until it is enough, and then halves of the last one.
  const least = Math.floor(load) + 1;
  if (isEnough(least)) return least;
  let [below, step] = [least, 1];
  while (!isEnough(below + step)) {
    below += step;
    step *= 2;
  }
  let enough = below + step;
  while (enough - below > 1) {
    const middle = below + Math.floor((enough - below) / 2);
    if (isEnough(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}

/** Fewest servers with whom no more than this share of cases has to wait. */
export const serversForWaiting = (load: number, mostWait: number): number =>
  fewestServers(load, (servers) => chanceToWait(servers, load) <= mostWait + ROUNDING);

/** Mean length and squared variation of cases of several kinds, the length of each of them exponential, or fixed. */
export function mixOf(kinds: readonly { readonly rate: number; readonly length: number }[], fixed = false) {
  const rate = kinds.reduce((sum, one) => sum + one.rate, 0);
  const mean = kinds.reduce((sum, one) => sum + one.rate * one.length, 0) / rate;
  const square = kinds.reduce((sum, one) => sum + one.rate * one.length ** 2 * (fixed ? 1 : 2), 0) / rate;
  return { rate, mean, variation: square / mean ** 2 - 1 };
}
