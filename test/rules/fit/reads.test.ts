import { describe, expect, test } from 'vitest';
import { fitting } from '../../../src/rules/examples/companies.ts';
import { judge } from '../../../src/rules/fit/fit-rule.ts';
import type { CompanyFacts, FactKey } from '../../../src/rules/fit/statement.ts';
import { organisation } from '../../../src/schema/input/organisation.ts';
import { PRACTICES } from '../../../src/schema/input/practices.ts';
import { fitRules } from '../../../src/verdicts/assess.ts';
import { caseFor } from '../../verdicts/verdicts.ts';

/** What is told, with every key that somebody looks at written down. */
function watched({ context, practices, ...rest }: CompanyFacts): { facts: CompanyFacts; seen: Set<string> } {
  const seen = new Set<string>();
  const facts: CompanyFacts = {
    ...rest,
    context: new Proxy(context, {
      get(target, key) {
        seen.add(`context.${String(key)}`);
        return Reflect.get(target, key);
      },
    }),
    practices: new Proxy(practices, {
      get(target, method) {
        if (method !== 'get') return Reflect.get(target, method);
        return (key: Parameters<typeof target.get>[0]) => {
          seen.add(`practices.${key}`);
          return target.get(key);
        };
      },
    }),
  };
  return { facts, seen };
}

const known = new Set<string>([
  ...PRACTICES.map(({ id }) => `practices.${id}`),
  ...Object.keys(organisation.shape.context.unwrap().shape).map((key) => `context.${key}`),
]);

describe.each(fitRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('reads the answers that it says it reads, and no others', async () => {
    const all = new Set<string>();
    // Some answers are only looked at where another one is not there.
    for (const file of [rule.examples.bad, rule.examples.good, fitting('Bare')])
      for (const design of new Set(rule.fit.statements.flatMap(({ designs }) => designs))) {
        const fit = await caseFor(design, file);
        const { facts, seen } = watched(fit.facts);
        judge(rule, { ...fit, facts });
        for (const key of seen) all.add(key);
      }
    expect([...all].sort()).toEqual([...rule.fit.reads].sort());
    for (const key of rule.fit.reads) expect(known.has(key satisfies FactKey)).toBe(true);
  });
});
