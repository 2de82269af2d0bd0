import fc from 'fast-check';
import { expect, it } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { measures } from '../../src/measures/index.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { treeOf } from '../../src/model/tree.ts';
import { sameWork, viewOf } from '../../src/model/view.ts';
import { anyOrganisation, designOf, example, organisationOf } from '../support/organisations.ts';

/** The same as a company of its own, which has nothing in common with the one that it was made of. */
function alone(organisation: Organisation): Organisation {
  const own: Organisation = { ...organisation, asGiven: () => own };
  return own;
}

/** Every figure with its heights, of a design that shares what it can with today's, and of the same by itself. */
function figures(today: Organisation, design: Organisation) {
  const before = viewOf(today);
  return measures.map((measure) => {
    const { heights, ...rest } = measure.take(viewOf(design), before);
    return [measure.id, rest, heights];
  });
}

/** A company that has each of these forms already, so that most of it stays as it is. */
const inForms = (organisation: Organisation): readonly Organisation[] => [
  organisation,
  ...(['functional', 'cluster'] as const).flatMap((id) => {
    const { organisation: after } = designOf(id).apply(organisation);
    return after === null ? [] : [alone(after)];
  }),
];

function eachDesign(organisation: Organisation, look: (today: Organisation, design: Organisation) => void) {
  for (const today of inForms(organisation))
    for (const { apply } of designs) {
      const { organisation: design } = apply(today);
      if (design !== null) look(today, design);
    }
}

it('gives a design that shares with today what it has by itself', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrganisation, async (input) => {
      eachDesign(await organisationOf(input), (today, design) =>
        expect(figures(today, design)).toEqual(figures(today, alone(design))),
      );
    }),
    { numRuns: 20 },
  );
});

it('shares the chart where a design leaves lines as they are, and who works for customers where it leaves that', async () => {
  let [charts, work] = [0, 0];
  eachDesign(await example('halden'), (today, design) => {
    if (design === today) return;
    expect(figures(today, design)).toEqual(figures(today, alone(design)));
    if (treeOf(design) === treeOf(today)) charts++;
    if (sameWork(viewOf(design)) === viewOf(today)) work++;
  });
  expect(charts).toBeGreaterThan(1);
  expect(work).toBeGreaterThan(0);
});
