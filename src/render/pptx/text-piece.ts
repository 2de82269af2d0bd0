import { whole } from '../../base/figures.ts';
import { type Inline, type Item, type List, plainText, spansOf, type Tone } from '../block.ts';
import { ACCENT, type Colour, INK, type Paragraph, plain, type Run, SOFT, WALL } from './element.ts';
import { cutTo, heightOf } from './measured.ts';
import { type Piece, sized } from './piece.ts';

/** Points of what is read, of a heading within a page. */
const TEXT = 14;
const HEADING = 14;
/** Lines of one paragraph; a page is no book. */
const MOST_LINES = 12;
/** Of what an item counts. */
const MOST_MEMBERS = 24;

export const TONES: Partial<Record<Tone, Omit<Run, 'text'>>> = {
  good: { colour: ACCENT },
  best: { colour: ACCENT, bold: true },
  bad: { colour: WALL },
  worst: { colour: WALL, bold: true },
  warning: { colour: WALL },
  dim: { colour: SOFT },
  strong: { bold: true },
  emphasis: { italic: true },
  key: { code: true },
};

/** A text as runs; one of a single tone keeps it, one that is cut loses those of its parts. */
export function runsOf(content: Inline, width: number, size: number, lines = MOST_LINES): Run[] {
  const all = plainText(content);
  const shown = cutTo(all, width, size, lines);
  const spans = spansOf(content);
  if (shown !== all && spans.length > 1) return [{ text: shown, colour: INK }];
  return spans.map((span) =>
    typeof span === 'string'
      ? { text: spans.length === 1 ? shown : span, colour: INK }
      : { colour: INK, ...TONES[span.tone], text: spans.length === 1 ? shown : span.text },
  );
}

/** Paragraphs in one box, which may be divided between any two. */
export function paragraphsPiece(
  paragraphs: readonly Paragraph[],
  width: number,
  before: number,
  name = 'Text',
): Piece {
  return {
    before,
    height: heightOf(paragraphs, width),
    place: (box) => [{ kind: 'shape', name, box, paragraphs }],
    divide(height) {
      let count = 0;
      while (count < paragraphs.length && heightOf(paragraphs.slice(0, count + 1), width) <= height) count++;
      if (count === 0 || count === paragraphs.length) return undefined;
      return [
        paragraphsPiece(paragraphs.slice(0, count), width, before, name),
        paragraphsPiece(paragraphs.slice(count), width, before, name),
      ];
    },
  };
}

export const textPiece = (content: Inline, width: number, scale: number, size = TEXT): Piece => {
  const points = sized(size, scale);
  return paragraphsPiece([{ runs: runsOf(content, width, points), size: points }], width, 8);
};

export const headingPiece = (content: Inline, width: number, scale: number): Piece => {
  const size = sized(HEADING, scale);
  const text = cutTo(plainText(content), width, size, 2, true);
  return {
    ...paragraphsPiece([plain(text, size, { bold: true, colour: INK })], width, 12, 'Heading'),
    leads: true,
  };
};

/** What an item says, with what it counts. */
export function itemText({ text, members = [], done }: Item): Inline {
  const box = done === undefined ? '' : done ? '☑ ' : '☐ ';
  const shown = members.slice(0, MOST_MEMBERS);
  const more = members.length - shown.length;
  const further =
    shown.length === 0 ? '' : `: ${shown.join(', ')}${more > 0 ? ` and ${whole(more)} more` : ''}`;
  return box === '' && further === '' ? text : [box, ...spansOf(text), further];
}

/** Items below each other, each with its notes. */
export function listPieces({ title, items, ordered }: List, width: number, scale: number): Piece[] {
  const size = sized(TEXT - 1, scale);
  const below = sized(TEXT - 2, scale);
  const note = (text: Inline): Paragraph => ({
    runs: runsOf(text, width - 30, below).map(
      (run): Run => ({ ...run, colour: (run.colour === INK ? SOFT : run.colour) as Colour }),
    ),
    size: below,
    indent: 30,
    bullet: 'dot',
    before: 1,
  });
  const paragraphs = items.flatMap((item, at): Paragraph[] => [
    {
      runs: runsOf(itemText(item), width - 18, size),
      size,
      indent: 18,
      bullet: ordered ? at + 1 : 'dot',
      before: at === 0 ? 0 : 4,
    },
    ...(item.notes ?? []).map(({ text }) => note(text)),
  ]);
  return [
    ...(title === undefined ? [] : [headingPiece(title, width, scale)]),
    ...(paragraphs.length === 0
      ? []
      : [paragraphsPiece(paragraphs, width, title === undefined ? 8 : 4, 'List')]),
  ];
}
