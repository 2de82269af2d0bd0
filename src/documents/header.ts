import { eachUnit } from '../model/accountability.ts';
import { customerCounts } from '../model/customer-counts.ts';
import { reportsOf } from '../model/tree.ts';
import { isDivision } from '../model/units.ts';
import type { View } from '../model/view.ts';
import type { Report } from '../schema/documents/report.ts';
import type { Loaded } from '../schema/loaded.ts';

/** The facts of the organisation as it is. */
export function factsOf(view: View): Report['organisation'] {
  const { organisation } = view;
  const { people, customers, units } = organisation;
  const tree = view.tree();
  let vacantSeats = 0;
  let managers = 0;
  let fte = 0;
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] === 1) vacantSeats++;
    else fte += people.fte[seat]!;
    if (reportsOf(tree, seat) > 0) managers++;
  }
  const { at } = view.accountability();
  const sizes = new Float64Array(at.units.length);
  const { of } = at.spots;
  const inSpot = new Float64Array(at.membershipOfSpot.length);
  for (let seat = 0; seat < people.count; seat++) if (people.vacant[seat] === 0) inSpot[of[seat]!]!++;
  inSpot.forEach((count, spot) => {
    eachUnit(at, at.membershipOfSpot[spot]!, (unit, share) => {
      sizes[unit]! += share * count;
    });
  });
  const { customers: there, prospects } = customerCounts(customers);
  return {
    name: organisation.name,
    people: people.count - vacantSeats,
    seats: people.count,
    vacantSeats,
    fte: Math.round(fte * 1e6) / 1e6,
    managers,
    roots: tree.roots.length,
    departments: units.filter((unit) => !isDivision(unit)).length,
    topLevelDepartments: units.filter((unit) => unit.parent < 0).length,
    customers: there,
    ...(prospects > 0 ? { prospects } : {}),
    customerRows: customers.count,
    accountableUnits: at.units
      .map(({ id, name }, index) => ({ id, name, people: Math.round(sizes[index]! * 1e6) / 1e6 }))
      .filter((unit) => unit.people > 0),
  };
}

/** What every document is made with. */
export interface DocumentOptions {
  /** Whether people and customers are shown by name rather than by id. */
  readonly names?: boolean;
  /** Of the program. */
  readonly version: string;
}

/** What every report says first: its version, the program, and the files it was made from. */
export const headerOf = (loaded: Loaded, version: string) => ({
  version: 1 as const,
  generator: { name: 'orgdesign' as const, version },
  input: {
    file: loaded.source.name,
    // Worked out where it is told.
    get sha256() {
      return loaded.source.sha256;
    },
    includes: loaded.includes.map((file) => ({
      file: file.name,
      get sha256() {
        return file.sha256;
      },
    })),
    ...(loaded.set === undefined ? {} : { set: [...loaded.set] }),
    ...(loaded.extract === undefined ? {} : { extract: loaded.extract }),
    ...(loaded.assumed === undefined ? {} : { assumed: [...loaded.assumed] }),
  },
});
