import { rowsById } from '../base/columns.ts';
import type { InitiativeInput } from '../schema/input/decision.ts';
import { lifetimeValue } from './lifetime-value.ts';
import type { Index, Organisation } from './organisation.ts';
import { resolveServes } from './units.ts';

/** Years that a payback is looked for. */
const LONGEST = 20;
/** Share of the customers of whom margin and retention must be known for an effect to be told of all. */
const KNOWN = 0.9;
const MONTHS = 12;

/** What something is expected to return. */
interface Return {
  /** Number of customers that it does something for. */
  readonly customers: number;
  /** Money a year that costs fall by. */
  readonly savedPerYear: number;
  /** What these customers are worth more over the years; null where it is not known or nobody stated an effect. */
  readonly equityGained: number | null;
  /** Hours a year that they need less; null where their effort is not given. */
  readonly hoursSaved: number | null;
  /** Equity gained for each unit of cost; null where one of them is not known or it costs nothing. */
  readonly equityPerCost: number | null;
  /** Years until it has paid for itself; null where it never does, within twenty years, or where that cannot be told. */
  readonly paybackYears: number | null;
  /** Keys of the file that would have to be given to tell. */
  readonly asks: readonly string[];
}

/** Rows of customers that an initiative does something for. */
function rowsServed({ customers }: Organisation, { serves = 'all' }: InitiativeInput): Iterable<Index> {
  const found = resolveServes(serves, customers, rowsById(customers.id));
  if (found.kind === 'none') return [];
  return found.kind === 'all' ? customers.id.keys() : found.customers;
}

/**
 * What an initiative, or a reorganisation, is expected to return: its stated effects, on the customers that it serves. Equity is
 * the lifetime value (m·r / (1 + i − r)) with the new retention less that with today’s; the payback counts what is saved a year
 * and, undiscounted, the margin of customers who stay on. What nobody stated is asked for and counts as nothing.
 * @param addedCostPerYear - What it costs more every year beside what it states, as new seats.
 * Cost: linear in the customers.
 */
export function returnOf(
  organisation: Organisation,
  initiative: InitiativeInput,
  addedCostPerYear = 0,
): Return {
  const { customers, policy, capabilities } = organisation;
  const { cost, effect } = initiative;
  const { retention: points = 0, costPerYear = 0, effort = 0 } = effect;
  let [all, known, equity, hours] = [0, 0, 0, 0];
  const kept = new Float64Array(LONGEST + 1);
  for (const row of rowsServed(organisation, initiative)) {
    all += customers.customers[row]!;
    for (const [capability, column] of customers.effort)
      if (capabilities[capability]!.role !== 'leadership' && !Number.isNaN(column[row]!))
        hours += column[row]!;
    const [margin, before] = [customers.margin[row]!, customers.retention[row]!];
    if (Number.isNaN(margin) || Number.isNaN(before)) continue;
    const after = Math.min(1, Math.max(0, before + points));
    const gained =
      lifetimeValue(margin, after, policy.discountRate) - lifetimeValue(margin, before, policy.discountRate);
    if (!Number.isFinite(gained)) continue;
    known += customers.customers[row]!;
    equity += gained;
    let [stay, stayed] = [1, 1];
    for (let year = 1; year <= LONGEST; year++) {
      stay *= after;
      stayed *= before;
      kept[year]! += margin * (stay - stayed);
    }
  }
  const tells = points === 0 || (known > 0 && known >= KNOWN * all);
  const isStated = Object.values(effect).some((one) => one !== undefined);
  const equityGained = tells && isStated ? equity : null;
  const saved = -costPerYear - addedCostPerYear;
  const asks = [...(cost === undefined ? ['cost'] : []), ...(isStated ? [] : ['effect'])].map(
    (key) => `initiatives.${initiative.id}.${key}`,
  );
  return {
    customers: all,
    savedPerYear: saved,
    equityGained,
    hoursSaved: effort === 0 ? 0 : hours > 0 ? -effort * hours * MONTHS : null,
    equityPerCost: equityGained !== null && cost !== undefined && cost > 0 ? equityGained / cost : null,
    paybackYears: cost === undefined || !tells || !isStated ? null : paybackOf(cost, saved, kept),
    asks: [...asks, ...(tells ? [] : ['customers.margin', 'customers.retention'])],
  };
}

/** The moment at which what has come back reaches the cost, in proportion within a year. */
function paybackOf(cost: number, savedPerYear: number, byYear: Float64Array): number | null {
  if (cost === 0) return savedPerYear >= 0 ? 0 : null;
  let back = 0;
  for (let year = 1; year < byYear.length; year++) {
    const more = savedPerYear + byYear[year]!;
    if (back + more >= cost) return year - 1 + (cost - back) / more;
    back += more;
  }
  return null;
}
