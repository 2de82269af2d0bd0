import { solveEquations } from '../numbers/linear-equations.ts';
import type { OrganisationInput } from '../schema/input/organisation.ts';
import { BUILT_IN, isWithout, type Needs, stepsByEffort } from './built-in-journey.ts';
import type { Customers, Index, Journey, Step } from './organisation.ts';

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

/**
 * Journeys with their references resolved, and the customers who go through them: where none is given, and customers need
 * different things by the effort that is, the built-in one comes several times.
 */
export function resolveJourneys(
  input: Pick<OrganisationInput, 'journeys' | 'capabilities' | 'context'>,
  capabilities: ReadonlyMap<string, Index>,
  needs: Needs,
): { readonly journeys: readonly Journey[]; readonly customers: Customers } {
  const byEffort = isWithout(input.journeys) ? stepsByEffort(needs) : null;
  const [first = BUILT_IN] = input.journeys;
  const journeys =
    byEffort === null
      ? [first, ...input.journeys.slice(1)]
      : byEffort.steps.map((steps) => ({ ...BUILT_IN, steps }));
  const resolved = journeys.map((journey) => {
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
  return {
    journeys: resolved,
    customers:
      resolved.length > 1 && byEffort !== null
        ? { ...needs.customers, journey: byEffort.of }
        : needs.customers,
  };
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
