import { type Line, lineOf, mixOf, takenUpWithin } from '../../numbers/queues.ts';
import type { Station } from './stations.ts';

/** How long a step waits at a station; times are hours of work. */
interface Load extends Line {
  /** Mean hours of a step. */
  readonly length: number;
  /** Steps a month. */
  readonly rate: number;
  /** The longest step beside the shortest. */
  readonly ratio: number;
  /** Share of steps taken up within a time. */
  within(hours: number): number;
}

/** The line at a station. Part-time people are taken for as many whole ones that work more slowly. */
export function loadOf({ hours, kinds, fte }: Station, hoursPerFtePerMonth: number): Load {
  const all = [...kinds.values()];
  const { rate, mean, variation } = mixOf(all);
  const servers = Math.max(1, Math.round(fte));
  const pace = fte / servers;
  const load = pace > 0 ? hours / hoursPerFtePerMonth / pace : Infinity;
  const line =
    load < servers
      ? lineOf(servers, load, mean / pace, variation)
      : { utilisation: load / servers, chanceToWait: 1, wait: Infinity, waiting: Infinity, there: Infinity };
  const lengths = all.map(({ length }) => length);
  return {
    ...line,
    length: mean,
    rate,
    ratio: Math.max(...lengths) / Math.min(...lengths),
    within: (time) => takenUpWithin(time, servers, load, mean / pace),
  };
}
