type Fields = Readonly<Record<string, unknown>>;

/** So many people of one title in one department, who report to somebody. */
export const staff = (
  department: string,
  title: string,
  count: number,
  manager: string,
  more: Fields = {},
): readonly Fields[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${department}-${at + 1}`,
    title,
    department,
    manager,
    ...more,
  }));

/** A department of one trade: a head, who reports to the chief, and others. */
export const trade = (department: string, title: string, count = 4): readonly Fields[] => [
  { id: `${department}-1`, title, department, manager: 'chief' },
  ...staff(department, title, count, `${department}-1`).slice(1),
];

export const CHIEF: Fields = { id: 'chief', title: 'Chief Executive Officer' };

export const FOUR: readonly Fields[] = [
  ...trade('marketing', 'Marketing Specialist'),
  ...trade('sales', 'Sales Executive'),
  ...trade('accounts', 'Account Manager'),
  ...trade('support', 'Customer Support Agent'),
];

export const step = (phase: string, capability: string, more: Fields = {}): Fields => ({
  phase,
  capability,
  hours: 10,
  ...more,
});

export const journey = (...steps: readonly Fields[]) => ({ journeys: [{ id: 'usual', steps }] });

export const USUAL = journey(
  step('identify', 'marketing'),
  step('acquire', 'sales'),
  step('retain', 'account-management'),
  step('retain', 'support'),
);

/** Eight businesses, four in retail and four in energy, with what else is known of each. */
export const customers = (more: (industry: 'retail' | 'energy', at: number) => Fields = () => ({})) => ({
  customers: Array.from({ length: 8 }, (_, at) => {
    const industry = at < 4 ? 'retail' : 'energy';
    return {
      id: `c${at + 1}`,
      market: 'b2b',
      revenue: 1000,
      attributes: { industry },
      ...more(industry, at),
    };
  }),
});

/** A department for each trade, with its head. */
export const departments = (...ids: readonly string[]) => ({
  departments: ids.map((id) => ({ id, head: `${id}-1`, accountable: true })),
});

const DEPARTMENTS = ['marketing', 'sales', 'accounts', 'support'];

/** The four departments and one more, with steps of their own. */
export const withTrade = (id: string, title: string, ...steps: readonly Fields[]): Fields => ({
  ...departments(...DEPARTMENTS, id),
  people: [CHIEF, ...FOUR, ...trade(id, title)],
  ...journey(...steps),
});

/** Seventeen people in four departments by trade, whose heads report to the chief, with eight customers. */
export const company = (...more: readonly Fields[]): Fields =>
  Object.assign(
    {
      version: 1,
      name: 'A small company',
      context: { staff: 400 },
      ...departments(...DEPARTMENTS),
      people: [CHIEF, ...FOUR],
      ...USUAL,
      ...customers(),
    },
    ...more,
  );

/** A phase or a cluster of a head and four others. */
const unit = (id: string, titles: readonly string[]): readonly Fields[] => [
  { id: `${id}-head`, title: 'Vice President', capability: 'leadership', department: id, manager: 'chief' },
  ...titles.map((title, at) => ({ id: `${id}-${at + 1}`, title, department: id, manager: `${id}-head` })),
];

const CLUSTER = ['Marketing Specialist', 'Sales Executive', 'Account Manager', 'Customer Support Agent'];

export const IN_CLUSTERS: readonly Fields[] = [CHIEF, ...unit('retail', CLUSTER), ...unit('energy', CLUSTER)];

/** The same company in two clusters, each for its industry. */
export const clusters = (of: Fields = {}, ...more: readonly Fields[]): Fields =>
  company(
    {
      departments: ['retail', 'energy'].map((id) => ({
        id,
        kind: 'cluster',
        head: `${id}-head`,
        accountable: true,
        serves: { where: { industry: [id] } },
        ...of,
      })),
      people: IN_CLUSTERS,
    },
    ...more,
  );

/** The same in three phases. */
export const phases = (of: Readonly<Record<string, Fields>> = {}, ...more: readonly Fields[]): Fields =>
  company(
    {
      departments: ['identify', 'acquire', 'retain'].map((id) => ({
        id,
        kind: 'phase',
        phase: id,
        head: `${id}-head`,
        accountable: true,
        ...of[id],
      })),
      people: [
        CHIEF,
        ...unit('identify', [
          'Marketing Specialist',
          'Marketing Specialist',
          'Market Researcher',
          'Content Editor',
        ]),
        ...unit('acquire', ['Sales Executive', 'Sales Executive', 'Sales Executive', 'Product Developer']),
        ...unit('retain', [
          'Account Manager',
          'Account Manager',
          'Customer Support Agent',
          'Customer Support Agent',
        ]),
      ],
    },
    ...more,
  );

export const scorecard = (...metrics: readonly (string | Fields)[]) => ({
  scorecard: metrics.map((one) => (typeof one === 'string' ? { metric: one } : one)),
});
