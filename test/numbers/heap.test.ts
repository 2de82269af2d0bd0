import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pop, push } from '../../src/numbers/heap.ts';
import { firstFrom } from '../../src/numbers/sorted.ts';

it('a heap gives its numbers from the smallest on', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.array(fc.integer()), (first, later) => {
      const heap: number[] = [];
      for (const value of first) push(heap, value);
      pop(heap);
      for (const value of later) push(heap, value);
      const rest = [...first.sort((a, b) => a - b).slice(1), ...later].sort((a, b) => a - b);
      for (const value of rest) {
        expect(heap[0]).toBe(value);
        pop(heap);
      }
      expect(heap).toEqual([]);
    }),
  ));

it('the place of a number among ascending ones is after all that are smaller', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: -1, max: 10 }), (all, least) => {
      const ascending = all.sort((a, b) => a - b);
      expect(firstFrom(ascending, least)).toBe(ascending.filter((value) => value < least).length);
    }),
  ));
