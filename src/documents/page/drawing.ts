import { addTo, countsOf, mostFirst } from '../../base/groups.ts';
import { idInWords, sentenceCase } from '../../base/text.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedSeat } from '../../schema/documents/structure.ts';

export const words = (id: string): string => sentenceCase(idInWords(id));

export const OTHERS = 'Others';

export const skillOf = ({ capability }: ReportedSeat): string =>
  capability === null ? 'Not known' : words(capability);

/** What seats have in common, the most frequent first; of more than `most` the last ones in one. */
export function commonOf(
  seats: readonly ReportedSeat[],
  nameOf: (seat: ReportedSeat) => string,
  most: number,
): { readonly names: readonly string[]; place(seat: ReportedSeat): number } {
  const all = mostFirst(countsOf(seats.map(nameOf))).map(([name]) => name);
  const names = all.length <= most ? all : [...all.slice(0, most - 1), OTHERS];
  const places = new Map(names.map((name, at) => [name, at]));
  return { names, place: (seat) => places.get(nameOf(seat)) ?? names.length - 1 };
}

/** Skills that have a colour of their own in one picture, and the others one. */
export const SKILLS = 8;

/** Without the folders, which are nobody's business where a picture goes. */
const nameOf = (path: string): string => path.split(/[\\/]/).at(-1)!;

export const sourceOf = ({ input, generator }: Report): string =>
  `Source: ${nameOf(input.file)}, computed by ${generator.name} ${generator.version}.`;

/** A design with what is drawn of it; null where seats were not asked for or the design is impossible. */
export interface Drawing {
  readonly design: ReportedDesign;
  readonly seats: readonly ReportedSeat[];
  /** The unit with a head of its own, or else at the top, that each seat belongs to. */
  readonly topOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly reports: ReadonlyMap<string, readonly ReportedSeat[]>;
  /** Skills by how many have them today, which is the order of their colours in every picture of a report. */
  readonly skills: readonly string[];
}

/** `today` has the colours. */
export function drawnOf(design: ReportedDesign, today = design): Drawing | null {
  const { seats, structure } = design;
  if (seats === undefined || seats.length === 0) return null;
  const units = new Map(structure.map((unit) => [unit.id, unit]));
  const topOf = new Map<string, string>();
  for (const { id } of structure) {
    let at = units.get(id)!;
    while (at.accountable !== true && at.parent !== null && units.has(at.parent)) at = units.get(at.parent)!;
    topOf.set(id, at.id);
  }
  const reports = new Map<string, ReportedSeat[]>();
  for (const seat of seats) if (seat.boss !== null) addTo(reports, seat.boss, seat);
  const skills = commonOf(today.seats ?? seats, skillOf, SKILLS).names;
  return {
    design,
    seats,
    topOf,
    nameOf: new Map(structure.map(({ id, name }) => [id, name])),
    reports,
    skills,
  };
}

/** Today's by the units that stand at the top of a design, where it has them: who stays in one goes nowhere. */
export function drawnAs(today: Drawing, design: Drawing): Drawing {
  const parents = new Map(today.design.structure.map(({ id, parent }) => [id, parent]));
  const topOf = new Map<string, string>();
  for (const [id, own] of today.topOf) {
    let at: string | null = id;
    while (at !== null && design.topOf.get(at) !== at) at = parents.get(at) ?? null;
    topOf.set(id, at ?? own);
  }
  return { ...today, topOf };
}

export const unitOf = ({ topOf, nameOf }: Drawing, { unit }: ReportedSeat): string => {
  const top = unit === null ? undefined : topOf.get(unit);
  return (top === undefined ? undefined : nameOf.get(top)) ?? 'Without a department';
};

/** What stands in some units and in those below them; the units right below them, and they themselves, stand at the top then. */
export function drawnWithin(drawn: Drawing, ids: ReadonlySet<string>): Drawing {
  const parents = new Map(drawn.design.structure.map(({ id, parent }) => [id, parent]));
  const topOf = new Map<string, string>();
  for (const { id } of drawn.design.structure) {
    let [top, at]: [string, string | null] = [id, id];
    while (at !== null && !ids.has(at)) [top, at] = [at, parents.get(at) ?? null];
    if (at !== null) topOf.set(id, top);
  }
  const seats = drawn.seats.filter(({ unit }) => unit !== null && topOf.has(unit));
  const inside = new Set(seats.map(({ id }) => id));
  const reports = new Map(
    seats.flatMap(({ id }) => {
      const own = (drawn.reports.get(id) ?? []).filter((one) => inside.has(one.id));
      return own.length === 0 ? [] : [[id, own] as const];
    }),
  );
  return { ...drawn, seats, topOf, reports };
}
