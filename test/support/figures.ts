import { designs } from '../../src/designs/index.ts';
import { measures } from '../../src/measures/index.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { viewOf } from '../../src/model/view.ts';

/** The status and every figure of every design, each under the name of both. */
export function figuresOfAll(organisation: Organisation): Record<string, number | string | null> {
  const found: Record<string, number | string | null> = {};
  for (const design of designs) {
    const { organisation: after, status } = design.apply(organisation);
    found[`${design.id} status`] = status;
    if (after === null) continue;
    const [view, base] = [viewOf(after), viewOf(organisation)];
    for (const measure of measures) {
      const { value } = measure.take(view, base);
      // What only the order of summing makes different is the same.
      found[`${design.id} ${measure.id}`] = value === null ? null : Number(value.toPrecision(9));
    }
  }
  return found;
}
