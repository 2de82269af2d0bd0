import { slug } from '../../../base/text.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { treeOf } from '../../../model/tree.ts';
import type { Group } from '../groups.ts';
import type { PostDivision } from './placement.ts';

/**
 * Pinned seats and their groups: a pin names the id of the cluster, its name, or a value of the basis in it. Pins that do
 * nothing are listed, and why in sentences.
 */
export function pinnedGroups(
  organisation: Organisation,
  groups: readonly Group[],
  pinned: Readonly<Record<string, string>>,
): { pins: ReadonlyMap<Index, number>; idle: readonly string[]; why: readonly string[] } {
  const wanted = Object.entries(pinned);
  const pins = new Map<Index, number>();
  const idle: string[] = [];
  const [nobody, nowhere, top]: [string[], string[], string[]] = [[], [], []];
  if (wanted.length === 0) return { pins, idle, why: [] };
  const index = new Map(organisation.people.id.map((id, seat) => [id, seat]));
  const named = new Map<string, number>();
  groups.forEach((group, at) => {
    for (const name of [group.name, `cluster/${slug(group.name)}`, ...group.sources])
      if (!named.has(name)) named.set(name, at);
  });
  const { boss } = treeOf(organisation);
  for (const [id, target] of wanted) {
    const seat = index.get(id);
    const at = named.get(target);
    // The top stays at the top.
    if (seat !== undefined && at !== undefined && boss[seat]! >= 0) {
      pins.set(seat, at);
      continue;
    }
    const pin = `${id}: ${target}`;
    idle.push(pin);
    (seat === undefined ? nobody : at === undefined ? nowhere : top).push(pin);
  }
  const because = (list: readonly string[], reason: string) =>
    list.length === 0 ? [] : [`Pins without effect, since ${reason}: ${list.join(', ')}.`];
  return {
    pins,
    idle,
    why: [
      ...because(nobody, 'they name nobody'),
      ...because(nowhere, 'they name no cluster'),
      ...because(top, 'the top stays at the top'),
    ],
  };
}

/**
 * The posts, where pins put more people into a group than it has posts for people who are there. It gets these posts. As
 * many are taken where there are most beyond what a group needs; where there are none, a post is to be hired instead.
 */
export function yieldToPins(
  divided: PostDivision,
  pins: ReadonlyMap<Index, number>,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
): PostDivision {
  if (pins.size === 0) return divided;
  const { holders, posts, hires } = divided;
  const counts = new Map([...posts].map(([capability, list]) => [capability, [...list]]));
  const open = new Map([...hires].map(([capability, list]) => [capability, [...list]]));
  const total = (at: number) => [...counts.values()].reduce((sum, list) => sum + list[at]!, 0);
  for (const [capability, seats] of holders) {
    const post = counts.get(capability)!;
    const hire = open.get(capability) ?? post.map(() => 0);
    const taken = post.map(() => 0);
    for (const seat of seats) if (pins.has(seat)) taken[pins.get(seat)!]!++;
    const room = (at: number) => post[at]! - hire[at]! - taken[at]!;
    for (let to = 0; to < post.length; to++)
      while (room(to) < 0) {
        let from = -1;
        const spare = (at: number) => post[at]! - needs.get(capability)!;
        for (let at = 0; at < post.length; at++)
          if (room(at) > 0 && (from < 0 || spare(at) > spare(from))) from = at;
        if (spare(from) > 0 && total(from) > minimum) post[from]!--;
        else hire[from]!++;
        if (hire[to]! > 0) hire[to]!--;
        else post[to]!++;
      }
    if (hire.some((count) => count > 0)) open.set(capability, hire);
    else open.delete(capability);
  }
  return { ...divided, posts: counts, hires: open };
}
