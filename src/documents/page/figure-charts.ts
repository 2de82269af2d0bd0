import { percent, whole } from '../../base/figures.ts';
import { chart, type Part, type Table, table } from '../../render/block.ts';
import type { Bar, FlowLink } from '../../render/chart/chart.ts';
import { figureOf } from '../../render/chart/figure.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { ReportedSeat } from '../../schema/documents/structure.ts';
import { rowLabel } from '../answer/figures-in-words.ts';
import { type Drawn, unitOf, words } from './drawn.ts';

/** Bars of one picture. */
const MOST_BARS = 40;
const OTHERS = 'Others';

const counted = (
  seats: readonly ReportedSeat[],
  key: (seat: ReportedSeat) => string,
): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const seat of seats) counts.set(key(seat), (counts.get(key(seat)) ?? 0) + 1);
  return counts;
};

const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);

const skillOf = ({ capability }: ReportedSeat): string =>
  capability === null ? 'Not known' : words(capability);

/** Rows that are all shown, and the others in one. */
const cut = (
  names: readonly string[],
  most: number,
): { readonly names: string[]; place(name: string): number } => {
  const kept = names.length <= most ? [...names] : [...names.slice(0, most - 1), OTHERS];
  return { names: kept, place: (name) => (kept.includes(name) ? kept.indexOf(name) : kept.length - 1) };
};

/** People and open seats of each unit by what they can do. */
export function unitsPart(drawn: Drawn, title: string, source: string): Part {
  const skills = cut(byCount(counted(drawn.seats, skillOf)), 8);
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

const gridTwin = (
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

/** From the units of today to those of a design. */
export function movesPart(today: Drawn, drawn: Drawn, title: string, source: string): Part {
  const before = new Map(today.seats.map((seat) => [seat.id, unitOf(today, seat)]));
  const stay = drawn.seats.filter(({ id }) => before.has(id));
  const left = cut(byCount(counted(stay, ({ id }) => before.get(id)!)), 14);
  const right = cut(byCount(counted(stay, (seat) => unitOf(drawn, seat))), 14);
  const values = left.names.map(() => right.names.map(() => 0));
  for (const seat of stay) values[left.place(before.get(seat.id)!)]![right.place(unitOf(drawn, seat))]!++;
  const links = values.flatMap((row, from) => row.map((value, to): FlowLink => ({ from, to, value })));
  return chart(
    title,
    { form: 'flows', left: left.names, right: right.names, links, unit: '' },
    { source, twin: gridTwin(left.names, right.names, values) },
  );
}

/** How many seats stand how far from the top, those who lead apart. */
export function levelsPart(drawn: Drawn, title: string, source: string): Part {
  const { seats, reports } = drawn;
  const depth = new Map<string, number>();
  let level = seats.filter(({ boss }) => boss === null);
  const bars: Bar[] = [];
  const spans: { readonly label: string; readonly cells: string[] }[] = [];
  while (level.length > 0 && bars.length < 20) {
    for (const { id } of level) depth.set(id, bars.length);
    const leading = level.filter(({ id }) => reports.has(id));
    const name = bars.length === 0 ? 'The top' : `Level ${bars.length + 1}`;
    bars.push({ label: name, values: [leading.length, level.length - leading.length] });
    const sizes = leading.map(({ id }) => reports.get(id)!.length);
    spans.push({
      label: name,
      cells: BANDS.map(([low, high]) => whole(sizes.filter((size) => size >= low && size <= high).length)),
    });
    level = level.flatMap(({ id }) => [...(reports.get(id) ?? [])]).filter(({ id }) => !depth.has(id));
  }
  return [
    chart(
      title,
      { form: 'bars', keys: ['Lead somebody', 'Lead nobody'], bars, unit: '' },
      {
        source,
        twin: gridTwin(
          bars.map(({ label }) => label),
          ['Lead somebody', 'Lead nobody'],
          bars.map(({ values }) => values),
        ),
      },
    ),
    table(
      BANDS.map(([low, high]) =>
        low === high ? `${low}` : high === Number.POSITIVE_INFINITY ? `${low} and more` : `${low}–${high}`,
      ),
      [{ rows: spans }],
      { corner: 'managers with so many direct reports' },
    ),
  ];
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

/** How often each design wins when the criteria are weighed in any way, and what each criterion does to the winner's lead. */
export function rankingParts({ ranking, designs }: Report, source: string): readonly Part[] {
  if (ranking === null) return [];
  const nameOf = (id: string) => designs.find((design) => design.id === id)?.name ?? id;
  const places = Math.max(...Object.values(ranking.acceptability).map((shares) => shares.length));
  const keys = Array.from({ length: places }, (_, at) => `Rank ${at + 1}`);
  const rows = Object.entries(ranking.acceptability);
  const bars = rows.map(
    ([id, values]): Bar => ({ label: nameOf(id), values, note: `first in ${percent(values[0] ?? 0)}` }),
  );
  const lead = ranking.tornado.map(({ criterion, without, doubled }) => ({ criterion, without, doubled }));
  return [
    chart(
      `${nameOf(ranking.winner)} comes first in ${percent(ranking.acceptability[ranking.winner]?.[0] ?? 0)} of all ways to weigh the criteria.`,
      { form: 'bars', keys, bars, unit: '%', most: 1 },
      {
        source,
        twin: gridTwin(
          rows.map(([id]) => nameOf(id)),
          keys,
          rows.map(([, values]) => values),
          '%',
        ),
      },
    ),
    lead.length > 0 &&
      chart(
        `What the lead of ${nameOf(ranking.winner).toLowerCase()} comes to where one criterion counts for nothing.`,
        {
          form: 'bars',
          keys: ['Lead'],
          bars: lead.map(
            ({ criterion, without }): Bar => ({
              label: rowLabel(criterion),
              values: [without],
              note: without.toFixed(2),
            }),
          ),
          unit: '',
        },
        {
          source,
          twin: table(
            ['counts for nothing', 'counts twice'],
            [
              {
                rows: lead.map(({ criterion, without, doubled }) => ({
                  label: rowLabel(criterion),
                  cells: [without.toFixed(2), doubled.toFixed(2)],
                })),
              },
            ],
          ),
        },
      ),
  ];
}
