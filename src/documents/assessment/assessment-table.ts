import { Chalk } from 'chalk';
import { whole } from '../../base/figures.ts';
import { bullet, hanging, heading, type Style } from '../../render/table-text.ts';
import type {
  Assessment,
  Maturity,
  OpenQuestion,
  Readiness,
  ReportedReadinessItem,
  ReportedStanding,
} from '../../schema/documents/assessment.ts';
import type { RenderOptions } from '../report/index.ts';
import { draw } from '../report/table-comparison.ts';
import { fitSection } from '../report/table-fit.ts';
import { facing } from '../report/table-header.ts';
import { officerSection } from '../report/table-officer.ts';
import type { Group } from '../report/table-rows.ts';
import {
  answerInWords,
  itemInWords,
  STANDING_WORDS,
  STATE_WORDS,
  signed,
  stepInWords,
  withPlace,
} from './assessment-words.ts';

const NARROWEST = 80;
/** Pieces of evidence of one item, and questions, that are shown; the other formats have all. */
const MOST_EVIDENCE = 3;
const MOST_QUESTIONS = 12;
const MOST_FEEDS = 2;
const STATE_WIDTH = 9;
const INDENT = '  ';

const painted = (state: keyof typeof STATE_WORDS, text: string, { paint }: Style): string => {
  if (state === 'in-place') return paint.green(text);
  if (state === 'open') return paint.red(text);
  return state === 'partly' ? paint.yellow(text) : paint.dim(text);
};

/** What is not in place, why, and what would put it there; what is only to be answered stands with the questions. */
function item(one: ReportedReadinessItem, style: Style): string[] {
  const { state, evidence } = one;
  const word = STATE_WORDS[state];
  const [first = '', ...more] = hanging(
    `${INDENT}${word.padEnd(STATE_WIDTH)}`,
    itemInWords(one),
    style.columns,
  );
  const lead = first.slice(INDENT.length + word.length);
  const missing = evidence.filter((piece) => piece.state !== 'in-place');
  const blank = ' '.repeat(INDENT.length + STATE_WIDTH);
  const left = missing.length - MOST_EVIDENCE;
  const changes = [
    ...new Set(missing.flatMap((piece) => (piece.state === 'unknown' ? [] : (piece.change ?? [])))),
  ];
  return [
    `${INDENT}${painted(state, word, style)}${lead}`,
    ...more,
    ...missing
      .slice(0, MOST_EVIDENCE)
      .flatMap(({ text, at }) => hanging(blank, withPlace(text, at), style.columns)),
    ...(left > 0 ? [style.paint.dim(`${blank}and ${left} more, see --format json`)] : []),
    ...changes.slice(0, 1).flatMap((change) => hanging(`${blank}→ `, change, style.columns)),
  ];
}

function readiness({ name, status, parts }: Readiness, style: Style, quiet: boolean): string[] {
  const how = status === 'impossible' ? 'which are not possible here' : 'as the design makes them';
  return [
    ...heading('readiness', `for ${name.toLowerCase()}, ${how}`, style),
    ...parts.flatMap(({ name: part, summary, items }, index) => [
      ...(index > 0 && !quiet ? [''] : []),
      ...hanging(INDENT, `${part}: ${summary}.`, style.columns).map((line) => style.paint.bold(line)),
      ...(quiet ? [] : items.flatMap((one) => item(one, style))),
    ]),
  ];
}

const HEADINGS = ['yes', 'partly', 'no', 'unknown', 'state'];
const STATE = HEADINGS.length - 1;

function profile({ levels, components, conditions }: Maturity, style: Style): string[] {
  const row = ({ name, counts, state }: ReportedStanding) => ({
    label: name,
    words: false,
    cells: [counts.yes, counts.partly, counts.no, counts.unknown].map(whole).concat(STANDING_WORDS[state]),
    painted: (text: string, column: number) =>
      column === STATE && state === 'largely-in-place' ? style.paint.green(text) : text,
  });
  const groups: readonly Group[] = [
    { title: 'Levels (Focus/Centric/Led)', rows: levels.map(row) },
    { title: 'Components (Eccles)', rows: components.map(row) },
    { title: 'Conditions (Bush)', rows: conditions.map(row) },
  ];
  return [
    ...heading('maturity', 'a profile, and no figure for the whole', style),
    ...draw(HEADINGS, groups, style),
  ];
}

const listed = (title: string, sentences: readonly string[], style: Style): string[] =>
  sentences.length === 0 ? [] : [title, ...sentences.flatMap((sentence) => bullet(sentence, style))];

/** What was answered in the place of somebody. */
const derived = ({ answers }: Maturity): string[] => answers.filter((one) => one.derived).map(answerInWords);

/** The question, where its answer belongs, and what it tells most of all. */
const question = ({ key, question: asked, feeds }: OpenQuestion, style: Style): string[] => [
  ...bullet(asked, style),
  ...hanging('    ', `${key} · ${feeds.slice(0, MOST_FEEDS).join(', ')}`, style.columns).map((line) =>
    style.paint.dim(line),
  ),
];

function questions(open: readonly OpenQuestion[], style: Style): string[] {
  if (open.length === 0) return [];
  const left = open.length - MOST_QUESTIONS;
  return [
    ...heading('questions', 'that nobody answered, the weightiest first', style),
    ...open.slice(0, MOST_QUESTIONS).flatMap((one) => question(one, style)),
    ...(left > 0 ? [style.paint.dim(`${INDENT}and ${left} more, see --format markdown`)] : []),
  ];
}

const suitingOf = ({ verdicts: all, actions }: Assessment) => ({
  designs: all.map(({ design, fit }) => ({ id: design, fit })),
  actions,
});

const verdicts = ({ verdicts: all }: Assessment, style: Style): string[] =>
  hanging(
    '',
    `Does it suit this company? ${all.map(({ design, fit }) => `${design} ${fit.verdict} (${signed(fit.cf)})`).join('; ')}.`,
    style.columns,
  );

/** How far a company is with its customers, for a reader at a terminal. */
export const renderAssessmentTable = (
  assessment: Assessment,
  { columns, color, quiet }: RenderOptions,
): string => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const { maturity } = assessment;
  const sections = [
    facing(assessment.organisation, style),
    quiet ? verdicts(assessment, style) : fitSection(suitingOf(assessment), style),
    ...assessment.readiness.map((one) => readiness(one, style, quiet)),
    profile(maturity, style),
    ...(quiet
      ? []
      : [
          officerSection(assessment.officer, style),
          listed(
            'What the answers say together:',
            maturity.remarks.map(({ text, source }) => `${text} (${source})`),
            style,
          ),
          listed('Next steps:', maturity.nextSteps.map(stepInWords), style),
          listed('Read from the data, where nobody answered:', derived(maturity), style),
          questions(assessment.questions, style),
        ]),
  ];
  const blocks = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${blocks.join('\n\n')}\n`;
};
