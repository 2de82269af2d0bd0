import type { HeatChart } from './chart.ts';
import { figureOf } from './figure.ts';
import { ACCENT, type Drawing, element, label, RULE, SMALL, type Svg, textWidth } from './svg.ts';

const LABELS = 220;
const WIDTH = 960;
const ROW = 28;
/** Of one line of headings, and of two where they are too long to stand beside each other. */
const HEAD = { one: 24, two: 40 } as const;

/** The darkest cell holds the most; each says its figure too. */
export function drawHeat({ rows, columns, values, texts, unit }: HeatChart): Drawing {
  const most = Math.max(1e-9, ...values.flat());
  const wide = Math.min(140, (WIDTH - LABELS) / Math.max(1, columns.length));
  const staggered = columns.some((text) => textWidth(text, SMALL) > wide - 6);
  const head = staggered ? HEAD.two : HEAD.one;
  const heads = columns.map((text, at) =>
    label({
      x: LABELS + wide * (at + 0.5),
      y: staggered && at % 2 === 1 ? 30 : 14,
      text,
      size: SMALL,
      anchor: 'middle',
      tone: 'soft',
      room: wide * 1.9,
    }),
  );
  const cells = rows.flatMap((name, nth): Svg[] => [
    label({
      x: LABELS - 10,
      y: head + nth * ROW + 18,
      text: name,
      size: 12,
      anchor: 'end',
      room: LABELS - 14,
      tail: '',
    }),
    ...columns.flatMap((_, at): Svg[] => {
      const value = values[nth]?.[at] ?? 0;
      const part = value / most;
      const text = texts?.[nth]?.[at] ?? (value <= 0 ? '' : figureOf(value, unit));
      const box = {
        x: LABELS + wide * at + 1,
        y: head + nth * ROW + 1,
        width: wide - 2,
        height: ROW - 2,
        rx: 2,
      };
      return [
        element('rect', { ...box, fill: 'none', stroke: RULE, class: 'rule' }),
        ...(value <= 0
          ? []
          : [
              element('rect', {
                ...box,
                fill: ACCENT,
                // No darker than a dark text can be read on.
                'fill-opacity': 0.1 + 0.6 * part,
                class: 'accentFill',
              }),
            ]),
        ...(text === ''
          ? []
          : [
              label({
                x: box.x + box.width / 2,
                y: box.y + 17,
                text,
                size: SMALL,
                anchor: 'middle',
                room: box.width - 4,
              }),
            ]),
      ];
    }),
  ]);
  return {
    width: LABELS + wide * columns.length + 2,
    height: head + rows.length * ROW + 4,
    content: heads.join('') + cells.join(''),
  };
}
