import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import type { Spots } from '../../model/spots.ts';
import type { ReportingTree } from '../../model/tree.ts';
import { indexIn } from '../../numbers/sorted.ts';

/** People of a pool who sit in one spot at one depth, and so are alike but for who they are. */
interface PoolSpots {
  readonly spot: Int32Array;
  /** One of them. */
  readonly seat: Int32Array;
  /** Chance that the pool draws one of them. */
  readonly share: Float64Array;
}

/** The people of a pool by spot and depth: the same wherever the chart is cut, so found once. Linear in the pool. */
export const spotsOfPool = memo((pool: Pool, spots: Spots, { depth }: ReportingTree): PoolSpots => {
  const at = new Map<number, number>();
  const spot: number[] = [];
  const seat: Index[] = [];
  const share: number[] = [];
  for (let k = 0; k < pool.seats.length; k++) {
    const one = pool.seats[k]!;
    const key = depth[one]! * spots.count + spots.of[one]!;
    const index = at.get(key);
    if (index !== undefined) {
      share[index]! += pool.share[k]!;
      continue;
    }
    at.set(key, spot.length);
    spot.push(spots.of[one]!);
    seat.push(one);
    share.push(pool.share[k]!);
  }
  return {
    spot: Int32Array.from(spot),
    seat: Int32Array.from(seat),
    share: Float64Array.from(share),
  };
});

/** Who is in both of two pools: the same wherever the chart is cut. */
export const inBoth = memo((small: Pool, large: Pool): readonly Index[] =>
  small.seats.filter((seat) => indexIn(large.seats, seat) >= 0),
);
