import { countsOf, mostFirst } from '../base/groups.ts';
import { allOf, alternatives, counted, printable } from '../base/text.ts';
import type { Index, Organisation } from '../model/organisation.ts';

/** A person as comments name them. */
export const nameOf = ({ people }: Organisation, seat: Index): string => {
  const id = people.id[seat]!;
  if (people.vacant[seat] === 1) return people.title[seat] ? `an open seat (${id})` : `the open seat ${id}`;
  const name = people.name[seat]!;
  return printable(name === '' ? id : name);
};

export const unitName = ({ units }: Organisation, unit: Index): string => printable(units[unit]!.name);

/** `18 people and 2 open seats`. */
export function headcount({ people }: Organisation, seats: readonly Index[]): string {
  const vacant = seats.reduce((sum, seat) => sum + people.vacant[seat]!, 0);
  const present = seats.length - vacant;
  if (vacant === 0) return counted(present, 'person', 'people');
  const open = counted(vacant, 'open seat');
  return present === 0 ? open : `${counted(present, 'person', 'people')} and ${open}`;
}

/** How many of each capability, most first: `sales 5, support 3`. */
export function capabilitiesOf({ people, capabilities }: Organisation, seats: readonly Index[]): string {
  return mostFirst(countsOf(seats.map((seat) => people.capability[seat]!)))
    .map(([capability, count]) => `${capabilities[capability]?.name ?? 'not known'} ${count}`)
    .join(', ');
}

/** `industry is dairy or pharma`. */
export const conditions = (where: Readonly<Record<string, readonly string[]>>): string =>
  allOf(Object.entries(where).map(([name, values]) => `${name} is ${alternatives(values)}`));

/** Digits of what was worked out: enough for every law, which hold to 1e-9, and few enough to be read. */
const DIGITS = 12;

/** A figure that was worked out, as it is written; also assumed hours, since waits near full load follow their last digits. */
export const figure = (value: number): number => Number(value.toPrecision(DIGITS));
