import { given } from '../../base/given.ts';
import type { PersonInput } from '../input/person.ts';
import type { LineRow, PeopleRows, SourceFile } from '../loaded.ts';
import { finished, NumberColumn, type Sink, setRow, TextColumn } from './row-columns.ts';

const HOURS_PER_YEAR = 2080;

/** Collects the people of a file row by row, from a list and from a table alike. */
export class PeopleBuilder {
  /** The row that is being filled. */
  row = 0;
  /** By the field that fills each; `lines` are its `managers`. */
  private readonly columns = {
    id: new TextColumn(false),
    name: new TextColumn(false),
    email: new TextColumn(false),
    title: new TextColumn(true),
    department: new TextColumn(true),
    division: new TextColumn(true),
    capability: new TextColumn(true),
    secondary: new Map<number, readonly string[]>(),
    fte: new NumberColumn(1),
    costPerYear: new NumberColumn(Number.NaN),
    hourlyPay: new NumberColumn(Number.NaN),
    level: new NumberColumn(Number.NaN),
    location: new TextColumn(true),
    manager: new TextColumn(true),
    lines: new Map<number, readonly LineRow[]>(),
    serves: new Map<number, readonly string[]>(),
    vacant: new NumberColumn(0),
    workerType: new TextColumn(true),
    start: new TextColumn(true),
    end: new TextColumn(true),
  };
  /** Ids of the rows left out because they start after, or ended before, the day of the snapshot. */
  readonly outside = new Set<string>();
  private readonly offset = new NumberColumn(0);
  private left = 0;

  constructor(private readonly asOf: string | undefined) {}

  sink(field: string): Sink | undefined {
    if (field.startsWith('previously.')) return 'unread';
    return this.columns[(field === 'managers' ? 'lines' : field) as keyof typeof this.columns];
  }

  /** Puts a person of a list into the row that is being filled. */
  add(person: PersonInput): void {
    setRow(this.columns, this.row, { ...person, lines: person.managers?.map(lineRow) });
  }

  /** Ends a row: it is kept, or left out where the snapshot is of another day. */
  commit(offset: number): 'kept' | 'outside' | 'two-managers' {
    const { row, asOf } = this;
    const { id, start, end, secondary, serves, lines, manager, hourlyPay, costPerYear, fte } = this.columns;
    const [first, last] = [start.get(row), end.get(row)];
    if (asOf !== undefined && ((first !== '' && first > asOf) || (last !== '' && last < asOf))) {
      this.outside.add(id.get(row));
      for (const few of [secondary, serves, lines]) few.delete(row);
      this.left++;
      return 'outside';
    }
    this.offset.set(row, offset);
    const hourly = hourlyPay.get(row);
    if (!Number.isNaN(hourly) && Number.isNaN(costPerYear.get(row))) {
      costPerYear.set(row, hourly * HOURS_PER_YEAR * fte.get(row));
    }
    this.row++;
    return lines.size > 0 && lines.has(row) && manager.get(row) !== '' ? 'two-managers' : 'kept';
  }

  finish(source: SourceFile): PeopleRows {
    const count = this.row;
    const { hourlyPay, ...columns } = this.columns;
    const rows = finished(columns, count);
    return {
      ...rows,
      count,
      source,
      offset: this.offset.finish(count),
      vacant: Uint8Array.from(rows.vacant),
      workerType: rows.workerType as PeopleRows['workerType'],
      outsideSnapshot: this.left,
    };
  }
}

function lineRow(line: NonNullable<PersonInput['managers']>[number]): LineRow {
  const influences = Object.values(line.influence ?? {}).filter((share) => share !== undefined);
  const mean = influences.reduce((sum, share) => sum + share, 0) / influences.length;
  const weight = line.weight ?? (influences.length === 0 ? 0 : mean);
  return { to: line.to, kind: line.kind, weight, ...given({ job: line.job }) };
}
