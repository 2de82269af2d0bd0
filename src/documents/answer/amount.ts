import { wrapped } from '../../base/width.ts';

/** How much is told of each part, in its own number or in lines. */
export interface Amount {
  readonly rows: number;
  readonly findings: number;
  /** Lines of one finding, with its place. */
  readonly findingLines: number;
  /** Lines that a finding may take beyond that rather than be cut within a clause. */
  readonly over: number;
  readonly questions: number;
  readonly questionLines: number;
  readonly against: number;
  /** Lines of how sure the answer is. */
  readonly sure: number;
  /** Lines of one gain or reason. */
  readonly lines: number;
  /** Lines of one price: it is never told without what it comes to. */
  readonly priceLines: number;
  readonly refused: number;
  readonly refusedLines: number;
  /** Ways to coordinate without a restructuring. */
  readonly coordination: number;
  /** Whether it is said that nobody knows whether now is the time. */
  readonly timing: boolean;
  /** Whether the way of a customer's work through the units is drawn. */
  readonly journey: boolean;
}

export const LEAST: Amount = {
  rows: 4,
  findings: 1,
  findingLines: 2,
  over: 0,
  questions: 1,
  questionLines: 1,
  against: 1,
  sure: 2,
  lines: 1,
  priceLines: 1,
  refused: 0,
  refusedLines: 1,
  coordination: 0,
  timing: false,
  journey: false,
};

/** All rows there are. */
const ALL_ROWS = 99;

/** What is told beside the least, as long as it fits: what matters most first. */
export const MORE: readonly Partial<Amount>[] = [
  // What a change asks of people and customers goes before all else that is cut.
  { priceLines: 2 },
  { rows: 9 },
  { questionLines: 2 },
  { questions: 2 },
  // By which priorities another form wins.
  { sure: 3 },
  { priceLines: 3 },
  { refused: 1 },
  { findings: 2 },
  { over: 1 },
  { coordination: 1 },
  { questions: 3 },
  { rows: ALL_ROWS },
  { lines: 2 },
  // A third finding goes after the answer in full.
  { findings: 3 },
  { timing: true },
  { coordination: 2 },
  { journey: true },
  { refusedLines: 2 },
  { questions: 4 },
  { against: 2 },
  { questions: 5 },
  { refused: 3 },
  { questionLines: 3 },
  { findings: 4 },
  { lines: 3 },
  { coordination: 3 },
  { findingLines: 3 },
  { findings: 5 },
];

export const ALL: Amount = Object.assign({}, LEAST, ...MORE);

/** Columns that stand beside a label in the narrowest terminal. */
export const BESIDE_LABEL = 69;

/** Where a clause ends: not between the words of a title ("Partner, Head of …"), nor within brackets. */
const CLAUSE_END = /[;:](?= )|,(?= [\p{Ll}\d])/gu;
const isClosed = (text: string): boolean => text.split('(').length === text.split(')').length;

/**
 * A sentence with what must stand behind it (a key, a place), which may take as many lines `over` that as there are to spare; else as
 * much of it as fits: whole clauses; where these are less than half of it, with those lines; else the words that fit.
 */
export const withTail = (content: string, tail: string, lines: number, over = 0): string => {
  const fits = (one: string, most = lines) => wrapped(`${one}${tail}`, BESIDE_LABEL).length <= most;
  if (fits(content, lines + over)) return `${content}${tail}`;
  const clauses = [...content.matchAll(CLAUSE_END)]
    .map(({ index }) => content.slice(0, index))
    .filter(isClosed)
    .map((one) => `${one} …`);
  const long = clauses.findLast((one) => fits(one));
  if (long !== undefined && long.length > (lines * BESIDE_LABEL) / 2) return `${long}${tail}`;
  const longer = [...clauses, content].find((one) => one !== long && fits(one, lines + over) && !fits(one));
  if (longer !== undefined) return `${longer}${tail}`;
  const words = content.split(' ');
  const end = words.findLastIndex((_, at) => fits(`${words.slice(0, at).join(' ')} …`));
  const cut = long ?? (end > 0 ? `${words.slice(0, end).join(' ')} …` : undefined);
  if (cut !== undefined) return `${cut}${tail}`;
  // A word that is longer than all lines: what stands behind it says more, where anything does.
  return tail === ''
    ? `${wrapped(content, BESIDE_LABEL - 2)
        .slice(0, lines)
        .join('')} …`
    : tail.trim();
};

/** A text in no more lines than there is room for: whole sentences from the beginning, or what fits of the first. */
export const within = (content: string, lines: number): string => {
  if (wrapped(content, BESIDE_LABEL).length <= lines) return content;
  const [first = '', ...more] = content.split(/(?<=[.!?)]) (?=[\p{Lu}\d])/u);
  let kept = withTail(first, '', lines);
  if (kept !== first) return kept;
  for (const sentence of more) {
    const longer = `${kept} ${sentence}`;
    if (wrapped(longer, BESIDE_LABEL).length > lines) break;
    kept = longer;
  }
  return kept;
};

/** A name in one line: it has no clauses. */
export const inOneLine = (name: string): string => {
  const [line = '', ...more] = wrapped(name, BESIDE_LABEL - 2);
  return more.length === 0 ? name : `${line} …`;
};
