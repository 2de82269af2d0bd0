import { given } from '../../base/given.ts';
import { alternatives, counted } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { Charter } from '../../schema/input/department.ts';
import { PHASES } from '../../schema/input/fields.ts';

/** Customers and journeys named in a charter at most; more are told by their number. */
const MOST_NAMED = 8;

/** The customers of a cluster, and how they were grouped. */
interface ClusterCustomers {
  readonly name: string;
  /** Attribute and its values, where the group is exactly the customers with these. */
  readonly attribute: string;
  readonly values: readonly string[];
  readonly customers: readonly Index[];
}

/**
 * The business plan of a cluster in outline, as far as the file says it: who its customers are, prospects included, and
 * what they go through. What nobody has written down (value proposition, goals, service levels) is left out.
 */
export function charterOf(organisation: Organisation, served: ClusterCustomers): Charter {
  const journey = journeyOf(organisation, served.customers);
  return {
    targetCustomers: targetsOf(organisation, served),
    ...given({ journey: journey || undefined }),
  };
}

function targetsOf(
  { customers }: Organisation,
  { name, attribute, values, customers: rows }: ClusterCustomers,
) {
  const today = counted(
    rows.reduce((sum, row) => sum + customers.customers[row]!, 0),
    'customer',
  );
  return values.length > 0
    ? `Customers and prospects whose ${attribute} is ${alternatives(values)}: ${today} today.`
    : `${name}: ${today} today, and prospects like them.`;
}

/** Journeys of the file that some customers go through, the one of most customers first, with their steps by phase. */
function journeyOf({ customers, journeys }: Organisation, rows: readonly Index[]): string {
  const counts = new Map<Index, number>();
  for (const row of rows) {
    const journey = customers.journey[row]!;
    counts.set(journey, (counts.get(journey) ?? 0) + customers.customers[row]!);
  }
  const taken = [...counts]
    .filter(([journey]) => journeys[journey]?.builtIn === false)
    .sort(([a, n], [b, m]) => m - n || a - b);
  const said = taken.slice(0, MOST_NAMED).map(([journey, count]) => {
    const { name, steps } = journeys[journey]!;
    const phases = PHASES.flatMap((phase) => {
      const names = steps.filter((step) => step.phase === phase).map((step) => step.name);
      return names.length === 0 ? [] : [`${phase}: ${names.join(', ')}`];
    });
    return `${taken.length > 1 ? `${name} (${counted(count, 'customer')}): ` : ''}${phases.join('; ')}`;
  });
  return said.join('. ');
}

/** Whom a common service has for customers: the clusters, and the rest of the company. */
export const serviceCharter = (clusters: readonly string[]): Charter => ({
  targetCustomers:
    clusters.length > MOST_NAMED
      ? `The ${clusters.length} customer clusters, and the rest of the company.`
      : `The customer clusters ${alternatives(clusters, 'and')}, and the rest of the company.`,
});
