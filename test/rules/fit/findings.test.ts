import { describe, expect, test } from 'vitest';
import { fitting } from '../../../src/rules/examples/companies.ts';
import { isOfCompany } from '../../../src/rules/fit/fit-rule.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { fitRules } from '../../../src/verdicts/assess.ts';
import { organisationOf } from '../../support/organisations.ts';
import { candidatesOf, judgementOf } from '../../verdicts/verdicts.ts';
import { findingsOf } from '../findings.ts';

/** Rules whose cause another rule or the status of the design tells. */
const TOLD_OTHERWISE = ['fit-phases-below-minimum', 'fit-matrix-two-bosses', 'fit-account-team-reach'];

const isPossible = async (design: DesignId, file: string) =>
  candidatesOf(await organisationOf(file), [design]).designs[0]!.view !== null;

/** Findings of one rule on the design, where it is possible. */
async function own(id: string, design: DesignId, file: string) {
  if (!(await isPossible(design, file))) return [];
  return (await findingsOf(file, design)).filter(({ rule }) => rule === id);
}

const setTo = (id: string, severity: string, file: string) =>
  /^policy: \{/m.test(file)
    ? file.replace(/^policy: \{/m, `policy: { rules: { ${id}: ${severity} },`)
    : `${file}\npolicy: { rules: { ${id}: ${severity} } }\n`;

describe.each(fitRules.map((rule) => [rule.id, rule] as const))(
  '%s',
  (id, { examples, summary, why, fit }) => {
    const { bad, good } = examples;
    const design = examples.design ?? 'as-is';
    const subject = isOfCompany(fit) ? 'company' : design;

    test('says what it is about, why, and with which certainty', () => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(why.text).toMatch(/^[A-Z].*\.$/);
      expect(why.source).not.toBe('');
      for (const { when, certainty, designs } of fit.statements) {
        expect(when).toMatch(/^[^A-Z].{4,40}[^.]$/);
        // Only what a user says is ever certain.
        expect(Math.abs(certainty)).toBeLessThan(1);
        expect(certainty).not.toBe(0);
        expect(designs.length).toBeGreaterThan(0);
      }
    });

    test('is a finding where it weighs 0.4 against a design, unless that is told already', async () => {
      const { cf } = (await judgementOf(id, subject, bad))!;
      const found = await own(id, design, bad);
      expect(found).toHaveLength(cf! <= -0.4 + 1e-9 && !TOLD_OTHERWISE.includes(id) ? 1 : 0);
      for (const { message, entity, at, severity } of found) {
        expect(message).toMatch(/^[A-Z0-9{].* (To change that: |It would be otherwise ).*\.$/);
        expect(entity.id).not.toBe('');
        expect(at()).toMatchObject({ file: 'org.yaml', line: expect.any(Number) });
        expect(severity).toBe('warning');
      }
      expect(await own(id, design, good)).toEqual([]);
    });

    test('can be set to another severity, and off', async () => {
      const before = await own(id, design, bad);
      const severities = (await own(id, design, setTo(id, 'error', bad))).map(({ severity }) => severity);
      expect(severities).toEqual(before.map(() => 'error'));
      expect(await own(id, design, setTo(id, 'off', bad))).toEqual([]);
      expect(await judgementOf(id, subject, setTo(id, 'off', bad))).toBeUndefined();
    });
  },
);

test('what speaks against every redesign is one finding, on today, and an item of each verdict', async () => {
  const { bad } = fitRules.find(({ id }) => id === 'fit-reward-weight')!.examples;
  const [finding] = await own('fit-reward-weight', 'as-is', bad);
  expect(finding).toMatchObject({ entity: { kind: 'organisation', id: 'Pay' } });
  expect(finding!.message).toBe(
    '0 % of executives’ variable pay depends on customer measures, where 20 % would count (context.customerPayShare): that speaks against any reorganisation. To change that: a fifth or more of variable pay on customer measures, for all executives.',
  );
  for (const design of ['functional', 'cluster'] as const)
    expect(await own('fit-reward-weight', design, bad)).toEqual([]);
});

test('a certainty of the file makes findings too', async () => {
  const file = fitting('Payback', { context: { paybackYears: 4 } });
  expect(await own('fit-payback', 'as-is', file)).toEqual([]);
  const surer = file.replace('centreSize: 0', 'centreSize: 0, certainties: { fit-payback: -0.5 }');
  expect(await own('fit-payback', 'as-is', surer)).toHaveLength(1);
});
