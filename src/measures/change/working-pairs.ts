import type { Organisation } from '../../model/organisation.ts';
import { type Matching, stayer } from './matching.ts';

export interface WorkingPairs {
  readonly before: number;
  readonly kept: number;
}

const inTheSame = ({ unitOf }: Organisation, a: number, b: number): boolean =>
  unitOf[a]! >= 0 && unitOf[a] === unitOf[b];

/** Pairs who work with each other by the interactions of the file. */
function interacting(matching: Matching): WorkingPairs {
  const { before, after } = matching;
  const { vacant } = before.people;
  let [all, kept] = [0, 0];
  for (const { from, to } of before.interactions) {
    if (!inTheSame(before, from, to) || vacant[from] === 1 || vacant[to] === 1) continue;
    all++;
    const [a, b] = [stayer(matching, from), stayer(matching, to)];
    if (a >= 0 && b >= 0 && inTheSame(after, a, b)) kept++;
  }
  return { before: all, kept };
}

const pairsOf = (counts: Iterable<number>): number => {
  let pairs = 0;
  for (const count of counts) pairs += (count * (count - 1)) / 2;
  return pairs;
};

/**
 * Pairs of people in one unit, and how many of them are in one unit afterwards, whichever that is; a pair ends when one of
 * the two leaves. Of the pairs who interact, where the file before says who does. Linear in the people and interactions.
 */
export function workingPairs(matching: Matching): WorkingPairs {
  const { before, after } = matching;
  if (before.interactions.length > 0) return interacting(matching);
  const inUnit = new Map<number, number>();
  const inBoth = new Map<number, number>();
  const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let seat = 0; seat < before.people.count; seat++) {
    const unit = before.unitOf[seat]!;
    if (unit < 0 || before.people.vacant[seat] === 1) continue;
    count(inUnit, unit);
    const there = stayer(matching, seat);
    if (there >= 0 && after.unitOf[there]! >= 0)
      count(inBoth, unit * after.units.length + after.unitOf[there]!);
  }
  return { before: pairsOf(inUnit.values()), kept: pairsOf(inBoth.values()) };
}
