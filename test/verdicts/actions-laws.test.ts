import { describe, expect, test } from 'vitest';
import { settledLines } from '../../src/model/conflicts.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { PracticeId } from '../../src/schema/input/practices.ts';
import type { Action } from '../../src/verdicts/actions.ts';
import { assess } from '../../src/verdicts/assess.ts';
import { example } from '../support/organisations.ts';
import { candidatesOf } from './verdicts.ts';

describe('every action is really made', () => {
  /** The organisation with an action done, as somebody would do it in the file. */
  function done(
    organisation: Organisation,
    { key, text }: Action,
    policy = organisation.policy,
  ): Organisation {
    const [area, ...rest] = key.split('.');
    const name = rest.join('.');
    if (key === 'designs.cluster.include') {
      const put = /^Put (.+) inside/.exec(text)![1]!;
      const { id } = organisation.capabilities.find((one) => one.name.toLowerCase() === put.toLowerCase())!;
      const { cluster } = organisation.options;
      const include = [...(cluster?.include ?? []), id];
      return { ...organisation, options: { ...organisation.options, cluster: { ...cluster, include } } };
    }
    if (key === 'people.managers') return settledLines(organisation);
    if (area === 'practices')
      return {
        ...organisation,
        practices: new Map(organisation.practices).set(name as PracticeId, {
          ...organisation.practices.get(name as PracticeId)!,
          answer: 'yes',
        }),
      };
    const better: Record<string, unknown> = {
      collaboration: 'good',
      departmentalTradition: 'no',
      limitedResources: 'no',
      staff: 1.2 * policy.smallCompany,
      customerPayShare: policy.smallRewardShare,
      paybackYears: policy.paybackLimit,
    };
    expect(Object.keys(better)).toContain(name);
    return { ...organisation, context: { ...organisation.context, [name]: better[name] } };
  }

  test.each(['halden', 'marrowgate', 'tindle-and-moss'])(
    '%s with all that is advised done, designs made again, has the verdicts that were told',
    async (name) => {
      let organisation = await example(name);
      const { baseline, designs } = candidatesOf(organisation);
      const { actions } = assess(baseline, designs);
      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions) {
        const old = organisation;
        organisation = done(organisation, action);
        if (action.design === null) continue;
        const before = assess(...inOrder(candidatesOf(old))).verdicts;
        const after = assess(...inOrder(candidatesOf(organisation))).verdicts;
        expect(before.get(action.design)!.cf).toBeCloseTo(action.before.cf, 9);
        expect(after.get(action.design)!.cf).toBeCloseTo(action.after.cf, 9);
        for (const { rule, design } of action.clears) {
          if (design === null) continue;
          const weighs = (of: typeof after) =>
            of.get(design)!.against.find((item) => item.rule.id === rule)?.cf ?? 0;
          expect(weighs(before)).toBeLessThanOrEqual(-0.2 + 1e-9);
          expect(weighs(after)).toBeGreaterThan(-0.2);
        }
      }
    },
  );

  const inOrder = ({ baseline, designs }: ReturnType<typeof candidatesOf>) => [baseline, designs] as const;
});
