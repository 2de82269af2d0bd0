import { describe, expect, test } from 'vitest';
import { pairs } from './pairs/index.ts';
import { outputsOf } from './pairs/pair.ts';

describe('of a computed claim one small company shows it, and another one does not', () => {
  test.each(pairs.map((pair) => [pair.claim, pair] as const))(
    '%s',
    async (_, { holds, not, reads, shows }) => {
      const read = [reads(await outputsOf(holds)), reads(await outputsOf(not))];
      expect(read).toEqual(shows);
      expect(read[0]).not.toEqual(read[1]);
    },
  );
});
