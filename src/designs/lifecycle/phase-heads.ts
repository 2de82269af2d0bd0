import type { Index, Organisation } from '../../model/organisation.ts';
import { descentOf, reportsOf, treeOf } from '../../model/tree.ts';
import { PHASES } from '../../schema/input/fields.ts';
import { isOverFunctions } from '../hierarchy/executives.ts';
import { leadsWithoutTrade } from '../hierarchy/leads-without-trade.ts';
import { bySeniority, mostSenior, standingsOf } from '../hierarchy/seniority.ts';
import { tradesOf } from './phase-leads.ts';
import { peopleBelow, phasesOfUnits } from './phase-places.ts';

/** Who is in each phase, and who of them is to lead it. */
function phasesNow(organisation: Organisation, phaseOf: Int8Array) {
  const members = PHASES.map((): Index[] => []);
  phaseOf.forEach((phase, seat) => {
    if (phase >= 0) members[phase]!.push(seat);
  });
  const heads = PHASES.map((phase, at) =>
    mostSenior(organisation, members[at]!, members[at]!, tradesOf(organisation, phase)),
  );
  return { members, heads };
}

/**
 * Lets the phases have heads as senior as there are, and writes into `phaseOf`. An executive over several functions leads the phase of
 * the own trade, where that would be led by somebody from elsewhere who goes after them. And of several in one phase who are more
 * senior than the head of another where they have people enough for a team, the first who does not lead goes there, in exchange for somebody of
 * the same skill. `claim` has the phase that something else says for each seat. Linear.
 */
export function spreadHeads(organisation: Organisation, phaseOf: Int8Array, claim: Int8Array): void {
  const { people, unitOf, options } = organisation;
  const tree = treeOf(organisation);
  const { at, end } = descentOf(tree);
  const standing = standingsOf(organisation);
  const ofUnit = phasesOfUnits(organisation);
  const isFixed = (seat: Index) =>
    claim[seat]! >= 0 || (ofUnit[unitOf[seat]!] ?? -1) >= 0 || people.id[seat]! in options.lifecycle.pinned;
  let now: ReturnType<typeof phasesNow> | undefined;
  PHASES.forEach((phase, place) => {
    now ??= phasesNow(organisation, phaseOf);
    const { members, heads } = now;
    const head = heads[place]!;
    if (head < 0) return;
    const trades = tradesOf(organisation, phase);
    const isAbove = (seat: Index) => at[head]! > at[seat]! && at[head]! < end[seat]!;
    for (let seat = 0; seat < people.count; seat++) {
      if (phaseOf[seat]! >= 0 || !isOverFunctions(organisation, seat) || isFixed(seat) || isAbove(seat))
        continue;
      if (!trades.includes(people.capability[seat]!) || people.vacant[seat] === 1) continue;
      if (mostSenior(organisation, [head, seat], members[place]!, trades) !== seat) continue;
      phaseOf[seat] = place;
      now = undefined;
      return;
    }
    const below = peopleBelow(organisation, phaseOf);
    const count = (seat: Index, other: number) => below[seat * PHASES.length + other]!;
    const isFree = (seat: Index) =>
      standing[seat]! > standing[head]! &&
      reportsOf(tree, seat) > 0 &&
      count(seat, place) >= organisation.policy.minimumTeam &&
      people.vacant[seat] === 0 &&
      !isFixed(seat) &&
      !heads.includes(seat);
    const free = members.flatMap((seats, other) => (other === place ? [] : seats.filter(isFree)));
    for (const seat of bySeniority(organisation, free, members[place]!, trades)) {
      const from = phaseOf[seat]!;
      if (!leadsWithoutTrade(organisation, seat)) {
        const gains = (one: Index) => count(one, from) - count(one, place);
        const others = members[place]!.filter(
          (one) =>
            people.capability[one] === people.capability[seat] && !isFixed(one) && people.vacant[one] === 0,
        );
        if (others.length === 0) continue;
        phaseOf[others.reduce((best, one) => (gains(one) > gains(best) ? one : best))] = from;
      }
      phaseOf[seat] = place;
      now = undefined;
      return;
    }
  });
}
