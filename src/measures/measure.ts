import { memo } from '../base/memo.ts';
import { closedGates } from '../model/quality.ts';
import type { View } from '../model/view.ts';
import type { DataGate } from '../schema/documents/quality.ts';
import type { DesignId } from '../schema/input/designs.ts';

type Shown = 'number' | 'revenue';

/** What a measure says of one organisation. */
export interface MeasureResult {
  /** null where the measure cannot be taken; `reason` then says why. */
  readonly value: number | null;
  readonly reason?: string;
  /** Better than the baseline, or so it looks, by what units and teams are called: what it counts there is as it was. */
  readonly renamed?: true;
  /** The figure where it would tell what somebody is paid: limits are judged by it, and nothing shows it. */
  readonly untold?: number;
  /** Share of the journey hours behind the figure that somebody serves; 1 if left out. */
  readonly coverage?: number | null;
  /** Share of the hours behind the figure that were assumed; 0 if left out. */
  readonly assumedShare?: number;
  /** The same with customers weighted by revenue instead of by number. */
  readonly byRevenue?: number | null;
  /** Between which figures it lies, where its source gives no more than that; `value` is in the middle. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Which of the two tables, answers and rankings show; by number if left out. */
  readonly shown?: Shown;
  readonly distribution?: { p10: number; median: number; p90: number; maximum: number };
  readonly bands?: Readonly<Record<string, number>>;
  /** The figure of each capability, by id. */
  readonly byCapability?: Readonly<Record<string, number>>;
  readonly heights?: readonly { height: string; units: number; value: number | null }[];
}

/** Less than this beside a whole is the rounding of a sum. */
const ROUNDING = 1e-9;

/** A share that is a sum of parts, all of which are all of it. */
export const shareOfWhole = (share: number): number => (Math.abs(1 - share) <= ROUNDING ? 1 : share);

/** Designs whose coverage differs by more than this serve customers differently: less work is not better work. */
export const COVERAGE_APART = 0.05;
/** Above this share of assumed hours a figure names no winner. */
export const MOST_ASSUMED = 0.5;

/** The figure that is shown: by revenue where nine customers in ten have one and the market is b2b, else by number. */
export const shownValue = ({
  value,
  byRevenue,
  shown,
}: {
  readonly value: number | null;
  readonly byRevenue?: number | null | undefined;
  readonly shown?: Shown | undefined;
}): number | null => (shown === 'revenue' ? (byRevenue ?? null) : value);

/** A figure that is taken of today's organisation and of every design by the same code. */
export interface Measure {
  readonly id: string;
  /** Short heading for tables. */
  readonly label: string;
  readonly summary: string;
  /** The definition as a formula or a sentence, with its edge cases. */
  readonly formula: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher' | 'none';
  /** Article or study behind it. */
  readonly source: string;
  /** Where its inputs stand in the file, and so how to change it. */
  readonly change: string;
  /** Said of the company and not of its form: no design changes it. */
  readonly ofCompany?: true;
  /** Told of the way from one organisation to another, as all whose id begins with `change.`: of one alone it says nothing. */
  readonly ofChange?: true;
  /** Designs that fix the figure by their definition, and at what: only there it says nothing about the company. */
  readonly byConstruction: Readonly<Partial<Record<DesignId, number | 'any'>>>;
  /** What of the data has to be good enough: else the figure is null, with the reason. */
  readonly needs: readonly DataGate[];
  /** Whether the file gives what the measure is about; if not, the report leaves it out. Always, if left out. */
  applies?(baseline: View): boolean;
  /** Measures of change compare with `baseline`, the organisation as it is; the others ignore it. */
  take(view: View, baseline: View): MeasureResult;
}

/** Whether a design fixes a figure by its definition. Skills that stay outside the clusters keep it open, say. */
export function isByConstruction(
  { byConstruction }: Measure,
  design: DesignId,
  value: number | null,
): boolean {
  const fixed = byConstruction[design];
  return fixed === 'any' || (fixed !== undefined && value !== null && Math.abs(value - fixed) < 1e-9);
}

/** A measure as it is written: without designs that fix it, none does; without needs, it is taken whatever the data are like. */
export type MeasureInput = Omit<Measure, 'byConstruction' | 'needs'> &
  Partial<Pick<Measure, 'byConstruction' | 'needs'>>;

/** Whether it is taken of the way from one organisation to another, and so rests on the data of both. */
export const isOfChange = ({ id, ofChange }: Pick<Measure, 'id' | 'ofChange'>): boolean =>
  ofChange === true || id.startsWith('change.');

export function defineMeasure({ needs = [], take, ...measure }: MeasureInput): Measure {
  return Object.freeze({
    byConstruction: {},
    ...measure,
    needs,
    // Asked for by figures, risks and answers alike.
    take: memo((view: View, baseline: View): MeasureResult => {
      const sides = isOfChange(measure) ? [view, baseline] : [view];
      const [closed] = sides.flatMap(({ organisation }) => closedGates(organisation, needs));
      return closed === undefined ? take(view, baseline) : { value: null, reason: closed.mend };
    }),
  });
}
