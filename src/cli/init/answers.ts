import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import type { Io } from '../io/io.ts';
import type { Questions } from '../io/questions.ts';

const MARKETS = ['b2b', 'b2c', 'mixed', 'unknown'] as const;

/** What is known of the company that a first file is written for. */
export interface Answers {
  readonly name: string;
  readonly market: (typeof MARKETS)[number];
  readonly people: number;
  readonly departments: readonly string[];
  readonly dottedLines: boolean;
  /** A customer attribute, '' for none. */
  readonly attribute: string;
}

/** What a file is written from where nothing is asked: departments of four, with whoever leads them all. */
export const DEFAULTS: Answers = {
  name: 'Your company',
  market: 'b2b',
  people: 17,
  departments: ['Marketing', 'Sales', 'Customer Success', 'Customer Support'],
  dottedLines: false,
  attribute: 'industry',
};

const MOST_PEOPLE = 10_000_000;
const MOST_DEPARTMENTS = 50;
const NOTHING = '-';
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['no', false],
  ['n', false],
]);
/** What no file may have as a key. */
const RESERVED = '__proto__';

interface Question<Value> {
  readonly text: string;
  readonly otherwise: Value;
  readonly shown: string;
  /** The answer as it is meant, or undefined where it cannot be. */
  read(answer: string): Value | undefined;
  readonly expected: string;
}

const tidy = (text: string): string => printable(text.normalize('NFC')).trim();

const askUntilClear = async <Value>(question: Question<Value>, questions: Questions): Promise<Value> => {
  const { text, shown, otherwise, read, expected } = question;
  for (let remark = ''; ; remark = `Please answer with ${expected}.\n`) {
    const answer = await questions.ask(`${remark}${text} [${shown}]: `);
    if (answer === null)
      throw new UserError('The answers ended before the questions did; nothing was written.');
    const tidied = tidy(answer);
    const value = tidied === '' ? otherwise : read(tidied);
    if (value !== undefined) return value;
  }
};

const number = (answer: string): number | undefined => {
  const digits = answer.replace(/[,\s]/g, '');
  const value = /^\d+$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= MOST_PEOPLE ? value : undefined;
};

const names = (answer: string): readonly string[] | undefined => {
  const list = [...new Set(answer.split(',').map(tidy))].filter((name) => name !== '');
  return list.length >= 1 && list.length <= MOST_DEPARTMENTS ? list : undefined;
};

const answersFrom = async (questions: Questions): Promise<Answers> => {
  const { name, market, people, departments, attribute } = DEFAULTS;
  const ask = <Value>(question: Question<Value>): Promise<Value> => askUntilClear(question, questions);
  return {
    name: await ask({
      text: 'Name of the organisation',
      otherwise: name,
      shown: name,
      read: (answer) => answer,
      expected: 'a name',
    }),
    market: await ask({
      text: `Market: ${MARKETS.join(', ')}`,
      otherwise: market,
      shown: market,
      read: (answer) => MARKETS.find((one) => one === answer.toLowerCase()),
      expected: MARKETS.join(', '),
    }),
    people: await ask({
      text: 'Number of people',
      otherwise: people,
      shown: String(people),
      read: number,
      expected: 'a whole number, 1 or more',
    }),
    departments: await ask({
      text: 'Departments, separated by commas',
      otherwise: departments,
      shown: departments.join(', '),
      read: names,
      expected: `1 to ${MOST_DEPARTMENTS} names, separated by commas`,
    }),
    dottedLines: await ask({
      text: 'Does anybody have a second, dotted-line manager: yes, no',
      otherwise: false,
      shown: 'no',
      read: (answer) => YES_OR_NO.get(answer.toLowerCase()),
      expected: 'yes or no',
    }),
    attribute: await ask({
      text: `What tells customers apart, as industry or region; ${NOTHING} for nothing`,
      otherwise: attribute,
      shown: attribute,
      read: (answer) => {
        if (answer === NOTHING) return '';
        return answer === RESERVED ? undefined : answer;
      },
      expected: 'a word',
    }),
  };
};

/** Asks for what a file is to say; an empty answer is what stands in brackets. */
export const askAnswers = async (io: Io): Promise<Answers> => {
  const questions = io.questions();
  try {
    return await answersFrom(questions);
  } finally {
    questions.close();
  }
};
