import { asBlock, inMarkdown } from '../../render/markdown-text.ts';
import type {
  Assessment,
  Maturity,
  OpenQuestion,
  Readiness,
  ReportedReadinessItem,
  ReportedStanding,
} from '../../schema/documents/assessment.ts';
import type { ReportedOfficer } from '../../schema/documents/verdicts.ts';
import { reasonInWords, reasonsOf } from '../report/fit-reasons.ts';
import { actionInWords } from '../report/table-fit.ts';
import {
  answerInWords,
  itemInWords,
  officerInWords,
  officerModelInWords,
  STANDING_WORDS,
  STATE_WORDS,
  signed,
  stepInWords,
  withPlace,
} from './assessment-words.ts';

const list = (sentences: readonly string[]): string[] => sentences.map((text) => `- ${asBlock(text)}`);

const item = (one: ReportedReadinessItem): string[] => [
  `- [${one.state === 'in-place' ? 'x' : ' '}] **${STATE_WORDS[one.state]}**: ${inMarkdown(itemInWords(one))} (${inMarkdown(one.source)})`,
  ...one.evidence.map(({ text, at, state, change }) => {
    const next = change === undefined ? '' : ` → ${change}`;
    return `  - ${asBlock(`${STATE_WORDS[state]}: ${withPlace(text, at)}${next}`)}`;
  }),
];

const readiness = ({ name, status, parts }: Readiness): string[] => [
  `## Readiness: ${inMarkdown(name)}`,
  '',
  status === 'impossible'
    ? 'The design is not possible here; what is about its units is unknown.'
    : 'What is about units is read from the design that `orgdesign evaluate` makes of the file.',
  ...parts.flatMap(({ name: part, summary, items }) => [
    '',
    `### ${inMarkdown(part)}: ${inMarkdown(summary)}`,
    '',
    ...items.flatMap(item),
  ]),
];

const row = ({ name, counts, state, source }: ReportedStanding): string =>
  `| ${inMarkdown(name)} | ${counts.yes} | ${counts.partly} | ${counts.no} | ${counts.unknown} | ${STANDING_WORDS[state]} | ${inMarkdown(source)} |`;

const titled = (title: string, sentences: readonly string[]): string[] =>
  sentences.length === 0 ? [] : ['', `### ${title}`, '', ...list(sentences)];

const maturity = ({ levels, components, conditions, remarks, nextSteps, answers }: Maturity): string[] => [
  '## Maturity',
  '',
  '| | yes | partly | no | unknown | state | source |',
  '| --- | ---: | ---: | ---: | ---: | --- | --- |',
  ...[...levels, ...components, ...conditions].map(row),
  ...titled(
    'What the answers say together',
    remarks.map(({ text, source }) => `${text} (${source})`),
  ),
  ...titled('Next steps', nextSteps.map(stepInWords)),
  ...titled(
    'Answers that were given',
    answers.filter(({ answer, derived }) => answer !== 'unknown' && !derived).map(answerInWords),
  ),
  ...titled('Answers read from the data', answers.filter(({ derived }) => derived).map(answerInWords)),
];

const verdicts = ({ verdicts: all, actions }: Assessment): string[] => [
  '## Does it suit this company?',
  '',
  'Certainties from −1, it does not, to +1 are expert judgement, not measurements.',
  '',
  '| design | verdict | certainty | known | for | against |',
  '| --- | --- | ---: | ---: | --- | --- |',
  ...all.map(
    ({ name, fit }) =>
      `| ${inMarkdown(name)} | ${fit.verdict} | ${signed(fit.cf)} | ${fit.confidence === null ? '' : `${Math.round(100 * fit.confidence)} %`} | ${[fit.for, fit.against].map((items) => inMarkdown(items.map(({ when }) => when).join('; '))).join(' | ')} |`,
  ),
  '',
  '### What it rests on',
  '',
  ...reasonsOf(all.map(({ design, fit }) => ({ id: design, fit }))).flatMap((reason) => {
    const { head, text } = reasonInWords(reason);
    return [`- **${inMarkdown(head)}**`, `  - ${asBlock(text)}`];
  }),
  ...(actions.length === 0
    ? []
    : [
        '',
        '### What would change it most, each with those before it done',
        '',
        ...actions.map((one, at) => `${at + 1}. ${asBlock(actionInWords(one))}`),
      ]),
];

const officer = ({ first, structures }: ReportedOfficer): string[] => [
  '## Who owns the customer',
  '',
  asBlock(first),
  ...structures.flatMap((one) => [
    '',
    `### ${inMarkdown(officerInWords(one))}`,
    '',
    ...one.models.flatMap((model) => [
      `- ${asBlock(officerModelInWords(model))}`,
      ...[...model.for, ...model.against].map(
        ({ cf, premises, why, source }) =>
          `  - ${asBlock(`${signed(cf)}: ${premises.map(({ text, at }) => withPlace(text, at)).join('; ')}. ${why} (${source})`)}`,
      ),
    ]),
  ]),
];

/** The questions as they would stand in the file, to be filled in. They are ours, and so need no escaping. */
function asKeys(questions: readonly OpenQuestion[]): string[] {
  const under = (section: string) =>
    questions.flatMap(({ key, question, choices }) =>
      key.startsWith(`${section}.`)
        ? [`  # ${question}`, `  # ${key.slice(section.length + 1)}: ${choices.join(' | ')}`.trimEnd()]
        : [],
    );
  return ['context', 'practices'].flatMap((section) => {
    const lines = under(section);
    return lines.length === 0 ? [] : [`${section}:`, ...lines];
  });
}

const open = (questions: readonly OpenQuestion[]): string[] =>
  questions.length === 0
    ? []
    : [
        '## Open questions',
        '',
        ...list(
          questions.map(({ question, key, feeds }) => `${question} (${key}) It tells ${feeds.join('; ')}.`),
        ),
        '',
        'As keys for the file:',
        '',
        '```yaml',
        ...asKeys(questions),
        '```',
      ];

/** All of an assessment, to be edited and handed on. */
export const renderAssessmentMarkdown = (assessment: Assessment): string => {
  const { organisation, readiness: all, maturity: profile, officer: advice, questions } = assessment;
  const sections = [
    [`# ${inMarkdown(organisation.name)}`],
    verdicts(assessment),
    ...all.map(readiness),
    maturity(profile),
    officer(advice),
    open(questions),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};
