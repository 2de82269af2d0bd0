import { phased } from '../../../src/rules/examples/structures.ts';
import {
  CHIEF,
  company,
  customers,
  departments,
  FOUR,
  journey,
  phases,
  scorecard,
  step,
  trade,
  withTrade,
} from './company.ts';
import { byRule, figure, finds, type Outputs, type Pair, ready, says, unitsWith } from './pair.ts';

const METRICS = {
  identify: ['prospects-found', 'conversion-to-acquire'],
  acquire: ['conversion-to-acquire', 'revenue-against-goal', 'initial-satisfaction'],
  retain: ['retention', 'satisfaction'],
};

/** Phases of which one answers for less than it should. */
const without = (phase: keyof typeof METRICS, metric: string) => ({
  holds: phased('A measure too few', {
    metrics: { ...METRICS, [phase]: METRICS[phase].filter((one) => one !== metric) },
  }),
  not: phased('All measures', { metrics: METRICS }),
  reads: finds('scorecard-metric-missing'),
  shows: [true, false] as const,
});

const known = (metric: string) => ({ metric, value: 0.5, target: 0.6, owner: 'chief' });
const MEASURED = Object.fromEntries(
  Object.entries({ ...METRICS, identify: [...METRICS.identify, 'brand-awareness'] }).map(
    ([phase, metrics]) => [phase, scorecard(...metrics.map(known))],
  ),
);

/** A capability in the phases where it is by itself, and where the file puts it. */
const works = (
  claim: string,
  [capability, title]: readonly [string, string],
  shares: Readonly<Record<string, number>>,
  ...shows: readonly [readonly string[], readonly string[]]
): Pair => {
  const people = withTrade(
    'more',
    title,
    step('identify', 'marketing'),
    step('acquire', 'sales'),
    step('retain', 'support'),
  );
  const phasesOf = (given: Readonly<Record<string, number>>) => ({
    capabilities: { [capability]: { phases: { identify: 0, acquire: 0, retain: 0, ...given } } },
  });
  return {
    claim,
    holds: company(people),
    not: company(people, phasesOf(shares)),
    reads: unitsWith(capability, 'lifecycle'),
    shows,
  };
};
const [IDENTIFY, ACQUIRE, RETAIN] = ['phase/identify', 'phase/acquire', 'phase/retain'];

/** The capability that most people of a phase have. */
const most = (phase: string) => (of: Outputs) => {
  const counts = new Map<string, number>();
  for (const { unit, capability } of of.seats('lifecycle'))
    if (unit === phase) counts.set(capability, (counts.get(capability) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
};

/** A company that only sells, and keeps what it has sold to: by one person, or by two. */
const SALE = journey(step('acquire', 'sales'), step('retain', 'account-management'));

export const jameanePairs: readonly Pair[] = [
  byRule('jameane-departments-suit-company', 'fit-departments-divide-customer', 'against'),
  works(
    'jameane-communications-everywhere',
    ['communications', 'Content Editor'],
    { identify: 1 },
    [ACQUIRE, IDENTIFY, RETAIN],
    [IDENTIFY],
  ),
  {
    claim: 'jameane-one-team-per-customer',
    holds: company(
      SALE,
      departments('sales'),
      { people: [CHIEF, ...trade('sales', 'Sales Executive')] },
      customers((_, at) => ({ owner: `sales-${(at % 4) + 1}` })),
    ),
    not: company(SALE),
    reads: figure('journey.mainContactKept'),
    shows: [1, 0],
  },
  {
    claim: 'jameane-account-team-needs-means',
    holds: company({ context: { limitedResources: 'yes' } }),
    not: company({ context: { limitedResources: 'no' } }),
    reads: says('account-team', 'fit-limited-resources'),
    shows: ['against', 'nothing'],
  },
  {
    claim: 'jameane-organise-by-phase',
    holds: company(),
    not: company(journey(step('retain', 'account-management'), step('retain', 'support'))),
    reads: figure('silos.count', 'lifecycle'),
    shows: [3, 1],
  },
  {
    claim: 'jameane-roles-weighted',
    holds: company(
      withTrade(
        'more',
        'Marketing Specialist',
        step('identify', 'marketing'),
        step('acquire', 'marketing'),
        step('retain', 'support'),
      ),
    ),
    not: company(
      withTrade(
        'more',
        'Marketing Specialist',
        step('identify', 'marketing'),
        step('acquire', 'sales'),
        step('retain', 'support'),
      ),
    ),
    reads: unitsWith('marketing', 'lifecycle'),
    shows: [[ACQUIRE, IDENTIFY], [IDENTIFY]],
  },
  {
    claim: 'jameane-metrics-by-phase',
    holds: phases(MEASURED),
    not: phases(),
    reads: ready('ready-phase-metrics', 'lifecycle'),
    shows: ['in-place', 'open'],
  },
  {
    claim: 'jameane-identify-communicators',
    holds: company(),
    not: company({
      capabilities: {
        marketing: { phases: { identify: 0, acquire: 1, retain: 0 } },
        sales: { phases: { identify: 1, acquire: 0, retain: 0 } },
      },
    }),
    reads: most(IDENTIFY!),
    shows: ['marketing', 'sales'],
  },
  works(
    'jameane-identify-specialists',
    ['market-research', 'Market Researcher'],
    { retain: 1 },
    [IDENTIFY],
    [RETAIN],
  ),
  {
    claim: 'jameane-research-to-development',
    holds: phased('Nobody tells what prospects look for', { without: ['insight'] }),
    not: phased('Everybody is told', {}),
    reads: finds('flow-feedback-missing'),
    shows: [true, false],
  },
  { claim: 'jameane-identify-metrics', ...without('identify', 'prospects-found') },
  byRule('jameane-conversion', 'scorecard-conversion-not-shared'),
  {
    claim: 'jameane-identify-knows-market',
    holds: phases({}, researchers('Market Researcher', 'Lead Qualification')),
    not: phases({}, researchers('Marketing Specialist', 'Lead Qualification')),
    reads: (of) => of.charter('identify').parts.find(({ id }) => id === 'roles')?.write?.what,
    shows: [undefined, 'Somebody for market research.'],
  },
  {
    claim: 'jameane-nurture',
    holds: company(
      { people: [CHIEF, ...FOUR.filter((one) => one.department !== 'marketing')] },
      departments('sales', 'accounts', 'support'),
    ),
    not: company(),
    reads: finds('unserved-step'),
    shows: [true, false],
  },
  works(
    'jameane-account-manager-from-acquire',
    ['account-management', 'Account Manager'],
    { retain: 1 },
    [ACQUIRE, RETAIN],
    [RETAIN],
  ),
  works('jameane-acquire-makers', ['production', 'Machine Operator'], { retain: 1 }, [ACQUIRE], [RETAIN]),
  { claim: 'jameane-acquire-metrics', ...without('acquire', 'initial-satisfaction') },
  byRule('jameane-acquire-apart', 'fit-acquisition-apart', 'for'),
  {
    claim: 'jameane-big-change',
    holds: company(),
    not: phases(),
    reads: (of) => (figure('change.movedShare', 'lifecycle')(of) ?? 0) > 0.5,
    shows: [true, false],
  },
  works('jameane-retain-roles', ['support', 'Customer Support Agent'], { acquire: 1 }, [RETAIN], [ACQUIRE]),
  byRule('jameane-exit-communications', 'fit-exit-neglected', 'for'),
  {
    claim: 'jameane-retain-grows',
    holds: company(
      customers(() => ({ retention: 0.95 })),
      { context: { acquisitionRate: 0.3 } },
    ),
    not: company(
      customers(() => ({ retention: 0.6 })),
      { context: { acquisitionRate: 0.3 } },
    ),
    reads: (of) => (figure('growth.retainShare')(of) ?? 0) > 0.8,
    shows: [true, false],
  },
  {
    claim: 'jameane-retain-feedback',
    holds: phased('Retain keeps what customers say', { without: ['toIdentify'] }),
    not: phased('Everybody is told', {}),
    reads: finds('flow-feedback-missing'),
    shows: [true, false],
  },
  { claim: 'jameane-retain-metrics', ...without('retain', 'satisfaction') },
];

/** The people of the phases, with these in identify. */
function researchers(...titles: readonly string[]) {
  const { people } = phases() as { people: readonly { readonly id: string; readonly title: string }[] };
  return {
    people: people.map((person) => {
      const at = ['identify-3', 'identify-4'].indexOf(person.id);
      return at < 0 ? person : { ...person, title: titles[at]! };
    }),
  };
}
