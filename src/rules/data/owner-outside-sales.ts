import { counted } from '../../base/text.ts';
import { listed } from '../../model/listed.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** Capabilities of those who are expected to own accounts. */
const OWNERS = ['sales', 'account-management', 'leadership'];

const company = (owner: string) =>
  sellers('An accountant with an account', { customer: `, owner: ${owner}` })
    .replace('id: s3, title: Sales Executive', 'id: s3, title: Account Manager')
    .replace('id: s4, title: Sales Executive', 'id: s4, title: Accountant')
    .replace('revenue: 2000', 'revenue: 2000, owner: s3');

export const ownerOutsideSales = defineRule({
  id: 'owner-outside-sales',
  about: 'data',
  validateOnly: true,
  severity: 'note',
  summary: 'Customers are owned by people who neither sell nor manage accounts.',
  why: {
    text: 'An owner is taken to hold account management as a second skill. Where the owner is an accountant or an engineer, either the column is of somebody else, such as who entered the record, or the skill is wrong.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company('s4'), good: company('s3') },
  *check(view) {
    const { organisation } = view;
    const { people, capabilities, owners } = organisation;
    // What could not be mapped is told as such.
    const outside = listed(owners ?? [], people).filter((seat) => {
      const id = capabilities[people.capability[seat]!]?.id;
      return id !== undefined && !OWNERS.includes(id);
    });
    const [first] = outside;
    if (first === undefined) return;
    yield {
      message: `${counted(outside.length, 'person who owns', 'people who own')} customers neither ${outside.length === 1 ? 'sells' : 'sell'}, nor ${outside.length === 1 ? 'manages' : 'manage'} accounts, nor ${outside.length === 1 ? 'leads' : 'lead'} the company.`,
      count: outside.length,
      examples: examplesOf(
        outside,
        (seat) => `${view.person(seat)}: ${capabilities[people.capability[seat]!]!.name}`,
      ),
      at: people.origin(first),
    };
  },
});
