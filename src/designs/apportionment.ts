/**
 * Whole seats by Sainte-Laguë: each next seat goes to the share with the greatest share / (2 · seats + 1), ties to the
 * first. One more seat in all never takes a seat from anyone. Shares of 0 get nothing; if all are 0 the seats are spread
 * evenly. Webster 1832, Sainte-Laguë 1910. Cost: seats times shares.
 */
export function sainteLague(shares: readonly number[], seats: number, atLeast = 0): number[] {
  const weights = shares.some((share) => share > 0) ? shares : shares.map(() => 1);
  const given = new Array<number>(weights.length).fill(0);
  let left = seats;
  for (let round = 0; round < atLeast; round++)
    for (let at = 0; at < weights.length && left > 0; at++) {
      given[at]!++;
      left--;
    }
  while (left-- > 0) {
    let best = 0;
    for (let at = 1; at < weights.length; at++)
      if (weights[at]! * (2 * given[best]! + 1) > weights[best]! * (2 * given[at]! + 1)) best = at;
    given[best]!++;
  }
  return given;
}

/** One kind of seat to be divided: how many, the shares, and how many every place needs at least. */
export interface Division {
  readonly seats: number;
  readonly shares: readonly number[];
  readonly atLeast?: number;
}

/**
 * Divides several kinds of seats over the same places, each by Sainte-Laguë, then moves single seats so that every place
 * reaches `minimum` in all where that is possible: from places that can spare one, the seat whose place it changes least
 * (smallest loss of share per seat, then first kind). A seat moves only to a place with a share of its kind, and a place
 * keeps `atLeast` of each kind. Returns seats by kind and place.
 */
export function divideJointly(divisions: readonly Division[], minimum: number): number[][] {
  const given = divisions.map((division) => sainteLague(division.shares, division.seats, division.atLeast));
  const places = divisions[0]?.shares.length ?? 0;
  const total = (place: number) => given.reduce((sum, seats) => sum + seats[place]!, 0);
  const beyondHelp = new Set<number>();
  for (let guard = 0; guard < places * (minimum + 1); guard++) {
    const poor = Array.from({ length: places }, (_, place) => place)
      .filter((place) => total(place) < minimum && !beyondHelp.has(place))
      .sort((a, b) => total(a) - total(b))[0];
    if (poor === undefined) break;
    let best: { kind: number; from: number; loss: number } | null = null;
    divisions.forEach((division, kind) => {
      if (!(division.shares[poor]! > 0)) return;
      for (let from = 0; from < places; from++) {
        const held = given[kind]![from]!;
        if (from === poor || held <= (division.atLeast ?? 0) || total(from) <= minimum) continue;
        const loss =
          division.shares[from]! / (2 * held - 1) - division.shares[poor]! / (2 * given[kind]![poor]! + 1);
        if (best === null || loss < best.loss - 1e-12) best = { kind, from, loss };
      }
    });
    if (best === null) {
      beyondHelp.add(poor);
      continue;
    }
    const { kind, from } = best as { kind: number; from: number };
    given[kind]![from]!--;
    given[kind]![poor]!++;
  }
  return given;
}
