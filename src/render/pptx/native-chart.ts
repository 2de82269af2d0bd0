import type { Bar, BarsChart, BridgeChart } from '../chart/chart.ts';
import { figureOf } from '../chart/figure.ts';
import { CHART_SIZE, LEGEND_ROW, legendRows, NAMES, plotOf } from './chart-xml.ts';
import {
  ACCENT,
  type Box,
  type Colour,
  DARK,
  INK,
  kindColour,
  LIGHT,
  type NativeChart,
  type Series,
  WALL,
} from './element.ts';
import { cutTo, widthOf } from './measured.ts';

/** Points of a bar with the space to the next: below it names would stand in each other. */
const BAR = 17;
/** Upright bars beside each other. */
const MOST_UPRIGHT = 8;

/** What letters on a colour are to be, by how bright it is in the theme. */
export type TextOn = (fill: Colour) => Colour;

export const textOn =
  (theme: ReadonlyMap<string, string>): TextOn =>
  ({ name, tint = 1 }) => {
    const digits = theme.get(name) ?? (/^[0-9A-F]{6}$/.test(name) ? name : '808080');
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255) as [
      number,
      number,
      number,
    ];
    const bright = (0.299 * red + 0.587 * green + 0.114 * blue) * tint + (1 - tint);
    return bright > 0.55 ? DARK : LIGHT;
  };

const overheadOf = ({ keys }: BarsChart, width: number): number =>
  keys.length < 2
    ? 10
    : legendRows(
        keys.map((name) => ({ name })),
        width,
      ) *
        LEGEND_ROW +
      18;

export const mostBars = (chart: BarsChart, width: number, height: number): number =>
  Math.max(1, Math.floor((height - overheadOf(chart, width)) / BAR));
export const barsHeight = (chart: BarsChart, width: number): number =>
  overheadOf(chart, width) + chart.bars.length * BAR;

const shortened = (names: readonly string[], width: number, lines = 1): string[] => {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const short = cutTo(name, width, CHART_SIZE, lines);
    const nth = (seen.get(short) ?? 0) + 1;
    seen.set(short, nth);
    return nth === 1 ? short : `${short} (${nth})`;
  });
};

interface Frame {
  readonly name: string;
  readonly box: Box;
  readonly on: TextOn;
}

/** Which values of a series have room for their label on a bar. */
const roomy = (values: readonly number[], unit: string, points: number): boolean[] =>
  values.map(
    (value) => value !== 0 && Math.abs(value) * points > widthOf(figureOf(value, unit), CHART_SIZE) + 3,
  );

/** Stacked bars, or bars to both sides of 0. */
export function nativeBars({ keys, bars, unit, most }: BarsChart, { name, box, on }: Frame): NativeChart {
  const totals = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const low = Math.min(0, ...bars.flatMap(({ values }) => values));
  const high = Math.max(most ?? 0, ...totals, 1e-9);
  const stacked = keys.length > 1;
  const reach = stacked ? high : Math.max(high, -low);
  const base = {
    kind: 'chart' as const,
    name,
    description: name,
    box,
    upright: false,
    share: unit === '%',
    legend: stacked,
    // Both sides alike, with room for what stands behind the bars.
    most: stacked ? high : reach * 1.12,
    ...(low < 0 ? { least: -reach * 1.12 } : { least: 0 }),
  };
  const labels = (said: (bar: Bar, at: number) => string) => shortened(bars.map(said), NAMES - 12);
  if (!stacked && low < 0) {
    // Two colours that a program keeps when the data are edited: a series for each side.
    const side = (text: string, kept: (value: number) => number, fill: Colour): Series => {
      const values = bars.map(({ values: [value = 0] }) => kept(value));
      return {
        name: text,
        values,
        fill,
        text: on(fill),
        labelled: roomy(values, unit, plotOf({ ...base, categories: [], series: [] }).width / (reach * 2.24)),
      };
    };
    return {
      ...base,
      categories: labels(({ label }) => label),
      series: [
        side(`${keys[0] ?? ''} above 0`.trim(), (value) => Math.max(0, value), ACCENT),
        side(`${keys[0] ?? ''} below 0`.trim(), (value) => Math.min(0, value), WALL),
      ],
    };
  }
  const fills = keys.map((_, at) => (stacked ? kindColour(at) : ACCENT));
  const bare: Series[] = keys.map((key, at) => ({
    name: key,
    values: bars.map(({ values }) => values[at] ?? 0),
    fill: fills[at]!,
    text: stacked ? on(fills[at]!) : INK,
    labelled: bars.map(() => true),
  }));
  const points = plotOf({ ...base, categories: [], series: bare }).width / base.most;
  return {
    ...base,
    categories: labels(({ label }, at) =>
      stacked && unit !== '%'
        ? `${cutTo(label, NAMES - 50, CHART_SIZE, 1)} (${figureOf(totals[at]!, unit)})`
        : label,
    ),
    series: stacked ? bare.map((one) => ({ ...one, labelled: roomy(one.values, unit, points) })) : bare,
  };
}

const spansOf = ({ steps }: BridgeChart) => {
  let level = 0;
  return steps.map(({ value, total }) => {
    const from = total ? 0 : level;
    level = total ? value : level + value;
    return { low: Math.min(from, level), high: Math.max(from, level) };
  });
};

/** Where the axis begins: near what changes, where that is small beside the whole. */
export function axisStart(chart: BridgeChart): number {
  const spans = spansOf(chart);
  const high = Math.max(...spans.map((span) => span.high));
  const least = Math.min(high, ...spans.flatMap(({ low }, at) => (chart.steps[at]!.total ? [] : [low])));
  return high - least < 0.3 * high ? Math.max(0, Math.floor(least - (high - least) * 2)) : 0;
}

/** From one total to another: what is added or taken away stands on a bar that is not seen. */
export function nativeBridge(chart: BridgeChart, { name, box, on }: Frame): NativeChart {
  const { steps, unit } = chart;
  const spans = spansOf(chart);
  const high = Math.max(1e-9, ...spans.map((span) => span.high));
  const begin = axisStart(chart);
  const upright = steps.length <= MOST_UPRIGHT;
  const GREY: Colour = { name: 'tx1', tint: 0.6 };
  const sort = (text: string, fill: Colour, fits: (step: (typeof steps)[number]) => boolean): Series => ({
    name: text,
    fill,
    text: on(fill),
    values: steps.map((step, at) => (fits(step) ? spans[at]!.high - spans[at]!.low : 0)),
    labelled: steps.map(
      (step, at) =>
        fits(step) &&
        (step.total || (spans[at]!.high - spans[at]!.low) * ((box.height - 60) / (high - begin)) > 12),
    ),
  });
  return {
    kind: 'chart',
    name,
    description: name,
    box,
    upright,
    share: unit === '%',
    legend: false,
    least: begin,
    most: high + (high - begin) * 0.06,
    categories: shortened(
      steps.map(
        ({ label, value, total }) => `${label} (${!total && value > 0 ? '+' : ''}${figureOf(value, unit)})`,
      ),
      upright ? box.width / steps.length - 12 : NAMES - 12,
      upright ? 3 : 1,
    ),
    series: [
      {
        name: 'Below',
        fill: null,
        text: INK,
        values: steps.map(({ total }, at) => (total ? 0 : spans[at]!.low)),
        labelled: steps.map(() => false),
      },
      sort('Total', GREY, ({ total }) => total),
      sort('More', WALL, ({ total, value }) => !total && value >= 0),
      sort('Less', ACCENT, ({ total, value }) => !total && value < 0),
    ],
  };
}
