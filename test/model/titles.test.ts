import { expect, test } from 'vitest';
import { isInsight } from '../../src/model/insight-seats.ts';
import { titleMapper } from '../../src/model/titles.ts';
import { organisationOf } from '../support/organisations.ts';

const capabilityOf = titleMapper({});

test.each([
  ['Customer Insight Analyst', 'customer-insight'],
  ['Head of Customer Analytics', 'customer-insight'],
  ['Customer Data Scientist', 'customer-insight'],
  ['Voice of the Customer Lead', 'customer-insight'],
  ['Market Researcher', 'market-research'],
  ['Market Insight Manager', 'market-research'],
  ['Customer Database Administrator', 'information-technology'],
  ['Customer Service Agent', 'support'],
  ['Customer Success Manager', 'account-management'],
])('%s is %s', (title, expected) => expect(capabilityOf(title, '')).toBe(expected));

test('a file can say that its customer insight is market research, as Jameane would have it', () => {
  const own = titleMapper({ 'market-research': { titles: ['Customer Insight Analyst'] } });
  expect(own('customer insight analyst', '')).toBe('market-research');
});

test('customer insight stays outside phases and customer groups, and counts as insight', async () => {
  const { people, capabilities, ...rest } = await organisationOf({
    version: 1,
    name: 'Insight',
    people: [
      { id: 'top', title: 'Chief Executive Officer' },
      { id: 'i1', title: 'Customer Insight Manager', manager: 'top' },
    ],
  });
  const at = people.id.indexOf('i1');
  expect(capabilities[people.capability[at]!]).toMatchObject({ id: 'customer-insight', role: 'enabling' });
  expect(isInsight({ people, capabilities, ...rest }, at)).toBe(true);
});
