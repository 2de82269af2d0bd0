import { UserError } from '../../base/errors.ts';
import { folded, quoted, sample } from '../../base/text.ts';
import { CUSTOMER_FIGURES, type CustomerEntry, type CustomerFigure } from '../../write/customers.ts';
import type { Journal } from '../journal.ts';

/** An attribute with more values than this tells individuals apart, not kinds of them. */
const MOST_VALUES = 50;
const MOST_SEGMENTS = 200;
/** Figures that are totals of a row; the others are per customer. */
const TOTALS: readonly CustomerFigure[] = ['revenue', 'margin'];

/**
 * Individuals as segments, one for each combination of values (and of owners) that occurs, which keeps their number,
 * the sums of money and hours where all are known, and the means of the rest.
 */
export function makeSegments(
  individuals: readonly CustomerEntry[],
  attributes: readonly string[],
  groupBy: readonly string[] | undefined,
  journal: Journal,
): { segments: CustomerEntry[]; by: readonly string[] } {
  if (individuals.length === 0) return { segments: [], by: [] };
  const by = groupBy === undefined ? categorical(individuals, attributes) : asked(attributes, groupBy);
  const groups = grouped(individuals, by);
  const ids = new Set<string>();
  const lost = new Set<string>();
  const segments = [...groups.values()].map((members) => segmentOf(members, by, ids, lost));
  for (const what of lost)
    journal.note(`${what} is known for a part of the individuals of a segment only, and left out there.`);
  const kept = new Set(by);
  const dropped = attributes.filter(
    (_, index) => !kept.has(index) && individuals.some((customer) => customer.attributes[index] !== ''),
  );
  if (dropped.length > 0)
    journal.note(
      `Segments of individuals do not keep ${sample(dropped)}; --group-by names what they should.`,
    );
  return { segments, by: by.map((index) => attributes[index]!) };
}

function asked(attributes: readonly string[], groupBy: readonly string[]): number[] {
  return groupBy.map((name) => {
    const index = attributes.findIndex(
      (attribute) => attribute === name || folded(attribute) === folded(name),
    );
    if (index < 0)
      throw new UserError(
        `--group-by: the customers have no attribute ${quoted(name)}.`,
        `They have: ${sample(attributes)}.`,
      );
    return index;
  });
}

/** Attributes with few values, less those with most until there are few segments. */
function categorical(individuals: readonly CustomerEntry[], attributes: readonly string[]): number[] {
  const found = attributes.flatMap((_, index) => {
    const values = new Set<string>();
    for (const customer of individuals) {
      values.add(customer.attributes[index]!);
      if (values.size > MOST_VALUES) return [];
    }
    values.delete('');
    return values.size === 0 ? [] : [{ index, values: values.size }];
  });
  let by = found;
  while (
    by.length > 1 &&
    grouped(
      individuals,
      by.map(({ index }) => index),
    ).size > MOST_SEGMENTS
  ) {
    const most = Math.max(...by.map(({ values }) => values));
    const widest = by.findLastIndex(({ values }) => values === most);
    by = by.filter((_, at) => at !== widest);
  }
  return by.map(({ index }) => index);
}

function grouped(individuals: readonly CustomerEntry[], by: readonly number[]): Map<string, CustomerEntry[]> {
  const groups = new Map<string, CustomerEntry[]>();
  for (const customer of individuals) {
    const values = by.map((index) => customer.attributes[index]!);
    const key = [customer.market, ...customer.owner, '', ...values].join('\u0000');
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [customer]);
    else members.push(customer);
  }
  return groups;
}

function segmentOf(
  members: readonly CustomerEntry[],
  by: readonly number[],
  ids: Set<string>,
  lost: Set<string>,
): CustomerEntry {
  const [first] = members as [CustomerEntry];
  const values = by.map((index) => first.attributes[index] || 'not given');
  const parts = [...values, ...first.owner];
  let id = `segment/${parts.length === 0 ? 'individuals' : parts.join('/')}`;
  while (ids.has(id)) id += "'";
  ids.add(id);
  const total = (what: string, of: (member: CustomerEntry) => number): number => {
    const known = members.map(of).filter((value) => !Number.isNaN(value));
    if (known.length === members.length) return round(known.reduce((sum, value) => sum + value, 0));
    if (known.length > 0) lost.add(what);
    return Number.NaN;
  };
  const mean = (of: (member: CustomerEntry) => number): number => {
    const known = members.filter((member) => !Number.isNaN(of(member)));
    const weight = known.reduce((sum, { count }) => sum + count, 0);
    return known.length === 0
      ? Number.NaN
      : round(known.reduce((sum, one) => sum + of(one) * one.count, 0) / weight);
  };
  const figures = {} as Record<CustomerFigure, number>;
  for (const figure of CUSTOMER_FIGURES)
    figures[figure] = TOTALS.includes(figure)
      ? total(figure, (member) => member.figures[figure])
      : mean((member) => member.figures[figure]);
  figures['satisfaction.n'] = total('satisfaction.n', (member) => member.figures['satisfaction.n']);
  return {
    id,
    name: parts.length === 0 ? 'Individuals' : `Individuals: ${parts.join(', ')}`,
    count: members.reduce((sum, { count }) => sum + count, 0),
    market: first.market,
    owner: first.owner,
    parent: '',
    figures,
    effort: first.effort.map((_, index) => total('effort', (member) => member.effort[index]!)),
    attributes: first.attributes.map((value, index) => (by.includes(index) ? value : '')),
  };
}

const round = (value: number): number => Number(value.toPrecision(12));
