import { counted } from '../../base/text.ts';
import type { Index } from '../../model/organisation.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (step: string) =>
  sellers('Who nurtures prospects?', {}).replace(
    'steps: [',
    `steps: [${step}{ phase: retain, capability: sales, hours: 4 }, `,
  );

export const journeyWithoutIdentify = defineRule({
  id: 'journey-without-identify',
  about: 'data',
  severity: 'note',
  summary: 'Customers go through no journey with a step in identify.',
  why: {
    text: 'Before anybody buys somebody has found them, and kept in touch until they were ready. Where no journey of a customer has such a step either nobody nurtures prospects, or the step is left out; phases then have nothing to do in identify.',
    source: 'Jameane',
  },
  examples: { bad: company(''), good: company('{ phase: identify, capability: sales, hours: 2 }, ') },
  *check({ organisation }, { design }) {
    const { journeys, customers } = organisation;
    if (design !== 'as-is' || customers.count === 0 || journeys[0]!.builtIn) return;
    const nurtures = journeys.map(({ steps }) => steps.some(({ phase }) => phase === 'identify'));
    // One step alone is no course of a relationship, and a question about an invoice wins nobody.
    const wins = journeys.map(
      ({ steps }) => steps.length > 1 && steps.some(({ phase }) => phase === 'acquire'),
    );
    const without = new Set<Index>();
    let count = 0;
    for (let row = 0; row < customers.count; row++) {
      const own = customers.journeys.get(row)?.map(({ journey }) => journey) ?? [customers.journey[row]!];
      if (own.some((journey) => nurtures[journey]) || !own.some((journey) => wins[journey])) continue;
      count += customers.customers[row]!;
      for (const journey of own) without.add(journey);
    }
    const [first] = [...without].sort((a, b) => a - b);
    if (first === undefined) return;
    yield {
      message: `${counted(count, 'customer goes', 'customers go')} through no journey with a step in identify: nobody finds and nurtures prospects like them, or nobody wrote it down. To change that: a step in that phase, such as marketing, market research or lead qualification.`,
      value: count,
      count: without.size,
      examples: examplesOf(
        [...without].sort((a, b) => a - b),
        (journey) => journeys[journey]!.name,
      ),
      at: organisation.placeOf(['journeys', first]),
    };
  },
});
