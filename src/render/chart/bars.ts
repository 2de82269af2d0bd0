import type { BarsChart, BridgeChart, TimelineChart } from './chart.ts';
import { figureOf } from './figure.ts';
import {
  ACCENT,
  colourOf,
  type Drawing,
  element,
  escaped,
  isDark,
  label,
  legend,
  RULE,
  SMALL,
  type Svg,
  textWidth,
  WALL,
} from './svg.ts';

const WIDTH = 960;
const LABELS = 250;
const ROW = 26;
const NOTES = 130;

const row = (nth: number, down: number) => down + nth * ROW;

const nameOf = (text: string, nth: number, down: number): Svg =>
  label({ x: LABELS - 10, y: row(nth, down) + 16, text, size: 12, anchor: 'end', room: LABELS - 14 });

/** Stacked where all are 0 or more; to both sides of 0 otherwise. */
export function drawBars({ keys, bars, unit, most }: BarsChart): Drawing {
  const totals = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const low = Math.min(0, ...bars.flatMap(({ values }) => values));
  const high =
    Math.max(most ?? 0, ...(low < 0 ? bars.flatMap(({ values }) => values) : totals), low < 0 ? -low : 0) ||
    1;
  const room = WIDTH - LABELS - NOTES;
  const left = low < 0 ? -high : 0;
  const x = (value: number) => LABELS + ((value - left) / (high - left)) * room;
  const head = keys.length > 1 ? legend(keys, WIDTH) : { content: '', height: 0 };
  const down = head.height;
  const parts = bars.flatMap(({ label: name, values, note }, nth): Svg[] => {
    let from = 0;
    const pieces = values.flatMap((value, key): Svg[] => {
      if (value === 0) return [];
      const [start, end] = value < 0 ? [value, 0] : [from, from + value];
      from = end;
      const wide = x(end) - x(start);
      const text = figureOf(value, unit);
      const inside = keys.length > 1 && wide > textWidth(text, SMALL) + 8;
      const fill = value < 0 ? WALL : keys.length > 1 ? colourOf(key) : ACCENT;
      return [
        element(
          'rect',
          {
            x: x(start),
            y: row(nth, down) + 3,
            width: Math.max(wide - 1, 0.5),
            height: ROW - 8,
            fill,
            class: value < 0 ? 'wallFill' : keys.length > 1 ? `k${key % 8}` : 'accentFill',
          },
          element('title', {}, escaped(`${keys[key] ?? ''} ${text}`.trim())),
        ),
        ...(inside
          ? [
              label({
                x: (x(start) + x(end)) / 2,
                y: row(nth, down) + 16,
                text,
                size: SMALL,
                anchor: 'middle',
                tone: isDark(key) ? 'onDark' : 'onLight',
              }),
            ]
          : []),
      ];
    });
    const end = low < 0 ? x(Math.max(0, ...values)) : x(totals[nth]!);
    const said = note ?? figureOf(totals[nth]!, unit);
    return [
      nameOf(name, nth, down),
      ...pieces,
      label({
        x: end + 6,
        y: row(nth, down) + 16,
        text: said,
        size: SMALL,
        tone: 'soft',
        room: WIDTH - end - 8,
      }),
    ];
  });
  const height = row(bars.length, down) + 4;
  const axis = element('line', { x1: x(0), y1: down, x2: x(0), y2: height - 4, stroke: RULE, class: 'rule' });
  return { width: WIDTH, height, content: head.content + axis + parts.join('') };
}

export function drawBridge({ steps, unit }: BridgeChart): Drawing {
  let level = 0;
  const spans = steps.map(({ value, total }) => {
    const from = total ? 0 : level;
    level = total ? value : level + value;
    return { from, to: level };
  });
  const all = spans.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...all), Math.max(1e-9, ...all)];
  // Where what changes is small beside the whole, the axis begins near it, and is cut.
  const changes = spans.filter((_, at) => !steps[at]!.total).flatMap(({ from, to }) => [from, to]);
  const least = changes.length === 0 ? 0 : Math.min(...changes);
  const begin = low === 0 && high - least < 0.3 * high ? Math.max(0, least - (high - least) * 2) : low;
  const x = (value: number) =>
    LABELS + ((Math.max(value, begin) - begin) / (high - begin || 1)) * (WIDTH - LABELS - NOTES);
  const parts = steps.flatMap(({ label: name, value, total }, nth): Svg[] => {
    const { from, to } = spans[nth]!;
    const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
    const text = `${!total && value > 0 ? '+' : ''}${figureOf(value, unit)}`;
    return [
      nameOf(name, nth, 0),
      element('rect', {
        x: start,
        y: row(nth, 0) + 3,
        width: Math.max(end - start, 1),
        height: ROW - 8,
        fill: total ? '#6b6f76' : value < 0 ? ACCENT : WALL,
        class: total ? 'k7' : value < 0 ? 'accentFill' : 'wallFill',
      }),
      label({ x: end + 6, y: row(nth, 0) + 16, text, size: SMALL, tone: 'soft' }),
    ];
  });
  const height = row(steps.length, 0) + (begin > 0 ? 20 : 4);
  const cut =
    begin > 0
      ? label({
          x: LABELS,
          y: height - 6,
          text: `The axis begins at ${figureOf(begin, unit)}.`,
          size: SMALL,
          tone: 'soft',
        })
      : '';
  return { width: WIDTH, height, content: parts.join('') + cut };
}

/** Steps as full bars, what has to come first and what is a burden as narrow ones; what is said of each stands on the right. */
export function drawTimeline({ rows, unit }: TimelineChart): Drawing {
  const end = Math.max(1, ...rows.map((one) => one.end));
  const x = (value: number) => LABELS + (value / end) * (WIDTH - LABELS - 2 * NOTES);
  const step = Math.max(1, Math.ceil(end / 8));
  const ticks = Array.from({ length: Math.ceil(end / step) }, (_, at) => at * step);
  const height = 24 + rows.length * ROW + 4;
  const line = (value: number) =>
    element('line', { x1: x(value), y1: 20, x2: x(value), y2: height, stroke: RULE, class: 'rule' });
  const grid = ticks.flatMap((tick) => [
    line(tick),
    label({
      x: x(tick + 0.5),
      y: 13,
      text: `${unit} ${tick + 1}`.trim(),
      size: SMALL,
      tone: 'soft',
      anchor: 'middle',
    }),
  ]);
  grid.push(line(end));
  const parts = rows.flatMap((one, nth) => {
    const [fill, tone] =
      one.is === 'burden'
        ? [WALL, 'wallFill']
        : one.is === 'preparation'
          ? ['#6b6f76', 'k7']
          : [ACCENT, 'accentFill'];
    return [
      nameOf(one.label, nth, 24),
      element('rect', {
        x: x(one.start),
        y: row(nth, 24) + (one.is === undefined ? 4 : 9),
        width: Math.max(x(one.end) - x(one.start), 3),
        height: one.is === undefined ? ROW - 9 : 7,
        rx: 3,
        fill,
        class: tone,
      }),
      label({
        x: x(end) + 10,
        y: row(nth, 24) + 17,
        text: one.note ?? `${one.start}–${one.end}`,
        size: SMALL,
        tone: 'soft',
        room: WIDTH - x(end) - 12,
      }),
    ];
  });
  return { width: WIDTH, height, content: grid.join('') + parts.join('') };
}
