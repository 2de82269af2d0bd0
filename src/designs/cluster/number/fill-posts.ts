import type { Index, Organisation } from '../../../model/organisation.ts';

/** Where people stand who hold a clustered capability only as a second one: they fill no post unless they are needed. */
const RESERVE = -1;

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
  const posts = new Map<Index, Set<Index>>([...required.keys()].map((capability) => [capability, new Set()]));
  posts.set(RESERVE, new Set());
  const postOf = new Map<Index, Index>();
  const put = (seat: Index, post: Index) => {
    posts.get(postOf.get(seat) ?? RESERVE)?.delete(seat);
    postOf.set(seat, post);
    posts.get(post)!.add(seat);
  };
  for (let seat = 0; seat < people.count; seat++)
    if (required.has(people.capability[seat]!) && movable(seat)) put(seat, people.capability[seat]!);
  const versatile = [...people.secondary]
    .filter(([seat, list]) => movable(seat) && list.some((capability) => required.has(capability)))
    .map(([seat, list]) => ({ seat, can: new Set([people.capability[seat]!, ...list]) }))
    .sort((a, b) => turn(a.seat) - turn(b.seat) || a.seat - b.seat);
  for (const { seat } of versatile) if (!postOf.has(seat)) put(seat, RESERVE);

  const spare = (post: Index) => post === RESERVE || posts.get(post)!.size > required.get(post)!;
  const reach = (to: Index): readonly { seat: Index; post: Index }[] | null => {
    const via = new Map<Index, { seat: Index; post: Index } | null>([[to, null]]);
    const queue = [to];
    for (let at = 0; at < queue.length; at++) {
      const post = queue[at]!;
      for (const { seat, can } of versatile) {
        const from = postOf.get(seat)!;
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
    while (posts.get(capability)!.size < need) {
      const moves = reach(capability);
      if (moves === null) break;
      for (const { seat, post } of moves) put(seat, post);
    }
  let filled = 0;
  for (const [post, seats] of posts) if (post !== RESERVE) filled += seats.size;
  for (const { seat, can } of versatile) {
    if (filled >= inAll) break;
    if (postOf.get(seat) !== RESERVE) continue;
    const usable = [...required.keys()].filter((capability) => can.has(capability));
    put(
      seat,
      usable.reduce((least, one) => (posts.get(one)!.size < posts.get(least)!.size ? one : least)),
    );
    filled++;
  }
  posts.delete(RESERVE);
  return new Map([...posts].map(([capability, seats]) => [capability, [...seats].sort((a, b) => a - b)]));
}
