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

interface Organised {
  /** Whom the officer reports to. */
  readonly cco: 'chief' | 'sales';
  readonly model?: string;
  /** Whom the heads of the two departments report to. */
  readonly heads?: 'chief' | 'cco';
}

/** A company of two departments that face customers, with an officer. */
export const organised = ({ cco, model = 'minister', heads = 'chief' }: Organised): string => `
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
${trades
  .map(
    ([id, title]) =>
      `  - { id: ${id}-1, title: ${title}, department: ${id}, manager: chief }\n${team(
        title,
        id,
        `${id}-1`,
        [2, 3, 4].map((n) => `${id}-${n}`),
      )}`,
  )
  .join('\n')}
customers: [{ id: c1 }]
`;
