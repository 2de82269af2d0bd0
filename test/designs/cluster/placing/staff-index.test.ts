import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StaffIndex } from '../../../../src/designs/cluster/placing/staff-index.ts';
import { runs } from '../../../support/runs.ts';

const GROUPS = 3;
const AREAS = 2;

/** People with a post, a group, the group of their manager (−1: none), a location (−1: none), and known there or not. */
const anyStaff = fc.array(
  fc.record({
    post: fc.nat(1),
    group: fc.nat(GROUPS - 1),
    wish: fc.integer({ min: -1, max: GROUPS - 1 }),
    area: fc.integer({ min: -1, max: AREAS - 1 }),
    known: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('people for an exchange', () => {
  it('are found each once, who costs least first, until nobody is left', () =>
    fc.assert(
      fc.property(anyStaff, fc.boolean(), fc.boolean(), (staff, anyone, anywhere) => {
        // Managers come behind the staff, one for each group.
        const boss = Int32Array.from(staff, ({ wish }) => (wish < 0 ? -1 : staff.length + wish));
        const index = new StaffIndex(
          {
            groupOf: Int32Array.from([...staff.map(({ group }) => group), ...Array(GROUPS).keys()]),
            boss,
            postOf: Int32Array.from(staff, ({ post }) => post),
            area: Int32Array.from(staff, ({ area }) => area),
            isKnown: (seat) => staff[seat]!.known,
          },
          GROUPS,
          AREAS,
        );
        for (const seat of staff.keys()) index.put(seat);
        const [from, to] = [0, 1];
        const allowed = (area: number) => anywhere || area !== 0;
        const tier = ({ wish, known }: (typeof staff)[number]) =>
          ['1 false', '2 false', '1 true', '0 false', '2 true', '0 true'].indexOf(
            `${wish === to ? 1 : wish === from ? 0 : 2} ${known}`,
          );
        index.begin();
        for (const post of [0, 1]) {
          const found: number[] = [];
          for (;;) {
            const seat = index.find({ post, group: from, to }, anyone, allowed, (one) => found.includes(one));
            if (seat < 0) break;
            found.push(seat);
          }
          const mayGo = [...staff.keys()].filter((seat) => {
            const { post: own, group, area, wish } = staff[seat]!;
            return own === post && group === from && allowed(area) && (anyone || wish !== from);
          });
          expect([...found].sort((a, b) => a - b)).toEqual(mayGo);
          const tiers = found.map((seat) => tier(staff[seat]!));
          expect(tiers).toEqual([...tiers].sort((a, b) => a - b));
        }
        // Only who could have been taken by somebody else may be left.
        const inGroup = staff.filter(({ group }) => group === from);
        if (anyone && anywhere) expect(index.hasNobody(from)).toBe(true);
        else if (!anyone && inGroup.length > 0) expect(index.hasNobody(from)).toBe(false);
      }),
      { numRuns: runs(100) },
    ));
});
