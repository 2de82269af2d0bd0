import { expect, it } from 'vitest';
import { personWriter } from '../../src/documents/with-people.ts';
import type { People } from '../../src/model/organisation.ts';

const people = { id: ['2', 'p7'], name: ['Ann Stone', ''] } as unknown as People;

it('says of a number that it is a person, unless it stands alone, as an id does', () => {
  const write = personWriter(people, false);
  expect(write('only {person:2} can')).toBe('only person 2 can');
  expect(write('{person:2} and {person:p7} lead')).toBe('Person 2 and p7 lead');
  expect(write('{person:2}')).toBe('2');
  expect(personWriter(people, true)('only {person:2} can')).toBe('only Ann Stone can');
});
