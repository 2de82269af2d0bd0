import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratchet } from '../../../src/policy/ratchet.ts';
import { inJson } from '../../../src/render/json.ts';
import type { Finding } from '../../../src/rules/finding.ts';
import { SEVERITIES } from '../../../src/schema/choices.ts';
import { check as checkSchema } from '../../../src/schema/documents/check.ts';
import { anyOrganisation } from '../../support/organisations.ts';
import { renderCheckTable } from '../../support/rendered.ts';
import { runs } from '../../support/runs.ts';
import { checked, findingsOf } from './checked.ts';

const STRICT = `extends: strict
failOn: note
maxWarnings: 0
maxMoved: 0
measures: { silos.effective: { max: 1 }, layers.count: { max: 1 }, expertise.fragmentation: {} }`;
const RUNS = { numRuns: runs(25) };

describe('of any organisation', () => {
  test('what did not change passes, whatever the policy', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (organisation) => {
        const check = await checked(organisation, { before: { ...organisation }, policy: STRICT });
        expect(check.verdict).toMatchObject({ pass: true, reasons: [] });
        expect(findingsOf(check).every(({ state }) => state === 'unchanged')).toBe(true);
        // Not for want of looking.
        expect(findingsOf(check).length).toBe(
          findingsOf(await checked(organisation, { policy: STRICT })).length,
        );
      }),
      RUNS,
    );
  });

  test('a change and its way back mirror each other', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, anyOrganisation, async (one, other) => {
        const there = findingsOf(await checked(other, { before: one }));
        const returned = await checked(one, { before: other });
        const back = findingsOf(returned);
        const of = (list: typeof there, ...states: string[]) =>
          list
            .flatMap(({ state, fingerprint, memberFingerprints = [fingerprint] }) =>
              states.includes(state) ? memberFingerprints : [],
            )
            .sort();
        const [isNew, isGone] = [of(there, 'new').length, of(back, 'gone').length];
        // What the data of the one do not bear is not gone.
        if (returned.structures[0]!.notJudged === undefined) expect(isNew).toBe(isGone);
        else expect(isNew).toBeGreaterThanOrEqual(isGone);
        expect(of(there, 'unchanged')).toEqual(of(back, 'unchanged'));
        // Better in one respect and worse in another is worse both ways.
        expect(of(back, 'worse')).toEqual(expect.arrayContaining(of(there, 'improved')));
      }),
      RUNS,
    );
  });

  test('the document is valid, the same twice, and no two findings share a fingerprint', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, anyOrganisation, async (after, before) => {
        const check = await checked(after, { before, policy: STRICT });
        expect(checkSchema.parse(check)).toEqual(check);
        expect(inJson(await checked(after, { before, policy: STRICT }))).toBe(inJson(check));
        const marks = findingsOf(check).map(({ fingerprint }) => fingerprint);
        expect(new Set(marks).size).toBe(marks.length);
        const severities = findingsOf(check)
          .filter(({ state }) => state !== 'gone')
          .map(({ severity }) => SEVERITIES.indexOf(severity));
        expect(severities).toEqual([...severities].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });

  test('lines that move leave every fingerprint as it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, fc.integer({ min: 1, max: 40 }), async (organisation, lines) => {
        const text = JSON.stringify(organisation);
        const marks = async (file: string) =>
          findingsOf(await checked(file)).map(({ fingerprint, at }) => ({ fingerprint, line: at.line }));
        const moved = await marks('# more\n'.repeat(lines) + text);
        expect(moved).toEqual((await marks(text)).map((one) => ({ ...one, line: one.line + lines })));
      }),
      RUNS,
    );
  });

  test('a table shows the verdict and no person by name', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, anyOrganisation, async (after, before) => {
        const check = await checked(after, { before, policy: STRICT });
        const table = renderCheckTable(check, { columns: 80, color: false, quiet: false });
        expect(table).toContain(check.verdict.pass ? 'Passed' : 'Failed');
        expect(table.endsWith('\n')).toBe(true);
        expect(table).not.toContain('{person:');
      }),
      RUNS,
    );
  });
});

describe('the ratchet', () => {
  const finding: fc.Arbitrary<Finding> = fc.record({
    rule: fc.constantFrom('a', 'b'),
    severity: fc.constantFrom(...SEVERITIES),
    message: fc.constant('.'),
    value: fc.option(fc.integer({ min: 0, max: 5 })),
    limit: fc.constantFrom(3, null),
    count: fc.integer({ min: 1, max: 3 }),
    entity: fc.record({ kind: fc.constantFrom('unit', 'person'), id: fc.constantFrom('x', 'y') }),
    examples: fc.constant([]),
    at: fc.constant(() => ({ file: 'f', line: 1, column: 1 })),
  });
  const findings = fc.array(finding, { maxLength: 12 });

  test('keeps every finding of both, each once', () => {
    fc.assert(
      fc.property(findings, findings, (before, after) => {
        const aged = ratchet(before, after);
        const gone = aged.filter(({ state }) => state === 'gone');
        expect(aged.length - gone.length).toBe(after.length);
        const paired = aged.filter((one) => one.before !== undefined);
        expect(paired.length + gone.length).toBe(before.length);
      }),
    );
  });

  test('calls worse what is more severe, in more places, or further off', () => {
    fc.assert(
      fc.property(finding, finding, (one, other) => {
        const before = { ...other, rule: one.rule, entity: one.entity, limit: one.limit };
        const [aged] = ratchet([before], [one]);
        const rank = (of: Finding) => SEVERITIES.indexOf(of.severity);
        const off = (of: Finding) =>
          of.value === null || of.limit === null ? 0 : Math.abs(of.value - of.limit);
        const known = one.value !== null && before.value !== null && one.limit !== null;
        const worse =
          rank(one) < rank(before) || one.count > before.count || (known && off(one) > off(before));
        expect(aged!.state === 'worse').toBe(worse);
      }),
    );
  });
});
