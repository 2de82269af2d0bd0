import type { CustomerInput } from '../input/customer.ts';
import type { CustomerRows, JourneyShare, SourceFile } from '../loaded.ts';
import type { Fault } from './cells.ts';
import { finished, NumberColumn, type Sink, setRow, TextColumn } from './row-columns.ts';

/** Collects the customers of a file row by row, from a list and from a table alike. */
export class CustomersBuilder {
  /** The row that is being filled. */
  row = 0;
  private readonly columns = {
    id: new TextColumn(false),
    name: new TextColumn(false),
    customers: new NumberColumn(1),
    market: new TextColumn(true),
    status: new TextColumn(true),
    revenue: new NumberColumn(Number.NaN),
    margin: new NumberColumn(Number.NaN),
    retention: new NumberColumn(Number.NaN),
    acquisitionCost: new NumberColumn(Number.NaN),
    owner: new Map<number, readonly string[]>(),
    parent: new TextColumn(true),
    journey: new TextColumn(true),
    journeys: new Map<number, readonly JourneyShare[]>(),
  };
  private readonly answers = {
    score: new NumberColumn(Number.NaN),
    lowest: new NumberColumn(0),
    highest: new NumberColumn(10),
    count: new NumberColumn(Number.NaN),
  };
  private readonly satisfaction = new NumberColumn(Number.NaN);
  private readonly offset = new NumberColumn(0);
  private readonly efforts = new Map<string, NumberColumn>();
  private readonly assumedEfforts = new Map<string, NumberColumn>();
  private readonly attributes = new Map<string, TextColumn>();

  sink(field: string): Sink | undefined {
    const [of, ...rest] = field.split('.');
    const name = rest.join('.');
    if (of === 'effort') return named(this.efforts, name, hours);
    if (of === 'assumedEffort') return named(this.assumedEfforts, name, hours);
    if (of === 'attributes') return named(this.attributes, name, texts);
    if (of === 'satisfaction') return this.answers[ANSWERS[name as keyof typeof ANSWERS]];
    return this.columns[(field === 'count' ? 'customers' : field) as keyof typeof this.columns];
  }

  /** Puts a customer of a list into the next row; returns what is wrong with its satisfaction, if anything. */
  add(customer: CustomerInput, offset: number): Fault | undefined {
    const { row } = this;
    const { satisfaction, owner, journeys } = customer;
    setRow(this.columns, row, {
      ...customer,
      customers: customer.count,
      owner: typeof owner === 'string' ? [owner] : owner,
      journeys: journeys?.map((one) =>
        typeof one === 'string' ? { id: one, share: 0 } : { id: one.id, share: one.share ?? 0 },
      ),
    });
    const { score, min: lowest, max: highest, n: count } = satisfaction ?? {};
    setRow(this.answers, row, { score, lowest, highest, count });
    for (const [capability, value] of Object.entries(customer.effort ?? {}))
      named(this.efforts, capability, hours).set(row, value);
    for (const [capability, value] of Object.entries(customer.assumedEffort ?? {}))
      named(this.assumedEfforts, capability, hours).set(row, value);
    for (const [name, value] of Object.entries(customer.attributes ?? {}))
      named(this.attributes, name, texts).set(row, String(value));
    return this.commit(offset);
  }

  /** Ends a row; returns what is wrong with its satisfaction, if anything. */
  commit(offset: number): Fault | undefined {
    const { row } = this;
    this.row++;
    this.offset.set(row, offset);
    const score = this.answers.score.get(row);
    const lowest = this.answers.lowest.get(row);
    const highest = this.answers.highest.get(row);
    if (Number.isNaN(score)) return undefined;
    if (highest <= lowest) {
      return { expected: 'a satisfaction scale whose max is above its min' };
    }
    if (score < lowest || score > highest) {
      return {
        expected: `a satisfaction score on its scale, from ${lowest} to ${highest}`,
        hint: `Correct the score (${score}), or give \`min\` and \`max\` of the scale it was taken on.`,
      };
    }
    this.satisfaction.set(row, (score - lowest) / (highest - lowest));
    return undefined;
  }

  finish(source: SourceFile): CustomerRows {
    const count = this.row;
    const columns = finished(this.columns, count);
    return {
      ...columns,
      count,
      source,
      offset: this.offset.finish(count),
      market: columns.market as CustomerRows['market'],
      status: columns.status as CustomerRows['status'],
      satisfaction: this.satisfaction.finish(count),
      answers: finished(this.answers, count),
      effort: finishedByName(this.efforts, count),
      assumedEffort: finishedByName(this.assumedEfforts, count),
      attributes: finishedByName(this.attributes, count),
    };
  }
}

/** What the keys of a satisfaction are called here. */
const ANSWERS = { score: 'score', min: 'lowest', max: 'highest', n: 'count' } as const;

const hours = () => new NumberColumn(Number.NaN);
const texts = () => new TextColumn(true);

/** The column of a capability or an attribute, a new one for a new name. */
function named<Column>(columns: Map<string, Column>, name: string, make: () => Column): Column {
  let column = columns.get(name);
  if (column === undefined) {
    column = make();
    columns.set(name, column);
  }
  return column;
}

const finishedByName = <Values>(
  columns: ReadonlyMap<string, { finish(count: number): Values }>,
  count: number,
): ReadonlyMap<string, Values> => new Map([...columns].map(([name, column]) => [name, column.finish(count)]));
