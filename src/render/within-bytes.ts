import { whole } from '../base/figures.ts';

/** Lines that stand together; those between first and last may be cut. */
export interface LinePart {
  readonly first: readonly string[];
  readonly items: readonly string[];
  readonly last: readonly string[];
}

const encoder = new TextEncoder();
const bytes = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + encoder.encode(line).length + 1, 0);

/** What says that lines are left out, with the empty lines around it. */
const ROOM_FOR_NOTE = 60;

const joined = (parts: readonly (readonly string[])[]): string =>
  `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;

/**
 * The parts with an empty line between them, in at most so many bytes: items that would go beyond are counted instead, and
 * parts of which not even the frame fits are left out.
 */
export function withinBytes(parts: readonly LinePart[], most = Number.POSITIVE_INFINITY): string {
  if (most === Number.POSITIVE_INFINITY)
    return joined(parts.map(({ first, items, last }) => [...first, ...items, ...last]));
  const shownParts: string[][] = [];
  let room = most - ROOM_FOR_NOTE;
  let leftOut = 0;
  for (const { first, items, last } of parts) {
    const frame = bytes([...first, ...last]) + 1 + ROOM_FOR_NOTE;
    if (frame > room) {
      leftOut++;
      continue;
    }
    room -= frame;
    const shown: string[] = [];
    for (const item of items) {
      const length = bytes([item]);
      if (length > room) break;
      room -= length;
      shown.push(item);
    }
    const left = items.length - shown.length;
    const note = left === 0 ? [] : [...(shown.length === 0 ? [] : ['']), `And ${whole(left)} more.`];
    shownParts.push([...first, ...shown, ...note, ...last]);
  }
  if (leftOut > 0) shownParts.push([`${leftOut} more parts are left out.`]);
  return joined(shownParts);
}
