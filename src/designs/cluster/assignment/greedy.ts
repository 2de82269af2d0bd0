import { type AssignmentProblem, complete, type Placing, type Share } from './problem.ts';

/**
 * The placing that stands if nothing better is found: the greatest gain first (of equals the first class, then the first
 * group), as many people as there are seats; then everybody else in what is left. Not the best one in general: whoever
 * comes first takes a seat from those who have nowhere else to go. Cost: n log n in the gains.
 */
export function greedyPlacing(problem: AssignmentProblem): Placing {
  const { seats, size, start, group, gain, area, areaGain, areaStart, areaGroup, open } = problem;
  const room = Int32Array.from(seats);
  const left = Int32Array.from(size);
  const shares: Share[] = [];
  const take = (one: number, to: number) => {
    const people = Math.min(left[one]!, room[to]!);
    if (people <= 0) return;
    shares.push({ class: one, group: to, people });
    left[one]! -= people;
    room[to]! -= people;
  };

  // An option is a gain of a class, or, after those, the area of a class.
  const classOf = new Int32Array(group.length + size.length);
  for (let one = 0; one < size.length; one++) classOf.fill(one, start[one]!, start[one + 1]!);
  const options: number[] = [];
  for (let arc = 0; arc < group.length; arc++) options.push(arc);
  area.forEach((at, one) => {
    if (at < 0) return;
    classOf[group.length + one] = one;
    options.push(group.length + one);
  });
  const gainOf = (option: number) => (option < group.length ? gain[option]! : areaGain);
  options.sort((a, b) => gainOf(b) - gainOf(a) || classOf[a]! - classOf[b]! || a - b);

  // Seats only become fewer: what was full once need not be looked at again.
  const firstOf = Int32Array.from(areaStart);
  let firstOpen = 0;
  for (const option of options) {
    const one = classOf[option]!;
    if (left[one] === 0) continue;
    if (option < group.length) {
      take(one, group[option]!);
      continue;
    }
    const at = area[one]!;
    while (left[one]! > 0 && firstOf[at]! < areaStart[at + 1]!) {
      take(one, areaGroup[firstOf[at]!]!);
      if (room[areaGroup[firstOf[at]!]!] === 0) firstOf[at]!++;
    }
    while (left[one]! > 0 && firstOpen < open.length) {
      take(one, open[firstOpen]!);
      if (room[open[firstOpen]!] === 0) firstOpen++;
    }
  }
  return complete(problem, shares);
}
