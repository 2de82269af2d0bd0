import type { TimelineChart } from '../chart/chart.ts';
import { ACCENT, type Box, type Element, INK, keysIn, RULE, SOFT, WALL } from './element.ts';
import { label, DRAWN as SIZE } from './label.ts';
import { cutTo } from './measured.ts';

const HEAD = 20;
const ROW = 17;

export const timelineHeight = ({ rows }: TimelineChart): number => HEAD + 4 + rows.length * ROW;

/** What lasts from when to when, with a line from each step to the next. */
export function timelineShapes({ rows, unit }: TimelineChart, box: Box): Element[] {
  const key = keysIn(box);
  const names = Math.min(230, box.width * 0.27);
  const end = Math.max(1, ...rows.map((one) => one.end));
  const row = Math.min(34, (box.height - HEAD - 4) / Math.max(1, rows.length));
  const x = (value: number) => box.x + names + (value / end) * (box.width - 2 * names);
  const step = Math.max(1, Math.ceil(end / 8));
  const ticks = Array.from({ length: Math.ceil(end / step) }, (_, at) => at * step);
  const grid = [...ticks, end].flatMap((tick): Element[] => {
    const next = Math.min(end, tick + step);
    return [
      {
        kind: 'rule',
        name: 'Grid',
        box: { x: x(tick), y: box.y + HEAD - 2, width: 0, height: rows.length * row + 4 },
        colour: RULE,
        weight: 0.5,
      },
      ...(tick === end
        ? []
        : [
            label(
              `${unit} ${tick + 1}`.trim(),
              { x: x(tick), y: box.y, width: x(next) - x(tick), height: 14 },
              'ctr',
              SOFT,
            ),
          ]),
    ];
  });
  const steps: string[] = [];
  const bars = rows.flatMap((one, at): Element[] => {
    const y = box.y + HEAD + 2 + at * row;
    const thin = one.is !== undefined;
    if (!thin) steps.push(key(at));
    return [
      label(one.label, { x: box.x, y, width: names - 12, height: row }, undefined, INK, row > 27 ? 2 : 1),
      {
        kind: 'shape',
        key: key(at),
        name: cutTo(one.label, 400, SIZE),
        box: {
          x: x(one.start),
          y: y + row * (thin ? 0.35 : 0.18),
          width: Math.max(3, x(one.end) - x(one.start)),
          height: row * (thin ? 0.3 : 0.64),
        },
        form: 'roundRect',
        fill: one.is === 'burden' ? WALL : thin ? SOFT : ACCENT,
        paragraphs: [],
      },
      label(
        one.note ?? `${one.start}–${one.end}`,
        { x: x(end) + 12, y, width: names - 12, height: row },
        undefined,
        SOFT,
        row > 27 ? 2 : 1,
      ),
    ];
  });
  const lines = steps.slice(1).map(
    (next, at): Element => ({
      kind: 'connector',
      from: { key: steps[at]!, site: 'bottom' },
      to: { key: next, site: 'left' },
      way: { down: row * 0.2, gutter: 6 },
      colour: SOFT,
      weight: 1,
    }),
  );
  return [...grid, ...lines, ...bars];
}
