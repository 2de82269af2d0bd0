const team = (department: string, title: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${department}-${at}`,
    title,
    department,
    manager: at === 0 ? 'chief' : `${department}-0`,
  }));

/** Customers of an industry; the first of dairy and of energy is served by a key account department. */
const customersOf = (industry: string, count: number, key?: string) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${industry}-${at}`,
    owner: at === 0 && key !== undefined ? key : `accounts-${1 + (at % 5)}`,
    revenue: 100,
    attributes: { industry },
  }));

/**
 * A functional company with a head, `-0`, in each department, three groups of customers of four, six and eight, a department
 * for two key accounts, and a clerk in marketing, who is no part of a cluster.
 */
export const COMPANY = {
  version: 1,
  name: 'Stages & Co',
  departments: [
    ...['marketing', 'sales', 'accounts', 'support'].map((id) => ({ id, accountable: true })),
    { id: 'key', serves: ['dairy-0', 'energy-0'], accountable: true },
  ],
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    ...team('marketing', 'Marketing Specialist', 6),
    { id: 'clerk', title: 'Accountant', department: 'marketing', manager: 'marketing-0' },
    ...team('sales', 'Sales Representative', 8),
    ...team('accounts', 'Account Manager', 6),
    ...team('key', 'Account Manager', 3),
    ...team('support', 'Customer Support Agent', 8),
  ],
  customers: [
    ...customersOf('dairy', 4, 'key-1'),
    ...customersOf('energy', 6, 'key-2'),
    ...customersOf('water', 8),
  ],
};
