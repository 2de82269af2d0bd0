import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { designs } from '../../../src/designs/index.ts';
import { transitionOf } from '../../../src/designs/transition/transition.ts';
import { stageStem } from '../../../src/documents/transition/blocks.ts';
import { showTransition } from '../../../src/documents/transition/transition.ts';
import { measures } from '../../../src/measures/index.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { viewOf } from '../../../src/model/view.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { COMPANY } from '../../designs/transition/company.ts';
import { anyOrganisation, designOf, example, organisationOf } from '../../support/organisations.ts';
import { renderTransition } from '../../support/rendered.ts';
import { runs } from '../../support/runs.ts';

const OPTIONS = { columns: 80, color: false, quiet: false };

const shown = (before: Organisation, id: DesignId) => {
  const transition = transitionOf(before, id, designOf(id).apply(before));
  return { transition, shown: showTransition(before, transition) };
};

const lowerFirst = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;

describe('what is worse for a while', () => {
  it('is a figure that is clearly worse than both today and at the end, and each such figure is told', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        anyOrganisation,
        fc.constantFrom(...designs.map(({ id }) => id).filter((id) => id !== 'as-is')),
        async (content, id) => {
          const before = await organisationOf(content);
          const { transition, shown: result } = shown(before, id);
          const [base, end] = [viewOf(before), viewOf(transition.stages.at(-1)?.organisation ?? before)];
          transition.stages.forEach(({ organisation }, at) => {
            const { worse } = result.stages[at]!;
            const view = viewOf(organisation);
            for (const measure of measures) {
              const [now, from, to] = [view, base, end].map((one) => measure.take(one, base));
              const label = lowerFirst(measure.label);
              const isTold = worse.some((text) => new RegExp(`^${label} -?[\\d.,]+( %)? \\(`).test(text));
              if (isTold) told++;
              const comparable = [from, to].every(
                (other) => Math.abs((now!.coverage ?? 1) - (other!.coverage ?? 1)) <= 0.05,
              );
              if (now!.value === null || from!.value === null || to!.value === null || !comparable) {
                expect(isTold, measure.id).toBe(false);
                continue;
              }
              const sign = measure.better === 'lower' ? 1 : measure.better === 'higher' ? -1 : 0;
              const apart = (other: number) =>
                (sign * (now!.value! - other)) / Math.max(Math.abs(now!.value!), Math.abs(other), 1e-300);
              const least = Math.min(apart(from!.value), apart(to!.value));
              // At the limit itself rounding decides.
              if (Math.abs(least - 0.05) > 1e-6) expect(isTold, measure.id).toBe(least > 0.05);
            }
          });
        },
      ),
      { numRuns: runs(60) },
    );
    expect(told).toBeGreaterThan(10);
  });

  it('is nothing at the last stage', async () => {
    const { shown: result } = shown(await organisationOf(COMPANY), 'cluster');
    expect(result.stages.at(-1)!.worse).toEqual([]);
  });

  it('names people who have two places', async () => {
    const { transition, shown: result } = shown(await organisationOf(COMPANY), 'cluster');
    const { leading } = transition.stages[0]!.dualWork;
    expect(leading).toBeGreaterThan(1);
    expect(result.stages[0]!.worse).toContain(`${leading} people still lead their old teams`);
  });

  it('says which work nobody does, where a capability has fewer people than there are clusters', async () => {
    // The only account manager goes to dairy, the pilot; the other clusters have none before they begin, with seats to fill.
    const before = await organisationOf({
      ...COMPANY,
      departments: COMPANY.departments.filter(({ id }) => id !== 'key'),
      people: COMPANY.people.filter(({ id }) => !/^(key|accounts-[1-9])/.test(id)),
      customers: COMPANY.customers.map(({ owner: _, ...customer }) => customer),
      designs: { cluster: { clusters: 3, pinned: { 'accounts-0': 'dairy' } } },
    });
    const { transition, shown: result } = shown(before, 'cluster');
    const lacking = result.stages.filter(({ worse }) =>
      worse.some((text) => /hours are served .*account management/.test(text)),
    );
    const unserved = transition.stages.filter(({ organisation }) =>
      viewOf(organisation)
        .service()
        .classes.some(({ groups }) => groups.some(({ pool }) => pool === null)),
    );
    expect(lacking.length).toBe(unserved.length);
    expect(lacking.length).toBeGreaterThan(0);
  });
});

describe('the table of stages', () => {
  test.each(['halden', 'tindle-and-moss', 'marrowgate'])(
    'of %s is no wider than 80 columns',
    async (name) => {
      const before = await example(name);
      for (const { id } of designs.slice(1)) {
        const text = renderTransition(shown(before, id).shown, OPTIONS);
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
        expect(text).not.toMatch(/undefined|NaN/);
        expect(text).toMatch(/\n$/);
      }
    },
  );

  test('has a line for each stage, and what it needs and costs', async () => {
    const before = await organisationOf({ ...COMPANY, designs: { cluster: { clusters: 9 } } });
    const { shown: result, transition } = shown(before, 'cluster');
    const text = renderTransition(result, OPTIONS);
    result.stages.forEach((stage, at) => {
      const stem = stageStem(result.stages, at);
      expect(text).toMatch(new RegExp(`^ *${stem} +${stage.moved} +${stage.movedSoFar} `, 'm'));
      expect(text).toContain(`${stem}  ${stage.name}`);
    });
    for (const { name } of transition.candidates) expect(text).toContain(name);
    expect(text).toMatch(/To be filled before it: /);
    const quiet = renderTransition(result, { ...OPTIONS, quiet: true });
    expect(quiet).not.toContain('•');
    expect(quiet).toContain('01-foundations');
  });

  test('numbers stages so that their names sort in their order', () => {
    const stages = Array.from({ length: 120 }, (_, at) => ({ id: `wave-${at}` }));
    const stems = stages.map((_, at) => stageStem(stages, at));
    expect([...stems].sort()).toEqual(stems);
    expect(stems[0]).toBe('001-wave-0');
    expect(stageStem(stages.slice(0, 9), 0)).toBe('01-wave-0');
  });
});
