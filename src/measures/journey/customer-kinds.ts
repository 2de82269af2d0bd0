import type { CustomerClass, Service } from '../../model/service.ts';
import { Lists } from '../../numbers/lists.ts';

/** Customers who meet the same, how many there are, and what they pay. */
export interface Weighted {
  readonly customers: number;
  readonly rows: number;
  readonly rowsWithRevenue: number;
  readonly revenue: number;
}

/** Customers of one or several classes who have the same figures. */
export interface CustomerKind<F> extends Weighted {
  readonly figures: F;
}

/**
 * The customers of all classes by kind, and the place of the kind of each class: classes of one pattern whose single people have
 * the same numbers have the same figures. In the order of the classes.
 */
export function kindsOf<F>(
  { classes }: Service,
  numberOf: (group: CustomerClass, seat: number) => number,
  figuresOf: (group: CustomerClass) => F,
  /** What else tells kinds apart, as a whole number. */
  apart: (group: CustomerClass) => number = () => 0,
): { readonly kinds: readonly CustomerKind<F>[]; readonly kindOf: Int32Array } {
  const lists = new Lists();
  const kinds: { -readonly [K in keyof CustomerKind<F>]: CustomerKind<F>[K] }[] = [];
  const kindOf = new Int32Array(classes.length);
  /** By the list of the pattern and the numbers. */
  const known: number[] = [];
  for (let at = 0; at < classes.length; at++) {
    const group = classes[at]!;
    let list = lists.with(lists.with(0, apart(group)), group.pattern);
    const { singles } = group;
    for (let k = 0; k < singles.length; k++) list = lists.with(list, numberOf(group, singles[k]!));
    const number = known[list] ?? kinds.length;
    known[list] = number;
    kindOf[at] = number;
    if (number === kinds.length)
      kinds.push({ figures: figuresOf(group), customers: 0, rows: 0, rowsWithRevenue: 0, revenue: 0 });
    const kind = kinds[number]!;
    kind.customers += group.customers;
    kind.rows += group.rows;
    kind.rowsWithRevenue += group.rowsWithRevenue;
    kind.revenue += group.revenue;
  }
  return { kinds, kindOf };
}
