import { sample } from 'simple-statistics';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { type Distances, meanSilhouette, medoidGroups } from '../../../numbers/medoids.ts';
import { randomFrom } from '../../../numbers/random.ts';
import type { ReportedBasis } from '../../../schema/documents/basis.ts';
import type { Basis } from '../groups.ts';
import { gowerDistance, type Trait, traitsOf } from './traits.ts';

/** Customers that are compared with each other, at most: so many pairs take a fraction of a second. */
export const MOST_COMPARED = 400;
const MOST_GROUPS = 8;
const SEED = 1;
/** What is typical of a group is said where it differs from all customers by so much, on a scale to 1. */
const TYPICAL = 0.2;

/** What the basis is called that is no attribute of the file. */
const SIMILARITY = 'similarity';

export interface Proposal {
  readonly basis: Basis;
  readonly reported: NonNullable<ReportedBasis['proposed']>;
}

/** Customers that are the same in every trait, as one point. */
function pointsOf(rows: readonly Index[], traits: readonly Trait[]): { row: Index; weight: number }[] {
  const points = new Map<string, { row: Index; weight: number }>();
  for (const row of rows) {
    const key = traits.map((trait) => trait.key(row)).join('|');
    const point = points.get(key);
    if (point === undefined) points.set(key, { row, weight: 1 });
    else point.weight++;
  }
  return [...points.values()];
}

function distancesOf(points: readonly { row: Index; weight: number }[], traits: readonly Trait[]): Distances {
  const count = points.length;
  const at = new Float64Array(count * count);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < a; b++) {
      const distance = gowerDistance(traits, points[a]!.row, points[b]!.row);
      at[a * count + b] = distance;
      at[b * count + a] = distance;
    }
  return { count, at, weight: Float64Array.from(points, ({ weight }) => weight) };
}

/** The number of groups, of those tried, with the highest mean silhouette; of equals the fewest. null where none is above 0. */
function bestGroups(distances: Distances) {
  let best: { medoids: readonly number[]; silhouette: number } | null = null;
  for (let groups = 2; groups <= Math.min(MOST_GROUPS, distances.count - 1); groups++) {
    const { medoids, label } = medoidGroups(distances, groups);
    const silhouette = meanSilhouette(distances, label, groups);
    if (silhouette > (best?.silhouette ?? 0) + 1e-9) best = { medoids, silhouette };
  }
  return best;
}

/** The group of every customer: that of the medoid it is nearest to, the first of equals. Groups in the order of their first customer. */
function assign(
  count: number,
  medoids: readonly Index[],
  traits: readonly Trait[],
): readonly (readonly Index[])[] {
  const groups = medoids.map((): Index[] => []);
  for (let row = 0; row < count; row++) {
    const apart = medoids.map((medoid) => gowerDistance(traits, row, medoid));
    groups[apart.reduce((best, value, at) => (value < apart[best]! ? at : best), 0)]!.push(row);
  }
  return groups.filter((group) => group.length > 0).sort((a, b) => a[0]! - b[0]!);
}

/** Names from the two things most typical of each group; a number is added where two groups are called the same. */
function namesOf(groups: readonly (readonly Index[])[], traits: readonly Trait[]): readonly string[] {
  const names = groups.map(
    (group) =>
      traits
        .flatMap((trait) => trait.typical(group) ?? [])
        .filter(({ strength }) => strength >= TYPICAL)
        .sort((a, b) => b.strength - a.strength)
        .slice(0, 2)
        .map(({ label }) => label)
        .join(', ') || 'mixed',
  );
  return names.map((name, at) => {
    const same = names.slice(0, at).filter((other) => other === name).length;
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} ${same + 1}`;
  });
}

/** Above this mean silhouette groups have some structure (Kaufman and Rousseeuw 1990). */
export const SOME_STRUCTURE = 0.25;

/**
 * Groups of customers who are alike in whatever is known of them, for a file without an attribute to group by: k-medoids
 * on Gower's distance, as many groups as give the highest mean silhouette. More than 400 customer rows are a sample of so
 * many, drawn with a fixed seed, and the others go to the nearest medoid. null where there is nothing to compare by, or no
 * grouping is better than none. Cost: sample² × groups, and customers × groups.
 */
export function proposeGroups(organisation: Organisation): Proposal | null {
  const { customers } = organisation;
  const traits = traitsOf(organisation);
  if (traits.length === 0) return null;
  const all = Array.from({ length: customers.count }, (_, row) => row);
  const rows =
    all.length <= MOST_COMPARED ? all : sample(all, MOST_COMPARED, randomFrom(SEED)).sort((a, b) => a - b);
  const points = pointsOf(rows, traits);
  const best = bestGroups(distancesOf(points, traits));
  if (best === null) return null;
  const groups = assign(
    customers.count,
    best.medoids.map((medoid) => points[medoid]!.row),
    traits,
  );
  if (groups.length < 2) return null;
  const names = namesOf(groups, traits);
  const codes = new Int32Array(customers.count);
  groups.forEach((group, code) => {
    for (const row of group) codes[row] = code;
  });
  return {
    basis: { name: SIMILARITY, codes, values: names, numeric: false, proposed: true },
    reported: {
      silhouette: best.silhouette,
      comparedBy: traits.map(({ name }) => name),
      sample: rows.length,
      groups: groups.map((group, at) => ({
        name: names[at]!,
        customers: group.reduce((sum, row) => sum + customers.customers[row]!, 0),
      })),
    },
  };
}
