import { given } from '../../base/given.ts';
import type { PersonInput } from '../input/person.ts';
import type { LineRow, PeopleRows, SourceFile } from '../loaded.ts';
import { NumberColumn, type Sink, TextColumn } from './row-columns.ts';

const HOURS_PER_YEAR = 2080;

/** Collects the people of a file row by row, from a list and from a table alike. */
export class PeopleBuilder {
  /** The row that is being filled. */
  row = 0;
  readonly id = new TextColumn(false);
  readonly name = new TextColumn(false);
  readonly email = new TextColumn(false);
  readonly title = new TextColumn(true);
  readonly department = new TextColumn(true);
  readonly division = new TextColumn(true);
  readonly capability = new TextColumn(true);
  readonly location = new TextColumn(true);
  readonly manager = new TextColumn(false);
  readonly fte = new NumberColumn(1);
  readonly costPerYear = new NumberColumn(Number.NaN);
  readonly hourlyPay = new NumberColumn(Number.NaN);
  readonly level = new NumberColumn(Number.NaN);
  readonly vacant = new NumberColumn(0);
  readonly workerType = new TextColumn(true);
  readonly secondary = new Map<number, readonly string[]>();
  readonly serves = new Map<number, readonly string[]>();
  readonly lines = new Map<number, readonly LineRow[]>();
  readonly start = new TextColumn(true);
  readonly end = new TextColumn(true);
  /** Ids of the rows left out because they start after, or ended before, the day of the snapshot. */
  readonly outside = new Set<string>();
  private readonly offset = new NumberColumn(0);
  private left = 0;

  constructor(private readonly asOf: string | undefined) {}

  sink(field: string): Sink | undefined {
    return this.sinks[field];
  }

  /** Ends a row: it is kept, or left out where the snapshot is of another day. */
  commit(offset: number): 'kept' | 'outside' | 'two-managers' {
    const { row, asOf } = this;
    const [start, end] = [this.start.get(row), this.end.get(row)];
    if (asOf !== undefined && ((start !== '' && start > asOf) || (end !== '' && end < asOf))) {
      this.outside.add(this.id.get(row));
      for (const sparse of [this.secondary, this.serves, this.lines]) sparse.delete(row);
      this.left++;
      return 'outside';
    }
    this.offset.set(row, offset);
    const hourly = this.hourlyPay.get(row);
    if (!Number.isNaN(hourly) && Number.isNaN(this.costPerYear.get(row))) {
      this.costPerYear.set(row, hourly * HOURS_PER_YEAR * this.fte.get(row));
    }
    this.row++;
    return this.lines.size > 0 && this.lines.has(row) && this.manager.get(row) !== ''
      ? 'two-managers'
      : 'kept';
  }

  finish(source: SourceFile): PeopleRows {
    const count = this.row;
    return {
      count,
      source,
      offset: this.offset.finish(count),
      id: this.id.finish(count),
      name: this.name.finish(count),
      email: this.email.finish(count),
      title: this.title.finish(count),
      department: this.department.finish(count),
      division: this.division.finish(count),
      capability: this.capability.finish(count),
      secondary: this.secondary,
      fte: this.fte.finish(count),
      costPerYear: this.costPerYear.finish(count),
      level: this.level.finish(count),
      location: this.location.finish(count),
      manager: this.manager.finish(count),
      lines: this.lines,
      serves: this.serves,
      vacant: Uint8Array.from(this.vacant.finish(count)),
      workerType: this.workerType.finish(count) as PeopleRows['workerType'],
      start: this.start.finish(count),
      end: this.end.finish(count),
      outsideSnapshot: this.left,
    };
  }

  private readonly sinks: Readonly<Record<string, Sink>> = {
    id: { text: this.id },
    name: { text: this.name },
    title: { text: this.title },
    department: { text: this.department },
    division: { text: this.division },
    capability: { text: this.capability },
    secondary: { list: this.secondary },
    fte: { number: this.fte },
    costPerYear: { number: this.costPerYear },
    hourlyPay: { number: this.hourlyPay },
    level: { number: this.level },
    location: { text: this.location },
    manager: { text: this.manager },
    managers: { lines: this.lines },
    serves: { list: this.serves },
    vacant: { number: this.vacant },
    start: { text: this.start },
    end: { text: this.end },
    email: { text: this.email },
    workerType: { text: this.workerType },
    'previously.department': { unread: true },
    'previously.manager': { unread: true },
  };
}

/** Puts a person of a list into the row that is being filled. */
export function addPerson(person: PersonInput, builder: PeopleBuilder): void {
  const { row } = builder;
  builder.id.set(row, person.id);
  builder.name.set(row, person.name ?? '');
  builder.email.set(row, person.email ?? '');
  builder.title.set(row, person.title ?? '');
  builder.department.set(row, person.department ?? '');
  builder.division.set(row, person.division ?? '');
  builder.capability.set(row, person.capability ?? '');
  builder.location.set(row, person.location ?? '');
  builder.manager.set(row, person.manager ?? '');
  builder.fte.set(row, person.fte);
  builder.costPerYear.set(row, person.costPerYear ?? Number.NaN);
  builder.hourlyPay.set(row, person.hourlyPay ?? Number.NaN);
  builder.level.set(row, person.level ?? Number.NaN);
  builder.vacant.set(row, person.vacant ? 1 : 0);
  builder.workerType.set(row, person.workerType ?? '');
  builder.start.set(row, person.start ?? '');
  builder.end.set(row, person.end ?? '');
  if (person.secondary?.length) builder.secondary.set(row, person.secondary);
  if (person.serves?.length) builder.serves.set(row, person.serves);
  if (person.managers?.length) builder.lines.set(row, person.managers.map(lineRow));
}

function lineRow(line: NonNullable<PersonInput['managers']>[number]): LineRow {
  const influences = Object.values(line.influence ?? {}).filter((share) => share !== undefined);
  const mean = influences.reduce((sum, share) => sum + share, 0) / influences.length;
  const weight = line.weight ?? (influences.length === 0 ? 0 : mean);
  return { to: line.to, kind: line.kind, weight, ...given({ job: line.job }) };
}
