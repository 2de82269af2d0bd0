import { counted } from '../../base/text.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (customer: string) =>
  sellers('Who goes through it?', { customer }).replace(
    'people:',
    '  - { id: renewal, steps: [{ phase: retain, capability: sales, hours: 4 }] }\npeople:',
  );

export const journeyServesNobody = defineRule({
  id: 'journey-serves-nobody',
  about: 'data',
  severity: 'warning',
  summary: 'A journey is given that no customer goes through.',
  why: {
    text: 'Whoever writes a journey expects it to count. It counts for the customers of its `serves`, for those that name it under `journey` or `journeys`, and the first one for all the rest.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company(''), good: company(', journey: renewal') },
  *check({ organisation }) {
    const { journeys, customers } = organisation;
    if (customers.count === 0 || journeys[0]!.builtIn) return;
    const used = new Set(customers.journey);
    for (const list of customers.journeys.values()) for (const { journey } of list) used.add(journey);
    const idle = journeys.flatMap((journey, index) => (used.has(index) ? [] : [{ journey, index }]));
    const [first] = idle;
    if (first === undefined) return;
    yield {
      message: `${counted(idle.length, 'journey serves', 'journeys serve')} nobody and ${idle.length === 1 ? 'counts' : 'count'} for nothing: no customer names ${idle.length === 1 ? 'it' : 'them'}, and no \`serves\` that is not overruled.`,
      count: idle.length,
      examples: examplesOf(idle, ({ journey }) => journey.name),
      at: organisation.placeOf(['journeys', first.index]),
    };
  },
});
