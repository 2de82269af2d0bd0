import fc from 'fast-check';
import { expect, it } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { measures } from '../../src/measures/index.ts';
import { viewOf } from '../../src/model/view.ts';
import { anyOrganisation, organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

it('no figure of any design depends on the order of the rows', async () => {
  const reversed = anyOrganisation.map((content) => ({
    content,
    turned: {
      ...content,
      people: [...content.people].reverse(),
      customers: [...content.customers].reverse(),
    },
  }));
  await fc.assert(
    fc.asyncProperty(reversed, async ({ content, turned }) => {
      const [one, other] = [await organisationOf(content), await organisationOf(turned)];
      for (const design of designs) {
        const [a, b] = [design.apply(one), design.apply(other)];
        expect(b.status).toBe(a.status);
        if (a.organisation === null || b.organisation === null) continue;
        expect(b.organisation.people.id).toEqual(a.organisation.people.id);
        const figures = (organisation: typeof one, base: typeof one) =>
          measures.map((measure) => measure.take(viewOf(organisation), viewOf(base)).value);
        const [first, second] = [figures(a.organisation, one), figures(b.organisation, other)];
        first.forEach((value, at) => {
          if (value === null) expect(second[at], measures[at]!.id).toBeNull();
          else expect(second[at], `${design.id} ${measures[at]!.id}`).toBeCloseTo(value, 8);
        });
      }
    }),
    { numRuns: runs(30) },
  );
});
