import { solveEquations } from '../numbers/linear-equations.ts';
import { PHASES } from '../schema/input/fields.ts';
import type { JourneyInput } from '../schema/input/journey.ts';
import type { OrganisationInput } from '../schema/input/organisation.ts';
import type { Effort } from './effort.ts';
import type { Capability, Customers, Index, Journey, Step } from './organisation.ts';

/**
 * The journey that serves where a file gives none: the essential capabilities of a cluster and support, over the three
 * phases. The hours are an assumption, listed in the report.
 */
const BUILT_IN: JourneyInput = {
  id: 'built-in',
  name: 'Built-in journey',
  steps: [
    { name: 'Find and inform prospects', phase: 'identify', capability: 'marketing', hours: 8 },
    { name: 'Understand the need and propose', phase: 'acquire', capability: 'sales', hours: 10 },
    { name: 'Agree and close', phase: 'acquire', capability: 'sales', hours: 6 },
    { name: 'Take over and set up', phase: 'acquire', capability: 'account-management', hours: 4 },
    { name: 'Help in use', phase: 'retain', capability: 'support', hours: 10 },
    { name: 'Review and renew', phase: 'retain', capability: 'account-management', hours: 8 },
  ].map((step) => ({ ...step, phase: step.phase as Step['phase'], rework: 0, assumed: true })),
  assumed: true,
};

/** What the hours of the built-in journey are taken from. */
interface Needs {
  readonly capabilities: readonly Capability[];
  readonly customers: Customers;
  /** Hours by capability where effort is spread; asked for only where some effort is given. */
  effort(): Pick<Effort, 'hours'>;
}

/** Hours that one customer needs on average of a capability, over the rows for which the file gives them; NaN for none. */
function givenHours({ customers }: Needs, capability: Index): number {
  let [hours, count] = [0, 0];
  customers.effort.get(capability)?.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    hours += value;
    count += customers.customers[row]!;
  });
  return hours / count;
}

/**
 * The built-in journey with the hours that one customer needs on average, where the file gives effort by capability: the
 * steps of one capability divide its effort as their built-in hours do, and a capability with effort and no step gets one in
 * the phase of its greatest share. Where effort is given for others only, it is spread, and so assumed; a step of a skill
 * that nobody has and no customer needs is left out. Null where no effort is given.
 */
function stepsByEffort(needs: Needs): JourneyInput['steps'] | null {
  const { capabilities, customers } = needs;
  const given = new Map(
    [...customers.effort.keys()].flatMap((capability) => {
      const hours = givenHours(needs, capability);
      return hours > 0 ? [[capability, hours]] : [];
    }),
  );
  if (given.size === 0) return null;
  const all = customers.customers.reduce((sum, count) => sum + count, 0);
  const { hours: spread } = needs.effort();
  const spreadHours = (capability: Index) =>
    (spread.get(capability)?.reduce((sum, hours) => sum + hours, 0) ?? 0) / all;
  const builtIn = new Map<string, number>();
  for (const { capability, hours } of BUILT_IN.steps)
    builtIn.set(capability, (builtIn.get(capability) ?? 0) + hours!);
  const indexOf = new Map(capabilities.map(({ id }, index) => [id, index]));
  const steps = BUILT_IN.steps.flatMap((step) => {
    const capability = indexOf.get(step.capability)!;
    const own = given.get(capability);
    const hours = ((own ?? spreadHours(capability)) * step.hours!) / builtIn.get(step.capability)!;
    return hours > 0 ? [{ ...step, hours, assumed: own === undefined }] : [];
  });
  const more = [...given]
    .filter(([capability]) => !builtIn.has(capabilities[capability]!.id))
    .sort(([a], [b]) => a - b)
    .map(([capability, hours]) => {
      const { id, name, phases } = capabilities[capability]!;
      const phase = PHASES[phases.indexOf(Math.max(...phases))]!;
      return { name, phase, capability: id, hours, rework: 0, assumed: false };
    });
  return PHASES.flatMap((phase) => [...steps, ...more].filter((step) => step.phase === phase));
}

/** Whether a file has no journey of its own: none, or the built-in one as it was written out. */
export const isWithout = (given: readonly JourneyInput[]): boolean =>
  given.length === 0 || (given.length === 1 && given[0]!.assumed && given[0]!.id === BUILT_IN.id);

/** Hours of a step that does not say. */
const HOURS_ASSUMED = 1;

/** Whoever does these deals with the customer. */
const CONTACT: ReadonlySet<string> = new Set([
  'marketing',
  'communications',
  'lead-qualification',
  'pre-sales',
  'sales',
  'account-management',
  'support',
]);

/** Whether a customer deals with people of a capability, where the file does not say; a specialism is as its parent. */
function isContact(
  capability: string,
  { capabilities, context }: Pick<OrganisationInput, 'capabilities' | 'context'>,
): boolean {
  if (CONTACT.has(capability)) return true;
  if (capability === 'operations') return context.serviceLevel === 'high';
  // Research into a market deals with nobody in particular.
  const parent = capabilities[capability]?.of;
  return parent !== undefined && isContact(parent, { capabilities: {}, context });
}

/** The same with their references resolved. */
export function resolveJourneys(
  input: Pick<OrganisationInput, 'journeys' | 'capabilities' | 'context'>,
  capabilities: ReadonlyMap<string, Index>,
  needs: Needs,
): readonly Journey[] {
  const byEffort = isWithout(input.journeys) ? stepsByEffort(needs) : null;
  const [first = BUILT_IN] = input.journeys;
  const journeys =
    byEffort === null ? [first, ...input.journeys.slice(1)] : [{ ...BUILT_IN, steps: byEffort }];
  return journeys.map((journey) => {
    const ids = journey.steps.map((step, index) => step.id ?? String(index + 1));
    return {
      id: journey.id,
      name: journey.name ?? journey.id,
      builtIn: journey.assumed,
      steps: journey.steps.map(
        (step, index): Step => ({
          id: ids[index]!,
          name: step.name ?? ids[index]!,
          phase: step.phase,
          capability: capabilities.get(step.capability) ?? -1,
          hours: step.hours ?? HOURS_ASSUMED,
          assumed: (journey.assumed && byEffort === null) || step.assumed || step.hours === undefined,
          contact: step.contact ?? isContact(step.capability, input),
          rework: step.rework,
          reworkTo:
            step.reworkTo === undefined ? Math.max(0, index - 1) : Math.max(0, ids.indexOf(step.reworkTo)),
        }),
      ),
    };
  });
}

/** How often a case visits each step, and goes from one step to another, rework counted. */
interface Walk {
  /** Expected visits of each step. */
  readonly visits: readonly number[];
  /** Expected transitions: from, to, how often. */
  readonly moves: readonly (readonly [from: number, to: number, times: number])[];
}

/**
 * Expected visits and moves of the chain that goes from step i back to `reworkTo` with probability `rework` and on to
 * i + 1 otherwise. Visits solve v = e1 + Pᵀv (Gauss-Jordan, cost cubic in the steps, which are few). Without rework
 * every step is visited once. A forward or circular target is allowed as long as the end is reached.
 */
export function walk(steps: readonly Step[]): Walk {
  const n = steps.length;
  const rows = steps.map((_, i) => {
    const row = new Array<number>(n + 1).fill(0);
    row[i] = 1;
    row[n] = i === 0 ? 1 : 0;
    return row;
  });
  steps.forEach((step, i) => {
    rows[step.reworkTo]![i]! -= step.rework;
    if (i + 1 < n) rows[i + 1]![i]! -= 1 - step.rework;
  });
  const visits = solveEquations(rows);
  const moves: [number, number, number][] = [];
  steps.forEach((step, i) => {
    if (step.rework > 0) moves.push([i, step.reworkTo, visits[i]! * step.rework]);
    if (i + 1 < n) moves.push([i, i + 1, visits[i]! * (1 - step.rework)]);
  });
  return { visits, moves };
}
