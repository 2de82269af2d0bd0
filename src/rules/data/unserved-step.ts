import { precisePercent } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { walk } from '../../model/journeys.ts';
import { listed } from '../../model/listed.ts';
import type { Index, Journey } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { team } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (marketers: readonly string[]) => `
version: 1
name: Who finds the customers?
journeys:
  - id: sale
    steps:
      - { name: Find prospects, phase: identify, capability: marketing, hours: 5 }
      - { name: Sell, phase: acquire, capability: sales, hours: 15 }
people:
  - { id: head, title: Sales Director, department: sales }
${team('Sales Executive', 'sales', 'head', ['s1', 's2', 's3'])}
${team('Marketing Specialist', 'sales', 'head', marketers)}
customers:
  - { id: c1, revenue: 1000 }
`;

/** Hours of each step that a customer needs, rework counted; visits where the journey gives no hours. */
function stepHours({ steps }: Journey): readonly number[] {
  const { visits } = walk(steps);
  const hours = steps.map((step, at) => step.hours * visits[at]!);
  return hours.some((value) => value > 0) ? hours : visits;
}

interface UnservedWork {
  customers: number;
  hours: number;
  readonly classes: Set<Index>;
  readonly steps: Set<string>;
}

/** What nobody does, by capability, and the hours of all customers. Linear in the classes of customers and steps. */
function unservedByCapability(view: View): { found: ReadonlyMap<Index, UnservedWork>; total: number } {
  const { journeys } = view.organisation;
  const hours = journeys.map(stepHours);
  const found = new Map<Index, UnservedWork>();
  let total = 0;
  for (const [index, { journey, groups, groupOfStep, customers }] of view.service().classes.entries()) {
    groupOfStep.forEach((at, step) => {
      const work = customers * hours[journey]![step]!;
      total += work;
      const { capability, pool } = groups[at]!;
      if (pool !== null) return;
      const entry = found.get(capability) ?? { customers: 0, hours: 0, classes: new Set(), steps: new Set() };
      found.set(capability, entry);
      entry.hours += work;
      entry.steps.add(
        journeys.length === 1
          ? journeys[journey]!.steps[step]!.name
          : `${journeys[journey]!.steps[step]!.name} (${journeys[journey]!.name})`,
      );
      if (entry.classes.has(index)) return;
      entry.classes.add(index);
      entry.customers += customers;
    });
  }
  return { found, total };
}

export const unservedStep = defineRule({
  id: 'unserved-step',
  about: 'data',
  severity: 'warning',
  summary: 'Customers need a skill that nobody serves them with.',
  why: {
    text: 'A step without anyone to do it is never left out: it counts as a hand-off in and one out, and lowers the coverage beside every figure, so that losing a skill never looks better.',
    source: 'orgdesign, model section 4',
  },
  examples: { bad: company([]), good: company(['m1', 'm2']) },
  needs: ['capabilities', 'customers'],
  *check(view) {
    const { organisation } = view;
    const { capabilities, customers, people } = organisation;
    const { found, total } = unservedByCapability(view);
    if (found.size === 0) return;
    const { classesOf } = view.service();
    const all = customers.customers.reduce((sum, count) => sum + count, 0);
    for (const [index, unserved] of [...found].sort((a, b) => a[0] - b[0])) {
      const capability = capabilities[index];
      const share = total > 0 ? unserved.hours / total : 0;
      const held =
        people.capability.includes(index) ||
        [...people.secondary.values()].some((list) => list.includes(index));
      const whom = `${counted(unserved.customers, 'customer')} out of ${all.toLocaleString('en')}`;
      const name = capability?.name ?? 'an unknown capability';
      yield {
        message: `${held ? `The people with ${name} serve others` : `Nobody has ${name}`}: ${counted(unserved.steps.size, 'step')} of the journey of ${whom}, ${precisePercent(share)} of all journey hours, ${unserved.steps.size === 1 ? 'is' : 'are'} done by nobody.`,
        value: share,
        count: unserved.customers,
        examples: examplesOf([...unserved.steps], (step) => step),
        entity: { kind: 'capability', id: capability?.id ?? '' },
        at:
          unserved.customers < all
            ? customers.origin(
                listed(
                  [...customers.id.keys()].filter((row) =>
                    classesOf(row).some(([one]) => unserved.classes.has(one)),
                  ),
                  customers,
                )[0]!,
              )
            : organisation.origin,
      };
    }
  },
});
