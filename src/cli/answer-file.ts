import { UserError } from '../base/errors.ts';
import { printable } from '../base/text.ts';
import { evaluate } from '../evaluate.ts';
import type { Answer } from '../schema/documents/answer.ts';
import type { Report } from '../schema/documents/report.ts';
import { expectedFor, type GivenValue, readAnswer } from '../schema/input/answers.ts';
import { decode } from '../source/decode.ts';
import { MEBIBYTE } from '../source/files.ts';
import { answersFor } from '../verdicts/questions.ts';
import { withAnswers } from '../write/answers.ts';
import { flow } from '../write/yaml.ts';
import type { Reader } from './documents.ts';
import type { Io } from './io/io.ts';
import { answersGiven } from './options/values.ts';
import { loadOnce } from './organisation-file.ts';

type OpenQuestion = Pick<Answer['questions'][number], 'id' | 'text' | 'effect'> & {
  readonly answers: readonly string[];
};

interface World {
  readonly io: Io;
  readonly read: Reader;
  readonly settings: { readonly names: boolean; readonly version: string };
}

/** What would move most; where nothing moves much, what is open besides, the weightiest first. */
const questionsOf = ({ answer, questions }: Report): readonly OpenQuestion[] =>
  answer.questions.length > 0
    ? answer.questions
    : questions.map(({ key, question }) => ({
        id: key,
        text: question,
        effect: '',
        answers: answersFor(key),
      }));

const MOST_BYTES = 64 * MEBIBYTE;

/** Asks each question that one answer can be given to; an empty answer leaves it open. */
async function ask(questions: readonly OpenQuestion[], io: Io): Promise<readonly GivenValue[]> {
  const open = questions.filter(({ answers }) => answers.length > 0);
  const given: GivenValue[] = [];
  if (open.length === 0) return given;
  const asking = io.questions();
  try {
    for (const [at, { id, text, effect }] of open.entries()) {
      const moved = effect === '' ? '' : `\n   ${effect}`;
      let remark = '';
      for (;;) {
        const prompt = `${remark}${at + 1}/${open.length} ${text}${moved}\n   ${id} [${expectedFor(id)}; empty to leave open]: `;
        const said = await asking.ask(prompt);
        // What was answered before the input ended is kept.
        if (said === null) return given;
        if (said.trim() === '') break;
        const read = readAnswer(id, said);
        if ('key' in read) {
          given.push(read);
          break;
        }
        remark = `${read.fault} ${read.hint}\n`;
      }
    }
  } finally {
    asking.close();
  }
  return given;
}

/** The file with the answers in it; its mark of byte order stays. */
async function write(file: string, given: readonly GivenValue[], io: Io): Promise<void> {
  const bytes = await io.files.read(file, MOST_BYTES);
  const decoded = decode(bytes, { guessWide: true });
  const changed = typeof decoded === 'string' ? undefined : withAnswers(decoded.text, given);
  if (changed === undefined)
    throw new UserError(
      `${printable(file)} is written in a way that leaves no place for ${given.length === 1 ? 'the answer' : 'the answers'}; nothing was written.`,
      `Write by hand: ${given.map(({ key, value }) => `${key}: ${flow(value)}`).join(', ')}`,
    );
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  await io.writeFiles([[file, mark + changed]], { over: file });
}

/** Writes answers into an organisation file, those that are asked for where none are given, and evaluates it again. */
export async function answerFile(
  file: string,
  entries: readonly string[],
  { io, read, settings }: World,
): Promise<Report> {
  if (file === '-')
    throw new UserError('Answers are written into a file, and standard input is none.', 'Name the file.');
  const asked = await answersGiven(entries);
  const before = evaluate(await read.organisation(file), settings);
  const questions = questionsOf(before);
  const given = entries.length > 0 ? asked : await ask(questions, io);
  if (given.length === 0) {
    const open = questions.length > 0 ? 'Nothing was answered' : 'No question is open';
    io.stderr.write(`${open}; ${printable(file)} is as it was.\n`);
    return before;
  }
  await write(file, given, io);
  io.stderr.write(
    `Wrote ${printable(file)}: ${given.map(({ key, value }) => `${key}: ${flow(value)}`).join(', ')}\n`,
  );
  const after = evaluate(await loadOnce(file, io.files, new Map()), settings);
  io.stderr.write(`Before: ${before.answer.sentence}\nNow:    ${after.answer.sentence}\n\n`);
  return after;
}
