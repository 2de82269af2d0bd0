import { wrapped } from '../../base/width.ts';

/** How much is told of each part, in its own number or in lines. */
export interface Amount {
  readonly rows: number;
  readonly findings: number;
  /** Lines of one finding, with its place. */
  readonly findingLines: number;
  readonly questions: number;
  readonly questionLines: number;
  readonly against: number;
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
  questions: 1,
  questionLines: 1,
  against: 1,
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
  { priceLines: 3 },
  { refused: 1 },
  { findings: 2 },
  { coordination: 1 },
  { questions: 3 },
  { findings: 3 },
  { rows: ALL_ROWS },
  { lines: 2 },
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

/** What was cut off ends behind a part of its sentence, where that leaves most of it. */
const wholeParts = (cut: string): string => {
  const end = Math.max(...[';', ',', ':'].map((sign) => `${cut} `.lastIndexOf(`${sign} `)));
  return end > cut.length / 2 ? cut.slice(0, end + 1) : cut;
};

/** A text in no more lines than there is room for: whole sentences from the beginning, or what fits of the first. */
export const within = (content: string, lines: number): string => {
  if (wrapped(content, BESIDE_LABEL).length <= lines) return content;
  let kept = '';
  for (const sentence of content.split(/(?<=[.!?)]) (?=[\p{Lu}\d])/u)) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`;
    if (wrapped(longer, BESIDE_LABEL).length > lines) break;
    kept = longer;
  }
  return kept === ''
    ? `${wholeParts(
        wrapped(content, BESIDE_LABEL - 2)
          .slice(0, lines)
          .join(' '),
      )} …`
    : kept;
};

/** As much of a text as fits with what must stand behind it: a key, a place. */
export const withTail = (content: string, tail: string, lines: number): string => {
  const fits = (one: string) => wrapped(one, BESIDE_LABEL).length <= lines;
  const whole = `${content}${tail}`;
  if (fits(whole)) return whole;
  const words = content.split(' ');
  const cut = words.findLastIndex((_, end) => fits(`${words.slice(0, end).join(' ')} …${tail}`));
  return cut > 0 ? `${words.slice(0, cut).join(' ')} …${tail}` : tail.trim();
};
