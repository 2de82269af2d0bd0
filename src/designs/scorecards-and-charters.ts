import { given } from '../base/given.ts';
import { alternatives, counted } from '../base/text.ts';
import { customerCounts } from '../model/customer-counts.ts';
import type { Index, Organisation, Unit } from '../model/organisation.ts';
import type { Charter, ScorecardItem, UnitKind } from '../schema/input/department.ts';
import { PHASES, type Phase } from '../schema/input/fields.ts';

/** Share of the customers of whom a figure must be known before it is said of all of them. */
const KNOWN = 0.9;

type Column = 'revenue' | 'margin' | 'retention' | 'acquisitionCost' | 'satisfaction';

interface Metric {
  /** Where the file has it; nothing where no file has. */
  readonly column?: Column;
  /** Totals of the rows are added up; what is said per customer is the mean, each row by its number of customers. */
  readonly of?: 'total' | 'mean';
  /** `{}` stands for the currency. */
  readonly unit: string;
}

/** What clusters and phases are measured by. Clusters: Jackson; phases: Jameane. */
const METRICS = {
  'acquisition-cost': { column: 'acquisitionCost', of: 'mean', unit: '{} per customer' },
  sales: { column: 'revenue', of: 'total', unit: '{} a year' },
  retention: { column: 'retention', of: 'mean', unit: 'fraction a year' },
  margin: { column: 'margin', of: 'total', unit: '{} a year' },
  satisfaction: { column: 'satisfaction', of: 'mean', unit: 'fraction of the scale' },
  'prospects-found': { unit: 'prospects a year' },
  'brand-awareness': { unit: 'fraction' },
  'conversion-to-acquire': { unit: 'fraction' },
  'revenue-against-goal': { unit: 'fraction' },
  'initial-satisfaction': { unit: 'fraction of the scale' },
  'unit-satisfaction': { unit: 'fraction of the scale' },
  'practices-adopted': { unit: 'fraction of those that it found' },
} satisfies Record<string, Metric>;
type MetricId = keyof typeof METRICS;

export const CLUSTER_SCORECARD: readonly MetricId[] = [
  'acquisition-cost',
  'sales',
  'retention',
  'margin',
  'satisfaction',
];
export const PHASE_SCORECARDS: Readonly<Record<Phase, readonly MetricId[]>> = {
  identify: ['prospects-found', 'brand-awareness', 'conversion-to-acquire'],
  // What passes the border is measured on both sides of it, or goals meet there.
  acquire: ['conversion-to-acquire', 'revenue-against-goal', 'initial-satisfaction'],
  retain: ['retention', 'satisfaction'],
};

/** Only perhaps a measure of its phase. Source: Jameane. */
const PERHAPS = 'brand-awareness';

/**
 * What may tell how well those work who have the clusters for customers: how satisfied these are with a service, and how much
 * of what a centre found they use. Ours, after what Jackson says of them, so that no rule asks for it.
 */
export const SERVICE_SCORECARDS: Partial<Readonly<Record<UnitKind, readonly MetricId[]>>> = {
  'common-service': ['unit-satisfaction'],
  'centre-of-expertise': ['practices-adopted', 'unit-satisfaction'],
};

/** The metrics that a cluster or a phase is to answer for; none for other units. */
export function requiredMetrics({ kind, phase }: Pick<Unit, 'kind' | 'phase'>): readonly MetricId[] {
  if (kind === 'cluster') return CLUSTER_SCORECARD;
  if (kind !== 'phase' || phase === null) return [];
  return PHASE_SCORECARDS[phase].filter((metric) => metric !== PERHAPS);
}

/**
 * The total or the mean of a column over some customer rows; undefined where it is known of fewer than nine customers in
 * ten. A total is that of the rows known. What prospects may pay is no sale yet: they are left out.
 */
export function figureOf(
  { customers }: Pick<Organisation, 'customers'>,
  column: Column,
  of: 'total' | 'mean',
  rows: Iterable<Index>,
): number | undefined {
  let all = 0;
  let known = 0;
  let sum = 0;
  for (const row of rows) {
    if (customers.prospect[row] === 1) continue;
    const count = customers.customers[row]!;
    const value = customers[column][row]!;
    all += count;
    if (!Number.isFinite(value)) continue;
    known += count;
    sum += of === 'total' ? value : value * count;
  }
  if (known === 0 || known < KNOWN * all) return undefined;
  return of === 'total' ? sum : sum / known;
}

/** Money as whole units, everything else to four places: a figure to be read, and the same in every file. */
const rounded = (value: number, unit: string) =>
  unit.startsWith('{}') ? Math.round(value) : Math.round(value * 1e4) / 1e4;

/** A number of the funnel in all: as given, else the sum of its segments where each has it. */
function inFunnel({ funnel }: Organisation, key: 'prospects' | 'qualified' | 'won'): number | undefined {
  const all = funnel?.[key];
  if (all !== undefined) return all;
  const parts = (funnel?.segments ?? []).map((segment) => segment[key]);
  return parts.length > 0 && parts.every((part) => part !== undefined)
    ? parts.reduce<number>((sum, part) => sum + part!, 0)
    : undefined;
}

/**
 * What the funnel says of a metric: conversion is the share of the prospects of a year that were qualified, so that acquire
 * takes over; where nobody counts these, the share that was won. Source: Jameane; which share it is, is our reading.
 */
function funnelFigure(organisation: Organisation, metric: MetricId): number | undefined {
  const { funnel } = organisation;
  if (metric === 'prospects-found') return inFunnel(organisation, 'prospects');
  if (metric === 'brand-awareness') return funnel?.awareness;
  if (metric === 'initial-satisfaction') {
    const answers = funnel?.firstSatisfaction;
    return answers === undefined || answers.max <= answers.min
      ? undefined
      : (answers.score - answers.min) / (answers.max - answers.min);
  }
  if (metric !== 'conversion-to-acquire') return undefined;
  const found = inFunnel(organisation, 'prospects');
  const passed = inFunnel(organisation, 'qualified') ?? inFunnel(organisation, 'won');
  return found === undefined || passed === undefined || !(found > 0) ? undefined : passed / found;
}

/**
 * What the head of a unit answers for, with the values that the file has for the customers it serves; a metric that the
 * file says nothing of has none.
 */
export function scorecardOf(
  organisation: Organisation,
  metrics: readonly MetricId[],
  rows: Iterable<Index>,
  owner: string | undefined,
): readonly ScorecardItem[] {
  const served = [...rows];
  return metrics.map((metric) => {
    const { column, of, unit }: Metric = METRICS[metric];
    const value =
      column === undefined || of === undefined
        ? funnelFigure(organisation, metric)
        : figureOf(organisation, column, of, served);
    return {
      metric,
      ...given({ value: value === undefined ? undefined : rounded(value, unit) }),
      unit: unit.replace('{}', organisation.currency ?? '').trim(),
      ...given({ owner }),
    };
  });
}

/** Customers and journeys named in a charter at most; more are told by their number. */
const MOST_NAMED = 8;

/** The customers of a cluster, and how they were grouped. */
interface ClusterCustomers {
  readonly name: string;
  /** Attribute and its values, where the group is exactly the customers with these. */
  readonly attribute: string;
  readonly values: readonly string[];
  readonly customers: readonly Index[];
}

/**
 * The business plan of a cluster in outline, as far as the file says it: who its customers are, prospects included, and
 * what they go through. What nobody has written down (value proposition, goals, service levels) is left out.
 */
export function charterOf(organisation: Organisation, served: ClusterCustomers): Charter {
  const journey = journeyOf(organisation, served.customers);
  return {
    targetCustomers: targetsOf(organisation, served),
    ...given({ journey: journey || undefined }),
  };
}

function targetsOf(
  { customers }: Organisation,
  { name, attribute, values, customers: rows }: ClusterCustomers,
) {
  const { customers: there, prospects } = customerCounts(customers, rows);
  const known = prospects > 0 ? ` and ${counted(prospects, 'prospect')}` : '';
  const today = `${counted(there, 'customer')}${known} today`;
  return values.length > 0
    ? `Customers and prospects whose ${attribute} is ${alternatives(values)}: ${today}.`
    : `${name}: ${today}${prospects > 0 ? '' : ', and prospects like them'}.`;
}

/** Journeys of the file that some customers go through, the one of most customers first, with their steps by phase. */
function journeyOf({ customers, journeys }: Organisation, rows: readonly Index[]): string {
  const counts = new Map<Index, number>();
  for (const row of rows) {
    const journey = customers.journey[row]!;
    counts.set(journey, (counts.get(journey) ?? 0) + customers.customers[row]!);
  }
  const taken = [...counts]
    .filter(([journey]) => journeys[journey]?.builtIn === false)
    .sort(([a, n], [b, m]) => m - n || a - b);
  const said = taken.slice(0, MOST_NAMED).map(([journey, count]) => {
    const { name, steps } = journeys[journey]!;
    const phases = PHASES.flatMap((phase) => {
      const names = steps.filter((step) => step.phase === phase).map((step) => step.name);
      return names.length === 0 ? [] : [`${phase}: ${names.join(', ')}`];
    });
    return `${taken.length > 1 ? `${name} (${counted(count, 'customer')}): ` : ''}${phases.join('; ')}`;
  });
  return said.join('. ');
}

/** Whom a common service has for customers: the clusters, and the rest of the company. */
export const serviceCharter = (clusters: readonly string[]): Charter => ({
  targetCustomers:
    clusters.length > MOST_NAMED
      ? `The ${clusters.length} customer clusters, and the rest of the company.`
      : `The customer clusters ${alternatives(clusters, 'and')}, and the rest of the company.`,
});
