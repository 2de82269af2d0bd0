import { precisePercent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { inOrder } from '../../base/groups.ts';
import { counted } from '../../base/text.ts';
import { customerWeights } from '../../model/customer-counts.ts';
import { walk } from '../../model/journeys.ts';
import { listed } from '../../model/listed.ts';
import type { Index, Journey } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { team } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
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

/** A step that nobody does, with the classes of customers who need it. */
interface UnservedStep {
  readonly id: string;
  readonly name: string;
  hours: number;
  readonly classes: Set<Index>;
}

/** Steps that nobody does, by capability, and the hours of all customers. Linear in the classes of customers and steps. */
function unservedByCapability(view: View): {
  found: ReadonlyMap<Index, readonly UnservedStep[]>;
  total: number;
} {
  const { journeys } = view.organisation;
  const hours = journeys.map(stepHours);
  const isOne = journeys.length === 1 || journeys[0]!.builtIn;
  const found = new Map<Index, Map<string, UnservedStep>>();
  let total = 0;
  const { classes } = view.service();
  for (let index = 0; index < classes.length; index++) {
    const { journey, groups, groupOfStep, customers } = classes[index]!;
    const { id: journeyId, name: journeyName, steps } = journeys[journey]!;
    for (let step = 0; step < steps.length; step++) {
      const work = customers * hours[journey]![step]!;
      total += work;
      const { capability, pool } = groups[groupOfStep[step]!]!;
      if (pool !== null) continue;
      const ofCapability = found.get(capability) ?? new Map<string, UnservedStep>();
      found.set(capability, ofCapability);
      const { id, name } = steps[step]!;
      const key = isOne ? id : `${journeyId}/${id}`;
      const entry = ofCapability.get(key) ?? {
        id: key,
        name: isOne ? name : `${name} (${journeyName})`,
        hours: 0,
        classes: new Set(),
      };
      ofCapability.set(key, entry);
      entry.hours += work;
      entry.classes.add(index);
    }
  }
  return {
    found: new Map([...found].map(([capability, steps]) => [capability, [...steps.values()]])),
    total,
  };
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
    const { classes, classesOf } = view.service();
    const all = customerWeights(customers).reduce((sum, count) => sum + count, 0);
    for (const [index, unserved] of inOrder(found)) {
      const capability = capabilities[index];
      const held =
        people.capability.includes(index) ||
        [...people.secondary.values()].some((list) => list.includes(index));
      const name = capability?.name ?? 'an unknown capability';
      yield gathered(
        unserved,
        ({ id }) => id,
        (steps) => {
          const hours = steps.reduce((sum, step) => sum + step.hours, 0);
          const concerned = new Set(steps.flatMap((step) => [...step.classes]));
          const count = [...concerned].reduce((sum, one) => sum + classes[one]!.customers, 0);
          const share = total > 0 ? hours / total : 0;
          const whom = `${counted(count, 'customer')} out of ${grouped(all)}`;
          return {
            message: `${held ? `The people with ${name} serve others` : `Nobody has ${name}`}: ${counted(steps.length, 'step')} of the journey of ${whom}, ${precisePercent(share)} of all journey hours, ${steps.length === 1 ? 'is' : 'are'} done by nobody.`,
            value: share,
            count,
            examples: examplesOf(steps, (step) => step.name),
            entity: { kind: 'capability', id: capability?.id ?? '' },
            at:
              count < all
                ? customers.origin(
                    listed(
                      [...customers.id.keys()].filter((row) =>
                        classesOf(row).some(([one]) => concerned.has(one)),
                      ),
                      customers,
                    )[0]!,
                  )
                : organisation.origin,
          };
        },
      );
    }
  },
});
