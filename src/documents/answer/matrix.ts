import { percent, whole } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { type Cell, type Row, type Table, table, toned } from '../../render/block.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { figureInWords, rowLabel, shownFigure } from './figures-in-words.ts';

/** Rows of figures where nobody said what the decision is judged by. */
const ROWS = [
  'silos.count',
  'handoffs.betweenTeams',
  'journey.accountableShare',
  'expertise.fragmentation',
  'work.poolingLoss',
  'cover.singleHolders',
  'change.movedShare',
  'change.relationshipsKept',
  'change.costPerYear',
] as const;
const MOST_ROWS = 9;
const BEST = '*';
const NOT_KNOWN = '–';

/** What the criteria are read from; where they leave out what a customer sees of it, that stands first. */
export function matrixMeasures({ ranking, comparison }: Report): readonly string[] {
  const wanted = ranking === null ? ROWS : ['silos.count', ...ranking.criteria.map(({ measure }) => measure)];
  const known = [...new Set(wanted)].filter((id) => id in comparison);
  // Where hand-offs between teams are not told, those between units are.
  const handoffs = known.some((id) => id.startsWith('handoffs.')) || !('handoffs.perJourney' in comparison);
  return (handoffs ? known : [...known.slice(0, 1), 'handoffs.perJourney', ...known.slice(1)]).slice(
    0,
    MOST_ROWS,
  );
}

/** All figures of a row with as many decimals, and no more than are known. */
const cellFormat = (values: readonly number[], unit: string): ((value: number) => string) => {
  if (unit === 'fraction') return percent;
  if (values.some((value) => Math.abs(value) >= 100)) return (value) => figureInWords(value, unit);
  return values.every(Number.isInteger) ? whole : (value) => grouped(value + 0, 1, 1);
};

/** One criterion by design. */
interface MatrixRow {
  readonly label: string;
  readonly texts: readonly string[];
  readonly best: readonly boolean[];
  /** From the worst of the row, 0, to the best, 1; null where that cannot be said. */
  readonly shares: readonly (number | null)[];
}

/** Where each value lies between the worst and the best of them. */
function sharesOf(
  values: readonly (number | null)[],
  better: 'lower' | 'higher' | 'none',
): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values.map((value) => {
    if (value === null || better === 'none' || known.length < 2 || high === low) return null;
    const share = (value - low) / (high - low);
    return better === 'higher' ? share : 1 - share;
  });
}

function rowOf(id: string, { comparison }: Report, designs: readonly ReportedDesign[]): MatrixRow {
  const values = designs.map(({ id: design, measures }) =>
    // What compares with today says nothing of today.
    id.startsWith('change.') && design === 'as-is' ? null : shownFigure(measures[id]),
  );
  const { unit = '', better = 'none' } = designs.flatMap(({ measures }) => measures[id] ?? [])[0] ?? {};
  const format = cellFormat(
    values.filter((value) => value !== null),
    unit,
  );
  const best = comparison[id]?.best ?? [];
  const signed = (value: number) => `${id === 'change.costPerYear' && value > 0 ? '+' : ''}${format(value)}`;
  return {
    label: rowLabel(id),
    texts: values.map((value) => (value === null ? NOT_KNOWN : signed(value))),
    best: values.map((value, at) => value !== null && best.includes(designs[at]!.id)),
    shares: sharesOf(values, better),
  };
}

/** A verdict in a narrow column. */
const SHORT: Readonly<Record<ReportedDesign['fit']['verdict'], string>> = {
  suits: 'yes',
  'rather suits': 'rather',
  'suits, if': 'yes, if',
  open: 'open',
  'rather not': 'rather no',
  'does not suit': 'no',
  'cannot be judged': '?',
};

/** Whether the figures of a design can stand in the table. */
const isShown = ({ id, status }: ReportedDesign): boolean =>
  id === 'as-is' || status === 'staffed' || status === 'needs-hires';

/** The agreed criteria by design; undefined where there is nothing to compare. */
export function matrixOf(
  report: Report,
  mostRows: number,
): { readonly designs: readonly ReportedDesign[]; readonly rows: readonly MatrixRow[] } | undefined {
  const designs = report.designs.filter(isShown);
  if (designs.length < 2) return undefined;
  return {
    designs,
    rows: matrixMeasures(report)
      .slice(0, mostRows)
      .map((id) => rowOf(id, report, designs)),
  };
}

/** The same as a table, the best marked. */
export function matrixBlock(report: Report, mostRows: number): Table | undefined {
  const matrix = matrixOf(report, mostRows);
  if (matrix === undefined) return undefined;
  const { designs, rows } = matrix;
  const cell = ({ texts, best }: MatrixRow, at: number): Cell =>
    best[at] ? toned('best', `${BEST}${texts[at]}`) : texts[at]!;
  const marked = rows.some(({ best }) => best.includes(true));
  return table(
    designs.map(({ id }) => DESIGN_NAMES[id].column),
    [
      {
        rows: [
          ...rows.map((row): Row => {
            const { label, texts, shares } = row;
            return { label, cells: texts.map((_, at) => cell(row, at)), shares };
          }),
          { label: 'Suits this company', cells: designs.map(({ fit }) => SHORT[fit.verdict]) },
        ],
      },
    ],
    { plain: true, ...(marked ? { corner: `${BEST} best` } : {}) },
  );
}
