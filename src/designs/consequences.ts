import { memo } from '../base/memo.ts';
import { alternatives, counted } from '../base/text.ts';
import { gradesOf } from '../model/grades.ts';
import { headsOf } from '../model/heads.ts';
import { leadersOf, primaryLine } from '../model/lines.ts';
import { listed } from '../model/listed.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import { displacedHeads } from './displaced.ts';
import { bySeniority, managerIn } from './hierarchy/seniority.ts';
import { membersOf } from './hierarchy/unit-head.ts';
import { ownersWhoStay } from './hierarchy/who-stays.ts';

/** Examples in one sentence; a diff lists all. */
const SHOWN = 5;

/** The first few, and how many more there are. */
export const examples = (texts: readonly string[]): string =>
  texts.length > SHOWN
    ? `${texts.slice(0, SHOWN).join(', ')} and ${texts.length - SHOWN} more`
    : alternatives(texts, 'and');

/**
 * What a design means for people that no figure of it names: owners whom it does not place, departments that govern themselves, heads who lose their seat, managers who lead nobody any more, or are left alone, second lines that end,
 * units led by one of many alike,
 * people under somebody of a lower level. Seats of today keep their indexes. Linear in seats and lines.
 */
export function consequences(before: Organisation, after: Organisation): string[] {
  if (before === after) return [];
  return [
    ...notPlaced(before, after),
    ...selfGoverning(before, after),
    ...displaced(before, after),
    ...withoutTeam(before, after),
    ...leftAlone(before, after),
    ...ledByPeers(before, after),
    ...endedLines(before, after),
    ...inversions(before, after),
  ];
}

/** That people own customers and are not placed, and whom the design hires beside them. */
function notPlaced(before: Organisation, after: Organisation): string[] {
  const homeOf = ({ units, unitOf }: Organisation, seat: Index) => units[unitOf[seat]!]?.id;
  const { owners, customers } = ownersWhoStay(before, (seat) => homeOf(before, seat) === homeOf(after, seat));
  if (owners.length === 0) return [];
  const { people, capabilities } = after;
  const hired = [...people.capability.subarray(before.people.count)].filter(
    (one) => capabilities[one]?.id === 'account-management',
  ).length;
  const beside =
    hired === 0
      ? ''
      : `, and ${counted(hired, 'post of account management is', 'posts of account management are')} to be filled beside them`;
  return [
    `${counted(owners.length, 'person who owns', 'people who own')} ${counted(customers, 'customer')} ${owners.length === 1 ? 'stays where they are' : 'stay where they are'}, since their own work is not known${beside}: ${examples(listed(owners, before.people).map((seat) => before.people.id[seat]!))}. Say what their titles stand for under \`capabilities:\`.`,
  ];
}

function selfGoverning(before: Organisation, after: Organisation): string[] {
  const left = new Set(after.units.flatMap((unit) => (unit.selfGoverning === true ? [unit.id] : [])));
  const all = before.units.filter((unit) => unit.selfGoverning === true);
  const stay = all.filter(({ id }) => left.has(id)).length;
  return [
    ...(stay === 0
      ? []
      : [
          `${counted(stay, 'department that governs itself stays as it is', 'departments that govern themselves stay as they are')}.`,
        ]),
    ...(stay === all.length
      ? []
      : [
          `${counted(all.length - stay, 'department governs itself', 'departments govern themselves')} no more, since people are pinned elsewhere.`,
        ]),
  ];
}

function displaced(before: Organisation, after: Organisation): string[] {
  const { people, units } = before;
  const heads = displacedHeads(before, after).map(({ seat, from }) => {
    const title = people.title[seat]!;
    return `${people.id[seat]} (${title === '' ? '' : `${title}, `}${units[from]!.name})`;
  });
  if (heads.length === 0) return [];
  const [who, their] = heads.length === 1 ? ['head of today loses', 'the'] : ['heads of today lose', 'their'];
  return [`${heads.length} ${who} ${their} seat: ${examples(heads)}.`];
}

function withoutTeam(before: Organisation, after: Organisation): string[] {
  const { people } = before;
  const then = treeOf(before);
  const leading = leadersOf(after.lines);
  const isLeft = (seat: Index) => !leading.has(seat) && people.vacant[seat] === 0;
  const left: Index[] = [];
  for (let seat = 0; seat < people.count; seat++)
    if (reportsOf(then, seat) > 0 && isLeft(seat)) left.push(seat);
  const second = new Set(withSeveralLines(before).flatMap((seat) => secondBosses(before, seat)));
  const leftBySecond = [...second].filter((seat) => reportsOf(then, seat) === 0 && isLeft(seat));
  const open: string[] = [];
  for (let seat = people.count; seat < after.people.count; seat++)
    if (leading.has(seat)) open.push(after.people.id[seat]!);
  const ids = (seats: readonly Index[]) =>
    examples(bySeniority(before, seats).map((seat) => people.id[seat]!));
  const found: string[] = [];
  if (left.length > 0) {
    const [who, they] =
      left.length === 1 ? ['manager of today leads', 'comes'] : ['managers of today lead', 'come'];
    const seats =
      open.length === 0
        ? 'no new lead seat is open'
        : `${left.length === 1 ? 'this one' : 'they'} ${they} first for ${counted(open.length, 'new lead seat')}: ${examples(open)}`;
    found.push(`${left.length} ${who} nobody any more: ${ids(left)}; ${seats}.`);
  }
  if (leftBySecond.length > 0)
    found.push(
      `${counted(leftBySecond.length, 'person who leads', 'people who lead')} others by second lines only ${leftBySecond.length === 1 ? 'loses' : 'lose'} them: ${ids(leftBySecond)}.`,
    );
  return found;
}

/** Who led people that have all gone, and is the only one left in the department: what is left there is no unit that works. */
function leftAlone(before: Organisation, after: Organisation): string[] {
  const { people, units, unitOf } = before;
  const [then, now] = [treeOf(before), treeOf(after)];
  const [was, is] = [membersOf(before), membersOf(after)];
  const alone: Index[] = [];
  for (let seat = 0; seat < people.count; seat++) {
    const [unit, there] = [unitOf[seat]!, after.unitOf[seat]!];
    if (unit < 0 || there < 0 || people.vacant[seat] === 1 || then.boss[seat]! < 0) continue;
    if (units[unit]!.id !== after.units[there]!.id || was[unit]! < 2 || is[there] !== 1) continue;
    if (reportsOf(then, seat) > 0 && reportsOf(now, seat) === 0) alone.push(seat);
  }
  if (alone.length === 0) return [];
  const who = bySeniority(before, alone).map(
    (seat) => `${people.id[seat]} (${people.title[seat]}, ${units[unitOf[seat]!]!.name})`,
  );
  return [
    alone.length === 1
      ? `1 head is left alone, and the post is gone: ${examples(who)} is to be placed.`
      : `${alone.length} heads are left alone, and their posts are gone: ${examples(who)} are to be placed.`,
  ];
}

/**
 * Who leads nobody today and comes to lead others: at the head of units that answer for their work, are large enough for a team and
 * have nobody with the title of a head; and everybody else who does.
 */
function ledByPeers(before: Organisation, after: Organisation): string[] {
  const { people, policy } = before;
  const { head } = headsOf(after);
  const size = membersOf(after);
  const now = treeOf(after);
  const isManager = managerIn(before);
  // Second lines count: who leads by them leads.
  const ledToday = leadersOf(before.lines);
  const begins = (seat: Index) =>
    seat >= 0 && seat < people.count && reportsOf(now, seat) > 0 && !ledToday.has(seat);
  const peers = new Set<Index>();
  const named = after.units.flatMap(({ name, accountable }, unit) => {
    const seat = head[unit]!;
    if (!accountable || size[unit]! < policy.minimumTeam || !begins(seat) || isManager(seat)) return [];
    peers.add(seat);
    return [`${name} (${people.id[seat]}, ${people.title[seat]})`];
  });
  const others: Index[] = [];
  for (let seat = 0; seat < people.count; seat++)
    if (begins(seat) && !peers.has(seat) && people.vacant[seat] === 0) others.push(seat);
  const found: string[] = [];
  if (named.length > 0) {
    const seats = named.length === 1 ? 'its seat is' : 'their seats are';
    found.push(
      `${counted(named.length, 'unit is', 'units are')} led by one of the people in it, who leads nobody today: ${examples(named)}; ${seats} to be filled, or given to one of them.`,
    );
  }
  if (others.length > 0) {
    const who =
      others.length === 1 ? 'person who leads nobody today comes' : 'people who lead nobody today come';
    const more = named.length > 0 ? ' more' : '';
    const told = listed(others, people).map((seat) => {
      const unit = after.units[after.unitOf[seat]!]?.name;
      const parts = [people.title[seat]!, unit ?? ''].filter((text) => text !== '');
      return `${people.id[seat]}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
    });
    found.push(`${others.length}${more} ${who} to lead others: ${examples(told)}.`);
  }
  return found;
}

/** Who has more than one line, in the order in which people are listed. */
const withSeveralLines = memo(({ people, lines }: Organisation): readonly Index[] => {
  const found: Index[] = [];
  for (let seat = 0; seat < people.count; seat++)
    if (lines.start[seat + 1]! - lines.start[seat]! > 1) found.push(seat);
  return listed(found, people);
});

/** Whom a seat reports to beside its first boss. */
function secondBosses({ lines }: Organisation, seat: Index): readonly Index[] {
  const first = primaryLine(lines, seat);
  const found: Index[] = [];
  for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++)
    if (k !== first) found.push(lines.boss[k]!);
  return found;
}

/** Second lines that end; those of a further job do so where the job becomes part of the first one. */
function endedLines(before: Organisation, after: Organisation): string[] {
  const { people, lines, units } = before;
  const ended: string[] = [];
  const joined: string[] = [];
  for (const seat of withSeveralLines(before)) {
    const first = primaryLine(lines, seat);
    const [from, to] = [after.lines.start[seat]!, after.lines.start[seat + 1]!];
    const kept = after.lines.boss.subarray(from, to);
    const jobs = after.lines.job?.subarray(from, to);
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      const job = units[lines.job?.[k] ?? -1];
      const at = kept.indexOf(lines.boss[k]!);
      if (k === first || (at >= 0 && (job === undefined || (jobs?.[at] ?? -1) >= 0))) continue;
      if (job === undefined) ended.push(`${people.id[seat]} to ${people.id[lines.boss[k]!]}`);
      else joined.push(`${people.id[seat]} (${job.name})`);
    }
  }
  return [
    ...(ended.length === 0
      ? []
      : [`${counted(ended.length, 'second line ends', 'second lines end')}: ${examples(ended)}.`]),
    ...(joined.length === 0
      ? []
      : [
          `${counted(joined.length, 'further job becomes part', 'further jobs become part')} of the first one, with its hours: ${examples(joined)}.`,
        ]),
  ];
}

function inversions(before: Organisation, after: Organisation): string[] {
  const { people } = before;
  const level = gradesOf(before).value;
  const [then, now] = [treeOf(before), treeOf(after)];
  const found: Index[] = [];
  for (let seat = 0; seat < people.count; seat++) {
    const boss = now.boss[seat]!;
    if (boss < 0 || boss >= people.count || boss === then.boss[seat] || people.vacant[seat] === 1) continue;
    if (level[boss]! < level[seat]!) found.push(seat);
  }
  return found.length === 0
    ? []
    : [
        `${counted(found.length, 'person gets', 'people get')} a manager of a lower level: ${examples(listed(found, people).map((seat) => `${people.id[seat]} under ${people.id[now.boss[seat]!]}`))}.`,
      ];
}
