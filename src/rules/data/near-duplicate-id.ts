import { allOf, counted, folded, quoted, slips } from '../../base/text.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { sharedKeys } from './similar-ids.ts';

/** Ids of one group that are shown; a group is mostly two. */
const MOST_IDS = 4;

/** Facts that have to differ, all of those known, where no names tell two rows apart. A judgement. */
const ENOUGH = 2;

/** Whether two rows are known to be different ones in spite of their ids: by their names, else by all else that is known of both. */
function areStrangers(
  [a, b]: readonly [number, number],
  name: readonly string[],
  facts: readonly ((row: number) => string | number)[],
): boolean {
  const names = [a, b].map((row) => folded(name[row] ?? ''));
  if (names.every((one) => one !== '')) return !areNamesAlike(names[0]!, names[1]!);
  const known = facts.map((of) => [of(a), of(b)]).filter((pair) => !pair.includes(''));
  return known.length >= ENOUGH && known.every(([one, other]) => one !== other);
}

/** "Bakery Ott" and "Bakery Ott Ltd" are one, and so is what differs by a slip. */
const areNamesAlike = (one: string, other: string): boolean =>
  one.includes(other) ||
  other.includes(one) ||
  slips(one.slice(0, LONGEST), other.slice(0, LONGEST)) <= MOST_SLIPS;
const MOST_SLIPS = 2;
/** Letters of a name that are compared. */
const LONGEST = 100;

const company = (id: string) =>
  sellers('A customer twice').replace('id: c2', `id: "${id}"`).replace('id: c1', 'id: "9000"');

export const nearDuplicateId = defineRule({
  id: 'near-duplicate-id',
  about: 'data',
  severity: 'warning',
  summary: 'Ids differ only by leading zeros or by case.',
  why: {
    text: 'A spreadsheet drops the zeros at the start of a number, and systems differ in case: the same person or customer then stands twice, each with a part of the lines and the work.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company('00009000'), good: company('00009001') },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    const { people, customers, relationships, unitOf } = organisation;
    const owner = (row: number) =>
      relationships.start[row] === relationships.start[row + 1]
        ? ''
        : relationships.seat[relationships.start[row]!]!;
    const kinds = [
      {
        one: 'person',
        many: 'people',
        of: people,
        show: view.person,
        facts: [(row: number) => people.title[row]!, (row: number) => (unitOf[row]! < 0 ? '' : unitOf[row]!)],
      },
      {
        one: 'customer',
        many: 'customers',
        of: customers,
        show: (row: number) => quoted(customers.id[row]!),
        facts: [
          owner,
          ...customers.attributes.map(
            ({ codes }) =>
              (row: number) =>
                codes[row]! < 0 ? '' : codes[row]!,
          ),
        ],
      },
    ];
    for (const { one, many, of, show, facts } of kinds) {
      const groups = sharedKeys(of.id)
        .map(([first, ...others]) => [
          first!,
          ...others.filter((other) => !areStrangers([first!, other], of.name, facts)),
        ])
        .filter((rows) => rows.length > 1);
      const [first] = groups;
      if (first === undefined) continue;
      yield {
        message: `${counted(groups.length, `${one} is probably there twice, under ids that differ`, `${many} are probably there twice, under ids that differ`)} only by leading zeros or by case.`,
        count: groups.length,
        examples: examplesOf(
          groups,
          (rows) =>
            `${allOf(rows.slice(0, MOST_IDS).map(show))}${rows.length > MOST_IDS ? ' …' : ''} are probably the same`,
        ),
        entity: { kind: many, id: organisation.name },
        at: of.origin(first[1]!),
      };
    }
  },
});
