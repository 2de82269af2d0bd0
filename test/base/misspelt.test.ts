import { describe, expect, test } from 'vitest';
import { misspelt } from '../../src/base/text.ts';

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
