import { percent, whole } from '../../base/figures.ts';
import { counted, midSentence, sentenceCase } from '../../base/text.ts';
import { chart, ofWords, type Part, table } from '../../render/block.ts';
import type { Bar, TimelineRow } from '../../render/chart/chart.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedStage } from '../../schema/documents/structure.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { ALL } from '../answer/amount.ts';
import { rowLabel } from '../answer/figures-in-words.ts';
import { matrixBlock, matrixOf } from '../answer/matrix.ts';
import { gridTwin } from './figure-charts.ts';

/** The criteria by design, the stronger the colour the better within its row. */
export function matrixPart(report: Report, source: string): Part {
  const matrix = matrixOf(report, ALL.rows);
  const twin = matrixBlock(report, ALL.rows);
  if (matrix === undefined || twin === undefined || matrix.rows.length === 0) return undefined;
  const [why] = matrix.rows.flatMap(({ id }) => report.comparison[id]?.reason ?? []);
  const plain =
    why === undefined
      ? ''
      : `Rows without colour name no best: ${midSentence(why).replace('behind it are', 'behind them are')} `;
  return chart(
    `The options side by side; the stronger the colour, the better in its row`,
    {
      form: 'heat',
      rows: matrix.rows.map(({ label }) => label),
      columns: matrix.designs.map(({ id }) => DESIGN_NAMES[id].column),
      values: matrix.rows.map(({ shares }) => shares.map((share) => share ?? 0)),
      texts: matrix.rows.map(({ texts, best }) => texts.map((text, at) => (best[at] ? `${text} *` : text))),
      unit: '',
    },
    { source: `${plain}${source}`, twin },
  );
}

const people = (count: number): string => `${whole(count)} ${count === 1 ? 'person' : 'people'}`;

/** What stands before the brackets at the end. */
const withoutBrackets = (text: string): string =>
  text.endsWith(')') && text.includes(' (') ? text.slice(0, text.indexOf(' (')) : text;

/** The bars of one stage: what has to come before it, itself, and what is worse while it lasts. */
const rowsOf = ({ name, moved, newManagers, toFill, worse }: ReportedStage, at: number): TimelineRow[] => [
  ...(toFill.length === 0
    ? []
    : [
        {
          label: `Fill ${whole(toFill.length)} ${toFill.length === 1 ? 'seat' : 'seats'}`,
          start: Math.max(0, at - 1),
          end: at,
          is: 'preparation' as const,
          note: at === 0 ? 'before the first stage' : '',
        },
      ]),
  {
    label: name,
    start: at,
    end: at + 1,
    note: [moved > 0 && `${people(moved)} move`, newManagers > 0 && `${whole(newManagers)} new managers`]
      .filter((text) => text !== false)
      .join(', '),
  },
  ...(worse.length === 0
    ? []
    : [
        {
          label: 'Worse for a while',
          start: at,
          end: at + 1,
          is: 'burden' as const,
          note:
            withoutBrackets(worse[0]!) +
            (worse.length > 1 ? `; and ${counted(worse.length - 1, 'other figure')}` : ''),
        },
      ]),
];

/** The way to a design in its stages; how long each lasts is for its people to say. */
export function stagesPart({ stages = [] }: ReportedDesign, title: string, source: string): Part {
  if (stages.length === 0) return undefined;
  return chart(
    title,
    { form: 'timeline', rows: stages.flatMap(rowsOf), unit: 'stage' },
    {
      source,
      twin: table(['moved', 'so far', 'new managers', 'to fill before it', ofWords('worse for a while')], {
        rows: stages.map(({ name, moved, movedSoFar, newManagers, toFill, worse }) => ({
          label: name,
          words: true,
          cells: [
            whole(moved),
            whole(movedSoFar),
            whole(newManagers),
            whole(toFill.length),
            worse.join('; '),
          ],
        })),
      }),
    },
  );
}

/** Never minus nothing. */
const twoDecimals = (value: number): string => (Math.round(value * 100) / 100 + 0).toFixed(2);

/** How often each design wins when the criteria are weighed in any way, and what each criterion does to the winner's lead. */
export function rankingParts({ ranking, designs }: Report, source: string): readonly Part[] {
  if (ranking === null) return [];
  const nameOf = (id: string) => designs.find((design) => design.id === id)?.name ?? id;
  const firstIn = (id: string): string => percent(ranking.acceptability[id]?.[0] ?? 0);
  const [often = ranking.winner] = (Object.keys(ranking.acceptability) as DesignId[]).sort(
    (a, b) => (ranking.acceptability[b]?.[0] ?? 0) - (ranking.acceptability[a]?.[0] ?? 0),
  );
  const first = DESIGN_NAMES[often];
  const other =
    often === ranking.winner ? '' : `, ${DESIGN_NAMES[ranking.winner].name} in ${firstIn(ranking.winner)}`;
  const places = Math.max(...Object.values(ranking.acceptability).map((shares) => shares.length));
  const keys = Array.from({ length: places }, (_, at) => `Rank ${at + 1}`);
  const rows = Object.entries(ranking.acceptability);
  const bars = rows.map(
    ([id, values]): Bar => ({ label: nameOf(id), values, note: `first in ${percent(values[0] ?? 0)}` }),
  );
  const lead = ranking.tornado.map(({ criterion, without, doubled }) => ({ criterion, without, doubled }));
  return [
    chart(
      `${sentenceCase(first.name)} ${first.wins} in ${firstIn(often)} of all ways to weigh the criteria${other}.`,
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
              note: twoDecimals(without),
            }),
          ),
          unit: '',
        },
        {
          source,
          twin: table(['counts for nothing', 'counts twice'], {
            rows: lead.map(({ criterion, without, doubled }) => ({
              label: rowLabel(criterion),
              cells: [without, doubled].map(twoDecimals),
            })),
          }),
        },
      ),
  ];
}
