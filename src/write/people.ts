import { given } from '../base/given.ts';
import type { LineRow } from '../schema/loaded.ts';
import { csvOf, numberCell } from './csv.ts';
import { filledMap, withoutEmpty } from './yaml.ts';

/** A seat as it will be written; text that is not given is '', a number NaN. */
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  /** Only where the id follows from it. */
  readonly email?: string;
  readonly title: string;
  department: string;
  division: string;
  readonly capability: string;
  readonly secondary: readonly string[];
  readonly fte: number;
  readonly costPerYear: number;
  readonly hourlyPay: number;
  readonly level: number;
  readonly location: string;
  manager: string;
  /** Lines of several managers; empty where `manager` says it all. */
  lines: readonly LineRow[];
  readonly serves: readonly string[];
  readonly vacant: boolean;
  readonly workerType?: 'employee' | 'contractor' | '';
  readonly start: string;
  readonly end: string;
  /** Where the person was before a proposal moved them. */
  readonly previously?: { readonly department: string; readonly manager: string };
}

/** A person as an entry of the list. */
export const personEntry = (person: PersonEntry): object =>
  withoutEmpty({
    id: person.id,
    name: person.name,
    email: person.email,
    title: person.title,
    department: person.department,
    capability: person.capability,
    secondary: person.secondary,
    manager: person.manager,
    managers: person.lines.map(({ to, kind, weight, job }) => ({
      to,
      kind,
      ...(weight > 0 ? { weight } : {}),
      ...given({ job }),
    })),
    fte: person.fte === 1 ? '' : person.fte,
    costPerYear: person.costPerYear,
    hourlyPay: person.hourlyPay,
    level: person.level,
    location: person.location,
    serves: person.serves,
    vacant: person.vacant ? true : '',
    workerType: person.workerType,
    start: person.start,
    end: person.end,
    previously: filledMap(person.previously),
  });

/** Lines as a cell, with a weight or its empty place: without it the end of an id could be read as one. */
export const linesCell = (lines: readonly LineRow[]): string =>
  lines
    .map(
      ({ to, kind, weight, job }) =>
        `${to}:${weight > 0 ? weight : ''}:${kind}${job === undefined ? '' : `:${job}`}`,
    )
    .join(';');

/** People as a CSV file that an organisation file names. */
export function peopleCsv(people: readonly PersonEntry[]): string {
  const fte = people.some((person) => person.fte !== 1);
  return csvOf(people, [
    { header: 'id', cell: ({ id }) => id },
    { header: 'name', cell: ({ name }) => name },
    { header: 'email', cell: ({ email = '' }) => email },
    // An empty title too: by it the file is known as one of people when it is imported again.
    { header: 'title', always: true, cell: ({ title }) => title },
    { header: 'department', cell: ({ department }) => department },
    { header: 'division', cell: ({ division }) => division },
    { header: 'capability', cell: ({ capability }) => capability },
    { header: 'secondary', cell: ({ secondary }) => (secondary.length === 0 ? '' : secondary.join(';')) },
    { header: 'manager', cell: ({ manager }) => manager },
    { header: 'managers', cell: ({ lines }) => (lines.length === 0 ? '' : linesCell(lines)) },
    { header: 'fte', plain: true, cell: (person) => (fte ? numberCell(person.fte) : '') },
    { header: 'costPerYear', plain: true, cell: ({ costPerYear }) => numberCell(costPerYear) },
    { header: 'hourlyPay', plain: true, cell: ({ hourlyPay }) => numberCell(hourlyPay) },
    { header: 'level', plain: true, cell: ({ level }) => numberCell(level) },
    { header: 'location', cell: ({ location }) => location },
    { header: 'serves', cell: ({ serves }) => (serves.length === 0 ? '' : serves.join(';')) },
    { header: 'vacant', plain: true, cell: ({ vacant }) => (vacant ? 'yes' : '') },
    { header: 'workerType', plain: true, cell: ({ workerType }) => workerType ?? '' },
    { header: 'start', plain: true, cell: ({ start }) => start },
    { header: 'end', plain: true, cell: ({ end }) => end },
    { header: 'previously.department', cell: ({ previously }) => previously?.department ?? '' },
    { header: 'previously.manager', cell: ({ previously }) => previously?.manager ?? '' },
  ]);
}
