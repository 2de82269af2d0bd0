import { allOf, counted, quoted } from '../../base/text.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { sharedKeys } from './similar-ids.ts';

/** Ids of one group that are shown; a group is mostly two. */
const MOST_IDS = 4;

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
    const { people, customers } = organisation;
    const kinds = [
      { one: 'person', many: 'people', of: people, show: view.person },
      {
        one: 'customer',
        many: 'customers',
        of: customers,
        show: (row: number) => quoted(customers.id[row]!),
      },
    ];
    for (const { one, many, of, show } of kinds) {
      const groups = sharedKeys(of.id);
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
