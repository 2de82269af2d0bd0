import { clusterable } from './example-clusters.ts';

type Clusterable = NonNullable<Parameters<typeof clusterable>[1]>;
type Entries = Readonly<Record<string, string | number>>;

/** Each capability in the one phase that is named after what it does most. */
const PHASES = `  lifecycle:
    shares: { marketing: { identify: 1 }, sales: { acquire: 1 }, account-management: { retain: 1 } }`;

interface Fitting extends Pick<Clusterable, 'market' | 'retention' | 'people'> {
  readonly context?: Entries;
  readonly practices?: Entries;
  /** The Chief Customer Officer that the clusters get. */
  readonly officer?: Entries;
  /** The one of today. */
  readonly today?: Entries;
  /** People of each skill that a cluster needs. */
  readonly holders?: number;
}

const entries = (of: Entries): string =>
  Object.entries(of)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');

/**
 * The company of `clusterable` with a good record and without a departmental tradition, so that nothing about them is read
 * from its chart. Two files of one name differ only in what they are asked to.
 */
export function fitting(
  name: string,
  { context = {}, practices = {}, officer, today, holders = 2, ...rest }: Fitting = {},
): string {
  return clusterable(name, {
    context: entries({ staff: 400, collaboration: 'good', departmentalTradition: 'no', ...context }),
    designs: `practices: { ${entries(practices)} }
${today === undefined ? '' : `customerOfficer: { ${entries(today)} }\n`}policy: { centreSize: 0 }
designs:
  cluster: { holders: ${holders}${officer === undefined ? '' : `, customerOfficer: { ${entries(officer)} }`} }
${PHASES}`,
    ...rest,
  });
}
