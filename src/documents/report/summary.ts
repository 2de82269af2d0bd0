import { grouped } from '../../base/grouped.ts';
import { memo } from '../../base/memo.ts';
import { allOf, counted } from '../../base/text.ts';
import { isByConstruction, type Measure, shownValue } from '../../measures/measure.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Candidate, Figures } from '../../verdicts/candidate.ts';
import { incomparable, type REASONS, reversalOf, type Taken, untoldInWords } from './comparison.ts';

/** Smallest relative difference that is worth a sentence. */
export const WORTH_SAYING = 0.05;
const MOST_IN_A_SENTENCE = 6;

/** A figure with its unit as people write it. */
export function figure(value: number, unit: string): string {
  if (unit === 'fraction') return `${grouped(value * 100, 0)} %`;
  return grouped(value, Math.abs(value) >= 1000 ? 0 : 2);
}

interface Difference {
  readonly measure: Measure;
  readonly text: string;
  /** Whether the design is better. */
  readonly better: boolean;
}

export const lower = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;

/** Clear differences from today, in the order of the measures, and why some could not be told. */
export function differences(measures: readonly Measure[], design: Figures, today: Figures) {
  const found: Difference[] = [];
  const untold = new Set<keyof typeof REASONS>();
  for (const measure of measures) {
    const [before, after] = [today.get(measure.id), design.get(measure.id)];
    if (measure.better === 'none' || measure.id.startsWith('change.')) continue;
    if (before === undefined || after === undefined || measure.ofCompany === true) continue;
    const [now, then] = [shownValue(before), shownValue(after)];
    if (now === null || then === null) continue;
    const scale = Math.max(Math.abs(now), Math.abs(then));
    if (scale === 0 || Math.abs(then - now) / scale < WORTH_SAYING) continue;
    const reason = incomparable(before, after);
    if (reason !== undefined) untold.add(reason);
    else
      found.push({
        measure,
        better: measure.better === 'lower' ? then < now : then > now,
        text: `${lower(measure.label)} ${figure(now, measure.unit)} → ${figure(then, measure.unit)}`,
      });
  }
  return { found, untold };
}

/** Units whose own people are in several locations, with these; open seats and unknown locations aside. Linear in the seats. */
const unitsApart = memo(({ people, unitOf, units }: Organisation) => {
  const places = units.map(() => new Set<string>());
  for (let seat = 0; seat < people.count; seat++)
    if (people.vacant[seat] === 0 && people.location[seat] !== '')
      places[unitOf[seat]!]?.add(people.location[seat]!);
  return units.flatMap(({ name }, unit) => (places[unit]!.size > 1 ? [{ name, places: places[unit]! }] : []));
});

/** In how many units people of several locations work together, and in which first; nothing where these are today’s. */
function apartSentences(then: Organisation, today: Organisation): string[] {
  const [apart, before] = [unitsApart(then), unitsApart(today)];
  const [one] = apart;
  const areThoseOfToday =
    apart.length === before.length && apart.every(({ name }, at) => name === before[at]!.name);
  if (one === undefined || areThoseOfToday) return [];
  const all = [...one.places].sort();
  const which = all.length > MOST_IN_A_SENTENCE ? [...all.slice(0, MOST_IN_A_SENTENCE - 1), 'others'] : all;
  return [
    `People of several locations are in ${counted(apart.length, 'unit')}, today in ${before.length === 0 ? 'none' : grouped(before.length)}: ${apart.length === 1 ? 'it' : 'the first'} is ${one.name} (${allOf(which)}).`,
  ];
}

/**
 * What a design buys and costs against today, in sentences: first what it does not fix by its own definition, then what it
 * does, then the price; last how it came about. Figures that cannot be compared are not called better or worse.
 */
export function summarise(
  measures: readonly Measure[],
  { design, result, ...candidate }: Candidate,
  asIs: Candidate,
): string[] {
  const [taken, today] = [candidate.measures(), asIs.measures()];
  if (result.organisation === null) return [...result.explanation];
  const { found, untold } = differences(measures, taken, today);
  const fixed = ({ measure }: Difference) =>
    isByConstruction(measure, design.id, taken.get(measure.id)?.value ?? null);
  const sentences: string[] = [];
  const say = (lead: string, parts: readonly string[]) => {
    const more = parts.length - MOST_IN_A_SENTENCE;
    const shown = more > 1 ? [...parts.slice(0, MOST_IN_A_SENTENCE), `and ${more} more`] : parts;
    if (parts.length > 0) sentences.push(`${lead}: ${shown.join('; ')}.`);
  };
  const texts = (of: (one: Difference) => boolean) => found.filter(of).map(({ text }) => text);
  say(
    'Better than today',
    texts((one) => one.better && !fixed(one)),
  );
  say(
    'Better by its own definition',
    texts((one) => one.better && fixed(one)),
  );
  say(
    'Worse than today',
    texts((one) => !one.better),
  );
  sentences.push(
    ...[untoldInWords(sentences.length > 0 ? 'Other figures' : 'The figures', untold) ?? []].flat(),
  );
  const price = measures.flatMap((measure) => {
    const value = taken.get(measure.id)?.value;
    if (!measure.id.startsWith('change.') || value == null) return [];
    const untouched = measure.better === 'higher' ? value === 1 : value === 0;
    return untouched ? [] : [`${lower(measure.label)} ${figure(value, measure.unit)}`];
  });
  say('The way there', price);
  if (sentences.length === 0) sentences.push('Its figures are those of today.');
  const apart =
    asIs.result.organisation === null ? [] : apartSentences(result.organisation, asIs.result.organisation);
  return [...sentences, ...apart, ...result.explanation];
}

/** A figure whose order of designs may depend on where the chart is cut. */
interface OrderOfDesigns {
  readonly label: string;
  readonly taken: Taken;
}

/** Of which figures the order of the designs holds wherever the chart is cut, and where that of the others first changes. */
export function robustness(figures: readonly OrderOfDesigns[], nameOf: (id: DesignId) => string): string[] {
  const found = figures.flatMap(({ label, taken }) => {
    const reversal = reversalOf(taken);
    return reversal === undefined ? [] : [{ label: lower(label), reversal }];
  });
  const holds = found.flatMap(({ label, reversal }) => (reversal === null ? [label] : []));
  const changes = found.flatMap(({ label, reversal }) => {
    if (reversal === null) return [];
    const { level, better, worse, figures: pair } = reversal;
    const [x, y] = pair.map((value) => grouped(value, 2));
    return [
      `By ${label} the order depends on where departments are taken to begin: with the chart cut at level ${level}, ${nameOf(better)} has ${x} and ${nameOf(worse)} ${y}, the other way round than in the table.`,
    ];
  });
  if (holds.length === 0) return changes;
  return [
    `The order of the designs by ${allOf(holds)} is the same at every level of the chart that makes between three units and a third of the people.`,
    ...changes,
  ];
}
