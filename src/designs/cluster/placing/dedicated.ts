import { memo } from '../../../base/memo.ts';
import type { Index, Organisation, Serves } from '../../../model/organisation.ts';
import { placesBySeat } from '../../../model/serving/desks.ts';

/** Whom people serve who know no customer by name, since their department, or a team they are in, is for some customers. */
interface Dedicated {
  /** By seat a place in the lists; -1 for who knows somebody by name, and who is there for everyone. */
  readonly listOf: Int32Array;
  /** Customers, each once, and how many seats serve them so. */
  readonly lists: readonly { readonly customers: readonly Index[]; readonly seats: number }[];
}

/**
 * The second rung of who serves a customer (`serviceOf`), by person: who knows customers by name serves these, and nobody else; of
 * two equal bosses the department of either counts. Linear in seats, members of teams, and what they serve.
 */
export const dedicatedOf = memo((organisation: Organisation): Dedicated => {
  const { people, units, unitOf, teams, relationships } = organisation;
  const named = new Uint8Array(people.count);
  for (const seat of relationships.seat) named[seat] = 1;
  const sits = placesBySeat(organisation);
  const numbers = new Map<Serves, number>();
  const add = (serves: Serves | null | undefined, own: Set<number>) => {
    if (serves?.kind !== 'some') return;
    const number = numbers.get(serves) ?? numbers.size;
    numbers.set(serves, number);
    own.add(number);
  };
  const inTeams = new Map<Index, Set<number>>();
  for (const { members, serves } of teams)
    for (const { seat } of serves?.kind === 'some' ? members : []) {
      const own = inTeams.get(seat) ?? new Set();
      inTeams.set(seat, own);
      add(serves, own);
    }
  const listOf = new Int32Array(people.count).fill(-1);
  const keys = new Map<string, number>();
  const seats: number[] = [];
  for (let seat = 0; seat < people.count; seat++) {
    if (named[seat] === 1) continue;
    const own = new Set(inTeams.get(seat));
    for (const place of sits[seat]?.places ?? [unitOf[seat]!]) add(units[place]?.serves, own);
    if (own.size === 0) continue;
    const key = [...own].sort((a, b) => a - b).join(' ');
    const at = keys.get(key) ?? keys.size;
    keys.set(key, at);
    listOf[seat] = at;
    seats[at] = (seats[at] ?? 0) + 1;
  }
  const served = [...numbers.keys()].map((serves) => (serves.kind === 'some' ? serves.customers : []));
  const lists = [...keys.keys()].map((key, at) => ({
    customers: [...new Set(key.split(' ').flatMap((number) => [...served[Number(number)]!]))],
    seats: seats[at]!,
  }));
  return { listOf, lists };
});
