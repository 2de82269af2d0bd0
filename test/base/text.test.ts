import { describe, expect, test } from 'vitest';
import { misspelt, quotedStranger } from '../../src/base/text.ts';

const OFFERING = ['goods', 'technology', 'services', 'projects'];

describe('of a few choices one is offered', () => {
  test.each([
    ['projcets', 'projects'],
    ['service', 'services'],
    ['Goods', 'goods'],
    ['tecnologi', undefined],
    ['tecnologgy', 'technology'],
  ])('for %s: %s', (word, meant) =>
    expect(misspelt(word, OFFERING)).toBe(meant === undefined ? undefined : `Did you mean "${meant}"?`),
  );

  test.each([
    ['products', OFFERING],
    ['hardware', OFFERING],
    ['b2', ['b2b', 'b2c', 'mixed']],
    ['fair', ['good', 'mixed', 'poor']],
    ['maybe', ['yes', 'partly', 'no', 'unknown']],
    ['', OFFERING],
  ])('never for %j, which has a meaning of its own or fits two', (word, choices) =>
    expect(misspelt(word, choices)).toBeUndefined(),
  );
});

test('an id that nobody has is told whole, a name or an address in its place by its first letters', () => {
  expect(quotedStranger('p77')).toBe('"p77"');
  expect(quotedStranger('00-7.b')).toBe('"00-7.b"');
  expect(quotedStranger('Zed Zoo')).toBe('"Z. Z."');
  expect(quotedStranger('Zoo, Zoë')).toBe('"Z., Z."');
  expect(quotedStranger('zoe.zoo@acme.com')).toBe('"z.@a."');
});
