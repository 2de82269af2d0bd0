import { percent, whole } from '../../base/figures.ts';
import { sentenceCase } from '../../base/text.ts';
import { chart, ofWords, type Part, type Table, table } from '../../render/block.ts';
import type { ChartData, Mark, TreeNode } from '../../render/chart/chart.ts';
import { wallsOf } from '../../render/chart/journey.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedSeat } from '../../schema/documents/structure.ts';
import { type Drawing, OTHERS, skillOf, words } from './drawing.ts';

/** Boxes of one organisation chart. */
const MOST_BOXES = 40;

const marksOf = ({ new: isNew, vacant, displaced }: ReportedSeat): Mark[] => [
  ...(isNew ? (['new'] as const) : []),
  ...(vacant && !isNew ? (['vacant'] as const) : []),
  ...(displaced ? (['displaced'] as const) : []),
];

const times = (count = 1): string[] => (count === 1 ? [] : [`×${whole(count)}`]);

/**
 * Those who lead nobody and are as others of the same manager, by title, unit and skill: where nobody is named, one box stands for
 * all of them. By id the one that stands for it, and by that how many it stands for. Linear.
 */
function seatsAlike(seats: Drawing['seats'], reports: Drawing['reports']) {
  const inAnother = new Map<string, string>();
  const count = new Map<string, number>();
  const first = new Map<string, string>();
  for (const seat of seats) {
    if (seat.name !== undefined || seat.title === '' || reports.has(seat.id) || marksOf(seat).length > 0)
      continue;
    const key = JSON.stringify([seat.boss, seat.title, seat.unit, seat.capability]);
    const box = first.get(key);
    if (box === undefined) first.set(key, seat.id);
    else {
      inAnother.set(seat.id, box);
      count.set(box, (count.get(box) ?? 1) + 1);
    }
  }
  return { inAnother, count };
}

/** Who leads whom, from the top down to as many levels as fit, or as are asked for; how many more stand below is told in a box, as +12, and for how many alike it stands, as ×5. */
function treeChart({ seats, reports, nameOf, skills }: Drawing, depth = Number.POSITIVE_INFINITY): ChartData {
  const inside = new Set(seats.map(({ id }) => id));
  const alike = seatsAlike(seats, reports);
  const shownOf = ({ id }: ReportedSeat) =>
    (reports.get(id) ?? []).filter((one) => !alike.inAnother.has(one.id));
  const levels: ReportedSeat[][] = [
    seats.filter((one) => (one.boss === null || !inside.has(one.boss)) && !alike.inAnother.has(one.id)),
  ];
  let shown = levels[0]!.length;
  while (levels.length < depth) {
    const next = levels.at(-1)!.flatMap(shownOf);
    const whole = shown + next.length <= MOST_BOXES ? next : next.filter(({ id }) => reports.has(id));
    if (whole.length === 0 || shown + whole.length > MOST_BOXES) break;
    levels.push(whole);
    shown += whole.length;
  }
  const boxes = levels.flat().slice(0, MOST_BOXES);
  const boxed = new Set(boxes.map(({ id }) => id));
  for (const [id, box] of alike.inAnother) if (boxed.has(box)) boxed.add(id);
  const below = (seat: ReportedSeat): number =>
    (reports.get(seat.id) ?? []).reduce((sum, one) => sum + (boxed.has(one.id) ? 0 : 1 + below(one)), 0);
  const nodes = boxes.map((seat): TreeNode => {
    const more = below(seat);
    const unit = seat.unit === null ? '' : (nameOf.get(seat.unit) ?? '');
    return {
      id: seat.id,
      parent: seat.boss !== null && boxed.has(seat.boss) ? seat.boss : null,
      title: seat.name ?? (seat.title || seat.id),
      detail: [...times(alike.count.get(seat.id)), ...(more > 0 ? [`+${whole(more)}`] : []), unit]
        .filter((text) => text !== '')
        .join(' · '),
      colour: seat.capability === null ? '' : skills.includes(skillOf(seat)) ? skillOf(seat) : OTHERS,
      marks: marksOf(seat),
      ...(more > 0 ? { more } : {}),
    };
  });
  return { form: 'tree', nodes, kinds: skills };
}

const treeTwin = (data: ChartData): Table => {
  const nodes = data.form === 'tree' ? data.nodes : [];
  const title = new Map(nodes.map((node) => [node.id, node.title]));
  return table([ofWords('unit'), ofWords('reports to'), ofWords('marked')], {
    rows: nodes.map((node) => ({
      label: node.title,
      cells: [node.detail, node.parent === null ? '' : (title.get(node.parent) ?? ''), node.marks.join(', ')],
    })),
  });
};

export const treePart = (drawn: Drawing, title: string, source: string, depth?: number): Part => {
  const data = treeChart(drawn, depth);
  return chart(title, data, { source, twin: treeTwin(data) });
};

/** How the work for the customer who pays most goes through a design. */
export function journeyChart({ journey }: ReportedDesign): (ChartData & { form: 'journey' }) | null {
  if (journey === undefined) return null;
  const units = [...new Set(journey.steps.flatMap(({ unit }) => unit ?? []))];
  return {
    form: 'journey',
    units,
    steps: journey.steps.map(({ phase, capability, unit }) => ({
      phase: sentenceCase(phase),
      label: words(capability),
      unit: unit === null ? -1 : units.indexOf(unit),
    })),
  };
}

export function journeyPart(design: ReportedDesign, source: string): Part {
  const data = journeyChart(design);
  if (data === null || design.journey === undefined) return undefined;
  const walls = wallsOf(data);
  return chart(`The work crosses ${whole(walls)} ${walls === 1 ? 'wall' : 'walls'}.`, data, {
    source,
    twin: table([ofWords('skill'), ofWords('done by'), 'how often'], {
      rows: design.journey.steps.map(({ phase, capability, unit, share }) => ({
        label: sentenceCase(phase),
        cells: [words(capability), unit ?? 'nobody', unit === null ? '' : percent(share)],
      })),
    }),
  });
}
