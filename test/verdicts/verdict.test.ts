import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserError } from '../../src/base/errors.ts';
import { reportedFit } from '../../src/documents/report/fit.ts';
import { fitting } from '../../src/rules/examples/companies.ts';
import { DESIGN_IDS } from '../../src/schema/input/designs.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { fitRules } from '../../src/verdicts/assess.ts';
import { verdictOf } from '../../src/verdicts/verdict.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { anyOrganisation, ruleIds } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';
import { assessmentOf, caseFor, reorganiseOf, verdictOn } from './verdicts.ts';

/** With some lines of policy in place of those of the example. */
const withPolicy = (file: string, policy: string) =>
  file.replace('policy: { centreSize: 0 }', `policy: { centreSize: 0, ${policy} }`);

describe('what is known', () => {
  test('an answer that is missing lowers the confidence and nothing else', async () => {
    const [none, unknown, half, yes] = await Promise.all(
      [
        {},
        { 'strategy-clear': 'unknown' },
        { 'strategy-clear': 'partly' },
        { 'strategy-clear': 'yes', 'strategy-communicated': 'yes' },
      ].map((practices) =>
        reorganiseOf(fitting('Known', { practices: practices as Record<string, string> })),
      ),
    );
    expect(unknown).toEqual(none);
    expect(none!.cf).toBe(0);
    expect(yes!.cf).toBe(0);
    expect(half!.cf).toBeCloseTo(-0.25, 6);
    expect(yes!.confidence!).toBeCloseTo(half!.confidence!, 9);
    expect(yes!.confidence!).toBeGreaterThan(none!.confidence!);
    const asks = (verdict: typeof none) => verdict!.open.map(({ key }) => key);
    expect(asks(none)).toContain('practices.strategy-clear');
    expect(asks(half)).not.toContain('practices.strategy-clear');
  });

  test('half a yes is said to be there in part, for a design and against it', async () => {
    const practices = { 'target-markets-clear': 'partly', 'target-markets-communicated': 'yes' };
    const { for: speaking } = await verdictOn('cluster', fitting('Half', { practices }));
    const own = speaking.find(({ when }) => when.startsWith('clear target markets'))!;
    expect(own.when).toBe('clear target markets, in part');
    expect(own.premises[0]!.text).toMatch(/^in part, it is decided which customers are wanted/);
    const whole = { ...practices, 'target-markets-clear': 'yes' };
    const { for: clear } = await verdictOn('cluster', fitting('Whole', { practices: whole }));
    expect(clear.map(({ when }) => when)).toContain('clear target markets');
  });

  test('is the share of what could weigh', async () => {
    const { confidence, rules } = await verdictOn('matrix', fitting('Confidence'));
    // Two bosses 0.4, departments 0.4, collaboration 0.5 and what groups explain 0.5 are known.
    expect(confidence).toBeCloseTo(1, 12);
    expect(rules).toBe(4);
    const silent = fitting('Confidence').replace('collaboration: good, ', '');
    const { confidence: less } = await verdictOn('matrix', silent);
    expect(less).toBeLessThan(1);
  });

  test('the weightiest question comes first, each once', async () => {
    const { open } = await verdictOn('cluster', fitting('Questions'));
    expect(open[0]).toMatchObject({ key: 'context.offering', weight: 0.4 });
    expect(open.map(({ weight }) => weight)).toEqual(open.map(({ weight }) => weight).sort((a, b) => b - a));
    expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
    for (const { text } of open) expect(text).toMatch(/\?$/);
  });
});

describe('what a file says of the rules', () => {
  test('a rule that is off says nothing', async () => {
    const { bad } = fitRules.find(({ id }) => id === 'fit-collaboration')!.examples;
    const off = await verdictOn('cluster', withPolicy(bad, 'rules: { fit-collaboration: off }'));
    expect(off.cf).toBeCloseTo((0.51 - 0.19) / 0.81, 6);
    expect(off.against.map(({ rule }) => rule.id)).toEqual([
      'risk-duplicated-resources',
      'risk-missing-centre',
    ]);
  });

  test('a certainty is that of the first statement, and the others follow', async () => {
    const markets = (practices: Record<string, string>) =>
      withPolicy(fitting('Markets', { practices }), 'certainties: { fit-target-markets: -0.3 }');
    const lacking = await reorganiseOf(markets({ 'target-markets-clear': 'no' }));
    expect(lacking.against.map(({ cf, certainty }) => [cf, certainty])).toEqual([[-0.3, -0.3]]);
    const clear = await verdictOn(
      'cluster',
      markets({ 'target-markets-clear': 'yes', 'target-markets-communicated': 'yes' }),
    );
    expect(clear.for.find(({ rule }) => rule.id === 'fit-target-markets')!.cf).toBeCloseTo(0.2, 12);
  });

  test('a certainty of 0 leaves the rule out, confidence included', async () => {
    const [all, without] = await Promise.all(
      ['', 'certainties: { fit-target-markets: 0 }'].map((policy) =>
        verdictOn('cluster', withPolicy(fitting('Left out'), policy)),
      ),
    );
    expect(without!.rules).toBe(all!.rules - 1);
    expect(without!.confidence!).toBeGreaterThan(all!.confidence!);
  });

  test('certain and impossible at once is an error with both keys', () =>
    expect(
      verdictOn(
        'cluster',
        withPolicy(
          fitting('Contradiction', {
            context: { staff: 20 },
            practices: { 'ideal-customer-profiles': 'yes' },
          }),
          'certainties: { fit-small-company: -1, fit-ideal-customer-profiles: 1 }',
        ),
      ),
    ).rejects.toThrow(/certainties\.fit-ideal-customer-profiles .*certainties\.fit-small-company/));

  test.each([
    ['fit-strategy: 0.3', 'expected a number from -1 to 0, found the number 0.3.'],
    ['fit-ideal-customer-profiles: -0.3', 'expected a number from 0 to 1, found the number -0.3.'],
    ['team-too-small: -0.3', 'the rule has no certainty'],
  ])('%s is refused, with its line', async (certainty, expected) => {
    const faulty = assessmentOf(withPolicy(fitting('Refused'), `certainties: { ${certainty} }`));
    await expect(faulty).rejects.toThrow(expected);
    const { problems } = (await faulty.catch((error: unknown) => error)) as UserError;
    expect(problems).toEqual([expect.objectContaining({ at: expect.objectContaining({ line: 6 }) })]);
  });

  test('a rule that is not there gets a suggestion with its line', async () => {
    const text = withPolicy(fitting('Typing'), 'certainties: { fit-stratgy: -0.3 }');
    const error = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': text }), { ruleIds }).catch(
      (caught: unknown) => caught as UserError,
    );
    expect((error as UserError).problems).toEqual([
      expect.objectContaining({
        at: expect.objectContaining({ line: 6 }),
        hint: 'Did you mean "fit-strategy"?',
      }),
    ]);
  });
});

describe('laws over all rules and designs', () => {
  test('whatever an organisation looks like, there is a verdict on every design', async () =>
    fc.assert(
      fc.asyncProperty(anyOrganisation, async (organisation) => {
        const { verdicts, actions } = await assessmentOf(organisation);
        expect([...verdicts.keys()]).toEqual([...DESIGN_IDS]);
        for (const { cf, confidence, for: pro, against } of verdicts.values()) {
          expect(Math.abs(cf)).toBeLessThan(1);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1 + 1e-12);
          for (const item of [...pro, ...against]) {
            expect(Math.abs(item.cf)).toBeLessThanOrEqual(Math.abs(item.certainty));
            expect(item.premises.length).toBeGreaterThan(0);
          }
        }
        expect(actions.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: runs(30) },
    ));

  test('the order of the rules changes nothing', async () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(fitRules.length - 1),
        fc.shuffledSubarray(
          fitRules.map((_, at) => at),
          { minLength: fitRules.length },
        ),
        async (one, order) => {
          const { bad, design = 'as-is' } = fitRules[one]!.examples;
          const fit = await caseFor(design, bad);
          const [told, shuffled] = [fitRules, order.map((at) => fitRules[at]!)].map((rules) => {
            const { confidence, ...rest } = reportedFit(verdictOf(rules, fit));
            return { ...rest, confidence: confidence?.toFixed(9) };
          });
          expect(shuffled).toEqual(told);
        },
      ),
      { numRuns: runs(60) },
    ));

  test('the sector is no obstacle: another name for an industry changes no verdict', async () =>
    fc.assert(
      fc.asyncProperty(
        anyOrganisation,
        fc.shuffledSubarray(['tobacco', 'banking', 'retail'], { minLength: 3 }),
        async (organisation, sectors) => {
          const named = new Map(['dairy', 'energy', 'water'].map((industry, at) => [industry, sectors[at]!]));
          const renamed = {
            ...organisation,
            customers: organisation.customers.map((customer) => {
              const { industry, ...rest } = customer.attributes as Record<string, string>;
              return {
                ...customer,
                attributes: industry === undefined ? rest : { ...rest, industry: named.get(industry)! },
              };
            }),
          };
          const [before, after] = await Promise.all([organisation, renamed].map((one) => assessmentOf(one)));
          for (const design of DESIGN_IDS) {
            const [a, b] = [before!.verdicts.get(design)!, after!.verdicts.get(design)!];
            expect(b.cf, design).toBeCloseTo(a.cf, 9);
            expect(b.confidence, design).toBeCloseTo(a.confidence!, 9);
          }
        },
      ),
      { numRuns: runs(25) },
    ));
});

test('what is sold never rules clusters out: a skill that it makes optional and that few hold vetoes nothing', async () => {
  // 149 people: one at the top, 57 who serve customers, 91 of finance.
  const trades = { marketing: 14, sales: 17, 'account-management': 16, support: 10, finance: 91 };
  const industries = ['dairy', 'energy', 'pharma', 'water'];
  const file = (context: object, others: readonly object[] = []) => ({
    version: 1,
    name: 'Optional skills',
    context: { market: 'b2b', collaboration: 'good', departmentalTradition: 'no', ...context },
    departments: Object.keys(trades).map((id) => ({ id, head: `${id}-0`, accountable: true })),
    people: [
      { id: 'top', title: 'Chief Executive Officer', capability: 'leadership' },
      ...Object.entries(trades).flatMap(([id, number]) =>
        Array.from({ length: number }, (_, at) => ({
          id: `${id}-${at}`,
          capability: id,
          department: id,
          manager: at === 0 ? 'top' : `${id}-0`,
        })),
      ),
      ...others,
    ],
    customers: Array.from({ length: 24 }, (_, at) => ({
      id: `c${at}`,
      attributes: { industry: industries[at % 4] },
      effort: {
        marketing: 10,
        sales: at % 4 < 2 ? 60 : 10,
        support: at % 4 < 2 ? 5 + (at % 3) : 40 + (at % 3),
      },
    })),
  });
  const expert = {
    id: 'expert',
    capability: 'product-management',
    department: 'marketing',
    manager: 'marketing-0',
  };
  for (const others of [[], [expert]]) {
    const [plain, technology] = [
      await verdictOn('cluster', file({ offering: 'goods' }, others)),
      await verdictOn('cluster', file({ offering: 'technology' }, others)),
    ];
    expect(plain.word).toBe('suits, if');
    expect(plain.cf).toBeCloseTo((0.51 - 0.1) / 0.9, 6);
    expect(technology.limits).toEqual([]);
    expect(technology.word).toBe(plain.word);
  }
});
