import { expect, test } from 'vitest';
import { matchFindings } from '../../../src/rules/finding.ts';

const finding = (rule: string, id: string, message = '') => ({ rule, entity: { kind: 'unit', id }, message });

test('the same rule on the same entity is the same finding, whatever it says', () => {
  const [a, b, c] = [finding('r', '1', 'now 3'), finding('r', '2'), finding('s', '1')];
  expect(matchFindings([a, b], [finding('r', '1', 'now 4'), c])).toEqual({ new: [c], gone: [b], kept: 1 });
});

test('another kind of entity with the same id is another finding', () => {
  const person = { ...finding('r', '1'), entity: { kind: 'person', id: '1' } };
  expect(matchFindings([finding('r', '1')], [person]).new).toEqual([person]);
});

test('of several with one cause as many are kept as both have, the first ones', () => {
  const [one, two, three] = ['x', 'y', 'z'].map((message) => finding('r', '1', message));
  expect(matchFindings([one!, two!, three!], [two!])).toEqual({ new: [], gone: [two, three], kept: 1 });
  expect(matchFindings([two!], [one!, two!, three!])).toEqual({ new: [two, three], gone: [], kept: 1 });
});
