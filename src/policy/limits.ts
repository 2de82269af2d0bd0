import type { CheckedMeasure } from '../schema/documents/check.ts';
import type { LimitInput } from '../schema/input/check-policy.ts';
import { exceeds } from './ratchet.ts';

export type Limit = NonNullable<CheckedMeasure['limit']>;
type Better = CheckedMeasure['better'];

/** A limit as it is told; null where nothing is limited, and the measure only shown. */
export function limitOf({ min, max, tolerance }: LimitInput): Limit | null {
  if (min === undefined && max === undefined && tolerance === undefined) return null;
  return { min: min ?? null, max: max ?? null, tolerance: tolerance ?? 0 };
}

/** The limit that a value is beyond; undefined where it is within. */
export function crossed(value: number, { min, max }: Limit): { limit: number; upper: boolean } | undefined {
  if (max !== null && exceeds(value, max)) return { limit: max, upper: true };
  if (min !== null && exceeds(min, value)) return { limit: min, upper: false };
  return undefined;
}

/** How much worse the second value is, in the direction that a limit or the measure itself gives; below 0 it is better. */
const worsening = (before: number, after: number, lowerIsBetter: boolean): number =>
  lowerIsBetter ? after - before : before - after;

export interface LimitVerdict {
  readonly status: CheckedMeasure['status'];
  /** The figure that was not to be crossed. */
  readonly limit: number | null;
  readonly upper: boolean;
  /** How much worse than before; null without a figure before. */
  readonly worse: number | null;
}

/**
 * How a measure stands to its limit. Beyond it in the baseline as well, it is tolerated as long as it does not get worse by
 * more than the tolerance; what was within and is beyond now is never tolerated. A limit without least and most is the
 * figure of the baseline, with the tolerance.
 */
export function standing(
  before: number | null,
  after: number | null,
  limit: Limit | null,
  better: Better,
): LimitVerdict {
  const none = { limit: null, upper: true, worse: null };
  if (limit === null) return { ...none, status: 'not-limited' };
  const known = before !== null;
  // A limited figure that can be taken no more could be anything.
  if (after === null) return { ...none, status: known ? 'beyond' : 'unknown' };
  if (limit.min === null && limit.max === null) {
    if (!known) return { ...none, status: 'unknown' };
    const upper = better === 'lower';
    const worse = worsening(before, after, upper);
    const allowed = upper ? before + limit.tolerance : before - limit.tolerance;
    const beyond = exceeds(worse, limit.tolerance);
    return { status: beyond ? 'beyond' : 'within', limit: allowed, upper, worse };
  }
  const beyond = crossed(after, limit);
  const was = known ? crossed(before, limit) : undefined;
  const told = beyond ?? was;
  const upper = told?.upper ?? true;
  const worse = known ? worsening(before, after, upper) : null;
  if (beyond === undefined) return { status: 'within', limit: told?.limit ?? null, upper, worse };
  const sameSide = was !== undefined && was.upper === beyond.upper;
  const tolerated = sameSide && !exceeds(worse!, limit.tolerance);
  return { status: tolerated ? 'tolerated' : 'beyond', limit: beyond.limit, upper, worse };
}
