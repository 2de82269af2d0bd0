import { figureFormat, percent, whole } from '../../base/figures.ts';
import { measures } from '../../measures/index.ts';
import type { Style } from '../../render/table-text.ts';
import type { DrawnGroup, DrawnRow } from '../../render/terminal-table.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';

export const BEST = '•';
export const FIXED = '=';

export type { DrawnGroup as Group, DrawnRow as Row };

const plain = (text: string): string => text;

const areaOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ids in the order of the registry; those that only the report knows come last. */
const measureIds = (report: Report): string[] => {
  const reported = Object.keys(report.comparison);
  const known = measures.map(({ id }) => id).filter((id) => reported.includes(id));
  return [...known, ...reported.filter((id) => !known.includes(id))];
};

/** Whether the people there are enough, in few words. */
export const status = ({ status: state, hires }: Pick<ReportedDesign, 'status' | 'hires'>): string => {
  if (state === 'impossible') return 'not possible';
  if (state === 'staffed') return 'staffed';
  return `hires ${whole(Object.values(hires).reduce((sum, count) => sum + count, 0))}`;
};

/** The least of the shares, since each measure rests on the hours that somebody serves. */
const coverage = ({ status: state, measures: taken }: ReportedDesign): string => {
  // Without customers there is nothing to cover.
  if (Object.values(taken).some(({ coverage: share }) => share === null)) return '–';
  const shares = Object.values(taken).flatMap(({ coverage: share }) => share ?? []);
  return state === 'impossible' || shares.length === 0 ? '' : percent(Math.min(...shares));
};

const measureRow = (id: string, report: Report, { paint }: Style): DrawnRow => {
  const { best, values } = report.comparison[id] ?? { best: [], values: {} };
  const unit = report.designs.flatMap(({ measures: taken }) => taken[id]?.unit ?? [])[0] ?? '';
  const format = figureFormat(Object.values(values), unit);
  return {
    label: measures.find((measure) => measure.id === id)?.label ?? id,
    words: false,
    cells: report.designs.map((design) => {
      const measure = design.measures[id];
      if (measure === undefined || design.status === 'impossible') return '';
      // The place of the mark is kept where there is none, for the digits to stand below each other.
      return `${best.includes(design.id) ? BEST : ''}${format(measure.value)}${measure.byConstruction ? FIXED : ' '}`;
    }),
    painted: (text, index) => {
      const design = report.designs[index];
      if (design === undefined) return text;
      if (best.includes(design.id)) return paint.bold.green(text);
      return design.measures[id]?.byConstruction ? paint.dim(text) : text;
    },
  };
};

export const groupsOf = (report: Report, style: Style): DrawnGroup[] => {
  const areas = new Map<string, DrawnRow[]>();
  for (const id of measureIds(report)) {
    const rows = areas.get(areaOf(id)) ?? [];
    rows.push(measureRow(id, report, style));
    areas.set(areaOf(id), rows);
  }
  const above: DrawnRow[] = [
    { label: 'Status', words: true, cells: report.designs.map(status), painted: plain },
    {
      label: 'Hours somebody serves',
      words: false,
      cells: report.designs.map((design) => `${coverage(design)} `),
      painted: plain,
    },
  ];
  return [
    { title: '', rows: above },
    ...[...areas].map(([area, rows]) => ({ title: sentenceCase(area), rows })),
  ];
};
