import { areFew, FEWEST_TOLD } from '../../base/few.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { Pay, Report } from '../../schema/documents/report.ts';

/**
 * What the seats of today's units cost, of today alone: beside a design that moves a few people, two sums would tell what those
 * few are paid. A total is left out where it would tell the cost of fewer than five people who are left out above. Linear.
 */
export function payOf({ organisation }: View): Pay {
  const { people, units, unitOf, currency } = organisation;
  const top = (unit: Index): Index => {
    let at = unit;
    while (!units[at]!.accountable && units[at]!.parent >= 0) at = units[at]!.parent;
    return at;
  };
  const sums = new Map<Index, { people: number; cost: number }>();
  for (let seat = 0; seat < people.count; seat++) {
    const cost = people.costPerYear[seat]!;
    if (people.vacant[seat] === 1 || !Number.isFinite(cost)) continue;
    const unit = unitOf[seat]! < 0 ? -1 : top(unitOf[seat]!);
    const sum = sums.get(unit) ?? { people: 0, cost: 0 };
    sums.set(unit, { people: sum.people + 1, cost: sum.cost + cost });
  }
  const all = [...sums];
  const hidden = all.reduce((count, [, sum]) => count + (sum.people < FEWEST_TOLD ? sum.people : 0), 0);
  const total = all.reduce((sum, [, { cost }]) => sum + cost, 0);
  return {
    ...(currency === null || currency === undefined ? {} : { currency }),
    minimum: FEWEST_TOLD,
    units: all.map(([unit, sum]) => ({
      unit: units[unit]?.id ?? '',
      people: sum.people,
      costPerYear: sum.people < FEWEST_TOLD ? null : sum.cost,
    })),
    total: all.length === 0 || areFew(hidden) ? null : total,
  };
}

/** Under what an id of a person stands in a report, by the name of the field that holds it; texts have been written without. */
const FIELDS: ReadonlySet<string> = new Set(['boss', 'head', 'person', 'owner', 'members']);
/** Of what an `id` is that of a person. */
const HOLDERS: ReadonlySet<string> = new Set(['seats', 'toFill', 'entity']);

/** Texts of designs, which name people by their ids. */
const TEXTS: ReadonlySet<string> = new Set(['summary', 'what']);
/** A word that may be an id; a small number is taken for a number. */
const WORD = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_][\p{L}\p{N}_.@-]*(?<![.-])/gu;
const NUMBER = /^\d{1,3}$/;

/** A text with what is made of the ids of people in their place. Linear in the text. */
export const withIdsReplaced = (text: string, of: (id: string) => string | undefined): string =>
  text.replace(WORD, (word) => (NUMBER.test(word) ? word : (of(word) ?? word)));

/** Where people are named who are not in the file. */
const STRANGERS: ReadonlySet<string> = new Set([
  'unknown-manager',
  'unknown-customer-owner',
  'unknown-team-member',
]);
const IN_QUOTES = /"([^"]*)"/g;

/** With another id in the place of each person's, in every field that holds one, and of those who are not in the file. Linear in the report. */
export function withoutIds(
  report: Report,
  { people, irregularities }: Organisation,
  hash: (id: string) => string,
): Report {
  const hashes = new Map(people.id.map((id) => [id, hash(id)]));
  const strangers = new Map(
    irregularities.flatMap(({ kind, detail }) =>
      STRANGERS.has(kind) ? detail.map((id) => [id, hash(id)] as const) : [],
    ),
  );
  const inside = (value: unknown, field: string, holder: string): unknown => {
    if (typeof value === 'string' && TEXTS.has(field)) return withIdsReplaced(value, (id) => hashes.get(id));
    if (typeof value === 'string')
      return FIELDS.has(field) || (field === 'id' && HOLDERS.has(holder))
        ? (hashes.get(value) ?? value)
        : value.replace(IN_QUOTES, (whole, id: string) =>
            strangers.has(id) ? `"${strangers.get(id)}"` : whole,
          );
    if (Array.isArray(value)) return value.map((one) => inside(one, field, holder));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one, key, field)]));
  };
  return { ...(inside(report, '', '') as Report), anonymised: true };
}
