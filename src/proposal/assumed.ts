import { assumptionsOf } from '../documents/report/assumptions.ts';
import type { Assumption, Organisation } from '../model/organisation.ts';
import { viewOf } from '../model/view.ts';
import type { DesignId } from '../schema/input/designs.ts';

/** What every reading of a file finds out by itself, from the marks in it. */
const FOUND_AGAIN = new Set([
  'built-in-journey',
  'step-hours',
  'accountable-units',
  'acquisition-cost',
  'acquisition-rate',
]);

/** What a design rests on without its being known, other than what a reading of its file finds by itself. */
export function assumedIn(
  before: Organisation,
  after: Organisation,
  design: DesignId,
): readonly Assumption[] {
  return assumptionsOf(viewOf(before), [{ id: design, organisation: after }]).filter(
    ({ id }) => !FOUND_AGAIN.has(id),
  );
}
