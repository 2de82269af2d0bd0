import { percent } from '../base/figures.ts';
import { grouped } from '../base/grouped.ts';
import { countsOf } from '../base/groups.ts';
import { counted } from '../base/text.ts';
import { withoutDivisionInWords } from '../designs/division.ts';
import { changeMoved } from '../measures/change/change-moved.ts';
import { changeNewManager } from '../measures/change/change-new-manager.ts';
import { changeRelationships } from '../measures/change/change-relationships.ts';
import type { Organisation } from '../model/organisation.ts';
import { viewOf } from '../model/view.ts';
import { hanging } from '../render/table-text.ts';
import type { UnitKind } from '../schema/input/department.ts';
import { assumedIn } from './settings.ts';
import { type Simulation, saidOfData } from './simulate.ts';

const KIND_NAMES: Readonly<Record<UnitKind, readonly [one: string, many: string]>> = {
  cluster: ['cluster', 'clusters'],
  phase: ['phase', 'phases'],
  department: ['department', 'departments'],
  'centre-of-expertise': ['centre of expertise', 'centres of expertise'],
  'common-service': ['common service', 'common services'],
};

const MOST_NAMES = 12;
/** Columns of a terminal. */
const WIDTH = 80;

/** What a line begins with that its further lines leave free: spaces, a label with the spaces after it, a bullet. */
const LEAD = /^ +(?:• |\S[^:]*? {2,})?/;

/** A line as lines that fit a terminal. */
function folded(line: string): string[] {
  const [lead] = LEAD.exec(line) ?? [''];
  return hanging(lead, line.slice(lead.length), WIDTH);
}

/** What was written, whom it moves, what it needs and what it rests on, a line for each. */
export function summaryOf({ design, result, before, after }: Simulation): string {
  const lines =
    after === null
      ? [
          ...saidOfData(before),
          `${design.name}: ${result.mend === undefined ? 'impossible' : 'cannot be judged'} for ${before.name}. Nothing was written.`,
          ...(result.mend === undefined ? result.explanation : []).map((sentence) => `  ${sentence}`),
          ...result.missing.map(
            ({ what, needed, available }) =>
              `  ${what}: ${grouped(needed)} needed, ${grouped(available)} there`,
          ),
        ]
      : [
          ...saidOfData(before),
          `${design.name} of ${before.name}`,
          ...[withoutDivisionInWords(design.id, after) ?? []].flat(),
          '',
          ...facts(before, after, result),
          ...assumed(before, after, design.id),
        ];
  return `${lines.flatMap(folded).join('\n')}\n`;
}

function facts(before: Organisation, after: Organisation, { hires }: Simulation['result']): string[] {
  const [now, then] = [viewOf(after), viewOf(before)];
  const [moved, newManager, relationshipsKept] = [changeMoved, changeNewManager, changeRelationships].map(
    (measure) => measure.take(now, then).value,
  ) as [number | null, number | null, number | null];
  const present = before.people.vacant.reduce((count, vacant) => count + (vacant === 0 ? 1 : 0), 0);
  const of = (share: number | null) =>
    share === null
      ? ''
      : `${grouped(Math.round(share * present))} of ${counted(present, 'person', 'people')} (${percent(share)})`;
  const open = [...hires].map(([capability, count]) => `${capability} ${count}`).join(', ');
  const seats = after.people.count - before.people.count;
  const rows: [string, string][] = [
    ['Move to another unit', of(moved)],
    ['Get a new manager', of(newManager)],
    [
      'Customers kept',
      relationshipsKept === null ? '' : `${percent(relationshipsKept)} of those served by name`,
    ],
    ['New seats', seats === 0 ? '' : String(seats)],
    ['Seats to fill', open],
    ['Units', units(after)],
    ['Closed', closed(before, after)],
  ];
  const shown = rows.filter(([, text]) => text !== '');
  const width = Math.max(...shown.map(([label]) => label.length));
  return shown.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
}

function units({ units: list }: Organisation): string {
  const counts = countsOf(list.map(({ kind }) => kind));
  return (Object.keys(KIND_NAMES) as UnitKind[])
    .flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [counted(count, ...KIND_NAMES[kind])];
    })
    .join(', ');
}

/** Units that are there no more. */
function closed(before: Organisation, after: Organisation): string {
  const left = new Set(after.units.map(({ id }) => id));
  const names = before.units.filter(({ id }) => !left.has(id)).map(({ name }) => name);
  return [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');
}

function assumed(before: Organisation, after: Organisation, design: Simulation['design']['id']): string[] {
  const texts = [
    ...assumedIn(before, after, design).map(({ text }) => text),
    ...(after.journeys[0]?.builtIn === true ? ['The built-in journey, as no journey is given.'] : []),
  ];
  return texts.length === 0
    ? []
    : ['', 'Assumed, and written out as such:', ...texts.map((text) => `  • ${text}`)];
}
