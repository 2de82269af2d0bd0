import { PHASES } from '../schema/input/fields.ts';
import type { JourneyInput } from '../schema/input/journey.ts';
import type { Effort } from './effort.ts';
import type { Capability, Customers, Index, Step } from './organisation.ts';

/**
 * The journey that serves where a file gives none: the essential capabilities of a cluster and support, over the three
 * phases. The hours are an assumption, listed in the report.
 */
export const BUILT_IN: JourneyInput = {
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
export interface Needs {
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

type Steps = JourneyInput['steps'];

/** The built-in journey by effort: that of all customers on average, then those of customers who need something else. */
interface ByEffort {
  readonly steps: readonly Steps[];
  /** Which of them each row goes through. */
  readonly of: Int32Array;
}

/**
 * The built-in journey with the hours that customers need, where the file gives effort by capability: the steps of one
 * capability divide its effort as their built-in hours do, and a capability with effort and no step gets one in the phase of
 * its greatest share. Where effort is given for others only, it is spread, and so assumed; a step of a skill that nobody has
 * and no customer needs is left out. Null where no effort is given.
 */
export function stepsByEffort(needs: Needs): ByEffort | null {
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
      // Where it is not known in which a skill works, it is taken for operations of some kind.
      const known = phases.some((share) => share > 0);
      const phase = known ? PHASES[phases.indexOf(Math.max(...phases))]! : 'acquire';
      return { name, phase, capability: id, hours, rework: 0, assumed: false };
    });
  const mean = PHASES.flatMap((phase) => [...steps, ...more].filter((step) => step.phase === phase));
  const worked = [...new Set(mean.map(({ capability }) => indexOf.get(capability)!))];
  return byKind(
    mean.map((step, at) => ({ ...step, id: String(at + 1) })),
    worked.map((capability) => ({
      id: capabilities[capability]!.id,
      given: customers.effort.get(capability),
      spread: spread.get(capability),
    })),
    customers,
  );
}

/** Hours of a capability by customer row. */
interface Column {
  readonly id: string;
  readonly given: Float64Array | undefined;
  readonly spread: Float64Array | undefined;
}

/** Kinds of customers that are told apart at most by what they need. */
const MOST_KINDS = 500;

/** Into how many parts the hours of a customer are divided to tell kinds apart: the first by which there are not too many. */
const PARTS = [1e9, 100, 50, 30, 20, 15, 10, 7, 5, 4, 3, 2, 1] as const;

/**
 * What customers who need the same mix of skills go through, as what one deals with is no mean of what all need: no step of
 * what they need nothing of. Those of whom nothing is known go through `mean`. Kinds are in the order of their mix, whatever
 * the order of the rows. Linear in customers times capabilities.
 */
function byKind(mean: Steps, columns: readonly Column[], { count, customers }: Customers): ByEffort {
  const isGiven = ({ given }: Column, row: Index) => !Number.isNaN(given?.[row] ?? Number.NaN);
  const hoursOf = (column: Column, row: Index) =>
    isGiven(column, row) ? column.given![row]! : (column.spread?.[row] ?? 0);
  const total = new Float64Array(count).map((_, row) =>
    columns.reduce((sum, column) => sum + hoursOf(column, row), 0),
  );
  const rows = [...total.keys()].filter((row) => total[row]! > 0 && customers[row]! > 0);
  const kindsBy = (parts: number) => {
    const found = new Map<string, Index[]>();
    for (const row of rows) {
      let key = '';
      for (const column of columns) {
        const hours = hoursOf(column, row);
        const part = hours > 0 ? Math.round((hours * parts) / total[row]!) : 'no';
        key += `${part}${isGiven(column, row) ? ' ' : '?'}`;
      }
      const own = found.get(key);
      if (own !== undefined) own.push(row);
      else if (found.set(key, [row]).size > MOST_KINDS && parts > 1) return undefined;
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
  };
  let kinds: Index[][] | undefined;
  for (const parts of PARTS) kinds ??= kindsBy(parts);
  const of = new Int32Array(count);
  if (kinds!.length < 2) return { steps: [mean], of };
  const hoursOfMean = new Map<string, number>();
  for (const { capability, hours } of mean)
    hoursOfMean.set(capability, (hoursOfMean.get(capability) ?? 0) + hours!);
  const steps = kinds!.map((own, at) => {
    for (const row of own) of[row] = at + 1;
    const [first] = own as [Index];
    const number = own.reduce((sum, row) => sum + customers[row]!, 0);
    const needed = new Map(
      columns.map((column) => [
        column.id,
        {
          hours: own.reduce((sum, row) => sum + hoursOf(column, row), 0) / number,
          assumed: !isGiven(column, first),
        },
      ]),
    );
    return mean.flatMap((step) => {
      const { hours: own, assumed } = needed.get(step.capability)!;
      const hours = (own * step.hours!) / hoursOfMean.get(step.capability)!;
      return hours > 0 ? [{ ...step, hours, assumed }] : [];
    });
  });
  return { steps: [mean, ...steps], of };
}

/** Whether a file has no journey of its own: none, or the built-in one as it was written out. */
export const isWithout = (given: readonly JourneyInput[]): boolean =>
  given.length === 0 || (given.length === 1 && given[0]!.assumed && given[0]!.id === BUILT_IN.id);
