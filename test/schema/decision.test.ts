import { describe, expect, test } from 'vitest';
import { load, problemsOf } from './load-memory.ts';

const HEAD = 'version: 1\nname: Acme\npeople: [{ id: p1 }]\n';
const messagesOf = async (yaml: string) =>
  (await problemsOf(HEAD + yaml)).map(({ message, at }) => `${at?.line}:${at?.column} ${message}`);

test('keys at the top that begin with x- are a place for anchors, whatever is in them', async () => {
  const { input, people } = await load(
    'version: 1\nname: Acme\nx-seller: &seller { title: Sales Representative, fte: 0.5 }\nx-other: [1, { deep: [yes] }]\npeople:\n  - { id: p1, <<: *seller }\n',
  );
  expect(people.title).toEqual(['Sales Representative']);
  expect(people.fte[0]).toBe(0.5);
  expect(Object.keys(input).filter((key) => key.startsWith('x-'))).toEqual([]);
});

test('keys that begin with x- further down are unknown ones', async () => {
  expect(await messagesOf('context: { x-note: a }\n')).toEqual(['4:12 Unknown key "x-note" in context.']);
});

describe('criteria', () => {
  test('keep weights, endpoints, and who agreed when', async () => {
    const yaml =
      'criteria: { agreedBy: Board, agreedOn: 2026-10-01, list: [{ measure: silos.count, weight: 2, worst: 5, best: 1 }] }\n';
    expect((await load(HEAD + yaml)).input.criteria).toEqual({
      agreedBy: 'Board',
      agreedOn: '2026-10-01',
      list: [{ measure: 'silos.count', weight: 2, worst: 5, best: 1 }],
    });
  });

  test.each([
    [
      '[{ measure: a, weight: 1 }, { measure: b, rank: 1 }]',
      'criteria: expected weights or ranks, not both.',
    ],
    [
      '[{ measure: a, weight: 1 }, { measure: b }]',
      'criteria: expected a weight, or a rank, for every criterion or for none.',
    ],
    ['[{ measure: a, weight: 0 }, { measure: b, weight: 0 }]', 'criteria: all weights are 0.'],
    [
      '[{ measure: a, weight: -1 }]',
      'criteria.list.weight: expected a number of at least 0, found the number -1.',
    ],
    ['[{ measure: a, worst: 3, best: 3 }]', 'criteria: worst and best are the same figure.'],
    ['[{ measure: a }, { id: a, measure: b }]', 'The id "a" is given twice among the criteria'],
    [
      '[{ measure: a, rank: 1 }, { measure: b, rank: 1 }]',
      'criteria: two have rank 1, and an order has no ties',
    ],
  ])('%s are refused', async (list, message) => {
    const [problem] = await messagesOf(`criteria: { list: ${list} }\n`);
    expect(problem).toContain(message);
  });
});

test('a stage of the funnel cannot hold more than the one before', async () => {
  expect(
    await messagesOf(
      'funnel: { prospects: 10, won: 11, segments: [{ where: { a: b }, qualified: 2, won: 3 }] }\n',
    ),
  ).toEqual([
    '4:31 funnel: more are won than prospects.',
    '4:57 funnel.segments.where: "a" is not an attribute.',
    '4:84 funnel: more are won than qualified.',
  ]);
});

test('initiatives have one id each and a kind, and serve customers who are there', async () => {
  const problems = await messagesOf(
    'initiatives:\n  - { id: a, kind: customer, serves: [c9] }\n  - { id: a, kind: operational, effect: { retention: 0.02 } }\n',
  );
  expect(problems).toEqual([
    '5:39 initiatives.serves: "c9" is not a customer.',
    expect.stringContaining('6:11 The id "a" is given twice among the initiatives'),
  ]);
  expect(await messagesOf('initiatives: [{ id: a, kind: both }]\n')).toEqual([
    expect.stringContaining('initiatives.kind: expected "customer", "operational" or "reorganisation"'),
  ]);
});

test('a specialism is of a capability that is none itself', async () => {
  const problems = await messagesOf(
    'capabilities:\n  a: { of: sales }\n  b: { of: a }\n  c: { of: pre-sales }\n  d: { of: d }\n  e: { of: sails }\n',
  );
  expect(problems).toEqual([
    '6:12 capabilities: "b" cannot be of "a", which is a specialism of "sales".',
    '7:12 capabilities: "c" cannot be of "pre-sales", which is a specialism of "sales".',
    '8:12 capabilities: "d" cannot be of "d", which is itself.',
    '9:12 capabilities.e.of: "sails" is not a capability.',
  ]);
});
