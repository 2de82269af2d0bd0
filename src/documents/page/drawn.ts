import { idInWords, sentenceCase } from '../../base/text.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedSeat } from '../../schema/documents/structure.ts';

export const words = (id: string): string => sentenceCase(idInWords(id));

export const OTHERS = 'Others';

export const counted = (
  seats: readonly ReportedSeat[],
  key: (seat: ReportedSeat) => string,
): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const seat of seats) counts.set(key(seat), (counts.get(key(seat)) ?? 0) + 1);
  return counts;
};

export const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);

export const skillOf = ({ capability }: ReportedSeat): string =>
  capability === null ? 'Not known' : words(capability);

/** Rows that are all shown, and the others in one. */
export const cut = (
  names: readonly string[],
  most: number,
): { readonly names: string[]; place(name: string): number } => {
  const kept = names.length <= most ? [...names] : [...names.slice(0, most - 1), OTHERS];
  return { names: kept, place: (name) => (kept.includes(name) ? kept.indexOf(name) : kept.length - 1) };
};

/** Skills that have a colour of their own in one picture, and the others one. */
export const SKILLS = 8;

/** Without the folders, which are nobody's business where a picture goes. */
const nameOf = (path: string): string => path.split(/[\\/]/).at(-1)!;

export const sourceOf = ({ input, generator }: Report): string =>
  `Source: ${nameOf(input.file)}, computed by ${generator.name} ${generator.version}.`;

/** A design with what is drawn of it; null where seats were not asked for or the design is impossible. */
export interface Drawn {
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
export function drawnOf(design: ReportedDesign, today = design): Drawn | null {
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
  for (const seat of seats)
    if (seat.boss !== null) reports.set(seat.boss, [...(reports.get(seat.boss) ?? []), seat]);
  const skills = cut(byCount(counted(today.seats ?? seats, skillOf)), SKILLS).names;
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
export function drawnAs(today: Drawn, design: Drawn): Drawn {
  const parents = new Map(today.design.structure.map(({ id, parent }) => [id, parent]));
  const topOf = new Map<string, string>();
  for (const [id, own] of today.topOf) {
    let at: string | null = id;
    while (at !== null && design.topOf.get(at) !== at) at = parents.get(at) ?? null;
    topOf.set(id, at ?? own);
  }
  return { ...today, topOf };
}

export const unitOf = ({ topOf, nameOf }: Drawn, { unit }: ReportedSeat): string => {
  const top = unit === null ? undefined : topOf.get(unit);
  return (top === undefined ? undefined : nameOf.get(top)) ?? 'Without a department';
};

/** What stands in some units and in those below them; the units right below them, and they themselves, stand at the top then. */
export function drawnWithin(drawn: Drawn, ids: ReadonlySet<string>): Drawn {
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
