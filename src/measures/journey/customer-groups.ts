import { memo } from '../../base/memo.ts';
import { byText } from '../../base/text.ts';
import { COVERS, coverage } from '../../designs/cluster/basis/candidates.ts';
import { explainedBy } from '../../designs/cluster/basis/outcomes.ts';
import { usableAttributes } from '../../designs/cluster/basis/usable.ts';
import { conventionOf } from '../../languages/customer-attributes.ts';
import { haveSame, unlessAsToday } from '../../model/as-today.ts';
import { customerWeights } from '../../model/customer-counts.ts';
import type { Attribute, Index, Organisation } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import { sameWork, type View } from '../../model/view.ts';
import { defineMeasure } from '../measure.ts';
import { behind, NO_CUSTOMERS } from '../summarise.ts';
import { coursesOf, groupHours } from './courses.ts';
import { journeyFigures } from './journey-figures.ts';
import { pairsOf } from './pools.ts';

/**
 * The attribute that tells groups of customers apart, by what the file says of customers alone, so that it is the same
 * whatever the structure: as declared; else of those that cover nine tenths of the customers the one that explains most of
 * what they differ in, else the one that companies commonly use.
 */
function basisOf(organisation: Organisation): Attribute | undefined {
  const { basis } = organisation.options.cluster;
  if (basis !== undefined) return organisation.customers.attributes.find(({ name }) => name === basis);
  const [best] = usableAttributes(organisation)
    .filter((attribute) => (coverage(organisation, attribute) ?? 0) >= COVERS)
    .map((attribute) => ({ attribute, explained: explainedBy(organisation, attribute.codes).explained ?? 0 }))
    .sort(
      (a, b) =>
        b.explained - a.explained ||
        conventionOf(a.attribute.name) - conventionOf(b.attribute.name) ||
        a.attribute.values.length - b.attribute.values.length ||
        byText(a.attribute.name, b.attribute.name),
    );
  return best?.attribute;
}

const hasGroupsOfToday = (design: Organisation, today: Organisation): boolean =>
  haveSame(design, today, ['customers', 'options', 'attributeOptions']);

interface CustomerGroups {
  readonly of: ArrayLike<number>;
  readonly count: number;
}

/** The group of each customer, and how many there are: by the values of the basis, before any are merged. */
const groupsOf = unlessAsToday(hasGroupsOfToday, (organisation): CustomerGroups | null => {
  const attribute = basisOf(organisation);
  if (attribute === undefined) return null;
  const { codes, values } = attribute;
  // Customers without a value are a group of their own.
  return { of: codes.map((code) => (code < 0 ? values.length : code)), count: values.length + 1 };
});

/** Hours of each accountable unit for each group of customers. Linear in the customers. */
const hoursByUnit = memo((view: View, groups: CustomerGroups): readonly Float64Array[] => {
  const { classes, classOf, classesOf, patterns } = view.service();
  const { customers } = view.organisation;
  const courses = coursesOf(view);
  const pairs = pairsOf(view);
  const weights = customerWeights(customers);
  const byUnit = new Rows(groups.count);
  const byPool = new Rows(groups.count);
  const pools: Pool[] = [];
  const hoursOf = new Array<readonly number[] | undefined>(patterns);
  const bring = (customer: Index, at: Index, share: number) => {
    const one = classes[at]!;
    const course = courses[one.journey]!;
    const group = groups.of[customer]!;
    const weight = share * weights[customer]! * (course.hours || 1);
    hoursOf[one.pattern] ??= groupHours(one, course);
    const hours = hoursOf[one.pattern]!;
    for (let k = 0; k < hours.length; k++) {
      const { pool } = one.groups[k]!;
      if (pool === null) continue;
      const own = weight * hours[k]!;
      // People of their own customers are many: straight to their unit.
      const unit = pairs.sureUnit(pool);
      if (unit >= 0) byUnit.of(unit)[group]! += own;
      else if (pool.seats.length > 1) {
        pools[pool.id] = pool;
        byPool.of(pool.id)[group]! += own;
      } else for (const [other, chance] of pairs.spread(pool)) byUnit.of(other)[group]! += own * chance;
    }
  };
  for (let customer = 0; customer < customers.count; customer++)
    if (!customers.journeys.has(customer)) bring(customer, classOf[customer]!, 1);
    else for (const [at, share] of classesOf(customer)) bring(customer, at, share);
  for (const [id, own] of byPool.made)
    for (const [unit, chance] of pairs.spread(pools[id]!)) {
      const row = byUnit.of(unit);
      for (let group = 0; group < own.length; group++) row[group]! += own[group]! * chance;
    }
  return byUnit.made.map(([, row]) => row);
});

/** Rows of numbers by a number, each made when it is first asked for. */
class Rows {
  /** In the order in which they were. */
  readonly made: (readonly [number: number, row: Float64Array])[] = [];
  private readonly rows: (Float64Array | undefined)[] = [];

  constructor(private readonly width: number) {}

  of(number: number): Float64Array {
    let row = this.rows[number];
    if (row === undefined) {
      row = new Float64Array(this.width);
      this.rows[number] = row;
      this.made.push([number, row]);
    }
    return row;
  }
}

export const customerGroups = defineMeasure({
  id: 'focus.customerGroups',
  label: 'Customer groups a department serves',
  summary: 'How many kinds of customers a department works for: the price of functions.',
  formula:
    'For each accountable unit 1 / Σ q², q being the share of its journey hours that is for each group of customers; mean over units by hours. The groups are the values of the declared basis, else of the attribute that explains most of what customers differ in, else of the one that companies commonly use, in every design alike; customers without a value are one group. No customers, no basis or no served hours: null.',
  unit: 'groups',
  better: 'lower',
  source: 'Inverse Simpson index applied to customer groups; orgdesign.',
  change:
    'Who serves whom: `serves:` of departments and teams, owners of customers; `designs.cluster.basis`.',
  needs: ['capabilities', 'customers'],
  take: (view) => {
    const shared = behind(journeyFigures(view));
    const { organisation } = view;
    if (organisation.customers.count === 0) return { value: null, reason: NO_CUSTOMERS, ...shared };
    const groups = groupsOf(organisation);
    if (groups === null)
      return { value: null, reason: 'No attribute of the customers tells groups of them apart.', ...shared };
    let [hours, sum] = [0, 0];
    for (const own of hoursByUnit(sameWork(view), groups)) {
      const all = own.reduce((a, b) => a + b, 0);
      if (all === 0) continue;
      hours += all;
      sum += all / own.reduce((squares, part) => squares + (part / all) ** 2, 0);
    }
    return hours > 0
      ? { value: sum / hours, ...shared }
      : { value: null, reason: 'Nobody serves any customer.', ...shared };
  },
});
