import { type Box, type Element, kindColour, plain, SOFT } from './element.ts';
import { cutTo, widthOf } from './measured.ts';

const SIZE = 10;
const ROW = 16;

/** Names of kinds with their colours, in rows of what fits at the top of a box. */
export function legendOf(
  names: readonly string[],
  box: Box,
): { readonly elements: Element[]; readonly height: number } {
  if (names.length === 0) return { elements: [], height: 0 };
  let [x, row] = [0, 0];
  const elements = names.flatMap((name, nth): Element[] => {
    if (name === '') return [];
    const shown = cutTo(name, 200, SIZE);
    const wide = 14 + widthOf(shown, SIZE) + 14;
    if (x > 0 && x + wide > box.width) [x, row] = [0, row + 1];
    const [left, top] = [box.x + x, box.y + row * ROW];
    x += wide;
    return [
      {
        kind: 'shape',
        name: 'Key',
        box: { x: left, y: top + 2, width: 9, height: 9 },
        fill: kindColour(nth),
        paragraphs: [],
      },
      {
        kind: 'shape',
        name: 'Key',
        box: { x: left + 13, y: top - 0.5, width: wide - 14, height: 14 },
        paragraphs: [plain(shown, SIZE, { colour: SOFT })],
      },
    ];
  });
  return { elements, height: (row + 1) * ROW + 6 };
}
