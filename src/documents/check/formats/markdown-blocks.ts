import { whole } from '../../../base/figures.ts';
import { inHtml } from '../../../render/markdown-text.ts';

/** Lines that stand together; those between first and last may be cut. */
export interface Block {
  readonly first: readonly string[];
  readonly items: readonly string[];
  readonly last: readonly string[];
}

export const listBlock = (
  first: readonly string[],
  items: readonly string[],
  last: readonly string[],
): Block => ({ first, items, last });

/** What a reader may open; the empty lines make Markdown of what is inside. */
export const foldedBlock = (title: string, items: readonly string[]): Block => ({
  first: ['<details>', `<summary>${inHtml(title)}</summary>`, ''],
  items,
  last: ['', '</details>'],
});

const encoder = new TextEncoder();
const bytes = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + encoder.encode(line).length + 1, 0);

/** What says that lines are left out, with the empty lines around it. */
const ROOM_FOR_NOTE = 60;

/**
 * The blocks with an empty line between them, in at most so many bytes: items that would go beyond are counted instead, and
 * blocks of which not even the frame fits are left out.
 */
export function withinBytes(blocks: readonly Block[], most: number): string {
  const parts: string[] = [];
  let room = most - ROOM_FOR_NOTE;
  let leftOut = 0;
  for (const { first, items, last } of blocks) {
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
    parts.push([...first, ...shown, ...note, ...last].join('\n'));
  }
  return `${[...parts, ...(leftOut === 0 ? [] : [`${leftOut} more parts are left out.`])].join('\n\n')}\n`;
}
