import { percent, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import type { Item } from '../../render/block.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import {
  type ChangeList,
  grouped,
  keyOf,
  kindName,
  nameOf,
  sameForSeveral,
  unitInFull,
  unitName,
} from './section.ts';
import { CHARTER_TEXTS } from './traits.ts';

type Units = Diff['units'];
type Teams = NonNullable<Diff['teams']>;

/** Where most people of a unit go or come from, as what follows their number. */
function most(
  other: Units['new'][number]['mostFrom'],
  size: number,
  words: { readonly one: string; readonly many: string; readonly where: string },
): string {
  if (other === null) return '';
  const [count, place] = [other.people, `${words.where} ${unitName(other.unit)}`];
  if (size === 1) return `, who ${words.one} ${place}`;
  if (count === size) return `, who all ${words.many} ${place}`;
  const of = `${whole(count)} of ${whole(size)}`;
  return count * 2 > size
    ? `; most of its people ${words.many} ${place}, ${of}`
    : `; ${of} ${words.many} ${place}, more than anywhere else`;
}

const COMING = { one: 'comes', many: 'come', where: 'from' };
const GOING = { one: 'goes', many: 'go', where: 'to' };

const unitLine = (
  { unit, kind, people }: Pick<Units['new'][number], 'unit' | 'kind' | 'people'>,
  rest: string,
): Item => ({
  text: `${unitInFull(unit)}: ${kindName(kind, 1)}, ${counted(people, 'person', 'people')}${rest}`,
});

const newUnits = ({ units: { new: list } }: Diff): ChangeList => ({
  title: 'New units',
  count: whole(list.length),
  items: list.map((one) => unitLine(one, most(one.mostFrom, one.people, COMING))),
});

const closedUnits = ({ units: { closed: list } }: Diff): ChangeList => ({
  title: 'Closed units',
  count: whole(list.length),
  items: list.map((one) => unitLine(one, most(one.mostTo, one.people, GOING))),
});

/** What is told in words other than its key. */
const CALLED: Readonly<Record<string, string>> = {
  advises: 'advises on',
  servesUnits: 'units that are its customers',
  'charter.goals': 'goals',
  'charter.serviceLevels': 'service levels',
};

const SCORECARD = 'scorecard.';
/** Whose values are ids of units, which are told by name. */
const OF_UNITS: readonly string[] = ['parent', 'servesUnits'];

/** A text of a charter is too long to stand in a list. */
const changeOf = (
  { field, from, to }: Units['changed'][number],
  nameOfUnit: (id: string) => string,
): string => {
  const text = CHARTER_TEXTS[field];
  if (text !== undefined) return `${text} changed`;
  const name = field.startsWith(SCORECARD)
    ? `${field.slice(SCORECARD.length)} on the scorecard`
    : (CALLED[field] ?? field);
  const value = (text: string | null) =>
    text === null ? 'none' : OF_UNITS.includes(field) ? text.split('; ').map(nameOfUnit).join('; ') : text;
  return `${name} ${value(from)} → ${value(to)}`;
};

const changedUnits = ({ units: { renamed, heads, changed, figures } }: Diff): ChangeList => {
  const names = new Map(figures.map(({ unit }) => [unit.id, unit.name]));
  const change = (one: Units['changed'][number]) => changeOf(one, (id) => names.get(id) ?? id);
  const all = [...renamed.map(({ id }) => id), ...[...heads, ...changed].map(({ unit }) => unit.id)];
  const items: Item[] = [
    ...renamed.map(({ id, from, to }) => ({ text: `${id}: renamed, ${from} → ${to}` })),
    ...heads.map(({ unit, from, to }) => ({
      text: `${unitInFull(unit)}: head ${from === null ? 'none' : nameOf(from)} → ${to === null ? 'none' : nameOf(to)}`,
    })),
    ...sameForSeveral(changed, {
      key: ({ field, from, to }) => (field in CHARTER_TEXTS ? field : keyOf(field, from, to)),
      one: (one) => `${unitInFull(one.unit)}: ${change(one)}`,
      several: (list) => ({
        text: `${change(list[0]!)} (${whole(list.length)})`,
        members: list.map(({ unit }) => unitInFull(unit)),
      }),
    }),
  ];
  return { title: 'Changed units', count: whole(new Set(all).size), items };
};

const teamInFull = ({ team, kind, people }: Teams['new'][number]): string =>
  `${unitInFull(team)}${kind === 'team' ? '' : `, ${kind}`}, ${counted(people, 'person', 'people')}`;

const teams = ({ teams: list }: Diff): ChangeList => ({
  title: 'Teams',
  count: `${whole(list?.new.length ?? 0)} new, ${whole(list?.closed.length ?? 0)} ended, ${whole(list?.changed.length ?? 0)} changed`,
  items: [
    ...(list?.new ?? []).map((one) => ({ text: `new: ${teamInFull(one)}` })),
    ...(list?.closed ?? []).map((one) => ({ text: `ended: ${teamInFull(one)}` })),
    ...(list?.changed ?? []).map(({ team, joined, left, changes }) => ({
      text: unitInFull(team),
      members: [
        ...joined.map((one) => `${nameOf(one)} joins`),
        ...left.map((one) => `${nameOf(one)} leaves`),
        ...changes.map(({ field, from, to }) => `${field} ${from ?? 'none'} → ${to ?? 'none'}`),
      ],
    })),
  ],
});

/** What a flow carries, with its kind where that is said. */
const carried = ({ what, kind }: Diff['flows']['new'][number]): string =>
  kind === 'other' ? what : `${what} [${kind}]`;

/** Units that flows go between, where each of the first lets each of the second know the same. */
const flowItems = (word: string, list: Diff['flows']['new']): Item[] => {
  const names = (ids: ReadonlyMap<string, string>) => [...ids.values()].join(', ');
  return sameForSeveral(list, {
    key: ({ what, kind }) => keyOf(what, kind),
    one: (flow) => `${word}: ${carried(flow)}, ${unitName(flow.from)} → ${unitName(flow.to)}`,
    several: (same) => {
      const text = `${word}: ${carried(same[0]!)} (${whole(same.length)})`;
      const [from, to] = (['from', 'to'] as const).map(
        (end) => new Map(same.map((flow) => [flow[end].id, unitName(flow[end])])),
      ) as [Map<string, string>, Map<string, string>];
      const pairs = new Set(same.map((flow) => keyOf(flow.from.id, flow.to.id)));
      if (pairs.size !== from.size * to.size)
        return { text, members: same.map((flow) => `${unitName(flow.from)} → ${unitName(flow.to)}`) };
      const each = (ids: ReadonlyMap<string, string>) =>
        ids.size > 1 ? `each of ${names(ids)}` : names(ids);
      return { text: `${text}: ${each(from)} → ${each(to)}` };
    },
  });
};

/** What a flow is said to carry, where that is said. */
const kindOf = (kind: string): string => (kind === 'other' ? 'of no kind' : kind);

const flows = ({ flows: { new: begun, ended, changed } }: Diff): ChangeList => ({
  title: 'Flows of information',
  count: [
    `${whole(begun.length)} new`,
    `${whole(ended.length)} ended`,
    ...(changed.length > 0 ? [`${whole(changed.length)} of another kind`] : []),
  ].join(', '),
  items: [
    ...flowItems('new', begun),
    ...flowItems('ended', ended),
    ...changed.map(({ what, from, to, kind }) => ({
      text: `another kind: ${what}, ${unitName(from)} → ${unitName(to)}: ${kindOf(kind.before)} → ${kindOf(kind.after)}`,
    })),
  ],
});

const relationships = ({ relationships: all }: Diff): ChangeList => {
  const { before, broken, new: made, share, customers } = all;
  return {
    title: 'Customer relationships',
    count: `${whole(broken)} of ${whole(before)} end${share === null ? '' : ` (${percent(share)} kept)`}, ${whole(made)} new`,
    items: customers.map((one) => ({
      text: `${nameOf(one.customer)}, ${whole(one.kept)} of ${whole(one.before)} kept`,
      members: [
        ...one.broken.map((person) => `${nameOf(person)} ends`),
        ...one.new.map((person) => `${nameOf(person)} new`),
      ],
    })),
  };
};

const customersMoved = ({ customers: { moved } }: Diff): ChangeList => {
  const names = (units: readonly { id: string; name: string }[]) =>
    units.length === 0 ? 'no unit of their own' : units.map(unitName).join(', ');
  return {
    title: 'Customers by unit',
    count: `${counted(moved.length, 'row')} of customers served by other units`,
    items: grouped(moved, {
      key: ({ from, to }) => keyOf(...from.map(({ id }) => id), null, ...to.map(({ id }) => id)),
      text: ({ from, to }) => `${names(from)} → ${names(to)}`,
      member: ({ customer }) => nameOf(customer),
    }),
  };
};

const customers = ({ customers: { new: arrived, gone, changed } }: Diff): ChangeList => ({
  title: 'Customers',
  count: `${whole(arrived.length)} new, ${whole(gone.length)} gone, ${whole(changed.length)} changed`,
  items: [
    ...(arrived.length > 0 ? [{ text: 'new', members: arrived.map(nameOf) }] : []),
    ...(gone.length > 0 ? [{ text: 'gone', members: gone.map(nameOf) }] : []),
    ...grouped(
      changed.flatMap(({ customer, fields }) => fields.map((field) => ({ customer, field }))),
      {
        key: ({ field }) => field,
        text: ({ field }) => `${field} changed`,
        member: ({ customer }) => nameOf(customer),
      },
    ),
  ],
});

const settings = (title: string, list: Diff['settings'], none: string): ChangeList => ({
  title,
  count: whole(list.length),
  items: list.map(({ id, before, after }) => ({ text: `${id}: ${before ?? none} → ${after ?? none}` })),
});

const findings = (title: string, list: Diff['findings']['new']): ChangeList => ({
  title,
  count: whole(list.length),
  items: list.map(({ severity, rule, message }) => ({ text: `${severity}: ${message} (${rule})` })),
});

/** What becomes of units. */
export const unitSections = (diff: Diff): ChangeList[] => [
  newUnits(diff),
  closedUnits(diff),
  changedUnits(diff),
  teams(diff),
  flows(diff),
];

/** What becomes of customers. */
export const customerSections = (diff: Diff): ChangeList[] => [
  relationships(diff),
  customersMoved(diff),
  customers(diff),
];

/** What the figures rest on, and what the rules say. */
export const judgementSections = (diff: Diff): ChangeList[] => [
  settings('Settings that differ', diff.settings, 'not given'),
  settings('Assumed differently', diff.assumptions, 'nothing'),
  findings('New findings', diff.findings.new),
  findings('Findings that are gone', diff.findings.gone),
];
