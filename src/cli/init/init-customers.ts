import { list } from '../../write/yaml.ts';
import type { Answers } from './init-answers.ts';
import { CHIEF, type Department } from './init-people.ts';

/** Departments whose people own accounts, by what they do, the likeliest first. */
const OWNERS = ['account-management', 'sales'];

const VALUES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['industry', ['retail', 'energy']],
  ['region', ['north', 'south']],
]);

const REVENUES = [120_000, 80_000, 45_000, 60_000];

/** Whoever could own accounts, heads left out where there are others. */
const ownersAmong = (departments: readonly Department[]): readonly string[] => {
  for (const capability of OWNERS) {
    const people = departments.find((one) => one.capability === capability)?.people ?? [];
    if (people.length > 0) return people.length > 1 ? people.slice(1) : people;
  }
  return [CHIEF];
};

/** Four rows of customers: accounts, segments where the market is consumers, two of each where it is both. */
export const customerLines = (
  { market, attribute }: Answers,
  departments: readonly Department[],
): string[] => {
  const owners = ownersAmong(departments);
  const values = VALUES.get(attribute) ?? ['one kind', 'another kind'];
  return list(
    REVENUES.map((revenue, at) => {
      const consumers = market === 'b2c' || (market === 'mixed' && at >= 2);
      return {
        id: `c${at + 1}`,
        name: `${consumers ? 'Segment' : 'Customer'} ${at + 1}`,
        ...(consumers ? { count: 500 } : { owner: owners[at % owners.length] }),
        ...(market === 'unknown' ? {} : { market: consumers ? 'b2c' : 'b2b' }),
        revenue,
        ...(attribute === '' ? {} : { attributes: { [attribute]: values[at % 2] } }),
      };
    }),
  );
};
