import { whole } from '../../base/figures.ts';
import { sentenceCase } from '../../base/text.ts';
import {
  code,
  dim,
  type Item,
  list,
  listIfAny,
  ofWords,
  type Part,
  section,
  strong,
  type Tone,
  table,
  text,
  title,
  toned,
} from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type {
  Assessment,
  Maturity,
  OpenQuestion,
  Readiness,
  ReadinessState,
  ReportedReadinessItem,
  ReportedStanding,
} from '../../schema/documents/assessment.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { organisationBlock } from '../organisation-blocks.ts';
import { qualityPart } from '../quality-blocks.ts';
import { fitParts } from '../report/fit-blocks.ts';
import { officerPart } from '../report/officer-blocks.ts';
import {
  answerInWords,
  itemInWords,
  STANDING_WORDS,
  STATE_WORDS,
  signed,
  stepInWords,
  withPlace,
} from './assessment-words.ts';
import { conclusionOf } from './conclusion.ts';

/** Pieces of evidence of one item, and questions, that a terminal shows. */
const MOST_EVIDENCE = 3;
const MOST_QUESTIONS = 12;
const MOST_FEEDS = 2;

const TONES: Readonly<Record<ReadinessState, Tone>> = {
  'in-place': 'good',
  open: 'bad',
  partly: 'warning',
  proposed: 'warning',
  unknown: 'dim',
};

/** What is not in place, why, and what would put it there; what is only to be answered stands with the questions. */
const itemAtTerminal = (one: ReportedReadinessItem): Item => {
  const { state, evidence } = one;
  const missing = evidence.filter((piece) => piece.state !== 'in-place');
  const left = missing.length - MOST_EVIDENCE;
  const changes = missing.flatMap((piece) => (piece.state === 'unknown' ? [] : (piece.change ?? [])));
  return {
    label: toned(TONES[state], STATE_WORDS[state]),
    text: itemInWords(one),
    notes: [
      ...missing.slice(0, MOST_EVIDENCE).map(({ text: said, at }) => ({ text: withPlace(said, at) })),
      ...(left > 0 ? [{ text: dim(`and ${left} more, see --format json`) }] : []),
      ...changes.slice(0, 1).map((change) => ({ text: change, advice: true })),
    ],
  };
};

const itemOnPage = (one: ReportedReadinessItem): Item => ({
  done: one.state === 'in-place',
  label: STATE_WORDS[one.state],
  text: `${itemInWords(one)} (${one.source})`,
  notes: one.evidence.map(({ text: said, at, state, change }) => ({
    text: `${STATE_WORDS[state]}: ${withPlace(said, at)}${change === undefined ? '' : ` → ${change}`}`,
  })),
});

const readinessAtTerminal = ({ name, status, parts }: Readiness, quiet: boolean): Part => {
  const how =
    status === 'impossible'
      ? 'which are not possible here'
      : status === 'cannot-judge'
        ? 'which cannot be judged'
        : 'as the design makes them';
  return section(
    'readiness',
    { count: `for ${name.toLowerCase()}, ${how}`, spaced: !quiet },
    parts.map(({ name: part, summary, items }) =>
      list(quiet ? [] : items.map(itemAtTerminal), { title: strong(`${part}: ${summary}.`) }),
    ),
  );
};

const readinessOnPage = ({ name, status, parts }: Readiness): Part =>
  section(`Readiness: ${name}`, {}, [
    text(
      status === 'impossible'
        ? 'The design is not possible here; what is about its units is unknown.'
        : status === 'cannot-judge'
          ? 'The design cannot be judged before the data are mended; what is about its units is unknown.'
          : [
              'What is about units is read from the design that ',
              toned('key', 'orgdesign evaluate'),
              ' makes of the file.',
            ],
    ),
    ...parts.map(({ name: part, summary, items }) =>
      section(`${part}: ${summary}`, {}, [list(items.map(itemOnPage))]),
    ),
  ]);

const standingCells = ({ counts, state }: ReportedStanding) => [
  ...[counts.yes, counts.partly, counts.no, counts.unknown].map(whole),
  state === 'largely-in-place' ? toned('good', STANDING_WORDS[state]) : STANDING_WORDS[state],
];

const COLUMNS = ['yes', 'partly', 'no', 'unknown'];

const profileAtTerminal = ({ stands, levels, components, conditions }: Maturity): Part => {
  const group = (heading: string, standings: readonly ReportedStanding[]) => ({
    title: heading,
    rows: standings.map((one) => ({ label: one.name, cells: standingCells(one) })),
  });
  return section('maturity', { count: 'a profile, and no figure for the whole' }, [
    text(stands.sentence),
    table(
      [...COLUMNS, 'state'],
      [
        group('Levels (Focus/Centric/Led)', levels),
        group('Components (Eccles)', components),
        group('Conditions (Bush)', conditions),
      ],
    ),
  ]);
};

const REMARKS = 'What the answers say together';
const STEPS = 'Next steps';

const remarksOf = ({ remarks }: Maturity) => remarks.map(({ text: said, source }) => `${said} (${source})`);

/** What was answered in the place of somebody. */
const derivedOf = ({ answers }: Maturity) => answers.filter(({ derived }) => derived).map(answerInWords);

const listed = (heading: string, sentences: readonly string[]): Part =>
  listIfAny(sentences, { title: heading });

const titled = (heading: string, sentences: readonly string[]): Part =>
  sentences.length > 0 && section(heading, {}, [list(sentences)]);

const maturityOnPage = (maturity: Maturity): Part => {
  const { stands, levels, components, conditions, nextSteps, answers } = maturity;
  const rows = [...levels, ...components, ...conditions].map((one) => ({
    label: one.name,
    cells: [...standingCells(one), one.source],
  }));
  return section('Maturity', {}, [
    text(stands.sentence),
    table([...COLUMNS, ofWords('state'), ofWords('source')], { rows }),
    titled(REMARKS, remarksOf(maturity)),
    titled(STEPS, nextSteps.map(stepInWords)),
    titled(
      'Answers that were given',
      answers.filter(({ answer, derived }) => answer !== 'unknown' && !derived).map(answerInWords),
    ),
    titled('Answers read from the data', derivedOf(maturity)),
  ]);
};

/** The question, where its answer belongs, and what it tells most of all. */
const questionsAtTerminal = (questions: readonly OpenQuestion[]): Part =>
  questions.length > 0 &&
  section('questions', { count: 'that nobody answered, the weightiest first' }, [
    list(
      questions.map(({ key, question, feeds }) => ({
        text: question,
        notes: [{ text: dim(`${key} · ${feeds.slice(0, MOST_FEEDS).join(', ')}`) }],
      })),
      { limit: { most: MOST_QUESTIONS, format: 'markdown' } },
    ),
  ]);

/** The questions as they would stand in the file, to be filled in. */
function asKeys(questions: readonly OpenQuestion[]): string {
  const under = (part: string) =>
    questions.flatMap(({ key, question, choices }) =>
      key.startsWith(`${part}.`)
        ? [`  # ${question}`, `  # ${key.slice(part.length + 1)}: ${choices.join(' | ')}`.trimEnd()]
        : [],
    );
  return ['context', 'practices']
    .flatMap((part) => {
      const lines = under(part);
      return lines.length === 0 ? [] : [`${part}:`, ...lines];
    })
    .join('\n');
}

const questionsOnPage = (questions: readonly OpenQuestion[]): Part =>
  questions.length > 0 &&
  section('Open questions', {}, [
    list(questions.map(({ question, key, feeds }) => `${question} (${key}) It tells ${feeds.join('; ')}.`)),
    text('As keys for the file:'),
    code('yaml', asKeys(questions)),
  ]);

const suitingOf = ({ reorganise, verdicts, actions }: Assessment) => ({
  reorganise,
  designs: verdicts.map(({ design, name, fit }) => ({ id: design, name, fit })),
  actions,
});

const verdictsInShort = ({ reorganise, verdicts }: Assessment): string =>
  `Should it reorganise now? ${reorganise.sentence} Which form suits it? ${sentenceCase(verdicts.map(({ design, fit }) => `${DESIGN_NAMES[design].name}: ${fit.verdict} (${signed(fit.cf)})`).join('; '))}.`;

const atTerminal = (assessment: Assessment, quiet: boolean): readonly Part[] => {
  const { organisation, maturity } = assessment;
  return [
    organisationBlock(organisation),
    text(strong(conclusionOf(assessment))),
    quiet ? text(verdictsInShort(assessment)) : fitParts(suitingOf(assessment), 'terminal'),
    ...assessment.readiness.map((one) => readinessAtTerminal(one, quiet)),
    profileAtTerminal(maturity),
    !quiet && [
      officerPart(assessment.officer, 'terminal'),
      listed(`${REMARKS}:`, remarksOf(maturity)),
      listed(`${STEPS}:`, maturity.nextSteps.map(stepInWords)),
      listed('Read from the data, where nobody answered:', derivedOf(maturity)),
      questionsAtTerminal(assessment.questions),
    ],
  ];
};

const onPage = (assessment: Assessment): readonly Part[] => [
  title(assessment.organisation.name),
  text(strong(conclusionOf(assessment))),
  fitParts(suitingOf(assessment), 'page'),
  ...assessment.readiness.map(readinessOnPage),
  maturityOnPage(assessment.maturity),
  officerPart(assessment.officer, 'page'),
  questionsOnPage(assessment.questions),
];

/** How far a company is with its customers; a page has all of it, to be edited and handed on. */
export const assessmentBlocks = (assessment: Assessment, { medium, quiet }: View): readonly Part[] => [
  qualityPart(assessment.quality),
  ...(medium === 'page' && !quiet ? onPage(assessment) : atTerminal(assessment, quiet)),
];
