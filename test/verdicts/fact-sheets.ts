/** Eight invented companies, one fact sheet each, in a shape that twins can differ from in one fact. */
export interface FactSheet {
  readonly name: string;
  readonly context: Readonly<Record<string, string | number>>;
  readonly practices: Readonly<Record<string, string>>;
  /** People of each trade in the file: a sample of the staff where `context.staff` is larger. */
  readonly people: Readonly<Record<string, number>>;
  /** Weights of the first and the second line of those who serve customers; one line if left out. */
  readonly lines?: readonly [number, number];
  readonly customers: {
    readonly market: 'b2b' | 'b2c';
    readonly count: number;
    /** Customers of one row, for consumers. */
    readonly each?: number;
    readonly retention?: number;
    /** Whether each segment needs other things. */
    readonly needs: 'alike' | 'apart';
    /** Whether account managers own their customers. */
    readonly owned?: boolean;
  };
}

const TITLES: Readonly<Record<string, readonly [head: string, other: string]>> = {
  marketing: ['Marketing Director', 'Marketing Specialist'],
  sales: ['Sales Director', 'Sales Executive'],
  accounts: ['Head of Account Management', 'Account Manager'],
  support: ['Head of Customer Support', 'Customer Support Agent'],
  operations: ['Operations Director', 'Operations Planner'],
  finance: ['Finance Director', 'Accountant'],
};

const SEGMENTS = ['north', 'south', 'west'] as const;
/** Hours a month of marketing, sales, account management and support. */
const NEEDS = {
  alike: [
    [4, 6, 6, 4],
    [4, 6, 6, 4],
    [4, 6, 6, 4],
  ],
  apart: [
    [10, 3, 4, 3],
    [2, 12, 4, 2],
    [2, 2, 6, 10],
  ],
} as const;

const peopleOf = ({ people, lines }: FactSheet) => [
  { id: 'chief', title: 'Chief Executive Officer', level: 1 },
  ...Object.entries(people).flatMap(([department, count]) =>
    Array.from({ length: count }, (_, at) => {
      const [head, other] = TITLES[department]!;
      const boss = `${department}-0`;
      const second = department === 'sales' ? 'marketing-0' : 'sales-0';
      const two = lines !== undefined && at > 0 && department !== 'finance';
      return {
        id: `${department}-${at}`,
        title: at === 0 ? head : other,
        level: at === 0 ? 2 : 3,
        department,
        ...(two
          ? {
              managers: [
                { to: boss, weight: lines[0] },
                { to: second, weight: lines[1] },
              ],
            }
          : { manager: at === 0 ? 'chief' : boss }),
      };
    }),
  ),
];

/** Hours for which four fifths of the people of a trade are busy, a month. */
const busy = (people: number) => people * 143 * 0.8;

const customersOf = ({ customers: of, people }: FactSheet) => {
  const serving = people.marketing! + people.sales! + people.accounts! + people.support!;
  const usual = busy(serving) / (20 * of.count);
  return Array.from({ length: of.count }, (_, at) => {
    const [marketing, sales, accounts, support] = NEEDS[of.needs][at % SEGMENTS.length]!;
    // Each customer has habits of its own: no two are quite alike.
    const habit = (step: number) => 1 + (((at * step) % 11) - 5) / 25;
    return {
      id: `c${at}`,
      market: of.market,
      revenue: 1000 * (1 + (at % 4)),
      ...(of.each === undefined ? {} : { count: of.each }),
      ...(of.retention === undefined ? {} : { retention: of.retention }),
      ...(of.owned ? { owner: `accounts-${1 + (at % (people.accounts! - 1))}` } : {}),
      attributes: { segment: SEGMENTS[at % SEGMENTS.length] },
      effort: {
        marketing: usual * marketing * habit(1),
        sales: usual * sales * habit(2),
        'account-management': usual * accounts * habit(3),
        support: usual * support * habit(5),
      },
    };
  });
};

/** A fact sheet as an organisation file. */
export const organisationFrom = (sheet: FactSheet) => ({
  version: 1,
  name: sheet.name,
  context: sheet.context,
  practices: sheet.practices,
  people: peopleOf(sheet),
  customers: customersOf(sheet),
});

/** What has to be clear before a company reorganises, and is. */
const FOUNDED = {
  'strategy-clear': 'yes',
  'strategy-communicated': 'yes',
  'value-proposition-clear': 'yes',
  'value-proposition-communicated': 'yes',
  'target-markets-clear': 'yes',
  'target-markets-communicated': 'yes',
  'customer-goals-collective': 'yes',
};
const COMMON_CONTEXT = { departmentalTradition: 'no', customerPayShare: 0.25, paybackYears: 2 };

export const retailer: FactSheet = {
  name: 'A retailer of sixty who sells to consumers and works together badly',
  context: {
    ...COMMON_CONTEXT,
    market: 'b2c',
    offering: 'goods',
    collaboration: 'poor',
    limitedResources: 'partly',
  },
  practices: { ...FOUNDED, 'one-organisation-felt': 'partly' },
  people: { marketing: 8, sales: 18, accounts: 5, support: 14, operations: 8, finance: 6 },
  customers: { market: 'b2c', count: 33, each: 400, retention: 0.75, needs: 'alike' },
};

export const services: FactSheet = {
  name: 'Services for businesses with eight hundred people',
  context: {
    ...COMMON_CONTEXT,
    staff: 800,
    offering: 'services',
    serviceLevel: 'standard',
    collaboration: 'good',
  },
  practices: { ...FOUNDED, 'ideal-customer-profiles': 'yes', 'account-based-marketing': 'yes' },
  people: { marketing: 10, sales: 20, accounts: 20, support: 18, operations: 6, finance: 6 },
  customers: { market: 'b2b', count: 33, retention: 0.9, needs: 'apart', owned: true },
};

export const startUp: FactSheet = {
  name: 'A start-up of thirty who sells to businesses',
  context: { ...COMMON_CONTEXT, offering: 'technology', collaboration: 'good' },
  practices: { ...FOUNDED, 'ideal-customer-profiles': 'yes', 'exit-communication': 'no' },
  people: { marketing: 6, sales: 9, accounts: 6, support: 6, finance: 2 },
  customers: { market: 'b2b', count: 33, retention: 0.9, needs: 'apart' },
};

export const matrix: FactSheet = {
  name: 'A matrix of two thousand who have answered half of the questions',
  context: { staff: 2000, collaboration: 'good', departmentalTradition: 'no', offering: 'services' },
  practices: { 'strategy-clear': 'yes', 'ideal-customer-profiles': 'yes' },
  people: { marketing: 9, sales: 12, accounts: 12, support: 12, operations: 4, finance: 4 },
  lines: [0.5, 0.5],
  customers: { market: 'b2b', count: 33, retention: 0.9, needs: 'apart' },
};

export const smallFirm: FactSheet = {
  name: 'A firm of forty-five that is short of people and wants a team for each account',
  context: { ...COMMON_CONTEXT, offering: 'services', collaboration: 'good', limitedResources: 'yes' },
  practices: { ...FOUNDED, 'account-based-marketing': 'yes', 'one-organisation-felt': 'no' },
  people: { marketing: 8, sales: 12, accounts: 10, support: 10, finance: 4 },
  customers: { market: 'b2b', count: 33, retention: 0.9, needs: 'alike' },
};

export const consultancy: FactSheet = {
  name: 'A consultancy of two hundred and fifty who sells projects',
  context: { ...COMMON_CONTEXT, staff: 250, offering: 'projects', collaboration: 'good' },
  practices: { ...FOUNDED, 'ideal-customer-profiles': 'yes' },
  people: { marketing: 9, sales: 15, accounts: 15, support: 9, operations: 12, finance: 5 },
  customers: { market: 'b2b', count: 33, needs: 'apart' },
};

export const software: FactSheet = {
  name: 'A growing software firm whose customers leave unheard',
  context: {
    ...COMMON_CONTEXT,
    staff: 180,
    offering: 'technology',
    collaboration: 'good',
    acquisitionRate: 0.4,
  },
  practices: { ...FOUNDED, 'exit-communication': 'no' },
  people: { marketing: 10, sales: 16, accounts: 8, support: 12, finance: 5 },
  customers: { market: 'b2b', count: 33, retention: 0.65, needs: 'alike', owned: true },
};

export const bank: FactSheet = {
  name: 'A bank that is organised by function',
  context: {
    ...COMMON_CONTEXT,
    staff: 1200,
    offering: 'services',
    collaboration: 'mixed',
    costPressure: 'yes',
  },
  practices: { ...FOUNDED, 'one-organisation-felt': 'partly' },
  people: { marketing: 9, sales: 15, accounts: 15, support: 15, operations: 6, finance: 6 },
  customers: { market: 'b2c', count: 33, each: 5000, retention: 0.9, needs: 'alike' },
};
