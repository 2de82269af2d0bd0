import { whole } from '../../base/figures.ts';
import { type Block, type Inline, list, plainText, type Section, toneOf } from '../block.ts';
import { chartPieces } from './chart-piece.ts';
import { INK, plain, SOFT } from './element.ts';
import type { TextOn } from './native-chart.ts';
import { filled, type Piece, sized } from './piece.ts';
import { findingsPieces, labelledPieces, pairsPieces, tablePieces } from './table-piece.ts';
import { headingPiece, listPieces, paragraphsPiece, textPiece } from './text-piece.ts';

/** Pages that are shown; the others are looked up. */
export const MOST_PAGES = 18;
/** Pages of all that is looked up, and of one subject in it. */
const MOST_APPENDIX = 40;
const MOST_OF_ONE = 6;
/** What letters shrink by where a page would not hold its subject otherwise. */
const SCALES = [1, 0.9, 0.8, 0.72];

interface Room {
  readonly width: number;
  readonly height: number;
}

/** One page: what it says, what stands on it, and what is said of it. */
export interface SlidePlan {
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly sources: readonly string[];
  readonly notes: readonly string[];
  readonly appendix: boolean;
}

/** What is said of the whole: the name of what it is about, and pages for each subject. */
interface Plan {
  readonly name: string;
  readonly pages: readonly SlidePlan[];
}

interface Subject {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
  readonly source: string | undefined;
  readonly appendix: boolean;
}

const headingOf = ({ title, count }: Section): string => (count === undefined ? title : `${title}: ${count}`);

/** What stands before the first section: its first strong sentence is what it says, and else its title. */
function opening(blocks: readonly Block[]): {
  readonly name: string;
  readonly title: string;
  readonly blocks: Block[];
} {
  const flat = blocks.flatMap((block): readonly Block[] =>
    block.kind === 'together' ? block.blocks : [block],
  );
  const named = flat.find((block) => block.kind === 'title');
  const said = flat.find((block) => block.kind === 'text' && toneOf(block.text) === 'strong');
  const name = named?.kind === 'title' ? named.text : '';
  const title = said?.kind === 'text' ? plainText(said.text) : name;
  return { name, title, blocks: flat.filter((block) => block !== named && block !== said) };
}

/** Charts of shapes cannot be read off to the figure: the table that says the same is looked up. */
const twins = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'section') return block.folds ? [] : twins(block.blocks);
    if (block.kind === 'together') return twins(block.blocks);
    return block.kind === 'chart' && block.data.form === 'flows'
      ? [{ kind: 'section', title: block.title, blocks: [block.twin] }]
      : [];
  });

/** What of a section a page shows: what folds is looked up. */
const shownOf = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => !(block.kind === 'section' && block.folds));

/** What folds, pictures aside, of which there would be one for each unit. */
const foldedOf = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind !== 'section') return [];
    if (!block.folds) return foldedOf(block.blocks);
    return block.blocks.every(({ kind }) => kind === 'chart') ? [] : [{ ...block, folds: false }];
  });

const piecesOf = (
  blocks: readonly Block[],
  room: Room,
  scale: number,
  source: string,
  on: TextOn,
): Piece[] => {
  const { width } = room;
  const one = (block: Block): readonly Piece[] => {
    switch (block.kind) {
      case 'title':
        return [headingPiece(block.text, width, scale)];
      case 'facts':
        return block.facts.length === 0
          ? []
          : [textPiece({ text: block.facts.join(' · '), tone: 'dim' } satisfies Inline, width, scale, 13)];
      case 'pairs':
        return pairsPieces(block, width, scale);
      case 'text':
        return plainText(block.text) === '' ? [] : [textPiece(block.text, width, scale)];
      case 'list':
        return block.items.some(({ label }) => label !== undefined)
          ? [
              ...(block.title === undefined ? [] : [headingPiece(block.title, width, scale)]),
              ...labelledPieces(block.items, width, scale, block.title === undefined ? 8 : 3),
            ]
          : listPieces(block, width, scale);
      case 'table':
        return tablePieces(block, width, scale, source);
      case 'findings':
        return [
          ...(block.title === undefined ? [] : [headingPiece(block.title, width, scale)]),
          ...findingsPieces(block.findings, width, scale),
        ];
      case 'code': {
        const size = sized(11, scale);
        const lines = block.text.split('\n').map((line) => plain(line, size, { code: true, colour: INK }));
        return [paragraphsPiece(lines, width, 8, 'Code')];
      }
      case 'chart':
        return chartPieces(block, width, scale, on);
      case 'together':
        return piecesOf(block.blocks, room, scale, source, on);
      case 'section':
        return [
          headingPiece(headingOf(block), width, scale),
          ...piecesOf(shownOf(block.blocks), room, scale, block.source ?? source, on),
        ];
    }
  };
  return blocks.flatMap(one);
};

const pageOf = ({ title, notes, appendix }: Subject, pieces: readonly Piece[]): SlidePlan => ({
  title,
  pieces,
  sources: [
    ...new Set(pieces.flatMap(({ source }) => (source === undefined || source === '' ? [] : [source]))),
  ],
  notes,
  appendix,
});

/** Pages of one subject: one that is shown, with letters as large as it takes, and what is left of it. */
function paged(
  subject: Subject,
  room: Room,
  on: TextOn,
): { readonly first: SlidePlan; readonly rest: Piece[] } {
  let best: ReturnType<typeof filled> | undefined;
  for (const scale of SCALES) {
    best = filled(piecesOf(shownOf(subject.blocks), room, scale, subject.source ?? '', on), room.height);
    if (best.rest.length === 0) break;
  }
  return { first: pageOf(subject, best?.page ?? []), rest: best?.rest ?? [] };
}

/** Pages of what is left, up to a number of them; what is beyond is said. */
function following(subject: Subject, pieces: readonly Piece[], room: Room, most: number): SlidePlan[] {
  const pages: SlidePlan[] = [];
  let rest = [...pieces];
  while (rest.length > 0 && pages.length < most) {
    const last = pages.length === most - 1;
    const made = filled(rest, room.height - (last ? 24 : 0));
    if (made.page.length === 0) break;
    rest = made.rest;
    const beyond =
      last && rest.length > 0
        ? [
            paragraphsPiece(
              [
                plain('There is more of it than fits here; the other formats have all.', 11, {
                  colour: SOFT,
                }),
              ],
              room.width,
              8,
            ),
          ]
        : [];
    pages.push(pageOf(subject, [...made.page, ...beyond]));
  }
  return pages;
}

/** The same with letters that are smaller where that saves a page. */
function fewest(
  subject: Subject,
  pieces: (scale: number) => readonly Piece[],
  room: Room,
  most: number,
): SlidePlan[] {
  const [larger, smaller] = [SCALES[1]!, SCALES[2]!].map((scale) =>
    following(subject, pieces(scale), room, most),
  );
  return smaller!.length < larger!.length ? smaller! : larger!;
}

/**
 * A document as pages: each section one page with its title, at most eighteen of them; what a page does not hold, what folds and
 * what is only looked up stands behind them.
 */
export function planOf(blocks: readonly Block[], room: Room, on: TextOn): Plan {
  const start = blocks.findIndex(({ kind }) => kind === 'section');
  const head = opening(start < 0 ? blocks : blocks.slice(0, start));
  const sections = (start < 0 ? [] : blocks.slice(start)).map(
    (block): Section =>
      block.kind === 'section' ? block : { kind: 'section', title: head.title, blocks: [block] },
  );
  const subjectOf = (section: Section): Subject => ({
    title: headingOf(section),
    blocks: section.blocks,
    notes: section.notes ?? [],
    source: section.source,
    appendix: section.appendix === true || section.folds === true,
  });
  const first: Subject = {
    title: head.title,
    blocks: head.blocks,
    notes: [],
    source: undefined,
    appendix: false,
  };
  const subjects = [
    // A title alone is told at the foot of every page.
    ...(head.blocks.length === 0 && (head.title === '' || sections.length > 0) ? [] : [first]),
    ...sections.map(subjectOf),
  ];
  const lookedUpOf =
    ({ blocks: own, source }: Subject) =>
    (scale: number): Piece[] =>
      piecesOf([...shownOf(own), ...foldedOf(own)], room, scale, source ?? '', on);
  const shown = subjects.filter(({ appendix }) => !appendix);
  const pages: SlidePlan[] = [];
  const later: { readonly subject: Subject; readonly pieces: (scale: number) => Piece[] }[] = [];
  shown.forEach((subject) => {
    if (pages.length >= MOST_PAGES) {
      later.push({ subject, pieces: lookedUpOf(subject) });
      return;
    }
    const { first: page, rest } = paged(subject, room, on);
    pages.push(page);
    // Without sections all of it is one subject, and is read on.
    const spare = shown.length === 1 ? MOST_PAGES - 1 : 0;
    const next = following(subject, rest, room, spare);
    pages.push(...next);
    const further = [...twins(subject.blocks), ...foldedOf(subject.blocks)];
    const left = spare > 0 ? [] : rest;
    if (left.length + further.length > 0)
      later.push({
        subject,
        pieces: (scale) => [...left, ...piecesOf(further, room, scale, page.sources[0] ?? '', on)],
      });
  });
  const lookedUp = [
    ...later.map(({ subject, pieces }) => ({
      subject: { ...subject, title: `${subject.title} (continued)` },
      pieces,
    })),
    ...subjects
      .filter(({ appendix }) => appendix)
      .map((subject) => ({ subject, pieces: lookedUpOf(subject) })),
  ];
  const appendix: SlidePlan[] = [];
  const told = lookedUp.slice(0, MOST_APPENDIX);
  told.forEach(({ subject, pieces }, at) => {
    // A page is kept for each that is still to come.
    const left = Math.max(1, MOST_APPENDIX - appendix.length - (told.length - 1 - at));
    appendix.push(...fewest({ ...subject, appendix: true }, pieces, room, Math.min(left, MOST_OF_ONE)));
  });
  const untold = lookedUp.slice(MOST_APPENDIX).map(({ subject }) => subject.title);
  if (untold.length > 0) {
    const title = `${whole(untold.length)} more subjects are in the other formats only`;
    const subject: Subject = { title, blocks: [], notes: [], source: undefined, appendix: true };
    const named = list(untold.map((text) => text.slice(0, 200)));
    appendix.push(...following(subject, piecesOf([named], room, SCALES[2]!, '', on), room, 1));
  }
  return { name: head.name, pages: [...pages, ...appendix] };
}
