import { whole } from '../../base/figures.ts';
import { countsOf, mostFirst } from '../../base/groups.ts';
import { chart, type Part, type Table, table } from '../../render/block.ts';
import type { Bar, FlowLink } from '../../render/chart/chart.ts';
import { figureOf } from '../../render/chart/figure.ts';
import type { Pay, ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedSeat } from '../../schema/documents/structure.ts';
import { commonOf, type Drawing, drawnAs, SKILLS, skillOf, unitOf } from './drawing.ts';

/** Bars of one picture. */
const MOST_BARS = 40;

type Names = ReturnType<typeof commonOf>;

/** How many seats there are of each row and column. */
function countsBy(seats: readonly ReportedSeat[], rows: Names, columns: Names): number[][] {
  const values = rows.names.map(() => columns.names.map(() => 0));
  for (const seat of seats) values[rows.place(seat)]![columns.place(seat)]!++;
  return values;
}

/** People and open seats of each unit by what they can do. */
export function unitsPart(drawn: Drawing, title: string, source: string): Part {
  const skills = commonOf(drawn.seats, skillOf, SKILLS);
  const units = commonOf(drawn.seats, (seat) => unitOf(drawn, seat), MOST_BARS);
  const values = countsBy(drawn.seats, units, skills);
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
  table(columns, {
    rows: rows.map((label, at) => ({
      label,
      cells: values[at]!.map((value) => (value === 0 ? '' : figureOf(value, unit))),
    })),
  });

/** Who of each skill works in which unit: what a customer group has at hand. */
export function servesPart(drawn: Drawing, title: string, source: string): Part {
  const units = commonOf(drawn.seats, (seat) => unitOf(drawn, seat), 10);
  const skills = commonOf(drawn.seats, skillOf, 14);
  const values = countsBy(drawn.seats, skills, units);
  return chart(
    title,
    { form: 'heat', rows: skills.names, columns: units.names, values, unit: '' },
    { source, twin: gridTwin(skills.names, units.names, values) },
  );
}

/** What each unit of today costs; of few people it is left out, and said so. */
export function costPart({ nameOf }: Drawing, pay: Pay, source: string): Part {
  const { units, currency = '', minimum } = pay;
  const named = units
    .map((one) => ({ ...one, name: nameOf.get(one.unit) ?? 'Without a department' }))
    .sort((a, b) => (b.costPerYear ?? 0) - (a.costPerYear ?? 0) || (a.name < b.name ? -1 : 1));
  const bars = named.flatMap(({ name, costPerYear }): Bar[] =>
    costPerYear === null ? [] : [{ label: name, values: [costPerYear] }],
  );
  return chart(
    'Cost of the seats of each unit a year.',
    { form: 'bars', keys: ['Cost a year'], bars: bars.slice(0, MOST_BARS), unit: currency },
    {
      source,
      twin: table(['people', `cost a year${currency === '' ? '' : `, ${currency}`}`], {
        rows: named.map(({ name, people, costPerYear }) => ({
          label: name,
          cells: [
            whole(people),
            costPerYear === null ? `fewer than ${minimum}` : whole(Math.round(costPerYear)),
          ],
        })),
      }),
    },
  );
}

/** The cost of all seats today, and what a design adds; nothing where either is not known or not to be told. */
export function costBridgePart(
  { name, measures }: ReportedDesign,
  pay: Pay | undefined,
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
    'Cost a year today, and what is added.',
    { form: 'bridge', steps, unit: pay.currency ?? '' },
    {
      source,
      twin: table(['a year'], {
        rows: steps.map(({ label, value }) => ({ label, cells: [whole(Math.round(value))] })),
      }),
    },
  );
}

/** From the units of today to those of a design, as bands or as a table. */
export function movesPart(
  today: Drawing,
  drawn: Drawing,
  title: string,
  source: string,
  form: 'flows' | 'heat' = 'flows',
): Part {
  const fromUnits = drawnAs(today, drawn);
  const before = new Map(today.seats.map((seat) => [seat.id, unitOf(fromUnits, seat)]));
  const stay = drawn.seats.filter(({ id }) => before.has(id));
  const left = commonOf(stay, ({ id }) => before.get(id)!, 14);
  const right = commonOf(stay, (seat) => unitOf(drawn, seat), 14);
  const values = countsBy(stay, left, right);
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
function levelsOf({ seats, reports }: Drawing, most: number): ReportedSeat[][] {
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
export function levelsPart(drawn: Drawing, title: string, source: string, depth = MOST_LEVELS): Part {
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
export function spansPart(drawn: Drawing, title: string, source: string, depth = MOST_LEVELS): Part {
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
export function bridgePart(today: Drawing, drawn: Drawing, title: string, source: string): Part {
  const added = mostFirst(countsOf(drawn.seats.filter((seat) => seat.new).map(skillOf)));
  const steps = [
    { label: 'Seats today', value: today.seats.length, total: true },
    ...added.map(([name, value]) => ({ label: `New: ${name.toLowerCase()}`, value, total: false })),
    { label: `Seats in ${drawn.design.name.toLowerCase()}`, value: drawn.seats.length, total: true },
  ];
  return chart(
    title,
    { form: 'bridge', steps, unit: '' },
    {
      source,
      twin: table(['seats'], { rows: steps.map(({ label, value }) => ({ label, cells: [whole(value)] })) }),
    },
  );
}
