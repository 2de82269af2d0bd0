import type { Organisation } from '../../../model/organisation.ts';

/** Something that the data say of each customer and that groups of customers may differ in. */
export interface Outcome {
  readonly name: string;
  /** One column, or several that are judged together; NaN where a customer's value is not given. */
  readonly columns: readonly Float64Array[];
}

/** Each customer's share of the hours given for it, by capability: what it needs, whatever its size. */
function mixOfNeeds({ customers }: Organisation): readonly Float64Array[] {
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

/**
 * The mix of needs, retention, margin (as a share of revenue) and satisfaction, each where the file gives it. Effort that
 * was assumed is not in it: it would only say what was assumed.
 */
export function outcomesOf(organisation: Organisation): readonly Outcome[] {
  const { margin, revenue, retention, satisfaction } = organisation.customers;
  const marginShare = margin.map((value, row) => (revenue[row]! > 0 ? value / revenue[row]! : Number.NaN));
  const outcomes: readonly Outcome[] = [
    { name: 'mix of needs', columns: mixOfNeeds(organisation) },
    { name: 'retention', columns: [retention] },
    { name: 'margin', columns: [marginShare] },
    { name: 'satisfaction', columns: [satisfaction] },
  ];
  return outcomes.filter(({ columns }) => columns.some(isGiven));
}
