import { counted } from '../../base/text.ts';
import { list, type Part, pairs, section, table, text, title, together } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { Diff, DiffReport } from '../../schema/documents/diff.ts';
import { sidesQuality } from '../quality-blocks.ts';
import { changeRows, FIXED, measureRows, sideName, totalRows, unitRows, untoldReasons } from './figures.ts';
import type { ChangeList } from './section.ts';
import { peopleSections } from './sections-people.ts';
import { customerSections, judgementSections, unitSections } from './sections-structure.ts';

/** Lines of a list, members of a line and units at a terminal. */
const ITEMS = { most: 10, least: 2 };
const MEMBERS = { most: 8, least: 2 };
const UNITS = { most: 20 };

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
  const size = { title: 'Size', rows };
  const change = { title: 'Change', rows: changeRows(diff) };
  const groups = medium === 'page' ? [{ rows: [...rows, ...change.rows] }] : [size, change];
  return together(table(headings, groups), costReason !== undefined && text(costReason));
};

const measures = (diff: DiffReport, { medium }: View): Part => {
  const { headings, rows, same } = measureRows(diff);
  if (rows.length === 0) return undefined;
  const fixed = diff.measures.some(({ byConstruction, verdict }) => byConstruction && verdict !== 'same');
  const byRevenue = diff.measures.some(({ shown, verdict }) => shown === 'revenue' && verdict !== 'same');
  const legend = [
    ...(byRevenue ? ['what customers meet counts by their revenue, as in the summary'] : []),
    ...(fixed ? [`${FIXED} fixed by the design's definition`] : []),
    ...(same > 0 ? [`${counted(same, 'measure')} as before`] : []),
    ...(medium === 'terminal' ? ['orgdesign explain tells what each figure means'] : []),
  ];
  return section('Measures that differ', {}, [
    table(headings, { rows }, { legend }),
    untoldReasons(diff).map((reason) => text(reason)),
  ]);
};

const hasNoCost = ({ costPerYear }: Diff['units']['figures'][number]): boolean => costPerYear.after === null;

const units = (diff: DiffReport, { medium }: View): Part => {
  const { headings, rows, same } = unitRows(diff);
  if (rows.length === 0) return undefined;
  const costless = diff.totals.costReason === undefined && diff.units.figures.some(hasNoCost);
  const legend = [
    ...(medium === 'terminal' && same > 0 ? [`${counted(same, 'unit')} as before`] : []),
    ...(costless ? ['Costs are left out where they would tell what fewer than five people are paid.'] : []),
  ];
  return section('Units whose members differ', { count: counted(rows.length - 1, 'unit'), folds: true }, [
    table(headings, { rows }, { legend, limit: UNITS }),
  ]);
};

/** Every list of changes that is not empty, in the order of reading. */
export const sectionsOf = (diff: Diff): ChangeList[] =>
  [unitSections, peopleSections, customerSections, judgementSections]
    .flatMap((sections) => sections(diff))
    .filter(({ items }) => items.length > 0);

const listed = ({ title: heading, count, items }: ChangeList): Part =>
  section(heading, { count, folds: true }, [list(items, { limit: ITEMS, limitOfMembers: MEMBERS })]);

/** What differs: the summary, how large both are, then every list of changes; `quiet` leaves the summary and the totals. */
export const diffBlocks = (diff: DiffReport, view: View): readonly Part[] => [
  sidesQuality([diff.before, diff.after]),
  facing(diff, view),
  list(diff.summary),
  diff.changed && totals(diff, view),
  diff.changed && !view.quiet && [measures(diff, view), units(diff, view), sectionsOf(diff).map(listed)],
];
