import type { Index, Organisation } from '../../model/organisation.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';

type Deviation = ProgressDocument['deviations'][number];

/** Somebody's place in a declared team. */
interface Place {
  readonly seat: Index;
  readonly team: string;
  readonly leads: boolean;
}

/** The places of an organisation's teams by team, person and whether it is that of the lead. */
function placesOf({ teams, people }: Organisation): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const { id, name, lead, members } of teams)
    for (const { seat } of members) {
      if (people.vacant[seat] === 1) continue;
      const add = (leads: boolean) =>
        found.set(JSON.stringify([id, people.id[seat], leads]), { seat, team: name, leads });
      add(false);
      if (seat === lead) add(true);
    }
  return found;
}

const toldOf = ({ team, leads }: Place): string => (leads ? `lead of ${team}` : team);

/**
 * How many places in teams, as a member and as the lead, begin and end as planned, and those of which it is otherwise. Whoever is
 * no longer there at all is told of as such. Linear in the members.
 */
export function teamsOf(
  before: Organisation,
  plan: Organisation,
  now: Organisation,
  personOf: { before(seat: Index): Deviation['entity']; now(seat: Index): Deviation['entity'] },
): {
  readonly places: { readonly planned: number; readonly done: number };
  readonly deviations: readonly Deviation[];
} {
  const [was, planned, is] = [placesOf(before), placesOf(plan), placesOf(now)];
  const there = new Set(now.people.id);
  const beginning = [...planned.keys()].filter((key) => !was.has(key));
  const ending = [...was.keys()].filter((key) => !planned.has(key));
  const done = beginning.filter((key) => is.has(key)).length + ending.filter((key) => !is.has(key)).length;
  const deviations: Deviation[] = [];
  for (const [key, place] of was) {
    if (!planned.has(key) || is.has(key) || !there.has(before.people.id[place.seat]!)) continue;
    deviations.push({ kind: 'team', entity: personOf.before(place.seat), planned: toldOf(place), now: null });
  }
  for (const [key, place] of is)
    if (!was.has(key) && !planned.has(key))
      deviations.push({ kind: 'team', entity: personOf.now(place.seat), planned: null, now: toldOf(place) });
  return { places: { planned: beginning.length + ending.length, done }, deviations };
}
