import type { Box, Element } from './element.ts';

/** Points of letters; nothing is smaller than the least. */
export const LEAST = 10;
export const sized = (size: number, scale: number): number =>
  Math.max(LEAST, Math.round(size * scale * 2) / 2);

/** Something of a page that is placed as a whole, below what stands before it. */
export interface Piece {
  /** Points that it needs. */
  readonly height: number;
  /** What it can make use of beyond that. */
  readonly most?: number;
  /** Points between it and what stands before it. */
  readonly before: number;
  /** Whether it leads to the next, and never stands last. */
  readonly leads?: true;
  /** Where its figures are from, where it is a figure; '' where it is one and does not say. */
  readonly source?: string;
  place(box: Box): readonly Element[];
  /** Two of it, the first no higher than asked; undefined where it cannot be divided so. */
  divide?(height: number): readonly [Piece, Piece] | undefined;
}

/** Pieces in the order of a page as far as there is room, and those that are left. */
export function filled(
  pieces: readonly Piece[],
  room: number,
): { readonly page: Piece[]; readonly rest: Piece[] } {
  const page: Piece[] = [];
  const rest = [...pieces];
  let left = room;
  while (rest.length > 0) {
    const piece = rest[0]!;
    const before = page.length === 0 ? 0 : piece.before;
    if (before + piece.height <= left + 0.01) {
      page.push(piece);
      rest.shift();
      left -= before + piece.height;
      continue;
    }
    const divided = piece.divide?.(left - before);
    if (divided !== undefined) {
      page.push(divided[0]);
      rest[0] = divided[1];
    } else if (page.every(({ leads }) => leads)) {
      // Higher than any page, and not to be divided: as much of it as there is room for.
      page.push({ ...piece, height: Math.max(0, left - before) });
      rest.shift();
    }
    break;
  }
  // What leads to something goes with it.
  while (rest.length > 0 && page.at(-1)?.leads) rest.unshift(page.pop()!);
  return { page, rest };
}

/** Places pieces below each other; those that grow share what is left. */
export function stacked(pieces: readonly Piece[], { x, y, width, height }: Box): Element[] {
  const used = pieces.reduce((sum, piece, at) => sum + piece.height + (at === 0 ? 0 : piece.before), 0);
  const growing = pieces.filter(({ most, height: own }) => most !== undefined && most > own);
  let spare = Math.max(0, height - used);
  const more = new Map<Piece, number>();
  growing.forEach((piece, at) => {
    const share = Math.min(spare / (growing.length - at), piece.most! - piece.height);
    more.set(piece, share);
    spare -= share;
  });
  let down = y;
  return pieces.flatMap((piece, at): readonly Element[] => {
    if (at > 0) down += piece.before;
    const own = piece.height + (more.get(piece) ?? 0);
    const placed = piece.place({ x, y: down, width, height: own });
    down += own;
    return placed;
  });
}

/** Several as one. */
export const joined = (pieces: readonly Piece[]): Piece => {
  const heightBy = (of: (piece: Piece) => number): number =>
    pieces.reduce((sum, piece, at) => sum + of(piece) + (at === 0 ? 0 : piece.before), 0);
  const source = pieces.find((piece) => piece.source !== undefined)?.source;
  return {
    before: pieces[0]?.before ?? 0,
    height: heightBy(({ height }) => height),
    most: heightBy(({ height, most }) => most ?? height),
    ...(source === undefined ? {} : { source }),
    place: (box) => stacked(pieces, box),
  };
};
