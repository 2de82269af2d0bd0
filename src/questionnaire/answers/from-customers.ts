import { precisePercent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { allOf, counted } from '../../base/text.ts';
import { omega } from '../../designs/cluster/basis/basis-sentences.ts';
import { COVERS } from '../../designs/cluster/basis/candidates.ts';
import { explainedBy } from '../../designs/cluster/basis/outcomes.ts';
import { usableAttributes } from '../../designs/cluster/basis/usable.ts';
import { lifetimeValueOf } from '../../model/lifetime-value.ts';
import { firstListed } from '../../model/listed.ts';
import type { Attribute, Index, Organisation, Origin } from '../../model/organisation.ts';
import { varianceExplained } from '../../numbers/omega.ts';
import { answered, type Derivation, type Derivations, sign } from './derivation.ts';

/** A share of the customers, or of the revenue, that is as good as all. */
export const NEARLY_ALL = 0.9;
/** ω² from which groups of customers are told apart, and below which they hardly are. Judgements. */
const SEPARATES = 0.3;
export const HARDLY = 0.05;

const isKnown = (value: number): boolean => !Number.isNaN(value);

const ofRows = (known: number, { customers }: Organisation): string =>
  `${grouped(known)} of ${counted(customers.count, 'row')} of customers ${known === 1 ? 'has' : 'have'}`;

/** Share of the customers that have a value of an attribute, by number. */
export function shareWith({ customers }: Organisation, { codes }: Attribute): number {
  let all = 0;
  let covered = 0;
  codes.forEach((code, row) => {
    all += customers.customers[row]!;
    if (code >= 0) covered += customers.customers[row]!;
  });
  return all > 0 ? covered / all : 0;
}

/** A satisfaction that stands on a scorecard, where the customers have none. */
const satisfactionOnScorecard: Derivation = ({ organisation: { units } }) => {
  const unit = units.find(({ scorecard }) =>
    scorecard?.some(({ metric, value }) => metric === 'satisfaction' && value !== undefined),
  );
  if (unit === undefined) return undefined;
  return answered(
    'partly',
    `${unit.name} has a satisfaction on its scorecard; no customer has one.`,
    unit.origin,
  );
};

/** Where the first row that something holds of stands, in the order of their ids: that of the model is no reader's. */
const firstRow =
  ({ customers }: Organisation, holds: (row: Index) => boolean): Origin =>
  () =>
    customers.origin(
      firstListed(
        [...customers.id.keys()].filter((row) => holds(row)),
        customers,
      )!,
    )();

/** The attribute that a figure of customers goes with most, and how much of the figure it explains. */
function best(organisation: Organisation, explained: (attribute: Attribute) => number) {
  let found: { attribute: Attribute; value: number } | undefined;
  for (const attribute of usableAttributes(organisation)) {
    const value = explained(attribute);
    if (isKnown(value) && value > (found?.value ?? Number.NEGATIVE_INFINITY)) found = { attribute, value };
  }
  return found;
}

/** What customers say. */
export const fromCustomers: Derivations = {
  'target-markets-clear': ({ organisation }) => {
    const { context, customers, placeOf } = organisation;
    const wanted = context.targetMarkets?.attribute;
    const attribute = customers.attributes.find(({ name }) => name === wanted);
    if (attribute === undefined) return undefined;
    const share = shareWith(organisation, attribute);
    if (share < COVERS) return undefined;
    const { values } = context.targetMarkets!;
    const said = `context.targetMarkets names ${attribute.name}, and ${precisePercent(share)} of the customers have it`;
    const at = placeOf(['context', 'targetMarkets']);
    return values === undefined
      ? sign(`${said}; which of its values are wanted, and which not, is not said.`, at)
      : answered('yes', `${said}; wanted are ${allOf(values)}.`, at);
  },
  'satisfaction-measured': (view) => {
    const { organisation } = view;
    const { customers } = organisation;
    const known = customers.satisfaction.filter(isKnown).length;
    if (known === 0) return satisfactionOnScorecard(view);
    return answered(
      known >= NEARLY_ALL * customers.count ? 'yes' : 'partly',
      `${ofRows(known, organisation)} a satisfaction.`,
      firstRow(organisation, (row) => isKnown(customers.satisfaction[row]!)),
    );
  },
  'needs-known': ({ organisation }) => {
    const { customers } = organisation;
    const given = [...customers.effort.values()];
    // What is needed of one skill alone tells no needs apart.
    if (given.length < 2) return undefined;
    const rows = [...customers.id.keys()].filter((row) => given.some((hours) => hours[row]! > 0));
    if (rows.length === 0 || rows.length < NEARLY_ALL * customers.count) return undefined;
    return sign(
      `${ofRows(rows.length, organisation)} the hours that they need of each skill; what else they need, and how current it is, is not said.`,
      firstRow(organisation, (row) => given.some((hours) => hours[row]! > 0)),
    );
  },
  'profit-by-segment': ({ organisation }) => {
    const { customers } = organisation;
    const { margin, revenue } = customers;
    const known = margin.filter(isKnown).length;
    if (known === 0) return undefined;
    let all = 0;
    let covered = 0;
    revenue.forEach((value, row) => {
      if (!(value > 0)) return;
      all += value;
      if (isKnown(margin[row]!)) covered += value;
    });
    // Without revenues the rows are counted instead.
    const share = all > 0 ? covered / all : known / customers.count;
    return answered(
      share >= NEARLY_ALL ? 'yes' : 'partly',
      all > 0
        ? `A margin is given for ${precisePercent(share)} of the revenue.`
        : `${ofRows(known, organisation)} a margin.`,
      firstRow(organisation, (row) => isKnown(margin[row]!)),
    );
  },
  'lifetime-value-segments': ({ organisation }) => {
    const { customers } = organisation;
    const values = Float64Array.from(customers.id, (_, row) => lifetimeValueOf(organisation, row));
    const found = best(organisation, ({ codes }) => varianceExplained([values], codes).omegaSquared);
    if (found === undefined || found.value < SEPARATES) return undefined;
    return sign(
      `Margin and retention are given, and ${found.attribute.name} separates lifetime values (ω² ${omega(found.value)}); whether customers are grouped so is not said.`,
      firstRow(organisation, (row) => isKnown(values[row]!)),
    );
  },
  'segments-narrow': ({ organisation }) => {
    const found = best(organisation, ({ codes }) => explainedBy(organisation, codes).explained ?? Number.NaN);
    if (found === undefined || (found.value >= HARDLY && found.value < SEPARATES)) return undefined;
    const { name } = found.attribute;
    const at = firstRow(organisation, () => true);
    return found.value >= SEPARATES
      ? sign(
          `Customers of one ${name} are alike (ω² ${omega(found.value)}), so there are segments to tune offers to; whether that is done is not said.`,
          at,
        )
      : answered(
          'no',
          `No attribute tells customers apart: the best, ${name}, has an ω² of ${omega(found.value)}.`,
          at,
        );
  },
};
