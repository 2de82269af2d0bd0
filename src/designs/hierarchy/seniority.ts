import { memo } from '../../base/memo.ts';
import { byText } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';

/**
 * The level by which each seat is ranked: its own; where none is given, the highest one given among those who report to it,
 * directly or through others, since a manager is not below them; -Infinity where there is none, which ranks last. Linear.
 */
export const standingsOf = memo((organisation: Organisation): Float64Array => {
  const { level, count } = organisation.people;
  const { order, boss } = treeOf(organisation);
  const below = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const found = new Float64Array(count);
  // Bosses come first in the order, so from the end all below are known.
  for (let at = count - 1; at >= 0; at--) {
    const seat = order[at]!;
    const own = level[seat]!;
    found[seat] = Number.isNaN(own) ? below[seat]! : own;
    const above = boss[seat]!;
    if (above >= 0) below[above] = Math.max(below[above]!, below[seat]!, found[seat]!);
  }
  return found;
});

/**
 * Who is chosen first to lead, and who next: people before open seats; by level (`standingsOf`); nobody before their own
 * boss of the same level; then by how many of `people` report to them already, directly, then directly or through others; then
 * by id. Every head and team lead of every design is chosen by it. Cost: seats and people times the levels above them.
 */
export function bySeniority(
  organisation: Organisation,
  seats: readonly Index[],
  people: readonly Index[] = seats,
): Index[] {
  if (seats.length < 2) return [...seats];
  const { vacant, id } = organisation.people;
  const { boss } = treeOf(organisation);
  const standing = standingsOf(organisation);
  const ranks = new Map(seats.map((seat) => [seat, { above: 0, direct: 0, all: 0 }]));
  for (const seat of people) {
    if (vacant[seat] === 1) continue;
    const direct = ranks.get(boss[seat]!);
    if (direct !== undefined) direct.direct++;
    for (let above = boss[seat]!; above >= 0; above = boss[above]!) {
      const rank = ranks.get(above);
      if (rank !== undefined) rank.all++;
    }
  }
  for (const [seat, rank] of ranks)
    for (let above = boss[seat]!; above >= 0; above = boss[above]!)
      if (ranks.has(above) && standing[above] === standing[seat]) rank.above++;
  return [...seats].sort((a, b) => {
    const [x, y] = [ranks.get(a)!, ranks.get(b)!];
    return (
      vacant[a]! - vacant[b]! ||
      (standing[a] === standing[b] ? 0 : standing[b]! - standing[a]!) ||
      x.above - y.above ||
      y.direct - x.direct ||
      y.all - x.all ||
      byText(id[a]!, id[b]!)
    );
  });
}

/** The first of `bySeniority`, -1 for none, without ordering the rest. Linear but for those of the highest level. */
export function mostSenior(
  organisation: Organisation,
  seats: readonly Index[],
  people: readonly Index[] = seats,
): Index {
  const { vacant } = organisation.people;
  const standing = standingsOf(organisation);
  const present = seats.filter((seat) => vacant[seat] === 0);
  const from = present.length > 0 ? present : seats;
  let top = Number.NEGATIVE_INFINITY;
  for (const seat of from) top = Math.max(top, standing[seat]!);
  const equals = from.filter((seat) => standing[seat] === top);
  return bySeniority(organisation, equals, people)[0] ?? -1;
}
