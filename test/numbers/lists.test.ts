import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lists } from '../../src/numbers/lists.ts';

it('a list has one number, and no other list has it', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(40), { maxLength: 4 }), { maxLength: 300 }), (all) => {
      const lists = new Lists();
      const byNumber = new Map<number, readonly number[]>();
      for (const list of [...all, ...all]) {
        const number = lists.of(list);
        expect(byNumber.get(number) ?? list).toEqual(list);
        byNumber.set(number, list);
        expect(lists.values(number)).toEqual(list);
      }
      expect(byNumber.size).toBe(new Set(all.map(String)).size);
    }),
    { numRuns: 50 },
  ));
