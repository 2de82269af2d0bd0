import { wrapped } from '../../base/width.ts';

/** How much is told of each part, in its own number or in lines. */
export interface Amount {
  readonly rows: number;
  readonly findings: number;
  readonly findingLines: number;
  readonly questions: number;
  readonly questionLines: number;
  readonly against: number;
  /** Lines of one gain, price or reason. */
  readonly lines: number;
  readonly refused: number;
  readonly refusedLines: number;
  /** Ways to coordinate without a restructuring. */
  readonly coordination: number;
  /** Whether the way of a customer's work through the units is drawn. */
  readonly journey: boolean;
}

export const LEAST: Amount = {
  rows: 9,
  findings: 3,
  findingLines: 1,
  questions: 3,
  questionLines: 2,
  against: 1,
  lines: 1,
  refused: 1,
  refusedLines: 1,
  coordination: 1,
  journey: false,
};

/** For names and texts that are longer than any should be. */
export const LESS: readonly Partial<Amount>[] = [
  {},
  // Two questions that can be read rather than three that cannot.
  { coordination: 0, questions: 2 },
  { coordination: 0, questions: 2, findings: 2 },
  { rows: 7, findings: 2, questions: 2, coordination: 0, questionLines: 1 },
  { rows: 4, findings: 1, questions: 1, coordination: 0, questionLines: 1, refused: 0 },
];

/** What is told beside the least, as long as it fits: what matters most first. */
export const MORE: readonly Partial<Amount>[] = [
  { lines: 2 },
  { findingLines: 2 },
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
  for (const sentence of content.split(/(?<=[.!?)]) (?=\p{Lu})/u)) {
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
