import { given } from '../../base/given.ts';
import { customerWeights } from '../../model/customer-counts.ts';
import { familiesOf } from '../../model/families.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { CustomerClass } from '../../model/service.ts';
import { ofWork } from '../../model/view.ts';
import { journeyFigures } from '../journey/journey-figures.ts';
import { type PoolPairs, pairsOf } from '../journey/pools.ts';
import { defineMeasure } from '../measure.ts';
import { behind, distributionOf } from '../summarise.ts';

/** Fewer customers are the rounding of none. */
const TOLERANCE = 1e-9;

/** Accountable units with a chance to approach the customers of a class: those that market, sell or keep the account. */
function approaching(
  { capabilities }: Organisation,
  pairs: PoolPairs,
  { groups }: CustomerClass,
): ReadonlySet<Index> {
  const units = new Set<Index>();
  for (const { capability, pool } of groups) {
    if (pool === null || capabilities[capability]?.role !== 'essential') continue;
    const sure = pairs.sureUnit(pool);
    if (sure >= 0) units.add(sure);
    else for (const unit of pairs.spread(pool).keys()) units.add(unit);
  }
  return units;
}

const union = (sets: readonly ReadonlySet<Index>[]): ReadonlySet<Index> =>
  new Set(sets.flatMap((set) => [...set]));

/** How many customers could be approached by how many units; all accounts of one parent are one customer. */
const customersBySources = ofWork((view): ReadonlyMap<number, number> => {
  const { classes, classesOf } = view.service();
  const { journeys } = view.organisation.customers;
  const customers = customerWeights(view.organisation.customers);
  const pairs = pairsOf(view);
  const ofClass = classes.map((group) => approaching(view.organisation, pairs, group));
  const found = new Map<number, number>();
  const add = (units: number, volume: number) => found.set(units, (found.get(units) ?? 0) + volume);
  const alone = classes.map(({ customers: volume }) => volume);
  const families = familiesOf(view.organisation);
  const inFamily = new Set(families.flat());
  // Whoever has several journeys can be approached on each.
  const several = [...journeys.keys()].filter((row) => !inFamily.has(row)).map((row) => [row]);
  for (const accounts of [...families, ...several]) {
    const units = union(accounts.flatMap((account) => classesOf(account).map(([at]) => ofClass[at]!))).size;
    for (const account of accounts) {
      for (const [at, share] of classesOf(account)) alone[at]! -= share * customers[account]!;
      add(units, customers[account]!);
    }
  }
  alone.forEach((volume, index) => {
    if (volume > TOLERANCE) add(ofClass[index]!.size, volume);
  });
  return found;
});

export const initiativeSources = defineMeasure({
  id: 'initiatives.sources',
  label: 'Units that may approach one customer',
  summary: 'How many accountable units could approach one and the same customer on their own.',
  formula:
    'Number of accountable units with a chance above 0 to be drawn for a step of the customer whose capability is essential in a cluster (marketing, sales, account management unless the file says otherwise); somebody with two equal bosses counts in the units of both, and what nobody serves starts nothing. All accounts of one parent are one customer, whom the units of any of them can approach. Mean over customers by number. No customers: null.',
  unit: 'units',
  better: 'lower',
  source: 'Comment on Jackson; the figure is ours.',
  change:
    'Who markets to, sells to and keeps whom: capabilities of people, `serves:` of departments, owners of customers, `parent` of accounts, and `accountable: true`.',
  needs: ['capabilities', 'customers'],
  take: (view) => {
    const found = [...customersBySources(view)];
    const volume = found.reduce((sum, [, customers]) => sum + customers, 0);
    const shared = behind(journeyFigures(view));
    if (volume === 0) return { value: null, reason: 'The file has no customers.', ...shared };
    return given({
      value: found.reduce((sum, [units, customers]) => sum + units * customers, 0) / volume,
      distribution: distributionOf(
        found.map(([units]) => units),
        found.map(([, customers]) => customers),
      ),
      ...shared,
    });
  },
});
