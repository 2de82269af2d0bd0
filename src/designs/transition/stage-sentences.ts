import { percent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { alternatives, counted } from '../../base/text.ts';
import { teamsMade } from '../../model/declared-teams.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { type Candidate, FOUNDATION, type Roles } from './schedule.ts';

/** What a design is made of. */
const NOUNS: Readonly<Record<DesignId, string>> = {
  'as-is': 'unit',
  functional: 'function',
  lifecycle: 'phase',
  cluster: 'cluster',
  'account-team': 'account team',
  matrix: 'customer group',
};

const MOST_NAMED = 4;

/** The first names, and how many more there are. */
function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${grouped(more)} more`
    : alternatives(names, 'and');
}

const people = (count: number): string => counted(count, 'person', 'people');

/** What is there before the first unit begins to work. */
export function foundationsText(
  before: Organisation,
  id: DesignId,
  design: Organisation,
  { formed, head, target, isMoved }: Roles,
): string[] {
  const heads = new Set(formed.map((unit) => head[unit]!));
  const open = [...heads].filter((seat) => design.people.vacant[seat] === 1).length;
  const today = new Set(before.units.map((unit) => `${unit.id}\n${unit.kind}`));
  const added = (kind: string) =>
    design.units.filter((unit) => unit.kind === kind && !today.has(`${unit.id}\n${unit.kind}`));
  const centres = added('centre-of-expertise').length;
  const services = added('common-service').map(({ name }) => name);
  const placed = [...target.keys()].filter(
    (seat) => seat < before.people.count && isMoved(seat) && (target[seat] === FOUNDATION || heads.has(seat)),
  );
  const tree = treeOf(before);
  const leading = placed.some((seat) => reportsOf(tree, seat) > 0);
  const sentences: string[] = [];
  if (formed.length > 0)
    sentences.push(
      `${counted(formed.length, NOUNS[id])} ${formed.length === 1 ? 'gets its head' : 'get their heads'}: ${headsText(heads.size - open, open)}.`,
    );
  if (centres > 0)
    sentences.push(`${counted(centres, 'centre of expertise begins', 'centres of expertise begin')}.`);
  if (services.length > 0)
    sentences.push(`Common services, once those who leave them have left: ${named(services)}.`);
  sentences.push(
    placed.length === 0
      ? 'Nobody moves.'
      : `${people(placed.length)} ${placed.length === 1 ? 'has' : 'have'} a new place; nobody else moves.`,
  );
  if (leading && formed.length > 0)
    sentences.push('Who led a team goes on leading it until its people move.');
  if (formed.length > 0) sentences.push('No customer changes hands.');
  return sentences;
}

const headsText = (there: number, open: number): string =>
  [
    ...(there > 0 ? [`${there} of today’s people`] : []),
    ...(open > 0 ? [counted(open, 'open seat')] : []),
  ].join(' and ');

/** Why a unit begins, against the next best. */
export function pilotText(id: DesignId, candidates: readonly Candidate[]): string[] {
  const [first, second] = candidates;
  const noun = NOUNS[id];
  if (first === undefined) return [];
  const all = `${people(first.moves)} ${first.moves === 1 ? 'moves' : 'move'}`;
  if (second === undefined) return [`${first.name} is the only ${noun}: ${all}.`];
  const [kept, other] = [first.relationshipsKept, second.relationshipsKept];
  if (second.joining === 0)
    return [`${first.name} is the only ${noun} to which anybody but a head moves: ${all}.`];
  const where = candidates.some(({ joining }) => joining === 0) ? ' to which people move' : '';
  const next = `${second.name} is the next with`;
  if (first.moves < second.moves)
    return [
      `Of all ${noun}s${where} ${first.name} moves fewest people: ${first.moves}; ${next} ${second.moves}.`,
      ...(kept === null ? [] : [`It keeps ${percent(kept)} of the relationships of its customers.`]),
    ];
  if (kept !== null && other !== null && kept > other)
    return [
      `No ${noun}${where} moves fewer people than ${first.name}, ${first.moves}, and of those it keeps most relationships: ${percent(kept)}; ${next} ${percent(other)}.`,
    ];
  if (first.open < second.open)
    return [
      `No ${noun}${where} moves fewer people than ${first.name}, ${first.moves}, and of those it has fewest open seats: ${first.open}; ${next} ${second.open}.`,
    ];
  return [
    `No ${noun}${where} moves fewer people than ${first.name}, ${first.moves}; ${second.name} is its equal, and later in the order of ids.`,
  ];
}

export function waveText(id: DesignId, wave: readonly Candidate[], waveSize: number): string[] {
  const list = wave.map(({ name, moves }) => `${name} with ${people(moves)}`);
  return [
    `Next in the order of the pilot: ${named(list)}. At most ${counted(waveSize, NOUNS[id])} at a time (policy.waveSize).`,
  ];
}

/** What begins where nobody moves, and teams of named people are all that changes. */
export function teamsText(before: Organisation, design: Organisation): string[] {
  const made = teamsMade(before, design);
  if (made.length === 0) return [];
  const members = new Set(made.flatMap((team) => team.members.map(({ seat }) => seat))).size;
  return [
    `Nobody moves to another department in this design: ${counted(made.length, 'team begins', 'teams begin')} to work across the departments, with ${people(members)} in them, so there is one stage only.`,
  ];
}

export const NOBODY_MOVES =
  'Nobody moves to another department in this design: what changes are heads, reporting lines, open seats or who answers for what, so there is one stage only.';

export const ONE_STAGE = 'Nobody else moves, so there is no pilot, and one stage only.';

export const LAST = 'The organisation then is as the design has it.';

/** Names of units by index, for the name of a stage. */
export const unitNames = (wave: readonly Candidate[]): string => named(wave.map(({ name }) => name));

/** Seats of units that must be filled before they begin to work. */
export const seatsToFill = (
  design: Organisation,
  roles: Roles,
  units: ReadonlySet<Index>,
): readonly Index[] =>
  [...roles.target.keys()].filter(
    (seat) => design.people.vacant[seat] === 1 && units.has(roles.target[seat]!),
  );
