import type { Edit } from './mended.ts';

interface Column {
  readonly column: number;
  /** Whether entries of a list begin here, and no keys. */
  readonly dash: boolean;
}

/** A line that begins in a column in which nothing may begin, and how it would. */
interface UnevenLine {
  readonly at: number;
  readonly message: string;
  readonly hint: string;
  readonly edits?: readonly Edit[];
}

const KEY = /^(?:"[^"]{1,200}"|'[^']{1,200}'|[^\s#{}[\]"'&*!|>,-][^:#{}[\]]{0,200}):(?=\s|$)/;
const isDash = (text: string): boolean => text === '-' || text.startsWith('- ');
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The columns in which lines may go on, as the lines before leave them. */
class OpenColumns {
  stack: Column[] = [];
  /** Column of the key whose value is to begin on the next line; -1 where there is none. */
  opened = -1;
  private depth = 0;
  private block = -1;

  /** Whether the next line is in brackets or in a long text, and so may begin anywhere. */
  isInside(indent: number): boolean {
    return this.depth > 0 || (this.block >= 0 && indent > this.block);
  }

  take(line: string): void {
    const content = line.trimStart();
    const indent = indentOf(line);
    if (content === '' || content.startsWith('#') || /^(?:---|%)/.test(line)) return;
    if (this.isInside(indent)) {
      this.depth += this.depth > 0 ? bracketsOf(content) : 0;
      return;
    }
    this.block = -1;
    this.opened = -1;
    let [column, rest] = [indent, content];
    const { stack } = this;
    while ((stack.at(-1)?.column ?? -1) > column) stack.pop();
    if (!isDash(rest)) while (stack.at(-1)?.dash === true && stack.at(-1)!.column === column) stack.pop();
    for (; isDash(rest); [column, rest] = [column + 1 + indentOf(rest.slice(1)), rest.slice(1).trimStart()]) {
      this.push({ column, dash: true });
      this.opened = column;
    }
    if (rest !== '') this.opened = -1;
    const key = KEY.exec(rest);
    if (key !== null) {
      this.push({ column, dash: false });
      const value = rest
        .slice(key[0].length)
        .replace(/(?:^|\s)#.{0,500}$/, '')
        .trim();
      this.opened = value === '' || /^&\S{1,100}$/.test(value) ? column : -1;
      if (/^[|>][-+0-9]{0,2}$/.test(value)) this.block = column;
    }
    this.depth = Math.max(0, bracketsOf(rest));
  }

  private push(one: Column): void {
    const top = this.stack.at(-1);
    if (top === undefined || top.column !== one.column || top.dash !== one.dash) this.stack.push(one);
  }

  /** Where a line may begin. */
  columnsFor(dash: boolean): number[] {
    const columns = this.stack.filter((one) => one.dash === dash).map(({ column }) => column);
    return this.opened === -1 ? columns : [...columns, this.opened + 2];
  }

  allows(indent: number, dash: boolean): boolean {
    const opens = this.opened !== -1 && (dash ? indent >= this.opened : indent > this.opened);
    return opens || this.stack.some((one) => one.column === indent && one.dash === dash);
  }
}

/** How many brackets a line leaves open; what stands in quotes or behind # aside. */
function bracketsOf(line: string): number {
  let [depth, quote] = [0, ''];
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if ((sign === '"' || sign === "'") && /[\s:,{[-]/.test(line[at - 1] ?? ' ')) quote = sign;
    else if (sign === '#' && /\s/.test(line[at - 1] ?? ' ')) break;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
  }
  return depth;
}

const spaces = (count: number): string => (count === 0 ? 'not' : `by ${count}`);

/** What is wrong with the column in which the line at an offset begins, or the next one; undefined where nothing is. Linear. */
export function unevenLine(text: string, offset: number): UnevenLine | undefined {
  const open = new OpenColumns();
  let [start, judged] = [0, 0];
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const next = end === -1 ? text.length : end + 1;
    const line = text.slice(start, next).trimEnd();
    const content = line.trimStart();
    if (next > offset && content !== '' && !content.startsWith('#')) {
      const wrong = judge(open, text, start, line);
      if (wrong !== undefined || ++judged === 2) return wrong;
    }
    open.take(line);
    start = next;
  }
  return undefined;
}

function judge(open: OpenColumns, text: string, start: number, line: string): UnevenLine | undefined {
  const indent = indentOf(line);
  const content = line.trimStart();
  const dash = isDash(content);
  if (line.slice(0, indent).includes('\t') || (!dash && !KEY.test(content))) return undefined;
  if (open.isInside(indent) || open.stack.length === 0 || open.allows(indent, dash)) return undefined;
  const columns = open.columnsFor(dash).sort((a, b) => Math.abs(a - indent) - Math.abs(b - indent) || b - a);
  const [meant] = columns;
  if (meant === undefined && dash)
    return {
      at: start + indent,
      message: 'An entry of a list stands here among keys.',
      hint: 'Begin each of them with `-`, or none: `- id: …` for an entry of people, departments or customers.',
    };
  if (meant === undefined) return undefined;
  const inEntry = open.stack.some((one) => one.dash && one.column < meant);
  const others = dash ? 'entries of its list' : inEntry ? 'keys of its entry' : 'keys around it';
  return {
    at: start + indent,
    message: `This line is indented ${spaces(indent)}, the ${others} ${spaces(meant)}.`,
    hint:
      meant === 0
        ? 'Begin it in the first column.'
        : `Indent it by ${meant} ${meant === 1 ? 'space' : 'spaces'}.`,
    edits: shifted(text, start, line, meant - indent),
  };
}

/** The line moved into its column, with the lines that belong to it. */
function shifted(text: string, start: number, line: string, by: number): Edit[] {
  const indent = indentOf(line);
  const least = isDash(line.trimStart()) ? indent + 2 : line.trimEnd().endsWith(':') ? indent + 1 : Infinity;
  const edits: Edit[] = [];
  const move = (at: number) =>
    edits.push(by > 0 ? { at, remove: 0, insert: ' '.repeat(by) } : { at, remove: -by, insert: '' });
  move(start);
  let at = text.indexOf('\n', start) + 1;
  while (at > 0 && at < text.length) {
    const end = text.indexOf('\n', at);
    const next = text.slice(at, end === -1 ? undefined : end);
    if (next.trim() !== '' && indentOf(next) < least) break;
    if (next.trim() !== '') move(at);
    at = end + 1;
  }
  return edits;
}
