import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf } from '../../../src/model/view.ts';
import { maturityOf } from '../../../src/questionnaire/maturity/maturity.ts';
import { together } from '../../../src/questionnaire/readiness/evidence.ts';
import { readinessOf } from '../../../src/questionnaire/readiness/readiness.ts';
import { maturity, READINESS_STATES, readiness } from '../../../src/schema/documents/assessment.ts';
import { anyOrganisation, designOf, organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';

test('any organisation can be assessed, as the schemas say', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrganisation, async (file) => {
      const organisation = await organisationOf(file);
      const view = viewOf(organisation);
      expect(maturity.safeParse(maturityOf(view)).error?.issues ?? []).toEqual([]);
      for (const id of ['cluster', 'lifecycle'] as const) {
        const design = designOf(id);
        const result = design.apply(organisation);
        const then = result.organisation && viewOf(result.organisation);
        const found = readinessOf(view, design, result, then);
        expect(readiness.safeParse(found).error?.issues ?? []).toEqual([]);
        for (const { state, evidence, source } of found!.parts.flatMap(({ items }) => items)) {
          expect(evidence.length).toBeGreaterThan(0);
          expect(state).toBe(together(evidence.map((one) => one.state)));
          expect(source).not.toBe('');
          for (const { text } of evidence) expect(text).toMatch(/^\S.*\.$/s);
        }
      }
    }),
    { numRuns: runs(40) },
  );
}, 60_000);

test('evidence together is in place only where all of it is, and never better than its worst', () => {
  const state = fc.constantFrom(...READINESS_STATES);
  fc.assert(
    fc.property(fc.array(state, { minLength: 1 }), (states) => {
      const whole = together(states);
      expect(whole === 'in-place').toBe(states.every((one) => one === 'in-place'));
      expect(whole === 'open').toBe(states.includes('open'));
      expect(together([...states].reverse())).toBe(whole);
    }),
  );
  expect(together([])).toBe('unknown');
});
