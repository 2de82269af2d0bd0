import { Chalk } from 'chalk';
import { whole } from '../base/figures.ts';
import { memo } from '../base/memo.ts';
import { printable, withoutCommands } from '../base/text.ts';
import { widthOf } from '../base/width.ts';
import type { Severity } from '../schema/documents/finding.ts';
import {
  type Block,
  type Finding,
  type Findings,
  type Inline,
  type Item,
  type List,
  plainText,
  type Section,
  shownOf,
  type Table,
  type Tone,
  toneOf,
} from './block.ts';
import { evidenceOf, type Renderer } from './format.ts';
import { hanging, heading, moreOf, type Style, withTone } from './table-text.ts';
import { drawTable } from './terminal-table.ts';

/** What stands for a sign of ours where a terminal has none but those of ASCII; each is as wide as what it stands for. */
const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '─': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '•': '*',
  '·': '|',
  '┃': '|',
  '→': '>',
  '\u00a0': ' ',
};

/** A text with signs of ASCII in the place of ours; what the files of a user hold stays as it is. An ellipsis gets its three points where there is room. */
const withPlainSigns = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => {
      const plain = line.replace(/[–—−─’‘“”•·┃→\u00a0]/g, (sign) => PLAIN[sign]!);
      const points = plain.replaceAll('…', '...');
      return points.length <= columns ? points : plain.replaceAll('…', '~');
    })
    .join('\n');

const NARROWEST = 80;
/** Under what has a label: the place of the text. */
const BESIDE_LABEL = 11;
/** A longer label moves only the text of its own item. */
const LONGEST_LABEL = 10;
const INDENT = '  ';

/** A paragraph in its tone. */
const paragraph = (lead: string, content: Inline, { columns, paint }: Style): string[] =>
  hanging(lead, plainText(content), columns).map((line) => withTone(line, toneOf(content), paint));

const led = (title: Inline | undefined, indent: string, style: Style): string[] =>
  title === undefined ? [] : paragraph(indent, title, style);

/** Facts side by side, each kept on one line. */
const inLine = (facts: readonly string[], columns: number): string[] => {
  const unbroken = facts.map((fact) => fact.replaceAll(' ', '\u00a0'));
  return hanging('', unbroken.join(' · '), columns).map((line) => line.replaceAll('\u00a0', ' '));
};

const withMembers = ({ text, members }: Item, limit: List['limitOfMembers']): Inline => {
  if (members === undefined) return text;
  const shown = shownOf(members.length, limit);
  const left = members.length - shown;
  const names = members.slice(0, shown).join(', ');
  return `${plainText(text)}: ${names}${left > 0 ? `, … ${whole(left)} more` : ''}`;
};

/** Width of the labels of a list. */
const labelWidth = memo((items: List['items']): number =>
  items.reduce((width, { label }) => {
    const own = label === undefined ? 0 : widthOf(plainText(label));
    return own <= LONGEST_LABEL ? Math.max(width, own) : width;
  }, BESIDE_LABEL - 3),
);

/** What stands before the first line of an item. */
const leadOf = ({ label, done }: Item, { ordered, items }: List, at: number): string => {
  if (label !== undefined) return `${INDENT}${printable(plainText(label)).padEnd(labelWidth(items))} `;
  if (done !== undefined) return done ? '  [x] ' : '  [ ] ';
  return ordered ? `${`${at + 1}.`.padStart(4)} ` : '  • ';
};

/** The label of a line that begins with it, painted. */
const withLabel = (line: string, label: string, tone: Tone | undefined, { paint }: Style): string =>
  line.startsWith(INDENT + label)
    ? `${INDENT}${withTone(label, tone, paint)}${line.slice(INDENT.length + label.length)}`
    : line;

const itemLines = (item: Item, at: number, block: List, style: Style): string[] => {
  const lead = leadOf(item, block, at);
  const [first = '', ...others] = paragraph(lead, withMembers(item, block.limitOfMembers), style);
  const { label = '', notes = [] } = item;
  const blank = ' '.repeat(lead.length);
  return [
    withLabel(first, printable(plainText(label)), toneOf(label), style),
    ...others,
    ...notes.flatMap(({ text, advice }) => paragraph(advice ? `${blank}→ ` : blank, text, style)),
  ];
};

const listLines = (block: List, indent: string, style: Style): string[] => {
  const { title, items, limit } = block;
  const shown = shownOf(items.length, limit);
  return [
    ...led(title, indent, style),
    ...items.slice(0, shown).flatMap((item, at) => itemLines(item, at, block, style)),
    ...moreOf(items.length - shown, limit, INDENT, style),
  ];
};

const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { error: 'worst', warning: 'warning', note: 'dim' };

const findingItem = (finding: Finding): Item => {
  const { severity, message, suggestion } = finding;
  const detail = evidenceOf(finding).join(' · ');
  return {
    label: { text: severity, tone: SEVERITY_TONES[severity] },
    text: message,
    notes: [
      { text: { text: detail, tone: 'dim' } },
      ...(suggestion === undefined ? [] : [{ text: suggestion.text, advice: true }]),
    ],
  };
};

const asList = ({ findings, ...block }: Findings): List => ({
  ...block,
  kind: 'list',
  items: findings.map(findingItem),
});

/** A section that is headed by its table has its title there, as that of the rows. */
const headedByTable = ({ title, blocks }: Section): readonly Block[] | undefined => {
  const [first, ...others] = blocks;
  if (first?.kind !== 'table' || first.groups.some((group) => group.title !== undefined)) return undefined;
  const headed: Table = { ...first, groups: first.groups.map((group) => ({ ...group, title })) };
  return [headed, ...others];
};

const sectionLines = (block: Section, style: Style): string[] => {
  const { title, count = '', spaced = false, blocks } = block;
  const headed = headedByTable(block);
  if (headed !== undefined) return stacked(headed, '', style, spaced);
  return [...heading(printable(title), count, style), ...stacked(blocks, INDENT, style, spaced)];
};

const linesOf = (block: Block, indent: string, style: Style): string[] => {
  switch (block.kind) {
    case 'title': {
      const [first = '', ...others] = hanging('', block.text, style.columns);
      return [style.paint.bold(first), ...others];
    }
    case 'facts':
      return inLine(block.facts, style.columns);
    case 'pairs': {
      const width = Math.max(...block.pairs.map(([name]) => name.length)) + 2;
      return block.pairs.flatMap(([name, text]) => paragraph(name.padEnd(width), text, style));
    }
    case 'text':
      return plainText(block.text) === '' ? [] : paragraph(indent, block.text, style);
    case 'list':
      return listLines(block, indent, style);
    case 'findings':
      return listLines(asList(block), indent, style);
    case 'table':
      return drawTable(block, style);
    case 'code':
      return block.text.split('\n').map((line) => `    ${printable(line)}`);
    case 'section':
      return sectionLines(block, style);
    case 'chart':
      return [...paragraph(indent, block.title, style), ...drawTable(block.twin, style)];
    case 'together':
      return stacked(block.blocks, indent, style);
  }
};

const stacked = (blocks: readonly Block[], indent: string, style: Style, apart = false): string[] =>
  blocks
    .map((block) => linesOf(block, indent, style))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (apart && at > 0 ? ['', ...lines] : lines));

/** What a reader at a terminal needs of it: no wider than that is, long lists cut. */
export const renderTerminal: Renderer = ({ blocks }, { columns, color, ascii = false }) => {
  const style: Style = {
    columns: Math.max(columns, NARROWEST),
    paint: new Chalk({ level: color ? 1 : 0 }),
    bars: !ascii,
  };
  // Where lines break is known only now.
  const text = `${stacked(blocks, '', style, true).join('\n')}\n`;
  return withoutCommands(ascii ? withPlainSigns(text, style.columns) : text);
};
