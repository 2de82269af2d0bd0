import { brief } from '../../base/figures.ts';
import { addTo } from '../../base/groups.ts';
import { counted } from '../../base/text.ts';
import { listedBy } from '../../model/listed.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** Seats of one capability that must have a cost before one of them can stand out. */
const FEWEST = 5;
/** A month in place of a year, or a zero too many, is ten times off; the pay within one capability is not. */
const TIMES = 10;

const company = (cost: number) => `
version: 1
name: A monthly salary
people:
  - { id: m1, title: Finance Manager, department: finance, costPerYear: 90000 }
${accountants(4, 'm1').replaceAll('manager: m1', 'manager: m1, costPerYear: 60000')}
  - { id: x, title: Accountant, department: finance, manager: m1, costPerYear: ${cost} }
`;

interface Outlier {
  readonly seat: Index;
  readonly cost: number;
  readonly median: number;
}

/** Seats whose cost at full time is ten times as high, or as low, as the median of their capability. n log n. */
function outliers({ people }: Organisation): readonly Outlier[] {
  const groups = new Map<number, { seat: Index; cost: number }[]>();
  for (let seat = 0; seat < people.count; seat++) {
    const cost = people.costPerYear[seat]! / people.fte[seat]!;
    const capability = people.capability[seat]!;
    if (capability < 0 || !Number.isFinite(cost)) continue;
    addTo(groups, capability, { seat, cost });
  }
  const found = [...groups.values()]
    .filter(({ length }) => length >= FEWEST)
    .flatMap((group) => {
      const sorted = Float64Array.from(group, ({ cost }) => cost).sort();
      const median = sorted[Math.floor(sorted.length / 2)]!;
      return group
        .filter(({ cost }) => cost * TIMES <= median || cost >= median * TIMES)
        .filter(({ cost }) => cost !== median)
        .map((one) => ({ ...one, median }));
    });
  return listedBy(found, people, ({ seat }) => seat);
}

export const costOutlier = defineRule({
  id: 'cost-outlier',
  about: 'data',
  validateOnly: true,
  severity: 'warning',
  summary: 'Seats cost ten times as much, or as little, as others of the same skill.',
  why: {
    text: 'Pay for a month beside pay for a year, or another currency, is off by about such a factor; the pay of people who do the same work is not. The cost of change is wrong by it.',
    source: 'A judgement',
  },
  examples: { bad: company(5000), good: company(40000) },
  *check(view) {
    const { organisation } = view;
    const found = outliers(organisation);
    const [first] = found;
    if (first === undefined) return;
    yield {
      message: `${counted(found.length, 'seat costs', 'seats cost')}, at full time, at least ${TIMES} times as much or as little as the median of the same skill.`,
      limit: TIMES,
      count: found.length,
      examples: examplesOf(
        found,
        ({ seat, cost, median }) => `${view.person(seat)}: ${brief(cost)} beside ${brief(median)}`,
      ),
      at: organisation.people.origin(first.seat),
    };
  },
});
