import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, linesOf, packLines, relined } from '../../src/model/lines.ts';

const line = (count: number): fc.Arbitrary<Line> =>
  fc.record(
    {
      boss: fc.nat(count - 1),
      dotted: fc.boolean(),
      weight: fc.constantFrom(0.25, 0.5, 1),
      job: fc.nat(5),
    },
    { requiredKeys: ['boss', 'dotted', 'weight'] },
  );
const linesOfSeats = (count: number) =>
  fc.array(fc.array(line(count), { maxLength: 3 }), { minLength: count, maxLength: count });

test('lines of which some are drawn anew are those that all would be, written seat by seat', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }).chain((count) =>
        fc.tuple(
          linesOfSeats(count),
          // Seats that a design adds have no lines yet.
          fc.nat(3),
          fc.array(fc.tuple(fc.nat(count + 2), fc.array(line(count), { maxLength: 3 })), { maxLength: 4 }),
        ),
      ),
      ([own, added, drawn]) => {
        const count = own.length + added;
        const changed = new Map(drawn.filter(([seat]) => seat < count));
        const found = relined(
          packLines(own.length, (seat) => own[seat]!),
          count,
          changed,
        );
        const seats = [...Array(count).keys()];
        expect(found).toEqual(packLines(count, (seat) => changed.get(seat) ?? own[seat] ?? []));
        expect(seats.map((seat) => linesOf(found, seat))).toEqual(
          seats.map((seat) => changed.get(seat) ?? own[seat] ?? []),
        );
      },
    ),
    { numRuns: 200 },
  );
});
