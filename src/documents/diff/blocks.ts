import { counted } from '../../base/text.ts';
import {
  list,
  type Part,
  pairs,
  type RowGroup,
  section,
  table,
  text,
  title,
  together,
  toned,
} from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { DiffReport } from '../../schema/documents/diff.ts';
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
import type { Section } from './section.ts';
import { sectionsOf } from './sections.ts';

/** Lines of a list, members of a line and units at a terminal. */
const ITEMS = { most: 10, least: 2 };
const MEMBERS = { most: 8, least: 2 };
const UNITS = { most: 20 };

const rowOf = ({ label, cells, verdict }: FigureRow) => ({
  label,
  cells: cells.map((cell, at) => {
    if (at < cells.length - 1 || (verdict !== 'better' && verdict !== 'worse')) return cell;
    return toned(verdict === 'better' ? 'good' : 'bad', cell);
  }),
});

const facing = ({ before, after }: DiffReport, { medium }: View): readonly Part[] => {
  const [was, is] = [sideName(before), sideName(after)];
  return medium === 'terminal'
    ? [
        together(
          title(after.organisation),
          pairs([
            ['before', was],
            ['after', is],
          ]),
        ),
      ]
    : [title(after.organisation, { level: 3 }), text(`${was} → ${is}`)];
};

const totals = (diff: DiffReport, { medium }: View): Part => {
  const { headings, rows } = totalRows(diff);
  const { costReason } = diff.totals;
  const groups: RowGroup[] = [
    { title: 'Size', rows: rows.map(rowOf) },
    { title: 'Change', rows: changeRows(diff).map(rowOf) },
  ];
  const shown = medium === 'page' ? groups.map((group) => ({ rows: group.rows })) : groups;
  return together(table(headings, shown), costReason !== undefined && text(costReason));
};

const measures = (diff: DiffReport, { medium }: View): Part => {
  const { headings, rows, same } = measureRows(diff);
  if (rows.length === 0) return undefined;
  const fixed = diff.measures.some(({ byConstruction, verdict }) => byConstruction && verdict !== 'same');
  const legend = [
    ...(fixed ? [`${FIXED} fixed by the design's definition`] : []),
    ...(same > 0 ? [`${counted(same, 'measure')} as before`] : []),
    ...(medium === 'terminal' ? ['orgdesign explain tells what each figure means'] : []),
  ];
  return section('Measures that differ', {}, [
    table(headings, [{ rows: rows.map(rowOf) }], { legend }),
    untoldReasons(diff).map((reason) => text(reason)),
  ]);
};

const units = (diff: DiffReport, { medium }: View): Part => {
  const { headings, rows, same } = unitRows(diff);
  if (rows.length === 0) return undefined;
  const legend = medium === 'terminal' && same > 0 ? [`${counted(same, 'unit')} as before`] : [];
  const last = rows.length - 1;
  return section('Units whose members differ', { count: counted(last, 'unit'), folds: true }, [
    table(headings, [{ rows: rows.map((row, at) => ({ ...rowOf(row), sum: at === last })) }], {
      legend,
      limit: UNITS,
    }),
  ]);
};

const listed = ({ title: heading, count, items }: Section): Part =>
  section(heading, { count, folds: true }, [list(items, { limit: ITEMS, limitOfMembers: MEMBERS })]);

/** What differs: the summary, how large both are, then every list of changes; `quiet` leaves the summary and the totals. */
export const diffBlocks = (diff: DiffReport, view: View): readonly Part[] => [
  facing(diff, view),
  list(diff.summary),
  diff.changed && totals(diff, view),
  diff.changed && !view.quiet && [measures(diff, view), units(diff, view), sectionsOf(diff).map(listed)],
];
