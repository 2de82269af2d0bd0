import { familiesOf } from '../../model/families.ts';
import type { Index } from '../../model/organisation.ts';
import type { CustomerClass } from '../../model/service.ts';
import type { View } from '../../model/view.ts';
import { coursesOf, groupHours } from '../journey/courses.ts';
import { journeyFigures } from '../journey/journey-figures.ts';
import { pairsOf } from '../journey/pools.ts';
import { defineMeasure } from '../measure.ts';
import { behind } from '../summarise.ts';

const TOLERANCE = 1e-9;

type Shares = ReadonlyMap<Index, number>;

/** Expected share of the hours of a class in each accountable unit. */
function sharesOf(view: View, group: CustomerClass): Shares {
  const pairs = pairsOf(view);
  const hours = groupHours(group, coursesOf(view)[group.journey]!);
  const shares = new Map<Index, number>();
  group.groups.forEach(({ pool }, at) => {
    if (pool === null) return;
    for (const [unit, chance] of pairs.spread(pool))
      shares.set(unit, (shares.get(unit) ?? 0) + hours[at]! * chance);
  });
  return shares;
}

/** The accountable units with the largest expected share of an account's hours; none where nobody serves it. */
function mainUnits(classes: readonly (readonly [shares: Shares, weight: number])[]): ReadonlySet<Index> {
  const sums = new Map<Index, number>();
  for (const [shares, weight] of classes)
    for (const [unit, share] of shares) sums.set(unit, (sums.get(unit) ?? 0) + weight * share);
  const most = Math.max(0, ...sums.values());
  return new Set([...sums].flatMap(([unit, share]) => (share >= most - TOLERANCE ? [unit] : [])));
}

/** Whether accounts that somebody serves have no main unit in common. */
function isSplit(accounts: readonly ReadonlySet<Index>[]): boolean {
  const [first, ...more] = accounts.filter(({ size }) => size > 0);
  return first !== undefined && ![...first].some((unit) => more.every((units) => units.has(unit)));
}

export const splitAccounts = defineMeasure({
  id: 'customers.splitAccounts',
  label: 'Split parent accounts',
  summary: 'How many customers with several accounts have them with different accountable units.',
  formula:
    'Number of parent accounts (accounts with a common `parent`, however many levels up) of which no accountable unit has the largest expected share of the journey hours of every account; accounts that nobody serves are left out. No parent with several accounts: the measure is left out.',
  unit: 'parent accounts',
  better: 'lower',
  source: 'Comment on Jackson; the figure is ours.',
  change: '`parent` of customers, who serves them, and which units are accountable.',
  applies: ({ organisation }) => familiesOf(organisation).length > 0,
  take: (view) => {
    const { classes, classesOf } = view.service();
    const known = new Map<Index, Shares>();
    const sharesIn = (index: Index) => {
      const shares = known.get(index) ?? sharesOf(view, classes[index]!);
      known.set(index, shares);
      return shares;
    };
    const unitsOf = (customer: Index) =>
      mainUnits(classesOf(customer).map(([index, weight]) => [sharesIn(index), weight]));
    const split = familiesOf(view.organisation).filter((accounts) => isSplit(accounts.map(unitsOf)));
    return { value: split.length, ...behind(journeyFigures(view)) };
  },
});
