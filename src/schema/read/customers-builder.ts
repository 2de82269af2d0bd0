import type { CustomerInput } from '../input/customer.ts';
import type { CustomerRows, JourneyShare, SourceFile } from '../loaded.ts';
import type { Fault } from './cells.ts';
import { NumberColumn, type Sink, TextColumn } from './row-columns.ts';

/** Collects the customers of a file row by row, from a list and from a table alike. */
export class CustomersBuilder {
  /** The row that is being filled. */
  row = 0;
  readonly id = new TextColumn(false);
  readonly name = new TextColumn(false);
  readonly market = new TextColumn(true);
  readonly status = new TextColumn(true);
  readonly parent = new TextColumn(true);
  readonly journey = new TextColumn(true);
  readonly customers = new NumberColumn(1);
  readonly revenue = new NumberColumn(Number.NaN);
  readonly margin = new NumberColumn(Number.NaN);
  readonly retention = new NumberColumn(Number.NaN);
  readonly acquisitionCost = new NumberColumn(Number.NaN);
  readonly score = new NumberColumn(Number.NaN);
  readonly lowest = new NumberColumn(0);
  readonly highest = new NumberColumn(10);
  readonly answers = new NumberColumn(Number.NaN);
  readonly owner = new Map<number, readonly string[]>();
  readonly journeys = new Map<number, readonly JourneyShare[]>();
  private readonly satisfaction = new NumberColumn(Number.NaN);
  private readonly offset = new NumberColumn(0);
  private readonly efforts = new Map<string, NumberColumn>();
  private readonly assumedEfforts = new Map<string, NumberColumn>();
  private readonly attributes = new Map<string, TextColumn>();

  /** Hours a month for a capability. */
  effort(capability: string): NumberColumn {
    return columnOf(this.efforts, capability);
  }

  /** The same, where the hours are an assumption. */
  assumedEffort(capability: string): NumberColumn {
    return columnOf(this.assumedEfforts, capability);
  }

  attribute(name: string): TextColumn {
    let column = this.attributes.get(name);
    if (column === undefined) {
      column = new TextColumn(true);
      this.attributes.set(name, column);
    }
    return column;
  }

  sink(field: string): Sink | undefined {
    if (field.startsWith('effort.')) return { number: this.effort(field.slice('effort.'.length)) };
    if (field.startsWith('assumedEffort.'))
      return { number: this.assumedEffort(field.slice('assumedEffort.'.length)) };
    if (field.startsWith('attributes.')) return { text: this.attribute(field.slice('attributes.'.length)) };
    return this.sinks[field];
  }

  /** Ends a row; returns what is wrong with its satisfaction, if anything. */
  commit(offset: number): Fault | undefined {
    const { row } = this;
    this.row++;
    this.offset.set(row, offset);
    const score = this.score.get(row);
    const lowest = this.lowest.get(row);
    const highest = this.highest.get(row);
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
    return {
      count,
      source,
      offset: this.offset.finish(count),
      id: this.id.finish(count),
      name: this.name.finish(count),
      customers: this.customers.finish(count),
      market: this.market.finish(count) as CustomerRows['market'],
      status: this.status.finish(count) as CustomerRows['status'],
      revenue: this.revenue.finish(count),
      margin: this.margin.finish(count),
      retention: this.retention.finish(count),
      acquisitionCost: this.acquisitionCost.finish(count),
      satisfaction: this.satisfaction.finish(count),
      answers: {
        score: this.score.finish(count),
        lowest: this.lowest.finish(count),
        highest: this.highest.finish(count),
        count: this.answers.finish(count),
      },
      effort: new Map([...this.efforts].map(([id, column]) => [id, column.finish(count)])),
      assumedEffort: new Map([...this.assumedEfforts].map(([id, column]) => [id, column.finish(count)])),
      owner: this.owner,
      parent: this.parent.finish(count),
      journey: this.journey.finish(count),
      journeys: this.journeys,
      attributes: new Map([...this.attributes].map(([name, column]) => [name, column.finish(count)])),
    };
  }

  private readonly sinks: Readonly<Record<string, Sink>> = {
    id: { text: this.id },
    name: { text: this.name },
    count: { number: this.customers },
    market: { text: this.market },
    revenue: { number: this.revenue },
    margin: { number: this.margin },
    retention: { number: this.retention },
    acquisitionCost: { number: this.acquisitionCost },
    'satisfaction.score': { number: this.score },
    'satisfaction.min': { number: this.lowest },
    'satisfaction.max': { number: this.highest },
    'satisfaction.n': { number: this.answers },
    owner: { list: this.owner },
    parent: { text: this.parent },
    status: { text: this.status },
    journey: { text: this.journey },
    journeys: { shares: this.journeys },
  };
}

/** The column of a capability, a new one for a new capability. */
function columnOf(columns: Map<string, NumberColumn>, capability: string): NumberColumn {
  let column = columns.get(capability);
  if (column === undefined) {
    column = new NumberColumn(Number.NaN);
    columns.set(capability, column);
  }
  return column;
}

/** Puts a customer of a list into the next row; returns what is wrong with its satisfaction, if anything. */
export function addCustomer(
  customer: CustomerInput,
  offset: number,
  builder: CustomersBuilder,
): Fault | undefined {
  const { row } = builder;
  const { satisfaction, owner } = customer;
  builder.id.set(row, customer.id);
  builder.name.set(row, customer.name ?? '');
  builder.market.set(row, customer.market ?? '');
  builder.status.set(row, customer.status ?? '');
  builder.parent.set(row, customer.parent ?? '');
  builder.journey.set(row, customer.journey ?? '');
  if (customer.journeys !== undefined)
    builder.journeys.set(
      row,
      customer.journeys.map((one) =>
        typeof one === 'string' ? { id: one, share: 0 } : { id: one.id, share: one.share ?? 0 },
      ),
    );
  builder.customers.set(row, customer.count);
  builder.revenue.set(row, customer.revenue ?? Number.NaN);
  builder.margin.set(row, customer.margin ?? Number.NaN);
  builder.retention.set(row, customer.retention ?? Number.NaN);
  builder.acquisitionCost.set(row, customer.acquisitionCost ?? Number.NaN);
  builder.score.set(row, satisfaction?.score ?? Number.NaN);
  builder.lowest.set(row, satisfaction?.min ?? Number.NaN);
  builder.highest.set(row, satisfaction?.max ?? Number.NaN);
  builder.answers.set(row, satisfaction?.n ?? Number.NaN);
  const owners = typeof owner === 'string' ? [owner] : (owner ?? []);
  if (owners.length > 0) builder.owner.set(row, owners);
  for (const [capability, hours] of Object.entries(customer.effort ?? {}))
    builder.effort(capability).set(row, hours);
  for (const [capability, hours] of Object.entries(customer.assumedEffort ?? {}))
    builder.assumedEffort(capability).set(row, hours);
  for (const [name, value] of Object.entries(customer.attributes ?? {}))
    builder.attribute(name).set(row, String(value));
  return builder.commit(offset);
}
