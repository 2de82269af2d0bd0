import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REDESIGNS } from '../../src/rules/fit/statement.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { fitRules } from '../../src/verdicts/assess.ts';
import { caseOf } from '../../src/verdicts/candidate.ts';
import { withForms } from '../../src/verdicts/form.ts';
import { verdictOf } from '../../src/verdicts/verdict.ts';
import { organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';
import {
  bank,
  consultancy,
  type FactSheet,
  organisationFrom,
  retailer,
  services,
  software,
} from './fact-sheets.ts';
import { candidatesOf, judgementOf } from './verdicts.ts';

/*
 * How a verdict moves as one thing of a company grows and all else stays: the way that the articles say, whatever else was
 * answered, and never the other.
 */

const SHEETS: readonly FactSheet[] = [retailer, services, consultancy, software, bank];
const ALL = ['as-is', ...REDESIGNS] as const;
const ROUNDING = 1e-9;

/** The designs of a company of each sheet, made once; answers are changed beside them. */
const companies = SHEETS.map(async (sheet) => {
  const organisation = await organisationOf(organisationFrom(sheet));
  const { baseline, designs } = candidatesOf(organisation, ALL);
  return withForms(baseline, designs.map(caseOf));
});

type Answers = Readonly<Record<string, string | number | undefined>>;

/** The certainty that each design suits, with these answers in the place of those of the sheet. */
async function certainties(
  company: number,
  { context = {}, practices = {} }: { context?: Answers; practices?: Answers },
) {
  const cases = await companies[company]!;
  const at = () => ({ file: '', line: 1, column: 1 });
  return new Map(
    cases.map((fit) => {
      const given = Object.entries(practices).map(([id, answer]) => [id, { answer, at }] as const);
      const facts = {
        ...fit.facts,
        context: { ...fit.facts.context, ...context },
        practices: new Map([...fit.facts.practices, ...(given as never[])]),
      } as typeof fit.facts;
      return [fit.design, verdictOf(fitRules, { ...fit, facts }).cf] as const;
    }),
  );
}

const PRACTICE = fc.constantFrom('yes', 'partly', 'no', 'unknown');
/** What else may have been answered. */
const others = fc.record({
  context: fc.record({
    limitedResources: PRACTICE,
    costPressure: PRACTICE,
    technologyPace: PRACTICE,
    market: fc.constantFrom('b2b', 'b2c', 'mixed', undefined),
    staff: fc.constantFrom(40, 90, 110, 400, undefined),
  }),
  practices: fc.record({
    'target-markets-clear': PRACTICE,
    'ideal-customer-profiles': PRACTICE,
    'one-organisation-felt': PRACTICE,
    'exit-communication': PRACTICE,
  }),
});

/** Answers, from the one with which designs suit least, and the designs that then suit no less. */
const ANSWERS: readonly (readonly [
  area: 'context' | 'practices',
  key: string,
  fromWorst: readonly string[],
  designs: readonly DesignId[],
])[] = [
  ['context', 'collaboration', ['poor', 'mixed', 'good'], ALL],
  ['context', 'departmentalTradition', ['yes', 'partly', 'no'], ALL],
  ['context', 'limitedResources', ['yes', 'partly', 'no'], ['account-team', 'cluster']],
  ['context', 'costPressure', ['no', 'partly', 'yes'], ['functional']],
  ['context', 'technologyPace', ['no', 'partly', 'yes'], ['functional']],
  ['context', 'market', ['b2c', 'mixed', 'b2b'], ['cluster']],
  ['practices', 'strategy-clear', ['no', 'partly', 'yes'], ALL],
  ['practices', 'target-markets-clear', ['no', 'partly', 'yes'], ['cluster']],
  ['practices', 'ideal-customer-profiles', ['no', 'partly', 'yes'], ['cluster']],
  ['practices', 'account-based-marketing', ['no', 'partly', 'yes'], ['cluster', 'account-team']],
];

describe.each(ANSWERS)('a better answer to %s.%s', (area, key, fromWorst, designs) => {
  test('makes no design that it is about suit less, whatever else was answered', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(SHEETS.length - 1), others, async (company, given) => {
        let before: ReadonlyMap<DesignId, number> | undefined;
        for (const answer of fromWorst) {
          const changed = { ...given, [area]: { ...given[area], [key]: answer } };
          const now = await certainties(company, changed);
          for (const design of designs)
            expect(now.get(design)!, `${design}, ${answer}`).toBeGreaterThanOrEqual(
              (before?.get(design) ?? -1) - ROUNDING,
            );
          before = now;
        }
      }),
      { numRuns: runs(40) },
    ));

  test('and one that is not given is neither the best nor the worst of them', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(SHEETS.length - 1), others, async (company, given) => {
        const of = (answer: string | undefined) =>
          certainties(company, { ...given, [area]: { ...given[area], [key]: answer } });
        const [worst, best, open] = await Promise.all([
          of(fromWorst[0]),
          of(fromWorst.at(-1)),
          of(area === 'practices' || key !== 'market' ? 'unknown' : undefined),
        ]);
        for (const design of designs) {
          expect(open.get(design)!).toBeGreaterThanOrEqual(worst.get(design)! - ROUNDING);
          expect(open.get(design)!).toBeLessThanOrEqual(best.get(design)! + ROUNDING);
        }
      }),
      { numRuns: runs(20) },
    ));
});

test('more people make clusters suit no less, and functions no more', async () => {
  for (let company = 0; company < SHEETS.length; company++) {
    let [cluster, functional] = [-1, 1];
    for (const staff of [20, 60, 80, 90, 99, 100, 110, 119, 120, 500, 5000]) {
      const now = await certainties(company, { context: { staff } });
      expect(now.get('cluster')!, `${staff}`).toBeGreaterThanOrEqual(cluster - ROUNDING);
      expect(now.get('functional')!, `${staff}`).toBeLessThanOrEqual(functional + ROUNDING);
      [cluster, functional] = [now.get('cluster')!, now.get('functional')!];
    }
  }
});

interface Person {
  readonly id: string;
  readonly level: number;
  readonly department?: string;
  readonly manager?: string;
}

/** The bank, in which so many of those who serve customers answer to the head of another department as well. */
const withSecondBosses = (part: number, first = 0.5) => {
  const company = organisationFrom(bank);
  const everybody: readonly Person[] = company.people;
  const staff = everybody.filter(({ level, department }) => level === 3 && department !== 'finance');
  const second = new Set(staff.slice(0, Math.round(part * staff.length)).map(({ id }) => id));
  return {
    ...company,
    people: everybody.map(({ manager, ...one }) =>
      second.has(one.id)
        ? {
            ...one,
            managers: [
              { to: manager, weight: first },
              { to: one.department === 'sales' ? 'marketing-0' : 'sales-0', weight: 1 - first },
            ],
          }
        : { ...one, manager },
    ),
  };
};

describe('people with two equal bosses', () => {
  test('the more there are the more it weighs, and it is never lighter since there are enough for a matrix', async () => {
    let [reason, verdict] = [0, 1];
    for (const part of [0, 0.2, 0.4, 0.49, 0.52, 0.7, 1]) {
      const file = withSecondBosses(part);
      const { cf } = (await judgementOf('fit-matrix-two-bosses', 'as-is', file))!;
      expect(cf, `${part}`).toBeLessThanOrEqual(reason + ROUNDING);
      reason = cf!;
      if (part > 0.52) continue;
      const { baseline, designs } = candidatesOf(await organisationOf(file), ALL);
      const today = withForms(baseline, designs.map(caseOf))[0]!;
      const now = verdictOf(fitRules, today).cf;
      // A few hundredths: who has two bosses counts in the departments of both.
      expect(now, `${part}`).toBeLessThanOrEqual(verdict + 0.02);
      verdict = Math.min(verdict, now);
    }
  });

  test('speak for what ends them, and never for the structure in which they are', async () => {
    const file = withSecondBosses(0.2);
    const of = async (design: DesignId) => (await judgementOf('fit-two-bosses-today', design, file))?.cf;
    const { baseline, designs } = candidatesOf(await organisationOf(file), ALL);
    const [today] = withForms(baseline, designs.map(caseOf));
    expect(today!.subject).toBe('functional');
    const rules = verdictOf(fitRules, today!).for.map(({ rule }) => rule.id);
    expect(rules).not.toContain('fit-two-bosses-today');
    expect(rules).not.toContain('fit-duplicated-experts');
    expect(await of('functional')).toBeGreaterThan(0);
    expect(await of('cluster')).toBeGreaterThan(0);
  });

  test('a lesser second line is none, however many have one', async () => {
    expect((await judgementOf('fit-matrix-two-bosses', 'as-is', withSecondBosses(1, 0.8)))!.cf).toBe(0);
  });
});

test('three of each customer in the place of one change nothing that is relative', async () => {
  for (const sheet of SHEETS) {
    const company = organisationFrom(sheet);
    const thrice = {
      ...company,
      customers: company.customers.map((one) => ({
        ...one,
        count: 3 * ('count' in one ? (one.count ?? 1) : 1),
      })),
    };
    const [one, three] = await Promise.all(
      [company, thrice].map(async (file) => {
        const { baseline, designs } = candidatesOf(await organisationOf(file), [
          'as-is',
          'functional',
          'lifecycle',
          'cluster',
        ]);
        return withForms(baseline, designs.map(caseOf)).map((fit) => {
          const { word, cf } = verdictOf(fitRules, fit);
          return { design: fit.design, word, cf: Math.round(cf * 1e6) };
        });
      }),
    );
    expect(three, sheet.name).toEqual(one);
  }
});
