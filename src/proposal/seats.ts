import { rowReader, someColumns } from '../base/columns.ts';
import { given } from '../base/given.ts';
import { hasMoved, hasNewManager } from '../measures/change/change.ts';
import { matchingOf } from '../measures/change/matching.ts';
import { type Index, type Organisation, PEOPLE_AS_GIVEN } from '../model/organisation.ts';
import { titleMapper } from '../model/titles.ts';
import { treeOf } from '../model/tree.ts';
import { NO_CAPABILITY } from '../schema/input/capability.ts';
import type { LineRow, Loaded } from '../schema/loaded.ts';
import type { PersonEntry } from '../write/people.ts';
import { figure } from './wording.ts';

const TOLERANCE = 1e-9;
const NONE: readonly never[] = [];

/** Where a seat was before. */
interface Origin {
  /** Unit and boss before, -1 for none. */
  readonly unit: Index;
  readonly boss: Index;
  readonly movedUnit: boolean;
  readonly movedBoss: boolean;
}

/** The seats of a proposal as they are written. */
export interface Seats {
  /** What is written of a seat. */
  person(seat: Index): PersonEntry;
  /** Where the seat was; null for a new one. */
  origin(seat: Index): Origin | null;
}

/**
 * The seats of an organisation, with everything said that its reading found out or assumed, and with where they were in
 * the one before. `serves` are the customers that each serves by name without owning them. Linear in the seats.
 */
export function seatsOf(
  loaded: Loaded,
  before: Organisation,
  after: Organisation,
  serves: ReadonlyMap<Index, readonly string[]>,
): Seats {
  const { people, units, unitOf, lines, capabilities } = after;
  const matching = matchingOf(before, after);
  const [bossBefore, bossAfter] = [treeOf(before).boss, treeOf(after).boss];
  const mapTitle = titleMapper(loaded.input.capabilities);
  const days = daysOf(loaded);
  const seatAt = rowReader(someColumns(people, PEOPLE_AS_GIVEN));

  const capability = (seat: Index): string => {
    const known = capabilities[people.capability[seat]!];
    if (known !== undefined) return known.id;
    // Where the words would now give one, in a unit of another name, it has to be said that there is none.
    return mapTitle(people.title[seat]!, units[unitOf[seat]!]?.name ?? '') === '' ? '' : NO_CAPABILITY;
  };
  const linesOf = (seat: Index): readonly LineRow[] =>
    Array.from({ length: lines.start[seat + 1]! - lines.start[seat]! }, (_, at) => {
      const k = lines.start[seat]! + at;
      return {
        to: people.id[lines.boss[k]!]!,
        kind: lines.dotted[k] === 1 ? ('dotted' as const) : ('solid' as const),
        weight: figure(lines.weight[k]!),
        ...given({ job: lines.job === undefined ? undefined : units[lines.job[k]!]?.id }),
      };
    });
  const isPlain = (seat: Index): boolean => {
    const k = lines.start[seat]!;
    return (
      lines.start[seat + 1]! === k + 1 &&
      lines.dotted[k] === 0 &&
      (lines.job?.[k] ?? -1) < 0 &&
      Math.abs(lines.weight[k]! - 1) < TOLERANCE
    );
  };
  const origin = (seat: Index): Origin | null => {
    const was = matching.seats.backward[seat]!;
    if (was < 0) return null;
    return {
      unit: before.unitOf[was]!,
      boss: bossBefore[was]!,
      movedUnit: hasMoved(matching, was, seat),
      movedBoss: hasNewManager(matching, was, seat),
    };
  };
  const previously = (seat: Index): PersonEntry['previously'] => {
    const was = origin(seat);
    if (was === null || !(was.movedUnit || was.movedBoss)) return undefined;
    return {
      department: (was.movedUnit && before.units[was.unit]?.id) || '',
      manager: (was.movedBoss && before.people.id[was.boss]) || '',
    };
  };
  return {
    origin,
    person(seat) {
      const plain = isPlain(seat);
      const id = people.id[seat]!;
      return {
        ...seatAt(seat),
        department: units[unitOf[seat]!]?.id ?? '',
        division: '',
        capability: capability(seat),
        secondary: people.secondary.get(seat)?.map((index) => capabilities[index]!.id) ?? NONE,
        manager: plain ? people.id[bossAfter[seat]!]! : '',
        lines: plain ? NONE : linesOf(seat),
        hourlyPay: Number.NaN,
        serves: serves.get(seat) ?? NONE,
        vacant: people.vacant[seat] === 1,
        ...days(id),
        ...given({ previously: previously(seat) }),
      };
    },
  };
}

/** First and last day of each person, which the model does not keep. */
function daysOf({ people: rows }: Loaded): (id: string) => { start: string; end: string } {
  const given = new Map<string, { start: string; end: string }>();
  for (let row = 0; row < rows.count; row++) {
    const [start, end] = [rows.start[row]!, rows.end[row]!];
    if (start !== '' || end !== '') given.set(rows.id[row]!, { start, end });
  }
  const unknown = { start: '', end: '' };
  return (id) => given.get(id) ?? unknown;
}
