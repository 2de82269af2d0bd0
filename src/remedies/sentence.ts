import { precisePercent } from '../base/figures.ts';
import { grouped } from '../base/grouped.ts';
import { groupsBy } from '../base/groups.ts';
import { allOf } from '../base/text.ts';
import { linesOf } from '../model/lines.ts';
import { type Index, isContractor, type Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import type { PersonChange } from '../schema/documents/suggestions.ts';
import { applied, type Edits } from './remedy.ts';

const DIGITS = 1e12;

/** What a change means for each person in it, by the organisation before and after. Linear in the lines. */
export function changesOf(before: Organisation, edits: Edits, names: boolean): PersonChange[] {
  const after = applied(before, edits);
  const { people, units } = before;
  const person = (seat: Index) => ({
    id: people.id[seat]!,
    ...(names && people.name[seat] !== '' ? { name: people.name[seat]! } : {}),
  });
  const unit = (index: Index) => (index < 0 ? null : { id: units[index]!.id, name: units[index]!.name });
  const boss = (seat: Index) => (seat < 0 ? null : person(seat));
  const [today, then] = [treeOf(before), treeOf(after)];
  const [was, is] = [today.boss, then.boss];
  const leading = new Set(after.lines.boss);
  const loses = (seat: Index) => seat >= 0 && !leading.has(seat);
  const isNew = (seat: Index) => seat >= 0 && reportsOf(today, seat) === 0;
  return [...edits].map(([seat, edit]) => {
    const lines = linesOf(after.lines, seat);
    const plain = lines.length === 1 && lines[0]!.dotted === false;
    return {
      person: person(seat),
      ...(before.unitOf[seat] === after.unitOf[seat]
        ? {}
        : { department: { from: unit(before.unitOf[seat]!), to: unit(after.unitOf[seat]!) } }),
      ...(was[seat] === is[seat]
        ? {}
        : {
            manager: {
              from: boss(was[seat]!),
              to: boss(is[seat]!),
              ...(isNew(is[seat]!) ? { leadsNobodyToday: true as const } : {}),
              ...(isNew(is[seat]!) && isContractor(after, is[seat]!) ? { contractor: true as const } : {}),
              ...(loses(was[seat]!) ? { leadsNobodyThen: true as const } : {}),
            },
          }),
      ...(plain || edit.lines === undefined
        ? {}
        : {
            lines: lines.map((line) => ({
              to: person(line.boss),
              kind: line.dotted ? ('dotted' as const) : ('solid' as const),
              weight: Math.round(line.weight * DIGITS) / DIGITS,
            })),
          }),
    };
  });
}

/** Names of people in one sentence, the others counted. */
const MOST_NAMED = 5;

type Ref = PersonChange['person'];

/** People as `{person:ID}`, for whoever prints it to put an id or a name there. */
const who = ({ id }: Ref): string => `{person:${id}}`;

const named = (people: readonly Ref[]): string => {
  const shown = people.length > MOST_NAMED ? people.slice(0, MOST_NAMED - 1) : people;
  const rest = people.length - shown.length;
  return allOf([...shown.map(who), ...(rest > 0 ? [`${grouped(rest)} more`] : [])]);
};

/** The lists of those for whom the same is said, in the order in which it is first said. */
const together = (
  changes: readonly PersonChange[],
  key: (change: PersonChange) => string,
): PersonChange[][] => [...groupsBy(changes, key).values()];

const idOf = (ref: { id: string } | null | undefined): string =>
  JSON.stringify(ref === null ? null : ref?.id);

/** `p1 and p2 report to p3`, with the department where it changes. */
function moves(changes: readonly PersonChange[]): string[] {
  const moving = changes.filter(({ lines }) => lines === undefined);
  return together(
    moving,
    ({ manager, department }) =>
      `${idOf(manager?.to)} ${manager === undefined} ${idOf(department?.to)} ${idOf(department?.from)}`,
  ).map((group) => {
    const [{ manager, department }] = group as [PersonChange];
    const people = named(group.map(({ person }) => person));
    const one = group.length === 1;
    const from = department?.from ? ` from ${department.from.name}` : '';
    const to = department?.to ? `${one ? 'moves' : 'move'}${from} to ${department.to.name}` : '';
    const becomes = manager?.leadsNobodyToday
      ? `, who becomes a manager${manager.contractor ? ', though a contractor' : ''}`
      : '';
    const boss = manager?.to ? `${one ? 'reports' : 'report'} to ${who(manager.to)}${becomes}` : '';
    return `${people} ${[to, boss].filter((part) => part !== '').join(' and ')}`;
  });
}

/** `p1 answers to p2 first; the line to p3 comes second`, for those whose lines alone change. */
function redrawn(changes: readonly PersonChange[]): string[] {
  const only = changes.filter(({ lines }) => lines !== undefined);
  const main = ({ lines = [] }: PersonChange) =>
    lines.reduce((best, line) => (line.weight > best.weight ? line : best), lines[0]!);
  const lesser = (change: PersonChange) => (change.lines ?? []).filter((line) => line !== main(change));
  return together(only, (change) =>
    JSON.stringify([main(change).to.id, lesser(change).map(({ to, kind, weight }) => [to.id, kind, weight])]),
  ).map((group) => {
    const [change] = group as [PersonChange];
    const lines = lesser(change).map(
      ({ to, kind, weight }) => `${who(to)} (${kind}, ${precisePercent(weight)})`,
    );
    const answers = `${named(group.map(({ person }) => person))} ${group.length === 1 ? 'answers' : 'answer'} to ${who(main(change).to)} first`;
    return `${answers}, and the line to ${allOf(lines)} comes second`;
  });
}

/** `p4 then leads nobody`, for managers whose people all go. */
function left(changes: readonly PersonChange[]): string[] {
  const found = new Map(
    changes.flatMap(({ manager }) =>
      manager?.leadsNobodyThen && manager.from !== null ? [[manager.from.id, manager.from] as const] : [],
    ),
  );
  return found.size === 0
    ? []
    : [`${named([...found.values()])} then ${found.size === 1 ? 'leads' : 'lead'} nobody`];
}

const MOST_PARTS = 4;

/** A change in words, without capital and stop. */
export function sentenceOf(changes: readonly PersonChange[]): string {
  const parts = [...moves(changes), ...redrawn(changes), ...left(changes)];
  const shown = parts.length > MOST_PARTS ? parts.slice(0, MOST_PARTS - 1) : parts;
  const rest = parts.length - shown.length;
  return `${shown.join('; ')}${rest > 0 ? `; and so on for ${grouped(rest)} more groups` : ''}`;
}
