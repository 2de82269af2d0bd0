import { type Problem, UserError } from '../base/errors.ts';
import { counted, printable } from '../base/text.ts';
import { VERSION } from './package.ts';

/** What the exit code of every command says. */
export const CLEAN = 0;
export const FINDINGS = 1;
/** Usage, configuration or unreadable input: the user can mend it, and nothing went to stdout. */
export const NOT_USABLE = 2;
export const OUR_FAULT = 3;

const lines = (text: string): string[] => text.split('\n').map((line) => printable(line));

const describeProblem = ({ message, at, hint, frame, isFinding }: Problem): string => {
  const place = at === undefined ? '' : `${printable(at.file)}:${at.line}:${at.column}  `;
  const below = [frame, hint].flatMap((text) => (text === undefined ? [] : lines(text)));
  return [
    `${place}${isFinding === true ? 'warning' : 'error'}  ${printable(message)}`,
    ...below.map((line) => `  ${line}`.trimEnd()),
  ].join('\n');
};

/** Reading ends a long list of one kind with how many more there are. */
const isRemainder = ({ message }: Problem): boolean => message.startsWith('…');

/** Each problem with its place, lines and remedy, and how many there are. */
export const describeUserError = ({ problems }: UserError): string => {
  const shown = problems.filter((problem) => !isRemainder(problem));
  const gap = problems.some(({ frame, hint }) => frame !== undefined || hint !== undefined) ? '\n\n' : '\n';
  const blocks = problems.map((problem) =>
    isRemainder(problem) ? printable(problem.message) : describeProblem(problem),
  );
  const warnings = shown.filter(({ isFinding }) => isFinding === true).length;
  const also = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
  const closing =
    counted(shown.length - warnings, 'error') + also + (shown.length < problems.length ? ' shown' : '');
  return `${blocks.join(gap)}\n\n${closing}\n`;
};

/** The same, without the lines around each place. */
export const withoutLines = ({ problems }: UserError): UserError =>
  new UserError(problems.map(({ frame: _, ...problem }) => problem));

export const describeFault = (error: unknown): string => {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    'orgdesign failed. This is a fault of orgdesign, not of your file.',
    'Please report it with the text below and, if you may share it, the file.',
    '',
    `orgdesign ${VERSION}`,
    ...lines(trace),
    '',
  ].join('\n');
};
