import { memo } from '../../base/memo.ts';
import { usableAttributes } from '../../designs/cluster/basis/usable.ts';
import { planClusters } from '../../designs/cluster/plan.ts';
import { conventionOf } from '../../languages/customer-attributes.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure } from '../measure.ts';
import { behind, NO_CUSTOMERS } from '../summarise.ts';
import { coursesOf, groupHours } from './courses.ts';
import { journeyFigures } from './journey-figures.ts';
import { pairsOf } from './pools.ts';

const byConvention = (organisation: Organisation) =>
  [...usableAttributes(organisation)].sort((a, b) => conventionOf(a.name) - conventionOf(b.name));

/**
 * The group of each customer by the basis of today's organisation, and how many there are: by its values, before any are
 * merged; where clusters cannot be planned at all by the attribute that companies commonly use. Null without a basis.
 */
const groupsOf = memo((organisation: Organisation): { of: ArrayLike<number>; count: number } | null => {
  const plan = planClusters(organisation, organisation.options.cluster);
  const name = 'missing' in plan ? byConvention(organisation)[0]?.name : plan.attribute;
  const attribute = organisation.customers.attributes.find((one) => one.name === name);
  if (attribute !== undefined)
    return {
      // Customers without a value are a group of their own.
      of: attribute.codes.map((code) => (code < 0 ? attribute.values.length : code)),
      count: attribute.values.length + 1,
    };
  if ('missing' in plan) return null;
  const of = new Int32Array(organisation.customers.count);
  plan.groups.forEach(({ customers }, at) => {
    for (const customer of customers) of[customer] = at;
  });
  return { of, count: plan.groups.length };
});

/** Hours of each accountable unit for each group of customers. */
function hoursByUnit(view: View, groups: { of: ArrayLike<number>; count: number }) {
  const { classes, classesOf } = view.service();
  const courses = coursesOf(view);
  const pairs = pairsOf(view);
  const { customers } = view.organisation.customers;
  const weight = new Map<Index, Map<number, number>>();
  const add = <K>(sums: Map<K, Map<number, number>>, key: K, group: number, hours: number) => {
    const own = sums.get(key) ?? new Map<number, number>();
    sums.set(key, own.set(group, (own.get(group) ?? 0) + hours));
  };
  for (let customer = 0; customer < customers.length; customer++)
    for (const [index, share] of classesOf(customer))
      add(weight, index, groups.of[customer]!, share * customers[customer]!);
  const byPool = new Map<Pool, Map<number, number>>();
  for (const [index, own] of weight) {
    const one = classes[index]!;
    const course = courses[one.journey]!;
    const hours = groupHours(one, course);
    one.groups.forEach(({ pool }, at) => {
      if (pool === null) return;
      for (const [group, count] of own) add(byPool, pool, group, count * hours[at]! * (course.hours || 1));
    });
  }
  const byUnit = new Map<Index, Map<number, number>>();
  for (const [pool, own] of byPool)
    for (const [unit, chance] of pairs.spread(pool))
      for (const [group, hours] of own) add(byUnit, unit, group, hours * chance);
  return byUnit;
}

export const customerGroups = defineMeasure({
  id: 'focus.customerGroups',
  label: 'Customer groups a department serves',
  summary: 'How many kinds of customers a department works for: the price of functions.',
  formula:
    'For each accountable unit 1 / Σ q², q being the share of its journey hours that is for each group of customers; mean over units by hours. The groups are the values of the basis that clusters would be divided by, in every design alike; customers without a value are one group. No customers, no basis or no served hours: null.',
  unit: 'groups',
  better: 'lower',
  source: 'Inverse Simpson index applied to customer groups; orgdesign.',
  change:
    'Who serves whom: `serves:` of departments and teams, owners of customers; `designs.cluster.basis`.',
  needs: ['capabilities', 'customers'],
  take: (view, baseline) => {
    const shared = behind(journeyFigures(view));
    const { organisation } = baseline;
    if (organisation.customers.count === 0) return { value: null, reason: NO_CUSTOMERS, ...shared };
    const groups = groupsOf(organisation);
    if (groups === null)
      return { value: null, reason: 'No attribute of the customers tells groups of them apart.', ...shared };
    let [hours, sum] = [0, 0];
    for (const own of hoursByUnit(view, groups).values()) {
      const all = [...own.values()].reduce((a, b) => a + b, 0);
      if (all === 0) continue;
      hours += all;
      sum += all / [...own.values()].reduce((squares, part) => squares + (part / all) ** 2, 0);
    }
    return hours > 0
      ? { value: sum / hours, ...shared }
      : { value: null, reason: 'Nobody serves any customer.', ...shared };
  },
});
