import { titleMapper } from '../../model/titles.ts';
import { list } from '../../write/yaml.ts';
import type { Answers } from './answers.ts';

/** People of a department in a first file: the fewest that are a team. */
const TEAM = 4;

/** Titles by what a department does; elsewhere they are made from its name. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['marketing', 'Marketing Specialist'],
  ['sales', 'Sales Representative'],
  ['account-management', 'Account Manager'],
  ['support', 'Customer Support Specialist'],
]);

const capabilityOf = titleMapper({});

/** A department of a first file. */
export interface Department {
  readonly id: string;
  readonly name: string;
  /** Ids of its people, the head first; fewer than a team where the company has fewer. */
  readonly people: readonly string[];
  readonly title: string;
  /** What title and department say, '' for nothing. */
  readonly capability: string;
}

const CHIEF = 'p1';

/** An id made from a name, which none before it has. */
const idFor = (name: string, taken: Set<string>): string => {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['department'];
  const base = words.join('-');
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
};

/** The departments with their people, as many as the company has, at most a team each. */
export const staffed = ({ departments, people }: Answers): readonly Department[] => {
  const seats = Math.min(people - 1, TEAM * departments.length);
  const taken = new Set<string>();
  let next = 2;
  return departments.map((name, index) => {
    const from = Math.floor((seats * index) / departments.length);
    const to = Math.floor((seats * (index + 1)) / departments.length);
    const ids = Array.from({ length: to - from }, () => `p${next++}`);
    const byName = capabilityOf('', name);
    const title = TITLES.get(byName) ?? `${name} Specialist`;
    return { id: idFor(name, taken), name, people: ids, title, capability: capabilityOf(title, name) };
  });
};

/** The lines of the people: whoever leads, then each department with its head. */
export const peopleLines = (departments: readonly Department[], dottedLines: boolean): string[] => {
  const heads = departments.flatMap(({ people }) => people.slice(0, 1));
  const doubled = dottedLines
    ? departments.findLast(({ people }) => people.length > 1 && heads.length > 1)
    : undefined;
  const reportsTo = (id: string, { people }: Department): object => {
    const [head] = people;
    if (id === head) return { manager: CHIEF };
    if (doubled === undefined || id !== doubled.people.at(-1)) return { manager: head };
    const other = heads.find((one) => one !== head);
    return {
      managers: [
        { to: head, weight: 0.7 },
        { to: other, kind: 'dotted', weight: 0.3 },
      ],
    };
  };
  return [
    ...list([{ id: CHIEF, name: 'Alex Example', title: 'Chief Executive Officer' }]),
    ...departments.flatMap((department) =>
      department.people.flatMap((id, at) => {
        const title = at === 0 ? `Head of ${department.name}` : department.title;
        const remark =
          at === 1 && department.capability === '' ? ' # unknown to orgdesign: add `capability:`' : '';
        return list([{ id, title, department: department.id, ...reportsTo(id, department) }]).map(
          (line) => line + remark,
        );
      }),
    ),
  ];
};

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
