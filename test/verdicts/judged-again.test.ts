import { expect, test } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { judge } from '../../src/rules/fit/fit-rule.ts';
import type { CompanyFacts, FitCase } from '../../src/rules/fit/statement.ts';
import { PRACTICES } from '../../src/schema/input/practices.ts';
import { fitRules } from '../../src/verdicts/assess.ts';
import { candidateOf, caseOf, companyOf } from '../../src/verdicts/candidate.ts';
import { companyCase, withForms } from '../../src/verdicts/form.ts';
import { reorganisationOf, verdictOf } from '../../src/verdicts/verdict.ts';
import { example } from '../support/organisations.ts';

/** The facts with one of them changed, each in turn: answers, the context, options, years of an officer. */
function* changes(facts: CompanyFacts): Iterable<CompanyFacts> {
  const at = () => ({ file: '', line: 1, column: 1 });
  for (const { id } of PRACTICES)
    for (const answer of ['yes', 'no'] as const)
      yield { ...facts, practices: new Map(facts.practices).set(id, { answer, at }) };
  for (const context of [
    { market: 'b2c' },
    { collaboration: 'poor' },
    { staff: 20 },
    { offering: 'projects' },
    { costPressure: true },
    { customerPayShare: 0 },
    { paybackYears: 1 },
    { technologyPace: 'fast' },
    { limitedResources: true },
    { departmentalTradition: true },
  ] as readonly Partial<CompanyFacts['context']>[])
    yield { ...facts, context: { ...facts.context, ...context } };
  yield { ...facts, tenureYears: 1 };
  yield { ...facts, options: { ...facts.options, cluster: { ...facts.options.cluster, holders: 3 } } };
}

test('a case that differs from a judged one in one fact is judged as if it were the first', async () => {
  const company = companyOf(await example('halden'));
  const cases = withForms(
    company.today,
    designs.map((design) => caseOf(candidateOf(company, design))),
  );
  for (const [of, fit] of [
    [reorganisationOf, companyCase(cases)!] as const,
    ...cases.map((fit) => [verdictOf, fit] as const),
  ])
    for (const facts of changes(fit.facts)) {
      const changed: FitCase = { ...fit, facts };
      expect(JSON.stringify(of(fitRules, changed, fit))).toBe(JSON.stringify(of(fitRules, { ...changed })));
    }
});

test('no rule looks at an answer that it does not say it reads, whatever is answered', async () => {
  const company = companyOf(await example('halden'));
  const cases = withForms(
    company.today,
    designs.map((design) => caseOf(candidateOf(company, design))),
  );
  for (const fit of [companyCase(cases)!, ...cases])
    for (const facts of changes(fit.facts))
      for (const rule of fitRules) {
        const seen = new Set<string>();
        const { practices } = facts;
        const watched = {
          ...fit,
          facts: {
            ...facts,
            context: new Proxy(facts.context, {
              get(context, key) {
                seen.add(`context.${String(key)}`);
                return Reflect.get(context, key);
              },
            }),
            practices: Object.assign(new Map(practices), {
              get(id: Parameters<typeof practices.get>[0]) {
                seen.add(`practices.${id}`);
                return practices.get(id);
              },
            }),
          },
        };
        judge(rule, watched);
        rule.fit.cap?.(watched);
        expect(rule.fit.reads).toEqual(expect.arrayContaining([...seen]));
      }
});
