import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { fitRules } from '../../../src/verdicts/assess.ts';
import { judgementOf, verdictOn } from '../../verdicts/verdicts.ts';

/** Combined certainty without the fact and with it, as each source has it; worked out by hand from the certainties. */
const PAIRS: Readonly<Record<string, readonly [design: DesignId, without: number, withIt: number]>> = {
  'fit-small-company': ['cluster', 0.51, -0.59],
  'fit-clusters-below-minimum': ['cluster', 0.51, -0.59],
  'fit-business-to-consumer': ['cluster', 0.51, -0.29],
  'fit-collaboration': ['cluster', 0.51, -0.18],
  'fit-departmental-tradition': ['cluster', 0.51, 0.02],
  'fit-strategy': ['cluster', 0.51, 0.02],
  'fit-value-proposition': ['cluster', 0.51, 0.18],
  'fit-target-markets': ['cluster', 0.71, -0.18],
  'fit-ideal-customer-profiles': ['cluster', 0.3, 0.51],
  'fit-account-based-marketing': ['cluster', 0.3, 0.58],
  'fit-project-based': ['cluster', 0.51, 0.18],
  'basis-explains-little': ['cluster', 0.51, -0.29],
  'fit-two-bosses-today': ['cluster', 0.3, 0.58],
  'fit-matrix-two-bosses': ['as-is', 0, -0.4],
  'fit-limited-resources': ['lifecycle', 0, -0.4],
  'fit-account-team-reach': ['account-team', 0, -0.68],
  'fit-departments-divide-customer': ['as-is', 0, -0.4],
  'fit-customers-feel-departments': ['as-is', 0, -0.4],
  'fit-exit-neglected': ['lifecycle', 0, 0.3],
  'fit-acquisition-apart': ['lifecycle', 0, 0.3],
  'fit-contact-passed-on': ['lifecycle', 0, -0.2],
  'fit-reward-weight': ['cluster', 0.51, 0.18],
  'fit-payback': ['cluster', 0.51, 0.3],
  'fit-officer-tenure': ['cluster', 0.51, 0.3],
  'fit-officer-conditions': ['cluster', 0.39, 0.18],
  'fit-officer-without-data': ['cluster', 0.51, -0.18],
  'fit-culture-and-metrics': ['cluster', 0.51, 0.18],
};

/** Where two files differ, with places in lists left out: `people.*.manager`. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
  const isList = Array.isArray(a);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${path}.${isList ? '*' : key}`,
    ),
  );
}

test('every rule has its pair', () =>
  expect(Object.keys(PAIRS).sort()).toEqual(fitRules.map(({ id }) => id).sort()));

describe.each(fitRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { bad, good, design = 'as-is' } = rule.examples;
  const [wanted, without, withIt] = PAIRS[id]!;

  test('the two files differ in one fact', () => {
    expect(design).toBe(wanted);
    const places = new Set(differences({ ...parse(bad), name: '' }, { ...parse(good), name: '' }));
    expect([...places]).toHaveLength(1);
  });

  test('and so does the verdict', async () => {
    // The table has two decimals.
    expect(Math.abs((await verdictOn(design, good)).cf - without)).toBeLessThan(0.006);
    expect(Math.abs((await verdictOn(design, bad)).cf - withIt)).toBeLessThan(0.006);
  });

  test('through this rule, whose evidence has a place, a source and what would change it', async () => {
    const [weak, strong] = [await judgementOf(id, design, good), await judgementOf(id, design, bad)];
    expect(Math.sign(strong!.cf! - (weak!.cf ?? 0))).toBe(Math.sign(withIt - without));
    expect(rule.fit.change).toMatch(/^It would change .*\.$/);
    for (const { text, certainty, at } of strong!.premises) {
      expect(text).toMatch(/^[^A-Z].*[^.]$/);
      expect(certainty).toBeGreaterThan(0);
      expect(certainty).toBeLessThanOrEqual(1);
      expect(at()).toMatchObject({ file: 'org.yaml', line: expect.any(Number) });
    }
  });
});
