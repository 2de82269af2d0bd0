import { brief, whole } from '../../base/figures.ts';
import type { Item } from '../../render/block.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { type ChangeList, grouped, keyOf, nameOf, unitName } from './section.ts';

type People = Diff['people'];

const moved = ({ people: { moved: list, inBoth } }: Diff): ChangeList => {
  const across = list.filter(({ newDepartment }) => newDepartment).length;
  return {
    title: 'People moved',
    count: `${whole(list.length)} of ${whole(inBoth)}${across < list.length ? `, ${whole(across)} to another department` : ''}`,
    items: grouped(list, {
      key: ({ from, to }) => keyOf(from?.id, to?.id),
      text: ({ from, to }) => `${unitName(from)} → ${unitName(to)}`,
      member: ({ person }) => nameOf(person),
    }),
  };
};

const newManager = ({ people: { newManager: list, inBoth } }: Diff): ChangeList => ({
  title: 'New manager',
  count: `${whole(list.length)} of ${whole(inBoth)}`,
  items: grouped(list, {
    key: ({ from, to }) => keyOf(from?.id, to?.id),
    text: ({ from, to }) =>
      `${from === null ? 'nobody' : nameOf(from)} → ${to === null ? 'nobody' : nameOf(to)}`,
    member: ({ person }) => nameOf(person),
  }),
});

const lines = (title: string, list: People['endedLines']): ChangeList => ({
  title,
  count: whole(list.length),
  items: grouped(list, {
    key: ({ to }) => to.id,
    text: ({ to }) => `to ${nameOf(to)}`,
    member: ({ person }) => nameOf(person),
  }),
});

const arrivals = (title: string, seat: string, list: People['joined']): ChangeList => ({
  title,
  count: whole(list.length),
  items: grouped(list, {
    key: ({ unit }) => keyOf(unit?.id),
    text: ({ unit }) => unitName(unit),
    member: ({ person, seat: kind }) => nameOf(person) + (kind === 'open' ? ` (${seat})` : ''),
  }),
});

const renamed = ({ people: { renamed: list } }: Diff): ChangeList => ({
  title: 'Renamed people',
  count: whole(list.length),
  items: list.map(({ person, field, from, to }): Item => {
    const change = from === null ? 'another name' : `${field} ${from || 'none'} → ${to || 'none'}`;
    return { text: `${person.id}: ${change}` };
  }),
});

const value = (one: string | number | null): string =>
  one === null ? 'none' : typeof one === 'number' ? brief(one) : one;

/** What a seat costs is counted, not told. */
const details = ({ people: { details: list } }: Diff): ChangeList => ({
  title: 'Other changes of people',
  count: whole(list.length),
  items: grouped(list, {
    key: ({ field }) => field,
    text: ({ field }) => field,
    member: ({ person, from, to }) =>
      nameOf(person) + (from === null && to === null ? '' : ` ${value(from)} → ${value(to)}`),
  }),
});

const seats = ({ seats: { opened, closed, filled, vacated } }: Diff): ChangeList => {
  const kinds = [
    ['opened', opened],
    ['closed', closed],
    ['filled', filled],
    ['left open by who was in it', vacated],
  ] as const;
  const all = kinds.flatMap(([kind, list]) => list.map((one) => ({ kind, ...one })));
  return {
    title: 'Open seats',
    count: kinds
      .flatMap(([kind, list]) => (list.length > 0 ? [`${whole(list.length)} ${kind}`] : []))
      .join(', '),
    items: grouped(all, {
      key: ({ kind, unit }) => keyOf(kind, unit?.id),
      text: ({ kind, unit }) => `${kind}, ${unitName(unit)}`,
      member: ({ seat, title }) => (title === '' ? nameOf(seat) : `${title} (${seat.id})`),
    }),
  };
};

const leads = ({ leads: { new: list } }: Diff): ChangeList => ({
  title: 'New lead seats',
  count: whole(list.length),
  items: grouped(list, {
    key: ({ unit }) => keyOf(unit?.id),
    text: ({ unit }) => unitName(unit),
    member: ({ person, vacant }) => nameOf(person) + (vacant ? ' (open)' : ''),
  }),
});

const withoutTeam = ({ leads: { withoutTeam: list } }: Diff): ChangeList => ({
  title: 'Managers without a team',
  count: whole(list.length),
  items: list.length === 0 ? [] : [{ text: 'lead nobody any more', members: list.map(nameOf) }],
});

/** What becomes of people and seats. */
export const peopleSections = (diff: Diff): ChangeList[] => [
  moved(diff),
  newManager(diff),
  lines('Second lines ended', diff.people.endedLines),
  lines('Second lines begun', diff.people.newLines),
  leads(diff),
  withoutTeam(diff),
  arrivals('Joined', 'seat open before', diff.people.joined),
  arrivals('Left', 'seat left open', diff.people.left),
  seats(diff),
  renamed(diff),
  details(diff),
];
