import { type Fault, readInTwoWays } from './cells.ts';
import { AMOUNTS } from './hints.ts';

/** Three digits behind a point: in much of the world the point stands between thousands. */
const GROUPED = /^[1-9]\d{0,2}\.\d{3}$/;

interface Seen {
  /** Row and text of the first such amount, and how many there are. */
  readonly record: number;
  readonly start: number;
  readonly cell: string;
  count: number;
  /** Whether one ends in a zero, which no program writes behind a point. */
  byHand: boolean;
}

/** Amounts of a table in which the point stands for decimals, that look like thousands. */
export class DoubtfulAmounts {
  private readonly seen = new Map<string, Seen>();
  /** Columns with an amount of thousands that is sure; and those with decimals behind one. */
  private readonly large = new Set<string>();
  private readonly decimal = new Set<string>();

  see(field: string, cell: string, record: number, start: number): void {
    if (cell.length < 4 || !AMOUNTS.has(field)) return;
    if (!GROUPED.test(cell)) {
      if (!this.large.has(field) && Number(cell) >= 1000) this.large.add(field);
      if (/^\d{4,}\.\d{3}$/.test(cell)) this.decimal.add(field);
      return;
    }
    const known = this.seen.get(field);
    const byHand = cell.endsWith('0');
    if (known === undefined) this.seen.set(field, { record, start, cell, count: 1, byHand });
    else {
      known.count++;
      known.byHand ||= byHand;
    }
  }

  /** Tells of each column: as a fault where others of it are thousands, and else as what was read. */
  tell(
    fault: (field: string, seen: Seen, what: Fault) => void,
    note: (field: string, start: number, message: string) => void,
  ): void {
    for (const [field, seen] of this.seen) {
      const { cell, count, start } = seen;
      if (this.decimal.has(field)) continue;
      if (seen.byHand && this.large.has(field)) fault(field, seen, readInTwoWays(cell));
      else
        note(
          field,
          start,
          `${field}: ${cell} is read as ${Number(cell)}${count > 1 ? `, and ${count - 1} more alike` : ''}; if thousands are meant, write ${cell.replace('.', '')}`,
        );
    }
  }
}
