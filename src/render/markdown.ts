import { asSentence, printable, withoutCommands } from '../base/text.ts';
import {
  type Block,
  type Finding,
  type Inline,
  type Item,
  type List,
  plainText,
  type Section,
  type Span,
  spansOf,
  type Table,
} from './block.ts';
import { evidenceOf, type Renderer } from './format.ts';
import { asBlock, inHtml, inMarkdown } from './markdown-text.ts';
import { type LinePart, withinBytes } from './within-bytes.ts';

const MARKS: Readonly<Record<string, string>> = { strong: '**', best: '**', worst: '**', emphasis: '*' };

/** A span with its marks, which have to touch the text; undefined for one that Markdown has no marks for. */
const marked = ({ text, tone }: Span): string | undefined => {
  if (tone === 'key') {
    const inCode = printable(text.replaceAll('`', '')).trim();
    return inCode === '' ? undefined : `\`${inCode}\``;
  }
  const mark = MARKS[tone];
  const inside = text.trim();
  if (mark === undefined || inside === '') return undefined;
  const [before, after] = [
    text.slice(0, text.indexOf(inside)),
    text.slice(text.indexOf(inside) + inside.length),
  ];
  return `${before}${mark}${inMarkdown(inside)}${mark}${after}`;
};

/** A text that begins a line. */
const asLine = (content: Inline): string => {
  let line = '';
  let plain = '';
  const escaped = () => (line === '' ? asBlock(plain) : inMarkdown(plain));
  for (const span of spansOf(content)) {
    const own = typeof span === 'string' ? undefined : marked(span);
    // What stands side by side is made harmless as one, since together it may be what it is not alone.
    if (own === undefined) plain += plainText(span);
    else {
      line += escaped() + own;
      plain = '';
    }
  }
  return line + (plain === '' ? '' : escaped());
};

const itemText = ({ text, label, members }: Item): Inline => [
  ...(label === undefined ? [] : [{ text: plainText(label), tone: 'strong' } as const, ': ']),
  ...spansOf(text),
  ...(members === undefined ? [] : [`: ${members.join(', ')}`]),
];

const itemLines = (item: Item, marker: string): string => {
  const box = item.done === undefined ? '' : item.done ? '[x] ' : '[ ] ';
  const indent = ' '.repeat(marker.length + 1);
  const notes = (item.notes ?? []).map(({ text }) => `${indent}- ${asLine(text)}`);
  return [`${marker} ${box}${asLine(itemText(item))}`, ...notes].join('\n');
};

const titled = (title: Inline | undefined, items: readonly string[]): LinePart => ({
  first: title === undefined ? [] : [asLine(title), ...(items.length > 0 ? [''] : [])],
  items,
  last: [],
});

const listPart = ({ title, items, ordered }: List): LinePart => {
  const marker = (at: number) => (ordered === 'steps' ? `${at + 1}.` : ordered ? '1.' : '-');
  return titled(
    title,
    items.map((item, at) => itemLines(item, marker(at))),
  );
};

const findingItem = (finding: Finding): Item => {
  const { severity, message, fails, suggestion, waiver } = finding;
  const until = waiver?.expires ? ` until ${waiver.expires}` : '';
  const parts = [
    message,
    ...evidenceOf(finding),
    ...(suggestion === undefined ? [] : [`To clear it: ${suggestion.text}`]),
    ...(waiver === undefined ? [] : [`waived by ${waiver.owner}${until}: ${waiver.reason}`]),
  ];
  const said = ` ${parts.join(' · ')}`;
  return { text: fails ? [{ text: `${severity}:`, tone: 'strong' }, said] : `${severity}:${said}` };
};

const tablePart = ({ corner = '', columns, groups, legend = [] }: Table): LinePart => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = groups.flatMap(({ title = '', rows: own }) => [
    ...(title === '' ? [] : [line([`**${inMarkdown(title)}**`, ...columns.map(() => '')])]),
    ...own.map(({ label, cells }) => line([label, ...cells.map(plainText)].map(inMarkdown))),
  ]);
  return {
    first: [
      line([corner, ...columns.map(({ heading }) => heading)].map(inMarkdown)),
      `| --- |${columns.map(({ left }) => (left ? ' --- |' : ' ---: |')).join('')}`,
    ],
    items: rows,
    last: legend.flatMap((text) => ['', asLine(asSentence(text))]),
  };
};

/** The fence is longer than any in the text. */
const codePart = (language: string, text: string): LinePart => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return { first: [`${fence}${language}`, ...text.split('\n').map(printable), fence], items: [], last: [] };
};

const allLines = ({ first, items, last }: LinePart): string[] => [...first, ...items, ...last];

/** What a reader may open; the empty lines make Markdown of what is inside. Only the items of a single block can be cut. */
const folded = (heading: string, parts: readonly LinePart[]): LinePart => {
  const [only, ...others] = parts;
  const open = ['<details>', `<summary>${inHtml(heading)}</summary>`, ''];
  const close = ['', '</details>'];
  if (only !== undefined && others.length === 0)
    return { first: [...open, ...only.first], items: only.items, last: [...only.last, ...close] };
  const lines = parts.flatMap((part, at) => [...(at === 0 ? [] : ['']), ...allLines(part)]);
  return { first: [...open, ...lines], items: [], last: close };
};

const sectionParts = ({ title, count, folds, blocks }: Section, level: number): LinePart[] => {
  const heading = count === undefined ? title : `${title}: ${count}`;
  const parts = blocks.flatMap((block) => partsOf(block, level + 1));
  if (folds) return [folded(heading, parts)];
  return [{ first: [`${'#'.repeat(level)} ${inMarkdown(heading)}`], items: [], last: [] }, ...parts];
};

const line = (text: string): LinePart[] => (text === '' ? [] : [{ first: [text], items: [], last: [] }]);

/** The parts of a block; `level` is that of a section here. */
const partsOf = (block: Block, level: number): LinePart[] => {
  switch (block.kind) {
    case 'title': {
      const mark = block.mark === undefined ? [] : [`<!-- ${block.mark} -->`];
      return [
        { first: [...mark, `${'#'.repeat(level - 1)} ${inMarkdown(block.text)}`], items: [], last: [] },
      ];
    }
    case 'facts':
      return line(asLine(block.facts.join(' · ')));
    case 'pairs':
      return [
        titled(
          undefined,
          block.pairs.map(([label, text]) => itemLines({ label, text }, '-')),
        ),
      ];
    case 'text':
      return line(asLine(block.text));
    case 'list':
      return [listPart(block)];
    case 'findings':
      return [
        titled(
          block.title,
          block.findings.map((one) => itemLines(findingItem(one), '-')),
        ),
      ];
    case 'table':
      return [tablePart(block)];
    case 'code':
      return [codePart(block.language, block.text)];
    case 'chart':
      return [{ first: [asLine(block.title)], items: [], last: [] }, tablePart(block.twin)];
    case 'together':
      return block.blocks.flatMap((one) => partsOf(one, level));
    case 'section':
      return sectionParts(block, level);
  }
};

/** The level of the title, which may stand together with other blocks. */
const levelOf = (blocks: readonly Block[]): number | undefined => {
  for (const block of blocks) {
    if (block.kind === 'title') return block.level;
    const found = block.kind === 'together' ? levelOf(block.blocks) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Markdown as GitHub reads it: everything, what folds folded; at most `mostBytes` of it, lists being cut where it would be more. */
export const renderMarkdown: Renderer = ({ blocks }, { mostBytes }) => {
  const level = levelOf(blocks) ?? 1;
  const parts = blocks.flatMap((block) => partsOf(block, level + 1));
  return withoutCommands(withinBytes(parts, mostBytes));
};
