import { counted } from '../../base/text.ts';
import { asBlock, inHtml, inMarkdown } from '../../render/markdown-text.ts';
import type { DiffReport } from '../../schema/documents/diff.ts';
import {
  changeRows,
  FIXED,
  type FigureTable,
  measureRows,
  sideName,
  totalRows,
  unitRows,
  untoldReasons,
} from './figures.ts';
import type { Item, Section } from './section.ts';
import { sectionsOf } from './sections.ts';

const list = (sentences: readonly string[]): string[] => sentences.map((text) => `- ${asBlock(text)}`);

const table = ({ headings, rows }: FigureTable): string[] => {
  const line = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(' | ')} |`;
  return [
    line(['', ...headings]),
    `| --- |${headings.map(() => ' ---: |').join('')}`,
    ...rows.map(({ label, cells }) => line([label, ...cells])),
  ];
};

/** What a reader may open; the empty lines make GitHub look at the Markdown inside. */
const folded = (title: string, count: string, lines: readonly string[]): string[] => [
  '<details>',
  `<summary>${inHtml(title)}: ${inHtml(count)}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
];

const itemText = ({ text, members }: Item): string =>
  members === undefined ? text : `${text}: ${members.join(', ')}`;

const section = ({ title, count, items }: Section): string[] =>
  folded(title, count, list(items.map(itemText)));

const measures = (diff: DiffReport): string[] => {
  const figures = measureRows(diff);
  if (figures.rows.length === 0) return [];
  const fixed = diff.measures.some(({ byConstruction, verdict }) => byConstruction && verdict !== 'same');
  const notes = [
    ...(fixed ? [`${FIXED} fixed by the design's definition.`] : []),
    ...(figures.same > 0 ? [`${counted(figures.same, 'measure')} as before.`] : []),
    ...untoldReasons(diff),
  ];
  return [
    '#### Measures that differ',
    '',
    ...table(figures),
    ...notes.flatMap((note) => ['', asBlock(note)]),
  ];
};

const units = (diff: DiffReport): string[] => {
  const figures = unitRows(diff);
  const count = counted(figures.rows.length - 1, 'unit');
  return figures.rows.length === 0 ? [] : folded('Units whose members differ', count, table(figures));
};

/** What differs, as a comment on a pull request: the summary in sight, the lists whole and folded. */
export const renderDiffMarkdown = (diff: DiffReport, { quiet }: { readonly quiet: boolean }): string => {
  const { before, after, totals } = diff;
  const facing = [
    `### ${inMarkdown(after.organisation)}`,
    '',
    `${asBlock(sideName(before))} → ${inMarkdown(sideName(after))}`,
    '',
    ...list(diff.summary),
  ];
  const { headings, rows } = totalRows(diff);
  const size = [
    ...table({ headings, rows: [...rows, ...changeRows(diff)] }),
    ...(totals.costReason === undefined ? [] : ['', asBlock(totals.costReason)]),
  ];
  const detail = quiet ? [] : [measures(diff), units(diff), ...sectionsOf(diff).map(section)];
  const parts = diff.changed ? [facing, size, ...detail] : [facing];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};
