import { counted } from '../../base/text.ts';
import { firstListed, listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The assumption that makes account managers of those who own customers. */
const OWNERS = 'owners-manage-accounts';

export const essentialCapabilityMissing = defineRule({
  id: 'essential-capability-missing',
  about: 'data',
  severity: 'warning',
  summary: 'A skill that every cluster needs is nobody’s main work.',
  why: {
    text: 'Marketing, sales and account management are essential in every cluster. Where people have one of them beside their main work, that is what gives way when time is short.',
    source: 'Jackson; that a second skill gives way is a judgement',
  },
  examples: {
    bad: sellers('Accounts on the side', { seller: ', secondary: [account-management]' }),
    good: sellers('An account manager', { seller: ', secondary: [account-management]' }).replace(
      'id: s3, title: Sales Executive',
      'id: s3, title: Account Manager',
    ),
  },
  needs: ['capabilities'],
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { capabilities, people, assumptions } = view.organisation;
    const primary = new Set(people.capability);
    for (const [index, capability] of capabilities.entries()) {
      if (capability.role !== 'essential' || primary.has(index)) continue;
      const holders: Index[] = [];
      for (const [seat, list] of people.secondary) if (list.includes(index)) holders.push(seat);
      // What nobody has at all is told where customers need it.
      if (holders.length === 0) continue;
      const assumed =
        capability.id === 'account-management' && assumptions.some(({ id }) => id === OWNERS)
          ? ' That people who own customers do is assumed (owners-manage-accounts), not given.'
          : '';
      yield {
        message: `Nobody has ${capability.name} as the main skill; ${counted(holders.length, 'person holds', 'people hold')} it as a second one.${assumed}`,
        count: holders.length,
        examples: examplesOf(listed(holders, people), view.person),
        entity: { kind: 'capability', id: capability.id },
        at: people.origin(firstListed(holders, people)!),
      };
    }
  },
});
