/** People of the examples: accountants, whom no rule about serving customers looks at. */
export const accountants = (count: number, manager: string, prefix = 'a'): string =>
  Array.from(
    { length: count },
    (_, at) => `  - { id: ${prefix}${at + 1}, title: Accountant, department: finance, manager: ${manager} }`,
  ).join('\n');

/** People of one team who have a title in common. */
export const team = (title: string, department: string, manager: string, ids: readonly string[]): string =>
  ids
    .map((id) => `  - { id: ${id}, title: ${title}, department: ${department}, manager: ${manager} }`)
    .join('\n');

/** A company of one team, with so many people below its manager. */
export const atTheLedger = (name: string, count: number): string => `
version: 1
name: ${name} at the ledger
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(count, 'm1')}
`;

/** A company that only sells, to two customers: `customer` is added to the first, `seller` to a fifth who sells. */
export const sellers = (name: string, { customer = '', seller = '' } = {}): string => `
version: 1
name: ${name}
journeys:
  - { id: sale, steps: [{ phase: acquire, capability: sales, hours: 10 }] }
people:
  - { id: head, title: Sales Director, department: sales }
${team('Sales Executive', 'sales', 'head', ['s1', 's2', 's3'])}
  - { id: s4, title: Sales Executive, department: sales, manager: head${seller} }
customers:
  - { id: c1, revenue: 1000${customer} }
  - { id: c2, revenue: 2000 }
`;

interface OfficerExample {
  /** Whom the officer reports to. */
  readonly cco: 'chief' | 'sales';
  readonly model?: string;
  /** Whom the heads of the two departments report to. */
  readonly heads?: 'chief' | 'cco';
}

/** A company of two departments that face customers, with an officer. */
export const organised = ({ cco, model = 'minister', heads = 'chief' }: OfficerExample): string => `
version: 1
name: Officer
customerOfficer: { person: cco, model: ${model} }
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: cco, title: Chief Customer Officer, department: ${cco === 'chief' ? 'office, manager: chief' : 'sales, manager: s1'} }
${team('Sales Executive', 'sales', heads, ['s1'])}
${team('Sales Executive', 'sales', 's1', ['s2', 's3', 's4'])}
${team('Account Manager', 'accounts', heads, ['a1'])}
${team('Account Manager', 'accounts', 'a1', ['a2', 'a3', 'a4'])}
`;

/** For each department a head below the chief, and three people below the head. */
export const teamsOfFour = (departments: readonly (readonly [id: string, title: string])[]): string =>
  departments
    .flatMap(([id, title]) => [
      team(title, id, 'chief', [`${id}-1`]),
      team(title, id, `${id}-1`, [`${id}-2`, `${id}-3`, `${id}-4`]),
    ])
    .join('\n');

/** A company with a department of four for each trade, and a journey whose steps are done by some of them. */
export const departmentsByTrade = <Id extends string>(
  name: string,
  trades: readonly (readonly [id: Id, title: string])[],
  steps: readonly NoInfer<Id>[],
): string => `
version: 1
name: ${name}
departments: [${trades.map(([id]) => `{ id: ${id}, head: ${id}-1, accountable: true }`).join(', ')}]
journeys:
  - id: usual
    steps:
${steps.map((capability, at) => `      - { id: s${at}, phase: acquire, capability: ${capability}, hours: 10 }`).join('\n')}
people:
  - { id: chief, title: Chief Executive Officer }
${teamsOfFour(trades)}
customers: [{ id: c1 }]
`;

interface Clusterable {
  readonly context?: string;
  /** Lines with policy and options of designs. */
  readonly designs?: string;
  /** Market of the customers. */
  readonly market?: string;
  /** Retention of the customers in retail and in energy. */
  readonly retention?: readonly [readonly number[], readonly number[]];
  /** Whether the industry of the customers is given. */
  readonly industries?: boolean;
  /** Lines with further people. */
  readonly people?: string;
}

/** One more of each trade, for two clusters to have enough people besides their heads. */
export const ONE_MORE_EACH = `${team('Marketing Specialist', 'marketing', 'chief', ['m5'])}
${team('Sales Executive', 'sales', 'chief', ['s5'])}
${team('Account Manager', 'accounts', 'chief', ['a5'])}
`;

/** A company of thirteen that can be divided into two clusters, for retail and for energy. */
export function clusterable(
  name: string,
  {
    context = 'staff: 400',
    designs = 'policy: { centreSize: 0 }\ndesigns: { cluster: { holders: 1 } }',
    market = 'b2b',
    retention = [
      [0.9, 0.92],
      [0.7, 0.72],
    ],
    industries = true,
    people = '',
  }: Clusterable = {},
): string {
  const customers = retention
    .flatMap((values, group) => values.map((value) => ({ value, industry: ['retail', 'energy'][group]! })))
    .map(({ value, industry }, at) => {
      const attributes = industries ? `, attributes: { industry: ${industry} }` : '';
      return `  - { id: c${at + 1}, market: ${market}, revenue: 1000, retention: ${value}${attributes} }`;
    });
  return `
version: 1
name: ${name}
context: { ${context} }
${designs}
journeys:
  - id: sale
    steps:
      - { phase: identify, capability: marketing }
      - { phase: acquire, capability: sales }
      - { phase: retain, capability: account-management }
people:
  - { id: chief, title: Chief Executive Officer }
${team('Marketing Specialist', 'marketing', 'chief', ['m1', 'm2', 'm3', 'm4'])}
${team('Sales Executive', 'sales', 'chief', ['s1', 's2', 's3', 's4'])}
${team('Account Manager', 'accounts', 'chief', ['a1', 'a2', 'a3', 'a4'])}
${people}customers:
${customers.join('\n')}
`;
}

type Entries = Readonly<Record<string, string | number>>;

/** Each capability in the one phase that is named after what it does most. */
const PHASES = `  lifecycle:
    shares: { marketing: { identify: 1 }, sales: { acquire: 1 }, account-management: { retain: 1 } }`;

interface FittingExample extends Pick<Clusterable, 'market' | 'retention' | 'people'> {
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
  { context = {}, practices = {}, officer, today, holders = 1, ...rest }: FittingExample = {},
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

/** Somebody with two bosses in one department. @param lines - To `m1` and to `m2`. */
export const twoBosses = (name: string, lines: string): string => `
version: 1
name: ${name}
departments: [{ id: finance, head: m1 }]
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: m1, title: Finance Manager, department: finance, manager: chief }
  - { id: m2, title: Finance Manager, department: finance, manager: chief }
${accountants(3, 'm1', 'a')}
${accountants(3, 'm2', 'b')}
  - { id: x, title: Accountant, department: finance,
      managers: [${lines}] }
`;
