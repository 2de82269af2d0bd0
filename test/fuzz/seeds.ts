import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const tindle = parse(
  readFileSync(new URL('../../examples/tindle-and-moss/org.yaml', import.meta.url), 'utf8'),
);

/** A small company that says something under every key that an organisation file has. */
const everything = {
  version: 1,
  name: 'Everything',
  description: 'All keys once.',
  asOf: '2026-06-30',
  currency: 'EUR',
  hoursPerFtePerMonth: 140,
  'x-anchors': { a: 1 },
  context: { market: 'b2b', offering: 'services', collaboration: 'good', serviceLevel: 'high' },
  practices: { 'strategy-clear': 'yes' },
  customerOfficer: { person: 'p2' },
  capabilities: { grading: { of: 'support' } },
  departments: [
    { id: 'sales', name: 'Sales', head: 'p2', kind: 'department', accountable: true },
    { id: 'care', name: 'Care', parent: 'sales', lead: 'none', answersTo: 'p2' },
    { id: 'works', name: 'Works', serves: 'all' },
  ],
  teams: [
    { id: 'squad', name: 'Squad', members: ['p3', { id: 'p4', share: 0.5 }], lead: 'p3', serves: ['c1'] },
  ],
  people: [
    { id: 'p1', name: 'Ada', title: 'Managing Director', level: 9, costPerYear: 200000 },
    { id: 'p2', name: 'Bo', title: 'Sales Director', department: 'sales', manager: 'p1', level: 8 },
    { id: 'p3', title: 'Account Manager', department: 'sales', manager: 'p2', serves: ['c1'], fte: 0.5 },
    {
      id: 'p4',
      title: 'Support Agent',
      department: 'care',
      managers: [
        { to: 'p2', weight: 0.6 },
        { to: 'p3', kind: 'dotted', weight: 0.4 },
      ],
    },
    { id: 'p5', title: 'Marketing Manager', department: 'sales', manager: 'p2', location: 'Oslo' },
    { id: 'p6', title: 'Engineer', capability: 'production', department: 'works', manager: 'p1' },
    { id: 'p7', title: 'Support Agent', department: 'care', manager: 'p2', vacant: true, hourlyPay: 20 },
    { id: 'p8', title: 'Sales Representative', department: 'sales', manager: 'p2', workerType: 'contractor' },
  ],
  customers: [
    {
      id: 'c1',
      name: 'Dairy One',
      market: 'b2b',
      revenue: 50000,
      margin: 9000,
      retention: 0.9,
      acquisitionCost: 100,
      satisfaction: { score: 8, min: 0, max: 10, n: 20 },
      effort: { sales: 10, support: 4, 'account-management': 3 },
      owner: 'p3',
      journey: 'sale',
      attributes: { industry: 'dairy', territory: 'north' },
    },
    { id: 'c2', parent: 'c1', revenue: 1000, count: 12, journeys: [{ id: 'sale', share: 0.2 }, 'question'] },
    { id: 'c3', status: 'prospect', attributes: { industry: 'energy' } },
  ],
  attributes: { territory: { basis: true }, industry: { basis: true } },
  journeys: [
    {
      id: 'sale',
      steps: [
        { id: 'find', phase: 'identify', capability: 'marketing', hours: 2 },
        {
          id: 'sell',
          phase: 'acquire',
          capability: 'sales',
          hours: 5,
          rework: 0.2,
          reworkTo: 'find',
          contact: true,
        },
        { id: 'keep', phase: 'retain', capability: 'support', hours: 3 },
      ],
    },
    { id: 'question', serves: 'all', steps: [{ phase: 'retain', capability: 'grading', hours: 1 }] },
  ],
  funnel: { prospects: 100, qualified: 40, won: 10 },
  flows: [{ from: 'care', to: 'sales', what: 'complaints' }],
  interactions: [
    { from: 'p2', to: 'p3', weight: 3 },
    { from: 'p4', to: 'p6' },
  ],
  assumptions: [{ id: 'a', text: 'Guessed.', affects: ['silos.count'] }],
  designs: { cluster: { minimum: 3 }, lifecycle: {}, matrix: {} },
  policy: {},
};

const smallest = { version: 1, name: 'One', people: [{ id: 'p1' }] };

/** What fuzzed files begin as. */
export const SEEDS: readonly object[] = [everything, everything, tindle, smallest];

const PEOPLE = [...Array.from({ length: 9 }, (_, at) => `p${at + 1}`), 't01', 't06', 't10'];
const UNITS = ['sales', 'care', 'works', 'Marketing', 'Office'];
const CUSTOMERS = ['c1', 'c2', 'c3', 'first-time', 'club'];
const CAPABILITIES = [
  'marketing',
  'sales',
  'account-management',
  'support',
  'production',
  'finance',
  'grading',
];

/** Ids and names that keys of the file may refer to, so that changed files still hold together. */
export const NAMES = {
  ...Object.fromEntries(
    ['manager', 'to', 'from', 'head', 'lead', 'members', 'owner', 'person', 'answersTo'].map((key) => [
      key,
      PEOPLE,
    ]),
  ),
  ...Object.fromEntries(['department', 'parent', 'job', 'unit', 'mustStay'].map((key) => [key, UNITS])),
  id: [...PEOPLE, ...UNITS, ...CUSTOMERS],
  serves: CUSTOMERS,
  ids: CUSTOMERS,
  capability: CAPABILITIES,
  capabilities: CAPABILITIES,
  secondary: CAPABILITIES,
  of: CAPABILITIES,
  effort: CAPABILITIES,
  assumedEffort: CAPABILITIES,
  currency: ['EUR', 'GBP'],
  journey: ['sale', 'question'],
  attributes: ['industry', 'territory', 'lifeStage'],
  basis: ['industry', 'territory', 'lifeStage'],
  where: ['industry', 'territory'],
  pinned: PEOPLE,
};
