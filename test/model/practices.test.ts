import { expect, test } from 'vitest';
import { answerOf } from '../../src/model/practices.ts';
import { designOf, organisationOf } from '../support/organisations.ts';

const FILE = `version: 1
name: Acme
practices:
  crm-in-use: yes
  customer-council:
    answer: partly
    note: Only for large ones
  ecosystem: unknown
people:
  - { id: p1, title: Sales Manager }
  - { id: p2, title: Sales Manager, manager: p1 }
`;

test('an answer knows its note and its line; what is left out is unknown and stands nowhere', async () => {
  const organisation = await organisationOf(FILE);
  expect(answerOf(organisation, 'crm-in-use')).toMatchObject({ answer: 'yes' });
  const council = answerOf(organisation, 'customer-council');
  expect(council).toMatchObject({ answer: 'partly', note: 'Only for large ones' });
  expect(council.at!()).toEqual({ file: 'org.yaml', line: 6, column: 5 });
  expect(answerOf(organisation, 'ecosystem')).toMatchObject({ answer: 'unknown' });
  expect(answerOf(organisation, 'ecosystem').at!().line).toBe(8);
  expect(answerOf(organisation, 'one-message')).toEqual({ answer: 'unknown' });
  expect(organisation.practices.size).toBe(3);
});

test('a design has the answers of the company that it is of', async () => {
  const organisation = await organisationOf(FILE);
  const design = designOf('functional').apply(organisation).organisation!;
  expect(design.practices).toBe(organisation.practices);
  expect(design.placeOf(['practices', 'crm-in-use'])().line).toBe(4);
});
