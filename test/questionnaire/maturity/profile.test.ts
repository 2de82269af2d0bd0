import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  components,
  conditions,
  levels,
  profileOf,
  shareInPlace,
  standingOf,
  tally,
} from '../../../src/questionnaire/maturity/profile.ts';
import { ANSWERS, PRACTICES } from '../../../src/schema/input/practices.ts';
import { answering } from './answering.ts';

const standing = (yes: number, partly: number, no: number, unknown: number) =>
  standingOf({ yes, partly, no, unknown });

describe('where a heading stands', () => {
  test.each([
    [6, 0, 0, 3, 'largely-in-place', 'two thirds yes, one third unknown'],
    [4, 4, 1, 0, 'largely-in-place', 'partly counts a half'],
    [4, 3, 2, 0, 'in-part', 'a half short of two thirds'],
    [6, 0, 0, 4, 'in-part', 'too much is unknown to be sure'],
    [3, 0, 0, 3, 'in-part', 'half unknown is not mostly unknown'],
    [2, 0, 0, 3, 'unknown', 'mostly unknown, whatever the rest'],
    [0, 0, 3, 3, 'not-in-place', 'nothing of what is known is there'],
    [0, 1, 9, 0, 'in-part', 'one thing is there in part'],
    [0, 0, 0, 1, 'unknown', 'nothing is known'],
    [0, 0, 0, 0, 'unknown', 'there is nothing'],
  ])('%i yes, %i partly, %i no, %i unknown: %s (%s)', (yes, partly, no, unknown, wanted) => {
    expect(standing(yes, partly, no, unknown)).toBe(wanted);
  });

  test('never falls when an answer gets better', () => {
    const order = ['not-in-place', 'in-part', 'largely-in-place'];
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(9),
        (yes, partly, no, unknown) => {
          const [before, after] = [
            standing(yes, partly, no, unknown),
            standing(yes + 1, partly, no - 1, unknown),
          ];
          expect(before === 'unknown').toBe(after === 'unknown');
          expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
        },
      ),
    );
  });
});

test('what is in place is a share of what is known', () => {
  expect(shareInPlace({ yes: 1, partly: 1, no: 2, unknown: 5 })).toBe(0.375);
  expect(shareInPlace({ yes: 0, partly: 0, no: 0, unknown: 5 })).toBeNaN();
});

describe('the profile', () => {
  test('counts every item of a heading once, whatever is answered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ANSWERS), { minLength: PRACTICES.length, maxLength: PRACTICES.length }),
        (given) => {
          const answers = answering(Object.fromEntries(PRACTICES.map(({ id }, at) => [id, given[at]])));
          const profile = profileOf(answers, [...levels, ...components, ...conditions]);
          for (const { items, counts } of profile) {
            expect(counts.yes + counts.partly + counts.no + counts.unknown).toBe(items.length);
            expect(counts).toEqual(
              tally(
                answers,
                PRACTICES.map(({ id }) => id).filter((id) => items.includes(id)),
              ),
            );
          }
        },
      ),
    );
  });

  test('has the three levels, eight components and four conditions, none of them empty', () => {
    expect(levels.map(({ items }) => items.length)).toEqual([12, 11, 11]);
    expect(components.map(({ id, items }) => `${id} ${items.length}`)).toEqual([
      'information 1',
      'solutions 1',
      'segments 1',
      'personalisation 1',
      'metrics 3',
      'communications 4',
      'sales 2',
      'tools 2',
    ]);
    expect(conditions.map(({ items }) => items.length)).toEqual([2, 1, 2, 1]);
  });
});
