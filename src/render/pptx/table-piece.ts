import { whole } from '../../base/figures.ts';
import { type Cell, type Finding, type Item, type Pairs, plainText, type Table } from '../block.ts';
import { ACCENT, SOFT, WALL } from './element.ts';
import { type GridCell, type GridRow, gridPiece, gridPieces, SIZE } from './grid.ts';
import { heightOf, widthOf } from './measured.ts';
import { type Piece, sized } from './piece.ts';
import { CELL } from './table-xml.ts';
import { itemText, runsOf, TONES } from './text-piece.ts';

const cellOf = (cell: Cell): GridCell =>
  typeof cell === 'string' ? { text: cell } : { text: plainText(cell), ...TONES[cell.tone] };

export function tablePieces(
  { corner = '', columns, groups, legend = [] }: Table,
  width: number,
  scale: number,
  source: string,
): Piece[] {
  const rows = groups.flatMap(({ title = '', rows: own }): GridRow[] => [
    ...(title === '' ? [] : [[{ text: title, bold: true, colour: SOFT }]]),
    ...own.map(({ label, cells, sum }) => [
      { text: label, ...(sum ? { bold: true } : {}) },
      ...cells.map((cell) => ({ ...cellOf(cell), ...(sum ? { bold: true } : {}) })),
    ]),
  ]);
  if (rows.length === 0) return [];
  const pieces = gridPieces(
    {
      name: corner === '' ? 'Table' : corner,
      head: [{ text: corner }, ...columns.map(({ heading }) => ({ text: heading }))],
      rows,
      left: [true, ...columns.map(({ left }) => left === true)],
      scale,
      source,
    },
    width,
    8,
  );
  return [...pieces, ...legendPieces(legend, width, scale)];
}

const legendPieces = (legend: readonly string[], width: number, scale: number): Piece[] => {
  if (legend.length === 0) return [];
  const size = sized(10.5, scale);
  const paragraphs = [{ runs: runsOf({ text: legend.join(' · '), tone: 'dim' }, width, size, 3), size }];
  return [
    {
      before: 4,
      height: heightOf(paragraphs, width),
      place: (box) => [{ kind: 'shape', name: 'Legend', box, paragraphs }],
    },
  ];
};

/** Figures in a table that are the darker the more they are. */
export function heatPieces(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly (readonly { readonly text: string; readonly share: number }[])[],
  width: number,
  scale: number,
  source: string,
): Piece[] {
  return gridPieces(
    {
      name: 'Heat table',
      head: [{ text: '' }, ...columns.map((text) => ({ text }))],
      rows: rows.map((label, nth) => [
        { text: label },
        ...cells[nth]!.map(
          ({ text, share }): GridCell =>
            share <= 0
              ? { text: '' }
              : {
                  text,
                  fill: { name: 'accent1', tint: 0.12 + 0.5 * share },
                  colour: share > 0.75 ? { name: 'lt1' } : { name: 'dk1' },
                },
        ),
      ]),
      left: [true, ...columns.map(() => false)],
      even: true,
      scale,
      source,
    },
    width,
    8,
  );
}

const twoColumns = (
  name: string,
  rows: readonly GridRow[],
  width: number,
  scale: number,
  before: number,
): Piece[] => {
  const grid = { name, head: undefined, rows, left: [true, true], scale, source: undefined };
  const size = sized(SIZE, scale);
  const label = Math.min(
    150,
    Math.max(...rows.map(([first]) => widthOf(first?.text.slice(0, 60) ?? '', size, true))) + 3 * CELL.side,
  );
  return rows.length === 0 ? [] : [gridPiece(grid, [label, width - label], before)];
};

export const pairsPieces = ({ pairs }: Pairs, width: number, scale: number): Piece[] =>
  twoColumns(
    'Facts',
    pairs.map(([name, text]) => [{ text: name, bold: true }, { text }]),
    width,
    scale,
    8,
  );

/** Items of a few states, the state beside each. */
export const labelledPieces = (
  items: readonly Item[],
  width: number,
  scale: number,
  before: number,
): Piece[] =>
  twoColumns(
    'List',
    items.map((item) => [
      { text: item.label === undefined ? '' : plainText(item.label), bold: true, colour: ACCENT },
      { text: plainText(itemText(item)), notes: (item.notes ?? []).map(({ text }) => plainText(text)) },
    ]),
    width,
    scale,
    before,
  );

export function findingsPieces(all: readonly Finding[], width: number, scale: number): Piece[] {
  if (all.length === 0) return [];
  return gridPieces(
    {
      name: 'Findings',
      head: [{ text: 'severity' }, { text: 'finding' }, { text: 'place' }],
      rows: all.map(({ severity, message, rule, at, count = 1, suggestion, waiver }) => [
        { text: severity, bold: true, ...(severity === 'note' ? {} : { colour: WALL }) },
        {
          text: message,
          notes: [
            ...(suggestion === undefined ? [] : [`To clear it: ${suggestion.text}`]),
            ...(waiver === undefined ? [] : [`Waived by ${waiver.owner}: ${waiver.reason}`]),
          ],
        },
        { text: `${at.file}:${at.line}`, notes: [count > 1 ? `${rule} · ${whole(count)} places` : rule] },
      ]),
      left: [true, true, true],
      scale,
      source: undefined,
    },
    width,
    6,
  );
}
