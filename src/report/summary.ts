import type { DesignResult } from '../designs/design.ts';
import type { Measure } from '../measures/measure.ts';
import type { compare } from './comparison.ts';

/** Smallest relative difference that is worth a sentence. */
const WORTH_SAYING = 0.05;
const MOST_IN_A_SENTENCE = 4;

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const rounded = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A figure with its unit as people write it. */
export function figure(value: number, unit: string): string {
  if (unit === 'fraction') return `${rounded.format(value * 100)} %`;
  return Math.abs(value) >= 1000 ? rounded.format(value) : plain.format(value);
}

const list = (parts: readonly string[]) => parts.join('; ');

interface Difference {
  readonly measure: Measure;
  readonly text: string;
  /** Above 0 where the design is better. */
  readonly gain: number;
}

function differences(measures: readonly Measure[], design: Figures, today: Figures): Difference[] {
  return measures.flatMap((measure) => {
    const [now, then] = [today.get(measure.id)?.value, design.get(measure.id)?.value];
    if (measure.better === 'none' || measure.id.startsWith('change.') || now == null || then == null)
      return [];
    const scale = Math.max(Math.abs(now), Math.abs(then));
    if (scale === 0 || Math.abs(then - now) / scale < WORTH_SAYING) return [];
    const gain = ((measure.better === 'lower' ? now - then : then - now) / scale) as number;
    return [
      {
        measure,
        gain,
        text: `${lower(measure.label)} ${figure(now, measure.unit)} → ${figure(then, measure.unit)}`,
      },
    ];
  });
}

const lower = (label: string) => label[0]!.toLowerCase() + label.slice(1);

/** Measure id to result, of one design. */
type Figures = ReadonlyMap<string, { value: number | null }>;

/**
 * What a design buys and costs against today, in sentences: first what it does not fix by its own definition, then what it
 * does, then the price; last how it came about.
 */
export function summarise(
  measures: readonly Measure[],
  result: DesignResult,
  design: { id: Parameters<Measure['byConstruction']['includes']>[0]; taken: Figures },
  today: Figures,
): string[] {
  if (result.status === 'impossible') return [...result.explanation];
  const all = differences(measures, design.taken, today);
  const fixed = (one: Difference) => one.measure.byConstruction.includes(design.id);
  const pick = (of: (one: Difference) => boolean) =>
    all
      .filter(of)
      .sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain))
      .slice(0, MOST_IN_A_SENTENCE)
      .map(({ text }) => text);
  const sentences: string[] = [];
  const say = (lead: string, parts: readonly string[]) => {
    if (parts.length > 0) sentences.push(`${lead}: ${list(parts)}.`);
  };
  say(
    'Better than today',
    pick((one) => one.gain > 0 && !fixed(one)),
  );
  say(
    'Better by its own definition',
    pick((one) => one.gain > 0 && fixed(one)),
  );
  say(
    'Worse than today',
    pick((one) => one.gain < 0),
  );
  const price = measures.flatMap((measure) => {
    const value = design.taken.get(measure.id)?.value;
    if (!measure.id.startsWith('change.') || value == null) return [];
    const untouched = measure.better === 'higher' ? value === 1 : value === 0;
    return untouched ? [] : [`${lower(measure.label)} ${figure(value, measure.unit)}`];
  });
  say('The way there', price);
  if (sentences.length === 0) sentences.push('It is the same as today.');
  return [...sentences, ...result.explanation];
}

/** Whether the order of the designs by silos depends on where the chart is cut. */
export function robustness(silos: ReturnType<typeof compare>): string[] {
  if (silos.robust === undefined) return [];
  return silos.robust
    ? [
        'The order of the designs by silos is the same with the chart cut at every management level: it is robust.',
      ]
    : [
        'The order of the designs by silos changes with the management level at which the chart is cut: it is not robust.',
      ];
}
