import { Chalk } from 'chalk';
import { counted } from '../../base/text.ts';
import { bullet, hanging, heading, type Style } from '../../render/table-text.ts';
import type { DiffReport } from '../../schema/documents/diff.ts';
import type { RenderOptions } from '../report/index.ts';
import { draw } from '../report/table-comparison.ts';
import type { Row } from '../report/table-rows.ts';
import {
  changeRows,
  FIXED,
  type FigureRow,
  measureRows,
  sideName,
  totalRows,
  unitRows,
  untoldReasons,
} from './figures.ts';
import type { Item, Section } from './section.ts';
import { sectionsOf } from './sections.ts';

const NARROWEST = 80;
/** Lines of a list, members of a line and units at a terminal; the other formats have all. */
const MOST_ITEMS = 10;
const MOST_MEMBERS = 8;
const MOST_UNITS = 20;

const more = (count: number, { paint }: Style): string[] =>
  count > 0 ? [paint.dim(`  and ${count.toLocaleString('en')} more, see --format json`)] : [];

type Titled = readonly [title: string, rows: readonly FigureRow[]];

const drawn = (headings: readonly string[], groups: readonly Titled[], style: Style): string[] => {
  const { paint } = style;
  const row = ({ label, cells, verdict }: FigureRow): Row => ({
    label,
    cells,
    words: false,
    painted: (text, column) => {
      if (column !== cells.length - 1) return text;
      return verdict === 'better' ? paint.green(text) : verdict === 'worse' ? paint.red(text) : text;
    },
  });
  const filled = groups.filter(([, rows]) => rows.length > 0);
  return filled.length === 0
    ? []
    : draw(
        headings,
        filled.map(([title, rows]) => ({ title, rows: rows.map(row) })),
        style,
      );
};

const facing = (diff: DiffReport, style: Style): string[] => {
  const { before, after } = diff;
  const [name = '', ...rest] = hanging('', after.organisation, style.columns);
  return [
    style.paint.bold(name),
    ...rest,
    ...hanging('before  ', sideName(before), style.columns),
    ...hanging('after   ', sideName(after), style.columns),
    '',
    ...diff.summary.flatMap((sentence) => bullet(sentence, style)),
  ];
};

const units = (diff: DiffReport, style: Style): string[] => {
  const { headings, rows, same } = unitRows(diff);
  // The sum stands last, and stays where the list is cut.
  const shown = rows.length > MOST_UNITS + 1 ? [...rows.slice(0, MOST_UNITS), rows.at(-1)!] : rows;
  const lines = drawn(headings, [['Units whose members differ', shown]], style);
  if (lines.length === 0) return [];
  return [
    ...lines,
    ...more(rows.length - shown.length, style),
    ...(same > 0 ? [style.paint.dim(`${counted(same, 'unit')} as before`)] : []),
  ];
};

const measures = (diff: DiffReport, style: Style): string[] => {
  const table = measureRows(diff);
  const lines = drawn(table.headings, [['Measures that differ', table.rows]], style);
  if (lines.length === 0) return [];
  const fixed = diff.measures.some(({ byConstruction, verdict }) => byConstruction && verdict !== 'same');
  const legend = [
    ...(fixed ? [`${FIXED} fixed by the design's definition`] : []),
    ...(table.same > 0 ? [`${counted(table.same, 'measure')} as before`] : []),
    'orgdesign explain tells what each figure means',
  ];
  return [
    ...lines,
    ...hanging('', legend.join('; '), style.columns).map((line) => style.paint.dim(line)),
    ...untoldReasons(diff).flatMap((text) => hanging('', text, style.columns)),
  ];
};

const itemText = ({ text, members }: Item): string => {
  if (members === undefined) return text;
  const left = members.length - MOST_MEMBERS;
  const shown = left > 1 ? members.slice(0, MOST_MEMBERS) : members;
  return `${text}: ${shown.join(', ')}${left > 1 ? `, … ${left.toLocaleString('en')} more` : ''}`;
};

const section = ({ title, count, items }: Section, style: Style): string[] => {
  const left = items.length - MOST_ITEMS;
  const shown = left > 1 ? items.slice(0, MOST_ITEMS) : items;
  return [
    ...heading(title, count, style),
    ...shown.flatMap((item) => bullet(itemText(item), style)),
    ...more(items.length - shown.length, style),
  ];
};

/** What differs, for a reader at a terminal; `quiet` leaves the summary and the totals. */
export const renderDiffTable = (diff: DiffReport, { columns, color, quiet }: RenderOptions): string => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const { costReason } = diff.totals;
  const size = totalRows(diff);
  const totals = [
    ...drawn(
      size.headings,
      [
        ['Size', size.rows],
        ['Change', changeRows(diff)],
      ],
      style,
    ),
    ...(costReason === undefined ? [] : hanging('', costReason, style.columns)),
  ];
  const parts = diff.changed
    ? [
        facing(diff, style),
        totals,
        ...(quiet
          ? []
          : [
              measures(diff, style),
              units(diff, style),
              ...sectionsOf(diff).map((one) => section(one, style)),
            ]),
      ]
    : [facing(diff, style)];
  const blocks = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${blocks.join('\n\n')}\n`;
};
