import { effortOf } from '../../model/effort.ts';
import type { Attribute, Index, Organisation } from '../../model/organisation.ts';
import type { ReportedDesign } from '../../schema/report.ts';
import { byText } from '../numbers.ts';
import { demandOf, groupsBy } from './groups.ts';
import { varianceExplained } from './omega.ts';

/** Share of customers that must have a value of the attribute. */
export const COVERS = 0.9;
/** More groups than this are identifiers rather than a way to group customers. */
const MOST_GROUPS = 60;

export type Candidate = NonNullable<ReportedDesign['basis']>['candidates'][number];

/** Attributes that clusters may be built around: categorical, or declared so, or cut into declared classes. */
export function usableAttributes(organisation: Organisation): readonly Attribute[] {
  return organisation.customers.attributes.filter((attribute) => {
    const option = organisation.attributeOptions[attribute.name];
    if (option?.basis === false) return false;
    if (attribute.values.length < 2 || attribute.values.length > MOST_GROUPS) return false;
    return !attribute.numeric || option?.basis === true;
  });
}

/** What the data say of each customer: mix of needs, retention, margin as a share of revenue, satisfaction. */
function outcomesOf(
  organisation: Organisation,
): readonly { name: string; columns: readonly ArrayLike<number>[] }[] {
  const { customers } = organisation;
  const found: { name: string; columns: readonly ArrayLike<number>[] }[] = [];
  const given = [...customers.effort.values()];
  if (given.length > 1) {
    const sums = new Float64Array(customers.count);
    for (const column of given)
      column.forEach((hours, row) => {
        sums[row]! += Number.isNaN(hours) ? 0 : hours;
      });
    const columns = given.map((column) =>
      column.map((hours, row) =>
        sums[row]! > 0 ? (Number.isNaN(hours) ? 0 : hours) / sums[row]! : Number.NaN,
      ),
    );
    found.push({ name: 'mix of needs', columns });
  }
  const plain: readonly (readonly [string, Float64Array])[] = [
    ['retention', customers.retention],
    [
      'margin',
      customers.margin.map((margin, row) =>
        customers.revenue[row]! > 0 ? margin / customers.revenue[row]! : Number.NaN,
      ),
    ],
    ['satisfaction', customers.satisfaction],
  ];
  for (const [name, column] of plain)
    if (column.some((value) => Number.isFinite(value))) found.push({ name, columns: [column] });
  return found;
}

/** Share of the relationships that stay if each person serves the one group where most of theirs are. */
function relationshipsKept(organisation: Organisation, codes: Int32Array): number | null {
  const { relationships, customers, people } = organisation;
  if (relationships.seat.length === 0) return null;
  const byPerson = new Map<number, number>();
  const most = new Float64Array(people.count);
  for (let customer = 0; customer < customers.count; customer++)
    for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++) {
      const seat = relationships.seat[k]!;
      const key = (codes[customer]! + 1) * people.count + seat;
      const count = (byPerson.get(key) ?? 0) + 1;
      byPerson.set(key, count);
      if (count > most[seat]!) most[seat] = count;
    }
  return most.reduce((a, b) => a + b, 0) / relationships.seat.length;
}

export function scoreCandidates(
  organisation: Organisation,
  clustered: readonly Index[],
): readonly Candidate[] {
  const outcomes = outcomesOf(organisation);
  const total = organisation.customers.customers.reduce((a, b) => a + b, 0);
  return usableAttributes(organisation).map((attribute): Candidate => {
    let covered = 0;
    attribute.codes.forEach((code, row) => {
      if (code >= 0) covered += organisation.customers.customers[row]!;
    });
    const usable = outcomes.flatMap(({ name, columns }) => {
      const { omegaSquared } = varianceExplained(columns, attribute.codes);
      return Number.isNaN(omegaSquared) ? [] : [{ name, omegaSquared }];
    });
    const { groups } = groupsBy(organisation, attribute, clustered);
    const demand = groups.map(demandOf);
    const sum = demand.reduce((a, b) => a + b, 0);
    const covers = total > 0 ? covered / total : 0;
    return {
      attribute: attribute.name,
      groups: groups.length,
      covers,
      explained:
        usable.length > 0 ? usable.reduce((sum, one) => sum + one.omegaSquared, 0) / usable.length : null,
      outcomes: usable.map(({ name }) => name),
      relationshipsKept: relationshipsKept(organisation, attribute.codes),
      balance:
        sum > 0 ? 1 / (groups.length * demand.reduce((total_, part) => total_ + (part / sum) ** 2, 0)) : null,
      clusters: groups.length,
      feasible: covers >= COVERS && groups.length >= 2,
    };
  });
}

/**
 * The basis: as declared; else of the candidates that cover nine tenths of the customers the one that explains most (mean
 * ω² over the outcomes given), or where the data give no outcome the one that keeps most relationships, then the best
 * balanced, then by name. null where no attribute will do.
 */
export function chooseBasis(
  organisation: Organisation,
  clustered: readonly Index[],
  declared: string | undefined,
): { attribute: Attribute; why: string; candidates: readonly Candidate[] } | null {
  const candidates = scoreCandidates(organisation, clustered);
  const find = (name: string) =>
    organisation.customers.attributes.find((attribute) => attribute.name === name);
  if (declared !== undefined) {
    const attribute = find(declared);
    return attribute === undefined
      ? null
      : { attribute, why: `The attribute ${declared} is the basis that the file declares.`, candidates };
  }
  const feasible = candidates.filter((candidate) => candidate.feasible);
  const scored = feasible.some((candidate) => candidate.explained !== null);
  const order = [...feasible].sort(
    (a, b) =>
      (scored ? (b.explained ?? -1) - (a.explained ?? -1) : 0) ||
      (b.relationshipsKept ?? 0) - (a.relationshipsKept ?? 0) ||
      (b.balance ?? 0) - (a.balance ?? 0) ||
      byText(a.attribute, b.attribute),
  );
  const best = order[0];
  if (best === undefined) return null;
  const { givenShare } = effortOf(organisation);
  const why = scored
    ? `The attribute ${best.attribute} explains most of what tells customers apart (mean ω² ${best.explained!.toFixed(2)} over ${best.outcomes.join(', ')}).`
    : `The data cannot choose by need${givenShare === 0 ? ', since no effort is given' : ''}: ${best.attribute} keeps most customer relationships${best.relationshipsKept === null ? ' (none are known) and is the best balanced' : ` (${Math.round(best.relationshipsKept * 100)} % at best)`}.`;
  return {
    attribute: find(best.attribute)!,
    why,
    candidates: order.concat(candidates.filter((one) => !one.feasible)),
  };
}
