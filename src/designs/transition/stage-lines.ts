import { findCycles, type Line, packLines, primaryLine } from '../../model/lines.ts';
import type { Index, Lines, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';

/**
 * The reporting lines of a stage: of those who have changed as the design has them, of the others as today. Where the two
 * together would close a circle, who has not changed yet and is in it takes the line of the design early; the design has
 * no circles, so that ends. Linear, times the number of rounds, of which there are seldom any.
 *
 * @param seats - Seats of the design that are there, today's first; @param hasChanged - by index in the stage.
 */
export function stageLines(
  before: Organisation,
  design: Organisation,
  seats: readonly Index[],
  hasChanged: (seat: Index) => boolean,
): Lines {
  const today = before.people.count;
  const place = new Int32Array(design.people.count).fill(-1);
  seats.forEach((seat, at) => {
    place[seat] = at;
  });
  const { boss: above } = treeOf(design);
  /** A seat that is not there yet is passed over. */
  const present = (seat: Index): Index => {
    let at = seat;
    while (at >= 0 && place[at]! < 0) at = above[at]!;
    return at < 0 ? -1 : place[at]!;
  };
  const changed = Uint8Array.from(seats, (_, at) => (at >= today || hasChanged(at) ? 1 : 0));
  const linesOf = (at: Index): readonly Line[] => {
    const [{ lines }, seat] = changed[at] === 1 ? [design, seats[at]!] : [before, at];
    const found: Line[] = [];
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      const boss = changed[at] === 1 ? present(lines.boss[k]!) : lines.boss[k]!;
      if (boss >= 0) found.push({ boss, dotted: lines.dotted[k] === 1, weight: lines.weight[k]! });
    }
    return found;
  };
  for (;;) {
    const packed = packLines(seats.length, linesOf);
    const cycles = findCycles(seats.length, (at) => {
      const line = primaryLine(packed, at);
      return line < 0 ? -1 : packed.boss[line]!;
    });
    if (cycles.length === 0) return packed;
    for (const cycle of cycles) for (const at of cycle) changed[at] = 1;
  }
}
