import type { Loaded } from '../schema/loaded.ts';
import type { Index, Officer, Organisation } from './organisation.ts';

/** The Chief Customer Officer that a file names. */
export function officerIn(
  { input: { customerOfficer } }: Pick<Loaded, 'input'>,
  seatIndex: ReadonlyMap<string, Index>,
  placeOf: Organisation['placeOf'],
): { readonly officer?: Officer } {
  const seat = customerOfficer && seatIndex.get(customerOfficer.person);
  if (seat === undefined) return {};
  const { model, tenureYears } = customerOfficer!;
  return {
    officer: {
      seat,
      ...(model === undefined ? {} : { model }),
      ...(tenureYears === undefined ? {} : { tenureYears }),
      origin: placeOf(['customerOfficer']),
    },
  };
}
