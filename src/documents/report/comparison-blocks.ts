import { areAlike, figureFormat, percent, whole } from '../../base/figures.ts';
import { countsOf, groupsBy } from '../../base/groups.ts';
import { counted, midSentence, sentenceCase } from '../../base/text.ts';
import { measures } from '../../measures/index.ts';
import { shownValue } from '../../measures/measure.ts';
import { type Block, type Cell, type RowGroup, table, text, together, toned } from '../../render/block.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { labelOf, undoneShare } from '../answer/figures-in-words.ts';
import { BEST, BY_HEIGHT, FIXED, status } from './marks.ts';

const areaOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));

/** Ids in the order of the registry; those that only the report knows come last. */
const measureIds = (report: Report): string[] => {
  const reported = Object.keys(report.comparison);
  const known = measures.map(({ id }) => id).filter((id) => reported.includes(id));
  return [...known, ...reported.filter((id) => !known.includes(id))];
};

/** The most that is left undone, since each measure rests on the hours that somebody serves. */
const undone = ({ status: state, measures: taken }: ReportedDesign): string => {
  const figures = Object.values(taken);
  const share = undoneShare(figures);
  if (share !== null && isTaken({ status: state })) return percent(share);
  return figures.some(({ coverage }) => coverage === null) ? '–' : '';
};

const isTaken = ({ status: state }: Pick<ReportedDesign, 'status'>) =>
  state !== 'impossible' && state !== 'cannot-judge';

const formatOf = (id: string, report: Report) => {
  const unit = report.designs.flatMap(({ measures: taken }) => taken[id]?.unit ?? [])[0] ?? '';
  return figureFormat(Object.values(report.comparison[id]?.values ?? {}), unit);
};

const measureRow = (id: string, report: Report) => {
  const comparison = report.comparison[id];
  const format = formatOf(id, report);
  const cell = (design: ReportedDesign): Cell => {
    const measure = design.measures[id];
    if (measure === undefined || !isTaken(design)) return '';
    const isBest = comparison?.best.includes(design.id) === true;
    // The place of the mark is kept where there is none, for the digits to stand below each other.
    const figure = `${isBest ? BEST : ''}${format(shownValue(measure))}${measure.byConstruction ? FIXED : ' '}`;
    return isBest ? toned('best', figure) : measure.byConstruction ? toned('dim', figure) : figure;
  };
  return {
    label: `${labelOf(id)}${comparison?.robust === false ? ` ${BY_HEIGHT}` : ''}`,
    cells: report.designs.map(cell),
  };
};

/** Whether a figure is the same, or not known, in each of several designs: it tells them not apart. */
function isAlike(id: string, report: Report): boolean {
  const values = report.designs.filter(isTaken).flatMap(({ measures: taken }) => {
    const measure = taken[id];
    return measure === undefined ? [] : [shownValue(measure)];
  });
  const [first] = values;
  return (
    values.length > 1 &&
    values.every((value) => value === first || (value !== null && first != null && areAlike(value, first)))
  );
}

/** Rows of the table: what the designs differ in, and is not of the company whatever its form. */
const rowIds = (report: Report): string[] =>
  measureIds(report).filter((id) => report.company[id] === undefined && !isAlike(id, report));

const groupsOf = (report: Report): RowGroup[] => {
  const areas = groupsBy(rowIds(report), areaOf);
  return [
    {
      rows: [
        { label: 'Status', words: true, cells: report.designs.map(status) },
        { label: 'Work that nobody does', cells: report.designs.map((design) => `${undone(design)} `) },
      ],
    },
    ...[...areas].map(([area, ids]) => ({
      title: sentenceCase(area),
      rows: ids.map((id) => measureRow(id, report)),
    })),
  ];
};

/** What the table leaves out: figures that are the same in all designs, those of the company, and those that are not known. */
function belowTable(report: Report): Block[] {
  const alike = measureIds(report).filter((id) => report.company[id] === undefined && isAlike(id, report));
  const figureOf = (id: string) => shownValue(report.designs.find(isTaken)!.measures[id]!);
  const said = (id: string, value: number | null) => `${labelOf(id)} ${formatOf(id, report)(value)}`;
  const line = (title: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [text(`${title}: ${parts.join('; ')}.`)];
  const known = alike.filter((id) => figureOf(id) !== null);
  return [
    ...line(
      'The same in every design',
      known.map((id) => said(id, figureOf(id))),
    ),
    ...line('Not known in any design', alike.filter((id) => figureOf(id) === null).map(labelOf)),
    ...line(
      'Of the company, whatever its form',
      Object.entries(report.company).map(([id, { value }]) => said(id, value)),
    ),
  ];
}

/** Why figures that look better are not marked so: reasons of the comparison, with how many figures each holds for. */
const cautions = (report: Report): Block[] => {
  const counts = countsOf(Object.values(report.comparison).flatMap(({ reason }) => reason ?? []));
  return [...counts].map(([reason, count]) => {
    const said = `${counted(count, 'figure', 'figures')} below ${count === 1 ? 'names' : 'name'} no winner: ${midSentence(reason)}`;
    return text(toned('warning', said.replace('behind it are', `behind ${count === 1 ? 'it' : 'them'} are`)));
  });
};

const legendOf = (report: Report): string[] => {
  const figures = report.designs.flatMap(({ measures: taken }) => Object.values(taken));
  return [
    ...(Object.values(report.comparison).some(({ best }) => best.length > 0)
      ? [`${BEST} best of these designs (of change: as-is aside)`]
      : []),
    ...(figures.some(({ byConstruction }) => byConstruction)
      ? [`${FIXED} fixed by the design's definition`]
      : []),
    ...(Object.values(report.comparison).some(({ robust }) => robust === false)
      ? [`${BY_HEIGHT} the order depends on the level at which the chart is cut`]
      : []),
    ...(figures.some(({ shown }) => shown === 'revenue')
      ? ['what customers meet counts by their revenue (check: by number)']
      : []),
    ...(figures.some(({ value }) => value === null) ? ['– cannot be measured'] : []),
    'orgdesign explain tells what each figure means',
  ];
};

/** The figures of all designs side by side. */
export const comparisonBlock = (report: Report): Block =>
  together(
    cautions(report),
    table(
      report.designs.map(({ id }) => id),
      groupsOf(report),
      { legend: legendOf(report) },
    ),
    ...belowTable(report),
  );

/** How many are to be hired, for a sentence. */
export const hiresInWords = ({ hires }: Pick<ReportedDesign, 'hires'>): string =>
  Object.entries(hires)
    .map(([capability, count]) => `${whole(count)} ${capability}`)
    .join(', ');
