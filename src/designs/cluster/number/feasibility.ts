import { grouped } from '../../../base/grouped.ts';
import { memo } from '../../../base/memo.ts';
import { counted } from '../../../base/text.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { joiningNoCluster } from '../../hierarchy/executives.ts';
import { fillPosts } from './fill-posts.ts';

/** More capabilities than this in a cluster are refused: every set of them is looked at. */
export const MOST_CAPABILITIES = 12;

/** A set of capabilities that limits the number of clusters. */
export interface Limit {
  readonly capabilities: readonly Index[];
  /** People whom each cluster needs from the set. */
  readonly perCluster: number;
  /** People who hold at least one of the set. */
  readonly held: number;
  readonly most: number;
  /** Whether `perCluster` is a whole team, with its head. */
  readonly team?: true;
}

/** Whether someone can fill a post in a cluster: open seats cannot, nor can people who stay where they are. */
function servingIn(organisation: Organisation): (seat: Index) => boolean {
  const { vacant } = organisation.people;
  const joinsNone = joiningNoCluster(organisation);
  return (seat) => vacant[seat] === 0 && joinsNone[seat] === 0;
}

/** People by the set of needed capabilities that they hold, as bits in the order of the needs; those with none left out. */
export function holdersBySet(
  organisation: Organisation,
  capabilities: readonly Index[],
): ReadonlyMap<number, number> {
  const bit = new Map(capabilities.map((capability, at) => [capability, 1 << at]));
  const bySet = new Map<number, number>();
  for (const { skills, people } of skillsOf(organisation)) {
    let set = 0;
    for (const capability of skills) set |= bit.get(capability) ?? 0;
    if (set !== 0) bySet.set(set, (bySet.get(set) ?? 0) + people);
  }
  return bySet;
}

interface SkillSet {
  readonly skills: readonly Index[];
  people: number;
}

/** The combinations of capabilities there are, and how many people hold each: counted once, asked for often. */
const skillsOf = memo((organisation: Organisation): readonly SkillSet[] => {
  const { people } = organisation;
  const canServe = servingIn(organisation);
  const found = new Map<Index | string, SkillSet>();
  for (let seat = 0; seat < people.count; seat++) {
    if (!canServe(seat)) continue;
    const more = people.secondary.get(seat);
    const first = people.capability[seat]!;
    const key = more === undefined ? first : `${first},${more.join(',')}`;
    const one = found.get(key);
    if (one === undefined) found.set(key, { skills: [first, ...(more ?? [])], people: 1 });
    else one.people++;
  }
  return [...found.values()];
});

/** People who hold a capability, as the main one or a further one, and can fill a post. */
export function holdersOf(organisation: Organisation, capability: Index): number {
  let count = 0;
  for (const [, people] of holdersBySet(organisation, [capability])) count += people;
  return count;
}

/** People whom one cluster takes: what it needs of each capability, and the minimum at least. */
export const clusterSize = (needs: ReadonlyMap<Index, number>, minimum: number): number =>
  Math.max(
    minimum,
    [...needs.values()].reduce((a, b) => a + b, 0),
  );

/** Every set of capabilities with what a cluster needs of it and who holds any of it; last, all people against a team and its head. */
function limitsOf(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
  heads: number,
): readonly Limit[] {
  const needed = [...needs.keys()].filter((capability) => needs.get(capability)! > 0);
  const bySet = holdersBySet(organisation, needed);
  const limits: Limit[] = [];
  for (let set = 1; set < 1 << needed.length; set++) {
    const members = needed.filter((_, at) => set & (1 << at));
    let held = 0;
    for (const [holding, count] of bySet) if (holding & set) held += count;
    const perCluster = members.reduce((sum, capability) => sum + needs.get(capability)!, 0);
    limits.push({ capabilities: members, perCluster, held, most: Math.floor(held / perCluster) });
  }
  let held = 0;
  const all = [...needs.keys()].filter((one) => needs.get(one)! > 0 || holdersOf(organisation, one) > 0);
  for (const count of holdersBySet(organisation, all).values()) held += count;
  const perCluster = heads + clusterSize(needs, minimum);
  limits.push({
    capabilities: all,
    perCluster,
    held,
    most: Math.floor(held / perCluster),
    ...(heads > 0 ? { team: true } : {}),
  });
  return limits;
}

/** What the people there allow, for some needs of every cluster. */
export interface Feasibility {
  /** The limit that binds: of equal ones that of fewest capabilities. */
  readonly limit: Limit;
  /** How many people must be hired for so many clusters at least. */
  shortage(clusters: number): number;
}

/**
 * The most clusters that the people there can fill, and how many are missing for more. For every set S of capabilities
 * K · Σ need ≤ people who hold any of S (Hall's condition), and K ≤ people / (heads + max(minimum, Σ need)): a head for each
 * cluster stands beside its posts. The limit that binds is the explanation; the greatest shortage of any set is what has to
 * be hired. People count once, whatever their hours and however many capabilities they hold; open seats, and people who
 * stay where they are, do not count. Cost: people, then 4^capabilities at most, which are few.
 */
export function feasibilityOf(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
  heads = 1,
): Feasibility {
  const limits = limitsOf(organisation, needs, minimum, heads);
  return {
    limit: limits.reduce((binding, limit) =>
      limit.most < binding.most ||
      (limit.most === binding.most && limit.capabilities.length < binding.capabilities.length)
        ? limit
        : binding,
    ),
    shortage: (clusters) =>
      limits.reduce((most, limit) => Math.max(most, clusters * limit.perCluster - limit.held), 0),
  };
}

/** The limit of the people there. */
export const clusterLimit = (...of: Parameters<typeof feasibilityOf>): Limit => feasibilityOf(...of).limit;

/** Who has to be hired for so many clusters: by capability, and how many more of any of them. */
export interface Hires {
  readonly byCapability: ReadonlyMap<Index, number>;
  readonly ofAny: number;
}

/**
 * The fewest people, by capability, with whom so many clusters can be filled: people are exchanged between posts first, so
 * that nobody is hired whom somebody could replace. Their sum is the shortage. Cost: see `fillPosts`.
 */
export const hiresFor = memo(
  (
    organisation: Organisation,
    needs: ReadonlyMap<Index, number>,
    minimum: number,
    clusters: number,
  ): Hires => {
    const required = new Map([...needs].map(([capability, need]) => [capability, need * clusters]));
    const filled = fillPosts(organisation, required, servingIn(organisation));
    const byCapability = new Map<Index, number>();
    let hired = 0;
    for (const [capability, posts] of required) {
      const missing = posts - filled.get(capability)!.length;
      if (missing <= 0) continue;
      byCapability.set(capability, missing);
      hired += missing;
    }
    return { byCapability, ofAny: feasibilityOf(organisation, needs, minimum).shortage(clusters) - hired };
  },
);

/** "5 clusters need 10 in {sales, support}; 7 people hold either", for the reader to check by hand. */
export function explainLimit(
  organisation: Organisation,
  limit: Pick<Limit, 'capabilities' | 'perCluster' | 'held' | 'team'>,
  clusters: number,
  noun = 'cluster',
): string {
  const names = limit.capabilities.map((capability) => organisation.capabilities[capability]!.name);
  const holders = counted(limit.held, 'person holds', 'people hold');
  const which = names.length === 1 ? 'it' : names.length === 2 ? 'either' : 'any of them';
  const needed = grouped(clusters * limit.perCluster);
  const heads = limit.team === undefined ? '' : clusters === 1 ? ', its head counted,' : ', heads counted,';
  return `${counted(clusters, `${noun} needs`, `${noun}s need`)} ${needed}${heads} in {${names.join(', ')}}; ${holders} ${which}`;
}

/**
 * Chance that someone is missing when each of `seats` posts has `holders` people who are away independently with
 * probability `absence`: 1 − (1 − aⁿ)^K. Four posts, one holder, 15 %: 0.478. No posts: 0.
 */
export const missingCover = (absence: number, holders: number, seats: number): number =>
  1 - (1 - absence ** holders) ** seats;
