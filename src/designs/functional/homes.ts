import { folded } from '../../base/text.ts';
import { headsOf } from '../../model/heads.ts';
import type { Capability, Index, Organisation, Unit } from '../../model/organisation.ts';
import { titleMapper } from '../../model/titles.ts';
import { descentOf, treeOf } from '../../model/tree.ts';
import { standingsOf } from '../hierarchy/seniority.ts';
import { isAtTop, stayingPut } from '../hierarchy/who-stays.ts';

export const isDepartment = ({ kind }: Unit) => kind === 'department' || kind === 'common-service';

const isServing = (capability: Capability) =>
  capability.role !== 'enabling' && capability.role !== 'leadership';

export function fteByUnit(organisation: Organisation): FteByUnit {
  const stays = stayingPut(organisation);
  const { units, unitOf, people, capabilities } = organisation;
  const own = units.map(() => new Float64Array(capabilities.length));
  const below = units.map(() => new Float64Array(capabilities.length));
  const first = new Int32Array(units.length).fill(people.count);
  for (let seat = 0; seat < people.count; seat++) {
    if (stays[seat] === 1 || unitOf[seat]! < 0) continue;
    const capability = people.capability[seat]!;
    own[unitOf[seat]!]![capability]! += people.fte[seat]!;
    for (let unit = unitOf[seat]!, guard = 0; unit >= 0 && guard < 64; unit = units[unit]!.parent, guard++) {
      below[unit]![capability]! += people.fte[seat]!;
      first[unit] = Math.min(first[unit]!, seat);
    }
  }
  return { own, below, first };
}

/** Fte by unit and capability: of everyone in it, and of everyone in it and below it. */
export interface FteByUnit {
  readonly own: readonly Float64Array[];
  readonly below: readonly Float64Array[];
  /** The first of those people, who stand in the order of what tells them apart. */
  readonly first: Int32Array;
}

/** The capability that the name of a unit says, '' for none. */
export const namedAfter = ({ capabilities }: Organisation, { name }: Unit): Index => {
  const called = folded(name);
  const own = capabilities.findIndex((one) => folded(one.name) === called || folded(one.id) === called);
  if (own >= 0) return own;
  const id = tradeOfName('', name);
  return id === '' ? -1 : capabilities.findIndex((capability) => capability.id === id);
};
const tradeOfName = titleMapper({});

/**
 * The department in which a capability is at home: the one that says so; else of those in which, with everything below them, it
 * has more than half of the fte (leadership left out), or, in one that is named after it, half, or a team and no other has more,
 * or a third and more than half of all who have it, the one with most of it, the lowest of equals, then the one with the first
 * person. Enabling capabilities share departments: without such a one, it is that with most of its people in which all enabling
 * capabilities together have more than half. But nobody leaves the head of such a department for people of the same enabling
 * capability elsewhere, who are all less senior, unless these are below that head. Only departments that `mayBe`; -1 where there is none.
 */
export function homeOf(
  organisation: Organisation,
  fte: FteByUnit,
  capability: Index,
  mayBe: (unit: Index) => boolean = () => true,
): Index {
  const { capabilities, units } = organisation;
  const declared = units.findIndex((unit) => unit.capability === capability && isDepartment(unit));
  if (declared >= 0) return declared;
  const everywhere = fte.own.reduce((sum, here) => sum + here[capability]!, 0);
  const best = (table: readonly Float64Array[], counts: (other: Capability, at: Index) => boolean): Index => {
    let home = -1;
    units.forEach((unit, index) => {
      if (!isDepartment(unit) || !mayBe(index)) return;
      const here = table[index]!;
      let all = 0;
      let kin = 0;
      let most = 0;
      capabilities.forEach((other, at) => {
        if (other.role === 'leadership') return;
        all += here[at]!;
        most = Math.max(most, here[at]!);
        if (counts(other, at)) kin += here[at]!;
      });
      if (here[capability]! <= 0) return;
      // What names say is looked up only where it may decide.
      const isNamed = (at: Index) => namedAfter(organisation, units[at]!) === capability;
      const isMost =
        kin * 2 >= all ||
        (kin >= most && kin >= organisation.policy.minimumTeam) ||
        (kin * 3 >= all && kin * 2 > everywhere);
      if (kin * 2 <= all && !(isMost && isNamed(index))) return;
      const more = home < 0 ? 1 : here[capability]! - table[home]![capability]!;
      // Parents stand anywhere in the list, so equals are compared by height.
      const lower = () => {
        const higher = height(organisation, home) - height(organisation, index);
        return higher < 0 || (higher === 0 && fte.first[index]! < fte.first[home]!);
      };
      // People of an enabling skill who are many elsewhere do not make that their department.
      const isLike = home < 0 || isServing(capabilities[capability]!) || isNamed(index) === isNamed(home);
      if (isLike ? more > 1e-9 || (Math.abs(more) <= 1e-9 && lower()) : isNamed(index)) home = index;
    });
    return home;
  };
  const home = best(fte.below, (_, at) => at === capability);
  if (isServing(capabilities[capability]!)) return home;
  const isEnabling = (other: Capability) => other.role === 'enabling';
  if (home < 0) return best(fte.own, isEnabling);
  const { head } = headsOf(organisation);
  const ledBy = departmentOfMostSenior(organisation, capability);
  const there = fte.own[ledBy];
  if (there === undefined || isAbove(organisation, head[ledBy]!, head[home]!)) return home;
  const count = (of: (other: Capability) => boolean) =>
    there.reduce((sum, here, at) => sum + (of(capabilities[at]!) ? here : 0), 0);
  return count(isEnabling) * 2 > count(({ role }) => role !== 'leadership') ? ledBy : home;
}

/** Whether somebody stands above somebody else in the chart. */
function isAbove(organisation: Organisation, boss: Index, seat: Index): boolean {
  const { at, end } = descentOf(treeOf(organisation));
  return seat >= 0 && at[seat]! > at[boss]! && at[seat]! < end[boss]!;
}

/** The department that is headed by whoever has a capability and is more senior than everybody else who has it, -1 for none. Linear. */
function departmentOfMostSenior(organisation: Organisation, capability: Index): Index {
  const { people, units, unitOf } = organisation;
  const standing = standingsOf(organisation);
  let first = -1;
  let isEqual = false;
  for (let seat = 0; seat < people.count; seat++) {
    if (people.capability[seat] !== capability || isAtTop(organisation, seat)) continue;
    const more = first < 0 ? 1 : standing[seat]! - standing[first]!;
    if (more > 0) first = seat;
    isEqual = more === 0 || (isEqual && more < 0);
  }
  const unit = first < 0 || isEqual ? -1 : unitOf[first]!;
  return unit >= 0 && headsOf(organisation).head[unit] === first && isDepartment(units[unit]!) ? unit : -1;
}

function height(organisation: Organisation, unit: Index): number {
  let steps = 0;
  for (let at = organisation.units[unit]!.parent; at >= 0 && steps < 64; at = organisation.units[at]!.parent)
    steps++;
  return steps;
}

/** The nearest of some units at or above one, -1 for none. */
export function nearest(
  { units: all }: Pick<Organisation, 'units'>,
  units: ReadonlySet<Index>,
  unit: Index,
): Index {
  for (let at = unit, guard = 0; at >= 0 && guard < 64; at = all[at]!.parent, guard++)
    if (units.has(at)) return at;
  return -1;
}

/** Skills at home in a department that is named after another one at home there, where each has people enough for a department. */
export function crowded(
  organisation: Organisation,
  holders: ReadonlyMap<Index, readonly Index[]>,
  atHome: ReadonlyMap<Index, Index>,
): readonly Index[] {
  const { capabilities, units, policy } = organisation;
  const isTeam = (capability: Index) => (holders.get(capability)?.length ?? 0) >= policy.minimumTeam;
  return [...atHome].flatMap(([capability, unit]) => {
    if (unit < 0 || units[unit]!.capability >= 0 || capabilities[capability]!.role === 'enabling') return [];
    const rivals = [...atHome].filter(([other, at]) => at === unit && other !== capability && isTeam(other));
    if (rivals.length === 0) return [];
    const name = namedAfter(organisation, units[unit]!);
    const isOther = name !== capability && atHome.get(name) === unit && capabilities[capability]!.of !== name;
    return isOther && isTeam(capability) && isTeam(name) ? [capability] : [];
  });
}
