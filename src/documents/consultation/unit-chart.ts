import { whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { chart, dim, type Part, table, text } from '../../render/block.ts';
import type { ChartData, TreeNode } from '../../render/chart/chart.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';

/** Boxes that can be read on one page. */
const MOST_BOXES = 40;
const UNKNOWN = '–';

type Unit = ConsultationDocument['current'][number];

const left = (heading: string) => ({ heading, left: true });

/** Units from the top down, as many levels as there is room for. */
const boxesOf = (units: readonly Unit[]): { shown: readonly Unit[]; deeper: number } => {
  const ids = new Set(units.map(({ id }) => id));
  let level = units.filter(({ parent }) => parent === null || !ids.has(parent));
  const shown = [...level.slice(0, MOST_BOXES)];
  while (level.length > 0) {
    const above = new Set(level.map(({ id }) => id));
    level = units.filter(({ parent }) => parent !== null && above.has(parent));
    if (shown.length + level.length > MOST_BOXES) break;
    shown.push(...level);
  }
  return { shown, deeper: units.length - shown.length };
};

const detail = ({ people, vacant }: Unit): string =>
  `${counted(people, 'person', 'people')}${vacant > 0 ? `, ${vacant} open` : ''}`;

/** @param other - What a unit is that stands on this side only. */
export const unitChart = (
  heading: string,
  units: readonly Unit[],
  source: string,
  other: 'new' | 'would close',
): Part => {
  const isMarked = units.some(({ new: marked }) => marked);
  const { shown, deeper } = boxesOf(units);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const nodes = shown.map(
    (unit): TreeNode => ({
      id: unit.id,
      parent: unit.parent,
      title: unit.name,
      detail: unit.new && other !== 'new' ? `${detail(unit)}, ${other}` : detail(unit),
      colour: unit.kind.replaceAll('-', ' '),
      marks: unit.new && other === 'new' ? ['new'] : [],
    }),
  );
  const data: ChartData = { form: 'tree', nodes };
  // Where nothing stands below anything, a column for it would be empty.
  const nested = units.some(({ parent }) => parent !== null && names.has(parent));
  const rows = units.map((unit) => ({
    label: unit.name,
    cells: [
      ...(nested ? [names.get(unit.parent ?? '') ?? ''] : []),
      unit.leads ?? UNKNOWN,
      whole(unit.people),
      whole(unit.vacant),
      ...(isMarked ? [unit.new ? other : ''] : []),
    ],
    words: true,
  }));
  const twin = table(
    [
      ...(nested ? [left('part of')] : []),
      left('led by'),
      'people',
      'open posts',
      ...(isMarked ? [left('')] : []),
    ],
    { rows },
    { corner: 'unit' },
  );
  return [
    chart(heading, data, { source, twin }),
    deeper > 0 &&
      text(dim(`${counted(deeper, 'unit')} further down ${deeper === 1 ? 'is' : 'are'} in the table only.`)),
  ];
};
