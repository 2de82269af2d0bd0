import { team, teamsOfFour } from './companies.ts';

const SKILLS = [
  ['marketing', 'Marketing Specialist'],
  ['sales', 'Sales Executive'],
  ['account-management', 'Account Manager'],
] as const;
const CLUSTERS = ['retail', 'energy'] as const;

const practice = (from: string, to: string) =>
  `  - { from: ${from}, to: ${to}, what: what works, kind: best-practice }`;

/** A customer of each industry and region, with a retention. */
type Row = readonly [industry: string, region: string, retention: number];

/** Two clusters, for retail and for energy, with centres of expertise that they exchange with. */
export function twoClusters(
  name: string,
  {
    centres = SKILLS.map(([skill]) => skill),
    customers = [],
    scorecard = '',
  }: {
    /** The skills that have a centre. */
    readonly centres?: readonly string[];
    readonly customers?: readonly Row[];
    /** The scorecard of the centres, as inline YAML. */
    readonly scorecard?: string;
  } = {},
): string {
  const held = SKILLS.filter(([skill]) => centres.includes(skill));
  const serving = customers.length > 0;
  const journey = SKILLS.map(([skill], at) => {
    const phase = ['identify', 'acquire', 'retain'][at]!;
    return `      - { phase: ${phase}, capability: ${skill} }`;
  });
  return `
version: 1
name: ${name}
departments:
${CLUSTERS.map(
  (id) =>
    `  - { id: ${id}, kind: cluster, head: vp-${id}${serving ? `, serves: { where: { industry: [${id}] } }` : ''} }`,
).join('\n')}
${held
  .map(
    ([skill]) =>
      `  - { id: ${skill}, kind: centre-of-expertise, head: head-${skill}, decides: [processes], servesUnits: [retail, energy]${scorecard} }`,
  )
  .join('\n')}
people:
  - { id: chief, title: Chief Executive Officer }
${CLUSTERS.map(
  (id) =>
    `  - { id: vp-${id}, title: Customer Cluster VP, capability: leadership, department: ${id}, manager: chief }\n${SKILLS.map(
      ([skill, title]) => team(title, id, `vp-${id}`, [`${id}-${skill}-1`, `${id}-${skill}-2`]),
    ).join('\n')}`,
).join('\n')}
${held
  .map(
    ([skill, title]) =>
      `  - { id: head-${skill}, title: ${title}, department: ${skill}, manager: chief }\n${team(
        title,
        skill,
        `head-${skill}`,
        [1, 2, 3].map((n) => `${skill}-${n}`),
      )}`,
  )
  .join('\n')}
flows:
${CLUSTERS.flatMap((id) => [practice(id, held[0]![0]), practice(held[0]![0], id)]).join('\n')}
${
  serving
    ? `journeys:
  - id: sale
    steps:
${journey.join('\n')}
customers:
${customers
  .map(
    ([industry, region, retention], at) =>
      `  - { id: c${at + 1}, market: b2b, revenue: 1000, retention: ${retention}, attributes: { industry: ${industry}, region: ${region} } }`,
  )
  .join('\n')}`
    : ''
}
`;
}

const ALL_FLOWS: Readonly<Record<string, string>> = {
  insight: '{ from: identify, to: acquire, what: what prospects look for, kind: prospect-insight }',
  toIdentify: '{ from: retain, to: identify, what: what customers say, kind: customer-feedback }',
  toAcquire: '{ from: retain, to: acquire, what: what customers say, kind: customer-feedback }',
  exit: '{ from: retain, to: acquire, what: why customers left, kind: exit-reasons }',
};

/** Metrics of a phase as an inline list of its scorecard. */
const scorecard = (metrics: readonly string[]): string =>
  metrics.length === 0 ? '' : `, scorecard: [${metrics.map((metric) => `{ metric: ${metric} }`).join(', ')}]`;

/** A company in three phases that tell each other everything, but for what is left out. */
export function phased(
  name: string,
  {
    without = [],
    metrics = {},
  }: {
    readonly without?: readonly string[];
    readonly metrics?: Readonly<Record<string, readonly string[]>>;
  },
): string {
  const flows = Object.entries(ALL_FLOWS).flatMap(([key, text]) =>
    without.includes(key) ? [] : [`  - ${text}`],
  );
  const phases = [
    ['identify', 'Marketing Specialist'],
    ['acquire', 'Product Developer'],
    ['retain', 'Customer Support Agent'],
  ] as const;
  return `
version: 1
name: ${name}
departments:
${phases
  .map(
    ([phase]) =>
      `  - { id: ${phase}, kind: phase, phase: ${phase}, head: ${phase}-1, accountable: true${scorecard(metrics[phase] ?? [])} }`,
  )
  .join('\n')}
people:
  - { id: chief, title: Chief Executive Officer }
${teamsOfFour(phases)}
flows:
${flows.join('\n')}
`;
}

/** A cluster with a centre of expertise for sales and a finance department beside it. */
export const clusterWithServices = (
  name: string,
  {
    remit = ', decides: [CRM fields]',
    customers = ', servesUnits: [retail]',
    heard = true,
    cluster = '',
  }: {
    /** What the centre decides and advises. */
    readonly remit?: string;
    /** Whom finance works for. */
    readonly customers?: string;
    /** Whether the cluster hears from the centre. */
    readonly heard?: boolean;
    /** More of the cluster. */
    readonly cluster?: string;
  } = {},
): string => `
version: 1
name: ${name}
departments:
  - { id: retail, name: Retail, kind: cluster, head: vp${cluster} }
  - { id: selling, name: Centre for sales, kind: centre-of-expertise, head: s3, servesUnits: [retail]${remit} }
  - { id: finance, name: Finance, kind: common-service, head: f1${customers} }
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: vp, title: Customer Cluster VP, capability: leadership, department: retail, manager: chief }
${team('Marketing Specialist', 'retail', 'vp', ['m1', 'm2'])}
${team('Sales Executive', 'retail', 'vp', ['s1', 's2'])}
${team('Account Manager', 'retail', 'vp', ['a1', 'a2'])}
  - { id: s3, title: Head of Sales, department: selling, manager: chief }
${team('Sales Executive', 'selling', 's3', ['s4', 's5', 's6'])}
  - { id: f1, title: Finance Manager, department: finance, manager: chief }
${team('Accountant', 'finance', 'f1', ['f2', 'f3', 'f4'])}
flows:
${practice('retail', 'selling')}
${heard ? practice('selling', 'retail') : '  - { from: selling, to: retail, what: dates of trainings }'}
`;
