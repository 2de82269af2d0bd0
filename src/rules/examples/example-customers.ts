import { team } from './example-people.ts';

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
