import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { printable } from '../../base/text.ts';
import { archived } from '../../write/xlsx/archive.ts';
import {
  type Block,
  type Chart,
  type Inline,
  type Item,
  type List,
  plainText,
  type Section,
} from '../block.ts';
import type { ChartData } from '../chart/chart.ts';
import { type Content, captionOf, PAGE, run, runs, tableContent, treeTable } from './tables.ts';

interface DocxOptions {
  /** At the head and foot of every page. */
  readonly running: string;
  readonly title: string;
}

type Heading = (typeof HeadingLevel)[keyof typeof HeadingLevel];

const FONT = 'Calibri';
const BULLETS = 'bullets';
const HEADINGS: readonly Heading[] = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
];

const paragraph = (content: Inline): Paragraph =>
  new Paragraph({ children: runs(content), spacing: { after: 120 } });

const itemContent = (
  { text, label, members, notes = [], done }: Item,
  list: string,
  instance: number,
): Paragraph[] => {
  const children = [
    ...(done === undefined ? [] : [run(done ? '☑ ' : '☐ ')]),
    ...(label === undefined ? [] : [run({ text: plainText(label), tone: 'strong' }), run(': ')]),
    ...runs(text),
    ...(members === undefined ? [] : [run(`: ${members.join(', ')}`)]),
  ];
  const at = (level: number) => ({ numbering: { reference: list, level, instance } });
  return [
    new Paragraph({ children, ...at(0) }),
    ...notes.map((note) => new Paragraph({ children: runs(note.text), ...at(1) })),
  ];
};

const picture = (data: ChartData): Content[] =>
  data.form === 'tree' ? [treeTable(data.nodes), new Paragraph({ children: [] })] : [];

const chartContent = ({ title, data, source, twin }: Chart): Content[] => [
  captionOf(title),
  ...picture(data),
  new Paragraph({
    children: [run({ text: `The same as a table. Source: ${source}`, tone: 'dim' })],
    keepNext: true,
    spacing: { after: 60 },
  }),
  ...tableContent(twin),
];

/** Paragraphs and tables of blocks, one after the other. */
class Contents {
  private lists = 0;

  of(blocks: readonly Block[], level: number): Content[] {
    return blocks.flatMap((block) => this.block(block, level));
  }

  private heading(text: string, level: number): Paragraph {
    return new Paragraph({
      text: printable(text),
      heading: HEADINGS[Math.min(level, HEADINGS.length - 1)]!,
      keepNext: true,
    });
  }

  private section({ title, count, blocks }: Section, level: number): Content[] {
    return [
      this.heading(count === undefined ? title : `${title}: ${count}`, level),
      ...this.of(blocks, level + 1),
    ];
  }

  private list({ title, items, ordered }: List): Content[] {
    this.lists++;
    const reference = ordered === undefined || ordered === false ? BULLETS : 'numbers';
    return [
      ...(title === undefined
        ? []
        : [new Paragraph({ children: runs(title), keepNext: items.length > 0, spacing: { before: 120 } })]),
      ...items.flatMap((item) => itemContent(item, reference, this.lists)),
      new Paragraph({ children: [] }),
    ];
  }

  private block(block: Block, level: number): Content[] {
    switch (block.kind) {
      case 'title':
        return [this.heading(block.text, 0)];
      case 'facts':
        return [paragraph(block.facts.join(' · '))];
      case 'pairs':
        return block.pairs.map(([name, text]) => paragraph([{ text: `${name}: `, tone: 'strong' }, text]));
      case 'text':
        return [paragraph(block.text)];
      case 'section':
        return this.section(block, level);
      case 'list':
        return this.list(block);
      case 'table':
        return tableContent(block);
      case 'findings':
        return this.list({
          kind: 'list',
          items: block.findings.map(({ severity, message, at }) => ({
            label: severity,
            text: `${message} ${at.file}:${at.line}`,
          })),
        });
      case 'code':
        return block.text
          .split('\n')
          .map(
            (line) =>
              new Paragraph({ children: [new TextRun({ text: printable(line), font: 'Courier New' })] }),
          );
      case 'chart':
        return chartContent(block);
      case 'together':
        return this.of(block.blocks, level);
    }
  }
}

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], texts: readonly string[]) =>
  texts.map((text, level) => ({
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
  }));

/** Without the parts that say when they were written: the same blocks give the same bytes. */
const withoutTime = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  const core = 'docProps/core.xml';
  const text = strFromU8(parts[core]!).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  return archived(new Map<string, string | Uint8Array>([...Object.entries(parts), [core, text]]));
};

/** Blocks as a document for Word: charts as boxes with their tables below, and a line at the head and the foot of every page. */
export async function renderDocx(
  blocks: readonly Block[],
  { running, title }: DocxOptions,
): Promise<Uint8Array> {
  const small = (children: ParagraphChild[]) => [
    new Paragraph({ alignment: AlignmentType.CENTER, children }),
  ];
  const mark = () => new TextRun({ text: running, bold: true, color: '9B1C1C' });
  const document = new Document({
    title: printable(title),
    creator: 'orgdesign',
    lastModifiedBy: 'orgdesign',
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    numbering: {
      config: [
        { reference: BULLETS, levels: levels(LevelFormat.BULLET, ['•', '–']) },
        {
          reference: 'numbers',
          levels: [
            ...levels(LevelFormat.DECIMAL, ['%1.']),
            ...levels(LevelFormat.BULLET, ['', '–']).slice(1),
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        headers: { default: new Header({ children: small([mark()]) }) },
        footers: {
          default: new Footer({
            children: small([
              mark(),
              new TextRun({ children: [' · page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
            ]),
          }),
        },
        children: new Contents().of(blocks, 1),
      },
    ],
  });
  return withoutTime(await Packer.toBuffer(document));
}
