import type { Severity } from '../schema/documents/finding.ts';
import type { ChartData } from './chart/chart.ts';

/**
 * What a document has to say, as data: plain text, nothing escaped, wrapped, coloured or cut. A renderer decides what becomes of
 * it, so that one renderer does for all documents.
 *
 * - `title` opens a document: the organisation, or what the document is. `facts` are short figures about it, on one line.
 *   `pairs` are names with what they stand for. `text` is a paragraph.
 * - `section` has a title that can be read alone, how much there is of it (`count`), and blocks. With `folds` a page may close it.
 *   One that opens with a table without a title of its own is the table's: at a terminal its title stands in the table.
 * - `list` has items, and maybe a title of its own, as a sentence that leads to them. An item has a `label` where all items are of
 *   a few states (in place, open; for, against), `members` where it counts things and then names them, `notes` below it, `done`
 *   where it can be ticked off. `ordered` where the order counts.
 * - `table` has a column of labels and one a heading, in groups of rows; a `legend` says what its marks mean.
 * - `findings` are what rules found, the gravest first, each with its place and maybe the change that would clear it.
 * - `code` is text to be copied into a file.
 * - `chart` is a picture with a table that says the same, for where nothing can be drawn and for whoever does not see it.
 * - `together` keeps blocks close to each other that belong together and are no section; at a terminal without a line between.
 *
 * A `limit` says how much is enough for a reader at a terminal; every other renderer has all. What is really something else for
 * such a reader (its texts, its columns) a document decides by `medium` of its view, and as little of it as possible.
 */
export type Block =
  | Title
  | Facts
  | Pairs
  | Text
  | Section
  | List
  | Table
  | Findings
  | Code
  | Chart
  | Together;

/** How a text is meant. `best` and `worst` are stronger than `good` and `bad`; `key` is a name in a file. */
export type Tone = 'good' | 'bad' | 'warning' | 'dim' | 'strong' | 'best' | 'worst' | 'emphasis' | 'key';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** A text, or one of several parts; a terminal shows the tone of the whole only. */
export type Inline = string | Span | readonly (string | Span)[];

/** How much a terminal shows. */
export interface Limit {
  readonly most: number;
  /** The fewest that are worth leaving out; 1 if not given. */
  readonly least?: number;
  /** What is left out, in the singular: `flow`. */
  readonly noun?: string;
  /** The format that has all; json if not given. */
  readonly format?: string;
}

interface Title {
  readonly kind: 'title';
  readonly text: string;
  /** How deep it stands as a heading where the document is put among others; 1 if not given. */
  readonly level?: number;
  /** By which a program finds the document again, unseen by readers. */
  readonly mark?: string;
}

interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly string[];
}
export interface Pairs {
  readonly kind: 'pairs';
  readonly pairs: readonly (readonly [name: string, text: string])[];
}
interface Text {
  readonly kind: 'text';
  readonly text: Inline;
}

export interface Section {
  readonly kind: 'section';
  readonly title: string;
  readonly count?: string;
  readonly folds?: boolean;
  /** Id of the design that it is about; a page lets its reader choose among designs. */
  readonly design?: string;
  /** Whether its blocks stand apart from each other at a terminal too. */
  readonly spaced?: boolean;
  /** Whether it is looked up rather than read: slides have it behind the others. */
  readonly appendix?: boolean;
  /** What somebody who shows it has to know: what its figures mean, and who says so. */
  readonly notes?: readonly string[];
  /** Where its figures are from, those of its charts aside. */
  readonly source?: string;
  readonly blocks: readonly Block[];
}

interface Note {
  readonly text: Inline;
  /** Says what would change it. */
  readonly advice?: boolean;
}

export interface Item {
  readonly text: Inline;
  readonly label?: string | Span;
  /** They follow the text after a colon. */
  readonly members?: readonly string[];
  readonly notes?: readonly Note[];
  readonly done?: boolean;
}

export interface List {
  readonly kind: 'list';
  readonly title?: Inline;
  readonly items: readonly Item[];
  /** `steps` where each builds on those before it. */
  readonly ordered?: boolean | 'steps';
  readonly limit?: Limit;
  /** Of the members of one item. */
  readonly limitOfMembers?: Limit;
}

export type Cell = string | Span;

export interface Row {
  readonly label: string;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** How good each is among them, from 0, the worst, to 1; null where that cannot be said. Shown as a shade or a bar beside the figure. */
  readonly shares?: readonly (number | null)[];
  /** Words may be broken over lines, figures not. */
  readonly words?: boolean;
  /** Sums up the others, and stays where they are cut. */
  readonly sum?: boolean;
}

export interface RowGroup {
  readonly title?: string;
  readonly rows: readonly Row[];
}

export interface Column {
  readonly heading: string;
  /** Of words; figures stand on the right. */
  readonly left?: boolean;
}

export interface Table {
  readonly kind: 'table';
  /** Above the labels. */
  readonly corner?: string;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  readonly legend?: readonly string[];
  readonly limit?: Limit;
  /** Whether it goes without lines above, below and under its head. */
  readonly plain?: boolean;
  /**
   * That it may become several where it is too wide, each with so many of the first columns again; `width` is what a column needs,
   * for tables that are read together to be divided alike.
   */
  readonly divides?: { readonly repeat: number; readonly width: number };
}

export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  readonly rule: string;
  readonly at: { readonly file: string; readonly line: number; readonly generated?: boolean | undefined };
  /** Places; told where there are several. */
  readonly count?: number;
  /** What its message says already is not told again. */
  readonly examples?: readonly string[];
  /** Whether it counts against what is judged. */
  readonly fails?: boolean;
  readonly suggestion?: { readonly text: string } | undefined;
  readonly waiver?:
    | { readonly owner: string; readonly reason: string; readonly expires: string | null }
    | undefined;
}

export interface Findings {
  readonly kind: 'findings';
  readonly title?: Inline;
  readonly findings: readonly Finding[];
  readonly limit?: Limit;
}
interface Code {
  readonly kind: 'code';
  readonly language: string;
  readonly text: string;
}

export interface Chart {
  readonly kind: 'chart';
  /** States what it shows, as a sentence. */
  readonly title: string;
  readonly data: ChartData;
  /** Where its figures are from. */
  readonly source: string;
  /** The same as a table. */
  readonly twin: Table;
}
interface Together {
  readonly kind: 'together';
  readonly blocks: readonly Block[];
}

/** A block, several, or none, so that what is not to be said can be left out where it would stand. */
export type Part = Block | readonly Part[] | false | undefined;

export const flat = (parts: readonly Part[]): Block[] =>
  parts.flatMap((part): readonly Block[] => {
    if (part === undefined || part === false) return [];
    return isSeveral(part) ? flat(part) : [part];
  });

const isSeveral = (part: Block | readonly Part[]): part is readonly Part[] => Array.isArray(part);

type Options<T extends Block, Given extends keyof T> = Omit<T, 'kind' | Given>;

export const title = (text: string, options: Options<Title, 'text'> = {}): Title => {
  return { kind: 'title', text, ...options };
};
export const facts = (list: readonly string[]): Facts => ({ kind: 'facts', facts: list });
export const pairs = (list: Pairs['pairs']): Pairs => ({ kind: 'pairs', pairs: list });
export const text = (content: Inline): Text => ({ kind: 'text', text: content });

export const section = (
  heading: string,
  options: Options<Section, 'title' | 'blocks'>,
  parts: readonly Part[] = [],
): Section => ({ kind: 'section', title: heading, ...options, blocks: flat(parts) });

export const list = (items: readonly (string | Item)[], options: Options<List, 'items'> = {}): List => {
  return {
    kind: 'list',
    items: items.map((item) => (typeof item === 'string' ? { text: item } : item)),
    ...options,
  };
};

/** The same where there is anything to list; else nothing, the title included. */
export const listIfAny = (...[items, options]: Parameters<typeof list>): Part =>
  items.length > 0 && list(items, options);

/** @param groups - Of rows: several, or the only one. */
export const table = (
  columns: readonly (string | Column)[],
  groups: RowGroup | readonly RowGroup[],
  options: Options<Table, 'columns' | 'groups'> = {},
): Table => ({
  kind: 'table',
  columns: columns.map((column) => (typeof column === 'string' ? { heading: column } : column)),
  groups: 'rows' in groups ? [groups] : groups,
  ...options,
});

/** A column of words. */
export const ofWords = (heading: string): Column => ({ heading, left: true });

export const findings = (all: readonly Finding[], options: Options<Findings, 'findings'> = {}): Findings => ({
  kind: 'findings',
  findings: all,
  ...options,
});
export const code = (language: string, content: string): Code => ({ kind: 'code', language, text: content });

export const chart = (
  heading: string,
  data: ChartData,
  options: Options<Chart, 'title' | 'data'>,
): Chart => ({ kind: 'chart', title: heading, data, ...options });

export const together = (...parts: readonly Part[]): Together => ({ kind: 'together', blocks: flat(parts) });
export const toned = (tone: Tone, content: string): Span => ({ text: content, tone });
export const strong = (content: string): Span => toned('strong', content);
export const dim = (content: string): Span => toned('dim', content);

export const spansOf = (content: Inline): readonly (string | Span)[] =>
  typeof content === 'string' || 'tone' in content ? [content] : content;

/** Without tones. */
export const plainText = (content: Inline): string =>
  spansOf(content)
    .map((span) => (typeof span === 'string' ? span : span.text))
    .join('');

/** The tone of a whole text; undefined where it has none, or several. */
export const toneOf = (content: Inline): Tone | undefined => {
  const [only, ...others] = spansOf(content);
  return others.length > 0 || only === undefined || typeof only === 'string' ? undefined : only.tone;
};

/** How many of a list are shown where it is cut by this limit. */
export const shownOf = (count: number, limit: Limit | undefined): number =>
  limit === undefined || count - limit.most < (limit.least ?? 1) ? count : limit.most;
