import { counted } from '../../base/text.ts';
import { asBlock, inMarkdown } from '../../render/markdown-text.ts';
import { percent } from '../../rules/wording.ts';
import type {
  CharterDocument,
  CharterMeasure,
  CharterPart,
  OfficerCharter,
  PartState,
  UnitCharter,
} from '../../schema/documents/charter.ts';
import type { RenderOptions } from '../report/index.ts';

const STATES: Readonly<Record<PartState, string>> = {
  given: 'given',
  'from-file': 'from the file, to be confirmed',
  missing: 'missing',
};

const KINDS: Readonly<Record<UnitCharter['kind'], string>> = {
  department: 'Department',
  phase: 'Lifecycle phase',
  cluster: 'Customer cluster',
  'common-service': 'Common service',
  'centre-of-expertise': 'Centre of expertise',
};

const isOpen = ({ state, write }: CharterPart) => state === 'missing' || write !== undefined;

function part({ name, state, lines, write, source }: CharterPart): string[] {
  const asked = write === undefined ? [] : [`- [ ] ${inMarkdown(write.what)} (\`${code(write.key)}\`)`];
  return [
    `### ${inMarkdown(name)}`,
    '',
    `*${STATES[state]}* (${inMarkdown(source)})`,
    '',
    ...lines.map((line) => `- ${asBlock(line)}`),
    ...asked,
    '',
  ];
}

/** A key inside a code span, which ends at the first backtick. */
const code = (key: string): string => key.replaceAll('`', '');

const figure = (value: number | undefined): string =>
  value === undefined ? '' : value.toLocaleString('en', { maximumFractionDigits: 4 });

const row = ({ metric, value, unit = '', target, owner = '', weight, state }: CharterMeasure): string =>
  `| ${[
    inMarkdown(metric),
    figure(value),
    inMarkdown(unit),
    figure(target),
    inMarkdown(owner),
    figure(weight),
    STATES[state],
  ].join(' | ')} |`;

/** The weight of customer measures in pay, which decides how far they are more than a best effort. */
const pay = (share: number | null): string =>
  share === null
    ? 'No weight in pay is given.'
    : `Measures of customers are ${percent(share)} of the variable pay of those who answer for this scorecard.`;

const scorecard = (measures: readonly CharterMeasure[], share: number | null): string[] =>
  measures.length === 0
    ? []
    : [
        '### Scorecard',
        '',
        '| measure | value | unit | target | owner | weight in pay | |',
        '| --- | ---: | --- | ---: | --- | ---: | --- |',
        ...measures.map(row),
        '',
        pay(share),
        '',
      ];

const gapsIn = (parts: readonly CharterPart[]): string => {
  const open = parts.filter(isOpen);
  const gaps = open.filter(({ state }) => state === 'missing');
  return `${counted(gaps.length, 'part')} of ${parts.length} missing, ${open.length - gaps.length} to be confirmed.`;
};

function officer({ person, vacant, parts }: OfficerCharter, quiet: boolean): string[] {
  return [
    '## Chief Customer Officer',
    '',
    `${vacant ? 'Open seat' : 'Person'} ${inMarkdown(person)}. ${gapsIn(parts)}`,
    '',
    ...(quiet ? parts.filter(isOpen) : parts).flatMap(part),
  ];
}

function unit(
  { id, name, kind, parts, scorecard: measures, customerPayShare }: UnitCharter,
  quiet: boolean,
): string[] {
  return [
    `## ${inMarkdown(name)}`,
    '',
    `${KINDS[kind]}, id ${inMarkdown(id)}. ${gapsIn(parts)}`,
    '',
    ...(quiet ? parts.filter(isOpen) : parts).flatMap(part),
    ...(quiet ? [] : scorecard(measures, customerPayShare)),
  ];
}

/** The charters of all units, one after the other, to be edited. */
export const renderCharterMarkdown = (
  { organisation, design, units, officer: ofCustomers }: CharterDocument,
  { quiet }: Pick<RenderOptions, 'quiet'>,
): string =>
  `${[
    `# Charters: ${inMarkdown(organisation)}${design === undefined ? '' : `, design ${design}`}`,
    '',
    ...(design === undefined
      ? []
      : [
          'The keys are those of the file that `orgdesign simulate` writes of this design, in the entry of each department.',
          '',
        ]),
    ...(ofCustomers === undefined ? [] : officer(ofCustomers, quiet)),
    ...units.flatMap((one) => unit(one, quiet)),
  ]
    .join('\n')
    .trimEnd()}\n`;
