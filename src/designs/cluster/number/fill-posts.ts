import type { Index, Organisation } from '../../../model/organisation.ts';

/** Where people stand who hold a clustered capability only as a second one: they fill no post unless they are needed. */
const RESERVE = -1;
/** Where everybody else is. */
const NONE = -2;

/**
 * Who fills posts of which capability: everyone those of the primary one, and where that leaves fewer than `required`, people
 * who hold it as a second capability take them over, if need be along a chain (a marketer who can sell moves to sales, so
 * that a seller who manages accounts moves to account management). By augmenting paths, so that posts stay open only
 * where no exchange of people can fill them. Then the others who hold one as a second capability fill in until there are
 * `inAll` people, where the trade that has fewest can use them. Of people who could take a post over those come first whose `turn` is lower. Cost: people, plus open posts times the people with several capabilities.
 */
export function fillPosts(
  organisation: Organisation,
  required: ReadonlyMap<Index, number>,
  movable: (seat: Index) => boolean,
  inAll = 0,
  turn: (seat: Index) => number = () => 0,
): Map<Index, Index[]> {
  const { people } = organisation;
  const filled = new Map([...required.keys()].map((capability) => [capability, 0]));
  const postOf = new Int32Array(people.count).fill(NONE);
  const count = (post: Index, more: number) => {
    if (post >= 0) filled.set(post, filled.get(post)! + more);
  };
  const put = (seat: Index, post: Index) => {
    count(postOf[seat]!, -1);
    count(post, 1);
    postOf[seat] = post;
  };
  for (let seat = 0; seat < people.count; seat++)
    if (required.has(people.capability[seat]!) && movable(seat)) put(seat, people.capability[seat]!);
  const versatile = [...people.secondary]
    .filter(([seat, list]) => movable(seat) && list.some((capability) => required.has(capability)))
    .map(([seat, list]) => ({ seat, can: new Set([people.capability[seat]!, ...list]) }))
    .sort((a, b) => turn(a.seat) - turn(b.seat) || a.seat - b.seat);
  for (const { seat } of versatile) if (postOf[seat] === NONE) put(seat, RESERVE);

  const spare = (post: Index) => post === RESERVE || filled.get(post)! > required.get(post)!;
  const reach = (to: Index): readonly { seat: Index; post: Index }[] | null => {
    const via = new Map<Index, { seat: Index; post: Index } | null>([[to, null]]);
    const queue = [to];
    for (let at = 0; at < queue.length; at++) {
      const post = queue[at]!;
      for (const { seat, can } of versatile) {
        const from = postOf[seat]!;
        if (via.has(from) || !can.has(post)) continue;
        via.set(from, { seat, post });
        queue.push(from);
        if (!spare(from)) continue;
        const moves: { seat: Index; post: Index }[] = [];
        for (let step = via.get(from) ?? null; step !== null; step = via.get(step.post) ?? null)
          moves.push(step);
        return moves;
      }
    }
    return null;
  };
  for (const [capability, need] of required)
    while (filled.get(capability)! < need) {
      const moves = reach(capability);
      if (moves === null) break;
      for (const { seat, post } of moves) put(seat, post);
    }
  let all = 0;
  for (const seats of filled.values()) all += seats;
  for (const { seat, can } of versatile) {
    if (all >= inAll) break;
    if (postOf[seat] !== RESERVE) continue;
    const usable = [...required.keys()].filter((capability) => can.has(capability));
    put(
      seat,
      usable.reduce((least, one) => (filled.get(one)! < filled.get(least)! ? one : least)),
    );
    all++;
  }
  const posts = new Map<Index, Index[]>([...required.keys()].map((capability) => [capability, []]));
  for (let seat = 0; seat < people.count; seat++)
    if (postOf[seat]! >= 0) posts.get(postOf[seat]!)!.push(seat);
  return posts;
}
