import { percent, whole } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { countsOf } from '../../base/groups.ts';
import { midSentence } from '../../base/text.ts';
import { type Cell, type Row, type Table, table, toned } from '../../render/block.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { withoutDivision } from '../report/leading.ts';
import { figureInWords, rowLabel, shownFigure, undoneShare } from './figures-in-words.ts';

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
const BEST = '*';
/** A share that is only more than nothing by this is nothing. */
const ROUNDING = 1e-9;
const NOT_KNOWN = '–';

/** What the criteria are read from; where they leave out what a customer sees of it, that stands first. */
export function matrixMeasures({ ranking, comparison }: Report): readonly string[] {
  const wanted = ranking === null ? ROWS : ['silos.count', ...ranking.criteria.map(({ measure }) => measure)];
  const known = [...new Set(wanted)].filter((id) => id in comparison);
  // Where hand-offs between teams are not told, those between units are.
  const handoffs = known.some((id) => id.startsWith('handoffs.')) || !('handoffs.perJourney' in comparison);
  return handoffs ? known : [...known.slice(0, 1), 'handoffs.perJourney', ...known.slice(1)];
}

/** All figures of a row with as many decimals, and no more than are known. */
const cellFormat = (values: readonly number[], unit: string): ((value: number) => string) => {
  if (unit === 'fraction') return percent;
  if (values.some((value) => Math.abs(value) >= 100)) return (value) => figureInWords(value, unit);
  return values.every(Number.isInteger) ? whole : (value) => grouped(value + 0, 1, 1);
};

/** One figure by design. */
interface MatrixRow {
  readonly id: string;
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
  const signed = (value: number) => `${id === 'change.costPerYear' && value > 0 ? '+' : ''}${format(value)}`;
  const texts = values.map((value) => (value === null ? NOT_KNOWN : signed(value)));
  // What prints like the best is as good.
  const named = comparison[id]?.best ?? [];
  // A row that names no best is shaded by none.
  const shares = named.length === 0 ? values.map(() => null) : sharesOf(values, better);
  // Where the best is a design that is not shown, of those that are.
  const isBest = designs.some((design) => named.includes(design.id))
    ? (at: number) => named.includes(designs[at]!.id)
    : (at: number) => named.length > 0 && shares[at] === 1;
  const best = new Set(texts.filter((_, at) => isBest(at)));
  const row = { id, label: rowLabel(id), texts, best: texts.map((one) => best.has(one)) };
  return isAlike(row)
    ? { ...row, best: texts.map(() => false), shares: texts.map(() => null) }
    : { ...row, shares };
}

/** Whether a figure prints alike in every design: it tells them not apart. What compares with today says nothing of today. */
const isAlike = ({ id, texts }: Pick<MatrixRow, 'id' | 'texts'>): boolean => {
  const compared = id.startsWith('change.') ? texts.slice(1) : texts;
  return compared.length > 1 && compared[0] !== NOT_KNOWN && compared.every((one) => one === compared[0]);
};

/** What is left undone stands in every table where anything is, since all other figures are of the rest. */
function undoneRow(ids: readonly string[], designs: readonly ReportedDesign[]): MatrixRow[] {
  const shares = designs.map(({ measures }) => undoneShare(ids.flatMap((id) => measures[id] ?? [])));
  const none = shares.map(() => null);
  return shares.some((share) => share !== null && share > ROUNDING)
    ? [
        {
          id: 'undone',
          label: 'Work that nobody does',
          texts: shares.map((share) => (share === null ? NOT_KNOWN : percent(share))),
          best: none.map(() => false),
          shares: none,
        },
      ]
    : [];
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

/** The designs whose figures can stand in the table. */
const shownOf = (designs: readonly ReportedDesign[]): ReportedDesign[] => {
  const without = withoutDivision(designs);
  return designs.filter(
    ({ id, status }) =>
      id === 'as-is' || ((status === 'staffed' || status === 'needs-hires') && !without.includes(id)),
  );
};

interface Matrix {
  readonly designs: readonly ReportedDesign[];
  /** What the designs differ in, and what is left undone. */
  readonly rows: readonly MatrixRow[];
  readonly alike: readonly MatrixRow[];
  /** What the designs differ in and there is no room for. */
  readonly left: readonly MatrixRow[];
}

/** Rows that a customer sees first, and what is asked of people, are kept before others. */
const FIRST_ROWS = 3;
function keptOf(rows: readonly MatrixRow[], most: number): ReadonlySet<MatrixRow> {
  const rank = ({ id }: MatrixRow, at: number) => (at < FIRST_ROWS ? 0 : id.startsWith('change.') ? 1 : 2);
  const ranked = rows.map((row, at) => ({ row, rank: rank(row, at) })).sort((a, b) => a.rank - b.rank);
  return new Set(ranked.slice(0, most).map(({ row }) => row));
}

/** The agreed criteria by design; undefined where there is nothing to compare. */
export function matrixOf(report: Report, mostRows: number): Matrix | undefined {
  const designs = shownOf(report.designs);
  if (designs.length < 2) return undefined;
  const ids = matrixMeasures(report);
  const rows = ids.map((id) => rowOf(id, report, designs));
  const apart = rows.filter((row) => !isAlike(row));
  const kept = keptOf(apart, mostRows);
  return {
    designs,
    rows: [...apart.filter((row) => kept.has(row)), ...undoneRow(ids, designs)],
    alike: rows.filter(isAlike),
    left: apart.filter((row) => !kept.has(row)),
  };
}

/** What stands below the table: figures that are the same in every design, and why those that differ name no best. */
export function matrixNotes(report: Report, mostRows: number): string[] {
  const matrix = matrixOf(report, mostRows);
  if (matrix === undefined) return [];
  const same = matrix.alike.map(({ label, texts }) => `${label} ${texts.at(-1)}`);
  const counts = countsOf(matrix.rows.flatMap(({ id }) => report.comparison[id]?.reason ?? []));
  const unnamed = [...counts].map(([reason, count]) =>
    count === 1
      ? `1 row names no best: ${midSentence(reason)}`
      : `${whole(count)} rows name no best: ${midSentence(reason).replace('behind it are', 'behind them are')}`,
  );
  const left = matrix.left.map(({ label }) => midSentence(label));
  return [
    ...(left.length === 0 ? [] : [`No room here, but in --full: ${left.join('; ')}.`]),
    ...(same.length === 0 ? [] : [`The same in every design: ${same.join('; ')}.`]),
    ...unnamed,
  ];
}

/** What the signs mean, and whether a customer counts by number or by revenue in what customers meet. */
function cornerOf({ designs, rows }: Matrix): string {
  const shown = rows.flatMap(({ id }) => designs[0]?.measures[id]?.shown ?? [])[0];
  return [
    ...(rows.some(({ best }) => best.includes(true)) ? [`${BEST} best`] : []),
    ...(shown === undefined ? [] : [`customers by ${shown}`]),
  ].join('; ');
}

/** The same as a table, the best marked. */
export function matrixBlock(report: Report, mostRows: number): Table | undefined {
  const matrix = matrixOf(report, mostRows);
  if (matrix === undefined) return undefined;
  const { designs, rows } = matrix;
  const cell = ({ texts, best }: MatrixRow, at: number): Cell =>
    best[at] ? toned('best', `${BEST}${texts[at]}`) : texts[at]!;
  return table(
    designs.map(({ id }) => DESIGN_NAMES[id].column),
    {
      rows: [
        ...rows.map((row): Row => {
          const { label, texts, shares } = row;
          return { label, cells: texts.map((_, at) => cell(row, at)), shares };
        }),
        { label: 'Suits this company', words: true, cells: designs.map(({ fit }) => SHORT[fit.verdict]) },
      ],
    },
    { plain: true, corner: cornerOf(matrix) },
  );
}
