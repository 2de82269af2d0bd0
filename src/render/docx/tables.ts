import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx';
import { groupsBy } from '../../base/groups.ts';
import { printable } from '../../base/text.ts';
import { type Cell, type Inline, plainText, type Span, spansOf, type Table } from '../block.ts';
import type { TreeNode } from '../chart/chart.ts';

export type Content = Paragraph | WordTable;

/** Twentieths of a point: an A4 page upright, with its margins. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134 } as const;
const ROOM = PAGE.width - 2 * PAGE.margin;
const GREY = '5A6570';
export const run = (span: string | Span): TextRun => {
  if (typeof span === 'string') return new TextRun({ text: printable(span) });
  const { text, tone } = span;
  return new TextRun({
    text: printable(text),
    bold: ['strong', 'best', 'worst', 'warning'].includes(tone),
    italics: tone === 'emphasis',
    ...(tone === 'dim' ? { color: GREY } : {}),
  });
};

export const runs = (content: Inline): ParagraphChild[] => spansOf(content).map(run);

/** Twentieths of a point for a character of a table, and for the space beside a cell. */
const [CHARACTER, PADDING] = [130, 200];

/** Characters of a figure with its sign. */
const SHORT = 6;

/** The width of each column: its longest word at least, and what is left by how much is to be said. */
const widthsOf = ({ corner = '', columns, groups }: Table): number[] => {
  const rows = groups.flatMap(({ rows: own }) => own);
  const texts = [
    [corner, ...rows.map(({ label }) => label)],
    ...columns.map(({ heading }, at) => [heading, ...rows.map(({ cells }) => plainText(cells[at] ?? ''))]),
  ];
  // What stands in bold is wider; a short figure is not broken.
  const longestWord = ([heading = '', ...cells]: readonly string[]): number =>
    Math.max(
      ...heading.split(' ').map((word) => word.length * 1.2),
      ...cells
        .flatMap((text) => (text.length <= SHORT ? [text] : text.split(' ')))
        .map((word) => word.length),
    );
  const least = texts.map((own) => Math.min(18, longestWord(own)) * CHARACTER + PADDING);
  const wished = texts.map((own, at) =>
    Math.max(
      least[at]!,
      Math.min(45, Math.max(...own.slice(1).map((text) => text.length), 0)) * CHARACTER + PADDING,
    ),
  );
  const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
  const [base, more] = [sum(least), sum(wished) - sum(least)];
  const share = more > 0 ? Math.max(0, Math.min(1, (ROOM - base) / more)) : 0;
  const widths = least.map((width, at) => width + share * (wished[at]! - width));
  const scale = ROOM / sum(widths);
  return widths.map((width) => Math.floor(width * scale));
};

const HEAD_FILL = { fill: 'D9E2EC' } as const;

/** What stands above a table or a chart, on its page. */
export const captionOf = (text: string): Paragraph =>
  new Paragraph({
    children: [run({ text, tone: 'strong' })],
    keepNext: true,
    spacing: { before: 160, after: 60 },
  });

export const tableContent = (table: Table): Content[] => {
  const { corner = '', columns, groups, legend = [] } = table;
  const widths = widthsOf(table);
  const cell = (
    content: Inline,
    at: number,
    options: { readonly head?: boolean; readonly right?: boolean; readonly span?: number } = {},
  ): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          children:
            options.head === true
              ? [new TextRun({ text: printable(plainText(content)), bold: true })]
              : runs(content),
          alignment: options.right === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(options.head === true ? { shading: HEAD_FILL } : {}),
      ...(options.span === undefined ? {} : { columnSpan: options.span }),
    });
  const right = (at: number): boolean => columns[at]?.left !== true;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      cell(corner, 0, { head: true }),
      ...columns.map(({ heading }, at) => cell(heading, at + 1, { head: true, right: right(at) })),
    ],
  });
  const body = groups.flatMap(({ title = '', rows }) => [
    ...(title === '' || groups.length === 1
      ? []
      : [
          new TableRow({
            cantSplit: true,
            children: [cell({ text: title, tone: 'strong' }, 0, { span: columns.length + 1 })],
          }),
        ]),
    ...rows.map(
      ({ label, cells, sum }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(sum === true ? { text: label, tone: 'strong' } : label, 0),
            ...columns.map((_, at) => cell((cells[at] ?? '') as Cell, at + 1, { right: right(at) })),
          ],
        }),
    ),
  ]);
  const only = groups.length === 1 ? (groups[0]!.title ?? '') : '';
  return [
    ...(only === '' ? [] : [captionOf(only)]),
    new WordTable({
      rows: [head, ...body],
      columnWidths: widths,
      width: { size: ROOM, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    }),
    ...legend.map(
      (text) => new Paragraph({ children: [run({ text, tone: 'dim' })], spacing: { before: 60 } }),
    ),
    new Paragraph({ children: [] }),
  ];
};

/** Boxes from the top down, those below each further in: text, so that it can be edited, read aloud and drawn by any program. */
export const treeTable = (nodes: readonly TreeNode[]): WordTable => {
  const known = new Set(nodes.map(({ id }) => id));
  const below = groupsBy(nodes, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const rows: { node: TreeNode; depth: number }[] = [];
  const walk = (above: string | null, depth: number): void => {
    for (const node of below.get(above) ?? []) {
      rows.push({ node, depth });
      walk(node.id, depth + 1);
    }
  };
  walk(null, 0);
  const deepest = Math.max(0, ...rows.map(({ depth }) => depth));
  const step = Math.min(567, Math.floor(ROOM / 2 / (deepest + 1)));
  const last = ROOM - step * deepest;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const empty = { top: none, bottom: none, left: none, right: none };
  return new WordTable({
    columnWidths: [...Array.from({ length: deepest }, () => step), last],
    width: { size: ROOM, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...empty, insideHorizontal: none, insideVertical: none },
    rows: rows.map(({ node: { title, detail, marks, colour }, depth }) => {
      const kind = [colour, ...marks].filter((one) => one !== '').join(', ');
      const box = new TableCell({
        columnSpan: deepest - depth + 1,
        width: { size: ROOM - step * depth, type: WidthType.DXA },
        margins: { top: 50, bottom: 50, left: 100, right: 100 },
        shading: marks.includes('new') ? { fill: 'E3F1E4' } : { fill: 'F2F5F8' },
        children: [
          new Paragraph({
            children: [
              run({ text: title, tone: 'strong' }),
              run(`  ${detail}`),
              run({ text: kind === '' ? '' : `  ${kind}`, tone: 'dim' }),
            ],
          }),
        ],
      });
      const gap = new TableCell({
        columnSpan: Math.max(1, depth),
        borders: empty,
        width: { size: step * depth, type: WidthType.DXA },
        children: [new Paragraph({ children: [] })],
      });
      return new TableRow({ cantSplit: true, children: depth === 0 ? [box] : [gap, box] });
    }),
  });
};
