import { whole } from '../../base/figures.ts';
import { chart, type Part, type Table, table } from '../../render/block.ts';
import type { Bar, FlowLink } from '../../render/chart/chart.ts';
import { figureOf } from '../../render/chart/figure.ts';
import type { Pay, ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedSeat } from '../../schema/documents/structure.ts';
import { byCount, counted, cut, type Drawn, drawnAs, SKILLS, skillOf, unitOf } from './drawn.ts';

/** Bars of one picture. */
const MOST_BARS = 40;

/** People and open seats of each unit by what they can do. */
export function unitsPart(drawn: Drawn, title: string, source: string): Part {
  const skills = cut(byCount(counted(drawn.seats, skillOf)), SKILLS);
  const units = cut(byCount(counted(drawn.seats, (seat) => unitOf(drawn, seat))), MOST_BARS);
  const values = units.names.map(() => skills.names.map(() => 0));
  for (const seat of drawn.seats) values[units.place(unitOf(drawn, seat))]![skills.place(skillOf(seat))]!++;
  const bars = units.names.map((label, at): Bar => ({ label, values: values[at]! }));
  return chart(
    title,
    { form: 'bars', keys: skills.names, bars, unit: '' },
    { source, twin: gridTwin(units.names, skills.names, values) },
  );
}

export const gridTwin = (
  rows: readonly string[],
  columns: readonly string[],
  values: readonly (readonly number[])[],
  unit = '',
): Table =>
  table(columns, [
    {
      rows: rows.map((label, at) => ({
        label,
        cells: values[at]!.map((value) => (value === 0 ? '' : figureOf(value, unit))),
      })),
    },
  ]);

/** Who of each skill works in which unit: what a customer group has at hand. */
export function servesPart(drawn: Drawn, title: string, source: string): Part {
  const units = cut(byCount(counted(drawn.seats, (seat) => unitOf(drawn, seat))), 10);
  const skills = cut(byCount(counted(drawn.seats, skillOf)), 14);
  const values = skills.names.map(() => units.names.map(() => 0));
  for (const seat of drawn.seats) values[skills.place(skillOf(seat))]![units.place(unitOf(drawn, seat))]!++;
  return chart(
    title,
    { form: 'heat', rows: skills.names, columns: units.names, values, unit: '' },
    { source, twin: gridTwin(skills.names, units.names, values) },
  );
}

/** What each unit of today costs; of few people it is left out, and said so. */
export function costPart({ nameOf }: Drawn, pay: Pay, title: string, source: string): Part {
  const { units, currency = '', minimum } = pay;
  const named = units
    .map((one) => ({ ...one, name: nameOf.get(one.unit) ?? 'Without a department' }))
    .sort((a, b) => (b.costPerYear ?? 0) - (a.costPerYear ?? 0) || (a.name < b.name ? -1 : 1));
  const bars = named.flatMap(({ name, costPerYear }): Bar[] =>
    costPerYear === null ? [] : [{ label: name, values: [costPerYear] }],
  );
  return chart(
    title,
    { form: 'bars', keys: ['Cost a year'], bars: bars.slice(0, MOST_BARS), unit: currency },
    {
      source,
      twin: table(
        ['people', `cost a year${currency === '' ? '' : `, ${currency}`}`],
        [
          {
            rows: named.map(({ name, people, costPerYear }) => ({
              label: name,
              cells: [
                whole(people),
                costPerYear === null ? `fewer than ${minimum}` : whole(Math.round(costPerYear)),
              ],
            })),
          },
        ],
      ),
    },
  );
}

/** The cost of all seats today, and what a design adds; nothing where either is not known or not to be told. */
export function costBridgePart(
  { name, measures }: ReportedDesign,
  pay: Pay | undefined,
  title: string,
  source: string,
): Part {
  const added = measures['change.costPerYear']?.value;
  if (pay === undefined || pay.total === null || added === undefined || added === null) return undefined;
  const steps = [
    { label: 'Today', value: pay.total, total: true },
    { label: 'New seats', value: added, total: false },
    { label: name, value: pay.total + added, total: true },
  ];
  return chart(
    title,
    { form: 'bridge', steps, unit: pay.currency ?? '' },
    {
      source,
      twin: table(
        ['a year'],
        [{ rows: steps.map(({ label, value }) => ({ label, cells: [whole(Math.round(value))] })) }],
      ),
    },
  );
}

/** From the units of today to those of a design, as bands or as a table. */
export function movesPart(
  today: Drawn,
  drawn: Drawn,
  title: string,
  source: string,
  form: 'flows' | 'heat' = 'flows',
): Part {
  const fromUnits = drawnAs(today, drawn);
  const before = new Map(today.seats.map((seat) => [seat.id, unitOf(fromUnits, seat)]));
  const stay = drawn.seats.filter(({ id }) => before.has(id));
  const left = cut(byCount(counted(stay, ({ id }) => before.get(id)!)), 14);
  const right = cut(byCount(counted(stay, (seat) => unitOf(drawn, seat))), 14);
  const values = left.names.map(() => right.names.map(() => 0));
  for (const seat of stay) values[left.place(before.get(seat.id)!)]![right.place(unitOf(drawn, seat))]!++;
  const links = values.flatMap((row, from) => row.map((value, to): FlowLink => ({ from, to, value })));
  return chart(
    title,
    form === 'heat'
      ? { form, rows: left.names, columns: right.names, values, unit: '' }
      : { form, left: left.names, right: right.names, links, unit: '' },
    { source, twin: gridTwin(left.names, right.names, values) },
  );
}

/** Seats from the top down, those of one level together. */
function levelsOf({ seats, reports }: Drawn, most: number): ReportedSeat[][] {
  const inside = new Set(seats.map(({ id }) => id));
  const seen = new Set<string>();
  const levels: ReportedSeat[][] = [];
  let level = seats.filter(({ boss }) => boss === null || !inside.has(boss));
  while (level.length > 0 && levels.length < most) {
    for (const { id } of level) seen.add(id);
    levels.push(level);
    level = level
      .flatMap(({ id }) => reports.get(id) ?? [])
      .filter(({ id }) => inside.has(id) && !seen.has(id));
  }
  return levels;
}

const levelName = (_: unknown, at: number): string => (at === 0 ? 'The top' : `Level ${at + 1}`);

/** Levels of one picture. */
const MOST_LEVELS = 20;

/** How many seats stand how far from the top, those who lead apart. */
export function levelsPart(drawn: Drawn, title: string, source: string, depth = MOST_LEVELS): Part {
  const levels = levelsOf(drawn, depth);
  const names = levels.map(levelName);
  const keys = ['Lead somebody', 'Lead nobody'];
  const values = levels.map((level) => {
    const leading = level.filter(({ id }) => drawn.reports.has(id)).length;
    return [leading, level.length - leading];
  });
  const bars = names.map((label, at): Bar => ({ label, values: values[at]! }));
  return chart(
    title,
    { form: 'bars', keys, bars, unit: '' },
    { source, twin: gridTwin(names, keys, values) },
  );
}

/** How many managers of each level have how many direct reports. */
export function spansPart(drawn: Drawn, title: string, source: string, depth = MOST_LEVELS): Part {
  const sizes = levelsOf(drawn, depth)
    .map((level) => level.flatMap(({ id }) => drawn.reports.get(id)?.length ?? []))
    .filter((level) => level.length > 0);
  const rows = sizes.map(levelName);
  const columns = BANDS.map(([low, high]) =>
    low === high ? `${low}` : high === Number.POSITIVE_INFINITY ? `${low} and more` : `${low}–${high}`,
  );
  const values = sizes.map((level) =>
    BANDS.map(([low, high]) => level.filter((size) => size >= low && size <= high).length),
  );
  return chart(
    title,
    { form: 'heat', rows, columns, values, unit: '' },
    { source, twin: gridTwin(rows, columns, values) },
  );
}

const BANDS: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 3],
  [4, 7],
  [8, 12],
  [13, 16],
  [17, Number.POSITIVE_INFINITY],
];

/** Seats of today, and what a design adds. */
export function bridgePart(today: Drawn, drawn: Drawn, title: string, source: string): Part {
  const added = counted(
    drawn.seats.filter((seat) => seat.new),
    skillOf,
  );
  const names = byCount(added);
  const steps = [
    { label: 'Seats today', value: today.seats.length, total: true },
    ...names.map((name) => ({ label: `New: ${name.toLowerCase()}`, value: added.get(name)!, total: false })),
    { label: `Seats in ${drawn.design.name.toLowerCase()}`, value: drawn.seats.length, total: true },
  ];
  return chart(
    title,
    { form: 'bridge', steps, unit: '' },
    {
      source,
      twin: table(['seats'], [{ rows: steps.map(({ label, value }) => ({ label, cells: [whole(value)] })) }]),
    },
  );
}
