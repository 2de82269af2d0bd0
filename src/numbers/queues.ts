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
  return waitingOf(servers, load, blocked);
}

/** The same (Erlang C) by the chance that all servers are busy where nobody waits (Erlang B). */
const waitingOf = (servers: number, load: number, blocked: number): number =>
  blocked / (1 - (load / servers) * (1 - blocked));

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

/** Fewest servers with whom no more than this share of cases has to wait. Cost: linear in the servers. */
export function serversForWaiting(load: number, mostWait: number): number {
  // Neither no load nor one without end has a number of servers.
  if (!(load > 0)) return 0;
  if (load === Infinity) return Infinity;
  let blocked = 1;
  for (let servers = 1; ; servers++) {
    blocked = (load * blocked) / (servers + load * blocked);
    if (servers > load && waitingOf(servers, load, blocked) <= mostWait + ROUNDING) return servers;
  }
}

/** Mean length and squared variation of cases of several kinds, the length of each of them exponential, or fixed. */
export function mixOf(kinds: readonly { readonly rate: number; readonly length: number }[], fixed = false) {
  const rate = kinds.reduce((sum, one) => sum + one.rate, 0);
  const mean = kinds.reduce((sum, one) => sum + one.rate * one.length, 0) / rate;
  const square = kinds.reduce((sum, one) => sum + one.rate * one.length ** 2 * (fixed ? 1 : 2), 0) / rate;
  return { rate, mean, variation: square / mean ** 2 - 1 };
}
