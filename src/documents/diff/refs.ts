import { byText } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { headsBelowTop } from '../../model/tree.ts';
import type { Diff } from '../../schema/documents/diff.ts';

export type PersonRef = Diff['leads']['withoutTeam'][number];
export type UnitRef = NonNullable<Diff['people']['moved'][number]['from']>;
export type CustomerRef = Diff['customers']['new'][number];

/** How the parts of an organisation are named in a diff. */
export interface Refs {
  person(seat: Index): PersonRef;
  personOrNone(seat: Index): PersonRef | null;
  unit(unit: Index): UnitRef;
  unitOrNone(unit: Index): UnitRef | null;
  /** The unit of a seat; where nobody has a department, the head below the top whom it is under. */
  unitOfSeat(seat: Index): UnitRef | null;
  customer(customer: Index): CustomerRef;
}

const named = (id: string, name: string): PersonRef => (name === '' ? { id } : { id, name });

/** `names`: whether people and customers are named, or shown by their ids. */
export function refsOf(organisation: Organisation, names: boolean): Refs {
  const { people, units, unitOf, customers } = organisation;
  const person = (seat: Index) => named(people.id[seat]!, names ? people.name[seat]! : '');
  const unit = (index: Index) => ({ id: units[index]!.id, name: units[index]!.name });
  return {
    person,
    personOrNone: (seat) => (seat < 0 ? null : person(seat)),
    unit,
    unitOrNone: (index) => (index < 0 ? null : unit(index)),
    unitOfSeat: (seat) => {
      if (unitOf[seat]! >= 0) return unit(unitOf[seat]!);
      const head = units.length > 0 ? -1 : headsBelowTop(organisation)[seat]!;
      return head < 0 ? null : { id: people.id[head]!, name: people.title[head] || people.id[head]! };
    },
    customer: (index) => named(customers.id[index]!, names ? customers.name[index]! : ''),
  };
}

/** The list in the order of ids by code unit. */
export const sortedBy = <T>(list: readonly T[], id: (one: T) => string): T[] =>
  [...list].sort((a, b) => byText(id(a), id(b)));
