import { memo } from '../../../base/memo.ts';
import type { Customers, Organisation } from '../../../model/organisation.ts';
import { varianceExplained } from '../../../numbers/omega.ts';
import { meanOf } from '../../../numbers/permutation.ts';

/** Something that the data say of each customer and that groups of customers may differ in. */
export interface Outcome {
  readonly name: string;
  /** One column, or several that are judged together; NaN where a customer's value is not given. */
  readonly columns: readonly Float64Array[];
}

/** Each customer's share of the hours given for it, by capability: what it needs, whatever its size. */
function mixOfNeeds(customers: Customers): readonly Float64Array[] {
  const given = [...customers.effort.values()];
  if (given.length < 2) return [];
  const sums = new Float64Array(customers.count);
  for (const column of given)
    column.forEach((hours, row) => {
      sums[row]! += Number.isNaN(hours) ? 0 : hours;
    });
  return given.map((column) =>
    column.map((hours, row) => {
      if (!(sums[row]! > 0)) return Number.NaN;
      return Number.isNaN(hours) ? 0 : hours / sums[row]!;
    }),
  );
}

const isGiven = (column: Float64Array) => column.some((value) => Number.isFinite(value));

/** What customers differ in where the file gives the hours that they need. */
export const MIX_OF_NEEDS = 'mix of needs';

/**
 * The mix of needs, retention, margin (as a share of revenue) and satisfaction, each where the file gives it. Effort that
 * was assumed is not in it: it would only say what was assumed.
 */
const outcomesOf = memo((customers: Customers): readonly Outcome[] => {
  const { margin, revenue, retention, satisfaction } = customers;
  const marginShare = margin.map((value, row) => (revenue[row]! > 0 ? value / revenue[row]! : Number.NaN));
  const outcomes: readonly Outcome[] = [
    { name: MIX_OF_NEEDS, columns: mixOfNeeds(customers) },
    { name: 'retention', columns: [retention] },
    { name: 'margin', columns: [marginShare] },
    { name: 'satisfaction', columns: [satisfaction] },
  ];
  return outcomes.filter(({ columns }) => columns.some(isGiven));
});

/** What customers may differ in: designs share the customers of the file. */
export const outcomesIn = ({ customers }: Organisation): readonly Outcome[] => outcomesOf(customers);

/** How much of what tells customers apart some groups explain. */
interface ExplainedShare {
  /** Mean ω² over the outcomes that tell; null where none does. */
  readonly explained: number | null;
  /** Names of these outcomes. */
  readonly outcomes: readonly string[];
}

/**
 * The mean ω² of groups of customers over what the file says they differ in; `codes[row]` is the group, −1 for none. Worked
 * out once for the same codes. Linear in the customers, times the columns that are compared.
 */
export const explainedBy = (organisation: Organisation, codes: ArrayLike<number> & object): ExplainedShare =>
  explained(codes, outcomesIn(organisation));

const explained = memo((codes: ArrayLike<number> & object, outcomes: readonly Outcome[]): ExplainedShare => {
  const scored = outcomes.flatMap(({ name, columns }) => {
    const { omegaSquared } = varianceExplained(columns, codes);
    return Number.isNaN(omegaSquared) ? [] : [{ name, omegaSquared }];
  });
  return {
    explained: scored.length === 0 ? null : meanOf(scored.map(({ omegaSquared }) => omegaSquared)),
    outcomes: scored.map(({ name }) => name),
  };
});
